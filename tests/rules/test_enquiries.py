"""How enquiries end and start otherwise, by rule: worked examples, and that no day is taken twice."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.children import Life
from conferences.rules.enquiries import (
    Known,
    Outcome,
    StartReason,
    Talks,
    discussion_problem,
    first_day_problem,
    outcome_problems,
    start_problem,
)

STARTED, ON = dt.date(2018, 4, 9), dt.date(2018, 4, 30)
DAYS = st.dates(dt.date(2018, 3, 1), dt.date(2018, 5, 31))


def talks(**more):
    values = {"others": [], "life": Life(), "taken": (), "held": None, "decided": None} | more
    return Talks(started=STARTED, **values)


def fields(told, known=None):
    known = known or Known(STARTED, is_told=False, is_asked=False, held=None)
    return [problem.field for problem in outcome_problems(told, known, by=1, on=ON)]


def test_a_conference_needs_a_day_alone_and_later_a_reason_too():
    assert fields(Outcome("CONFERENCE", STARTED, None, "")) == []
    known = Known(STARTED, is_told=True, is_asked=False, held=None)
    assert fields(Outcome("CONFERENCE", STARTED, None, ""), known) == ["words"]


def test_no_conference_needs_another_manager_and_the_reason():
    assert fields(Outcome("NO_ACTION", ON, None, "")) == ["agreed_by", "words"]
    assert fields(Outcome("NO_ACTION", ON, 1, "Why.")) == ["agreed_by"]
    assert fields(Outcome("NO_ACTION", ON, 2, "Why.")) == []


def test_a_day_long_before_an_expected_birth_says_that_it_is_expected():
    expected = talks(life=Life(expected=dt.date(2019, 4, 15)))
    said = discussion_problem(dt.date(2018, 4, 10), expected, ON)
    assert said == "10 April 2018 is more than 40 weeks before the child’s expected birth, 15 April 2019"


def test_no_enquiry_starts_after_a_death_or_from_18_on_but_a_discussion_may_be_later():
    died, grown = Life(death_date=dt.date(2018, 4, 12)), Life(birth_date=dt.date(2000, 4, 12))
    assert first_day_problem(dt.date(2018, 4, 12), died, ON) == ""
    assert first_day_problem(dt.date(2018, 4, 13), died, ON).startswith("The child died on 12 April 2018")
    assert first_day_problem(dt.date(2018, 4, 11), grown, ON) == ""
    assert first_day_problem(dt.date(2018, 4, 12), grown, ON).startswith("The child was 18 on 12 April 2018")
    assert discussion_problem(dt.date(2018, 4, 13), talks(life=died), ON) == ""
    for life in (died, grown):
        day = dt.date(2018, 4, 13)
        said = start_problem(StartReason.WRONG_DATE, day, talks(life=life), ON)
        assert said == first_day_problem(day, life, ON)


@pytest.mark.parametrize("reason", StartReason)
@given(day=DAYS, other=DAYS, held=st.none() | DAYS)
def test_a_start_is_never_ahead_nor_after_its_conference(reason, day, other, held):
    problem = start_problem(reason, day, talks(others=[other], held=held), ON)
    if not problem:
        assert day <= ON and day != STARTED and (held is None or day <= held)
        assert reason is not StartReason.ANEW or (day > STARTED and held is None)


@given(day=DAYS, other=DAYS)
def test_a_further_discussion_is_on_any_day_but_those_recorded(day, other):
    can_be = day <= ON and day not in (STARTED, other)
    assert (discussion_problem(day, talks(others=[other]), ON) == "") == can_be
