"""Figures over time."""

from decimal import Decimal

import pytest

from conferences.queries.measures import figures, series
from conferences.rules.control_band import ControlBand, Standing
from safeguarding.workingdays import Period
from tests.queries.measures_world import YEAR, child, day, initial, plan, reviewed

pytestmark = pytest.mark.django_db


def test_month_ends_stand_in_the_band_or_are_flagged():
    plan("10 Apr 2018")
    plan("10 May 2018", "20 Jun 2018")
    band = ControlBand(1, Decimal(4))
    found = series.month_ends_in_band(day("1 Mar 2018"), day("30 Jun 2018"), band)
    assert [(month.plans, month.standing) for month in found] == [
        (0, None),
        (1, Standing.WITHIN),
        (2, Standing.ABOVE),
        (1, Standing.WITHIN),
    ]


def test_repeat_plans_go_by_year_and_to_date():
    again = child()
    plan("1 May 2016", "1 Jun 2016", child=again)
    plan("1 May 2017", "1 Jun 2017", child=again)
    plan("1 May 2018", child=again)
    found = series.repeat_plans_by_year(day("31 Aug 2018"), years=2)
    assert [(year.ending, year.to_date, year.figure.as_text()) for year in found] == [
        (2017, False, "0 of 1 (0.0%)"),
        (2018, False, "1 of 1 (100.0%)"),
        (2019, True, "1 of 1 (100.0%)"),
    ]


def test_a_year_that_has_ended_is_not_to_date():
    periods = series.years_up_to(day("31 Mar 2018"), 2)
    assert periods == [Period.year(2017), Period.year(2018)]


def test_the_first_day_of_a_year_is_to_date():
    periods = series.years_up_to(day("1 Apr 2018"), 1)
    assert periods == [Period.year(2018), Period(day("1 Apr 2018"), day("1 Apr 2018"))]


def test_timeliness_is_one_statement_for_all_its_years(django_assert_num_queries):
    reviewed("2 Apr 2017", "1 Jul 2017")
    initial("20 Dec 2018", "14 Jan 2019")
    known_looked_and_counted = 3
    with django_assert_num_queries(known_looked_and_counted):
        found = series.timeliness_by_year(day("31 Mar 2019"), years=5)
    assert found["icpc_in_15_days"][-1].figure.as_text() == "1 of 1 (100.0%)"
    assert found["reviews_held_on_time"][-2].figure.as_text() == "1 of 1 (100.0%)"
    assert len(found["reviews_on_time"]) == 5


def test_open_and_ended_durations_stand_side_by_side():
    plan("1 Mar 2019")
    plan("1 Mar 2018", "1 Apr 2018")
    plan("1 Apr 2016", "1 Apr 2018")
    found = figures(YEAR, ["open_by_duration", "ended_by_duration"])
    rows = series.durations(found["open_by_duration"], found["ended_by_duration"])
    assert (rows[0].open, rows[0].ended, rows[0].open_percent, rows[0].ended_percent) == (1, 1, 100, 50)
    assert (rows[-1].key, rows[-1].open, rows[-1].ended) == ("2_years_or_more", 0, 1)
