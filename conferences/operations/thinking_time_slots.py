"""Protected time in a chair's diary: planned, moved and given up; what is booked and this take turns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from conferences.models import Booking, Request, ThinkingSlot, ThinkingTime
from conferences.operations.notices import tell
from conferences.queries.scheduling import standing_bookings, standing_slots
from conferences.queries.thinking_time import ended_on, is_owed, not_the_holder
from conferences.rules import scheduling as rules
from conferences.rules.notices import Change
from conferences.rules.workflow import OPEN_REQUESTS, ThinkingTimeState
from safeguarding import audit, bankholidays
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, lock_rows, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NOT_OWED = "This thinking time was held, or its request is over, so no time is planned for it."
TAKEN = "You have a meeting, or time to think, at that time"
NO_TIME = "Enter the day and the time"
REFUSED_BY_DATABASE: dict[str, str | tuple[str, str]] = {
    "thinkingslot_chair_free": (TAKEN, "start"),
    "thinkingslot_beside_meetings": (TAKEN, "start"),
    "thinkingslot_one_a_session": "Somebody planned time for it a moment ago. Open the page again.",
}


@operation(needs=Permission.HOLD_THINKING_TIME, retry=True, refuses=REFUSED_BY_DATABASE)
def plan(
    *,
    session: ThinkingTime,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    by: User,
    at: dt.datetime,
) -> ThinkingSlot:
    """Keep a time of one's own diary free for it; planned anew, the time before is given up.

    Refused: another's conference, a time past, taken or after the conference, a day off, and what is over.
    """
    if starts_at is None or ends_at is None:
        raise Refused(NO_TIME, "date")
    refuse_all(_problems(starts_at, ends_at, at))
    chair, request = lock(by), lock(session.request)
    held = lock(session)
    refuse_parted(held, "request", request)
    waits = held.state == ThinkingTimeState.DUE or is_owed(held)
    if not waits or held.in_error or request.state not in OPEN_REQUESTS:
        raise Refused(NOT_OWED)
    # Who moves the meeting to another chair holds it, and lets go of what the one before planned.
    lock_rows(standing_bookings().filter(request=request))
    if sentence := not_the_holder(held, by):
        raise Refused(sentence)
    meets = ended_on(request)
    if meets is not None and day_of(starts_at) > meets:
        raise Refused(f"Time to think comes before the conference of {uk_date(meets)}", "date")
    _give_up(held, by, at)
    _refuse_taken(chair, starts_at, ends_at)
    made: ThinkingSlot = ThinkingSlot.objects.create(
        session=held, chair=chair, starts_at=starts_at, ends_at=ends_at, planned_by=by, planned_at=at
    )
    audit.record("thinking_time.planned", made, by=by, at=at, detail={"session": held.pk})
    return made


def _problems(starts_at: dt.datetime, ends_at: dt.datetime, at: dt.datetime) -> list[Problem]:
    day = rules.day_refused(day_of(starts_at), bankholidays.england(), bankholidays.names())
    time = rules.time_refused(starts_at, ends_at, at)
    said = ((day.replace("Conferences are", "Time to think is"), "date"), (time, "start"))
    return [Problem(sentence.replace("conference", "time"), field) for sentence, field in said if sentence]


def _refuse_taken(chair: User, starts_at: dt.datetime, ends_at: dt.datetime) -> None:
    """Asked under the chair's lock: whoever books takes it first too."""
    span = {"chair": chair, "starts_at__lt": ends_at, "ends_at__gt": starts_at}
    if standing_bookings().filter(**span).exists() or standing_slots().filter(**span).exists():
        raise Refused(TAKEN, "start")


@operation(needs=Permission.HOLD_THINKING_TIME)
def give_up(*, slot: ThinkingSlot, by: User, at: dt.datetime) -> ThinkingSlot:
    """The time is free again for meetings. Refused to all but its chair, and twice."""
    session = lock(slot.session)
    if slot.chair_id != by.pk:
        raise Refused("Only whose diary it is can give up this time.")
    gone = _give_up(session, by, at)
    if not gone:
        raise Refused("This time was given up already.")
    return gone[0]


def _give_up(session: ThinkingTime, writer: User, at: dt.datetime) -> list[ThinkingSlot]:
    gone = lock_rows(standing_slots().filter(session=session))
    for slot in gone:
        _end(slot, writer, at)
    return gone


def release(of: Request | ThinkingTime, *, writer: User, at: dt.datetime) -> None:
    """The time ahead that was planned for it is free again: held or over, for the operation that says so.
    Whose diary it is in is told.
    """
    _free(_ahead(of, at), writer, at)


def _free(slots: Iterable[ThinkingSlot], writer: User, at: dt.datetime) -> None:
    for slot in slots:
        _end(slot, writer, at)
        tell(Change.THINKING_FREED, slot.session.request, [slot.chair_id], besides=writer, at=at)


def release_unfit(meeting: Booking, *, writer: User, at: dt.datetime) -> None:
    """What another than the meeting's chair planned for it is free again, and what comes after it now; for
    the operation that gave it a place.
    """
    meets, ahead = day_of(meeting.starts_at), _ahead(meeting.request, at)
    unfit = [slot for slot in ahead if slot.chair_id != meeting.chair_id or day_of(slot.starts_at) > meets]
    _free(unfit, writer, at)


def _ahead(of: Request | ThinkingTime, at: dt.datetime) -> list[ThinkingSlot]:
    whose = {"session__request": of} if isinstance(of, Request) else {"session": of}
    ahead = standing_slots().filter(starts_at__gt=at, **whose)
    return lock_rows(ahead.select_related("session__request"))


def _end(slot: ThinkingSlot, writer: User, at: dt.datetime) -> None:
    slot.cancelled_by, slot.cancelled_at = writer, at
    slot.save(update_fields=["cancelled_by", "cancelled_at"])
    audit.record("thinking_time.given_up", slot, by=writer, at=at, detail={"session": slot.session_id})
