"""How long after a decision something followed, and for how long nothing can have followed yet. Pure.

The months are those at which councils look (L). What is too early to tell is not nothing.
"""

from __future__ import annotations

from datetime import date

from safeguarding.workingdays import add_months

LOOKED_AT_MONTHS = (6, 12)


def within_months(decided: date, day: date) -> int | None:
    """The first of the months looked at within which a day lies; None for a later one."""
    return next((months for months in LOOKED_AT_MONTHS if day < add_months(decided, months)), None)


def months_over(decided: date, on: date) -> int:
    """The last of the months looked at that is over on a day; 0 while it is too early to tell."""
    return max((months for months in LOOKED_AT_MONTHS if on >= add_months(decided, months)), default=0)
