"""The only place that counts days: working days, calendar months and the year that ends on 31 March.

Pure. The calendar of holidays is handed in, so that a wrong or missing holiday is a fault of data, found
by a check, and never a second way of counting.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import Self

from safeguarding.wording import counted, joined, uk_date, uk_day, uk_day_of_year

SATURDAY = 5
MONTHS_IN_YEAR = 12
YEAR_END_MONTH = 3
# So long before the last day that is known more holidays are asked for: GOV.UK publishes two years ahead.
NOTICE_MONTHS = 18
# The years of a day that is typed: one of another is a slip, and no other day may lie before or after it.
YEARS = range(1800, 9000)


class OutsideCalendar(ValueError):
    """A working day was asked for outside the dates for which bank holidays are known."""

    def __init__(self, day: date | None, first: date, last: date) -> None:
        reached = f"{uk_date(day)} is" if day else "The count runs"
        super().__init__(
            f"{reached} outside the bank holidays this service knows, {uk_date(first)} to {uk_date(last)}."
        )


@dataclass(frozen=True)
class Count:
    """A count of working days and what it left out.

    `n` is negative when the count ran backwards. `not_counted` holds the bank holidays that fell on a
    weekday inside the count, in order of date.
    """

    due: date
    start: date
    n: int
    not_counted: tuple[date, ...] = ()


@dataclass(frozen=True)
class Calendar:
    """Working days (Monday to Friday without bank holidays) from `first` to `last`, both included.

    Source: the CIN census counts in England's working days (docs/rules.md, R2). A council's own closure
    days are still working days. Every method raises OutsideCalendar for a day that is not covered.
    """

    holidays: frozenset[date]
    first: date
    last: date

    @property
    def asked_from(self) -> date:
        """The day from which more bank holidays are asked for."""
        return add_months(self.last, -NOTICE_MONTHS)

    def is_working_day(self, day: date) -> bool:
        self._position(day)
        return self._works(day)

    def add(self, day: date, n: int) -> Count:
        """The nth working day after `day`, which is day 0 itself; before it when n is negative."""
        if n == 0:
            self._position(day)
            return Count(day, day, 0)
        if n < 0:
            return self._back(day, n)
        due = self._day_numbered(self._ordinal(day) + n)
        return Count(due, day, n, self._weekday_holidays(add_days(day, 1), due))

    def between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` is the earlier."""
        return self._ordinal(end) - self._ordinal(start)

    def ordinals(self, first: date, last: date) -> list[tuple[date, int]]:
        """Each day with the number of working days up to it, for joins in SQL.

        between(a, b) is the ordinal of b less that of a, whatever range was asked for.
        """
        start, end = self._position(first), self._position(last)
        return [(add_days(self.first, at), self._numbers[at]) for at in range(start, end + 1)]

    def explain(self, count: Count) -> str:
        """The count as a sentence: "15 working days from Thursday 20 December 2018; not counted: ..."."""
        direction = "before" if count.n < 0 else "from"
        n = counted(abs(count.n), "working day", none="0")
        words = f"{n} {direction} {uk_day(count.start)}"
        return f"{words}; not counted: {_days_by_month(count.not_counted)}" if count.not_counted else words

    @cached_property
    def _numbers(self) -> list[int]:
        numbers, reached = [], 0
        for at in range((self.last - self.first).days + 1):
            reached += self._works(self.first + timedelta(days=at))
            numbers.append(reached)
        return numbers

    def _works(self, day: date) -> bool:
        return not is_weekend(day) and day not in self.holidays

    def _position(self, day: date) -> int:
        if not self.first <= day <= self.last:
            raise OutsideCalendar(day, self.first, self.last)
        return (day - self.first).days

    def _ordinal(self, day: date) -> int:
        return self._numbers[self._position(day)]

    def _day_numbered(self, ordinal: int) -> date:
        """The working day with this ordinal: the first day on which the running number reaches it."""
        at = bisect_left(self._numbers, ordinal)
        if ordinal < 1 or at == len(self._numbers):
            raise OutsideCalendar(None, self.first, self.last)
        return self.first + timedelta(days=at)

    def _back(self, day: date, n: int) -> Count:
        # A day that is not worked stands for the working day after it: one back from a Sunday is Friday.
        reached = self._ordinal(day) + (0 if self._works(day) else 1)
        due = self._day_numbered(reached + n)
        return Count(due, day, n, self._weekday_holidays(due, add_days(day, -1)))

    def _weekday_holidays(self, first: date, last: date) -> tuple[date, ...]:
        return tuple(sorted(d for d in self.holidays if first <= d <= last and not is_weekend(d)))


