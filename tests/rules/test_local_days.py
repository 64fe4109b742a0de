"""The days that local limits set around a meeting: worked by hand, and never on the wrong side of it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.local_days import (
    BEFORE,
    ahead_refused,
    birth_conference_until,
    birth_window,
    challenge_until,
    complaint_until,
    days_before,
    new_date_until,
)
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.bankholidays import england

INITIAL, REVIEW = ConferenceKind.INITIAL, ConferenceKind.REVIEW
LIMITS = dict(zip([before.limit for before in BEFORE], (2, 6, 3, 5, 4), strict=True))


def asked(meeting: dt.date, *kinds: ConferenceKind) -> list[tuple[str, dt.date]]:
    return [(one.what, one.day) for one in days_before(meeting, kinds, LIMITS, england())]


def test_an_initial_conference_asks_for_its_reports_and_the_first_comes_first() -> None:
    # Wednesday 2 January 2019: Monday 31 and Friday 28 December are worked, Tuesday 1 January is not.
    assert asked(dt.date(2019, 1, 2), INITIAL) == [
        ("A request to exclude a family member reaches the chair", dt.date(2018, 12, 24)),
        ("Reports for the initial conference are shared with the family", dt.date(2018, 12, 27)),
        ("Reports for the initial conference reach the safeguarding unit", dt.date(2018, 12, 28)),
    ]


def test_a_meeting_of_both_kinds_asks_for_both_kinds_of_report() -> None:
    assert len(asked(dt.date(2018, 11, 30), INITIAL, REVIEW)) == 5
    assert [what for what, _ in asked(dt.date(2018, 11, 30), REVIEW)] == [
        "Reports for the review conference reach the safeguarding unit",
        "Reports for the review conference are shared with the family",
        "A request to exclude a family member reaches the chair",
    ]


def test_a_transfer_in_is_an_initial_conference() -> None:
    day = dt.date(2018, 11, 30)
    assert asked(day, ConferenceKind.TRANSFER_IN) == asked(day, INITIAL)


def test_a_limit_of_none_is_the_day_itself() -> None:
    none = dict.fromkeys(LIMITS, 0)
    found = days_before(dt.date(2018, 11, 30), [INITIAL], none, england())
    assert {(one.day, one.explanation) for one in found} == {
        (dt.date(2018, 11, 30), "the day of the meeting")
    }


@given(st.dates(dt.date(2013, 6, 1), dt.date(2026, 6, 1)), st.integers(0, 15))
def test_nothing_before_a_meeting_falls_after_it_or_on_a_day_off(meeting: dt.date, n: int) -> None:
    found = days_before(meeting, [INITIAL, REVIEW], dict.fromkeys(LIMITS, n), england())
    assert all(one.day <= meeting for one in found)
    assert n == 0 or all(england().is_working_day(one.day) for one in found)


@pytest.mark.parametrize(
    ("expected", "months", "until"),
    [
        (dt.date(2018, 9, 1), 3, dt.date(2018, 6, 1)),
        (dt.date(2018, 5, 31), 3, dt.date(2018, 2, 28)),
        (dt.date(2018, 9, 1), 0, dt.date(2018, 9, 1)),
    ],
)
def test_a_conference_before_a_birth(expected: dt.date, months: int, until: dt.date) -> None:
    assert birth_conference_until(expected, months) == until


@pytest.mark.parametrize(
    ("months", "first", "last", "window"),
    [
        # The child is expected on Saturday 1 September 2018: week 40 begins then.
        (3, 12, 34, (dt.date(2018, 2, 17), dt.date(2018, 6, 1), "3 months before the birth")),
        (0, 12, 34, (dt.date(2018, 2, 17), dt.date(2018, 7, 27), "the end of week 34")),
        (0, 24, 40, (dt.date(2018, 5, 12), dt.date(2018, 9, 1), "the expected day")),
    ],
)
def test_a_window_before_a_birth_by_the_sooner_of_two_limits(
    months: int, first: int, last: int, window: tuple[dt.date, dt.date, str]
) -> None:
    assert birth_window(dt.date(2018, 9, 1), months, first, last) == window


def test_the_days_after_a_meeting() -> None:
    assert new_date_until(dt.date(2018, 11, 19), 10, england()).due == dt.date(2018, 12, 3)
    assert challenge_until(dt.date(2018, 12, 20), 10, england()) == dt.date(2019, 1, 8)
    assert complaint_until(dt.date(2018, 4, 24), 28) == dt.date(2018, 5, 22)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (dt.date(2018, 7, 12), ""),
        (dt.date(2018, 7, 13), "must be by Thursday 12 July 2018: the local limit is 3 months"),
        (dt.date(2028, 4, 12), "must be by Thursday 12 July 2018"),
        (dt.date(2018, 4, 14), "Saturday 14 April 2018 is not a working day"),
        (dt.date(2018, 5, 7), "Monday 7 May 2018 is not a working day"),
    ],
    ids=["the last day", "a day later", "in ten years", "Saturday", "bank holiday"],
)
def test_what_is_set_ahead_is_worked_on_and_within_the_local_limit(day: dt.date, said: str) -> None:
    refused = ahead_refused(day, dt.date(2018, 4, 12), 3, england())
    assert said in refused and bool(refused) == bool(said)
