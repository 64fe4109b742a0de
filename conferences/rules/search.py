"""What a person typed into the one box for finding a child, read apart: names, numbers, a date of birth.

Pure. Forms of dates and numbers are those that people in Britain write down; nothing here is statute.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from safeguarding.refusals import Refused
from safeguarding.wording import MONTHS as MONTH_NAMES
from safeguarding.workingdays import MONTHS_IN_YEAR, add_days, add_months

MOST_WORDS = 6
FEWEST_LETTERS = 2
AGE_GIVE_OR_TAKE = 1

MONTHS = tuple(month[:3].lower() for month in MONTH_NAMES)
MONTH_WORD = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(\d{4}|\d{2})(?!\d)"
NHS = re.compile(r"(?<!\w)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\w)")
ISO_DATE = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)")
NUMBER_DATE = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})\s?[/. -]\s?(?P<month>\d{{1,2}})\s?[/. -]\s?(?P<year>{YEAR})", re.I
)
WORD_DATE = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?(?P<month>{MONTH_WORD})\.?,?[\s-]*(?P<year>{YEAR})",
    re.I,
)


@dataclass(frozen=True)
class Search:
    """What to look for. All that is given must fit: `words` of a name, `numbers`, a day, an age in years."""

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    born: date | None = None
    age: int | None = None


def read(typed: str, on: date) -> tuple[tuple[str, ...], tuple[str, ...], date | None]:
    """Words of a name (small letters, no accents), numbers (as typed, without spaces), and a date.

    `on` tells which century a year of two figures is meant. Raises Refused.
    """
    rest, numbers = _take_nhs_numbers(typed)
    rest, born = _take_date(rest, on)
    words = []
    for part in rest.split():
        if _is_number(part):
            numbers.append(part.strip(",;:."))
        else:
            words += plain(part).split()
    if len(words) > MOST_WORDS:
        raise Refused(f"Enter no more than {MOST_WORDS} words")
    if words and sum(len(word) for word in words) < FEWEST_LETTERS:
        raise Refused(f"Enter at least {FEWEST_LETTERS} letters of the name")
    if not words and not numbers and born is None:
        raise Refused("Enter a name, a number or a date of birth")
    return tuple(words), tuple(numbers), born


def plain(text: str) -> str:
    """Small letters without accents; apostrophes gone, any other sign a space. The database does the same."""
    letters = unicodedata.normalize("NFKD", text.lower())
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w]+|_", " ", re.sub(r"['’‘`]", "", kept)).split())


def births_of_age(age: int, on: date) -> tuple[date, date]:
    """First and last day of birth of somebody about this old, a year more or less, on a day."""
    youngest = max(age - AGE_GIVE_OR_TAKE, 0)
    oldest = age + AGE_GIVE_OR_TAKE
    first = add_days(add_months(on, -(oldest + 1) * MONTHS_IN_YEAR), 1)
    return first, add_months(on, -youngest * MONTHS_IN_YEAR)


def _take_nhs_numbers(typed: str) -> tuple[str, list[str]]:
    numbers = ["".join(parts) for parts in NHS.findall(typed)]
    return NHS.sub(" ", typed), numbers


def _take_date(typed: str, on: date) -> tuple[str, date | None]:
    for shape in (ISO_DATE, WORD_DATE, NUMBER_DATE):
        found = shape.search(typed)
        if found:
            return f"{typed[: found.start()]} {typed[found.end() :]}", _as_date(found, on)
    return typed, None


def _as_date(found: re.Match[str], on: date) -> date:
    month = found["month"]
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    try:
        return date(_century(found["year"], on), number, int(found["day"]))
    except ValueError:
        raise Refused(f"{found[0].strip()} is not a real date") from None


def _century(year: str, on: date) -> int:
    """A year of two figures is this century's up to next year (births are expected), else the last."""
    if len(year) > 2:
        return int(year)
    this = on.year - on.year % 100 + int(year)
    return this if this <= on.year + 1 else this - 100


def _is_number(part: str) -> bool:
    """A council's number or a pupil number has a figure in it; "4" alone is part of a name."""
    return len(part) > 2 and any(sign.isdigit() for sign in part)