@dataclass(frozen=True)
class Span:
    """Whole calendar months and the days over, for words that people read; no limit is counted so."""

    months: int
    days: int

    def __str__(self) -> str:
        """1 year and 3 months, 5 months, 12 days: in the two largest units that say something."""
        years, months = divmod(self.months, MONTHS_IN_YEAR)
        if not self.months:
            return counted(self.days, "day", none="0")
        parts = [counted(n, unit) for n, unit in ((years, "year"), (months, "month")) if n]
        return joined(parts)


@dataclass(frozen=True)
class Period:
    """A span of days, both ends included."""

    from_: date
    to: date

    def __post_init__(self) -> None:
        if self.to < self.from_:
            raise ValueError(
                f"A period cannot end ({uk_date(self.to)}) before it starts ({uk_date(self.from_)})."
            )

    def __contains__(self, day: date) -> bool:
        return self.from_ <= day <= self.to

    @classmethod
    def year(cls, ending: int) -> Self:
        """The year of the statistics: 2018 is 1 April 2017 to 31 March 2018."""
        return cls(date(ending - 1, YEAR_END_MONTH + 1, 1), date(ending, YEAR_END_MONTH, 31))

    @classmethod
    def year_to(cls, day: date) -> Self:
        """The year to date: from the 1 April before, to `day`."""
        return cls(cls.year(year_ending(day)).from_, day)


def add_days(day: date, n: int) -> date:
    return day + timedelta(days=n)


def days_between(start: date, end: date) -> int:
    """Calendar days from `start` to `end`; negative when `end` is the earlier."""
    return (end - start).days


def add_months(day: date, n: int) -> date:
    """The same day n calendar months on, or the last day of a month too short for it.

    31 August and six months is 28 February (29 in a leap year). n may be negative.
    """
    months = day.year * MONTHS_IN_YEAR + day.month - 1 + n
    year, month = months // MONTHS_IN_YEAR, months % MONTHS_IN_YEAR + 1
    return date(year, month, min(day.day, month_end(date(year, month, 1)).day))


def span(start: date, end: date) -> Span:
    """From `start` to `end`, which is not the earlier: 31 January to 1 March is 1 month (28 days) and
    1 day.
    """
    months = (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return Span(months, days_between(add_months(start, months), end))


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    if day.month == MONTHS_IN_YEAR:
        return date(day.year, MONTHS_IN_YEAR, 31)
    return date(day.year, day.month + 1, 1) - timedelta(days=1)


def month_ends(from_: date, to: date) -> list[date]:
    """Every last day of a month that lies in the period, in order."""
    return list(_month_ends(from_, to))


def _month_ends(from_: date, to: date) -> Iterator[date]:
    end = month_end(from_)
    while end <= to:
        yield end
        end = month_end(add_days(end, 1))


def year_ending(day: date) -> int:
    """The year of the statistics, 1 April to 31 March, by the year in which it ends."""
    return day.year + (day.month > YEAR_END_MONTH)


def monday(day: date) -> date:
    """The Monday of the week of `day`, which is `day` itself on a Monday."""
    return add_days(day, -day.weekday())


def week_end(day: date) -> date:
    """The Sunday on which the week of a day ends."""
    return add_days(monday(day), 6)


def age(born: date, on: date) -> int:
    """Whole years reached; someone born on 29 February is a year older on 1 March of a common year."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def reaches(born: date, years: int) -> date:
    """The first day on which somebody is of an age, as age() counts."""
    day = add_months(born, years * MONTHS_IN_YEAR)
    return day if day.day == born.day else add_days(day, 1)


def is_weekend(day: date) -> bool:
    return day.weekday() >= SATURDAY


def _days_by_month(days: tuple[date, ...]) -> str:
    """25, 26 December, 1 January."""
    months = groupby(days, key=lambda day: (day.year, day.month))
    groups = [list(group) for _, group in months]
    return ", ".join(
        ", ".join([*(str(day.day) for day in group[:-1]), uk_day_of_year(group[-1])]) for group in groups
    )
