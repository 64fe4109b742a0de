"""Whether the coming weeks hold the conferences that fall due in them, and which week is the first that does
not. Pure; R7 and R8 for the reviews, R1 for how soon an initial conference is held (docs/rules.md).

A conference can be held from some week on and must be by another. In each week those are held first whose
last week is the soonest: no other order holds more of them in time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from functools import cache
from itertools import pairwise

from conferences.rules.scheduling import CLOSES, OPENS, USUAL_LENGTH, minutes_between
from conferences.rules.scheduling_hours import Hours

WEEKS = 52
# So many weeks before its last one a review can be held (own: earlier, there is little to review).
EARLY_WEEKS = 4
# An initial conference is held within 15 working days: in the week of its strategy discussion or two later.
INITIAL_WEEKS = 2
DAYS_A_WEEK = 5
# Of ten weeks, as many initial conferences as came in the fullest: nine are no fuller.
FULL = Fraction(9, 10)


@dataclass(frozen=True)
class Job:
    """Conferences of one kind, so many, to be held from one week to another, by their places in the year."""

    first: int
    last: int
    number: int = 1


@dataclass(frozen=True)
class Late:
    """A week at whose end conferences were not held that must have been, and how many."""

    week: int
    number: int


@dataclass(frozen=True)
class Rate:
    """How many initial conferences come in a week, by the weeks that are known: on average, in the emptiest
    and the fullest, and as many as nine weeks of ten had or fewer.
    """

    weeks: int
    total: int
    lowest: int
    highest: int
    full: int

    @property
    def mean(self) -> Fraction:
        return Fraction(self.total, self.weeks) if self.weeks else Fraction()


@dataclass(frozen=True)
class Supply:
    """What a week has: sessions of chairs and of rooms, and what stands in its diary already."""

    chairs: int
    rooms: int
    booked: int
    away: int = 0
    days: int = DAYS_A_WEEK

    @property
    def sessions(self) -> int:
        return min(self.chairs, self.rooms)

    @property
    def free(self) -> int:
        return max(0, self.sessions - self.booked)


@dataclass(frozen=True)
class Demand:
    """What falls due in a week: reviews that are known, those that follow if plans go on, initial ones that
    are expected to begin in it, and those that are asked for and in no diary yet (`waiting`).
    """

    reviews: int = 0
    later: int = 0
    initial: int = 0
    waiting: int = 0

    @property
    def total(self) -> int:
        return self.reviews + self.later + self.initial + self.waiting


def rate_of(by_week: Sequence[int]) -> Rate:
    """The rate by how many came in each week that is known."""
    if not by_week:
        return Rate(0, 0, 0, 0, 0)
    ordered = sorted(by_week)
    at = -(-len(ordered) * FULL.numerator // FULL.denominator) - 1
    return Rate(len(ordered), sum(ordered), ordered[0], ordered[-1], ordered[at])


def expected(a_week: Fraction, weeks: int) -> list[int]:
    """So many a week in whole numbers, spread so that no sum of weeks is off by one."""
    sums = [int(a_week * number) for number in range(weeks + 1)]
    return [after - before for before, after in pairwise(sums)]


def jobs_of(demands: Sequence[Demand]) -> Iterator[Job]:
    """The conferences of the year with the weeks in which each can be held."""
    last = len(demands) - 1
    for week, one in enumerate(demands):
        if one.reviews + one.later:
            yield Job(max(0, week - EARLY_WEEKS), week, one.reviews + one.later)
        if one.initial and week + INITIAL_WEEKS <= last:
            yield Job(week, week + INITIAL_WEEKS, one.initial)
        if one.waiting:
            yield Job(0, week, one.waiting)


def weeks_that_break(free: Sequence[int], jobs: Iterable[Job]) -> list[Late]:
    """The weeks at whose end something was not held in time, and how much: the soonest last week first."""
    left = {job: job.number for job in set_of(jobs)}
    found = []
    for week, sessions in enumerate(free):
        room = sessions
        for job in sorted(left, key=lambda one: one.last):
            if job.first <= week and room:
                held = min(room, left[job])
                left[job] -= held
                room -= held
        if late := sum(number for job, number in left.items() if job.last == week):
            found.append(Late(week, late))
        left = {job: number for job, number in left.items() if number and job.last > week}
    return found


def set_of(jobs: Iterable[Job]) -> Iterator[Job]:
    """Jobs of the same weeks as one."""
    sums: dict[tuple[int, int], int] = {}
    for job in jobs:
        sums[job.first, job.last] = sums.get((job.first, job.last), 0) + job.number
    return (Job(first, last, number) for (first, last), number in sums.items())


@cache
def sessions_of(hours: Hours, most: int) -> int:
    """How many conferences of the usual length fit into a day's hours; `most` of them, 0 for any number."""
    begins, ends = hours or (OPENS, CLOSES)
    begins, ends = max(begins, OPENS), min(ends, CLOSES)
    fit = max(0, minutes_between(_on_some_day(begins), _on_some_day(ends))) // USUAL_LENGTH
    return min(fit, most) if most else fit


def week_of_chair(days: Mapping[date, int], a_week: int) -> int:
    """A chair's sessions of a week, by those of each day on which they work: at most so many a full week, and
    of a shorter one its share, rounded up.
    """
    working = sum(1 for sessions in days.values() if sessions)
    share = -(-a_week * working // DAYS_A_WEEK)
    return min(sum(days.values()), share) if a_week else sum(days.values())


def _on_some_day(clock: time) -> datetime:
    return datetime.combine(date.min, clock)
