"""A death or a birth told otherwise by a correction: what lies ahead, and a plan whose end waits."""

from __future__ import annotations

import datetime as dt

import pytest

from conferences.models import LifeEvent, PlanEnding
from conferences.operations.corrections import Change, check_now
from conferences.operations.corrections_child import correct_child
from conferences.operations.corrections_conferences import correct_plan
from conferences.operations.corrections_life import correct_life_event
from conferences.operations.life_events import record_life_event
from conferences.operations.life_events_endings import ask_plan_end, confirm_plan_end
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


def ended(plan, team, told):
    """What happened, by which two people ended the plan."""
    event = record_life_event(child=plan.child, told=told, by=person("SOCIAL_WORKER", team=team), at=AT)
    confirm_plan_end(ending=event.endings.get(), by=person("STRATEGIC_LEAD"), at=AT)
    check_now()
    plan.refresh_from_db()
    return event


def end_on(plan, day):
    change = Change({"end_date": day}, "TYPED")
    correct_plan(row=plan, change=change, by=person("STRATEGIC_LEAD"), at=AT)


def correct_event(event, team, **facts):
    by = person("SOCIAL_WORKER", team=team)
    return correct_life_event(row=event, change=Change(facts, "TYPED"), by=by, at=AT)


def refused(act):
    with pytest.raises(Refused) as refusal:
        act()
    return refusal.value.field, refusal.value.sentence


@pytest.mark.parametrize("day", [dt.date(2018, 5, 9), dt.date(2018, 5, 13)])
def test_a_death_by_which_a_plan_ended_is_on_the_day_of_its_end(team, day):
    plan = PlanFactory(child=ChildFactory(birth_date=dt.date(2012, 2, 1)), start_date=dt.date(2018, 3, 5))
    AllocationFactory(child=plan.child, team=team)
    event = ended(plan, team, Happening(LifeKind.DIED, dt.date(2018, 5, 11), "The hospital rang"))
    first = "A plan ended by this on 11 May 2018. Correct the end of the plan first"
    assert refused(lambda: correct(plan, team, death_date=day)) == ("death_date", first)

    end_on(plan, day)
    correct(plan, team, death_date=day)
    event.refresh_from_db()
    assert (event.day, event.child.death_date, plan.child.plans.get().end_date) == (day, day, day)


def test_a_plan_that_ended_on_its_second_day_may_end_after_a_death(team):
    start = dt.date(2018, 5, 10)
    plan = PlanFactory(child=ChildFactory(birth_date=dt.date(2012, 2, 1)), start_date=start)
    AllocationFactory(child=plan.child, team=team)
    ended(plan, team, Happening(LifeKind.DIED, dt.date(2018, 5, 11), "The hospital rang"))
    correct(plan, team, death_date=start)
    assert plan.child.plans.get().end_date == dt.date(2018, 5, 11)


def test_no_plan_ended_at_18_before_the_18th_birthday(plan, team):
    ended(plan, team, Happening(LifeKind.EIGHTEEN, EIGHTEEN, "By the birth date", step_down="CLOSED"))
    later = {"birth_date": BORN + dt.timedelta(6)}
    field, sentence = refused(lambda: correct(plan, team, **later))
    assert field == "birth_date" and sentence.startswith("A plan ended by this on 14 May 2018")
    end_on(plan, EIGHTEEN + dt.timedelta(7))
    correct(plan, team, **later)
    assert LifeEvent.objects.unscoped("test").get().day == EIGHTEEN + dt.timedelta(6)


def test_an_order_is_not_after_the_end_of_the_plan_as_that_stands(plan, team):
    event = ended(plan, team, Happening(LifeKind.LOOKED_AFTER, dt.date(2018, 5, 1), "The court"))
    late = {"day": dt.date(2018, 5, 8)}
    field, sentence = refused(lambda: correct_event(event, team, **late))
    assert field == "day" and sentence.endswith("Correct the end of the plan first")
    end_on(plan, dt.date(2018, 5, 8))
    assert correct_event(event, team, **late)


def moved(day, **more):
    return Happening(LifeKind.MOVED_AWAY, day, "Leeds wrote", authority="383", **more)


def test_the_conference_of_the_other_authority_is_corrected(team):
    child = ChildFactory(birth_date=dt.date(2012, 2, 1))
    AllocationFactory(child=child, team=team)
    told = moved(dt.date(2018, 5, 1), ends=dt.date(2018, 5, 8))
    event = record_life_event(child=child, told=told, by=person("SOCIAL_WORKER", team=team), at=AT)
    name = "conference_date"
    early = refused(lambda: correct_event(event, team, conference_date=dt.date(2018, 4, 30)))
    assert early == (name, "The conference cannot be before the move on 1 May 2018")
    ahead = refused(lambda: correct_event(event, team, conference_date=ON + dt.timedelta(1)))
    assert ahead == (name, "The day of the conference must be today or in the past")
    late = refused(lambda: correct_event(event, team, day=dt.date(2018, 5, 9)))
    assert late[0] == "day"
    assert correct_event(event, team, conference_date=dt.date(2018, 5, 15))
    event.refresh_from_db()
    assert event.conference_date == dt.date(2018, 5, 15)


def test_the_conference_that_ends_a_plan_is_on_the_day_of_its_end(plan, team):
    worker = person("SOCIAL_WORKER", team=team)
    event = record_life_event(child=plan.child, told=moved(dt.date(2018, 5, 8)), by=worker, at=AT)
    asked = {"event": event, "step_down": "", "evidence": "They rang", "by": worker, "at": AT}
    ending = ask_plan_end(ends=dt.date(2018, 5, 8), **asked)
    check_now()
    right = {"conference_date": dt.date(2018, 5, 15)}
    field, sentence = refused(lambda: correct_event(event, team, **right))
    assert field == "conference_date" and "Withdraw that first" in sentence
    correct_event(event, team, day=dt.date(2018, 5, 1))
    ending.refresh_from_db()
    assert ending.end_date == dt.date(2018, 5, 8)

    confirm_plan_end(ending=ending, by=person("STRATEGIC_LEAD"), at=AT)
    check_now()
    first = ("conference_date", "A plan ended by this on 8 May 2018. Correct the end of the plan first")
    assert refused(lambda: correct_event(event, team, **right)) == first
    plan.refresh_from_db()
    end_on(plan, dt.date(2018, 5, 15))
    assert correct_event(event, team, **right)
