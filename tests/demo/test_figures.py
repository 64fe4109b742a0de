"""The demo's figures are those of the report of October 2018, as the product itself counts them."""

from datetime import date
from decimal import Decimal

import pytest

from conferences.queries.measures import figures, months
from safeguarding.models import Child
from safeguarding.workingdays import Period, year_ending

pytestmark = pytest.mark.django_db

YEAR = Period(date(2017, 4, 1), date(2018, 3, 31))
FIVE_MONTHS = Period(date(2018, 4, 1), date(2018, 8, 31))
AUGUST = date(2018, 8, 31)


@pytest.mark.parametrize(
    ("code", "period", "numerator", "denominator", "percent"),
    [
        ("plans_open", FIVE_MONTHS, 275, None, "275"),
        ("open_two_years", FIVE_MONTHS, 18, 275, "6.5"),
        ("ended_two_years", FIVE_MONTHS, 7, 87, "8.0"),
        ("ended_two_years", YEAR, 29, 263, "11.0"),
        ("repeat_plans", YEAR, 76, 262, "29.0"),
        ("repeat_plans", FIVE_MONTHS, 30, 112, "26.8"),
    ],
)
def test_the_reports_figures(demo, code, period, numerator, denominator, percent):
    figure = figures(period, codes=[code])[code]

    assert (figure.numerator, figure.denominator) == (numerator, denominator)
    assert denominator is None or figure.value == Decimal(percent)


def test_month_ends_are_within_four_percent_of_250_but_august_2018(demo):
    counts = months(date(2017, 3, 1), date(2018, 9, 30))

    assert len(counts) == 19
    assert {day for day, count in counts.items() if not 240 <= count <= 260} == {AUGUST}
    assert counts[AUGUST] == 275


def test_later_month_ends_vary_around_250(demo):
    counts = months(date(2018, 10, 1), demo)
    inside = [count for count in counts.values() if 240 <= count <= 260]

    assert len(inside) >= len(counts) - 3
    assert max(inside) - min(inside) > 10


def test_the_council_grows_until_the_band(demo):
    counts = list(months(date(2015, 4, 1), date(2017, 3, 31)).values())

    assert counts[0] < 215 < 240 < counts[-1]


@pytest.mark.parametrize(
    ("code", "low", "high"),
    [
        ("icpc_in_15_days", 65, 92),
        ("icpc_to_plan", 78, 93),
        ("reviews_on_time", 80, 98),
        ("reviews_held_on_time", 90, 98),
        ("repeat_plans", 15, 35),
        ("open_two_years", 2, 8),
    ],
)
def test_each_year_looks_like_a_councils(demo, code, low, high):
    for year in range(2016, year_ending(demo)):
        figure = figures(Period.year(year), codes=[code])[code]
        assert low <= figure.value <= high, (year, figure.as_text())


def test_neglect_and_emotional_abuse_are_most_plans(demo):
    split = figures(YEAR, codes=["open_by_category"])["open_by_category"].breakdown["initial"]

    assert split["NEG"] + split["EMO"] > 0.8 * sum(split.values())
    assert all(split[code] for code in ("PHY", "SAB", "MUL"))


def test_most_plans_end_in_their_first_year(demo):
    bands = figures(YEAR, codes=["ended_by_duration"])["ended_by_duration"].breakdown[""]

    assert bands["6_to_12_months"] == max(bands.values())
    assert all(count > 5 for count in bands.values())


def test_a_conference_is_overdue_today(demo):
    assert figures(Period.year_to(demo), codes=["icpc_overdue"])["icpc_overdue"].numerator >= 1


def test_the_year_to_date_has_its_benchmarks(demo):
    rate = figures(YEAR, codes=["rate_per_10000"])["rate_per_10000"]

    assert 35 < rate.value < 60


def test_each_test_leaves_the_demo_as_it_was(demo):
    Child.objects.create(la_child_id="LEFT1", birth_date=date(2015, 1, 1))

    assert Child.objects.unscoped("counts the demo").filter(la_child_id="LEFT1").count() == 1
