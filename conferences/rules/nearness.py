"""Which earlier decisions are near to a case, in what they are alike, and in what they differ. Pure.

What counts, and how much, is our own (L): no source says what makes two families alike, and no model is known
that foresees a re-plan. So nothing here is a score of a family: the points put a list into its order, and are
shown nowhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import IntEnum
from functools import cache
from typing import Any, NamedTuple

from conferences.rules.consultations import DECIDED, Answer, Cause
from conferences.rules.replans import GapBand
from conferences.rules.vocabulary import Category, EndReason
from safeguarding.labelled import Labelled
from safeguarding.workingdays import age

# How many are shown beside a decision, each of another family.
SHOWN = 3
# A partner agency's right is nobody's decision, and nothing to compare a decision with.
COMPARED = tuple(answer for answer in DECIDED if answer is not Answer.PARTNER_RIGHT)
# What stands for the gap since a plan, and for how it ended, where the plan runs.
RUNS = "RUNS"


class Aspect(Labelled):
    """What two cases are compared in, in the order in which it is told."""

    KIND = "KIND", "Why it was raised"
    GAP = "GAP", "Time since the last plan"
    CATEGORY = "CATEGORY", "Category of the last plan"
    ENDED = "ENDED", "How the last plan ended"
    BEFORE = "BEFORE", "Plans before"
    LENGTH = "LENGTH", "Length of the last plan"
    AGE = "AGE", "Age of the child"
    CHILDREN = "CHILDREN", "Children asked about"


A = Aspect
# How much each counts: why it was raised before all, then what the threshold is about, then the rest.
WEIGHTS: dict[Aspect, int] = {
    A.KIND: 4,
    A.GAP: 3,
    A.CATEGORY: 3,
    A.ENDED: 2,
    A.BEFORE: 2,
    A.LENGTH: 1,
    A.AGE: 1,
    A.CHILDREN: 1,
}
# What matters most beside why it was raised, of a plan that ended and of one that runs.
MATTERS = (A.GAP, A.CATEGORY, A.ENDED)
MATTERS_RUNNING = (A.CATEGORY, A.LENGTH, A.BEFORE)
FEWEST_ALIKE = 2


class Likeness(IntEnum):
    """How alike two cases are in one thing, from far to near. What is not known is not known, and not far."""

    OTHER = 0
    UNKNOWN = 1
    NEXT = 2
    SAME = 3


class AgeBand(Labelled):
    """How old a child is, in the bands of the DfE's tables (C); who is not born is of a band of their own."""

    UNBORN = "UNBORN", "Not born yet"
    UNDER_1 = "UNDER_1", "Under 1 year old"
    FROM_1 = "FROM_1", "1 to 4 years old"
    FROM_5 = "FROM_5", "5 to 9 years old"
    FROM_10 = "FROM_10", "10 to 15 years old"
    FROM_16 = "FROM_16", "16 years or older"


AGES = ((1, AgeBand.UNDER_1), (5, AgeBand.FROM_1), (10, AgeBand.FROM_5), (16, AgeBand.FROM_10))
# Bands that lie beside each other are near.
IN_ORDER = (
    (GapBand.UNDER_6, GapBand.FROM_6, GapBand.FROM_12, GapBand.FROM_24),
    (AgeBand.UNDER_1, AgeBand.FROM_1, AgeBand.FROM_5, AgeBand.FROM_10, AgeBand.FROM_16),
)
NOT_TOLD = frozenset(["", EndReason.NOT_RECORDED.value])


class Case(NamedTuple):
    """One child's case as it stood on the day of its decision, or stands today.

    `gap` is a GapBand or RUNS; `ended` an EndReason, RUNS, or "" where that is not known, and `step_down`
    where support went then. `category` is the latest of the last plan, "" where it is not known; of a new
    baby, the last plan is a brother's or sister's. `before` counts the plans before, without the one that
    runs; `children` those in sight whom the consultation is about.
    """

    kind: str
    gap: str
    category: str
    ended: str
    step_down: str
    before: int
    length: str
    age: str
    children: int

    @property
    def runs(self) -> bool:
        """Whether it is about a plan that runs."""
        return self.gap == RUNS

    def facts(self) -> tuple[object, ...]:
        """What is compared, in the order of Aspect."""
        return (
            (self.kind, self.runs),
            self.gap,
            self.category,
            (self.ended, self.step_down),
            self.before,
            self.length,
            self.age,
            self.children,
        )


class Earlier(NamedTuple):
    """A case that was decided: of which consultation of a child and of which family's, and when."""

    case: Case
    consultation: int
    family: int
    decided: datetime


def age_band(born: date | None, on: date) -> AgeBand:
    """The band of a child's age on a day."""
    if born is None or born > on:
        return AgeBand.UNBORN
    years = age(born, on)
    return next((band for below, band in AGES if years < below), AgeBand.FROM_16)


