"""By when a deadline is due: the kinds of limit, each counting from the day that it runs from. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from conferences.rules.timelimits import ReviewClock
from safeguarding.workingdays import Calendar, add_days, add_months

DAYS_IN_A_WEEK = 7
# The number of a local limit on a day: safeguarding.policy.values.Limits.whole.
Setting = Callable[[str, date], int]


@dataclass(frozen=True)
class WorkingDays:
    """So many working days after the day it runs from, which is day 0."""

    n: int

    def due(self, start: date, calendar: Calendar, setting: Setting) -> date:
        return calendar.add(start, self.n).due


@dataclass(frozen=True)
class LocalWorkingDays:
    """As many working days as a local limit says on the day it runs from; before it where `is_before`."""

    key: str
    is_before: bool = False

    def due(self, start: date, calendar: Calendar, setting: Setting) -> date:
        n = setting(self.key, start)
        return calendar.add(start, -n if self.is_before else n).due


@dataclass(frozen=True)
class LocalWeeks:
    """As many weeks as a local limit says on the day it runs from."""

    key: str

    def due(self, start: date, calendar: Calendar, setting: Setting) -> date:
        return add_days(start, setting(self.key, start) * DAYS_IN_A_WEEK)


@dataclass(frozen=True)
class BothClocks:
    """The earlier of calendar months and days: the first pair from the beginning, the other from a review."""

    first: ReviewClock
    later: ReviewClock

    def due(self, start: date, calendar: Calendar, setting: Setting, *, is_first: bool = True) -> date:
        clock = self.first if is_first else self.later
        return min(add_months(start, clock.months), add_days(start, clock.days))


@dataclass(frozen=True)
class ThatDay:
    """The day that it runs to is itself a fact: the meeting's, or one that somebody set."""

    def due(self, start: date, calendar: Calendar, setting: Setting) -> date:
        return start


Limit = WorkingDays | LocalWorkingDays | LocalWeeks | BothClocks | ThatDay
