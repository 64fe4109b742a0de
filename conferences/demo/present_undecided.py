"""Two conferences of the demo's last days that nobody planned: too few came to one, one was entered later."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet

from conferences.demo.present import ENDS, STARTS, Present, unless_it_conflicts
from conferences.demo.present_sittings import agreed
from conferences.models import Booking, Request
from conferences.operations import recording
from conferences.operations.recording_outcomes import end_undecided
from conferences.operations.scheduling_entered import enter_held
from conferences.rules.workflow import (
    BookingState,
    EnteredReason,
    LateReason,
    OutcomeReason,
    RequestState,
)
from safeguarding.clock import day_of
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.workingdays import Calendar

WHY = "the demo's people go about their work"
# So many working days ago, at most.
LATELY = range(1, 6)
SAFE = "Those who came kept to the interim plan. The invented aunt stays with the family until the new date."


def tell_undecided(on: dt.date, calendar: Calendar) -> None:
    """To be called within the demo's transaction, after its present: the request that waits longest met too
    few lately, and the next was held at short notice and entered this morning.
    """
    present = Present(on, calendar)
    for request, tell in zip(_unscheduled(), (_too_few, _entered), strict=False):
        tell(present, request)


def _unscheduled() -> QuerySet[Request]:
    """Requests that were never in the diary, the oldest first."""
    requests = Request.objects.unscoped(WHY)
    met = Booking.objects.unscoped(WHY).filter(request=OuterRef("pk"))
    found: QuerySet[Request] = requests.filter(~Exists(met), state=RequestState.REQUESTED).order_by("pk")
    return found


def _free(present: Present, request: Request) -> tuple[dt.date, int] | None:
    """The last day after that of the request on which a pair of room and chair is free, and the pair."""
    for back in LATELY:
        day = present.calendar.add(present.on, -back).due
        for pair in range(len(present.rooms)):
            if day > day_of(request.requested_at) and (day, pair) not in present.taken:
                present.taken.add((day, pair))
                return day, pair
    return None


def _too_few(present: Present, request: Request) -> None:
    place = _free(present, request)
    if place is None:
        return
    day, pair = place
    booked = present.moment(present.calendar.add(day_of(request.requested_at), 1).due, 9)
    meeting = present.book_at(request, day, pair, booked)
    if meeting is None:
        return
    at, chair = present.moment(day, STARTS, 20), meeting.chair
    record = recording.open_record(booking=meeting, by=chair, at=at)
    worker = recording.Attendee(request.requested_by.full_name, "Social worker", SOCIAL_CARE, "IN_PERSON")
    recording.save_common(
        record=record, version=record.version, values={}, attendances=[worker], by=chair, at=at
    )
    end_undecided(
        booking=meeting,
        outcome=BookingState.INQUORATE,
        reason=OutcomeReason.TOO_FEW,
        words=SAFE,
        by=chair,
        at=present.moment(day, STARTS, 40),
    )


def _entered(present: Present, request: Request) -> None:
    place = _free(present, request)
    if place is None:
        return
    day, pair = place
    unless_it_conflicts(
        lambda: enter_held(
            form_key=present.key(),
            request=request,
            room=present.rooms[pair],
            chair=present.cast.chairs[pair],
            starts_at=present.moment(day, STARTS),
            ends_at=present.moment(day, ENDS),
            entered_reason=EnteredReason.URGENT,
            late=agreed(
                request, day, LateReason.INTERPRETER, present.cast.manager, present.cast.chairs[pair]
            ),
            by=present.cast.support,
            at=present.moment(present.on, 7),
        )
    )
