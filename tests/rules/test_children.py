"""On which day a child may be born or expected."""

from datetime import date

import pytest

from conferences.rules.children import birth_problems

ON = date(2018, 11, 12)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        (ON, None),
        (date(2012, 5, 4), None),
        (date(1993, 11, 12), None),
        (None, date(2018, 10, 15)),
        (None, date(2019, 9, 2)),
    ],
)
def test_a_day_that_can_be(born, expected):
    assert birth_problems(born, expected, ON) == []


@pytest.mark.parametrize(
    ("born", "expected", "field"),
    [
        (None, None, "birth_date"),
        (date(2012, 5, 4), date(2019, 1, 1), "expected_birth_date"),
        (date(2018, 11, 13), None, "birth_date"),
        (date(1993, 11, 11), None, "birth_date"),
        (None, date(2018, 10, 14), "expected_birth_date"),
        (None, date(2019, 9, 3), "expected_birth_date"),
    ],
)
def test_a_day_that_cannot_be_is_told_at_its_field(born, expected, field):
    (problem,) = birth_problems(born, expected, ON)
    assert problem.field == field
