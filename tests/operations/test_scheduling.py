"""Scheduling, moving and cancelling: what is written, and what is refused beside which field."""

import uuid
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from conferences.models import Booking, BookingMove, Request
from conferences.operations.scheduling import book, cancel, move
from conferences.rules.scheduling import moment
from conferences.rules.workflow import CancelReason, LateReason, MoveReason
from safeguarding.models import AuditEntry
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    BookingFactory,
    MeetingRecordFactory,
    RestrictedGrantFactory,
    RoomFactory,
    TeamFactory,
)
from tests.scheduling import IN_TIME, LATE, NOW, agreed_late, booked, open_request, place

pytestmark = pytest.mark.django_db


def refused(deed, **values):
    with pytest.raises(Refused) as caught:
        deed(**values)
    return caught.value.field, caught.value.sentence


def booking_refused(request=None, **fields):
    late = {name: fields.pop(name) for name in ("late",) if name in fields}
    by = fields.pop("by", None) or person("BUSINESS_SUPPORT")
    values = place(**fields) | late
    return refused(book, form_key=uuid.uuid4(), request=request or open_request(), **values, by=by, at=NOW)


def moved(booking, **fields):
    late = {name: fields.pop(name) for name in ("late",) if name in fields}
    values = place(**({"room": booking.room, "chair": booking.chair} | fields)) | late
    return move(booking=booking, **values, reason=MoveReason.FAMILY, by=person("CHAIR"), at=NOW)


def test_a_booking_takes_its_place_and_its_request_is_scheduled():
    asked, by = open_request(), person("BUSINESS_SUPPORT")
    booking = booked(asked, by)
    asked.refresh_from_db()
    assert (booking.state, asked.state, booking.booked_by) == ("BOOKED", "BOOKED", by)
    entry = AuditEntry.objects.get(event="booking.made")
    assert (entry.subject_id, entry.done_by, entry.done_at) == (booking.pk, by, NOW)


def test_the_same_form_sent_again_gives_the_same_booking():
    asked, key, values = open_request(), uuid.uuid4(), place()
    by = person("CHAIR")
    first, second = (book(form_key=key, request=asked, **values, by=by, at=NOW) for _ in range(2))
    assert first == second and Booking.every.count() == 1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2018, 11, 24), "is a Saturday"),
        (date(2018, 11, 25), "is a Sunday"),
        (date(2018, 12, 26), "is a bank holiday (Boxing Day)"),
        (date(2031, 1, 2), "outside the bank holidays"),
    ],
)
def test_a_day_off_is_refused_beside_the_date(day, words):
    field, sentence = booking_refused(day=day, late=agreed_late())
    assert field == "date" and words in sentence


@pytest.mark.parametrize(("born", "is_refused"), [(IN_TIME, True), (IN_TIME + timedelta(1), False)])
def test_no_conference_is_booked_for_whoever_is_18_by_then(born, is_refused):
    """An enquiry that runs across the birthday: it is held before, or the young person is taken out."""
    asked = open_request()
    child = asked.children.get().child
    type(child).every.filter(pk=child.pk).update(birth_date=born.replace(year=born.year - 18))
    if not is_refused:
        assert booked(asked, person("BUSINESS_SUPPORT")).state == "BOOKED"
        return
    field, sentence = booking_refused(asked)
    assert field == "date" and "is 18 on" in sentence and "out of the request" in sentence


def test_a_time_past_and_one_at_night_are_refused_beside_the_start():
    assert booking_refused(day=date(2018, 11, 12), start=time(9))[0] == "start"
    assert booking_refused(start=time(19)) == (
        "start",
        "The conference must start at 8am or later and end by 8pm",
    )


def test_a_day_after_the_statutory_one_needs_a_reason_and_who_agreed():
    assert booking_refused(day=LATE)[0] == "late_why"
    assert booking_refused(day=LATE, late=agreed_late(manager=None))[0] == "late_manager"
    assert booking_refused(day=LATE, late=agreed_late(chair=None))[0] == "late_chair"
    other = agreed_late(why=LateReason.OTHER, words=" ")
    assert booking_refused(day=LATE, late=other) == (
        "late_reason",
        "Enter the other reason why it is held late",
    )


