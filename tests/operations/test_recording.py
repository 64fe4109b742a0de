"""Recording a meeting: opened by its chair, saved by version, signed all at once."""

import datetime as dt

import pytest

from conferences.models import Booking, ChildPart, Conference, Decision, MeetingRecord, Plan, PlanCategory
from conferences.operations.core_groups import record_core_group
from conferences.operations.recording import (
    Action,
    Attendee,
    StaleVersion,
    open_record,
    save_common,
    save_part,
)
from conferences.operations.recording_signing import sign
from safeguarding.access.operations import restrict
from safeguarding.refusals import Refused
from tests.factories import (
    AllocationFactory,
    BarFactory,
    BookingFactory,
    ChildFactory,
    PersonFactory,
    PlanFactory,
    RequestedChildFactory,
    TeamFactory,
    UserFactory,
    answered,
)

AFTER = dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)
QUORUM = [
    Attendee("Worker Exemplar", "Social worker", "SOCIAL_CARE", "IN_PERSON"),
    Attendee("Teacher Exemplar", "Head", "SCHOOL", "IN_PERSON"),
    Attendee("Officer Exemplar", "Officer", "POLICE", "VIDEO"),
    Attendee("Parent Samplewood", "Mother", "", "IN_PERSON"),
]
BEGINS = {
    "voice": "I like Nan's",
    "participation": "PN6",
    "outcome": "PLAN_BEGINS",
    "category": "NEG",
    "reasons": "Harm is likely",
}
FIRST = [Action("See the invented nurse", "Mother", dt.date(2018, 5, 8))]


@pytest.fixture
def booking(db):
    return BookingFactory()


def ask(booking, **fields):
    return RequestedChildFactory(
        request=booking.request, child=ChildFactory(family=booking.request.family), **fields
    )


def review(booking, **plan):
    child = ChildFactory(family=booking.request.family)
    running = PlanFactory(child=child, start_date=dt.date(2018, 1, 15), **plan)
    return RequestedChildFactory(
        request=booking.request, child=child, kind="REVIEW", plan=running, enquiry=None
    )


def opened(booking) -> MeetingRecord:
    return open_record(booking=booking, by=booking.chair, at=AFTER)


def part_of(asked) -> ChildPart:
    return ChildPart.objects.unscoped("test").get(requested_child=asked)


def fill(record, asked, values, actions=()):
    save_part(
        part=part_of(asked),
        version=1,
        values=values,
        actions=list(actions),
        by=record.booking.chair,
        at=AFTER,
    )


def attended(record):
    return save_common(
        record=record, version=1, values={}, attendances=QUORUM, by=record.booking.chair, at=AFTER
    )


def plan_of(asked) -> Plan:
    return Plan.objects.unscoped("test").get(child=asked.child)


def test_a_record_opens_once_with_an_empty_part_for_each_child(booking):
    first, second = ask(booking), ask(booking)
    assert opened(booking).pk == opened(booking).pk
    assert part_of(first).outcome == part_of(second).outcome == ""


def test_nobody_but_the_chair_opens_or_saves(booking):
    ask(booking)
    record = opened(booking)
    other = UserFactory(role="CHAIR")
    with pytest.raises(Refused, match="Only the chair"):
        save_common(record=record, version=1, values={"working_well": "x"}, by=other, at=AFTER)


def test_a_meeting_cannot_be_recorded_before_its_day(booking):
    ask(booking)
    with pytest.raises(Refused, match="from the day it is held"):
        open_record(booking=booking, by=booking.chair, at=AFTER - dt.timedelta(days=2))


def test_the_second_writer_is_told_and_sees_both_texts(booking):
    ask(booking)
    record = opened(booking)
    save_common(record=record, version=1, values={"working_well": "first"}, by=booking.chair, at=AFTER)
    with pytest.raises(StaleVersion) as stale:
        save_common(record=record, version=1, values={"working_well": "second"}, by=booking.chair, at=AFTER)
    assert stale.value.theirs["working_well"] == "first" and stale.value.version == 2


