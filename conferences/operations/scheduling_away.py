"""Moving several meetings of a chair who is away in one step, each by the operation that moves any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from conferences.models import Booking, Room
from conferences.operations.scheduling import move
from conferences.operations.scheduling_place import WHY_THIS_ROOM
from conferences.rules.workflow import MoveReason
from safeguarding.models import User
from safeguarding.operation import operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission

BY_ITSELF = "Move it on its own page: there you choose another room, or enter why this one all the same"
NOTHING = "Select at least one meeting to move"


@dataclass(frozen=True)
class Moving:
    """A meeting and the place that was approved for it; `seen` is the mark of where it stood."""

    booking: Booking
    room: Room
    chair: User
    starts_at: dt.datetime
    ends_at: dt.datetime
    seen: str


@dataclass(frozen=True)
class Moved:
    """What became of one: "" where it is moved, else why it is not."""

    booking: Booking
    why_not: str


@operation(needs=Permission.SCHEDULE, whole=False)
def move_together(*, moves: Sequence[Moving], note: str = "", by: User, at: dt.datetime) -> list[Moved]:
    """Move each meeting to its place, because its chair cannot come; one that cannot be moved stays, and is
    told with why, and the others are moved all the same.

    Raises Refused where none is chosen.
    """
    if not moves:
        raise Refused(NOTHING, "moves")
    return [Moved(one.booking, _why_not(one, note, by, at)) for one in moves]


def _why_not(one: Moving, note: str, writer: User, at: dt.datetime) -> str:
    place = {"room": one.room, "chair": one.chair, "starts_at": one.starts_at, "ends_at": one.ends_at}
    try:
        move(
            booking=one.booking,
            **place,  # type: ignore[arg-type]
            reason=MoveReason.CHAIR,
            note=note,
            seen=one.seen,
            by=writer,
            at=at,
        )
    except Refused as refused:
        if refused.field != "room_reason":
            return refused.sentence
        return f"{refused.sentence.removesuffix(WHY_THIS_ROOM)}{BY_ITSELF}"
    return ""
