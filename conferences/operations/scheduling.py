"""Scheduling a conference, moving it, cancelling it. No two meetings share a moment of a room or a chair.

Everybody locks the room's row, then the chair's, then the request's, so that nobody waits for one who waits
for them; the database's exclusion constraint has the last word.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from conferences.models import Booking, BookingMove, MeetingRecord, Request, RequestedChild, Room
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell_of_meeting, tell_of_move
from conferences.operations.scheduling_holds import held_problem, release_hold
from conferences.operations.thinking_time_slots import release_unfit
from conferences.queries.consultations import another_way_in
from conferences.queries.scheduling import (
    at_work_with,
    away_days,
    chairs_who_see,
    clash,
    closed_days,
    last_day,
)
from conferences.rules import scheduling as rules
from conferences.rules.consultations import BookedDespite
from conferences.rules.notices import Change
from conferences.rules.workflow import (
    BOOKING,
    REQUEST,
    BookingState,
    CancelReason,
    Event,
    MoveReason,
    next_state,
)
from safeguarding import bankholidays
from safeguarding.audit import record
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as
from safeguarding.wording import joined, uk_date, uk_meeting

NO_PLACE = "Select a time"
BEGUN = "The record of this meeting has been started, so it cannot be cancelled"
TAKEN = "has just been taken for that time"
REFUSED_BY_DATABASE: dict[str, str | tuple[str, str]] = {
    "booking_room_free": (f"The room {TAKEN}", "room"),
    "booking_chair_free": (f"The chair {TAKEN}", "chair"),
    "booking_beside_thinking_time": (f"The chair {TAKEN}", "chair"),
    "booking_one_a_request": "Someone else has already scheduled this conference.",
}


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

    @property
    def where(self) -> tuple[int, int, dt.datetime, dt.datetime]:
        return self.room.pk, self.chair.pk, self.starts_at, self.ends_at


@operation(needs=Permission.SCHEDULE, retry=True, refuses=REFUSED_BY_DATABASE)
def book(
    *,
    form_key: UUID,
    request: Request,
    room: Room | None,
    chair: User | None,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    late_reason: str = "",
    late_agreed_by: str = "",
    despite: BookedDespite | None = None,
    despite_words: str = "",
    by: User,
    at: dt.datetime,
) -> Booking:
    """Put a request's conference into the diary; the same form sent twice gives the same booking.

    Raises Refused: no time chosen, a day off, a time past or taken, a late day without its reason, a room out
    of use, a chair who works the case or may not see a child, a request that is scheduled or withdrawn, and a
    child for whom another way was decided, without why the conference is held `despite` it.
    """
    place = _place(room, chair, starts_at, ends_at, late_reason, late_agreed_by)
    refuse_all(_problems(request, place, at))
    assert place is not None  # Refused above.
    if again := _find_same(form_key, request, place, by, at):
        return again
    held_room, held_chair, asked = lock(place.room), lock(place.chair), lock(request)
    if again := _find_same(form_key, request, place, by, at):
        return again
    _guard_room(held_room, place)
    _guard_day(asked, place)
    _guard_chair(asked, held_chair, at)
    _guard_away(held_chair, place.day)
    meant = _despite(asked, despite, despite_words)
    _step_request(asked, Event.BOOK, by)
    booking = Booking.objects.create(
        form_key=form_key, request=asked, booked_by=by, booked_at=at, **_columns(place, asked), **meant
    )
    record("booking.made", booking, by=by, at=at, detail={"room": place.room.pk, "chair": place.chair.pk})
    release_hold(by)
    release_unfit(booking, writer=by, at=at)
    refresh(asked, met_by=by, at=at)
    tell_of_meeting(Change.BOOKED, booking, besides=by, at=at)
    return booking


@operation(needs=Permission.SCHEDULE, retry=True, refuses=REFUSED_BY_DATABASE)
def move(
    *,
    booking: Booking,
    room: Room | None,
    chair: User | None,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    reason: MoveReason | None,
    note: str = "",
    late_reason: str = "",
    late_agreed_by: str = "",
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Booking:
    """Give a meeting another place; the old one is kept with the reason. Raises as book does, and
    StaleVersion where it stands elsewhere than was `seen` (None: nothing was shown).
    """
    place = _place(room, chair, starts_at, ends_at, late_reason, late_agreed_by)
    needed = missing(reason=(reason, "Select why it is moved"))
    refuse_all([*needed, *_problems(booking.request, place, at)])
    assert place is not None and reason is not None  # Refused above.
    _refuse_clash(place, booking, by, at)
    held_room, held_chair, moved = lock(place.room), lock(place.chair), lock(booking, "request")
    refuse_parted(moved, "request", booking.request)
    _refuse_moved(moved, seen)
    _refuse_clash(place, booking, by, at)
    _guard_room(held_room, place)
    _guard_day(moved.request, place)
    _guard_chair(moved.request, held_chair, at)
    _guard_away(held_chair, place.day)
    if (moved.room_id, moved.chair_id, moved.starts_at, moved.ends_at) == place.where:
        raise Refused(
            "This is already the meeting’s time and place. Choose another time, room or chair", "slot"
        )
    moved.state = next_state(BOOKING, moved.state, Event.MOVE, *by.roles)
    left = _keep_place(moved, reason, note.strip(), by, at)
    columns = _columns(place, moved.request)
    for column, value in columns.items():
        setattr(moved, column, value)
    moved.save(update_fields=["state", *columns])
    record("booking.moved", moved, by=by, at=at, detail={"reason": str(reason)})
    release_unfit(moved, writer=by, at=at)
    refresh(moved.request, met_by=by, at=at)
    tell_of_move(moved, left, besides=by, at=at)
    return moved


def pass_meeting_on(booking: Booking, chair: User, note: str, *, writer: User, at: dt.datetime) -> Booking:
    """Give a meeting another chair where it stands, ahead or held and not signed, for an operation.

    Raises Refused: out of the diary, a chair who is taken then, works the case or may not see a child.
    """
    late = booking.late_reason, booking.late_agreed_by
    place = Place(booking.room, chair, booking.starts_at, booking.ends_at, *late)
    _, held_chair, moved = lock(place.room), lock(chair), lock(booking)
    if moved.state != BookingState.BOOKED or moved.chair_id != booking.chair_id:
        raise Refused("It is not in the diary with this chair any more")
    refuse_parted(moved, "room", place.room)
    _refuse_clash(place, moved, writer, at)
    _guard_chair(moved.request, held_chair, at)
    left = _keep_place(moved, MoveReason.CHAIR, note, writer, at)
    moved.chair = held_chair
    moved.save(update_fields=["chair"])
    record("booking.moved", moved, by=writer, at=at, detail={"reason": str(MoveReason.CHAIR)})
    release_unfit(moved, writer=writer, at=at)
    refresh(moved.request, met_by=None, at=at)
    tell_of_move(moved, left, besides=writer, at=at)
    return moved


def place_seen(booking: Booking) -> str:
    """The mark of where a meeting stands, for the page on which it is moved."""
    place = (booking.room_id, booking.chair_id, booking.starts_at, booking.ends_at)
    return seen_as({str(number): part for number, part in enumerate(place)})


def _refuse_moved(booking: Booking, seen: str | None) -> None:
    """Somebody else moved it while the page was open: they may have told the family already."""
    moves = BookingMove.objects.unscoped("the moves of a booking in scope").filter(booking=booking)
    last = moves.select_related("moved_by").order_by("moved_at", "pk").last()
    if last is None or seen is None or seen == place_seen(booking):
        return
    who, now = last.moved_by.full_name, uk_meeting(booking.starts_at, booking.ends_at)
    raise StaleVersion(
        theirs={},
        seen=place_seen(booking),
        saved_by=last.moved_by,
        saved_at=last.moved_at,
        sentence=f"{who} moved this meeting since you opened this page. It is now {now}, in"
        f" {booking.room.name}, with {booking.chair.full_name}. Move it again only if that is not right.",
    )


@operation(needs=Permission.SCHEDULE, retry=True)
def cancel(
    *, booking: Booking, reason: CancelReason | None, note: str = "", by: User, at: dt.datetime
) -> Booking:
    """Take a meeting out of the diary; its request waits to be scheduled again.

    Raises Refused where it is not in the diary any more, or where its record was begun.
    """
    refuse_all(missing(reason=(reason, "Select why it is cancelled")))
    assert reason is not None  # Refused above.
    gone = lock(booking)
    if is_begun(gone):
        raise Refused(f"{BEGUN}. Move it instead.")
    asked = lock(gone.request)
    take_out_of_diary(gone, Event.CANCEL, reason, note.strip(), writer=by, at=at)
    _step_request(asked, Event.UNBOOK, by)
    refresh(asked, met_by=by, at=at)
    return gone


def is_begun(meeting: Booking) -> bool:
    """Whether the record of a meeting in scope was begun."""
    records = MeetingRecord.objects.unscoped("whether the record of a meeting in scope was begun")
    return records.filter(booking=meeting).exists()


def take_out_of_diary(
    gone: Booking, event: Event, reason: CancelReason, note: str, *, writer: User, at: dt.datetime
) -> None:
    """A meeting that is held leaves the diary, and its people are told, for an operation that may do so."""
    gone.state = next_state(BOOKING, gone.state, event, *writer.roles)
    gone.cancelled_by, gone.cancelled_at, gone.cancel_reason, gone.cancel_note = writer, at, reason, note
    gone.save(update_fields=["state", "cancelled_by", "cancelled_at", "cancel_reason", "cancel_note"])
    record("booking.cancelled", gone, by=writer, at=at, detail={"reason": str(reason)})
    tell_of_meeting(Change.CANCELLED, gone, besides=writer, at=at)


def _place(
    room: Room | None,
    chair: User | None,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    late_reason: str,
    late_agreed_by: str,
) -> Place | None:
    """The place, where one was chosen whole."""
    if not (room and chair and starts_at and ends_at):
        return None
    return Place(room, chair, starts_at, ends_at, late_reason.strip(), late_agreed_by.strip())


def _problems(request: Request, place: Place | None, at: dt.datetime) -> list[Problem]:
    """What can be said without locking anything: the day, the time, the lateness."""
    if place is None:
        return [Problem(NO_PLACE, "slot")]
    day = rules.day_refused(place.day, bankholidays.england(), bankholidays.names())
    time = rules.time_refused(place.starts_at, place.ends_at, at)
    said = [Problem(sentence, field) for sentence, field in ((day, "date"), (time, "start")) if sentence]
    late = rules.late_problems(place.day, last_day(request), place.late_reason, place.late_agreed_by)
    return [*said, *late]


def _guard_room(room: Room, place: Place) -> None:
    """Asked of the room as it stands under the lock: it may have been shut since the page was opened."""
    if not room.is_active:
        raise Refused(f"{room.name} is no longer in use", "room")
    hours = room.opens_time, room.closes_time
    if words := rules.room_refused(room.name, *hours, place.starts_at, place.ends_at):
        raise Refused(words, "room")
    closed = closed_days(place.day, place.day).get(room.pk, ())
    if words := rules.closed_refused(room.name, closed, place.day):
        raise Refused(words, "room")


def _children(request: Request) -> list[Child]:
    asked = RequestedChild.objects.unscoped("the children of a request that is in scope")
    return [row.child for row in asked.filter(request=request).select_related("child")]


def _guard_day(request: Request, place: Place) -> None:
    """Asked of whoever got the slot: the many who did not are told without it."""
    born = [(one.display_name, one.birth_date) for one in _children(request)]
    if words := rules.grown_refused(born, place.day):
        raise Refused(words, "date")


def _guard_chair(request: Request, chair: User, at: dt.datetime) -> None:
    children = _children(request)
    if at_work_with(children)(chair) or chair.pk == request.requested_by_id:
        raise Refused(
            f"{chair.full_name} works with one of these children or manages who does, so cannot chair",
            "chair",
        )
    if not chairs_who_see(children, at).filter(pk=chair.pk).exists():
        raise Refused(f"{chair.full_name} cannot chair this conference: choose another chair", "chair")


def _guard_away(chair: User, day: dt.date) -> None:
    """Nobody is put into the diary on a day of their leave: who comes all the same takes it back first."""
    away = next(iter(away_days([chair.pk], day, day).get(chair.pk, ())), None)
    if away:
        raise Refused(
            f"{chair.full_name} is away from {uk_date(away.first)} to {uk_date(away.last)}", "chair"
        )


def _despite(request: Request, why: BookedDespite | None, words: str) -> dict[str, str]:
    """The columns of why; none where no child of the request goes another way."""
    going = another_way_in(request)
    if not going:
        return {}
    if why is None:
        raise Refused(
            f"Another way was decided for {joined(going)}. Select why there is a conference", "despite"
        )
    return {"despite": str(why), "despite_words": words.strip()}


def _keep_place(booking: Booking, reason: MoveReason, note: str, by: User, at: dt.datetime) -> BookingMove:
    """Where the meeting stands until now, with the reason why it moves."""
    left: BookingMove = BookingMove.objects.create(
        booking=booking,
        from_room_id=booking.room_id,
        from_chair_id=booking.chair_id,
        from_starts_at=booking.starts_at,
        from_ends_at=booking.ends_at,
        reason=reason,
        note=note,
        moved_by=by,
        moved_at=at,
    )
    return left


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


def _find_same(form_key: UUID, request: Request, place: Place, by: User, at: dt.datetime) -> Booking | None:
    """What this very form made before; Refused where the place is another's, None where it is free.

    Asked before the locks, so that the many who came too late do not queue, and again under them. The place
    is looked at first: what took it between the two questions may be this very form.
    """
    problem = _clash(place, by, at)
    sent = Booking.objects.unscoped("the booking that this very form made before").filter(form_key=form_key)
    again: Booking | None = sent.filter(request=request).first()
    if again is None and problem:
        refuse_all([problem])
    return again


def _refuse_clash(place: Place, besides: Booking, by: User, at: dt.datetime) -> None:
    """Asked before the locks and again under them, as above."""
    problem = _clash(place, by, at, besides)
    refuse_all([problem] if problem else [])


def _clash(place: Place, by: User, at: dt.datetime, besides: Booking | None = None) -> Problem | None:
    taken = clash(place.starts_at, place.ends_at, room=place.room, chair=place.chair, besides=besides)
    if taken["room"]:
        return Problem(f"{place.room.name} {TAKEN}", "room")
    if taken["chair"]:
        return Problem(f"{place.chair.full_name} {TAKEN}", "chair")
    return held_problem(place.room, place.chair, place.starts_at, place.ends_at, writer=by, at=at)


def _step_request(request: Request, event: Event, by: User) -> None:
    request.state = next_state(REQUEST, request.state, event, *by.roles)
    request.save(update_fields=["state"])
