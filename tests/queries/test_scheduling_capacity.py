"""The year ahead: reviews that are due and not in a diary, the rate of initial ones, and what can be held."""

import datetime as dt

import pytest

from conferences.queries.scheduling_capacity import reviews_of_week, year_ahead
from safeguarding.bankholidays import england
from safeguarding.models import Leave
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ConferenceChildFactory,
    LeaveFactory,
    PlanFactory,
    RequestedChildFactory,
    RoomFactory,
    WorkingHoursFactory,
)

pytestmark = pytest.mark.django_db
ON = dt.date(2018, 4, 11)
MONDAY = dt.date(2018, 4, 9)


def ahead(user=None):
    return year_ahead(user or person("MANAGER"), ON, england())


def on_plan(started, **more):
    """A child on a plan since a day, whose first review is due three months later."""
    return PlanFactory(start_date=started, **more)


def test_a_review_is_due_in_the_week_of_its_last_day_and_the_next_half_a_year_later():
    plan = on_plan(dt.date(2018, 3, 5))
    year = ahead()
    (week,) = [one for one in year.weeks if one.demand.reviews]
    (row,) = reviews_of_week(person("MANAGER"), week.first, ON)
    assert row.plan.pk == plan.pk and week.first <= row.due <= week.first + dt.timedelta(days=6)
    assert [one.demand.later for one in year.weeks if one.demand.later] == [1]


def test_a_review_in_the_diary_is_due_no_more_and_the_next_follows_its_meeting():
    plan = on_plan(dt.date(2018, 3, 5))
    asked = RequestedChildFactory(
        child=plan.child, kind="REVIEW", enquiry=None, plan=plan, due_date=dt.date(2018, 6, 5), due_rule="R7"
    )
    start = dt.datetime(2018, 5, 15, 9, tzinfo=dt.UTC)
    BookingFactory(request=asked.request, starts_at=start, ends_at=start + dt.timedelta(hours=1))
    year = ahead()
    assert not any(one.demand.reviews for one in year.weeks)
    (later,) = [one.first for one in year.weeks if one.demand.later]
    assert later == dt.date(2018, 11, 12)
    assert [one.first for one in year.weeks if one.supply.booked] == [dt.date(2018, 5, 14)]


def test_brothers_and_sisters_of_a_week_are_one_conference():
    first = on_plan(dt.date(2018, 3, 5))
    on_plan(dt.date(2018, 3, 5), child=ChildFactory(family=first.child.family))
    assert sum(one.demand.reviews for one in ahead().weeks) == 1


def test_what_is_late_is_due_in_this_week_and_what_a_reader_cannot_see_is_not_counted():
    on_plan(dt.date(2017, 11, 6))
    year = ahead()
    assert year.weeks[0].demand.reviews == 1
    late = reviews_of_week(person("MANAGER"), MONDAY, ON)
    assert [row.due < ON for row in late] == [True]
    on_plan(dt.date(2017, 11, 6), child=ChildFactory(restricted=True))
    assert ahead().weeks[0].demand.reviews == 1


def test_initial_conferences_come_as_they_came_from_the_first_that_is_known():
    for day in (dt.date(2018, 3, 12), dt.date(2018, 3, 13), dt.date(2018, 4, 5)):
        ConferenceChildFactory(kind="INITIAL", conference__held_date=day)
    rate = ahead().rate
    assert (rate.weeks, rate.total, rate.lowest, rate.highest) == (4, 3, 0, 2)
    assert sum(one.demand.initial for one in ahead().weeks[:4]) == 3


def test_nothing_known_expects_nothing():
    year = ahead()
    assert year.rate.weeks == 0 and not any(one.demand.total for one in year.weeks)


def test_sessions_are_those_of_hours_leave_rooms_and_limits_less_the_diary():
    chair = person("CHAIR")
    assert ahead().weeks[1].supply.sessions == 0
    RoomFactory()
    assert ahead().weeks[1].supply.sessions == 5
    WorkingHoursFactory(person=chair, first_date=dt.date(2018, 4, 23))
    weeks = ahead().weeks
    assert [one.supply.chairs for one in weeks[1:3]] == [5, 1]
    days = {"first_date": dt.date(2018, 4, 16), "last_date": dt.date(2018, 4, 20)}
    LeaveFactory(person=chair, deputy=person("MANAGER"), **days)
    week = ahead().weeks[1]
    assert (week.supply.chairs, week.supply.away) == (0, 1)
    Leave.objects.update(last_date=dt.date(2018, 4, 16))
    start = dt.datetime(2018, 4, 17, 9, tzinfo=dt.UTC)
    BookingFactory(starts_at=start, ends_at=start + dt.timedelta(hours=1), chair=chair)
    week = ahead().weeks[1]
    assert (week.supply.chairs, week.supply.booked, week.supply.free) == (4, 1, 3)


def test_without_a_chair_the_first_week_that_must_hold_a_review_breaks():
    RoomFactory()
    on_plan(dt.date(2018, 3, 5))
    year = ahead()
    (first, *_) = year.breaks
    assert (first.late, first.demand.reviews) == (1, 1)
    person("CHAIR")
    assert ahead().breaks == []


def test_initial_conferences_that_wait_for_a_day_are_in_the_week_of_their_last_day():
    since = dt.datetime(2018, 4, 3, 9, tzinfo=dt.UTC)
    asked = RequestedChildFactory(due_date=dt.date(2018, 4, 24), request__requested_at=since)
    RequestedChildFactory(request=asked.request, child=ChildFactory(family=asked.child.family))
    RequestedChildFactory(child=ChildFactory(restricted=True), request__requested_at=since)
    weeks = ahead().weeks
    assert [(one.first, one.demand.waiting) for one in weeks if one.demand.waiting] == [
        (dt.date(2018, 4, 23), 1)
    ]
    # Without a chair or a room the week breaks for it.
    assert [one.first for one in ahead().breaks] == [dt.date(2018, 4, 23)]


def test_one_that_was_asked_for_in_this_week_is_taken_off_what_is_expected_in_it():
    for day in (dt.date(2018, 4, 3), dt.date(2018, 4, 4)):
        ConferenceChildFactory(kind="INITIAL", conference__held_date=day)
    assert ahead().weeks[0].demand.initial == 2
    RequestedChildFactory(request__requested_at=dt.datetime(2018, 4, 10, 9, tzinfo=dt.UTC))
    first = ahead().weeks[0].demand
    assert (first.initial, sum(one.demand.waiting for one in ahead().weeks)) == (1, 1)
