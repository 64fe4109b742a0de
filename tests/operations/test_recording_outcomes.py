"""Meetings that come to no decision: not quorate, adjourned to a day, abandoned; and what follows each."""

import datetime as dt
import uuid
from datetime import time

import pytest

from conferences.models import Attendance, Booking, ChildPart, Conference, Duty, MeetingRecord, Notice
from conferences.operations.duties import scan
from conferences.operations.recording import Action, open_record, save_common, save_part
from conferences.operations.recording_outcomes import adjourn, end_undecided
from conferences.operations.recording_signing import sign
from conferences.operations.scheduling import book, cancel, move
from conferences.operations.scheduling_takeover import take_over
from conferences.queries.recording import earlier_days
from conferences.queries.scheduling_days import days_around, new_date_of
from conferences.rules.workflow import BookingState, CancelReason, ChairReason, MoveReason, OutcomeReason
from conferences.views.presenters.recording_saves import saved_words
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import BookingFactory, InvitationFactory, LeaveFactory, ReportLinkFactory, RoomFactory
from tests.golive import live_from
from tests.operations.test_recording import review
from tests.scheduling import IN_TIME, NOW, agreed_late, booked, place
from tests.views.meetings import BEGINS, QUORUM

pytestmark = pytest.mark.django_db
INQUORATE, ABANDONED = BookingState.INQUORATE, BookingState.ABANDONED
# Before the day of the meeting at which the record goes on.
NURSE = Action("See the invented nurse", "Mother Samplewood", dt.date(2018, 11, 27))
SAFE = "Nan stays with the children until then."
AT = dt.datetime(2018, 11, 26, 10, 40, tzinfo=dt.UTC)
NEXT = {"day": dt.date(2018, 11, 29), "start": time(14)}


@pytest.fixture
def meeting():
    """On Monday 26 November 2018 from 10am, with somebody for the minutes; its record is begun."""
    one = booked(minute_taker=person("BUSINESS_SUPPORT"))
    open_record(booking=one, by=one.chair, at=AT)
    return one


def end(booking, **more):
    values = {"outcome": ABANDONED, "reason": OutcomeReason.SAFETY, "words": SAFE, "at": AT}
    return end_undecided(booking=booking, **(values | {"by": booking.chair} | more))


def adjourned(booking, **more):
    where = place(**(NEXT | {"room": booking.room, "chair": booking.chair}))
    values = {"form_key": uuid.uuid4(), "reason": OutcomeReason.TIME, "words": SAFE, "at": AT} | where
    return adjourn(booking=booking, **(values | {"by": booking.chair} | more))


def refused(deed, *args, **values):
    with pytest.raises(Refused) as caught:
        deed(*args, **values)
    found = caught.value
    return [(p.field, p.sentence) for p in found.problems] or [(found.field, found.sentence)]


def attended(booking, people=QUORUM, at=AT):
    record = MeetingRecord.every.get(booking=booking)
    return save_common(
        record=record, version=record.version, values={}, attendances=people, by=booking.chair, at=at
    )


def part_of(booking):
    return ChildPart.every.get(record__booking=booking)


def states(booking):
    booking.refresh_from_db()
    booking.request.refresh_from_db()
    return booking.state, booking.request.state


# ----- Not quorate, and abandoned --------------------------------------------------------------------------


def test_an_abandoned_meeting_is_over_and_its_request_waits_with_the_same_day_by_law(meeting):
    asked = meeting.request.children.get()
    day = asked.due_date
    end(meeting)
    assert states(meeting) == ("ABANDONED", "REQUESTED")
    asked.refresh_from_db()
    assert asked.due_date == day and meeting.ends_at == AT
    assert (meeting.outcome_reason, meeting.outcome_words, meeting.outcome_by) == (
        "SAFETY",
        SAFE,
        meeting.chair,
    )
    assert not Conference.every.exists()


