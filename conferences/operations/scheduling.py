"""Scheduling a conference, moving it, cancelling it. No two meetings share a moment of a room or a chair.

Everybody locks the room's row, then the chair's, then the request's, so that nobody waits for one who waits
for them; the database's exclusion constraint has the last word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from conferences.models import Booking, BookingMove, MeetingRecord, Request, RequestedChild, Room
from conferences.queries.scheduling import at_work_with, chairs_who_see, clash, last_day
from conferences.rules import scheduling as rules
from conferences.rules.workflow import (
    BOOKING,
    REQUEST,
    CancelReason,
    Event,
    MoveReason,
    NotAllowed,
    next_state,
)
from safeguarding import bankholidays
from safeguarding.audit import record
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import constraint_of
from safeguarding.refusals import Refused
from safeguarding.retrying import begin_again


class BookingRefused(Exception):
    """It cannot be scheduled so; `sentence` says why, `field` is where it belongs on the page."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


@dataclass(frozen=True)
class Place:
    """Where a meeting stands in the diary, and, past the statutory day, why and who agreed."""

    room: Room
    chair: User
    starts_at: dt.datetime
    ends_at: dt.datetime
    late_reason: str = ""
    late_agreed_by: str = ""

    @property
    def day(self) -> dt.date:
        return day_of(self.starts_at)


def book(
    *,
    form_key: UUID,
    request: Request,
    room: Room,
    chair: User,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    late_reason: str = "",
    late_agreed_by: str = "",
    by: User,
    at: dt.datetime,
) -> Booking:
    """Put a request's conference into the diary; the same form sent twice gives the same booking.

    Raises BookingRefused: a day off, a time past or taken, a late day without its reason, a chair who works
    the case, a request that is scheduled already, a role that may not.
    """
    place = Place(room, chair, starts_at, ends_at, late_reason.strip(), late_agreed_by.strip())
    _guard(request, place, at)
    return _kept(lambda: _booked(form_key, request, place, by, at), place)


def move(
    *,
    booking: Booking,
    room: Room,
    chair: User,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    reason: MoveReason,
    note: str = "",
    late_reason: str = "",
    late_agreed_by: str = "",
    by: User,
    at: dt.datetime,
) -> Booking:
    """Give a meeting another place; the old one is kept with the reason. Raises as book does."""
    place = Place(room, chair, starts_at, ends_at, late_reason.strip(), late_agreed_by.strip())
    _guard(booking.request, place, at)
    return _kept(lambda: _moved(booking, place, reason, note.strip(), by, at), place)


@transaction.atomic
def cancel(*, booking: Booking, reason: CancelReason, note: str = "", by: User, at: dt.datetime) -> Booking:
    """Take a meeting out of the diary; its request waits to be scheduled again.

    Raises BookingRefused where it is not in the diary any more, or where its record was begun.
    """
    held = _locked_booking(booking)
    if MeetingRecord.objects.unscoped("whether the record of a meeting in scope was begun").filter(
        booking=held
    ):
        raise BookingRefused(
            "The record of this meeting has been begun, so it cannot be cancelled. Move it instead."
        )
    asked = _locked_request(held.request_id)
    held.state = _next(BOOKING, held.state, Event.CANCEL, by)
    held.cancelled_by, held.cancelled_at, held.cancel_reason, held.cancel_note = by, at, reason, note.strip()
    held.save(update_fields=["state", "cancelled_by", "cancelled_at", "cancel_reason", "cancel_note"])
    _request_goes(asked, Event.UNBOOK, by)
    record("booking.cancelled", held, by=by, at=at, detail={"reason": str(reason)})
    return held


def check(*, request: Request, place: Place, besides: Booking | None = None, at: dt.datetime) -> None:
    """Raises what book or move would refuse, as far as it can be told now."""
    _guard(request, place, at)
    _refuse_clash(place, besides)


def _guard(request: Request, place: Place, at: dt.datetime) -> None:
    """What can be said without locking anything: the day, the time, the lateness, the chair."""
    calendar, holidays = bankholidays.england(), bankholidays.names()
    _refuse_if(rules.day_refused(place.day, calendar, holidays), "date")
    _refuse_if(rules.time_refused(place.starts_at, place.ends_at, at), "start")
    late, agreed = place.late_reason, place.late_agreed_by
    field, sentence = rules.late_refused(place.day, last_day(request), late, agreed)
    _refuse_if(sentence, field)
    _guard_chair(request, place.chair, at)
    if not place.room.is_active:
        raise BookingRefused(f"{place.room.name} is no longer in use", "room")


def _refuse_if(sentence: str, field: str) -> None:
    if sentence:
        raise BookingRefused(sentence, field)


def _guard_chair(request: Request, chair: User, at: dt.datetime) -> None:
    asked = RequestedChild.objects.unscoped("the children of a request that is in scope")
    children = [row.child for row in asked.filter(request=request).select_related("child")]
    if at_work_with(children)(chair) or chair.pk == request.requested_by_id:
        raise BookingRefused(
            f"{chair.full_name} works with one of these children or manages who does, so cannot chair",
            "chair",
        )
    if not chairs_who_see(children, at).filter(pk=chair.pk).exists():
        raise BookingRefused(f"{chair.full_name} cannot chair this conference: choose another chair", "chair")


