"""The quotas add up to the figures of the report, and are the same whichever day they are asked for."""

from datetime import date

import pytest

from conferences.demo.quotas import BAND, OUTSIDE_THE_BAND, REPORT, STORY_BEGINS, quotas
from safeguarding.workingdays import Period

ALL = list(quotas(date(2030, 3, 1)))


def of(period: Period) -> list:
    return [quota for quota in ALL if quota.month in period]


def total(period: Period, what: str) -> int:
    return sum(getattr(quota, what) for quota in of(period))


@pytest.mark.parametrize(
    ("period", "starts", "repeats", "ends", "long_ends"),
    [
        (Period(date(2017, 4, 1), date(2018, 3, 31)), 262, 76, 263, 29),
        (Period(date(2018, 4, 1), date(2018, 8, 31)), 112, 30, 87, 7),
    ],
)
def test_the_reports_periods_have_its_numbers(period, starts, repeats, ends, long_ends):
    found = [total(period, what) for what in ("starts", "repeats", "ends", "long_ends")]

    assert found == [starts, repeats, ends, long_ends]


def test_eighteen_long_plans_are_left_at_the_end_of_august_2018():
    begun = sum(quota.long_starts for quota in ALL if quota.month <= date(2016, 8, 1))
    ended = sum(quota.long_ends for quota in ALL if quota.month <= date(2018, 8, 1))

    assert begun - ended == 18


def test_each_month_begins_and_ends_what_changes_its_count():
    before = 0
    for quota in ALL:
        assert before + quota.starts - quota.ends == quota.open_at_end
        before = quota.open_at_end


def test_months_leave_the_band_only_where_they_are_meant_to():
    outside = {q.month for q in ALL if q.month >= date(2017, 3, 1) and q.open_at_end not in BAND}

    assert outside == {*OUTSIDE_THE_BAND, date(2018, 8, 1)}


def test_never_more_repeat_or_long_plans_than_plans():
    assert all(quota.repeats <= quota.starts and quota.long_starts <= quota.starts for quota in ALL)


def test_a_later_day_changes_nothing_before_it():
    assert list(quotas(date(2020, 5, 1))) == ALL[: len(list(quotas(date(2020, 5, 1))))]


def test_the_report_lies_inside_the_story():
    assert all(month >= STORY_BEGINS for month in REPORT)
