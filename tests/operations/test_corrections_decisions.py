"""A signed decision set right by two people: the part, the decision and the plan follow, or nothing does."""

import datetime as dt
from dataclasses import replace

import pytest
from django.urls import reverse

from conferences.models import (
    ChildInNeedPlan,
    ChildPart,
    Conference,
    Correction,
    Decision,
    DecisionChange,
    Duty,
    Plan,
    PlanEnding,
    PlanResumption,
)
from conferences.operations import corrections_decisions as operations
from conferences.operations.in_need import end_running
from conferences.operations.recording_signing import sign
from conferences.queries.corrections_decisions import version_of
from conferences.queries.duties_duty import why_due
from conferences.queries.duties_list import place_of
from safeguarding.refusals import Refused
from tests import factories as make
from tests.cast import person
from tests.views.meetings import AFTER, CLINIC, fill, review_meeting, signed

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 6, 4, 10, tzinfo=dt.UTC)
CONTINUES = {
    "voice": "v",
    "participation": "PN6",
    "outcome": "PLAN_CONTINUES",
    "category": "NEG",
    "reasons": "Because",
}
ENDS = {
    "voice": "v",
    "participation": "PN6",
    "outcome": "PLAN_ENDS",
    "reasons": "Because",
    "end_reason": "RISK_REDUCED",
    "ending_rationale": "Each outcome was seen",
    "step_down": "CIN_PLAN",
}


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def lead():
    return person("STRATEGIC_LEAD")


def first(chair):
    """A child for whom a plan began, and one for whom none did, at their conference."""
    signed(chair)
    amy, basil = Conference.objects.unscoped("test").get().children.order_by("child")
    return amy, basil


def reviewed(chair, values):
    booking, part = review_meeting(chair)
    sign(record=fill(booking, (part, values, [CLINIC])), by=chair, at=AFTER)
    part.refresh_from_db()
    return part.conference_child


def ask(at, by, why="TYPED", words="The wrong box was ticked", **facts):
    wish = operations.Wish(replace(version_of(at), **facts), why, words)
    return operations.ask_decision(at_conference=at, wish=wish, by=by, at=AT)


def agree(at, chair, lead, **facts):
    return operations.agree_decision(change=ask(at, chair, **facts), by=lead, at=AT)


def sentences(act):
    with pytest.raises(Refused) as refusal:
        act()
    return [(problem.field, problem.sentence) for problem in refusal.value.problems]


NONE = {"outcome": "NO_PLAN", "category": ""}


def test_a_plan_that_was_none_goes_with_its_deadlines_and_the_version_says_what_it_replaces(chair, lead):
    amy, _ = first(chair)
    asked = ask(amy, chair, **NONE)
    assert Plan.objects.unscoped("test").count() == 1
    done = operations.agree_decision(change=asked, by=lead, at=AT)
    assert not Plan.objects.unscoped("test").exists()
    assert Decision.objects.unscoped("test").get(conference_child=amy).outcome == "NO_PLAN"
    assert ChildPart.objects.unscoped("test").get(conference_child=amy).outcome == "NO_PLAN"
    assert (done.version, done.was_outcome, done.was_category) == (2, "PLAN_BEGINS", "NEG")
    assert done.closed_by == lead
    assert not Duty.objects.unscoped("test").filter(plan__isnull=False, closed_at=None).exists()


def in_need_before(at):
    """A child in need plan that ran until its child's conference, as the signing there ends it."""
    plan = make.ChildInNeedPlanFactory(child=at.child, start_date=dt.date(2018, 3, 5), end_date=None)
    end_running(at.child_id, at.conference.held_date, writer=at.conference.chair, at=signed_at(at))
    plan.refresh_from_db()
    return plan


def signed_at(at):
    return ChildPart.objects.unscoped("test").get(conference_child=at).record.signed_at


def test_a_child_in_need_plan_that_ended_by_a_plan_that_was_none_runs_on_with_who_and_why(chair, lead):
    amy, _ = first(chair)
    plan = in_need_before(amy)
    assert plan.end_date == dt.date(2018, 4, 24)
    agree(amy, chair, lead, **NONE)
    plan.refresh_from_db()
    (told,) = Correction.objects.unscoped("test").filter(row=plan.pk, kind="IN_NEED_PLAN")
    assert plan.end_date is None
    assert (told.was, told.now, told.why, told.corrected_by) == ("2018-04-24", "", "TYPED", lead)


