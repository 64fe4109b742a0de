"""A death or a birth told otherwise by a correction: what lies ahead, and a plan whose end waits."""

from __future__ import annotations

import datetime as dt

import pytest

from conferences.models import PlanEnding
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_child
from conferences.operations.life_events import record_life_event
from conferences.operations.life_events_endings import confirm_plan_end
from conferences.queries.clocks import clocks
from conferences.rules.life_events import Happening, LifeKind
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ChildFactory,
    PlanFactory,
    RequestedChildFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 6, 4, 10, tzinfo=dt.UTC)
ON = AT.date()
BORN, EIGHTEEN = dt.date(2000, 5, 14), dt.date(2018, 5, 14)


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture
def plan(team):
    found = PlanFactory(child=ChildFactory(birth_date=BORN), start_date=dt.date(2018, 3, 5))
    AllocationFactory(child=found.child, team=team)
    return found


def correct(plan, team, **facts):
    by = person("TEAM_MANAGER", team=team)
    correct_child(row=plan.child, change=Change(facts, "TYPED"), by=by, at=AT)


def test_what_lies_ahead_falls_away_where_a_death_is_told_by_a_correction(plan, team):
    about = {"child": plan.child, "kind": "REVIEW", "enquiry": None, "plan": plan}
    meeting = BookingFactory(
        request=RequestedChildFactory(request__state="BOOKED", **about).request,
        starts_at=AT + dt.timedelta(7),
        ends_at=AT + dt.timedelta(7, hours=1),
    )
    correct(plan, team, death_date=dt.date(2018, 5, 11))

    meeting.refresh_from_db()
    assert (meeting.state, meeting.request.state) == ("CANCELLED", "WITHDRAWN")
    assert [clock.code for clock in clocks() if clock.is_open(ON)] == ["END_PLAN"]


def test_a_plan_ends_not_before_what_happened_was_as_it_stands(plan, team):
    later = EIGHTEEN + dt.timedelta(2)
    told = Happening(LifeKind.EIGHTEEN, EIGHTEEN, "The aunt wrote.", ends=later, step_down="CLOSED")
    record_life_event(child=plan.child, told=told, by=person("SOCIAL_WORKER", team=team), at=AT)
    correct(plan, team, birth_date=BORN + dt.timedelta(6))

    ending = PlanEnding.objects.unscoped("test").get()
    with pytest.raises(Refused, match="The plan cannot end before 20 May 2018"):
        confirm_plan_end(ending=ending, by=person("STRATEGIC_LEAD"), at=AT)
