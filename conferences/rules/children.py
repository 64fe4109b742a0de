"""On which days a child may be born, be expected or have died, by all that is recorded of the child. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from conferences.rules.corrections_plans import NamedDay, PlanDays
from safeguarding.refusals import Problem
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_days, add_months

OLDEST_YEARS = 25
WEEKS_OF_PREGNANCY = 40
# A birth may come two weeks after the day it was expected; the record is brought up to date then.
WEEKS_OVERDUE = 4
DAYS_IN_A_WEEK = 7
# An unborn child may be on a plan; nobody is before this many months to the birth.
MONTHS_BEFORE_BIRTH = 10


@dataclass(frozen=True)
class Birth:
    """The day on which a child was born, or is expected."""

    day: date
    is_expected: bool = False

    @classmethod
    def of(cls, born: date | None, expected: date | None) -> Birth | None:
        """From the two columns of a child, of which one is known."""
        day = born or expected
        return cls(day, born is None) if day else None

    @property
    def words(self) -> str:
        """birth, 1 May 2012; expected birth, 1 June 2018."""
        return f"{'expected ' if self.is_expected else ''}birth, {uk_date(self.day)}"


@dataclass(frozen=True)
class Life:
    """What is known of a child. `plan` is the plan that runs with what stands on it, `first` the first thing
    recorded about the child and `last` the last meeting; `parents` has the name and the birth date of each
    mother and father whose day is known.
    """

    birth_date: date | None = None
    expected: date | None = None
    death_date: date | None = None
    plan: PlanDays | None = None
    first: NamedDay | None = None
    last: NamedDay | None = None
    parents: Sequence[tuple[str, date]] = ()

    @property
    def plan_start(self) -> date | None:
        """The first day of the plan that runs."""
        return self.plan.start if self.plan else None


def birth_problems(
    born: date | None, expected: date | None, on: date, life: Life | None = None
) -> list[Problem]:
    """R31 (C, 8525): exactly one of the day of birth and the expected day, and a day that can be, of a child
    of whom nothing else is recorded or whose `life` is.
    """
    if born is None and expected is None:
        return [
            Problem(
                "Enter the date of birth, or the expected date if the child is not born yet", "birth_date"
            )
        ]
    if born and expected:
        return [Problem("Enter the date of birth or the expected date, and not both", "expected_birth_date")]
    life = life or Life()
    if born:
        sentence, field = birth_refused(born, life, on), "birth_date"
    else:
        assert expected is not None
        sentence, field = expected_refused(expected, on) or _unfit(expected, life), "expected_birth_date"
    return [Problem(sentence, field)] if sentence else []


def birth_refused(born: date, life: Life, on: date) -> str:
    """Why a child cannot have been born on a day, as a sentence; nothing where it can."""
    if born > on:
        return "The date of birth must be today or in the past"
    if born < add_months(on, -OLDEST_YEARS * 12):
        return "The date of birth must be of a child: look at the year"
    return _unfit(born, life)


def expected_refused(expected: date, on: date) -> str:
    """Why a birth cannot be expected on a day, as a sentence; nothing where it can."""
    latest = add_days(on, (WEEKS_OF_PREGNANCY + 2) * DAYS_IN_A_WEEK)
    earliest = add_days(on, -WEEKS_OVERDUE * DAYS_IN_A_WEEK)
    return "" if earliest <= expected <= latest else "The expected date must lie within the next 42 weeks"


def _unfit(born: date, life: Life) -> str:
    """A birth is after the parents’ own, and not long after the first thing that is recorded."""
    for name, day in life.parents:
        if is_too_old(born, day):
            return f"{name} was born on {uk_date(day)}, and a child cannot be older than a parent"
    if life.first and is_long_before(life.first[0], born):
        day, what = life.first
        return f"The birth cannot be more than {MONTHS_BEFORE_BIRTH} months after {what}, {uk_date(day)}"
    return ""


def is_too_old(child: date, parent: date) -> bool:
    """Whether somebody born, or expected, on a day cannot be the child of a mother or father born on one."""
    return child <= parent


def is_long_before(day: date, birth: date) -> bool:
    """Whether nothing about a child can have been on a day, so long was it before the birth."""
    return day < add_months(birth, -MONTHS_BEFORE_BIRTH)


def death_refused(died: date, life: Life, on: date) -> str:
    """Why a child cannot have died, or a pregnancy ended, on a day, as a sentence; nothing where it can."""
    what_ended = "date of death" if life.birth_date else "day on which the pregnancy ended"
    if died > on:
        return f"The {what_ended} must be today or in the past"
    if life.birth_date and died < life.birth_date:
        return f"The date of death must be on or after the date of birth, {uk_date(life.birth_date)}"
    if life.last and died < life.last[0]:
        day, what = life.last
        return f"The {what_ended} cannot be before {what}, {uk_date(day)}"
    return ""
