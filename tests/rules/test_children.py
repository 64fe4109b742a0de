"""On which day a child may be born, be expected or have died."""

from datetime import date

import pytest

from conferences.rules.children import Life, birth_problems, birth_refused, death_refused

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


LIFE = Life(
    birth_date=date(2012, 5, 4),
    first=(date(2011, 12, 1), "the first enquiry started"),
    last=(date(2018, 6, 4), "the last core group"),
    parents=[("Ana Reed", date(1990, 1, 1))],
)


@pytest.mark.parametrize(
    ("born", "sentence"),
    [
        (date(1994, 1, 1), ""),
        (date(1994, 1, 1).replace(year=1993), "look at the year"),
        (date(2012, 10, 1), ""),
        (date(2012, 10, 2), "more than 10 months after the first enquiry started, 1 December 2011"),
        (date(2018, 11, 13), "must be today or in the past"),
    ],
)
def test_a_birth_fits_what_is_recorded(born, sentence):
    said = birth_refused(born, LIFE, ON)
    assert sentence in said if sentence else not said


def test_no_child_is_born_or_expected_before_a_parent():
    young = Life(parents=[("Ana Reed", date(2019, 1, 1))])
    assert "Ana Reed was born on 1 January 2019" in birth_refused(date(2018, 1, 1), young, ON)
    (problem,) = birth_problems(None, date(2018, 12, 1), ON, young)
    assert problem.field == "expected_birth_date" and "older than a parent" in problem.sentence


@pytest.mark.parametrize(
    ("died", "sentence"),
    [
        (date(2018, 6, 4), ""),
        (date(2018, 6, 3), "cannot be before the last core group, 4 June 2018"),
        (date(2018, 11, 13), "must be today or in the past"),
        (date(2012, 5, 3), "on or after the date of birth, 4 May 2012"),
    ],
)
def test_a_death_is_after_the_birth_and_what_was_met_about(died, sentence):
    said = death_refused(died, LIFE, ON)
    assert sentence in said if sentence else not said