def test_who_agrees_to_a_late_day_manages_or_chairs_and_may_see_the_child():
    worker = person("SOCIAL_WORKER")
    field, sentence = booking_refused(day=LATE, late=agreed_late(manager=worker))
    assert (field, sentence) == (
        "late_manager",
        "Sample Social worker cannot agree to it: select somebody else",
    )
    assert booking_refused(day=LATE, late=agreed_late(chair=worker))[0] == "late_chair"
    asked, barred = open_request(), person("STRATEGIC_LEAD")
    BarFactory(user=barred, family=asked.family)
    assert booking_refused(asked, day=LATE, late=agreed_late(manager=barred))[0] == "late_manager"
    both = person("CHAIR", "MANAGER")
    field, sentence = booking_refused(day=LATE, late=agreed_late(manager=both, chair=both))
    assert (field, sentence) == (
        "late_chair",
        "Select two people: the manager and the chair both agree",
    )


def test_a_late_day_keeps_why_and_who_agreed_and_one_in_time_keeps_neither():
    told, by = agreed_late(), person("CHAIR")
    late = book(form_key=uuid.uuid4(), request=open_request(), **place(day=LATE), late=told, by=by, at=NOW)
    early = book(form_key=uuid.uuid4(), request=open_request(), **place(), late=told, by=by, at=NOW)
    assert (late.late_why, late.late_reason) == ("EVENT", "Snow") and late.is_agreed_late
    assert (late.late_manager, late.late_chair) == (told.manager, told.chair)
    assert (early.late_why, early.late_reason, early.late_manager, early.late_chair) == ("", "", None, None)
    assert not early.is_agreed_late


def at_work(asked, **how):
    child = asked.children.get().child
    child.allocations.all().delete()
    AllocationFactory(child=child, **how)


def test_a_chair_who_works_with_the_child_or_in_its_team_cannot_chair():
    asked, chair, team = open_request(), person("CHAIR"), TeamFactory()
    at_work(asked, worker=chair)
    field, sentence = booking_refused(asked, chair=chair)
    assert field == "chair" and sentence.startswith(f"{chair.full_name} works with one of these children")
    at_work(asked, team=team)
    assert booking_refused(asked, chair=person("CHAIR", team=team))[0] == "chair"


def test_a_team_that_is_the_unit_itself_keeps_no_chair_away():
    asked, unit = open_request(), TeamFactory(is_safeguarding_unit=True)
    at_work(asked, team=unit)
    assert booked(asked, chair=person("CHAIR", team=unit)).pk


def test_a_barred_chair_and_one_who_may_not_see_the_child_are_refused_alike():
    asked, barred, open_ = open_request(), person("CHAIR"), person("CHAIR")
    BarFactory(user=barred, family=asked.family)
    hidden, support = open_request(child__restricted=True), person("BUSINESS_SUPPORT")
    RestrictedGrantFactory(child=hidden.children.get().child, user=support)
    told = [booking_refused(asked, chair=barred), booking_refused(hidden, chair=open_, by=support)]
    assert {(field, sentence.split("cannot")[1]) for field, sentence in told} == {
        ("chair", " chair this conference: choose another chair")
    }
    RestrictedGrantFactory(child=hidden.children.get().child, user=open_)
    assert booked(hidden, support, chair=open_).pk


def test_a_request_out_of_sight_is_not_there_to_be_scheduled():
    hidden = open_request(child__restricted=True)
    with pytest.raises(Refused) as refusal:
        booked(hidden)
    assert refusal.value.status == 404


