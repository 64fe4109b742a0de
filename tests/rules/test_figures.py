"""Figures: rounding, words and the JSON that other programs read."""

import datetime as dt
from decimal import Decimal

import pytest

from conferences.rules.breakdowns import DURATIONS, TWO_YEARS_DAYS, WORKING_DAYS, band_of
from conferences.rules.figures import Figure, Unit, rate
from safeguarding.wording import share
from safeguarding.workingdays import Period

PERIOD = Period(dt.date(2018, 4, 1), dt.date(2018, 8, 31))


def figure(numerator, denominator=None, unit=Unit.PERCENT, **more):
    value = share(numerator, denominator) if unit is Unit.PERCENT else Decimal(numerator)
    return Figure("repeat_plans", numerator, denominator, value, unit, PERIOD, "DfE", **more)


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [
        (30, 112, "26.8"),
        (1, 16, "6.3"),
        (1, 800, "0.1"),
        (1, 2000, "0.1"),
        (1, 2001, "0.0"),
        (269, 1000, "26.9"),
    ],
)
def test_percentages_have_one_decimal_rounded_half_up(numerator, denominator, shown):
    assert share(numerator, denominator) == Decimal(shown)


def test_there_is_no_percentage_of_nothing_nor_a_rate_of_nobody():
    assert share(0, 0) is None
    assert rate(250, None) is None


def test_a_rate_is_per_10000_children():
    assert rate(259, 54_526) == Decimal("47.5")


def test_a_percentage_is_written_with_both_its_counts():
    assert figure(30, 112).as_text() == "30 of 112 (26.8%)"
    assert figure(0, 0).as_text() == "none to count"
    assert figure(1300, 12000).as_text() == "1,300 of 12,000 (10.8%)"


def test_a_count_is_written_plainly():
    assert figure(1533, unit=Unit.COUNT).as_text() == "1,533"


def test_a_rate_without_a_population_says_so():
    unknown = Figure("rate_per_10000", 250, None, None, Unit.RATE, PERIOD, "DfE")
    assert unknown.as_text() == "population not known"


def test_a_figure_that_nothing_feeds_says_so():
    assert figure(0, 0, waits="Waits for visits").as_text() == "Waits for visits"


def test_the_json_has_numbers_not_texts():
    assert figure(30, 112).as_json() == {
        "numerator": 30,
        "denominator": 112,
        "value": 26.8,
        "unit": "percent",
    }


def test_a_single_breakdown_is_flat_and_several_are_named():
    flat = figure(1, 2, breakdown={"": {"0-10": 1}}).as_json()
    named = figure(1, 2, breakdown={"initial": {"NEG": 1}, "latest": {"NEG": 1}}).as_json()
    assert flat["breakdown"] == {"0-10": 1}
    assert named["breakdown"] == {"initial": {"NEG": 1}, "latest": {"NEG": 1}}


@pytest.mark.parametrize(
    ("days", "key"),
    [
        (0, "3_months_or_less"),
        (91, "3_months_or_less"),
        (92, "3_to_6_months"),
        (183, "3_to_6_months"),
        (184, "6_to_12_months"),
        (364, "6_to_12_months"),
        (365, "1_to_2_years"),
        (729, "1_to_2_years"),
        (730, "2_years_or_more"),
    ],
)
def test_durations_have_the_bands_of_the_published_tables(days, key):
    assert band_of(days, DURATIONS).key == key


def test_two_years_are_more_than_729_days():
    assert TWO_YEARS_DAYS == 730


@pytest.mark.parametrize(
    ("days", "key"), [(0, "0-10"), (10, "0-10"), (11, "11-15"), (15, "11-15"), (16, "16-20"), (21, "21+")]
)
def test_working_days_have_the_bands_of_the_published_table(days, key):
    assert band_of(days, WORKING_DAYS).key == key
