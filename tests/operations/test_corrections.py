"""Corrections of plans, categories and conferences: what moves with them, and what others build on."""

import datetime as dt

import pytest

from conferences.models import (
    Booking,
    ChildInNeedPlan,
    Conference,
    Correction,
    Duty,
    MeetingRecord,
    Plan,
    PlanCategory,
)
from conferences.operations import corrections_conferences as conferences
from conferences.operations import corrections_work as work
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_child
from conferences.operations.recording_signing import sign
from safeguarding.refusals import Refused
from safeguarding.wording import uk_date
from tests import factories as make
from tests.cast import person
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting, review_meeting, signed

pytestmark = pytest.mark.django_db
ENDS = {
    "voice": "v",
    "participation": "PN6",
    "outcome": "PLAN_ENDS",
    "reasons": "r",
    "end_reason": "RISK_REDUCED",
    "ending_rationale": "Each outcome was seen",
    "step_down": "CIN_PLAN",
}
AT = dt.datetime(2018, 12, 3, 10, tzinfo=dt.UTC)


@pytest.fixture
def chair():
    return person("CHAIR")


def change(**facts):
    return Change(facts, "TYPED", "")


def day(month, number, year=2018):
    return dt.date(year, month, number)


def sentences(act, **given):
    with pytest.raises(Refused) as refusal:
        act(**given, at=AT)
    return [(problem.field, problem.sentence) for problem in refusal.value.problems]


def began(chair):
    """A plan that a signed record began, and its conference."""
    signed(chair)
    return Plan.objects.unscoped("test").get(), Conference.objects.unscoped("test").get()


def test_a_conference_moves_with_its_plan_its_category_its_meeting_and_its_days(chair):
    plan, conference = began(chair)
    earlier = day(4, 20)
    starts = Booking.objects.unscoped("test").get().starts_at
    made = conferences.correct_conference(row=conference, change=change(held_date=earlier), by=chair, at=AT)
    plan.refresh_from_db()
    meeting_ = Booking.objects.unscoped("test").get()
    assert plan.start_date == earlier == PlanCategory.objects.unscoped("test").get().from_date
    assert meeting_.starts_at.date() == earlier and meeting_.starts_at.time() == starts.time()
    assert len(made) == 2 and {one.was_at is None for one in made} == {False}
    due = Duty.objects.unscoped("test").get(kind="HOLD_FIRST_CORE_GROUP", plan=plan, closed_at=None)
    assert due.due_date == day(5, 4)


def test_a_child_in_need_plan_that_a_conference_ended_ends_with_it_on_its_right_day(chair):
    (booking, amy, basil), held = meeting(chair), day(4, 20)
    make.ChildInNeedPlanFactory(child=amy.requested_child.child, start_date=day(2, 5), source="RECORDED")
    make.ChildInNeedPlanFactory(child=basil.requested_child.child, start_date=day(2, 5))
    conference = sign(record=fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, [])), by=chair, at=AFTER)
    conferences.correct_conference(row=conference, change=change(held_date=held), by=chair, at=AT)
    ends = ChildInNeedPlan.objects.unscoped("test").order_by("pk").values_list("end_date", flat=True)
    assert list(ends) == [held, None]


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (day(12, 4), "must be today or in the past"),
        (day(4, 28), "never held on a Saturday or Sunday"),
        (day(4, 5), "The enquiry started on 9 April 2018"),
        (day(6, 4), "The record was signed on 24 April 2018"),
    ],
)
def test_a_conference_has_no_day_that_cannot_be(chair, held, sentence):
    _, conference = began(chair)
    ((field, said),) = sentences(
        conferences.correct_conference, row=conference, change=change(held_date=held), by=chair
    )
    assert field == "held_date" and sentence in said


def test_a_conference_was_not_on_a_day_on_which_a_child_on_a_plan_was_18(chair):
    plan, conference = began(chair)
    plan.child.birth_date = dt.date(2000, 4, 23)
    plan.child.save()
    MeetingRecord.objects.unscoped("test").update(signed_at=AT)
    ((field, said),) = sentences(
        conferences.correct_conference, row=conference, change=change(held_date=day(4, 23)), by=chair
    )
    assert (field, said) == ("held_date", "A child of it was 18 on 23 April 2018, so it was before that")