def test_a_meeting_is_not_quorate_by_its_attendance_and_not_by_a_tick(meeting):
    few = {"outcome": INQUORATE, "reason": OutcomeReason.TOO_FEW}
    assert "Record first who attended" in refused(end, meeting, **few)[0][1]
    attended(meeting)
    assert "was quorate" in refused(end, meeting, **few)[0][1]
    attended(meeting, QUORUM[:1])
    end(meeting, **few)
    assert states(meeting) == ("INQUORATE", "REQUESTED")


def test_what_is_missing_is_told_together_and_each_outcome_has_reasons_of_its_own(meeting):
    fields = [field for field, _ in refused(end, meeting, outcome=None, reason=None, words=" ")]
    assert fields == ["outcome", "reason", "words"]
    assert refused(end, meeting, outcome=INQUORATE, reason=OutcomeReason.SAFETY)[0][0] == "reason"


@pytest.mark.parametrize("who", ["minute_taker", "another"])
def test_only_the_chair_ends_a_meeting_or_whoever_took_over(meeting, who):
    other = person("CHAIR")
    by = meeting.minute_taker if who == "minute_taker" else other
    assert refused(end, meeting, by=by) and refused(adjourned, meeting, by=by)
    taken = take_over(booking=meeting, chair=other, reason=ChairReason.ILL, by=other, at=AT)
    assert end(taken).outcome_by == other


def test_it_is_ended_from_its_day_on_and_once():
    early = booked()
    assert "from its day on" in refused(end, early, at=NOW)[0][1]
    end(early)
    assert "not in the diary any more" in refused(end, early)[0][1]


def test_what_was_written_stays_with_its_meeting_and_the_new_one_begins_empty(meeting):
    save_part(part=part_of(meeting), version=1, values={"voice": "I am tired"}, by=meeting.chair, at=AT)
    end(meeting)
    later = dt.datetime(2018, 11, 27, 9, tzinfo=dt.UTC)
    where = place(day=dt.date(2018, 11, 30), chair=meeting.chair)
    again = book(form_key=uuid.uuid4(), request=meeting.request, **where, by=person("CHAIR"), at=later)
    open_record(booking=again, by=again.chair, at=again.starts_at)
    assert (part_of(meeting).voice, part_of(again).voice) == ("I am tired", "")
    old = part_of(meeting)
    assert (
        "not in the diary"
        in refused(save_part, part=old, version=2, values={}, by=meeting.chair, at=AT)[0][1]
    )
    assert "not in the diary" in refused(sign, record=meeting.record, by=meeting.chair, at=AT)[0][1]


# ----- Adjourned -------------------------------------------------------------------------------------------


def test_the_record_goes_on_at_the_next_meeting_with_its_attendance_apart_and_one_conference(meeting):
    attended(meeting)
    save_part(part=part_of(meeting), version=1, values=BEGINS, actions=[NURSE], by=meeting.chair, at=AT)
    following = adjourned(meeting)
    assert states(meeting) == ("ADJOURNED", "BOOKED")
    assert following.minute_taker == meeting.minute_taker
    record = open_record(booking=following, by=following.minute_taker, at=following.starts_at)
    part = part_of(following)
    assert (part.voice, part.outcome, part.actions.get().what) == (
        BEGINS["voice"],
        "PLAN_BEGINS",
        NURSE.what,
    )
    again = {"part": part, "version": part.version, "values": {"voice": "Still"}, "actions": [NURSE]}
    save_part(**again, by=following.chair, at=following.starts_at)
    assert not record.attendances.exists() and record.saved_by == meeting.chair
    assert part_of(meeting).actions.count() == 1 and meeting.record.attendances.count() == len(QUORUM)
    attended(following, QUORUM[:3], at=following.starts_at)
    conference = sign(record=record, by=following.chair, at=following.starts_at)
    assert conference.held_date == dt.date(2018, 11, 29) and Conference.every.count() == 1
    assert states(following) == ("HELD", "HELD") and states(meeting)[0] == "ADJOURNED"
    assert Attendance.every.filter(record__booking=meeting).count() == len(QUORUM)


