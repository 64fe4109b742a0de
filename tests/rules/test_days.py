"""Why a day moved: each cause in words, alone and together."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.rules.days import NOT_KNOWN, Told, why_moved
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from safeguarding import bankholidays
from safeguarding.workingdays import Calendar

CALENDAR, HOLIDAYS = bankholidays.england(), bankholidays.names()
MONDAY, NEXT = dt.date(2018, 4, 9), dt.date(2018, 4, 16)
FRIDAY = dt.date(2018, 4, 20)


def now(start=MONDAY, code=Code.HOLD_CONFERENCE, calendar=CALENDAR, n=3, **more):
    return due_by(code, start, calendar, lambda key, on: n, **more)


def told_as(due):
    return Told(due.date, due.explanation, due.started, due.not_counted, due.number)


def calendar_with(*days):
    return Calendar(CALENDAR.holidays | set(days), CALENDAR.first, CALENDAR.last)


def test_a_day_that_is_the_same_has_no_cause():
    assert why_moved(told_as(now()), now(), holidays=HOLIDAYS) == ""


def test_a_new_bank_holiday_is_named():
    moved = now(calendar=calendar_with(FRIDAY))
    assert why_moved(told_as(now()), moved, holidays=HOLIDAYS | {FRIDAY: "An invented day"}) == (
        "New bank holiday: Friday 20 April 2018 (An invented day)."
    )


def test_a_bank_holiday_that_is_taken_back_is_named():
    told = told_as(now(calendar=calendar_with(FRIDAY)))
    said = why_moved(told, now(), holidays=HOLIDAYS)
    assert said == "No bank holiday any more: Friday 20 April 2018."


def test_another_discussion_marked_as_the_start_is_told_apart_from_a_corrected_date():
    told, moved = told_as(now()), now(NEXT)
    assert why_moved(told, moved, holidays=HOLIDAYS, discussions=[MONDAY]) == (
        "The strategy discussion of Monday 16 April 2018 is marked as the start of the enquiry,"
        " not that of Monday 9 April 2018."
    )
    assert why_moved(told, moved, holidays=HOLIDAYS) == (
        "The day of the strategy discussion is Monday 16 April 2018, not Monday 9 April 2018."
    )


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (Code.HOLD_TRANSFER_IN, "The day of being told of the move is"),
        (Code.HOLD_REVIEW, "The day of the conference before it is"),
        (Code.HOLD_FIRST_CORE_GROUP, "The day of the conference is"),
    ],
)
def test_a_corrected_start_is_said_in_the_words_of_the_deadline(code, words):
    said = why_moved(told_as(now(code=code)), now(NEXT, code), holidays=HOLIDAYS)
    assert said == f"{words} Monday 16 April 2018, not Monday 9 April 2018."


def test_a_changed_local_limit_is_told_with_both_numbers():
    told = told_as(now(code=Code.DECIDE_CONSULTATION))
    said = why_moved(told, now(code=Code.DECIDE_CONSULTATION, n=5), holidays=HOLIDAYS)
    assert said == "The local limit is 5 instead of 3."


def test_several_causes_stand_in_one_sentence():
    moved = now(NEXT, calendar=calendar_with(FRIDAY))
    said = why_moved(told_as(now()), moved, holidays=HOLIDAYS | {FRIDAY: "An invented day"})
    assert said.startswith("The day of the strategy discussion is") and said.endswith(
        "; new bank holiday: Friday 20 April 2018 (An invented day)."
    )


def test_where_only_the_day_was_kept_the_cause_is_not_known():
    told = replace(told_as(now()), started=None)
    assert why_moved(told, now(NEXT), holidays=HOLIDAYS) == f"{NOT_KNOWN}."
