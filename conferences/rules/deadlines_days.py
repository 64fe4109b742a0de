"""A deadline's day with how it was counted, from the day that it runs from: what a page tells. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_limits import BothClocks, Counted, Setting, ThatDay, WorkingDays
from safeguarding.workingdays import Calendar


@dataclass(frozen=True)
class Due:
    """A day that can explain itself: what is due by then, from which day it was counted, and how.

    `rule` is the number in docs/rules.md. `not_counted` and `number` are as in Counted.
    """

    code: Code
    date: dt.date
    rule: str
    explanation: str
    started: dt.date
    not_counted: tuple[dt.date, ...] = ()
    number: int | None = None


def no_setting(key: str, on: dt.date) -> int:
    """For a limit of statute, which asks no local one."""
    raise LookupError(f"{key} is a local limit: hand in the settings.")


def due_by(
    code: Code, start: dt.date, calendar: Calendar, setting: Setting = no_setting, *, is_first: bool = True
) -> Due:
    """By when what starts on a day is due. `is_first`: for a review, whether none was held before it.

    Raises OutsideCalendar beyond the known bank holidays, and LookupError for a local limit without settings.
    """
    row = CATALOGUE[code]
    if isinstance(row.limit, BothClocks):
        clock = row.limit.first if is_first else row.limit.later
        return _due(code, clock.rule, start, row.limit.counted(start, calendar, setting, is_first=is_first))
    return _due(code, row.rule, start, row.limit.counted(start, calendar, setting))


def explained(code: Code, started: dt.date, day: dt.date, calendar: Calendar, setting: Setting) -> Due | None:
    """The explanation of a day that the reader gave; None where the same facts do not count to it.

    Raises OutsideCalendar.
    """
    found = _possible(code, started, day, calendar, setting)
    return next((due for due in found if due.date == day), None)


def _possible(
    code: Code, started: dt.date, day: dt.date, calendar: Calendar, setting: Setting
) -> Iterator[Due]:
    """A review's interval is a first or a later one, which the reader's row does not say."""
    row = CATALOGUE[code]
    if isinstance(row.limit, ThatDay):
        yield _due(code, row.rule, started, Counted(day, row.runs_from))
    elif code is Code.REQUEST_REVIEW:
        for review in _possible(Code.HOLD_REVIEW, started, day, calendar, setting):
            yield due_by(code, review.date, calendar, setting)
    else:
        for is_first in (True, False) if isinstance(row.limit, BothClocks) else (True,):
            yield due_by(code, started, calendar, setting, is_first=is_first)


def working_days(code: Code) -> int:
    """The working days that statute sets for a deadline. KeyError where it sets none."""
    limit = CATALOGUE[code].limit
    if not isinstance(limit, WorkingDays):
        raise KeyError(code)
    return limit.n


def review_clocks() -> BothClocks:
    """The limits of reviews, the first and the later."""
    limit = CATALOGUE[Code.HOLD_REVIEW].limit
    assert isinstance(limit, BothClocks)
    return limit


def _due(code: Code, rule: str, start: dt.date, counted: Counted) -> Due:
    return Due(code, counted.day, rule, counted.explanation, start, counted.not_counted, counted.number)