def test_why_it_is_held_though_another_way_was_decided_goes_along():
    one = booked()
    Booking.every.filter(pk=one.pk).update(despite="PARTNER", despite_words="The school asks")
    one.refresh_from_db()
    following = adjourned(one)
    assert (following.despite, following.despite_words) == ("PARTNER", "The school asks")


def test_what_goes_on_is_said_to_be_saved_by_who_saved_it(meeting):
    save_common(record=meeting.record, version=1, values={"working_well": "Nan"}, by=meeting.chair, at=AT)
    following = adjourned(meeting)
    record = open_record(booking=following, by=following.chair, at=following.starts_at)
    assert record.working_well == "Nan"
    assert saved_words(record, record).startswith(f"saved by {meeting.chair.full_name} at 10:40am")


def test_the_days_of_a_conference_are_those_of_its_sittings_that_went_on(meeting):
    following = adjourned(meeting)
    assert earlier_days(meeting) == ()
    assert earlier_days(following) == (dt.date(2018, 11, 26),)


@pytest.mark.parametrize(("is_begun", "voice"), [(True, ""), (False, "I am tired")])
def test_what_was_adjourned_goes_on_past_an_abandoned_meeting_only_where_that_has_no_record(
    meeting, is_begun, voice
):
    save_part(part=part_of(meeting), version=1, values={"voice": "I am tired"}, by=meeting.chair, at=AT)
    following = adjourned(meeting)
    if is_begun:
        open_record(booking=following, by=following.chair, at=following.starts_at)
    end(following, at=following.starts_at)
    where = place(day=dt.date(2018, 11, 30), chair=meeting.chair)
    by = person("CHAIR")
    third = book(form_key=uuid.uuid4(), request=meeting.request, **where, by=by, at=following.starts_at)
    open_record(booking=third, by=third.chair, at=third.starts_at)
    assert part_of(third).voice == voice


def test_the_same_form_sent_twice_adjourns_once(meeting):
    key = uuid.uuid4()
    assert adjourned(meeting, form_key=key) == adjourned(meeting, form_key=key)
    assert Booking.every.filter(request=meeting.request).count() == 2


def test_the_new_day_is_held_to_all_that_a_place_is(meeting):
    saturday = place(day=dt.date(2018, 12, 1), chair=meeting.chair)
    assert refused(adjourned, meeting, **saturday)[0][0] == "date"
    late = place(day=dt.date(2018, 12, 4), chair=meeting.chair)
    fields = [field for field, _ in refused(adjourned, meeting, **late)]
    assert fields == ["late_why", "late_manager", "late_chair"]
    booked(**NEXT, chair=meeting.chair)
    assert "taken" in refused(adjourned, meeting, room=RoomFactory())[0][1]
    assert states(meeting) == ("BOOKED", "BOOKED")


def test_it_may_go_on_later_the_same_day(meeting):
    following = adjourned(
        meeting, **place(day=IN_TIME, start=time(11), room=meeting.room, chair=meeting.chair)
    )
    assert following.starts_at.date() == IN_TIME and following.room == meeting.room


def test_a_minute_taker_who_is_not_free_then_is_not_taken_along(meeting):
    booked(**NEXT, minute_taker=meeting.minute_taker)
    assert adjourned(meeting).minute_taker is None


def test_a_minute_taker_who_is_away_then_is_not_taken_along(meeting):
    LeaveFactory(person=meeting.minute_taker, first_date=NEXT["day"], last_date=NEXT["day"])
    assert adjourned(meeting).minute_taker is None


# ----- What hangs on it ------------------------------------------------------------------------------------


def test_a_meeting_whose_record_was_begun_is_neither_moved_nor_cancelled(meeting):
    given = {"booking": meeting, "by": person("CHAIR"), "at": NOW}
    where = place(chair=meeting.chair, day=NEXT["day"])
    assert "cannot be moved" in refused(move, **given, **where, reason=MoveReason.FAMILY)[0][1]
    assert "cannot be cancelled" in refused(cancel, **given, reason=CancelReason.OTHER)[0][1]


