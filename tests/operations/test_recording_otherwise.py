"""How a meeting ended, told otherwise; and one that ended before it began, which keeps no room."""

import datetime as dt
import uuid

import pytest
from icalendar import Calendar

from conferences.exchange.diary_file import diary_file
from conferences.models import Attendance, Booking, Duty, MeetingRecord, Notice, Request
from conferences.operations.duties import scan
from conferences.operations.recording import open_record, save_part
from conferences.operations.recording_otherwise import put_back, tell_otherwise
from conferences.operations.recording_signing import sign
from conferences.operations.requests import withdraw
from conferences.operations.scheduling import book, cancel
from conferences.queries.scheduling import clash
from conferences.rules.workflow import BookingState, CancelReason, OutcomeReason
from tests.cast import person
from tests.factories import ChildFactory, RequestedChildFactory
from tests.golive import live_from
from tests.operations.asking import asker_of
from tests.operations.test_recording_outcomes import (
    ABANDONED,
    AT,
    INQUORATE,
    NEXT,
    NURSE,
    SAFE,
    adjourned,
    attended,
    end,
    meeting,
    part_of,
    refused,
    states,
)
from tests.scheduling import NOW, booked, place
from tests.views.meetings import BEGINS, QUORUM

pytestmark = pytest.mark.django_db
assert meeting  # A fixture.
EARLY = dt.datetime(2018, 11, 26, 8, 5, tzinfo=dt.UTC)
LATER = dt.datetime(2018, 11, 26, 15, tzinfo=dt.UTC)
WHY = "The other meeting of that morning was meant."


def otherwise(booking, **more):
    values = {"outcome": ABANDONED, "reason": OutcomeReason.SAFETY, "words": SAFE, "at": LATER}
    return tell_otherwise(booking=booking, **(values | {"by": booking.chair} | more))


def back(booking, **more):
    return put_back(booking=booking, **({"words": WHY, "by": booking.chair, "at": LATER} | more))


def told_of(booking):
    return list(Notice.objects.filter(booking=booking).order_by("id").values_list("change", flat=True))


# ----- Ended before it began -------------------------------------------------------------------------------


@pytest.mark.parametrize(("at", "is_free"), [(EARLY, True), (AT, False)])
def test_what_ended_before_it_began_keeps_neither_room_nor_people(meeting, at, is_free):
    end(meeting, at=at)
    meeting.refresh_from_db()
    assert meeting.never_began is is_free
    span = meeting.starts_at, meeting.starts_at + dt.timedelta(minutes=30)
    given = {"room": meeting.room, "chair": meeting.chair, "minute_taker": meeting.minute_taker}
    assert set(clash(*span, **given, besides=None).values()) == {not is_free}
    if is_free:
        booked(day=meeting.starts_at.date(), start=dt.time(10), **given)


def test_an_early_end_is_cancelled_in_a_calendar_and_one_of_its_time_is_not(meeting):
    other = booked(day=dt.date(2018, 11, 26), start=dt.time(14))
    end(meeting, at=EARLY)
    end(other, at=other.starts_at + dt.timedelta(minutes=20))

    def told(one):
        calendar = Calendar.from_ical(diary_file([Booking.every.get(pk=one.pk)], at=LATER))
        return calendar["method"], next(iter(calendar.walk("VEVENT")))["status"]

    assert told(meeting) == ("CANCEL", "CANCELLED") and told(other) == ("PUBLISH", "CONFIRMED")


# ----- Told otherwise --------------------------------------------------------------------------------------


def test_an_abandoned_meeting_turns_out_not_to_have_been_quorate(meeting):
    attended(meeting, QUORUM[:1])
    end(meeting)
    otherwise(meeting, outcome=INQUORATE, reason=OutcomeReason.TOO_FEW, words="One came.")
    meeting.refresh_from_db()
    assert (meeting.state, meeting.outcome_reason, meeting.outcome_words, meeting.outcome_at) == (
        "INQUORATE",
        "TOO_FEW",
        "One came.",
        LATER,
    )
    assert states(meeting)[1] == "REQUESTED"
    assert {"ABANDONED", "INQUORATE"} <= set(told_of(meeting))


def test_quorate_stays_worked_out_from_the_attendance(meeting):
    attended(meeting)
    end(meeting)
    given = {"outcome": INQUORATE, "reason": OutcomeReason.TOO_FEW}
    assert "was quorate" in refused(otherwise, meeting, **given)[0][1]
    Attendance.every.all().delete()
    assert "Record first who attended" in refused(otherwise, meeting, **given)[0][1]


def test_other_words_of_an_adjourned_meeting_tell_nobody_anew(meeting):
    adjourned(meeting)
    before = told_of(meeting)
    otherwise(meeting, outcome=BookingState.ADJOURNED, reason=OutcomeReason.TIME, words="Nan stays longer.")
    meeting.refresh_from_db()
    assert meeting.outcome_words == "Nan stays longer." and told_of(meeting) == before
    assert refused(otherwise, meeting)[0][0] == "outcome"


