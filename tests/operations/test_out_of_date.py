"""What an operation is given may be out of date, or changed on the way: what the database holds counts."""

import datetime as dt

import pytest

from conferences.models import ChildPart
from conferences.operations.letters import mark_letter_sent
from conferences.operations.recording import open_record, save_common, save_part
from conferences.operations.recording_signing import sign
from conferences.operations.requests import ChildAsk
from conferences.operations.scheduling import move, place_seen
from conferences.operations.thinking_time import Note, hold
from conferences.rules.consultations import Answer
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import MoveReason
from safeguarding.access.operations import Undone, lift_bar
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from safeguarding.versions import StaleVersion
from tests.cast import person
from tests.factories import (
    BarFactory,
    BookingFactory,
    ChildFactory,
    ConsultationFactory,
    EnquiryFactory,
    LetterFactory,
    RequestedChildFactory,
    ThinkingTimeFactory,
    meet,
)
from tests.operations.asking import AT, answer, asker, initial, make
from tests.scheduling import LATE, NOW, booked, open_request, place

pytestmark = pytest.mark.django_db
AFTER = dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)


def status(act, **given):
    with pytest.raises(Refused) as refusal:
        act(**given)
    return refusal.value.status


def met():
    """A meeting with one child, whose record its chair has opened."""
    booking = BookingFactory()
    RequestedChildFactory(request=booking.request, child=ChildFactory(family=booking.request.family))
    return booking, open_record(booking=booking, by=booking.chair, at=AFTER)


def test_nobody_becomes_the_chair_of_a_meeting_on_the_way():
    booking, record = met()
    other, own = person("CHAIR"), BookingFactory()
    booking.chair = other
    assert status(open_record, booking=booking, by=other, at=AFTER) == FORBIDDEN
    record.booking = own
    words = {"version": record.version, "values": {"working_well": "x"}}
    assert status(save_common, record=record, **words, by=own.chair, at=AFTER) == FORBIDDEN


def test_a_part_of_another_chair_s_record_is_not_written_by_way_of_one_s_own():
    own, record = met()
    _, theirs = met()
    part = ChildPart.objects.unscoped("test").get(record=theirs)
    part.record = record
    words = {"version": part.version, "values": {"voice": "x"}}
    assert status(save_part, part=part, **words, by=own.chair, at=AFTER) == NOT_FOUND


def test_a_consultation_that_is_over_is_not_answered_by_way_of_one_that_waits():
    given = {"state": "ASKED", "asked_by": person("SOCIAL_WORKER"), "asked_at": AT}
    over = ConsultationFactory(**given, why_now="x", what_is_different="y")
    meet(over.requested_child.request)
    over.requested_child = ConsultationFactory().requested_child
    words = {"answer": Answer.AGREE, "reasons": "x", "instead": "", "wanted_by_date": None}
    assert status(answer, consultation=over, **words, by=person("STRATEGIC_LEAD"), at=AT) == NOT_FOUND


def test_thinking_time_is_held_about_its_own_request():
    session = ThinkingTimeFactory(request=open_request(), raised_at=NOW)
    entries = {asked.child: "x" for asked in session.request.children.all()}
    session.request = open_request()
    words = {"held_date": NOW.date(), "minutes": 45, "facilitator": "x", "entries": entries, "note": Note()}
    assert status(hold, session=session, **words, by=person("CHAIR"), at=NOW) == NOT_FOUND


def test_a_letter_goes_by_the_day_its_own_record_was_signed():
    letter = LetterFactory()
    letter.record = LetterFactory().record
    at = NOW + dt.timedelta(days=400)
    by = person("BUSINESS_SUPPORT")
    assert status(mark_letter_sent, letter=letter, sent_date=at.date(), by=by, at=at) == NOT_FOUND


def test_a_meeting_is_late_by_its_own_request():
    booking = booked()
    booking.request = open_request(due=dt.date(2019, 1, 31))
    by, reason = person("BUSINESS_SUPPORT"), next(iter(MoveReason))
    assert status(move, booking=booking, **place(LATE), reason=reason, by=by, at=NOW) == NOT_FOUND


def test_nobody_s_own_bar_becomes_another_s_on_the_way():
    lead = person("STRATEGIC_LEAD")
    bar = BarFactory(user=lead)
    bar.user = person("CHAIR")
    assert status(lift_bar, bar=bar, reason=Undone.MISTAKE, by=lead, at=NOW) == FORBIDDEN


def test_a_child_is_asked_for_within_its_own_family():
    child, other = ChildFactory(), ChildFactory()
    asked = initial(child)
    child.family = other.family
    with pytest.raises(Refused, match="is not in this family"):
        make(asked, by=asker("SOCIAL_WORKER", child, other))


def test_an_enquiry_counts_for_its_own_child_from_its_own_day():
    child, other = ChildFactory(), ChildFactory()
    by = asker("SOCIAL_WORKER", child, other)
    theirs = EnquiryFactory(child=other, started_date=dt.date(2018, 4, 9))
    theirs.child = child
    with pytest.raises(Refused, match="Select the enquiry"):
        make(ChildAsk(child, ConferenceKind.INITIAL, enquiry=theirs), by=by)
    own = EnquiryFactory(child=child, started_date=dt.date(2018, 3, 9))
    own.started_date = dt.date(2018, 4, 10)
    made = make(ChildAsk(child, ConferenceKind.INITIAL, enquiry=own), by=by)
    assert made.children.get().due_date < dt.date(2018, 4, 10)


def test_nothing_is_decided_before_the_meeting_begins():
    booking, record = met()
    hour_before = booking.starts_at - dt.timedelta(hours=1)
    with pytest.raises(Refused, match="You can sign once the meeting has begun, 24 April 2018 at 10am"):
        sign(record=record, by=booking.chair, at=hour_before)


def test_who_moves_a_meeting_that_moved_meanwhile_is_told_by_whom_and_where_it_is_now():
    asked, support = open_request(), person("BUSINESS_SUPPORT")
    booking = booked(asked, support)
    seen, values = place_seen(booking), place(room=booking.room, chair=booking.chair)
    hour = dt.timedelta(hours=1)

    def again(hours, seen):
        later = {name: values[name] + hours * hour for name in ("starts_at", "ends_at")}
        given = values | later | {"reason": MoveReason.FAMILY, "by": support, "at": NOW, "seen": seen}
        return move(booking=booking, **given)

    again(1, seen)
    with pytest.raises(StaleVersion, match=f"{support.full_name} moved this meeting since") as stale:
        again(2, seen)
    assert again(2, stale.value.seen).starts_at == values["starts_at"] + 2 * hour
