"""A newcomer finds a family for each thing that is put right or happens: recorded, judged and confirmed."""

import pytest

from conferences.models import (
    ChildInNeedPlan,
    ChildPair,
    Consultation,
    Correction,
    DecisionChange,
    Enquiry,
    LifeEvent,
    Plan,
    PlanEnding,
    RecordJoin,
)
from conferences.rules.vocabulary import EndReason
from safeguarding.models import Allocation, Child

pytestmark = pytest.mark.django_db
WHY = "a test looks at the whole demo"


def of_family(model, name, path="child__family__name"):
    return model.objects.unscoped(WHY).filter(**{path: name})


def plan(name):
    return of_family(Plan, name).get()


@pytest.mark.parametrize(
    ("name", "kinds", "reason"),
    [
        ("Cradlewick", {"BORN"}, ""),
        ("Quietfield", {"DIED"}, "DIED"),
        ("Guardianford", {"OTHER_ORDER", "NEW_NAME"}, "OTHER_ORDER"),
        ("Removalton", {"MOVED_AWAY"}, "MOVED"),
        ("Eighteenby", {"EIGHTEEN"}, ""),
    ],
)
def test_what_happened_in_a_life_ended_a_plan_where_a_second_person_agreed(demo, name, kinds, reason):
    assert set(of_family(LifeEvent, name).values_list("kind", flat=True)) == kinds
    assert plan(name).end_reason == (EndReason[reason] if reason else "")


def test_half_brothers_are_held_by_two_teams_and_their_workers(demo):
    held = of_family(Allocation, "Bothteams").filter(end_date=None)

    assert len(set(held.values_list("team", flat=True))) == 2
    assert len(set(held.values_list("worker", flat=True)) - {None}) == 2


def test_the_end_at_18_waits_for_the_manager(demo):
    (ending,) = of_family(PlanEnding, "Eighteenby", "plan__child__family__name")

    assert ending.closed_at is None and ending.asked_by.full_name == "Silas Homevisit"


def test_a_child_was_born_on_the_plan_that_goes_on(demo):
    child = of_family(Child, "Cradlewick", "family__name").get()

    assert child.birth_date and not child.expected_birth_date and plan("Cradlewick").end_date is None


def test_one_new_version_of_a_decision_stands_and_one_waits(demo):
    path = "conference_child__child__family__name"
    (agreed,) = of_family(DecisionChange, "Secondlook", path)
    (waits,) = of_family(DecisionChange, "Needington", path)

    assert (agreed.outcome, waits.closed_at) == ("CONFIRMED", None)
    assert (plan("Secondlook").initial_category, plan("Needington").initial_category) == ("EMO", "NEG")


def test_the_conference_ended_the_child_in_need_plan(demo):
    in_need = of_family(ChildInNeedPlan, "Needington").get()

    assert in_need.end_date == plan("Needington").start_date


def test_a_plan_in_leeds_told_later_raised_the_consultation(demo):
    path = "requested_child__child__family__name"

    assert of_family(Consultation, "Leedsham", path).get().raised_at.date() < demo


def test_enquiries_are_void_for_one_sister_and_stand_for_the_other(demo):
    rows = of_family(Enquiry, "Mistakenby").order_by("child__birth_date")

    assert [one.voided_reason for one in rows] == ["", "WRONG_CHILD"]


def test_enquiries_ended_without_a_conference_and_began_on_another_day(demo):
    assert of_family(Enquiry, "Notneedham").get().outcome == "SERVICES"
    moved = of_family(Enquiry, "Rightington").get()
    assert moved.changes.get().day_before < moved.started_date


def test_two_facts_are_corrected(demo):
    found = Correction.objects.unscoped(WHY).values_list("child__family__name", "field")

    assert set(found) == {("Rightington", "birth_date"), ("Secondlook", "held_date")}


def test_two_records_are_suggested_two_joined_and_two_different(demo):
    states = dict(ChildPair.objects.unscoped(WHY).values_list("one__family_name", "state"))

    assert states == {"Twiceton": "OPEN", "Joinwell": "SAME", "Otherby": "DIFFERENT"}
    assert RecordJoin.objects.unscoped(WHY).get().undone_at is None
