"""Meetings of a chair who is away are moved together: each by its own move, and one that fails stays."""

import datetime as dt

import pytest

from conferences.models import BookingMove, Notice, Room
from conferences.operations.scheduling import move, place_seen
from conferences.operations.scheduling_away import Moving, move_together
from conferences.queries.scheduling_away import what_if
from conferences.rules.scheduling import Away
from conferences.rules.workflow import MoveReason
from safeguarding.bankholidays import england
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    InvitationFactory,
    LeaveFactory,
    MeetingRecordFactory,
    RoomFactory,
    WorkingHoursFactory,
)
from tests.scheduling import DUE, IN_TIME, NOW, booked, hours_on, open_request

pytestmark = pytest.mark.django_db
AWAY = Away(IN_TIME, DUE)


def asked(chair, user=None, away=AWAY):
    who = user or person("BUSINESS_SUPPORT")
    return what_if(who, chair, away, on=NOW.date(), at=NOW, calendar=england())


def moving(one):
    slot, booking = one.proposal.slot, one.booking
    room, chair = booking.room, type(booking.chair).objects.get(pk=slot.chair.pk)
    return Moving(booking, room, chair, slot.starts_at, slot.ends_at, place_seen(booking))


def test_each_meeting_gets_another_chair_and_is_moved_with_its_reason():
    meeting, other = booked(), person("CHAIR")
    found = asked(meeting.chair)
    (one,) = found.fallen
    assert one.proposal.is_same_time and one.proposal.slot.chair.pk == other.pk
    assert not BookingMove.objects.unscoped("what a test moved").exists()
    (moved,) = move_together(moves=[moving(one)], note="Away.", by=person("BUSINESS_SUPPORT"), at=NOW)
    meeting.refresh_from_db()
    assert (moved.why_not, meeting.chair) == ("", other)
    (left,) = BookingMove.objects.unscoped("what a test moved")
    assert (left.reason, left.note) == (MoveReason.CHAIR, "Away.")
    assert asked(left.from_chair).fallen == []


def test_two_meetings_at_once_do_not_get_the_same_chair():
    first = booked()
    second = booked(chair=first.chair, room=RoomFactory(), start=dt.time(14))
    third = person("CHAIR")
    WorkingHoursFactory(person=third, monday_from=dt.time(9), monday_to=dt.time(13))
    fallen = asked(first.chair).fallen
    assert [one.booking.pk for one in fallen] == [first.pk, second.pk]
    assert [one.proposal and one.proposal.is_same_time for one in fallen] == [True, False]
    slots = [one.proposal.slot for one in fallen]
    assert slots[1].day < IN_TIME or slots[1].chair.pk == third.pk


def test_one_that_somebody_took_meanwhile_stays_and_the_others_move():
    first = booked()
    person("CHAIR")
    (one,) = asked(first.chair).fallen
    taken = moving(one)
    move(
        booking=first,
        room=RoomFactory(),
        chair=first.chair,
        starts_at=first.starts_at,
        ends_at=first.ends_at,
        reason=MoveReason.ROOM,
        by=person("BUSINESS_SUPPORT"),
        at=NOW,
    )
    (moved,) = move_together(moves=[taken], by=person("BUSINESS_SUPPORT"), at=NOW)
    assert "moved this meeting since you opened this page" in moved.why_not
    first.refresh_from_db()
    assert first.chair == taken.booking.chair


def test_what_cannot_be_moved_in_time_or_was_begun_says_why():
    meeting = booked()
    chair = meeting.chair
    everything = Away(NOW.date(), DUE)
    (one,) = asked(chair, away=everything).fallen
    assert (one.proposal, one.why_none) == (None, "No chair and room are free together in its time")
    person("CHAIR")
    MeetingRecordFactory(booking=meeting)
    (one,) = asked(chair, away=everything).fallen
    assert one.proposal is None and "record was begun" in one.why_none


def test_who_takes_the_minutes_is_named_where_they_alone_are_in_the_way():
    taker = person("BUSINESS_SUPPORT")
    meeting = booked(minute_taker=taker)
    person("CHAIR")
    LeaveFactory(person=taker, first_date=NOW.date(), last_date=DUE)
    (one,) = asked(meeting.chair).fallen
    assert one.proposal is None and f"{taker.full_name}, who takes the minutes" in one.why_none


def test_meetings_out_of_sight_are_counted_and_not_named():
    hours = hours_on(IN_TIME)
    meeting = BookingFactory(request=open_request(child=ChildFactory(restricted=True)), **hours)
    found = asked(meeting.chair)
    assert (found.fallen, found.unseen) == ([], 1)


def test_nothing_chosen_and_who_may_not_schedule_are_refused():
    with pytest.raises(Refused, match="Select at least one"):
        move_together(moves=[], by=person("BUSINESS_SUPPORT"), at=NOW)
    with pytest.raises(Refused) as caught:
        move_together(moves=[], by=person("MANAGER"), at=NOW)
    assert caught.value.status == FORBIDDEN
    assert not Notice.objects.exists()


def test_a_room_that_lacks_something_is_no_reason_to_leave_a_meeting_with_a_chair_who_is_away():
    meeting, other = booked(), person("CHAIR")
    InvitationFactory(request=meeting.request, reply="COMING", needs=["ACCESS"])
    Room.objects.update(is_step_free=False)
    (one,) = asked(meeting.chair).fallen
    assert one.proposal.is_same_time
    (moved,) = move_together(moves=[moving(one)], by=person("BUSINESS_SUPPORT"), at=NOW)
    meeting.refresh_from_db()
    assert (moved.why_not, meeting.chair, meeting.room_lacks) == ("", other, "")


def test_elsewhere_in_a_room_that_lacks_something_it_is_said_where_the_reason_is_given():
    meeting, other = booked(), person("CHAIR")
    InvitationFactory(request=meeting.request, reply="COMING", needs=["ACCESS"])
    loft = RoomFactory(name="Loft", seats=40, is_step_free=False)
    span = (meeting.starts_at, meeting.ends_at)
    there = Moving(meeting, loft, other, *span, place_seen(meeting))
    (moved,) = move_together(moves=[there], by=person("BUSINESS_SUPPORT"), at=NOW)
    assert moved.why_not == (
        "Loft has no way in without steps, which somebody needs. Move it on its own page: there you choose"
        " another room, or enter why this one all the same"
    )
