"""By when a deadline is due: the kinds of limit, each counting from the day that it runs from. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from conferences.rules.timelimits import ReviewClock
from safeguarding.wording import counted, uk_day
from safeguarding.workingdays import Calendar, Count, add_days, add_months

DAYS_IN_A_WEEK = 7
# The number of a local limit on a day: safeguarding.policy.values.Limits.whole.
Setting = Callable[[str, date], int]


@dataclass(frozen=True)
class Counted:
    """A day as a limit gives it, with how it was counted.

    `not_counted` are the bank holidays left out; `number` is that of a local limit, None by statute.
    """

    day: date
    explanation: str
    not_counted: tuple[date, ...] = ()
    number: int | None = None


@dataclass(frozen=True)
class WorkingDays:
    """So many working days after the day it runs from, which is day 0."""

    n: int

    def counted(self, start: date, calendar: Calendar, setting: Setting) -> Counted:
        return _of(calendar.add(start, self.n), calendar)


@dataclass(frozen=True)
class LocalWorkingDays:
    """As many working days as a local limit says on the day it runs from; before it where `is_before`."""

    key: str
    is_before: bool = False

    def counted(self, start: date, calendar: Calendar, setting: Setting) -> Counted:
        n = setting(self.key, start)
        return _of(calendar.add(start, -n if self.is_before else n), calendar, n)


@dataclass(frozen=True)
class LocalWeeks:
    """As many weeks as a local limit says on the day it runs from."""

    key: str

    def counted(self, start: date, calendar: Calendar, setting: Setting) -> Counted:
        n = setting(self.key, start)
        return Counted(
            add_days(start, n * DAYS_IN_A_WEEK), f"{counted(n, 'week')} from {uk_day(start)}", number=n
        )


@dataclass(frozen=True)
class LocalMonths:
    """As many calendar months as a local limit says on the day it runs from."""

    key: str

    def counted(self, start: date, calendar: Calendar, setting: Setting) -> Counted:
        n = setting(self.key, start)
        return Counted(add_months(start, n), f"{counted(n, 'month')} from {uk_day(start)}", number=n)


@dataclass(frozen=True)
class BothClocks:
    """The earlier of calendar months and days: the first pair from the beginning, the other from a review."""

    first: ReviewClock
    later: ReviewClock

    def counted(self, start: date, calendar: Calendar, setting: Setting, *, is_first: bool = True) -> Counted:
        clock = self.first if is_first else self.later
        by_months, by_days = add_months(start, clock.months), add_days(start, clock.days)
        explanation = (
            f"{_which_governs(clock, by_months, by_days)}, from {clock.event} on {uk_day(start)}; "
            f"{clock.months} months is {uk_day(by_months)}, {clock.days} days is {uk_day(by_days)}"
        )
        return Counted(min(by_months, by_days), explanation)


@dataclass(frozen=True)
class ThatDay:
    """The day that it runs to is itself a fact: the meeting's, or one that somebody set."""

    def counted(self, start: date, calendar: Calendar, setting: Setting) -> Counted:
        return Counted(start, "the day itself")


Local = LocalWorkingDays | LocalWeeks | LocalMonths
Limit = WorkingDays | Local | BothClocks | ThatDay


def _of(count: Count, calendar: Calendar, number: int | None = None) -> Counted:
    return Counted(count.due, calendar.explain(count), count.not_counted, number)


def _which_governs(clock: ReviewClock, by_months: date, by_days: date) -> str:
    if by_months == by_days:
        return f"{clock.months} months, which is {clock.days} days"
    if by_months < by_days:
        return f"{clock.months} months, which comes before {clock.days} days"
    return f"{clock.days} days, which comes before {clock.months} months"
