"""A plan that ended by what was another child's runs again, when two people say so."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.models import Correction, PlanResumption
from conferences.operations.corrections import Change, check_now
from conferences.operations.corrections_child import correct_child
from conferences.operations.corrections_life import correct_life_event
from conferences.operations.follow_ups import record_follow_up
from conferences.operations.life_events_resumptions import (
    ask_resumption,
    confirm_resumption,
    foresee_resumption,
    turn_down_resumption,
)
from conferences.queries.children_chronology import chronology
from conferences.rules.children import Life
from conferences.rules.follow_ups import Which
from conferences.rules.life_events import still_ends
from conferences.views.presenters.children_timeline import entry_text
from conferences.views.presenters.what_follows import what_follows
from safeguarding.refusals import Refused
from tests import factories as make
from tests.cast import person

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 7, 2, 10, tzinfo=dt.UTC)
ON, ENDED = AT.date(), dt.date(2018, 6, 4)


@pytest.fixture
def team():
    return make.TeamFactory()


@pytest.fixture
def ending(team):
    """A plan that two people ended, because the child left the country."""
    plan = make.PlanFactory(start_date=dt.date(2018, 4, 9), end_date=ENDED, end_reason="LEFT_UK")
    make.AllocationFactory(child=plan.child, team=team)
    make.GoLiveFactory()
    lead = person("STRATEGIC_LEAD")
    event = make.LifeEventFactory(
        child=plan.child, kind="LEFT_UK", authority="", authority_name="", day=ENDED
    )
    closed = {"outcome": "CONFIRMED", "closed_by": lead, "closed_at": make.NOON}
    return make.PlanEndingFactory(plan=plan, event=event, **closed)


def worker(team):
    return person("SOCIAL_WORKER", team=team)


def ask(ending, team, why="OTHER_CHILD", words="The cousin left, says the school"):
    return ask_resumption(ending=ending, why=why, words=words, by=worker(team), at=AT)


def test_a_plan_runs_again_by_two_people_and_history_keeps_its_end(ending, team):
    seen = foresee_resumption(
        ending=ending, why="OTHER_CHILD", words="The cousin left", by=worker(team), at=AT
    )
    assert what_follows(seen.before, seen.after, ON).notes
    asked = ask(ending, team)
    plan = confirm_resumption(resumption=asked, by=person("TEAM_MANAGER", team=team), at=AT)
    assert (plan.end_date, plan.end_reason, plan.step_down) == (None, "", "")
    assert (asked.was_end_date, asked.was_end_reason) == (ENDED, "LEFT_UK")
    (one,) = Correction.objects.unscoped("test")
    assert (one.kind, one.field, one.now) == ("LIFE_EVENT", "in_error", "yes")
    assert plan.duties.filter(kind="REQUEST_REVIEW", closed_at=None).exists()
    told = [entry_text(event)[0] for event in chronology(plan.child, ON)]
    assert "Plan runs again" in told and any(title.endswith("recorded in error") for title in told)


def test_who_asked_confirms_nothing_and_what_is_turned_down_leaves_the_plan_ended(ending, team):
    manager = person("TEAM_MANAGER", team=team)
    asked = ask_resumption(ending=ending, why="TOLD", words="The aunt rang", by=manager, at=AT)
    with pytest.raises(Refused, match="A second person must confirm it"):
        confirm_resumption(resumption=asked, by=manager, at=AT)
    with pytest.raises(Refused, match="waits for a second person already"):
        ask(ending, team)
    turn_down_resumption(resumption=asked, reason="She did leave", by=person("STRATEGIC_LEAD"), at=AT)
    ending.plan.refresh_from_db()
    assert ending.plan.end_date == ENDED
    assert PlanResumption.objects.unscoped("test").get().outcome == "REFUSED"


def test_what_is_missing_is_said_beside_its_field(ending, team):
    with pytest.raises(Refused) as refusal:
        ask(ending, team, why="", words=" ")
    assert [one.field for one in refusal.value.problems] == ["why", "words"]


def test_a_follow_up_on_the_end_is_said_to_be_in_error_first(ending, team):
    record_follow_up(
        plan=ending.plan,
        which=Which.FIRST,
        held_date=dt.date(2018, 6, 20),
        how_child_is="Well",
        help_now="",
        by=worker(team),
        at=AT,
    )
    with pytest.raises(Refused, match="The follow-up of 20 June 2018 stands on the end. Say first"):
        ask(ending, team)
    ending.plan.follow_ups.update(in_error=True)
    ask(ending, team)


@pytest.mark.parametrize("later", ["plan", "conference"])
def test_nothing_runs_again_under_what_came_later(ending, team, later):
    day = dt.date(2018, 6, 25)
    if later == "plan":
        make.PlanFactory(child=ending.plan.child, start_date=day)
    else:
        make.ConferenceChildFactory(child=ending.plan.child, held_date=day)
    with pytest.raises(Refused, match=f"A .*{later} of 25 June 2018 stands on the end"):
        ask(ending, team)


def test_an_end_that_a_review_decided_is_not_taken_back_so(ending, team):
    ending.plan.end_reason = "MOVED"
    ending.plan.save()
    with pytest.raises(Refused, match="The plan did not end by this"):
        ask(ending, team)


def test_a_death_is_taken_away_before_the_plan_that_it_ended_runs_again(team):
    plan = make.PlanFactory(start_date=dt.date(2018, 4, 9), end_date=ENDED, end_reason="DIED")
    child = plan.child
    make.AllocationFactory(child=child, team=team)
    child.death_date = ENDED
    child.save()
    event = make.LifeEventFactory(child=child, kind="DIED", authority="", authority_name="", day=ENDED)
    closed = {"outcome": "CONFIRMED", "closed_by": person("STRATEGIC_LEAD"), "closed_at": make.NOON}
    ended = make.PlanEndingFactory(plan=plan, event=event, end_date=ENDED, end_reason="DIED", **closed)
    check_now()  # As the transaction ends that recorded it.
    with pytest.raises(Refused, match="Take the date of death away first"):
        ask(ended, team)
    alive = Change({"death_date": None}, "OTHER_CHILD", "The cousin died")
    correct_child(row=child, change=alive, by=person("BUSINESS_SUPPORT"), at=AT)
    asked = ask(ended, team)
    confirm_resumption(resumption=asked, by=person("TEAM_MANAGER", team=team), at=AT)
    event.refresh_from_db()
    assert event.in_error


def test_what_ended_a_plan_that_runs_again_may_be_put_back_and_asks_for_the_end_anew(ending, team):
    confirm_resumption(resumption=ask(ending, team), by=person("TEAM_MANAGER", team=team), at=AT)
    back = Change({"in_error": False}, "TOLD", "She left after all")
    correct_life_event(row=ending.event, change=back, by=worker(team), at=AT)
    ending.event.refresh_from_db()
    assert not ending.event.in_error


def test_an_18th_birthday_stands_by_the_date_of_birth():
    life = Life(birth_date=dt.date(2000, 6, 4))
    assert "By the date of birth the child is 18" in still_ends("EIGHTEEN", life, ON)
    assert still_ends("EIGHTEEN", replace(life, birth_date=dt.date(2005, 6, 4)), ON) == ""
