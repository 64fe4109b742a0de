"""Who takes the minutes of a meeting: chosen when it is booked or later, and changed while it stands."""

from __future__ import annotations

import datetime as dt

from conferences.models import Booking
from conferences.operations.notices import tell
from conferences.operations.scheduling_place import (
    REFUSED_BY_DATABASE,
    TAKEN,
    Place,
    guard_minute_taker,
    lock_place,
)
from conferences.queries.scheduling import clash
from conferences.rules.notices import Change
from conferences.rules.workflow import BookingState
from safeguarding.audit import record
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission

CHANGED = "Somebody else chose since you opened this page who takes the minutes. Open the page again"


@operation(needs=Permission.SCHEDULE, retry=True, refuses=REFUSED_BY_DATABASE)
def choose_minute_taker(
    *, booking: Booking, minute_taker: User | None, seen: int | None, by: User, at: dt.datetime
) -> Booking:
    """Choose who takes the minutes of a meeting in the diary; None is nobody. `seen` is whose id was shown.

    Who took them before and who takes them now are told, and the chair. Raises Refused: taken then, the chair
    themselves, no role for it, a child out of their sight, their leave, a meeting that is over, and another
    choice since.
    """
    place = Place(booking.room, booking.chair, booking.starts_at, booking.ends_at, minute_taker=minute_taker)
    lock_place(place)
    meeting = lock(booking, "request", "chair")
    if meeting.state != BookingState.BOOKED:
        raise Refused("This meeting is not in the diary any more, so nobody can be chosen for its minutes.")
    if meeting.minute_taker_id == (minute_taker.pk if minute_taker else None):
        return meeting
    if meeting.minute_taker_id != seen:
        raise Refused(CHANGED, "minute_taker")
    guard_minute_taker(meeting.request, minute_taker, meeting.chair, place.day, at)
    _refuse_taken(meeting, minute_taker)
    before, meeting.minute_taker = meeting.minute_taker_id, minute_taker
    meeting.save(update_fields=["minute_taker"])
    now = minute_taker.pk if minute_taker else None
    record("booking.minutes", meeting, by=by, at=at, detail={"before": before, "now": now})
    told = {before, now, meeting.chair_id} - {None}
    day = day_of(meeting.starts_at)
    tell(Change.MINUTES, meeting, [pk for pk in told if pk], besides=by, day=day, at=at)
    return meeting


def leave_minutes(meeting: Booking, *, writer: User, at: dt.datetime) -> None:
    """Nobody takes the minutes of a meeting in the diary, for an operation by which whoever did leaves. Its
    chair is told.
    """
    left = lock(meeting)
    before, left.minute_taker = left.minute_taker_id, None
    left.save(update_fields=["minute_taker"])
    record("booking.minutes", left, by=writer, at=at, detail={"before": before, "now": None})
    tell(Change.MINUTES, left, [left.chair_id], besides=writer, day=day_of(left.starts_at), at=at)


def _refuse_taken(meeting: Booking, who: User | None) -> None:
    if who is None:
        return
    taken = clash(
        meeting.starts_at,
        meeting.ends_at,
        room=meeting.room,
        chair=meeting.chair,
        minute_taker=who,
        besides=meeting,
    )
    if taken["minute_taker"]:
        raise Refused(f"{who.full_name} {TAKEN}", "minute_taker")
