"""The days of a child's life: the first and the last recorded, and no parent whom the person may not see."""

import datetime as dt

import pytest

from conferences.queries.children_days import birth_of, life_of
from tests import factories as make
from tests.cast import person

pytestmark = pytest.mark.django_db


def test_the_first_and_the_last_day_are_those_of_all_that_is_recorded():
    plan = make.PlanFactory(start_date=dt.date(2018, 4, 9))
    make.EnquiryFactory(child=plan.child, started_date=dt.date(2018, 3, 19))
    make.CoreGroupFactory(plan=plan, held_date=dt.date(2018, 4, 20))
    life = life_of(person("BUSINESS_SUPPORT"), plan.child)
    assert life.plan_start == dt.date(2018, 4, 9)
    assert life.first == (dt.date(2018, 3, 19), "the first enquiry started")
    assert life.last == (dt.date(2018, 4, 20), "the last core group")


def test_a_parent_is_named_to_those_alone_who_may_see_the_tie():
    parent = make.PersonFactory(full_name="Ana Reed", birth_date=dt.date(1990, 1, 1))
    child = make.RelationshipFactory(person=parent, kind="MOTHER").child
    assert life_of(person("BUSINESS_SUPPORT"), child).parents == [("Ana Reed", dt.date(1990, 1, 1))]
    assert life_of(person("SOCIAL_WORKER"), child).parents == []


def test_a_birth_is_known_or_expected():
    unborn = make.ChildFactory(birth_date=None, expected_birth_date=dt.date(2019, 1, 7), sex="U")
    assert birth_of(unborn.pk).words == "expected birth, 7 January 2019"
