"""Whether two records may be of one child: what speaks for it and what against. Pure, and only ever a
suggestion: a person says whether it is so (docs/decisions/0095).

A local rule (L): a child recorded twice is missed by the check of plan history (CIN census N00116).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from conferences.rules.same_child_names import Name, Nearness, families_near, nearness
from safeguarding.labelled import Labelled
from safeguarding.register.identifiers import nhs_number_problem, upn_problem
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_days

MOST_DIFFERENCES = 2
"""Of names, dates and sex together; with more, two records are of two children."""
# A birth before and after the day it was expected, in days: under one family, and by the family name alone.
BEFORE_EXPECTED, AFTER_EXPECTED = 112, 28
BEFORE_EXPECTED_BY_NAME, AFTER_EXPECTED_BY_NAME = 42, 21
NUMBER_WORDS = frozenset({"UNKNOWN", "NULL", "NA", "N/A", "NONE", "TBC", "TBA", "NIL"})


class PairAnswerCode(Labelled):
    """What a person says of two records."""

    SAME = "SAME", "The same child"
    DIFFERENT = "DIFFERENT", "Two different children"
    NOT_SURE = "NOT_SURE", "Not sure"


class PairState(Labelled):
    """How a pair stands, by the last word about it. What is said to be different is in no list."""

    OPEN = "OPEN", "To be judged"
    SAME = "SAME", "The same child, not joined yet"
    DIFFERENT = "DIFFERENT", "Two different children"
    NOT_SURE = "NOT_SURE", "Not sure"


@dataclass(frozen=True)
class Identity:
    """Who a record says the child is. `mothers` are ids of the people recorded as its mother."""

    council_number: str = ""
    upn: str = ""
    former_upn: str = ""
    nhs_number: str = ""
    names: tuple[Name, ...] = ()
    birth_date: date | None = None
    expected_date: date | None = None
    sex: str = "U"
    family: int | None = None
    mothers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Suggestion:
    """Why two records may be of one child, in sentences. `is_certain`: a number of the two is the same."""

    is_certain: bool
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


def suggestion(one: Identity, other: Identity) -> Suggestion | None:
    """What speaks for and against two records being of one child; None where nothing suggests it.

    A number, a former one too, or a near name with a near date: never a name alone. Of two different NHS
    numbers only the same pupil number says otherwise.
    """
    numbers = tuple(_same_numbers(one, other))
    two_nhs = bool(nhs(one) and nhs(other) and nhs(one) != nhs(other))
    alike = _alike(one, other)
    if not numbers and (alike is None or two_nhs):
        return None
    speaks_for = (*numbers, *(alike or ()), *_common(one, other))
    against = tuple(_against(one, other, is_alike=alike is not None))
    return Suggestion(bool(numbers) and not two_nhs, speaks_for, against)


def upns(record: Identity) -> frozenset[str]:
    """The pupil numbers of a record that can be one: a placeholder or a malformed number is none."""
    found = (plain_number(record.upn), plain_number(record.former_upn))
    return frozenset(number for number in found if number and not upn_problem(number))


def nhs(record: Identity) -> str:
    """The NHS number of a record, where it can be one."""
    number = plain_number(record.nhs_number)
    return "" if not number or nhs_number_problem(number) else number


def plain_number(text: str) -> str:
    """A number in capitals without spaces; nothing for a placeholder, or one sign over and over."""
    number = "".join(text.split()).upper()
    digits = number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return "" if number in NUMBER_WORDS or len(set(digits)) < 2 else number


def _same_numbers(one: Identity, other: Identity) -> Iterator[str]:
    if shared := upns(one) & upns(other):
        is_present = {plain_number(one.upn)} & {plain_number(other.upn)} & shared
        yield (
            "The pupil number is the same."
            if is_present
            else "The pupil number of one is the former pupil number of the other."
        )
    if nhs(one) and nhs(one) == nhs(other):
        yield "The NHS number is the same."
    council = plain_number(one.council_number)
    if council and council == plain_number(other.council_number):
        yield "The council’s numbers differ only in capital and small letters."


def _alike(one: Identity, other: Identity) -> tuple[str, ...] | None:
    """The sentences by which names and dates are near together; None where they are not."""
    if one.birth_date and other.birth_date:
        return _both_born(one, other, one.birth_date, other.birth_date)
    unborn, known = (one, other) if one.birth_date is None else (other, one)
    return _unborn(unborn, known)


def _both_born(one: Identity, other: Identity, born: date, day: date) -> tuple[str, ...] | None:
    dates = _near_dates(born, day)
    if dates is None:
        return None
    names = _best_names(one, other) or _name_to_come(one, other, dates)
    if names is None:
        return None
    sexes = int({one.sex, other.sex} == {"M", "F"})
    is_near = names.differences + dates.differences + sexes <= MOST_DIFFERENCES
    return (*names.words, *dates.words) if is_near else None


def _near_dates(one: date, other: date) -> Nearness | None:
    if one == other:
        return Nearness(0, ("The birth dates are the same.",))
    if other in (add_days(one, 1), add_days(one, -1)):
        return Nearness(1, ("The birth dates are a day apart.",))
    if other == turned(one):
        return Nearness(1, ("Day and month of the birth dates have changed places.",))
    return None


def turned(day: date) -> date | None:
    """The date whose day and month have changed places, where there is one."""
    return date(day.year, day.day, day.month) if day.day <= 12 and day.day != day.month else None


def _best_names(one: Identity, other: Identity) -> Nearness | None:
    found = (
        (near, mine, theirs)
        for mine in one.names
        for theirs in other.names
        if (near := nearness(mine, theirs))
    )
    best = min(
        found,
        key=lambda way: (way[0].differences, not (way[1].is_present and way[2].is_present)),
        default=None,
    )
    if best is None:
        return None
    near, mine, theirs = best
    if mine.is_present and theirs.is_present:
        return near
    return Nearness(
        near.differences, (*near.words, "One of them is a name that the child had or also goes by.")
    )


def _name_to_come(one: Identity, other: Identity, dates: Nearness) -> Nearness | None:
    """A child born and not named yet, under one family with the other record."""
    is_unnamed = any(not any(name.known_given for name in record.names) for record in (one, other))
    if dates.differences or not is_unnamed or not _under_one_roof(one, other) or not _family_near(one, other):
        return None
    return Nearness(1, ("The family name is the same, and one record has no given name yet.",))


def _unborn(unborn: Identity, known: Identity) -> tuple[str, ...] | None:
    """A record made before the birth, and another, perhaps before the birth too."""
    expected, day = unborn.expected_date, known.birth_date or known.expected_date
    if expected is None or day is None:
        return None
    roof, name = _under_one_roof(unborn, known), _family_near(unborn, known)
    before, after = (
        (BEFORE_EXPECTED, AFTER_EXPECTED) if roof else (BEFORE_EXPECTED_BY_NAME, AFTER_EXPECTED_BY_NAME)
    )
    if known.birth_date is None:
        before = after = AFTER_EXPECTED_BY_NAME
    if not (roof or name) or not add_days(expected, -before) <= day <= add_days(expected, after):
        return None
    if _given_of_both_differ(unborn, known):
        return None
    what = "was born" if known.birth_date else "is expected too"
    when = f"One record expects a birth on {uk_date(expected)}; the other child {what} on {uk_date(day)}."
    if known.birth_date is None:
        when = f"Births are expected on {uk_date(expected)} and on {uk_date(day)}."
    return (when, "The family name is the same.") if name else (when,)


def _given_of_both_differ(one: Identity, other: Identity) -> bool:
    given = [{name.known_given for name in record.names} - {""} for record in (one, other)]
    return all(given) and _best_names(one, other) is None


def _under_one_roof(one: Identity, other: Identity) -> bool:
    return (one.family is not None and one.family == other.family) or bool(one.mothers & other.mothers)


def _family_near(one: Identity, other: Identity) -> bool:
    return any(
        families_near(mine.known_family, theirs.known_family) for mine in one.names for theirs in other.names
    )


def _common(one: Identity, other: Identity) -> Iterator[str]:
    """What alone would suggest nothing."""
    if one.mothers & other.mothers:
        yield "They have the same mother."
    elif one.family is not None and one.family == other.family:
        yield "They are in the same family."


def _against(one: Identity, other: Identity, *, is_alike: bool) -> Iterator[str]:
    if upns(one) and upns(other) and not upns(one) & upns(other):
        yield "They have two different pupil numbers."
    if nhs(one) and nhs(other) and nhs(one) != nhs(other):
        yield "They have two different NHS numbers."
    if {one.sex, other.sex} == {"M", "F"}:
        yield "One is recorded as a boy, the other as a girl."
    if not is_alike and any(one.names) and any(other.names):
        yield "Names and dates are not alike."
    if one.family is not None and one.family == other.family and one.birth_date == other.birth_date:
        yield "Twins and other siblings are in one family too."
    elif None not in (one.family, other.family) and one.family != other.family:
        yield "They are in two families."
