"""On which day a child may be born, or be expected. Pure."""

from __future__ import annotations

from datetime import date

from safeguarding.refusals import Problem
from safeguarding.workingdays import add_days, add_months

OLDEST_YEARS = 25
WEEKS_OF_PREGNANCY = 40
# A birth may come two weeks after the day it was expected; the record is brought up to date then.
WEEKS_OVERDUE = 4
DAYS_IN_A_WEEK = 7


def birth_problems(born: date | None, expected: date | None, on: date) -> list[Problem]:
    """R31 (C, 8525): exactly one of the day of birth and the expected day, and a day that can be."""
    if born is None and expected is None:
        return [
            Problem(
                "Enter the date of birth, or the expected date if the child is not born yet", "birth_date"
            )
        ]
    if born and expected:
        return [Problem("Enter the date of birth or the expected date, and not both", "expected_birth_date")]
    if born:
        return _born_problems(born, on)
    assert expected is not None
    latest = add_days(on, (WEEKS_OF_PREGNANCY + 2) * DAYS_IN_A_WEEK)
    earliest = add_days(on, -WEEKS_OVERDUE * DAYS_IN_A_WEEK)
    if not earliest <= expected <= latest:
        return [Problem("The expected date must lie within the next 42 weeks", "expected_birth_date")]
    return []


def _born_problems(born: date, on: date) -> list[Problem]:
    if born > on:
        return [Problem("The date of birth must be today or in the past", "birth_date")]
    if born < add_months(on, -OLDEST_YEARS * 12):
        return [Problem("The date of birth must be of a child: look at the year", "birth_date")]
    return []
