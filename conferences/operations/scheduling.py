"""Scheduling a conference, moving it, cancelling it. No two meetings share a moment of a room or a chair.

Everybody locks the room's row, then the chair's, then the request's, so that nobody waits for one who waits
for them; the database's exclusion constraint has the last word.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from conferences.models import Booking, BookingMove, MeetingRecord, Request, Room
from conferences.operations.duties_refresh import refresh
from conferences.operations.invitations_again import ask_again
from conferences.operations.invitations_links_ends import end_all, follow
from conferences.operations.notices import tell_of_meeting, tell_of_move
from conferences.operations.scheduling_holds import release_hold
from conferences.operations.scheduling_hours import guard_hours
from conferences.operations.scheduling_place import (
    NOT_LATE,
    REFUSED_BY_DATABASE,
    Late,
    Place,
    clashes_of,
    guard_away,
    guard_chair,
    guard_place,
    keep_own,
    lock_place,
    place_of,
    problems_of,
    refuse_clash,
    refuse_place,
)
from conferences.operations.thinking_time_slots import release_unfit
from conferences.queries.consultations import another_way_in
from conferences.queries.invitations_links import waiting_for_a_day
from conferences.queries.scheduling import (
    last_day,
)
from conferences.rules.consultations import BookedDespite
from conferences.rules.notices import Change
from conferences.rules.workflow import (
    BOOKING,
    REQUEST,
    BookingState,
    CancelReason,
    ChairReason,
    Event,
    MoveReason,
    next_state,
)
from safeguarding.audit import record
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as
from safeguarding.wording import joined, uk_meeting

BEGUN = "The record of this meeting has been started, so it cannot be"
ITS_PLACE = "Nothing is changed: the meeting stands there already. Choose another time, room or chair"
ENTERED = (
    "This meeting was entered as held, so it is not moved. If it was held at another time or place, cancel "
    "it and enter it again. If it was not held, cancel it and schedule it."
)
ENDS = (
    "Its chair says that it was adjourned, not quorate or abandoned, on the page of the record: what was "
    "written then stays."
)


@operation(needs=Permission.SCHEDULE, retry=True, refuses=REFUSED_BY_DATABASE)
def book(
    *,
    form_key: UUID,
    request: Request,
    room: Room | None,
    chair: User | None,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    late: Late = NOT_LATE,
    minute_taker: User | None = None,
    despite: BookedDespite | None = None,
    despite_words: str = "",
    room_reason: str = "",
    by: User,
    at: dt.datetime,
) -> Booking:
    """Put a request's conference into the diary; the same form sent twice gives the same booking.

    Raises Refused: no time chosen, a day off, a time past or taken, a late day without its reason, a room out
    of use, a chair who works the case or may not see a child, a request that is scheduled or withdrawn, and a
    child for whom another way was decided, without why the conference is held `despite` it; a room that
    lacks what is needed, without a `room_reason`; and somebody to take the minutes who is taken then, chairs
    it, may not see a child or has no such role. All that is wrong with the place is told at once.
    """
    place = place_of(room, chair, starts_at, ends_at, late, minute_taker, room_reason)
    refuse_place(problems_of(request, place, at), request, place, by, at)
    assert place is not None  # Refused above.
    if again := _find_same(form_key, request, place, by, at):
        return again
    held_room, held_chair = lock_place(place)
    asked = lock(request)
    if again := _find_same(form_key, request, place, by, at):
        return again
    place = guard_place(asked, place, held_room, held_chair, at)
    meant = despite_columns(asked, despite, despite_words)
    _ask_anew(asked, place, by, at)
    booking = put_into_diary(form_key, asked, place, meant, writer=by, at=at)
    refresh(asked, met_by=by, at=at)
    tell_of_meeting(Change.BOOKED, booking, besides=by, at=at)
    return booking


def _ask_anew(asked: Request, place: Place, writer: User, at: dt.datetime) -> None:
    """Where the last meeting of a request was at another time, its people are asked again: all but those who
    answered since it left the diary, who speak of the new one.
    """
    rows = Booking.objects.unscoped("whether a request in scope had a meeting before")
    last = rows.filter(request=asked).order_by("pk").last()
    if last is not None and last.starts_at != place.starts_at:
        ask_again(asked, since=last.cancelled_at or last.outcome_at, writer=writer, at=at)


def put_into_diary(
    form_key: UUID, request: Request, place: Place, meant: Mapping[str, str], *, writer: User, at: dt.datetime
) -> Booking:
    """A request that is held and waits gets this place, all of which was asked, for an operation."""
    step_request(request, Event.BOOK, writer)
    booking: Booking = Booking.objects.create(
        form_key=form_key,
        request=request,
        minute_taker=place.minute_taker,
        booked_by=writer,
        booked_at=at,
        **_columns(place, request),
        **meant,
    )
    detail: dict[str, object] = {"room": place.room.pk, "chair": place.chair.pk}
    if booking.entered_reason:
        detail["entered"] = booking.entered_reason
    record("booking.made", booking, by=writer, at=at, detail=detail)
    follow(booking)
    release_hold(writer)
    release_unfit(booking, writer=writer, at=at)
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
    late: Late = NOT_LATE,
    room_reason: str = "",
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Booking:
    """Give a meeting another place; the old one is kept with the reason. Who takes its minutes goes along.

    Where nothing else is told, why it is late holds on its day, and why this room in it. At another time, its
    people are asked again. Raises as book does; where its record was begun, for it is adjourned; and
    StaleVersion where it stands elsewhere than was `seen` (None: nothing was shown).
    """
    place = place_of(room, chair, starts_at, ends_at, late, booking.minute_taker, room_reason)
    place = place and keep_own(place, booking)
    found = missing(reason=(reason, "Select why it is moved")) + problems_of(booking.request, place, at)
    _refuse_unchanged(booking, place, found)
    refuse_place(found, booking.request, place, by, at, booking)
    assert place is not None and reason is not None  # Refused above.
    refuse_place(clashes_of(place, by, at, booking), booking.request, place, by, at, booking)
    held_room, held_chair = lock_place(place)
    moved = lock(booking, "request", "minute_taker")
    refuse_parted(moved, "request", booking.request)
    _guard_moving(moved, seen)
    place = keep_own(replace(place, minute_taker=moved.minute_taker), moved)
    refuse_clash(place, booking, by, at)
    _refuse_unchanged(moved, place)
    place = guard_place(moved.request, place, held_room, held_chair, at)
    moved.state = next_state(BOOKING, moved.state, Event.MOVE, *by.roles)
    left = _keep_place(moved, reason, note.strip(), by, at)
    columns = _columns(place, moved.request)
    for column, value in columns.items():
        setattr(moved, column, value)
    moved.save(update_fields=["state", *columns])
    follow(moved)
    record("booking.moved", moved, by=by, at=at, detail={"reason": str(reason)})
    if left.from_starts_at != moved.starts_at:
        ask_again(moved.request, writer=by, at=at)
    release_unfit(moved, writer=by, at=at)
    refresh(moved.request, met_by=by, at=at)
    tell_of_move(moved, left, besides=by, at=at)
    return moved


def pass_meeting_on(
    booking: Booking,
    chair: User,
    note: str,
    *,
    chair_reason: ChairReason | None = None,
    writer: User,
    at: dt.datetime,
) -> Booking:
    """Give a meeting another chair where it stands, ahead or held and not signed, for an operation.

    Raises Refused: out of the diary, a chair who is taken or away then, works the case or may not see a
    child.
    """
    place = Place(booking.room, chair, booking.starts_at, booking.ends_at)
    _, held_chair = lock_place(place)
    moved = lock(booking)
    if moved.state != BookingState.BOOKED or moved.chair_id != booking.chair_id:
        raise Refused("It is not in the diary with this chair any more")
    refuse_parted(moved, "room", place.room)
    refuse_clash(place, moved, writer, at)
    guard_chair(moved.request, held_chair, at)
    guard_away(held_chair, place.day, at)
    if chair_reason is None:
        # Who takes over with a reason says themselves that they come; whom others choose has their hours.
        guard_hours(held_chair, place.starts_at, place.ends_at, at)
    left = _keep_place(moved, MoveReason.CHAIR, note, writer, at, chair_reason)
    moved.chair = held_chair
    if moved.minute_taker_id == held_chair.pk:
        moved.minute_taker = None
    moved.save(update_fields=["chair", "minute_taker"])
    why = {"reason": str(MoveReason.CHAIR)} | ({"chair": str(chair_reason)} if chair_reason else {})
    record("booking.moved", moved, by=writer, at=at, detail=why)
    release_unfit(moved, writer=writer, at=at)
    refresh(moved.request, met_by=None, at=at)
    tell_of_move(moved, left, besides=writer, at=at)
    return moved


def _refuse_unchanged(booking: Booking, place: Place | None, besides: Sequence[Problem] = ()) -> None:
    """Nothing that is wrong with a place is of use where the meeting stands there already."""
    where = booking.room_id, booking.chair_id, booking.starts_at, booking.ends_at
    if place and where == place.where:
        refuse_all([*(one for one in besides if one.field == "reason"), Problem(ITS_PLACE, "slot")])


def place_seen(booking: Booking) -> str:
    """The mark of where a meeting stands, for the page on which it is moved."""
    place = (booking.room_id, booking.chair_id, booking.starts_at, booking.ends_at)
    return seen_as({str(number): part for number, part in enumerate(place)})


def _guard_moving(booking: Booking, seen: str | None) -> None:
    """Only what stands as it was seen, and is not held or begun, is moved."""
    _refuse_moved(booking, seen)
    if why := f"{BEGUN} moved. {ENDS}" if is_begun(booking) else booking.entered_reason and ENTERED:
        raise Refused(why)


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
        raise Refused(f"{BEGUN} cancelled. {ENDS}")
    asked = lock(gone.request)
    take_out_of_diary(gone, Event.CANCEL, reason, note.strip(), writer=by, at=at)
    step_request(asked, Event.UNBOOK, by)
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
    if event is not Event.CANCEL or not waiting_for_a_day().filter(request=gone.request_id).exists():
        end_all(gone.request, writer, at)
    record("booking.cancelled", gone, by=writer, at=at, detail={"reason": str(reason)})
    tell_of_meeting(Change.CANCELLED, gone, besides=writer, at=at)


def despite_columns(request: Request, why: BookedDespite | None, words: str) -> dict[str, str]:
    """The columns of why, for an operation that books; none where no child of the request goes another way.

    Raises Refused where one does and nobody says why.
    """
    going = another_way_in(request)
    if not going:
        return {}
    if why is None:
        raise Refused(
            f"Another way was decided for {joined(going)}. Select why there is a conference", "despite"
        )
    return {"despite": str(why), "despite_words": words.strip()}


def _keep_place(
    booking: Booking,
    reason: MoveReason,
    note: str,
    by: User,
    at: dt.datetime,
    chair_reason: ChairReason | None = None,
) -> BookingMove:
    """Where the meeting stands until now, with the reason why it moves."""
    left: BookingMove = BookingMove.objects.create(
        booking=booking,
        from_room_id=booking.room_id,
        from_chair_id=booking.chair_id,
        from_starts_at=booking.starts_at,
        from_ends_at=booking.ends_at,
        reason=reason,
        chair_reason=chair_reason or "",
        note=note,
        moved_by=by,
        moved_at=at,
    )
    return left


def _columns(place: Place, request: Request) -> dict[str, object]:
    """The place as columns; reasons for lateness only where it is late."""
    late = place.late if place.day > last_day(request) else NOT_LATE
    return {
        "room": place.room,
        "chair": place.chair,
        "starts_at": place.starts_at,
        "ends_at": place.ends_at,
        "room_lacks": place.room_lacks,
        "room_reason": place.room_reason,
        **late.columns(),
    }


def _find_same(form_key: UUID, request: Request, place: Place, by: User, at: dt.datetime) -> Booking | None:
    """What this very form made before; Refused where the place is another's, None where it is free.

    Asked before the locks, so that the many who came too late do not queue, and again under them. The place
    is looked at first: what took it between the two questions may be this very form.
    """
    problems = clashes_of(place, by, at)
    sent = Booking.objects.unscoped("the booking that this very form made before").filter(form_key=form_key)
    again: Booking | None = sent.filter(request=request).first()
    if again is None:
        refuse_place(problems, request, place, by, at)
    return again


def step_request(request: Request, event: Event, writer: User) -> None:
    """The request takes the step, for an operation that holds it."""
    request.state = next_state(REQUEST, request.state, event, *writer.roles)
    request.save(update_fields=["state"])
