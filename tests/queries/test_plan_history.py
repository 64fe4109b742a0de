"""The plans of a life: order, gaps, lengths, what was counted elsewhere, and the review that is due next."""

from datetime import date

import pytest

from conferences.queries.children_chronology import EventKind, chronology
from conferences.queries.children_record import child_events, child_record
from conferences.queries.plans_days import days_of_child
from conferences.queries.plans_history import history
from tests.cast import person
from tests.factories import (
    ChildFactory,
    ConferenceChildFactory,
    EnquiryFactory,
    PlanCategoryFactory,
    PlanElsewhereFactory,
    PlanFactory,
    ReviewFactory,
)
from tests.scenarios import life_of

pytestmark = pytest.mark.django_db
ON = date(2018, 10, 31)


def told(child, on=ON):
    return history(child_record(person("CHAIR"), child.ref), on)


def test_plans_stand_latest_first_with_the_gap_before_each():
    child = ChildFactory()
    PlanFactory(child=child, start_date=date(2014, 1, 6), end_date=date(2014, 9, 1))
    PlanFactory(child=child, start_date=date(2016, 3, 1), end_date=date(2016, 12, 5))
    plans = told(child).plans
    assert [(life.number, str(life.gap) if life.gap else None) for life in plans] == [
        (2, "1 year and 6 months"),
        (1, None),
    ]


def test_an_open_plan_is_as_long_as_until_the_day_asked_for():
    child = ChildFactory()
    PlanFactory(child=child, start_date=date(2018, 4, 9))
    assert str(told(child).present.length) == "6 months"


def test_a_plan_that_begins_later_is_not_told_yet():
    child = ChildFactory()
    PlanFactory(child=child, start_date=date(2018, 11, 5))
    assert told(child).plans == ()


def test_another_authority_s_plan_held_here_is_neither_own_nor_earlier():
    child = ChildFactory()
    PlanFactory(child=child, start_date=date(2018, 1, 8), held_for_other_authority=True)
    found = told(child)
    assert (found.plans, len(found.held), found.here_before) == ((), 1, 0)
    assert due(child) is None
    assert found.present == found.held[0]


@pytest.mark.parametrize(("recorded", "differ"), [(None, False), (2, False), (0, True), (5, True)])
def test_the_count_that_came_with_the_plan_is_held_against_what_is_known(recorded, differ):
    child = ChildFactory()
    PlanFactory(child=child, start_date=date(2014, 1, 6), end_date=date(2014, 9, 1))
    PlanElsewhereFactory(child=child)
    PlanFactory(child=child, start_date=date(2018, 4, 9), previous_plans_recorded=recorded)
    assert told(child).counts_differ is differ


def due(child):
    found = child_record(person("CHAIR"), child.ref)
    return days_of_child(found, ON).of(told(child).present.plan).review


def test_the_first_review_is_due_from_the_initial_conference():
    child = ChildFactory()
    begun = ConferenceChildFactory(child=child, held_date=date(2018, 8, 20))
    PlanFactory(child=child, begun_at=begun, start_date=date(2018, 8, 20))
    assert (due(child).rule, due(child).date) == ("R7", date(2018, 11, 19))


def test_the_next_review_is_due_from_the_last_one_held_not_the_one_that_was_due():
    child = ChildFactory()
    plan = PlanFactory(child=child, start_date=date(2018, 1, 8))
    ReviewFactory(plan=plan, held_date=date(2018, 2, 5))
    ReviewFactory(plan=plan, held_date=date(2018, 3, 5))
    assert (due(child).rule, due(child).date) == ("R8", date(2018, 9, 4))


def test_a_review_still_to_come_moves_nothing():
    child = ChildFactory()
    plan = PlanFactory(child=child, start_date=date(2018, 9, 3))
    ReviewFactory(plan=plan, held_date=date(2018, 11, 26))
    assert told(child).present.reviews == ()
    assert due(child).rule == "R7"


def test_a_plan_older_than_the_known_holidays_still_has_its_due_date():
    child = ChildFactory(birth_date=date(2001, 1, 1))
    PlanFactory(child=child, start_date=date(2002, 1, 7))
    assert due(child).date == date(2002, 4, 7)


def test_an_enquiry_past_the_18th_birthday_is_owed_no_conference_and_says_since_when():
    enquiry = EnquiryFactory(started_date=date(2018, 4, 9), child__birth_date=date(2000, 5, 4))
    days = days_of_child(child_record(person("CHAIR"), enquiry.child.ref), date(2018, 5, 3))
    assert days.over == {}
    days = days_of_child(child_record(person("CHAIR"), enquiry.child.ref), date(2018, 5, 4))
    assert days.over == {enquiry.pk: date(2018, 5, 4)}


def test_the_conference_of_the_first_day_began_a_plan_of_a_census():
    child = ChildFactory()
    attended = ConferenceChildFactory(child=child, held_date=date(2018, 4, 9))
    PlanFactory(child=child, start_date=date(2018, 4, 9))
    assert told(child).present.began_at == attended


def test_the_category_it_began_with_is_no_change():
    child = ChildFactory()
    plan = PlanFactory(child=child, start_date=date(2018, 4, 9), latest_category="EMO")
    PlanCategoryFactory(plan=plan)
    PlanCategoryFactory(plan=plan, category="EMO", from_date=date(2018, 7, 2))
    assert [change.category for change in told(child).present.changes] == ["EMO"]


def test_things_of_one_day_stand_in_the_order_in_which_they_lead_to_one_another():
    child = life_of(ChildFactory())
    events = chronology(child_events(person("CHAIR"), child.ref), ON)
    of_the_day = [event.kind for event in events if event.day == date(2016, 4, 4)]
    assert of_the_day == [EventKind.CONFERENCE, EventKind.PLAN_ENDED, EventKind.IN_NEED_BEGAN]


def test_what_is_still_to_come_is_not_in_the_story_but_an_expected_birth_is():
    child = ChildFactory(unborn=True, expected_birth_date=date(2018, 12, 24))
    PlanFactory(child=child, start_date=date(2018, 4, 9), end_date=date(2018, 12, 3))
    events = chronology(child_events(person("CHAIR"), child.ref), ON)
    assert [event.kind for event in events] == [EventKind.PLAN_BEGAN, EventKind.EXPECTED]
