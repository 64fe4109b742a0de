"""How long something lasted, in the words people use."""

from datetime import date

import pytest

from safeguarding.workingdays import span


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2018, 1, 8), date(2018, 1, 8), "0 days"),
        (date(2018, 1, 8), date(2018, 1, 9), "1 day"),
        (date(2018, 1, 8), date(2018, 2, 7), "30 days"),
        (date(2018, 1, 8), date(2018, 2, 8), "1 month"),
        (date(2018, 1, 31), date(2018, 2, 28), "1 month"),
        (date(2018, 1, 8), date(2019, 1, 7), "11 months"),
        (date(2018, 1, 8), date(2019, 1, 8), "1 year"),
        (date(2018, 1, 8), date(2019, 4, 30), "1 year and 3 months"),
        (date(2016, 2, 29), date(2018, 2, 28), "2 years"),
    ],
)
def test_a_span_is_told_in_its_largest_units(start, end, words):
    assert str(span(start, end)) == words


def test_the_days_over_a_month_are_kept():
    assert (
        span(date(2018, 1, 31), date(2018, 3, 1)).months,
        span(date(2018, 1, 31), date(2018, 3, 1)).days,
    ) == (1, 1)
