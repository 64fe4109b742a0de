"""The periods that figures are given for."""

import datetime as dt

import pytest

from conferences.rules.periods import period_between
from safeguarding.bankholidays import england
from safeguarding.refusals import Refused


def test_a_period_may_be_one_day():
    day = dt.date(2018, 4, 1)
    assert period_between(day, day, england()).to == day


def test_a_period_that_ends_before_it_starts_is_refused_in_a_sentence():
    with pytest.raises(Refused, match="cannot end on Saturday 31 March 2018, before it starts"):
        period_between(dt.date(2018, 4, 1), dt.date(2018, 3, 31), england())


@pytest.mark.parametrize("days", [("0001-01-01", "2018-03-31"), ("2018-04-01", "9999-12-31")])
def test_days_without_known_bank_holidays_are_refused_in_a_sentence(days):
    from_, to = map(dt.date.fromisoformat, days)
    with pytest.raises(Refused, match="lies outside the days that figures are given for"):
        period_between(from_, to, england())