def compare(case: Case, other: Case) -> dict[Aspect, Likeness]:
    """How alike two cases are in each thing."""
    pairs = zip(Aspect, case.facts(), other.facts(), strict=True)
    return {aspect: _likeness(aspect, one, another) for aspect, one, another in pairs}


def is_near(case: Case, found: Mapping[Aspect, Likeness]) -> bool:
    """Whether the other was raised for something alike, and is alike in two of what matters most beside, the
    same in one.
    """
    if found[A.KIND] is Likeness.OTHER:
        return False
    matters = MATTERS_RUNNING if case.runs else MATTERS
    alike = [found[aspect] for aspect in matters if found[aspect] >= Likeness.NEXT]
    return len(alike) >= FEWEST_ALIKE and Likeness.SAME in alike


def nearest(case: Case, decided: Iterable[Earlier]) -> list[Earlier]:
    """The nearest few, each of another family: the nearest first, of equally near ones the latest.

    What is near in nothing that matters is left out, so there may be none.
    """
    points: dict[Case, int] = {}
    ranked = []
    for one in decided:
        if one.case not in points:
            found = compare(case, one.case)
            points[one.case] = _points(found) if is_near(case, found) else 0
        if points[one.case]:
            ranked.append((points[one.case], one.decided, one.consultation, one))
    chosen: dict[int, Earlier] = {}
    for *_, one in sorted(ranked, key=lambda row: row[:3], reverse=True):
        if len(chosen) == SHOWN:
            break
        chosen.setdefault(one.family, one)
    return list(chosen.values())


def _points(found: Mapping[Aspect, Likeness]) -> int:
    return sum(WEIGHTS[aspect] * likeness for aspect, likeness in found.items())


# The same few facts come again and again among thousands of decisions.
@cache
def _likeness(aspect: Aspect, one: object, other: object) -> Likeness:
    return _ALIKE.get(aspect, _same)(one, other)


def _same(one: object, other: object) -> Likeness:
    return Likeness.SAME if one == other else Likeness.OTHER


def _kinds(one: tuple[str, bool], other: tuple[str, bool]) -> Likeness:
    """Two about a plan that runs are near, and two about one that ended; a new baby is near to others."""
    if one == other:
        return Likeness.SAME
    babies = [kind == Cause.NEW_BABY for kind, _ in (one, other)]
    is_near = all(babies) or (not any(babies) and one[1] == other[1])
    return Likeness.NEXT if is_near else Likeness.OTHER


def _bands(one: str, other: str) -> Likeness:
    if one == other and one != GapBand.UNKNOWN:
        return Likeness.SAME
    if RUNS in (one, other):
        return Likeness.OTHER
    if GapBand.UNKNOWN in (one, other):
        return Likeness.UNKNOWN
    for bands in IN_ORDER:
        places = [bands.index(band) for band in bands if band in (one, other)]
        if len(places) == 2 and places[1] - places[0] == 1:
            return Likeness.NEXT
    return Likeness.OTHER


def _categories(one: str, other: str) -> Likeness:
    """Multiple is near to each other category, of which it may hold one."""
    if not one or not other:
        return Likeness.UNKNOWN
    if one == other:
        return Likeness.SAME
    return Likeness.NEXT if Category.MUL in (one, other) else Likeness.OTHER


def _endings(one: tuple[str, str], other: tuple[str, str]) -> Likeness:
    """The same reason and the same support after it; by the reason alone they are near."""
    reasons = (one[0], other[0])
    if RUNS not in reasons and not NOT_TOLD.isdisjoint(reasons):
        return Likeness.UNKNOWN
    if one[0] != other[0]:
        return Likeness.OTHER
    is_same = one[1] == other[1] and (one[1] or one[0] == RUNS)
    return Likeness.SAME if is_same else Likeness.NEXT


def _numbers(one: int, other: int) -> Likeness:
    """One apart is near, and so are three and more."""
    if one == other:
        return Likeness.SAME
    return Likeness.NEXT if abs(one - other) == 1 or min(one, other) >= 3 else Likeness.OTHER


def _children(one: int, other: int) -> Likeness:
    """Two consultations about brothers and sisters are near, whatever their number."""
    if one == other:
        return Likeness.SAME
    return Likeness.NEXT if min(one, other) > 1 else Likeness.OTHER


_ALIKE: dict[Aspect, Callable[[Any, Any], Likeness]] = {
    A.KIND: _kinds,
    A.GAP: _bands,
    A.CATEGORY: _categories,
    A.ENDED: _endings,
    A.BEFORE: _numbers,
    A.LENGTH: _bands,
    A.AGE: _bands,
    A.CHILDREN: _children,
}