@pytest.mark.parametrize("ends", [None, day(5, 4)])
def test_a_child_in_need_plan_that_began_as_a_review_ended_the_plan_moves_with_a_later_end(chair, ends):
    booking, part = review_meeting(chair)
    conference = sign(record=fill(booking, (part, ENDS, [CLINIC])), by=chair, at=AFTER + dt.timedelta(3))
    plan, was = part.requested_child.plan, conference.held_date
    begun = make.ChildInNeedPlanFactory(child=plan.child, start_date=was, end_date=ends, source="RECORDED")
    later = was + dt.timedelta(2)
    conferences.correct_conference(row=conference, change=change(held_date=later), by=chair, at=AT)
    begun.refresh_from_db()
    plan.refresh_from_db()
    assert begun.start_date == plan.end_date == later


def test_what_others_build_on_a_conference_is_named(chair):
    at = make.ConferenceChildFactory(held_date=day(4, 9))
    plan = make.PlanFactory(child=at.child, start_date=day(4, 9), begun_at=at)
    make.CoreGroupFactory(plan=plan, held_date=day(4, 20))
    ((field, said),) = sentences(
        conferences.correct_conference, row=at.conference, change=change(held_date=day(4, 23)), by=chair
    )
    assert field == "held_date" and "The core group of 20 April 2018 stands on this plan" in said


def test_a_review_that_ended_a_plan_moves_the_end_with_it_and_no_end_is_taken_back(chair):
    booking, part = review_meeting(chair)
    conference = sign(record=fill(booking, (part, ENDS, [CLINIC])), by=chair, at=AFTER)
    plan = part.requested_child.plan
    moved = conference.held_date - dt.timedelta(days=7)
    conferences.correct_conference(row=conference, change=change(held_date=moved), by=chair, at=AT)
    plan.refresh_from_db()
    assert plan.end_date == moved
    told = sentences(conferences.correct_plan, row=plan, change=change(end_date=None), by=chair)
    assert told == [("", "Nothing here differs from what is recorded. Change what is wrong, or go back")]


def ended(**facts):
    return make.PlanFactory(start_date=day(1, 15), end_date=day(9, 3), end_reason="MOVED", **facts)


def ended_here():
    """A plan that began at a conference recorded here, and ended."""
    begun = make.ConferenceChildFactory(held_date=day(1, 15))
    plan = ended(child=begun.child, begun_at=begun, source="RECORDED")
    make.PlanCategoryFactory(plan=plan)
    return plan


def test_an_ended_plan_is_corrected_and_never_reopened(chair):
    plan = ended()
    facts = {"end_date": day(9, 10), "end_reason": "LOOKED_AFTER", "step_down": "LOOKED_AFTER"}
    made = conferences.correct_plan(row=plan, change=change(**facts), by=chair, at=AT)
    plan.refresh_from_db()
    assert (plan.end_date, plan.end_reason) == (day(9, 10), "LOOKED_AFTER")
    assert {(one.field, one.was) for one in made} == {
        ("end_date", "2018-09-03"),
        ("end_reason", "MOVED"),
        ("step_down", ""),
    }
    nothing = change(end_date=None, end_reason="", step_down="")
    told = sentences(conferences.correct_plan, row=plan, change=nothing, by=chair)
    assert ("end_date", "Enter something here: it cannot be empty") in told


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"end_date": day(1, 15)}, "end_date", "must end after the day it began, 15 January 2018"),
        ({"end_date": day(12, 4)}, "end_date", "must be today or in the past"),
        ({"end_date": day(11, 1)}, "end_date", "another one of the child began on 1 November 2018"),
        ({"start_date": day(6, 20, 2017)}, "start_date", "began on 1 June 2017 and ended on 1 July 2017"),
        ({"start_date": day(3, 1)}, "start_date", "The core group of 1 February 2018 stands on this plan"),
        ({"end_date": day(1, 30)}, "end_date", "The core group of 1 February 2018 stands on this plan"),
        ({"end_date": day(10, 20)}, "end_date", "The follow-up of 10 October 2018 was after the plan"),
        ({"end_reason": "RISK_REDUCED"}, "end_reason", "Only a review conference ends a plan"),
        ({"end_reason": ""}, "end_reason", "it cannot be empty"),
    ],
)
def test_what_a_plan_cannot_be_stands_beside_its_field(chair, facts, field, sentence):
    plan = ended_here() if "end_reason" in facts else ended()
    make.PlanFactory(child=plan.child, start_date=day(6, 1, 2017), end_date=day(7, 1, 2017))
    make.PlanFactory(child=plan.child, start_date=day(11, 1))
    make.CoreGroupFactory(plan=plan, held_date=day(2, 1))
    make.FollowUpFactory(plan=plan, held_date=day(10, 10))
    told = sentences(conferences.correct_plan, row=plan, change=change(**facts), by=chair)
    assert any(at == field and sentence in said for at, said in told), told
    assert not Correction.objects.unscoped("test").exists()


