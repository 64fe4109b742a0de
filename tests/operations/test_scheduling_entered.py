"""A conference that was held is entered afterwards: what is written, counted and refused."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from conferences.models import Booking, Duty, Notice, ThinkingSlot
from conferences.operations.recording import open_record, save_common, save_part
from conferences.operations.recording_signing import sign
from conferences.operations.scheduling import ENTERED, cancel, move
from conferences.operations.scheduling_entered import enter_held
from conferences.operations.scheduling_holds import hold_slot
from conferences.queries.clocks import clocks
from conferences.rules.deadlines import Code
from conferences.rules.workflow import CancelReason, EnteredReason, MoveReason
from safeguarding.clock import day_of
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    BarFactory,
    ConferenceChildFactory,
    LeaveFactory,
    PlanFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    RoomFactory,
    ThinkingSlotFactory,
    UserFactory,
)
from tests.golive import live_from
from tests.scheduling import DUE, NOW, agreed_late, booked, open_request, place
from tests.views.meetings import BEGINS, CLINIC, QUORUM

pytestmark = pytest.mark.django_db
# Friday 16 November is the day of the meeting; it is entered on Monday 26 November 2018.
HELD = date(2018, 11, 16)
AT = datetime(2018, 11, 26, 12, tzinfo=UTC)


def entered(request=None, at=AT, key=None, by=None, **fields):
    more = ("entered_reason", "late", "minute_taker", "entered_words")
    why = {name: fields.pop(name) for name in more if name in fields}
    values = {"entered_reason": EnteredReason.DOWN} | place(**({"day": HELD} | fields)) | why
    return enter_held(
        form_key=key or uuid.uuid4(),
        request=request or open_request(),
        **values,
        by=by or person("BUSINESS_SUPPORT"),
        at=at,
    )


def refused(request=None, **fields):
    with pytest.raises(Refused) as caught:
        entered(request, **fields)
    return [(one.field, one.sentence) for one in caught.value.problems]


def test_it_stands_on_its_own_day_with_who_entered_it_when_and_why():
    asked, by = open_request(), person("BUSINESS_SUPPORT")
    one = entered(asked, by=by, entered_reason=EnteredReason.URGENT, entered_words=" At the hospital. ")
    asked.refresh_from_db()
    assert (one.state, asked.state, day_of(one.starts_at)) == ("BOOKED", "BOOKED", HELD)
    assert (one.entered_reason, one.entered_words) == ("URGENT", "At the hospital.")
    assert (one.booked_by, one.booked_at) == (by, AT)
    entry = AuditEntry.objects.get(event="booking.made")
    assert (entry.detail["entered"], entry.done_by, entry.done_at) == ("URGENT", by, AT)


def test_all_whom_it_concerns_are_told_of_it():
    live_from(date(2018, 1, 1))
    one = entered()
    told = set(Notice.objects.filter(change="ENTERED").values_list("recipient", flat=True))
    assert {one.chair_id, one.request.requested_by_id} <= told


def test_the_same_form_sent_twice_enters_one_and_another_form_is_refused():
    asked, key, values = open_request(), uuid.uuid4(), {"room": RoomFactory(), "chair": person("CHAIR")}
    first, second = (entered(asked, key=key, **values) for _ in range(2))
    assert first == second and Booking.every.count() == 1
    words = refused(asked, start=time(14), **values)
    assert "Someone else may have done this first" in words[0][1] and Booking.every.count() == 1


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"day": date(2018, 11, 17)}, "date", "is a Saturday"),
        ({"day": date(2018, 11, 27)}, "date", "must have been held already"),
        ({"day": AT.date(), "start": time(13)}, "start", "must have been held already"),
        ({"day": date(2018, 11, 9)}, "date", "before 12 November 2018, when the section 47 enquiry began"),
        ({"start": time(7)}, "start", "8am or later"),
        ({"entered_reason": None}, "entered_reason", "Select why it is entered only now"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(fields, field, words):
    [(where, said)] = refused(**fields)
    assert where == field and words in said and Booking.every.count() == 0


def test_nothing_that_is_missing_is_guessed():
    with pytest.raises(Refused) as caught:
        enter_held(
            form_key=uuid.uuid4(),
            request=open_request(),
            **dict.fromkeys(("room", "chair", "starts_at", "ends_at", "entered_reason")),
            by=person("CHAIR"),
            at=AT,
        )
    assert {one.field for one in caught.value.problems} == {"date", "room", "chair", "entered_reason"}


def test_one_held_after_the_last_day_says_why_and_who_agreed():
    late, at = date(2018, 12, 4), datetime(2018, 12, 10, 12, tzinfo=UTC)
    assert {field for field, _ in refused(day=late, at=at)} == {"late_why", "late_manager", "late_chair"}
    told = agreed_late()
    one = entered(day=late, at=at, late=told)
    assert (one.late_why, one.late_manager, one.late_chair) == ("EVENT", told.manager, told.chair)


def test_one_that_was_held_in_time_is_not_late_because_it_is_entered_late():
    one = entered(at=datetime(2018, 12, 10, 12, tzinfo=UTC))
    assert not one.is_agreed_late


def test_nobody_and_no_room_was_in_two_places():
    before = booked(day=HELD, minute_taker=UserFactory(role="BUSINESS_SUPPORT"))
    assert refused(room=before.room, start=time(11))[0][0] == "room"
    [(field, words)] = refused(chair=before.chair, start=time(11))
    assert field == "chair" and f"{before.chair.full_name} had another meeting" in words
    other = UserFactory()
    [(field, words)] = refused(chair=other, minute_taker=before.minute_taker)
    assert field == "minute_taker" and "had another meeting" in words
    assert entered(chair=other, room=before.room, start=time(12))


def test_time_to_think_that_was_protected_is_another_place_too(thinking):
    [(field, words)] = refused(chair=thinking.chair, start=time(15))
    assert field == "chair" and "protected time to think" in words


@pytest.fixture
def thinking():
    starts = datetime(2018, 11, 16, 15, tzinfo=UTC)
    slot = ThinkingSlotFactory(chair=UserFactory(), starts_at=starts, ends_at=starts + timedelta(hours=1))
    assert ThinkingSlot.objects.unscoped("test").count() == 1
    return slot


def test_leave_a_room_that_was_shut_and_a_time_that_is_held_stop_nothing_that_happened():
    chair, room = UserFactory(), RoomFactory(is_active=False, opens_time=time(13), closes_time=time(17))
    taker = UserFactory(role="BUSINESS_SUPPORT")
    for who in (chair, taker):
        LeaveFactory(person=who, first_date=HELD, last_date=HELD)
    other = UserFactory(role="BUSINESS_SUPPORT")
    span = {name: place(HELD)[name] for name in ("starts_at", "ends_at")}
    hold_slot(room=room, chair=chair, **span, by=other, at=AT)
    assert entered(chair=chair, room=room, minute_taker=taker).chair == chair


def test_whoever_works_the_case_or_may_not_see_a_child_did_not_chair():
    asked = open_request()
    [(field, words)] = refused(asked, chair=asked.requested_by)
    assert field == "chair" and "works with one of these children" in words
    barred = UserFactory()
    BarFactory(user=barred, family=asked.family)
    assert refused(asked, chair=barred)[0][0] == "chair"


def test_a_restricted_brother_needs_a_chair_who_may_see_him():
    asked = open_request()
    hidden = RequestedChildFactory(
        request=asked, due_date=DUE, child__family=asked.family, child__restricted=True
    )
    by = person("BUSINESS_SUPPORT")
    with pytest.raises(Refused):
        entered(asked, by=by)
    chair = UserFactory()
    RestrictedGrantFactory(user=by, child=hidden.child)
    assert refused(asked, chair=chair, by=by)[0][0] == "chair"
    RestrictedGrantFactory(user=chair, child=hidden.child)
    assert entered(asked, chair=chair, by=by).state == "BOOKED"


def test_it_came_after_the_last_conference_and_after_the_meeting_that_was_not_quorate():
    asked = open_request()
    ConferenceChildFactory(child=asked.children.get().child, held_date=HELD)
    assert "after 16 November 2018, the day of a child’s last conference" in refused(asked)[0][1]
    later = HELD + timedelta(days=3)
    assert entered(asked, day=later).state == "BOOKED"


def test_it_is_cancelled_and_entered_anew_and_never_moved():
    one, by = entered(), person("BUSINESS_SUPPORT")
    ahead = place(date(2018, 11, 28), room=one.room, chair=one.chair)
    with pytest.raises(Refused, match=ENTERED[:40]):
        move(booking=one, **ahead, reason=MoveReason.FAMILY, by=by, at=AT)
    cancel(booking=one, reason=CancelReason.BOOKED_WRONGLY, by=by, at=AT)
    again = entered(one.request, chair=one.chair, room=one.room, start=time(11))
    assert again.state == "BOOKED"


def decided(one, words):
    """The conference that its record tells, typed and signed after it was entered."""
    of, by = open_record(booking=one, by=one.chair, at=AT), {"by": one.chair, "at": AT}
    save_common(record=of, version=1, values={}, attendances=QUORUM, **by)
    actions = [replace(CLINIC, by_date=AT.date())]
    save_part(part=of.parts.get(), version=1, values=words, actions=actions, **by)
    return sign(record=of, **by)


def stood(code, subject):
    """The days on which the clocks of a subject were met, by when each began."""
    return {row.started: row.met for row in clocks([code]) if row.subject == subject}


def test_what_it_met_was_met_on_its_own_day_and_not_when_it_was_typed():
    asked = open_request()
    one = entered(asked)
    [child] = asked.children.all()
    assert stood(Code.SCHEDULE_REQUEST, asked.pk) == {NOW.date(): HELD}
    assert stood(Code.HOLD_CONFERENCE, child.enquiry_id) == {child.enquiry.started_date: HELD}
    conference = decided(one, BEGINS)
    plan = conference.children.get().plan_begun
    assert (conference.held_date, plan.start_date) == (HELD, HELD)
    assert stood(Code.HOLD_CONFERENCE, child.enquiry_id) == {child.enquiry.started_date: HELD}
    assert stood(Code.FINISH_RECORD, one.pk) == {HELD: AT.date()}


def test_a_review_that_was_asked_for_only_afterwards_answers_its_own_interval_and_not_the_next():
    began = date(2018, 9, 3)
    plan = PlanFactory(start_date=began)
    asked = RequestedChildFactory(child=plan.child, kind="REVIEW", plan=plan, enquiry=None).request
    asked.requested_at = AT - timedelta(days=1)
    asked.save()
    asked.children.update(history_checked_at=asked.requested_at)
    one = entered(asked)
    assert stood(Code.REQUEST_REVIEW, plan.pk) == {began: HELD}
    assert stood(Code.SCHEDULE_REQUEST, asked.pk) == {day_of(asked.requested_at): day_of(asked.requested_at)}
    decided(one, BEGINS | {"outcome": "PLAN_CONTINUES"})
    assert stood(Code.REQUEST_REVIEW, plan.pk) == {began: HELD, HELD: None}
    assert stood(Code.HOLD_REVIEW, plan.pk) == {began: HELD, HELD: None}


def test_no_duty_to_schedule_or_to_hold_stands_once_it_is_entered():
    live_from(date(2018, 1, 1))
    asked = open_request()
    entered(asked)
    open_kinds = set(Duty.objects.unscoped("test").filter(closed_at=None).values_list("kind", flat=True))
    assert not open_kinds & {"SCHEDULE_REQUEST", "HOLD_CONFERENCE"} and "FINISH_RECORD" in open_kinds
