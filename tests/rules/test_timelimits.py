"""The statutory time limits by hand, by an oracle file, and the sentences that explain them."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules import timelimits
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, due_by
from safeguarding.bankholidays import england
from safeguarding.workingdays import OutsideCalendar, add_days, add_months

ORACLE = Path(__file__).parents[1] / "data" / "time_limits_oracle.csv"
CALENDAR = england()
RULES: dict[str, Callable[[date], Due]] = {
    "R1": lambda day: due_by(Code.HOLD_CONFERENCE, day, CALENDAR),
    "R5": lambda day: due_by(Code.HOLD_FIRST_CORE_GROUP, day, CALENDAR),
    "R7": lambda day: due_by(Code.HOLD_REVIEW, day, CALENDAR),
    "R8": lambda day: due_by(Code.HOLD_REVIEW, day, CALENDAR, is_first=False),
    "R11": lambda day: due_by(Code.HOLD_TRANSFER_IN, day, CALENDAR),
}
any_day = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def oracle() -> list[tuple[str, date, date, str]]:
    with ORACLE.open(encoding="utf-8") as file:
        return [
            (row["rule"], date.fromisoformat(row["start"]), date.fromisoformat(row["due"]), row["why"])
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize(("rule", "start", "due", "why"), oracle())
def test_limits_agree_with_the_oracle(rule: str, start: date, due: date, why: str) -> None:
    found = RULES[rule](start)

    assert (found.rule, found.date) == (rule, due), why


def test_the_conference_clock_explains_the_days_left_out() -> None:
    due = RULES["R1"](date(2018, 12, 20))

    assert due.explanation == (
        "15 working days from Thursday 20 December 2018; not counted: 25, 26 December, 1 January"
    )
    assert due.not_counted == (date(2018, 12, 25), date(2018, 12, 26), date(2019, 1, 1))


def test_a_review_governed_by_days_shows_both_clocks() -> None:
    due = RULES["R7"](date(2018, 3, 1))

    assert due.explanation == (
        "91 days, which comes before 3 months, from the initial conference on Thursday 1 March 2018; "
        "3 months is Friday 1 June 2018, 91 days is Thursday 31 May 2018"
    )
    assert due.not_counted == ()


def test_a_review_governed_by_months_shows_both_clocks() -> None:
    due = RULES["R8"](date(2018, 8, 31))

    assert due.explanation == (
        "6 months, which comes before 183 days, from the last review conference on Friday 31 August 2018; "
        "6 months is Thursday 28 February 2019, 183 days is Saturday 2 March 2019"
    )


def test_clocks_that_agree_say_so() -> None:
    assert RULES["R7"](date(2019, 12, 1)).explanation.startswith("3 months, which is 91 days, from")


def test_an_early_review_starts_the_six_months_anew() -> None:
    early, planned = date(2018, 7, 2), date(2018, 8, 30)

    assert RULES["R8"](early).date < RULES["R8"](planned).date


@given(any_day)
def test_a_review_on_its_due_date_is_late_by_neither_clock(day: date) -> None:
    first, later = RULES["R7"](day).date, RULES["R8"](day).date

    assert first <= add_months(day, 3) and first <= add_days(day, 91)
    assert later <= add_months(day, 6) and later <= add_days(day, 183)
    assert first in (add_months(day, 3), add_days(day, 91))


@given(any_day, any_day)
def test_a_later_conference_is_never_reviewed_sooner(a: date, b: date) -> None:
    earlier, later = sorted((a, b))

    assert RULES["R7"](earlier).date <= RULES["R7"](later).date


@given(any_day)
def test_a_limit_in_working_days_falls_on_a_working_day_or_is_refused(day: date) -> None:
    try:
        due = RULES["R1"](day)
    except OutsideCalendar:
        return
    assert CALENDAR.is_working_day(due.date) and CALENDAR.between(day, due.date) == 15


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2019, 1, 8), "5 working days left"),
        (date(2019, 1, 14), "1 working day left"),
        (date(2019, 1, 15), "Due today"),
        (date(2019, 1, 16), "1 working day late"),
        (date(2019, 1, 22), "5 working days late"),
    ],
)
def test_standing_counts_working_days_left_or_late(on: date, words: str) -> None:
    assert timelimits.standing(date(2019, 1, 15), on, CALENDAR) == words


def test_standing_over_a_weekend_has_no_working_day_to_count() -> None:
    saturday, friday, sunday = date(2018, 9, 15), date(2018, 9, 14), date(2018, 9, 16)

    assert timelimits.standing(saturday, friday, CALENDAR) == "No working day left"
    assert timelimits.standing(saturday, sunday, CALENDAR) == "Late"