def test_a_later_category_is_corrected_and_is_the_plan_s_latest(chair):
    plan = make.PlanFactory(latest_category="EMO")
    make.PlanCategoryFactory(plan=plan)
    later = make.PlanCategoryFactory(plan=plan, category="EMO", from_date=day(7, 2))
    conferences.correct_category(row=later, change=change(category="PHY"), by=chair, at=AT)
    plan.refresh_from_db()
    assert (plan.initial_category, plan.latest_category) == ("NEG", "PHY")
    ((_, said),) = sentences(
        conferences.correct_category, row=later, change=change(from_date=day(4, 9)), by=chair
    )
    assert "must lie within the plan: after 9 April 2018" in said


def test_the_day_a_letter_went_is_corrected_and_never_before_the_record_was_signed():
    by = person("BUSINESS_SUPPORT")
    record = make.MeetingRecordFactory(state="SIGNED", signed_by=by, signed_at=AFTER)
    letter = make.LetterFactory(record=record, sent_date=day(6, 4), sent_by=by)
    make.RequestedChildFactory(request=record.booking.request)
    work.correct_letter(row=letter, change=change(sent_date=day(6, 5)), by=by, at=AT)
    ((field, said),) = sentences(work.correct_letter, row=letter, change=change(sent_date=day(1, 5)), by=by)
    assert field == "sent_date" and "cannot have been sent before the record was signed" in said


def test_who_held_a_child_is_corrected_without_two_at_once():
    team = make.TeamFactory()
    by, first = person("TEAM_MANAGER", team=team), make.AllocationFactory(team=team)
    first.end_date = day(6, 4)
    first.save()
    now = make.AllocationFactory(child=first.child, team=team, start_date=day(6, 4))
    work.correct_allocation(row=now, change=change(start_date=day(6, 11)), by=by, at=AT)
    ((field, said),) = sentences(work.correct_allocation, row=now, change=change(start_date=day(5, 1)), by=by)
    assert field == "start_date" and "It would overlap with who held the child from 9 April 2018" in said
    ((field, _),) = sentences(work.correct_allocation, row=now, change=change(end_date=day(7, 1)), by=by)
    assert field == "end_date"


def test_thinking_time_is_corrected_by_the_chair_who_held_it_alone(chair):
    facts = {"state": "HELD", "chair": chair, "held_date": day(4, 16), "minutes": 45}
    session = make.ThinkingTimeFactory(raised_at=make.NOON, **facts)
    make.RequestedChildFactory(request=session.request)
    work.correct_thinking_time(row=session, change=change(minutes=60, held_date=day(4, 17)), by=chair, at=AT)
    told = sentences(
        work.correct_thinking_time, row=session, change=change(minutes=2, held_date=day(1, 5)), by=chair
    )
    assert [field for field, _ in told] == ["held_date", "minutes"]
    ((_, said),) = sentences(
        work.correct_thinking_time, row=session, change=change(minutes=50), by=person("CHAIR")
    )
    assert "held this thinking time, so only they can change it" in said


