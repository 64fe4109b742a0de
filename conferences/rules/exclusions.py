"""Who of the family is kept from a conference, from all or part of it: why, and how they take part instead.
Pure.

R21 (L): grounds as Sussex 7.10 has them, with bail and orders of a court; the chair decides, for the shortest
time, and whoever is excluded still has a way to take part and hears what was decided (process 1.7).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from conferences.rules.quoracy import PRESENT
from safeguarding.labelled import Labelled, label
from safeguarding.refusals import Problem, missing
from safeguarding.wording import uk_date


class Ground(Labelled):
    """Why somebody should be excluded."""

    WELFARE = "WELFARE", "Being there would seriously harm the child’s welfare"
    VIOLENCE = "VIOLENCE", "Risk of violence or threats"
    INTIMIDATION = "INTIMIDATION", "A child or somebody else who takes part would be intimidated"
    COURT = "COURT", "Bail, a court order or an injunction forbids it"
    UNFIT = "UNFIT", "Expected to be under the influence of alcohol or drugs"
    CHILD = "CHILD", "The child asks for it"
    CONFIDENTIAL = "CONFIDENTIAL", "Confidential information must be told: legal advice, a criminal enquiry"
    CONFLICT = "CONFLICT", "Conflict in the family: they take part apart from each other"
    OTHER = "OTHER", "Another reason"


class Extent(Labelled):
    """From how much of the conference."""

    WHOLE = "WHOLE", "The whole conference"
    PART = "PART", "A part of the conference"


class Answer(Labelled):
    """What the chair decided."""

    WHOLE = "WHOLE", "Excluded from the whole conference"
    PART = "PART", "Excluded from a part of the conference"
    NOT = "NOT", "Not excluded"


class Instead(Labelled):
    """How somebody takes part who is excluded."""

    WRITTEN = "WRITTEN", "In writing"
    TELEPHONE = "TELEPHONE", "By telephone with the chair, apart from the conference"
    SEPARATE = "SEPARATE", "In a meeting of their own with the chair"
    ADVOCATE = "ADVOCATE", "Through an advocate or another who speaks for them"
    OTHER_PARTS = "OTHER_PARTS", "In the parts of the conference from which they are not excluded"


class ToldHow(Labelled):
    """How somebody was told that they are excluded."""

    LETTER = "LETTER", "By letter"
    TELEPHONE = "TELEPHONE", "By telephone"
    IN_PERSON = "IN_PERSON", "In person"
    THROUGH = "THROUGH", "Through an advocate or solicitor"


class Way(Labelled):
    """How a letter comes to somebody who is known by name alone."""

    POST = "POST", "To an address that we know"
    HAND = "HAND", "Somebody hands it to them"
    NONE = "NONE", "No letter can reach them: they are told in person"


class LiftReason(Labelled):
    """Why an exclusion stands no more."""

    MISTAKE = "MISTAKE", "It was recorded by mistake"
    CHANGED = "CHANGED", "What it was asked or decided for has changed"
    COMPLAINT = "COMPLAINT", "After a complaint, or advice from a lawyer"
    TAKEN_BACK = "TAKEN_BACK", "Whoever asked for it took it back"
    OTHER = "OTHER", "Another reason"


class Given(Labelled):
    """Whether an excluded person gets something of what was decided."""

    YES = "YES", "Yes"
    NO = "NO", "No"


EXCLUDED = frozenset({Answer.WHOLE, Answer.PART})
REACHED = frozenset({Way.POST, Way.HAND})


@dataclass(frozen=True)
class AskedFor:
    """An exclusion as it is asked for: `facts` are the reason in words, `asker` who wants it."""

    ground: Ground | None = None
    facts: str = ""
    extent: Extent | None = None
    part: str = ""
    asker: str = ""
    asked_date: dt.date | None = None


def asked_problems(told: AskedFor, on: dt.date) -> list[Problem]:
    """What an exclusion that is asked for lacks."""
    found = missing(
        ground=(told.ground, "Select why they should be excluded"),
        facts=(told.facts, "Enter what is known: facts, and where they are from"),
        extent=(told.extent, "Select whether it is for the whole conference or a part"),
        asker=(told.asker, "Enter who asks for it"),
        asked_date=(told.asked_date, "Enter the day on which it was asked for"),
    )
    if told.extent is Extent.PART:
        found += missing(part=(told.part, "Enter which part"))
    if told.asked_date and told.asked_date > on:
        found.append(Problem("The day on which it was asked for must be today or earlier", "asked_date"))
    return found


@dataclass(frozen=True)
class DecidedOn:
    """What the chair decided. `letter_why` is what the person is told of why; `teller` who tells them."""

    answer: Answer | None = None
    part: str = ""
    reasons: str = ""
    instead: Instead | None = None
    instead_words: str = ""
    letter_why: str = ""
    teller: str = ""


def decided_problems(told: DecidedOn) -> list[Problem]:
    """What a decision lacks: whoever is excluded gets a way to take part, and is told why by somebody."""
    found = missing(
        answer=(told.answer, "Select what you decide"),
        reasons=(told.reasons, "Enter the reasons for your decision"),
    )
    if told.answer not in EXCLUDED:
        return found
    if told.answer is Answer.PART:
        found += missing(part=(told.part, "Enter from which part"))
    found += missing(
        instead=(told.instead, "Select how they take part instead"),
        letter_why=(told.letter_why, "Enter what they are told of why"),
        teller=(told.teller, "Enter who tells them"),
    )
    if told.answer is Answer.WHOLE and told.instead is Instead.OTHER_PARTS:
        sentence = "Whoever is excluded from the whole conference takes part in no part of it"
        found.append(Problem(sentence, "instead"))
    return found


def way_problems(way: Way | None, words: str) -> list[Problem]:
    """What is missing of how a letter comes to somebody."""
    found = missing(way=(way, "Select how a letter comes to them"))
    if way is Way.POST:
        found += missing(words=(words, "Enter the address"))
    if way is Way.HAND:
        found += missing(words=(words, "Enter who hands it to them"))
    return found


def telling_problems(
    told_date: dt.date | None, decided: dt.date, on: dt.date, *, asked: dt.date, was_held_first: bool = False
) -> list[Problem]:
    """Why somebody cannot have been told on a day. Where a conference `was_held_first` and entered here
    later, the decision is recorded after the day on which they were told of it.
    """
    if told_date is None:
        return [Problem("Enter the day on which they were told", "told_date")]
    if told_date > on:
        return [Problem("The day on which they were told must be today or earlier", "told_date")]
    if was_held_first:
        sentence = f"They cannot have been told before it was asked for on {uk_date(asked)}"
        return [Problem(sentence, "told_date")] if told_date < asked else []
    if told_date < decided:
        sentence = f"They cannot have been told before it was decided on {uk_date(decided)}"
        return [Problem(sentence, "told_date")]
    return []


def let_in_problems(told_date: dt.date | None, over: dt.date, on: dt.date) -> list[Problem]:
    """Why somebody cannot have been told on a day that an exclusion stands no more."""
    if told_date is None:
        return [Problem("Enter the day on which they were told", "told_date")]
    if told_date > on:
        return [Problem("The day on which they were told must be today or earlier", "told_date")]
    if told_date < over:
        sentence = f"They cannot have been told before it stood no more on {uk_date(over)}"
        return [Problem(sentence, "told_date")]
    return []


@dataclass(frozen=True)
class Kept:
    """Somebody who is excluded, as far as others must be held against it: `person` is an id, None for one
    who is known by name alone; `answer` the chair's code.
    """

    name: str
    answer: str
    person: int | None = None


def is_them(kept: Kept, name: str, person: int | None) -> bool:
    """Whether somebody of the family who is named is this one: the same person, or, where one of the two is
    known by name alone, the same name.
    """
    if kept.person is not None and person is not None:
        return kept.person == person
    return kept.name.casefold() == name.strip().casefold()


def kept_from_all(kept: Iterable[Kept], name: str, person: int | None) -> bool:
    """Whether somebody of the family is excluded from the whole of a conference."""
    return any(one.answer == Answer.WHOLE and is_them(one, name, person) for one in kept)


def attendance_problem(kept: Iterable[Kept], name: str, person: int | None, mode: str) -> str:
    """R21 (L): why somebody of the family cannot have taken part in this way; "" where they can."""
    if mode in PRESENT and kept_from_all(kept, name, person):
        return (
            f"{name} is excluded from the whole conference. Select “Did not attend” or “Sent a report only”,"
            " or lift the exclusion"
        )
    return ""


def extent_words(answer: str, part: str) -> str:
    """Excluded from a part of the conference: while the police tell what they know."""
    said = label(Answer, answer)
    return f"{said}: {part}" if answer == Answer.PART and part else said


def instead_words(instead: str, more: str) -> str:
    """How somebody takes part: In writing. By Friday, to the chair."""
    return ". ".join(filter(None, (label(Instead, instead), more)))


class What(Labelled):
    """What of the outcome may go to somebody who was excluded."""

    LETTER = "LETTER", "the decision letter"
    RECORD = "RECORD", "a copy of the record"


def outcome_sentence(given: str, what: What) -> str:
    """Why nothing is proposed to somebody who was excluded; "" where the chair decided that they get it."""
    if given == Given.YES:
        return ""
    if given == Given.NO:
        return f"They were excluded, and the chair decided that they do not get {what.label}."
    return (
        f"They were excluded: the chair decides first whether they get {what.label},"
        " on the page of the exclusion."
    )