def test_what_is_missing_is_told_together(meeting):
    end(meeting)
    fields = [field for field, _ in refused(otherwise, meeting, outcome=None, reason=None, words=" ")]
    assert fields == ["outcome", "reason", "words"]
    given = {"outcome": INQUORATE, "reason": OutcomeReason.SAFETY}
    assert refused(otherwise, meeting, **given)[0][0] == "reason"
    assert refused(back, meeting, words=" ")[0][0] == "put_back_words"


def test_a_meeting_ends_as_neither_adjourned_nor_held_on_the_page_of_the_others(meeting):
    for outcome in (BookingState.ADJOURNED, BookingState.HELD, None):
        reason = OutcomeReason.TIME if outcome is BookingState.ADJOURNED else None
        fields = [one for one, _ in refused(end, meeting, outcome=outcome, reason=reason)]
        assert "outcome" in fields


@pytest.mark.parametrize("deed", [otherwise, back])
def test_only_its_chair_tells_otherwise_and_only_of_what_ended(meeting, deed):
    assert "did not end without a decision" in refused(deed, meeting)[0][1]
    end(meeting)
    for who in (meeting.minute_taker, person("CHAIR")):
        assert refused(deed, meeting, by=who)
    cancelled = booked(day=NEXT["day"])
    cancel(booking=cancelled, reason=CancelReason.OTHER, by=person("CHAIR"), at=NOW)
    assert "did not end without a decision" in refused(deed, cancelled)[0][1]


# ----- Put back --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", [EARLY, AT])
def test_a_meeting_put_back_is_recorded_and_signed_as_if_it_had_never_ended(meeting, at):
    attended(meeting)
    save_part(part=part_of(meeting), version=1, values=BEGINS, actions=[NURSE], by=meeting.chair, at=AT)
    end(meeting, at=max(at, EARLY))
    back(meeting)
    assert states(meeting) == ("BOOKED", "BOOKED")
    assert (meeting.put_back_by, meeting.put_back_words, meeting.outcome_by) == (meeting.chair, WHY, None)
    assert not meeting.never_began and told_of(meeting)[-1] == "PUT_BACK"
    record = MeetingRecord.every.get(booking=meeting)
    assert sign(record=record, by=meeting.chair, at=LATER).held_date == meeting.starts_at.date()
    assert states(meeting) == ("HELD", "HELD")


def test_the_new_date_falls_due_no_more_once_it_is_put_back(meeting):
    live_from(NOW.date())
    scan(on=AT.date(), at=AT)
    end(meeting)
    due = Duty.every.filter(kind="BOOK_NEW_DATE", closed_at=None)
    assert due.exists()
    back(meeting)
    assert not due.exists() and Duty.every.filter(kind="FINISH_RECORD", closed_at=None).exists()


def test_what_stands_in_the_diary_since_is_cancelled_first(meeting):
    following = adjourned(meeting)
    assert f"Meeting {following.pk} is in the diary" in refused(back, meeting)[0][1]
    cancel(booking=following, reason=CancelReason.BOOKED_WRONGLY, by=person("CHAIR"), at=LATER)
    back(meeting)
    assert states(meeting) == ("BOOKED", "BOOKED") and states(following)[0] == "CANCELLED"


def test_a_room_that_went_to_others_since_is_said(meeting):
    end(meeting, at=EARLY)
    booked(day=meeting.starts_at.date(), start=dt.time(10), room=meeting.room)
    assert "taken" in refused(back, meeting)[0][1] and states(meeting)[0] == "ABANDONED"


def test_a_meeting_of_a_request_that_was_closed_stays_as_it_ended(meeting):
    end(meeting)
    withdraw(
        request=Request.every.get(pk=meeting.request_id),
        reason="Not needed any more.",
        by=asker_of(meeting.request),
        at=LATER,
    )
    assert "closed since" in refused(back, meeting)[0][1]


def test_two_sittings_stand_never_for_one_request(meeting):
    end(meeting)
    later = dt.datetime(2018, 11, 27, 9, tzinfo=dt.UTC)
    where = place(day=dt.date(2018, 11, 30), chair=meeting.chair)
    again = book(form_key=uuid.uuid4(), request=meeting.request, **where, by=person("CHAIR"), at=later)
    open_record(booking=again, by=again.chair, at=again.starts_at)
    assert f"Meeting {again.pk}" in refused(back, meeting, at=again.starts_at)[0][1]


def test_it_ends_again_when_it_was_to_end(meeting):
    was = meeting.ends_at
    end(meeting)
    back(meeting)
    meeting.refresh_from_db()
    assert meeting.ends_at == was


def test_where_other_children_are_asked_for_since_it_is_not_put_back(meeting):
    end(meeting)
    sibling = ChildFactory(family=meeting.request.children.get().child.family)
    RequestedChildFactory(child=sibling, request=meeting.request)
    assert "Other children are asked for" in refused(back, meeting)[0][1]