def test_a_child_in_need_plan_that_somebody_else_ended_on_that_day_stays_ended(chair, lead):
    amy, _ = first(chair)
    day = amy.conference.held_date
    plan = make.ChildInNeedPlanFactory(child=amy.child, start_date=dt.date(2018, 3, 5), end_date=None)
    end_running(amy.child_id, day, writer=chair, at=signed_at(amy) - dt.timedelta(hours=1))
    agree(amy, chair, lead, **NONE)
    plan.refresh_from_db()
    assert plan.end_date == day


def test_a_child_in_need_plan_stays_ended_where_another_began_since(chair, lead):
    amy, _ = first(chair)
    plan = in_need_before(amy)
    make.ChildInNeedPlanFactory(child=amy.child, start_date=dt.date(2018, 5, 1), end_date=None)
    agree(amy, chair, lead, **NONE)
    plan.refresh_from_db()
    assert plan.end_date == dt.date(2018, 4, 24)


def test_a_plan_on_which_something_was_built_does_not_go(chair):
    amy, _ = first(chair)
    make.CoreGroupFactory(plan=amy.plan_begun, held_date=dt.date(2018, 5, 1))
    ((field, said),) = sentences(lambda: ask(amy, chair, **NONE))
    assert field == "outcome" and "a core group of 1 May 2018 stands on it" in said
    assert not DecisionChange.objects.unscoped("test").exists()


def test_a_plan_begins_where_none_was_signed(chair, lead):
    _, basil = first(chair)
    agree(basil, chair, lead, outcome="PLAN_BEGINS", category="EMO")
    plan = Plan.objects.unscoped("test").get(child=basil.child)
    assert (plan.begun_at_id, plan.start_date) == (basil.pk, dt.date(2018, 4, 24))
    assert [row.category for row in plan.categories.all()] == ["EMO"]
    assert Duty.objects.unscoped("test").filter(plan=plan, kind="HOLD_FIRST_CORE_GROUP").exists()


def test_the_category_of_a_plan_that_began_is_another_from_its_first_day(chair, lead):
    amy, _ = first(chair)
    agree(amy, chair, lead, category="PHY")
    plan = Plan.objects.unscoped("test").get()
    assert (plan.initial_category, plan.latest_category) == ("PHY", "PHY")
    assert [row.category for row in plan.categories.all()] == ["PHY"]


def test_a_plan_that_was_to_end_ends_on_the_conference_s_day(chair, lead):
    at = reviewed(chair, CONTINUES)
    ends = {"outcome": "PLAN_ENDS", "category": "", "end_reason": "RISK_REDUCED", "step_down": "CIN_PLAN"}
    agree(at, chair, lead, **ends)
    plan = Plan.objects.unscoped("test").get()
    assert (plan.end_date, plan.end_reason, plan.step_down) == (
        dt.date(2018, 4, 24),
        "RISK_REDUCED",
        "CIN_PLAN",
    )


GOES_ON = {"outcome": "PLAN_CONTINUES", "category": "EMO", "end_reason": "", "step_down": ""}


def test_a_plan_that_was_not_to_end_runs_again(chair, lead):
    at = reviewed(chair, ENDS)
    agree(at, chair, lead, **GOES_ON)
    plan = Plan.objects.unscoped("test").get()
    assert (plan.end_date, plan.end_reason, plan.latest_category) == (None, "", "EMO")


def test_no_child_in_need_plan_runs_beside_a_plan_that_runs_again(chair, lead):
    at = reviewed(chair, ENDS)
    make.ChildInNeedPlanFactory(child=at.child, start_date=at.plan.end_date)
    seen = operations.foresee_decision(
        at_conference=at,
        wish=operations.Wish(replace(version_of(at), **GOES_ON), "TYPED", "w"),
        by=chair,
        at=AT,
    )
    assert len(seen.before.in_need) == 1 and not seen.after.in_need
    agree(at, chair, lead, **GOES_ON)
    assert not ChildInNeedPlan.objects.unscoped("test").exists()


