"""What a child left by what was never so, in words: what goes on without the child, and what is gone."""

import datetime as dt

from conferences.queries.requests_left import Left
from conferences.views.presenters.requests_left import stays_away
from tests.factories import BookingFactory, PlanFactory, RequestedChildFactory
from tests.presenters.made import made

AT = dt.datetime(2018, 6, 11, 9, tzinfo=dt.UTC)


def left(state):
    asked = made(RequestedChildFactory, request__state=state, request__requested_at=AT)
    meeting = made(BookingFactory, request=asked.request, starts_at=AT, ends_at=AT + dt.timedelta(hours=1))
    return Left(asked, asked.request, meeting)


def test_a_request_that_goes_on_waits_for_the_child():
    first, meets, told = stays_away(left("BOOKED"), [])
    assert "goes on without the child" in first and "11 June 2018" in meets and "is told" in told


def test_a_request_that_ended_is_made_anew_and_its_room_is_free():
    first, gone, _ = stays_away(left("WITHDRAWN"), [])
    assert "is requested again" in first and "its room is free" in gone


def test_a_child_in_need_plan_stays_ended():
    assert stays_away(None, [dt.date(2018, 1, 8)]) == [
        "The child in need plan of 8 January 2018 stays ended. Correct it where it went on."
    ]


def test_a_plan_that_a_death_ended_stays_ended_until_two_people_say_that_it_runs_again():
    found = left("BOOKED")
    found.asked.plan = made(PlanFactory)
    first, *_, told = stays_away(found, [], plan_from=dt.date(2018, 3, 5))
    assert first == "The child protection plan of 5 March 2018 stays ended. Ask that it runs again."
    assert told == "Once the plan runs again, whoever asked for it, works with the child or chairs is told."
