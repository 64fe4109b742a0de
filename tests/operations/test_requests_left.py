"""A death or an end that was never so: who asked and who chairs is told, and the child comes back."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Notice
from conferences.operations.corrections import Change, check_now
from conferences.operations.corrections_child import correct_child
from conferences.operations.life_events import record_life_event
from conferences.operations.life_events_endings import confirm_plan_end
from conferences.operations.life_events_resumptions import ask_resumption, confirm_resumption
from conferences.operations.requests import ChildAsk
from conferences.operations.requests_children import add_to_request
from conferences.queries.requests_left import in_need_ended, left_by
from conferences.rules.life_events import Happening, LifeKind
from conferences.rules.vocabulary import ConferenceKind
from conferences.views.presenters.requests_left import stays_away, way_back
from tests import factories as make
from tests.cast import person
from tests.views.test_corrections import day, page, who

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 6, 4, 10, tzinfo=dt.UTC)
DIED = dt.date(2018, 6, 1)
NEXT = {"starts_at": AT + dt.timedelta(7), "ends_at": AT + dt.timedelta(7, hours=1)}


@pytest.fixture
def team():
    make.GoLiveFactory()
    return make.TeamFactory()


@pytest.fixture
def asked(team):
    """A review that is in the diary, of a child whose team is there."""
    plan = make.PlanFactory(start_date=dt.date(2018, 3, 5))
    make.AllocationFactory(child=plan.child, team=team)
    about = {"child": plan.child, "kind": "REVIEW", "enquiry": None, "plan": plan}
    found = make.RequestedChildFactory(request__state="BOOKED", request__family=plan.child.family, **about)
    make.BookingFactory(request=found.request, **NEXT)
    return found


def sibling(asked, team):
    other = make.RequestedChildFactory(request=asked.request, child__family=asked.child.family)
    make.AllocationFactory(child=other.child, team=team)


def manager(team):
    return person("TEAM_MANAGER", team=team)


def die(asked, team):
    told = Happening(LifeKind.DIED, DIED, "The hospital rang")
    record_life_event(child=asked.child, told=told, by=manager(team), at=AT)
    asked.child.refresh_from_db()


def live(asked, team):
    change = Change({"death_date": None}, "OTHER_CHILD", "The cousin died")
    correct_child(row=asked.child, change=change, by=manager(team), at=AT + dt.timedelta(1))
    asked.child.refresh_from_db()


def kept_away(child):
    return stays_away(left_by(child), in_need_ended(child, DIED))


def people_told():
    return set(Notice.objects.filter(change="MAY_COME_BACK").values_list("recipient", flat=True))


def test_a_child_who_left_a_meeting_that_goes_on_comes_back_to_it(asked, team):
    request = asked.request
    sibling(asked, team)
    die(asked, team)
    assert way_back(manager(team), asked.child) is None
    assert any("goes on without the child" in note for note in kept_away(asked.child))

    live(asked, team)
    assert people_told() >= {request.requested_by_id, request.bookings.get().chair_id}
    assert Notice.objects.filter(change="MAY_COME_BACK").values_list("request", flat=True)[0] == request.pk
    back = way_back(manager(team), asked.child)
    assert back.href.startswith(reverse("request_child_add", args=[request.ref]))
    assert str(asked.child.ref) in back.href


def test_a_meeting_that_ended_with_the_child_is_asked_for_anew_and_its_chair_is_told(asked, team):
    meeting = asked.request.bookings.get()
    die(asked, team)
    assert any("was cancelled, and its room is free" in note for note in kept_away(asked.child))

    live(asked, team)
    assert meeting.chair_id in people_told()
    back = way_back(manager(team), asked.child)
    assert back.href.startswith(reverse("request_new", args=[asked.child.family.ref]))
    make.RequestedChildFactory(child=asked.child)
    assert way_back(manager(team), asked.child) is None


def test_the_form_begins_with_the_child_and_what_was_asked(asked, team, client):
    sibling(asked, team)
    die(asked, team)
    live(asked, team)
    client.force_login(manager(team))
    page = client.get(way_back(manager(team), asked.child).href).content.decode()
    assert (
        f'value="{asked.child.ref}"' in page
        and "checked" in page
        and "The child died. That was not so." in page
    )
    assert "Put the child back" in client.get(reverse("child", args=[asked.child.ref])).content.decode()


def test_a_plan_that_runs_again_tells_of_the_review_that_fell_away(asked, team):
    event = record_life_event(
        child=asked.child,
        told=Happening(LifeKind.LEFT_UK, DIED, "The airline", ends=DIED),
        by=manager(team),
        at=AT,
    )
    lead = person("STRATEGIC_LEAD")
    confirm_plan_end(ending=event.endings.get(), by=lead, at=AT)
    check_now()
    assert left_by(asked.child).is_by_end and way_back(lead, asked.child) is None

    ending = event.endings.get()
    again = ask_resumption(ending=ending, why="TOLD", words="They are here", by=manager(team), at=AT)
    confirm_resumption(resumption=again, by=lead, at=AT)
    assert asked.request.requested_by_id in people_told()
    assert left_by(asked.child).was_never_so


def test_what_was_put_back_is_asked_for_no_more(asked, team):
    sibling(asked, team)
    request = asked.request
    die(asked, team)
    live(asked, team)
    ask = ChildAsk(asked.child, ConferenceKind.REVIEW, plan=asked.plan)
    add_to_request(request=request, ask=ask, reason="Not so", by=manager(team), at=AT + dt.timedelta(1))
    assert left_by(asked.child) is None


def test_a_death_that_was_not_so_leads_to_a_review_only_once_the_plan_runs_again(asked, team, client):
    sibling(asked, team)
    lead, boss = person("STRATEGIC_LEAD"), manager(team)
    told = Happening(LifeKind.DIED, DIED, "The hospital rang")
    ending = record_life_event(child=asked.child, told=told, by=boss, at=AT).endings.get()
    confirm_plan_end(ending=ending, by=lead, at=AT)
    check_now()
    asked.child.refresh_from_db()
    client.force_login(boss)
    alive = who(asked.child, why="OTHER_CHILD", **day("death_date", None))
    with time_machine.travel(AT + dt.timedelta(1), tick=False):
        checked = client.post(page(asked.child), alive).content.decode()
    assert "stays ended. Ask that it runs again." in checked
    live(asked, team)
    assert way_back(boss, asked.child) is None and not people_told()

    again = ask_resumption(ending=ending, why="OTHER_CHILD", words="The cousin died", by=boss, at=AT)
    confirm_resumption(resumption=again, by=lead, at=AT)
    assert asked.request.requested_by_id in people_told()
    assert str(asked.child.ref) in way_back(boss, asked.child).href