def test_no_child_in_need_plan_runs_beside_a_plan_that_began_after_all(chair, lead):
    _, basil = first(chair)
    held = dt.date(2018, 4, 24)
    make.ChildInNeedPlanFactory(
        child=basil.child, start_date=dt.date(2018, 4, 2), end_date=dt.date(2018, 5, 1)
    )
    make.ChildInNeedPlanFactory(child=basil.child, start_date=dt.date(2018, 5, 2))
    agree(basil, chair, lead, outcome="PLAN_BEGINS", category="EMO")
    (stays,) = ChildInNeedPlan.objects.unscoped("test").all()
    assert stays.end_date == held


def test_what_somebody_put_off_on_a_plan_that_goes_stays_with_its_meeting(chair, lead):
    amy, _ = first(chair)
    duty = Duty.objects.unscoped("test").filter(plan=amy.plan_begun).first()
    make.DutyStepFactory(duty=duty, until_date=duty.due_date)
    agree(amy, chair, lead, **NONE)
    duty.refresh_from_db()
    assert (duty.plan, duty.booking.conference_id, duty.closed_because) == (None, amy.conference_id, "GONE")
    assert duty.steps.count() == 1 and place_of(lead, duty)[1] == "" and why_due(duty) is None


def test_what_was_in_error_or_is_over_lets_a_plan_go(chair, lead):
    amy, _ = first(chair)
    plan = amy.plan_begun
    make.CoreGroupFactory(plan=plan, held_date=dt.date(2018, 5, 1), in_error=True)
    about = {"child": amy.child, "kind": "REVIEW", "enquiry": None, "plan": plan}
    review = make.RequestedChildFactory(
        request__state="WITHDRAWN",
        request__withdrawn_by=lead,
        request__withdrawn_at=AT,
        request__withdrawn_reason="Typed twice",
        **about,
    )
    found = make.EarlierPlanFactory(
        requested_child=review, plan=plan, start_date=plan.start_date, end_date=None
    )
    event = make.LifeEventFactory(child=amy.child, day=dt.date(2018, 5, 2))
    closed = {"outcome": "REFUSED", "closed_by": lead, "closed_at": AT, "closed_reason": "They stay"}
    make.PlanEndingFactory(plan=plan, event=event, **closed)
    agree(amy, chair, lead, **NONE)
    review.refresh_from_db()
    found.refresh_from_db()
    assert (review.plan, found.plan, found.start_date) == (None, None, dt.date(2018, 4, 24))
    assert not Plan.objects.unscoped("test").exists() and not PlanEnding.objects.unscoped("test").exists()


def test_a_plan_that_ran_again_before_it_was_none_goes_with_both(chair, lead):
    amy, _ = first(chair)
    event = make.LifeEventFactory(child=amy.child, day=dt.date(2018, 5, 2))
    closed = {"outcome": "CONFIRMED", "closed_by": lead, "closed_at": AT}
    ending = make.PlanEndingFactory(plan=amy.plan_begun, event=event, **closed)
    make.PlanResumptionFactory(plan=amy.plan_begun, ending=ending, **closed)
    event.in_error = True
    event.save()
    agree(amy, chair, lead, **NONE)
    assert not PlanResumption.objects.unscoped("test").exists()


def test_the_refusal_names_all_that_stands_in_the_way_with_its_page(chair, lead, client):
    amy, _ = first(chair)
    plan = amy.plan_begun
    group = make.CoreGroupFactory(plan=plan, held_date=dt.date(2018, 5, 1))
    about = {"child": amy.child, "kind": "REVIEW", "enquiry": None, "plan": plan}
    request = make.RequestedChildFactory(request__state="REQUESTED", **about).request
    ending = make.PlanEndingFactory(plan=plan, event=make.LifeEventFactory(child=amy.child))
    told = sentences(lambda: ask(amy, chair, **NONE))
    assert [said.split(": ")[0] for _, said in told] == ["The plan cannot go"] * 3

    client.force_login(lead)
    typed = {**NONE, "reasons": "Because", "why": "TYPED", "words": "w", "step": "check"}
    at = reverse("decision_change_new", args=[amy.child.ref, amy.pk])
    page = client.post(at, typed).content.decode()
    facts = reverse("child_facts", args=[amy.child.ref])
    pages = reverse("request", args=[request.ref]), reverse("plan_ending", args=[ending.ref])
    for href in (f"{facts}#core_group-{group.pk}", *pages):
        assert f'href="{href}"' in page


