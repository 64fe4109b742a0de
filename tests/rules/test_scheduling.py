"""The window of a conference, the slots offered in it, and what is refused with which sentence."""

from datetime import UTC, date, datetime, time

import pytest

from conferences.rules.scheduling import (
    DueChild,
    day_refused,
    ending,
    grid,
    late_problems,
    moment,
    time_refused,
    window,
    working_days,
)
from conferences.rules.workflow import LateReason
from safeguarding.bankholidays import england, names

MONDAY = date(2018, 11, 26)


def due(day, name="Amber", why="15 working days"):
    return DueChild(name, day, why)


def test_the_window_opens_on_the_next_working_day_and_ends_with_the_first_child_due():
    span = window(date(2018, 11, 23), [due(date(2018, 12, 14)), due(date(2018, 12, 7), "Basil")], england())
    assert (span.first, span.last, span.to) == (MONDAY, date(2018, 12, 7), date(2018, 12, 7))
    assert (span.names, span.is_past) == (("Basil",), False)


def test_a_window_opens_after_a_bank_holiday():
    assert window(date(2018, 12, 24), [due(date(2019, 1, 4))], england()).first == date(2018, 12, 27)


def test_a_window_that_is_past_offers_the_next_ten_working_days_each_of_them_late():
    span = window(MONDAY, [due(date(2018, 11, 26))], england())
    assert (span.is_past, span.first, span.to) == (True, date(2018, 11, 27), date(2018, 12, 10))
    assert all(span.is_late(day) for day in working_days(span.first, span.to, england()))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2018, 11, 24), "24 November 2018 is a Saturday. Conferences are held on working days"),
        (date(2018, 11, 25), "25 November 2018 is a Sunday. Conferences are held on working days"),
        (date(2018, 12, 25), "Tuesday 25 December 2018 is a bank holiday (Christmas Day)"),
        (date(2077, 1, 4), "outside the bank holidays this service knows"),
        (MONDAY, ""),
    ],
)
def test_no_conference_on_a_day_off(day, sentence):
    said = day_refused(day, england(), names())
    assert sentence in said and bool(said) == bool(sentence)


@pytest.mark.parametrize(
    ("start", "minutes", "sentence"),
    [
        (time(7, 30), 60, "8am or later"),
        (time(19, 0), 120, "end by 8pm"),
        (time(23, 0), 120, "end by 8pm"),
        (time(9, 0), -60, "end after it starts"),
        (time(8, 0), 120, ""),
        (time(18, 0), 120, ""),
    ],
)
def test_a_time_of_day_that_cannot_be(start, minutes, sentence):
    starts_at = moment(MONDAY, start)
    said = time_refused(starts_at, ending(starts_at, minutes), datetime(2018, 11, 1, tzinfo=UTC))
    assert sentence in said and bool(said) == bool(sentence)


def test_a_time_past_is_refused():
    starts_at = moment(MONDAY, time(9))
    assert time_refused(starts_at, ending(starts_at, 60), starts_at) == "The start must be in the future"


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ((None, "Snow", None, None), ["late_why", "late_manager", "late_chair"]),
        ((LateReason.OTHER, " ", 1, 2), ["late_reason"]),
        ((LateReason.OTHER, "Snow", 1, None), ["late_chair"]),
        ((LateReason.EVENT, "", None, 2), ["late_manager"]),
        ((LateReason.EVENT, "", 1, 2), []),
    ],
)
def test_a_late_day_needs_its_reason_and_who_agreed(told, fields):
    problems = late_problems(MONDAY, date(2018, 11, 23), *told)
    assert [problem.field for problem in problems] == fields
    assert late_problems(MONDAY, MONDAY, *told) == []


def test_the_grid_is_of_half_hours_from_nine_and_nothing_ends_after_half_past_four():
    starts = [start.time() for start in grid(MONDAY, 120)]
    assert starts[:3] == [time(9), time(9, 30), time(10)]
    assert (len(starts), starts[-1]) == (12, time(14, 30))


def test_the_grid_shows_nine_on_the_wall_in_summer_and_winter():
    starts = [grid(day, 120)[0].astimezone(UTC).hour for day in (date(2018, 6, 4), MONDAY)]
    assert starts == [8, 9]