def kinds(**those):
    return set(Duty.every.filter(closed_at=None, **those).values_list("kind", flat=True))


def test_the_new_date_falls_due_beside_the_day_by_law_and_the_record_no_more(meeting):
    live_from(NOW.date())
    scan(on=AT.date(), at=AT)
    assert "FINISH_RECORD" in kinds() and "BOOK_NEW_DATE" not in kinds()
    end(meeting)
    assert {"BOOK_NEW_DATE", "HOLD_CONFERENCE"} <= kinds() and "FINISH_RECORD" not in kinds()
    duty = Duty.every.get(kind="BOOK_NEW_DATE")
    assert duty.due_date == dt.date(2018, 12, 10)
    later = dt.datetime(2018, 11, 27, 9, tzinfo=dt.UTC)
    where = place(day=dt.date(2018, 11, 30), chair=meeting.chair)
    book(form_key=uuid.uuid4(), request=meeting.request, **where, by=person("CHAIR"), at=later)
    assert "BOOK_NEW_DATE" not in kinds() and "SCHEDULE_REQUEST" not in kinds()
    duty.refresh_from_db()
    assert duty.closed_at is not None


def test_the_local_day_stands_on_the_pages_where_the_new_date_is_chosen_and_shown(meeting):
    assert new_date_of(meeting.request) is None
    end(meeting)
    assert new_date_of(meeting.request).day == dt.date(2018, 12, 10)
    late = place(day=dt.date(2018, 12, 11), chair=meeting.chair) | {"late": agreed_late()}
    again = book(form_key=uuid.uuid4(), request=meeting.request, **late, by=person("CHAIR"), at=AT)
    told = [one for one in days_around(again) if "nothing was decided" in one.what]
    assert [(one.day, one.is_missed) for one in told] == [(dt.date(2018, 12, 10), True)]


@pytest.mark.parametrize(("how", "change"), [(end, "ABANDONED"), (adjourned, "ADJOURNED")])
def test_everybody_concerned_is_told(meeting, how, change):
    live_from(NOW.date())
    worker = person("SOCIAL_WORKER")
    meeting.request.children.get().child.allocations.update(worker=worker)
    how(meeting)
    told = set(Notice.objects.filter(change=change).values_list("recipient", flat=True))
    assert told == {worker.pk, meeting.minute_taker_id, meeting.request.requested_by_id}


def test_a_review_that_was_not_quorate_is_no_review():
    """Choice for R17: who came may look at the plan, which is written down; the clock of R8 runs on."""
    booking = BookingFactory()
    asked = review(booking)
    at = dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)
    record = open_record(booking=booking, by=booking.chair, at=at)
    save_common(record=record, version=1, values={}, attendances=QUORUM[:1], by=booking.chair, at=at)
    end(booking, outcome=INQUORATE, reason=OutcomeReason.TOO_FEW, at=at)
    assert not asked.plan.reviews.exists() and asked.plan.end_date is None


def test_the_answers_for_the_day_that_was_adjourned_are_asked_again_and_its_links_outlive_a_day_given_up(
    meeting,
):
    told = {"agency_kind": "SCHOOL", "reply": "COMING", "put_on_at": NOW, "told_at": NOW}
    guest = InvitationFactory(request=meeting.request, **told)
    link = ReportLinkFactory(invitation=guest)
    following = adjourned(meeting)
    guest.refresh_from_db()
    assert guest.reply == "WAITING"
    cancel(booking=following, reason=CancelReason.OTHER, by=meeting.chair, at=AT)
    link.refresh_from_db()
    assert link.ended_at is None


def test_a_meeting_is_adjourned_to_a_room_with_too_few_seats_only_with_why(meeting):
    small = RoomFactory(name="Loft", seats=2)
    assert "room_reason" in dict(refused(adjourned, meeting, room=small))
    following = adjourned(meeting, room=small, room_reason="Two come by telephone")
    assert following.room_reason == "Two come by telephone" and following.room_lacks.startswith(
        "Loft has only"
    )
