"""A meeting that ends, or does not begin, without a decision: not quorate, adjourned to a day, or abandoned.

The statutory day stays as it was (R1 never stops); the new date has a local limit beside it (R17).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import UUID

from conferences.models import Attendance, Booking, Room
from conferences.operations.duties_refresh import refresh
from conferences.operations.invitations_again import ask_again
from conferences.operations.notices import tell_of_meeting
from conferences.operations.recording import guard_chair
from conferences.operations.scheduling import put_into_diary, step_request
from conferences.operations.scheduling_place import (
    NO_PLACE,
    NOT_LATE,
    REFUSED_BY_DATABASE,
    Late,
    Place,
    away_words,
    clashes_of,
    guard_place,
    lock_place,
    place_of,
    problems_of,
    refuse_place,
)
from conferences.queries.recording import quoracy_of
from conferences.queries.scheduling import clash
from conferences.rules.notices import Change
from conferences.rules.workflow import (
    BOOKING,
    OUTCOME_REASONS,
    BookingState,
    Event,
    OutcomeReason,
    next_state,
)
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_day

ENDS = {
    BookingState.INQUORATE: (Event.FIND_INQUORATE, Change.INQUORATE),
    BookingState.ABANDONED: (Event.ABANDON, Change.ABANDONED),
}
# What a booking keeps of how it ended.
OUTCOME = ("state", "outcome_reason", "outcome_words", "outcome_by", "outcome_at", "never_began")
HOW = "Select how the meeting ended"
SAY_WHO = "Record first who attended: that too few agencies came is worked out from it"
QUORATE = "By the attendance that is recorded this meeting was quorate. Correct it, or select another outcome"
SAFE = "Enter what was done, and what keeps the children safe until the new date"


@operation(needs=Permission.RECORD_CONFERENCE, retry=True)
def end_undecided(
    *,
    booking: Booking,
    outcome: BookingState | None,
    reason: OutcomeReason | None,
    words: str,
    by: User,
    at: dt.datetime,
) -> Booking:
    """Say as its chair that a meeting was not quorate or was abandoned; its request waits for a new date.

    What was written stays with the meeting, unsigned. Raises Refused: what or why is missing, before its
    day, to all but the chair, out of the diary, and inquorate where the attendance says otherwise.
    """
    refuse_all(
        [
            *missing(outcome=(outcome if outcome in ENDS else None, HOW)),
            *outcome_problems(outcome, reason, words),
        ]
    )
    assert outcome is not None and reason is not None  # Refused above.
    event, change = ENDS[outcome]
    meeting = lock(booking)
    _guard(meeting, by, at)
    if outcome is BookingState.INQUORATE:
        refuse_quorate(meeting)
    request = lock(meeting.request)
    _end(meeting, event, reason, words, by, at)
    step_request(request, Event.UNBOOK, by)
    refresh(request, met_by=by, at=at)
    tell_of_meeting(change, meeting, besides=by, at=at)
    return meeting


@operation(needs=Permission.RECORD_CONFERENCE, retry=True, refuses=REFUSED_BY_DATABASE)
def adjourn(
    *,
    form_key: UUID,
    booking: Booking,
    room: Room | None,
    chair: User | None,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    reason: OutcomeReason | None,
    words: str,
    late: Late = NOT_LATE,
    room_reason: str = "",
    by: User,
    at: dt.datetime,
) -> Booking:
    """Adjourn a meeting as its chair to another day: gives the meeting of that day, at which the begun record
    goes on. Who takes the minutes goes along where they are free and there then.

    The same form sent twice gives the same meeting. Raises as end_undecided and as booking a place do.
    """
    place = place_of(room, chair, starts_at, ends_at, late, None, room_reason)
    said = outcome_problems(BookingState.ADJOURNED, reason, words)
    refuse_place([*said, *problems_of(booking.request, place, at)], booking.request, place, by, at, booking)
    assert place is not None and reason is not None, NO_PLACE
    if again := _find_next(form_key, booking):
        return again
    held_room, held_chair = lock_place(_with_minutes(place, booking, at))
    meeting = lock(booking, "minute_taker")
    if again := _find_next(form_key, booking):
        return again
    _guard(meeting, by, at)
    request = lock(meeting.request)
    refuse_parted(meeting, "request", request)
    _end(meeting, Event.ADJOURN, reason, words, by, at)
    place = _with_minutes(place, meeting, at)
    refuse_place(clashes_of(place, by, at, meeting), request, place, by, at, meeting)
    place = guard_place(request, place, held_room, held_chair, at)
    step_request(request, Event.UNBOOK, by)
    meant = {"despite": meeting.despite, "despite_words": meeting.despite_words}
    ask_again(request, writer=by, at=at)
    following = put_into_diary(form_key, request, place, meant, writer=by, at=at)
    refresh(request, met_by=by, at=at)
    tell_of_meeting(Change.ADJOURNED, following, besides=by, at=at)
    return following


def outcome_problems(outcome: BookingState | None, reason: OutcomeReason | None, words: str) -> list[Problem]:
    """What is missing of why a meeting ended and what follows, or does not belong to how it ended."""
    found = missing(reason=(reason, "Select why"), words=(words, SAFE))
    if outcome and reason and reason not in OUTCOME_REASONS.get(outcome, ()):
        found.append(Problem("Select a reason that belongs to how the meeting ended", "reason"))
    return found


def _guard(meeting: Booking, by: User, at: dt.datetime) -> None:
    guard_chair(meeting, by)
    if meeting.state != BookingState.BOOKED:
        raise Refused("This meeting is not in the diary any more: it was held, cancelled or has ended.")
    if day_of(at) < day_of(meeting.starts_at):
        day = uk_day(meeting.starts_at)
        raise Refused(f"You can say how this meeting ended from its day on, {day}. Until then, move it.")


def refuse_quorate(meeting: Booking) -> None:
    """Raises Refused where the attendance that is recorded does not say that too few agencies came."""
    rows = Attendance.objects.unscoped("who attended a meeting in scope").filter(record__booking=meeting)
    people = list(rows)
    if not people:
        raise Refused(SAY_WHO, "outcome")
    if quoracy_of(people, day_of(meeting.starts_at)).is_quorate:
        raise Refused(QUORATE, "outcome")


def _end(
    meeting: Booking, event: Event, reason: OutcomeReason, words: str, by: User, at: dt.datetime
) -> None:
    """The meeting is over, and gives its room and people free where it ended early, or before it began."""
    meeting.state = next_state(BOOKING, meeting.state, event, *by.roles)
    meeting.outcome_reason, meeting.outcome_words = str(reason), words.strip()
    meeting.outcome_by, meeting.outcome_at = by, at
    if meeting.starts_at < at < meeting.ends_at:
        meeting.ends_at = at
    meeting.never_began = at <= meeting.starts_at
    meeting.save(update_fields=[*OUTCOME, "ends_at"])
    detail = {"outcome": meeting.state, "reason": str(reason)}
    audit.record("booking.undecided", meeting, by=by, at=at, detail=detail)


def _with_minutes(place: Place, meeting: Booking, at: dt.datetime) -> Place:
    """The place with who takes the minutes of the meeting, where they are free and there then, and do not
    chair it.
    """
    who = meeting.minute_taker
    if who is None or who.pk == place.chair.pk or away_words(who, place.day, at):
        return place
    span = place.starts_at, place.ends_at
    taken = clash(*span, room=place.room, chair=place.chair, minute_taker=who, besides=meeting)
    return place if taken["minute_taker"] else replace(place, minute_taker=who)


def _find_next(form_key: UUID, meeting: Booking) -> Booking | None:
    """What this very form made before."""
    sent = Booking.objects.unscoped("the meeting that this very form made before").filter(form_key=form_key)
    found: Booking | None = sent.filter(request=meeting.request_id).first()
    return found