def test_a_request_withdrawn_meanwhile_is_not_scheduled():
    asked = open_request()
    gone = {"withdrawn_by": person("SOCIAL_WORKER"), "withdrawn_at": NOW, "withdrawn_reason": "Moved away"}
    Request.every.filter(pk=asked.pk).update(state="WITHDRAWN", **gone)
    assert booking_refused(asked)[1].startswith("You can no longer do this")


@pytest.mark.parametrize(
    ("whose", "change"), [("room", {"is_active": False}), ("chair", {"is_active": False})]
)
def test_a_room_or_chair_out_of_use_meanwhile_is_neither_booked_nor_moved_to(whose, change):
    held, where = booked(), place(day=date(2018, 11, 28))
    type(where[whose]).objects.filter(pk=where[whose].pk).update(is_active=False)
    assert booking_refused(room=where["room"], chair=where["chair"])[0] == whose
    with pytest.raises(Refused) as refusal:
        moved(held, day=date(2018, 11, 28), room=where["room"], chair=where["chair"])
    assert refusal.value.field == whose and not BookingMove.every.exists()


def test_a_chair_barred_meanwhile_is_not_moved_to():
    held, chair = booked(), person("CHAIR")
    BarFactory(user=chair, family=held.request.family)
    with pytest.raises(Refused) as refusal:
        moved(held, day=date(2018, 11, 28), chair=chair)
    assert refusal.value.field == "chair"


def test_all_that_a_move_lacks_is_told_at_once():
    held = booked()
    nowhere = dict.fromkeys(("room", "chair", "starts_at", "ends_at", "reason"))
    with pytest.raises(Refused) as refusal:
        move(booking=held, **nowhere, by=person("CHAIR"), at=NOW)
    assert [problem.field for problem in refusal.value.problems] == ["reason", "slot"]
    assert refused(cancel, booking=held, reason=None, by=person("CHAIR"), at=NOW)[0] == "reason"


def test_somebody_who_is_no_chair_is_refused():
    assert booking_refused(chair=person("MANAGER"))[0] == "chair"


def test_a_room_out_of_use_is_refused():
    assert booking_refused(room=RoomFactory(is_active=False))[0] == "room"


def test_a_room_is_had_in_its_hours_alone():
    room = RoomFactory(name="Mill room", opens_time=time(9), closes_time=time(12))
    assert booking_refused(room=room, start=time(11)) == ("room", "Mill room is open from 9am to midday")
    assert booked(room=room, start=time(10))


def test_the_database_keeps_no_half_hours_of_a_room():
    for hours in ({"opens_time": time(9)}, {"opens_time": time(9), "closes_time": time(9)}):
        with pytest.raises(IntegrityError, match="room_closes_after_it_opens"), transaction.atomic():
            RoomFactory(**hours)


def test_a_taken_room_and_a_taken_chair_are_named():
    held = booked()
    assert booking_refused(room=held.room) == ("room", f"{held.room.name} has just been taken for that time")
    assert booking_refused(chair=held.chair) == (
        "chair",
        f"{held.chair.full_name} has just been taken for that time",
    )


def test_one_may_follow_on_another_in_the_same_room_with_the_same_chair():
    held = booked()
    assert booked(room=held.room, chair=held.chair, start=time(12)).starts_at == held.ends_at


def test_a_request_is_scheduled_once():
    asked = open_request()
    booked(asked)
    assert booking_refused(asked, day=date(2018, 11, 27))[1].startswith("You can no longer do this")


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "TEAM_MANAGER", "STRATEGIC_LEAD", "MANAGER"])
def test_roles_that_do_not_schedule_are_refused(role):
    assert booking_refused(by=person(role))[1].startswith("Your role does not allow you to schedule")


def test_a_move_takes_the_new_place_and_keeps_the_old_one_with_its_reason():
    held = booked()
    was = (held.room, held.chair, held.starts_at, held.ends_at)
    now_at = moved(held, day=date(2018, 11, 28), room=RoomFactory())
    kept = BookingMove.every.get()
    assert (kept.from_room, kept.from_chair, kept.from_starts_at, kept.from_ends_at) == was
    assert now_at.starts_at == moment(date(2018, 11, 28), time(10)) and now_at.state == "BOOKED"
    assert AuditEntry.objects.get(event="booking.moved").detail == {"reason": "FAMILY"}


