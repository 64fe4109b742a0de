"""The days that the reader gives, each with how it was counted: what a page tells of a deadline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from conferences.queries.clocks.reader import KEYS, Clock, clocks
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, explained
from safeguarding.bankholidays import england
from safeguarding.policy.values import Limits, limits_over_time
from safeguarding.workingdays import OutsideCalendar


def clock_days(codes: Collection[Code], *, subjects: Collection[int]) -> list[tuple[Clock, Due]]:
    """The clocks of these subjects, by start, each with its day explained: one statement, and one for limits.

    Left out are those outside the known bank holidays, which have no day.
    """
    if not subjects:
        return []
    limits = limits_over_time(KEYS)
    return list(_with_days(clocks(codes, subjects=subjects, limits=limits), limits))


def _with_days(found: list[Clock], limits: Limits) -> Iterator[tuple[Clock, Due]]:
    for clock in found:
        due = day_explained(clock.code, clock.started, clock.due, limits)
        if due is not None:
            yield clock, due


def day_explained(code: Code, started: dt.date, day: dt.date | None, limits: Limits) -> Due | None:
    """A day that the reader gave, with how it was counted; None outside the known bank holidays."""
    if day is None:
        return None
    try:
        return explained(code, started, day, england(), limits.whole)
    except OutsideCalendar:
        return None
