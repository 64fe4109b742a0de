"""Which conference may be asked for a child, and which enquiry still waits for one."""

from datetime import date

import pytest

from conferences.rules.children import Birth
from conferences.rules.requests import Standing, earliest_enquiry, kinds_that_fit, waits, why_none

ON = date(2018, 4, 11)
CHILD = {"birth_date": date(2012, 5, 4), "death_date": None, "on_plan": False, "enquired": False}


def child(**more):
    return Standing(**(CHILD | {"asked_already": False} | more))


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        ({}, ["TRANSFER_IN"]),
        ({"enquired": True}, ["INITIAL", "TRANSFER_IN"]),
        ({"on_plan": True, "enquired": True}, ["REVIEW"]),
        ({"enquired": True, "asked_already": True}, []),
    ],
)
def test_the_kinds_follow_from_where_a_child_stands(more, kinds):
    assert [kind.value for kind in kinds_that_fit(child(**more))] == kinds


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, ""),
        ({"death_date": ON}, "has died"),
        ({"birth_date": date(2000, 4, 11)}, "is 18 or over"),
        ({"birth_date": date(2000, 4, 12)}, ""),
        ({"birth_date": None}, ""),
        ({"asked_already": True}, "is in another request that is still open"),
    ],
)
def test_some_children_have_no_conference_and_it_is_said_why(more, words):
    assert why_none(child(**more), ON) == words


@pytest.mark.parametrize(
    ("started", "plan_began", "waiting"),
    [
        (date(2018, 4, 9), None, True),
        (date(2018, 4, 9), date(2017, 1, 9), True),
        (date(2018, 4, 9), date(2018, 4, 9), True),
        (date(2018, 4, 9), date(2018, 4, 10), False),
        (date(2018, 4, 12), None, False),
    ],
)
def test_an_enquiry_waits_until_a_plan_begins_after_it(started, plan_began, waiting):
    assert waits(started, plan_began, ON) is waiting


def test_an_enquiry_is_at_the_earliest_forty_weeks_before_the_birth():
    for birth in (Birth(date(2012, 5, 4)), Birth(date(2012, 5, 4), is_expected=True)):
        assert earliest_enquiry(birth) == date(2011, 7, 29)