def test_a_move_may_overlap_the_meeting_s_own_place():
    assert moved(booked(), start=time(11)).starts_at == moment(IN_TIME, time(11))


def test_a_move_to_where_it_stands_to_a_taken_room_or_past_the_last_day_is_refused():
    held, other = booked(), booked(day=date(2018, 11, 28))
    for fields, field in (
        ({}, "slot"),
        ({"day": date(2018, 11, 28), "room": other.room}, "room"),
        ({"day": LATE}, "late_why"),
    ):
        with pytest.raises(Refused) as caught:
            moved(held, **fields)
        assert caught.value.field == field
    assert not BookingMove.every.exists()


def test_a_move_back_into_time_drops_why_it_was_late():
    late = moved(booked(), day=LATE, late=agreed_late())
    assert late.late_reason == "Snow"
    back = moved(late)
    assert (back.late_why, back.late_reason, back.late_manager) == ("", "", None)


def test_on_its_late_day_a_meeting_keeps_who_agreed_even_where_they_have_left():
    late = moved(booked(), day=LATE, late=agreed_late())
    agreed = late.late_manager
    agreed.is_active = False
    agreed.save(update_fields=["is_active"])
    later = moved(late, day=LATE, start=time(14), chair=person("CHAIR"))
    assert (later.late_why, later.late_reason, later.late_manager) == ("EVENT", "Snow", agreed)
    typed = agreed_late(words="Ice")
    assert moved(late, day=LATE, start=time(9), late=typed).late_manager == typed.manager
    again = {"late": agreed_late(manager=agreed, words="Snow")}
    assert refused(moved, booking=late, day=LATE, start=time(11), **again)[0] == "late_manager"


def test_another_late_day_is_agreed_anew():
    late = moved(booked(), day=LATE, late=agreed_late())
    assert refused(moved, booking=late, day=date(2018, 12, 5))[0] == "late_why"
    late.refresh_from_db()
    assert late.late_reason == "Snow"


def test_a_cancelled_meeting_leaves_its_place_and_its_request_waits_again():
    asked, by = open_request(), person("BUSINESS_SUPPORT")
    held = booked(asked)
    gone = cancel(booking=held, reason=CancelReason.BOOKED_WRONGLY, note="Wrong week", by=by, at=NOW)
    asked.refresh_from_db()
    assert (gone.state, gone.cancel_reason, gone.cancelled_by, asked.state) == (
        "CANCELLED",
        "BOOKED_WRONGLY",
        by,
        "REQUESTED",
    )
    assert booked(asked, room=held.room, chair=held.chair).pk != held.pk


def test_what_is_cancelled_is_neither_moved_nor_cancelled_again():
    held = booked()
    cancelled = {"reason": CancelReason.OTHER, "by": person("CHAIR"), "at": NOW}
    cancel(booking=held, **cancelled)
    assert refused(cancel, booking=held, **cancelled)[1].startswith("You can no longer do this: cancel")
    with pytest.raises(Refused, match="You can no longer do this: move"):
        moved(held, day=date(2018, 11, 28))


def test_a_meeting_whose_record_is_begun_is_not_cancelled():
    held = booked()
    MeetingRecordFactory(booking=held)
    said = refused(cancel, booking=held, reason=CancelReason.OTHER, by=person("CHAIR"), at=NOW)
    assert "The record of this meeting has been started" in said[1]


@pytest.mark.parametrize("shared", ["room", "chair"])
def test_the_database_itself_refuses_a_clash(shared):
    held = booked()
    values = {shared: getattr(held, shared), "starts_at": held.starts_at, "ends_at": held.ends_at}
    with pytest.raises(IntegrityError, match=f"booking_{shared}_free"), transaction.atomic():
        BookingFactory(**values)
