"""How long after a decision something followed, and for how long nothing can have followed yet. Pure.

A day lies within so many months where it is before the day that is so many months later, as a repeat plan is
counted. The months are ours, for no published source sets them (I). What is too early to tell is not nothing.
"""

from __future__ import annotations

from datetime import date

from safeguarding.workingdays import add_months

SOON, LATE = 6, 12
LOOKED_AT_MONTHS = (SOON, LATE)


def is_within(decided: date, day: date, months: int) -> bool:
    """Whether a day is that of a decision or later, and within so many months of it."""
    return decided <= day < add_months(decided, months)


def are_over(decided: date, months: int, on: date) -> bool:
    """Whether so many months since a decision are over on a day."""
    return on >= add_months(decided, months)


def within_months(decided: date, day: date) -> int | None:
    """The first of the months looked at within which a day lies; None for a later one."""
    return next((months for months in LOOKED_AT_MONTHS if is_within(decided, day, months)), None)


def months_over(decided: date, on: date) -> int:
    """The last of the months looked at that is over on a day; 0 while it is too early to tell."""
    return max((months for months in LOOKED_AT_MONTHS if are_over(decided, months, on)), default=0)