def test_signing_begins_a_plan_for_one_child_and_none_for_another(booking):
    one, other = ask(booking), ask(booking)
    record = attended(opened(booking))
    fill(record, one, BEGINS, FIRST)
    fill(record, other, {"voice": "v", "participation": "PN6", "outcome": "NO_PLAN", "reasons": "Not likely"})
    conference = sign(record=record, by=booking.chair, at=AFTER)
    assert plan_of(one).begun_at.conference == conference and plan_of(one).start_date == dt.date(2018, 4, 24)
    assert plan_of(one).actions.get().what == FIRST[0].what
    assert not Plan.objects.unscoped("test").filter(child=other.child).exists()


def test_signing_marks_request_and_booking_held(booking):
    asked = ask(booking)
    record = attended(opened(booking))
    fill(record, asked, BEGINS, FIRST)
    conference = sign(record=record, by=booking.chair, at=AFTER)
    booking.refresh_from_db()
    booking.request.refresh_from_db()
    assert (booking.state, booking.conference_id, booking.request.state) == ("HELD", conference.pk, "HELD")


@pytest.mark.parametrize(
    ("state", "leads"),
    [
        ("RAISED", "CLOSED"),
        ("ASKED", "CLOSED"),
        ("MORE_INFORMATION", "CLOSED"),
        ("AGREED", "AGREED"),
        ("ANOTHER_WAY", "ANOTHER_WAY"),
    ],
)
def test_signing_closes_a_consultation_that_nobody_answered(booking, state, leads):
    """It can be answered no more, and waits on nobody's list."""
    asked = ask(booking)
    consultation = answered(state, requested_child=asked)
    record = attended(opened(booking))
    fill(record, asked, BEGINS, FIRST)
    sign(record=record, by=booking.chair, at=AFTER)
    consultation.refresh_from_db()
    assert consultation.state == leads


def test_a_review_goes_on_under_a_new_category(booking):
    asked = review(booking)
    record = attended(opened(booking))
    fill(
        record,
        asked,
        {
            "voice": "v",
            "participation": "PN6",
            "outcome": "PLAN_CONTINUES",
            "category": "EMO",
            "reasons": "r",
        },
    )
    sign(record=record, by=booking.chair, at=AFTER)
    plan = plan_of(asked)
    assert (plan.initial_category, plan.latest_category, plan.end_date) == ("NEG", "EMO", None)
    assert PlanCategory.objects.unscoped("test").get(plan=plan).from_date == dt.date(2018, 4, 24)


def test_a_review_ends_a_plan_with_its_reason(booking):
    asked = review(booking)
    record = attended(opened(booking))
    ends = {
        "voice": "v",
        "participation": "PN6",
        "outcome": "PLAN_ENDS",
        "reasons": "r",
        "end_reason": "RISK_REDUCED",
        "ending_rationale": "Each outcome was seen",
        "step_down": "CIN_PLAN",
    }
    fill(record, asked, ends)
    sign(record=record, by=booking.chair, at=AFTER)
    plan = plan_of(asked)
    assert (plan.end_date, plan.end_reason, plan.step_down) == (
        dt.date(2018, 4, 24),
        "RISK_REDUCED",
        "CIN_PLAN",
    )


def test_a_child_with_nothing_recorded_keeps_all_decisions_unmade(booking):
    one, _forgotten = ask(booking), ask(booking)
    record = attended(opened(booking))
    fill(record, one, BEGINS, FIRST)
    with pytest.raises(Refused) as refused:
        sign(record=record, by=booking.chair, at=AFTER)
    assert "Nothing is recorded yet" in refused.value.problems[0].sentence
    assert not Decision.objects.unscoped("test").exists()


def test_a_meeting_without_a_quorum_needs_its_reason(booking):
    asked = ask(booking)
    record = opened(booking)
    save_common(record=record, version=1, values={}, attendances=QUORUM[:2], by=booking.chair, at=AFTER)
    fill(record, asked, BEGINS, FIRST)
    with pytest.raises(Refused) as refused:
        sign(record=record, by=booking.chair, at=AFTER)
    assert [p.field for p in refused.value.problems] == ["inquorate_reason"]


