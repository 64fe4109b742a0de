"""Dates, counts and shares in words."""

import datetime as dt
from decimal import Decimal

import pytest
from django.template import engines

from safeguarding import wording


def test_dates_are_british_and_in_london():
    assert wording.uk_date(dt.date(2018, 12, 20)) == "20 December 2018"
    assert wording.uk_day(dt.date(2018, 12, 20)) == "Thursday 20 December 2018"
    assert wording.uk_month(dt.date(2018, 12, 20)) == "December 2018"
    late = dt.datetime(2018, 6, 30, 23, 30, tzinfo=dt.UTC)
    assert wording.uk_date(late) == "1 July 2018"
    assert wording.uk_moment(late) == "1 July 2018 at 12:30am"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (dt.time(9, 30), "9:30am"),
        (dt.time(14), "2pm"),
        (dt.time(12), "midday"),
        (dt.time(0), "midnight"),
        (dt.time(0, 5), "12:05am"),
        (dt.time(12, 1), "12:01pm"),
    ],
)
def test_times(time, words):
    assert wording.uk_time(time) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (dt.date(2026, 11, 23), dt.date(2026, 11, 27), "23 to 27 November 2026"),
        (dt.date(2026, 11, 30), dt.date(2026, 12, 4), "30 November to 4 December 2026"),
        (dt.date(2026, 12, 28), dt.date(2027, 1, 1), "28 December 2026 to 1 January 2027"),
    ],
)
def test_two_days_share_what_they_have_in_common(first, last, words):
    assert wording.uk_dates(first, last) == words


def test_a_meeting_is_told_with_its_end():
    starts = dt.datetime(2018, 11, 26, 9, tzinfo=dt.UTC)
    assert wording.uk_meeting(starts, starts.replace(hour=12)) == "Monday 26 November 2018, 9am to midday"


def test_short_forms():
    day = dt.date(2018, 11, 26)
    assert wording.uk_short_day(day) == "Mon 26"
    assert wording.uk_short_month(day) == "Nov 2018"
    assert wording.uk_day_of_year(day) == "26 November"


def test_no_date_gives_no_words():
    assert [f(None) for f in (wording.uk_date, wording.uk_day, wording.uk_time, wording.uk_moment)] == [
        ""
    ] * 4


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (30, 112, "30 of 112 (26.8%)"),
        (8, 100, "8 of 100 (8.0%)"),
        (1, 8, "1 of 8 (12.5%)"),
        (1, 2000, "1 of 2,000 (0.1%)"),
        (1999, 2000, "1,999 of 2,000 (100.0%)"),
        (0, 0, "none to count"),
    ],
)
def test_count_with_its_share(part, whole, words):
    assert wording.count_of(part, whole) == words


def test_halves_are_rounded_up():
    assert wording.share(1, 16) == Decimal("6.3")  # 6.25
    assert wording.percent(Decimal("2.05")) == "2.1%"
    assert wording.percent(Decimal("77.65")) == "77.7%"
    assert wording.percent(None) == "no figure" and wording.percent(None, none="–") == "–"


def test_a_number_is_rounded_once():
    assert wording.decimal(Decimal("26.749")) == "26.7"
    assert wording.half_up(Decimal("26.749"), places=2) == Decimal("26.75")
    assert wording.half_up(Decimal("57.5"), places=0) == 58


def test_numbers_that_were_set_are_written_as_they_were():
    set_ = (1234, Decimal("4.00"), Decimal("2.50"), Decimal(90), Decimal("1250.0"))
    assert [wording.number(value) for value in set_] == ["1,234", "4", "2.5", "90", "1,250"]


def test_nouns_follow_their_number():
    assert wording.counted(1, "child", "children") == "1 child"
    assert wording.counted(1234, "child", "children") == "1,234 children"
    assert wording.counted(0, "review") == "no reviews"
    assert wording.joined(["day", "month", "year"]) == "day, month and year"
    assert wording.counted(0, "day", none="0") == "0 days"
    assert [wording.times(count) for count in (1, 2)] == ["once", "2 times"]
    assert wording.joined(["day"]) == "day"


def test_first_letters_follow_the_place_in_the_sentence():
    assert wording.upper_first("no children") == "No children"
    assert wording.lower_first("Emotional abuse") == "emotional abuse"
    assert wording.lower_first("A plan begins") == "a plan begins"
    assert wording.lower_first("NHS number") == "NHS number"
    assert wording.upper_first("") == wording.lower_first("") == ""


def test_a_sentence_has_one_full_stop():
    assert wording.sentence("It ended", "", "today") == "It ended today."
    assert wording.sentence("Did it?") == "Did it?"
    assert wording.sentence("") == ""


def test_filters_say_the_same():
    text = '{{ d|uk_date }}, {{ d|uk_date:"long" }}, {{ 3|count_of:4 }}, {{ 2|counted:"child,children" }}'
    said = engines["django"].from_string("{% load words %}" + text).render({"d": dt.date(2018, 12, 20)})
    assert said == "20 December 2018, Thursday 20 December 2018, 3 of 4 (75.0%), 2 children"
