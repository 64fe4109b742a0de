"""What must be so of the words of the forms in a language, before anybody is asked in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from safeguarding.refusals import Problem, missing
from safeguarding.wording import joined

ENGLISH = "en"
EASY = ".easy"
CODE = re.compile(r"[a-z]{2,3}")
PLACE = re.compile(r"\{[a-z]*\}")
LONGEST = 400


def key_shown(key: str, texts: Mapping[str, str], *, easy: bool) -> str:
    """The words of a key; where easy words are asked for and there are some, those."""
    return texts.get(f"{key}{EASY}", texts[key]) if easy else texts[key]


def places(text: str) -> list[str]:
    """What is filled in within a text: {day}."""
    return sorted(PLACE.findall(text))


def is_whole(texts: Mapping[str, str], english: Mapping[str, str]) -> bool:
    """Whether every text is there, with all that is filled in within it."""
    return all(_fits(texts.get(key, ""), text) for key, text in english.items())


def _fits(told: str, english: str) -> bool:
    """Whether a text is there, with the same places, and no brace that is none."""
    bare = PLACE.sub("", told)
    return bool(told) and places(told) == places(english) and not {"{", "}"} & {*bare}


def language_problems(
    *,
    code: str,
    name: str,
    own_name: str,
    texts: Mapping[str, str],
    english: Mapping[str, str],
    checked_by: str,
    checked_date: date | None,
    on: date,
) -> list[Problem]:
    """A language has a code and its names; it is checked by somebody, on a day, once all of it is there."""
    found = missing(
        name=(name, "Enter the name of the language in English"),
        own_name=(own_name, "Enter the name of the language in the language itself"),
    )
    if not CODE.fullmatch(code):
        found.append(Problem("Enter the code of the language: two or three small letters, like so", "code"))
    if code == ENGLISH:
        found.append(Problem("The English words come with the service, and stay", "code"))
    found += [
        Problem(f"Keep {joined(places(text))} as it is: it is filled in there", key)
        for key, text in english.items()
        if texts.get(key) and places(texts[key]) != places(text)
    ]
    return found + _check_problems(texts, english, checked_by, checked_date, on)


def _check_problems(
    texts: Mapping[str, str],
    english: Mapping[str, str],
    checked_by: str,
    checked_date: date | None,
    on: date,
) -> list[Problem]:
    if not checked_by and not checked_date:
        return []
    found = missing(
        checked_by=(checked_by, "Enter who checked it"),
        checked_date=(checked_date, "Enter when it was checked"),
    )
    if checked_date and checked_date > on:
        found.append(Problem("The day must be today or earlier", "checked_date"))
    empty = [key for key in english if not texts.get(key)]
    return found + [Problem("Enter these words, before the language is checked", key) for key in empty]
