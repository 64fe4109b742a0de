"""A room that lacks what the people of a list need: booked only with why, and what it lacked is kept."""

import datetime as dt
import uuid

import pytest

from conferences.models import Booking, BookingMove
from conferences.operations.scheduling import book, move
from conferences.rules.workflow import MoveReason
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import InvitationFactory, LeaveFactory, RoomFactory
from tests.scheduling import NOW, booked, open_request, place

pytestmark = pytest.mark.django_db
SMALL = "Loft has only 8 seats for 9 people."


def try_booking(request, **fields):
    by = person("BUSINESS_SUPPORT")
    return book(form_key=uuid.uuid4(), request=request, by=by, at=NOW, **fields)


def loft(**fields):
    return RoomFactory(**{"name": "Loft", "seats": 8} | fields)


def test_a_room_with_too_few_seats_is_booked_only_with_why_and_both_are_kept():
    asked, where = open_request(), place(room=loft())
    with pytest.raises(Refused, match=f"{SMALL} Choose another room, or enter why") as refused:
        try_booking(asked, **where, room_reason="  ")
    assert refused.value.field == "room_reason" and not Booking.every.exists()
    meeting = try_booking(asked, **where, room_reason=" Three come by telephone ")
    assert (meeting.room_lacks, meeting.room_reason) == (SMALL, "Three come by telephone")


def test_where_a_room_lacks_nothing_no_reason_is_kept():
    meeting = try_booking(open_request(), **place(room=RoomFactory()), room_reason="Why not")
    assert (meeting.room_lacks, meeting.room_reason) == ("", "")


def test_a_list_with_an_agency_says_how_many_come_and_what_they_need():
    asked = open_request()
    InvitationFactory(request=asked, reply="COMING", needs=["ACCESS"])
    InvitationFactory(request=asked, name="Nurse Exemplar", reply="VIDEO")
    InvitationFactory(request=asked, name="Constable Exemplar", reply="DECLINED")
    assert try_booking(asked, **place(room=loft(seats=3))).room_lacks == ""
    other = open_request()
    InvitationFactory(request=other, reply="COMING", needs=["ACCESS"])
    InvitationFactory(request=other, name="Nurse Exemplar", reply="VIDEO")
    bare = loft(name="Attic", seats=3, is_step_free=False, has_hearing_loop=True, has_video=False)
    with pytest.raises(Refused) as refused:
        try_booking(other, **place(room=bare))
    for words in ("Attic has no way in without steps", "Attic has no video"):
        assert words in str(refused.value)


def test_the_family_of_a_list_sits_there_too():
    asked = open_request()
    InvitationFactory(request=asked, reply="COMING")
    for name in ("Ash Example", "Elm Example"):
        InvitationFactory(request=asked, name=name, agency_kind="", is_report_asked=False)
    with pytest.raises(Refused, match="Loft has only 4 seats for 5 people"):
        try_booking(asked, **place(room=loft(seats=4)))


def test_all_that_is_wrong_with_a_place_is_told_at_once():
    chair, room = person("CHAIR"), loft(is_active=False)
    taken = booked(chair=chair)
    days = {"first_date": NOW.date(), "last_date": taken.starts_at.date()}
    LeaveFactory(person=chair, deputy=person("CHAIR"), **days)
    with pytest.raises(Refused) as refused:
        try_booking(open_request(), **place(chair=chair, room=room))
    said = [(one.field, one.sentence) for one in refused.value.problems]
    assert ("chair", f"{chair.full_name} has just been taken for that time") in said
    assert ("room", "Loft is no longer in use") in said
    assert any(words.startswith(SMALL) for _, words in said)
    assert any("is away from" in words for _, words in said)


def test_a_move_to_another_room_asks_anew_and_within_it_the_reason_holds_on():
    asked = open_request()
    meeting = try_booking(asked, **place(room=loft()), room_reason="Three come by telephone")
    by = person("BUSINESS_SUPPORT")
    to = {"reason": MoveReason.FAMILY, "by": by, "at": NOW}
    moved = move(booking=meeting, **place(room=meeting.room, chair=person("CHAIR")), **to)
    assert moved.room_reason == "Three come by telephone"
    with pytest.raises(Refused, match="Attic has only 7 seats"):
        move(booking=moved, **place(room=loft(name="Attic", seats=7), chair=moved.chair), **to)
    moved = move(booking=moved, **place(room=RoomFactory(), chair=moved.chair), **to)
    assert (moved.room_lacks, moved.room_reason) == ("", "") and BookingMove.every.count() == 2


def test_where_room_and_start_stay_it_is_not_asked_anew_why_this_room():
    meeting = try_booking(open_request(), **place(room=loft(seats=9)))
    InvitationFactory(request=meeting.request, reply="COMING", needs=["ACCESS"])
    meeting.room.is_step_free = False
    meeting.room.save(update_fields=["is_step_free"])
    to = {"reason": MoveReason.CHAIR, "by": person("BUSINESS_SUPPORT"), "at": NOW}
    moved = move(booking=meeting, **place(room=meeting.room, chair=person("CHAIR"), minutes=90), **to)
    assert (moved.chair != meeting.chair, moved.room_lacks, moved.room_reason) == (True, "", "")
    with pytest.raises(Refused, match="Loft has no way in without steps") as refused:
        move(booking=moved, **place(room=moved.room, chair=moved.chair, start=dt.time(14)), **to)
    assert refused.value.field == "room_reason"
    told = place(room=moved.room, chair=person("CHAIR")) | {"room_reason": "A ramp is brought"}
    moved = move(booking=moved, **told, **to)
    assert moved.room_lacks.startswith("Loft has no way in") and moved.room_reason == "A ramp is brought"
