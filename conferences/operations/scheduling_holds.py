"""Keeping a time free for somebody while they check what they chose."""

from __future__ import annotations

import datetime as dt

from conferences.models import Room, SlotHold
from conferences.queries.scheduling_holds import hold_of_another
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.policy.values import whole
from safeguarding.refusals import Problem, Refused
from safeguarding.rights import Permission
from safeguarding.wording import uk_time


@operation(needs=Permission.SCHEDULE, retry=True)
def hold_slot(
    *, room: Room, chair: User, starts_at: dt.datetime, ends_at: dt.datetime, by: User, at: dt.datetime
) -> SlotHold | None:
    """Keep a time free for `by`, instead of any other they held; None where the council holds none.

    Raises Refused where another person holds the room or the chair then.
    """
    minutes = whole("SLOT_HOLD_MINUTES", day_of(at))
    if not minutes:
        return None
    held_room, held_chair = lock(room), lock(chair)
    if problem := held_problem(held_room, held_chair, starts_at, ends_at, writer=by, at=at):
        raise Refused(problem.sentence, problem.field)
    until = at + dt.timedelta(minutes=minutes)
    facts = {"room": held_room, "chair": held_chair, "starts_at": starts_at, "ends_at": ends_at}
    return SlotHold.objects.update_or_create(holder=by, defaults=facts | {"until_at": until})[0]


def held_problem(
    room: Room, chair: User, starts_at: dt.datetime, ends_at: dt.datetime, *, writer: User, at: dt.datetime
) -> Problem | None:
    """That somebody else is about to book the room or the chair then."""
    hold = hold_of_another(starts_at, ends_at, room=room, chair=chair, besides=writer, at=at)
    if hold is None:
        return None
    what, field = (room.name, "room") if hold.room_id == room.pk else (chair.full_name, "chair")
    return Problem(
        f"{hold.holder.full_name} is booking {what} for that time, and has it until {uk_time(hold.until_at)}."
        " Choose another time, or ask them",
        field,
    )


def release_hold(writer: User) -> None:
    """What somebody held goes, for an operation that put it into the diary."""
    SlotHold.objects.filter(holder=writer).delete()