def test_a_signed_record_is_neither_changed_nor_signed_again(booking):
    asked = ask(booking)
    record = attended(opened(booking))
    fill(record, asked, BEGINS, FIRST)
    sign(record=record, by=booking.chair, at=AFTER)
    with pytest.raises(Refused, match="signed"):
        save_common(record=record, version=2, values={"working_well": "x"}, by=booking.chair, at=AFTER)
    with pytest.raises(Refused, match="signed"):
        sign(record=record, by=booking.chair, at=AFTER)
    assert Conference.objects.unscoped("test").count() == 1


def test_a_plan_that_overlaps_another_undoes_every_decision(booking):
    asked = ask(booking)
    PlanFactory(child=asked.child, start_date=dt.date(2018, 4, 1))
    record = attended(opened(booking))
    fill(record, asked, BEGINS, FIRST)
    with pytest.raises(Refused, match="already has a plan on that day"):
        sign(record=record, by=booking.chair, at=AFTER)
    assert not Decision.objects.unscoped("test").exists()


def test_a_contradiction_is_refused_beside_its_field(booking):
    asked = ask(booking)
    record = opened(booking)
    with pytest.raises(Refused) as refused:
        fill(record, asked, {"outcome": "NO_PLAN", "category": "NEG"})
    assert refused.value.field == "category"


def ready(booking):
    """A record with everything in it that signing asks for."""
    asked = ask(booking)
    record = attended(opened(booking))
    fill(record, asked, BEGINS, FIRST)
    return record


def acts(record):
    """Everything that a chair does to a record once it is open."""
    part = record.parts.first()
    given = {"by": record.booking.chair, "at": AFTER}
    return [
        lambda: save_common(record=record, version=2, values={"working_well": "x"}, **given),
        lambda: save_part(part=part, version=2, values={"voice": "x"}, **given),
        lambda: sign(record=record, **given),
    ]


def refusals(record):
    """(status, sentence) of each act."""
    said = []
    for act in acts(record):
        with pytest.raises(Refused) as refused:
            act()
        said.append((refused.value.status, refused.value.sentence))
    assert not Decision.objects.unscoped("test").exists()
    return set(said)


def change(booking, **fields):
    Booking.objects.unscoped("test").filter(pk=booking.pk).update(**fields)


def test_a_record_whose_meeting_was_moved_ahead_is_neither_written_nor_signed_before_its_day(booking):
    record, later = ready(booking), AFTER + dt.timedelta(days=10)
    change(booking, starts_at=later, ends_at=later + dt.timedelta(hours=2))
    assert refusals(record) == {
        (409, "You can record this meeting from the day it is held, Friday 4 May 2018.")
    }
    conference = sign(record=record, by=booking.chair, at=later)
    assert conference.held_date == dt.date(2018, 5, 4)


def test_a_record_whose_meeting_passed_to_another_chair_is_theirs(booking):
    record, other = ready(booking), UserFactory(role="CHAIR")
    change(booking, chair=other)
    assert refusals(record) == {
        (403, "Only the chair of this meeting, and whoever takes its minutes, can record it."),
        (403, "Only the chair of this meeting can decide and sign."),
    }
    assert sign(record=record, by=other, at=AFTER).chair == other


def test_a_record_whose_meeting_left_the_diary_is_not_written(booking):
    record = ready(booking)
    gone = {"cancelled_by": booking.chair, "cancelled_at": AFTER, "cancel_reason": "OTHER"}
    change(booking, state="CANCELLED", **gone)
    type(booking.request).every.filter(pk=booking.request_id).update(state="REQUESTED")
    assert refusals(record) == {(409, "This meeting is not in the diary, so it cannot be recorded.")}