def test_business_support_corrects_no_plan_and_no_conference():
    by = person("BUSINESS_SUPPORT")
    for act, row in (
        (conferences.correct_plan, ended()),
        (conferences.correct_conference, make.ConferenceChildFactory().conference),
    ):
        with pytest.raises(Refused) as refusal:
            act(row=row, change=change(held_date=day(5, 1)), by=by, at=AT)
        assert refusal.value.status == 403


def test_a_birth_and_a_death_that_happened_move_with_the_child_s_days_and_one_that_did_not_is_gone():
    by, child = person("BUSINESS_SUPPORT"), make.ChildFactory(death_date=day(9, 3), birth_date=day(5, 4))
    make.LifeEventFactory(
        child=child,
        kind="BORN",
        day=day(5, 4),
        expected_birth_date=day(5, 1),
        authority="",
        authority_name="",
    )
    make.LifeEventFactory(child=child, kind="DIED", day=day(9, 3))
    facts = {"birth_date": day(5, 7), "death_date": day(9, 4)}
    correct_child(row=child, change=change(**facts), by=by, at=AT)
    assert sorted(child.life_events.values_list("kind", "day")) == [("BORN", day(5, 7)), ("DIED", day(9, 4))]
    correct_child(row=child, change=change(death_date=None), by=by, at=AT)
    assert [one.kind for one in child.life_events.all()] == ["BORN"]


def test_a_plan_of_a_file_began_in_another_category_and_after_another_number_of_plans(chair):
    plan = ended(previous_plans_recorded=3, initial_category="NEG", latest_category="NEG")
    make.PlanCategoryFactory(plan=plan)
    facts = {"initial_category": "EMO", "previous_plans_recorded": 1}
    made = conferences.correct_plan(row=plan, change=change(**facts), by=chair, at=AT)
    plan.refresh_from_db()
    assert (plan.initial_category, plan.latest_category, plan.previous_plans_recorded) == ("EMO", "EMO", 1)
    assert plan.categories.get().category == "EMO"
    assert {(one.field, one.was, one.now) for one in made} == {
        ("initial_category", "NEG", "EMO"),
        ("previous_plans_recorded", "3", "1"),
    }
    ((field, _),) = sentences(
        conferences.correct_plan, row=plan, change=change(previous_plans_recorded=100), by=chair
    )
    assert field == "previous_plans_recorded"
    told = sentences(conferences.correct_plan, row=ended_here(), change=change(**facts), by=chair)
    assert [field for field, _ in told] == [""]


def test_disabilities_are_those_that_the_child_has_or_none():
    by, child = person("BUSINESS_SUPPORT"), make.ChildDisabilityFactory(code="LD").child
    (made,) = correct_child(row=child, change=change(disabilities=("AUT", "LD")), by=by, at=AT)
    assert (made.was, made.now, made.was_at is None) == ("LD", "AUT LD", False)
    assert sorted(child.disabilities.values_list("code", flat=True)) == ["AUT", "LD"]
    told = sentences(correct_child, row=child, change=change(disabilities=("LD", "NONE")), by=by)
    assert [field for field, _ in told] == ["disabilities"]
    correct_child(row=child, change=change(disabilities=("NONE",)), by=by, at=AT)
    assert child.disabilities.get().code == "NONE"


def test_a_plan_cannot_end_after_a_child_in_need_plan_followed_it(chair):
    plan = ended()
    make.ChildInNeedPlanFactory(child=plan.child, start_date=plan.end_date, source="RECORDED")
    later = plan.end_date + dt.timedelta(7)
    told = sentences(conferences.correct_plan, row=plan, change=change(end_date=later), by=chair)
    words = f"The child in need plan of {uk_date(plan.end_date)} began before that. Correct its first day"
    assert [(field, words in said) for field, said in told] == [("end_date", True)]