def test_a_plan_runs_again_only_where_no_later_one_stands(chair):
    at = reviewed(chair, ENDS)
    make.PlanFactory(child=at.child, start_date=dt.date(2018, 5, 14))
    ((field, said),) = sentences(lambda: ask(at, chair, **GOES_ON))
    assert field == "outcome" and "another one of the child began on 14 May 2018" in said


def test_a_plan_does_not_run_again_over_what_followed_its_end(chair):
    at = reviewed(chair, ENDS)
    make.FollowUpFactory(plan=at.plan, held_date=dt.date(2018, 5, 28))
    ((field, said),) = sentences(lambda: ask(at, chair, **GOES_ON))
    assert field == "outcome" and "a follow-up of 28 May 2018 stands on it" in said


def test_nobody_agrees_to_what_they_asked_for_and_one_version_waits_at_a_time(chair, lead):
    amy, _ = first(chair)
    asked = ask(amy, chair, category="PHY")
    with pytest.raises(Refused) as refusal:
        operations.agree_decision(change=asked, by=chair, at=AT)
    assert refusal.value.status == 403
    assert "waits for a second person already" in sentences(lambda: ask(amy, lead, category="EMO"))[0][1]
    assert Decision.objects.unscoped("test").get(conference_child=amy).category == "NEG"


def test_what_changed_meanwhile_is_asked_for_again(chair, lead):
    amy, _ = first(chair)
    asked = ask(amy, chair, category="PHY")
    ChildPart.objects.unscoped("test").filter(conference_child=amy).update(reasons="Others")
    told = sentences(lambda: operations.agree_decision(change=asked, by=lead, at=AT))
    assert "It must be asked for again" in told[0][1]


def test_a_version_turned_down_changes_nothing(chair, lead):
    amy, _ = first(chair)
    asked = ask(amy, chair, category="PHY")
    assert sentences(lambda: operations.turn_down_decision(change=asked, reason=" ", by=lead, at=AT))
    ended = operations.turn_down_decision(change=asked, reason="It was right", by=lead, at=AT)
    assert ended.outcome == "REFUSED" and Plan.objects.unscoped("test").get().initial_category == "NEG"


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({}, "outcome", "This is what was decided"),
        ({"outcome": "PLAN_ENDS", "category": ""}, "outcome", "that this kind of conference can make"),
        ({"outcome": "NO_PLAN"}, "category", "Only a plan has a category"),
        ({"category": "PHY", "words": ""}, "words", "Enter how it came to be signed wrongly"),
        ({"category": "PHY", "why": ""}, "why", "Select why it is another decision"),
        ({"reasons": ""}, "reasons", "Enter the reasons for the decision"),
    ],
)
def test_what_is_missing_or_contradicts_itself_stands_beside_its_field(chair, facts, field, sentence):
    amy, _ = first(chair)
    told = sentences(lambda: ask(amy, chair, **facts))
    assert any(at == field and sentence in said for at, said in told), told


def test_what_would_follow_is_seen_and_nothing_is_done(chair):
    amy, _ = first(chair)
    wish = operations.Wish(replace(version_of(amy), **NONE), "TYPED", "The wrong box")
    seen = operations.foresee_decision(at_conference=amy, wish=wish, by=chair, at=AT)
    assert seen.before.plans and not seen.after.plans
    assert Plan.objects.unscoped("test").exists() and not DecisionChange.objects.unscoped("test").exists()


def test_no_plan_begins_in_a_new_version_for_who_was_18_at_the_conference(chair, lead):
    _, basil = first(chair)
    child, held = basil.child, basil.conference.held_date
    child.birth_date = held.replace(year=held.year - 18)
    child.save()
    with pytest.raises(Refused) as refusal:
        ask(basil, chair, outcome="PLAN_BEGINS", category="NEG")
    assert "was 18 on the day of the meeting" in str(refusal.value)