def _kept(deed: Callable[[], Booking], place: Place) -> Booking:
    """The deed, tried again where the database gave it up; its refusals in sentences."""
    try:
        return begin_again(deed)
    except IntegrityError as error:
        raise _told(error, place) from error
    except Refused as refusal:
        raise BookingRefused(refusal.sentence) from None


def _told(error: IntegrityError, place: Place) -> Exception:
    """The constraint that refused the write, as the sentence for its field."""
    refusals = {
        "booking_room_free": _taken(place.room.name, "room"),
        "booking_chair_free": _taken(place.chair.full_name, "chair"),
        "booking_one_a_request": BookingRefused(
            "This conference has been scheduled by somebody else meanwhile."
        ),
    }
    return refusals.get(constraint_of(error), error)


def _taken(name: str, field: str) -> BookingRefused:
    return BookingRefused(f"{name} has just been taken for that time", field)


@transaction.atomic
def _booked(form_key: UUID, request: Request, place: Place, by: User, at: dt.datetime) -> Booking:
    if again := _made_before(form_key, request, place):
        return again
    _lock(place)
    if again := _made_before(form_key, request, place):
        return again
    asked = _locked_request(request.pk)
    if again := _same_form(form_key, request):
        return again
    _request_goes(asked, Event.BOOK, by)
    booking = Booking.objects.create(
        form_key=form_key, request=asked, booked_by=by, booked_at=at, **_columns(place, request)
    )
    record("booking.made", booking, by=by, at=at, detail={"room": place.room.pk, "chair": place.chair.pk})
    return booking


@transaction.atomic
def _moved(
    booking: Booking, place: Place, reason: MoveReason, note: str, by: User, at: dt.datetime
) -> Booking:
    _refuse_clash(place, booking)
    _lock(place)
    _refuse_clash(place, booking)
    held = _locked_booking(booking)
    if (held.room_id, held.chair_id, held.starts_at, held.ends_at) == _where(place):
        raise BookingRefused(
            "This is where the meeting stands already: choose another time, room or chair", "slot"
        )
    held.state = _next(BOOKING, held.state, Event.MOVE, by)
    BookingMove.objects.create(
        booking=held,
        from_room_id=held.room_id,
        from_chair_id=held.chair_id,
        from_starts_at=held.starts_at,
        from_ends_at=held.ends_at,
        reason=reason,
        note=note,
        moved_by=by,
        moved_at=at,
    )
    columns = _columns(place, held.request)
    for column, value in columns.items():
        setattr(held, column, value)
    held.save(update_fields=["state", *columns])
    record("booking.moved", held, by=by, at=at, detail={"reason": str(reason)})
    return held


def _where(place: Place) -> tuple[int, int, dt.datetime, dt.datetime]:
    return place.room.pk, place.chair.pk, place.starts_at, place.ends_at


def _columns(place: Place, request: Request) -> dict[str, object]:
    """The place as columns; reasons for lateness only where it is late."""
    late = place.day > last_day(request)
    return {
        "room": place.room,
        "chair": place.chair,
        "starts_at": place.starts_at,
        "ends_at": place.ends_at,
        "late_reason": place.late_reason if late else "",
        "late_agreed_by": place.late_agreed_by if late else "",
    }


def _made_before(form_key: UUID, request: Request, place: Place) -> Booking | None:
    """What this very form made; BookingRefused where the place is another's, None where it is free."""
    if again := _same_form(form_key, request):
        return again
    try:
        _refuse_clash(place)
    except BookingRefused:
        # The same form may have been kept between the two questions.
        if again := _same_form(form_key, request):
            return again
        raise
    return None


def _same_form(form_key: UUID, request: Request) -> Booking | None:
    sent = Booking.objects.unscoped("the booking that this very form made before").filter(form_key=form_key)
    return sent.filter(request=request).first()


def _lock(place: Place) -> None:
    # FOR NO KEY UPDATE: rows that merely name the room or the person may still be written meanwhile.
    for model, pk in ((Room, place.room.pk), (User, place.chair.pk)):
        list(model.objects.select_for_update(no_key=True).filter(pk=pk).order_by("pk").values_list("pk"))


def _refuse_clash(place: Place, besides: Booking | None = None) -> None:
    """Asked before the lock, so that the many who came too late do not queue, and again under it."""
    taken = clash(place.starts_at, place.ends_at, room=place.room, chair=place.chair, besides=besides)
    if taken["room"]:
        raise _taken(place.room.name, "room")
    if taken["chair"]:
        raise _taken(place.chair.full_name, "chair")


def _locked_request(pk: int) -> Request:
    requests = Request.objects.unscoped("locks a request that is in scope")
    found: Request = requests.select_for_update(no_key=True).get(pk=pk)
    return found


def _locked_booking(booking: Booking) -> Booking:
    bookings = Booking.objects.unscoped("locks a booking that is in scope").select_related("request")
    found: Booking = bookings.select_for_update(no_key=True, of=("self",)).get(pk=booking.pk)
    return found


def _request_goes(request: Request, event: Event, by: User) -> None:
    request.state = _next(REQUEST, request.state, event, by)
    request.save(update_fields=["state"])


def _next(table: object, state: str, event: Event, by: User) -> str:
    try:
        return next_state(table, state, event, by.role)  # type: ignore[arg-type]
    except NotAllowed as refusal:
        raise BookingRefused(refusal.sentence) from None
