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


def test_no_date_gives_no_words():
    assert [f(None) for f in (wording.uk_date, wording.uk_day, wording.uk_time, wording.uk_moment)] == [
        ""
    ] * 4


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (30, 112, "30 of 112 (26.8%)"),
        (8, 100, "8 of 100 (8%)"),
        (1, 8, "1 of 8 (12.5%)"),
        (1, 2000, "1 of 2,000 (0.1%)"),
        (0, 0, "0 of 0"),
    ],
)
def test_count_with_its_share(part, whole, words):
    assert wording.count_of(part, whole) == words


def test_halves_are_rounded_up():
    assert wording.share(1, 16) == Decimal("6.3")  # 6.25
    assert wording.percent(Decimal("2.05")) == "2.1%"
    assert wording.percent(None) == "no figure"


def test_nouns_follow_their_number():
    assert wording.counted(1, "child", "children") == "1 child"
    assert wording.counted(1234, "child", "children") == "1,234 children"
    assert wording.counted(0, "review") == "no reviews"
    assert wording.joined(["day", "month", "year"]) == "day, month and year"
    assert wording.joined(["day"]) == "day"


def test_filters_say_the_same():
    text = '{{ d|uk_date }}, {{ d|uk_date:"long" }}, {{ 3|count_of:4 }}, {{ 2|counted:"child,children" }}'
    said = engines["django"].from_string("{% load words %}" + text).render({"d": dt.date(2018, 12, 20)})
    assert said == "20 December 2018, Thursday 20 December 2018, 3 of 4 (75%), 2 children"