def test_a_chair_switched_off_or_of_another_role_signs_nothing(booking):
    record = ready(booking)
    for fields in ({"is_active": False}, {"is_active": True, "role": "MANAGER"}):
        for name, value in fields.items():
            setattr(record.booking.chair, name, value)
        assert {status for status, _ in refusals(record)} == {403}


@pytest.mark.parametrize("hide", ["restricted", "barred"])
def test_a_chair_who_lost_sight_of_a_sibling_since_writes_and_signs_nothing(booking, hide):
    record, sibling = ready(booking), ask(booking).child
    if hide == "barred":
        BarFactory(user=booking.chair, family=booking.request.family)
    else:
        lead = UserFactory(role="STRATEGIC_LEAD")
        restrict(child=sibling, reason="A relative works here", by=lead, at=AFTER)
    assert {status for status, _ in refusals(record)} == {404}


def test_nobody_of_another_family_is_put_among_those_who_attended(booking):
    record, stranger = ready(booking), PersonFactory(family=ChildFactory().family)
    people = [*QUORUM, Attendee("A stranger", "Uncle", "", "IN_PERSON", person=stranger)]
    with pytest.raises(Refused, match="related to the children at this meeting"):
        save_common(record=record, version=2, values={}, attendances=people, by=booking.chair, at=AFTER)


def test_what_each_line_lacks_is_told_with_its_number(booking):
    record = ready(booking)
    people = [*QUORUM[:1], Attendee("", "", None, "")]
    with pytest.raises(Refused) as refused:
        save_common(record=record, version=2, values={}, attendances=people, by=booking.chair, at=AFTER)
    assert [(p.field, p.about) for p in refused.value.problems] == [("name", 1), ("kind", 1), ("mode", 1)]


def test_a_first_action_needs_what_who_and_a_day_not_before_the_meeting(booking):
    part = ready(booking).parts.get()
    actions = [*FIRST, Action("", "", None), Action("See", "Nan", dt.date(2018, 4, 23))]
    with pytest.raises(Refused) as refused:
        save_part(part=part, version=2, values={}, actions=actions, by=booking.chair, at=AFTER)
    assert [(p.field, p.about) for p in refused.value.problems] == [
        ("what", 1),
        ("who", 1),
        ("by_date", 1),
        ("by_date", 2),
    ]


def test_the_same_saved_twice_is_saved_once_and_somebody_else_s_is_not_the_same(booking):
    ask(booking)
    record = attended(opened(booking))
    again = save_common(record=record, version=1, values={}, attendances=QUORUM, by=booking.chair, at=AFTER)
    assert again.version == 2
    with pytest.raises(StaleVersion):
        save_common(record=record, version=1, values={}, attendances=QUORUM[:1], by=booking.chair, at=AFTER)


def plan_and_worker():
    team = TeamFactory()
    plan = PlanFactory()
    AllocationFactory(child=plan.child, team=team)
    return plan, UserFactory(role="SOCIAL_WORKER", team=team)


def test_a_core_group_of_another_team_s_child_is_not_there(db):
    plan, _ = plan_and_worker()
    stranger = UserFactory(role="SOCIAL_WORKER", team=TeamFactory())
    with pytest.raises(Refused) as refused:
        record_core_group(plan=plan, held_date=dt.date(2018, 4, 20), notes="", by=stranger, at=AFTER)
    assert refused.value.status == 404


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (dt.date(2018, 4, 9), "after the conference"),
        (dt.date(2018, 6, 1), "future"),
    ],
)
def test_a_core_group_lies_within_the_plan(db, held, words):
    plan, worker = plan_and_worker()
    with pytest.raises(Refused, match=words):
        record_core_group(plan=plan, held_date=held, notes="", by=worker, at=AFTER)


def test_a_core_group_is_recorded_once_a_day(db):
    plan, worker = plan_and_worker()
    record_core_group(plan=plan, held_date=dt.date(2018, 4, 20), notes="", by=worker, at=AFTER)
    with pytest.raises(Refused, match="already"):
        record_core_group(plan=plan, held_date=dt.date(2018, 4, 20), notes="", by=worker, at=AFTER)
