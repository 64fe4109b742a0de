"""The band around the number of open plans."""

import datetime as dt
from decimal import Decimal

import pytest

from conferences.rules.control_band import ControlBand, MonthEnd, Standing, flagged_in_words

BAND = ControlBand(250, Decimal(4))


@pytest.mark.parametrize(
    ("plans", "standing"),
    [
        (0, None),
        (1, Standing.BELOW),
        (239, Standing.BELOW),
        (240, Standing.WITHIN),
        (260, Standing.WITHIN),
        (261, Standing.ABOVE),
    ],
)
def test_a_number_on_the_edge_of_the_band_is_within(plans, standing):
    assert BAND.standing(plans) is standing


def test_an_edge_between_two_numbers_is_kept_exact():
    narrow = ControlBand(250, Decimal("0.5"))
    assert narrow.words() == "248.75 to 251.25"
    assert narrow.standing(249) is Standing.WITHIN
    assert narrow.standing(248) is Standing.BELOW


def test_months_outside_the_band_are_said_in_words():
    months = [
        MonthEnd(dt.date(2018, month, last), plans, BAND.standing(plans))
        for month, last, plans in [(7, 31, 255), (8, 31, 275), (9, 30, 1)]
    ]
    assert flagged_in_words(months, BAND) == [
        "31 August 2018: 275 plans, above the band of 240 to 260",
        "30 September 2018: 1 plan, below the band of 240 to 260",
    ]
