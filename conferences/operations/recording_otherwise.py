"""How a meeting ended, told otherwise: another reason or other words, or that it did not end after all."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.apps import apps

from conferences.models import Booking, ChildPart, Request, RequestedChild
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell_of_meeting
from conferences.operations.recording import guard_chair
from conferences.operations.recording_outcomes import (
    ENDS,
    HOW,
    OUTCOME,
    outcome_problems,
    refuse_quorate,
)
from conferences.operations.scheduling import step_request
from conferences.operations.scheduling_place import (
    REFUSED_BY_DATABASE,
    Place,
    lock_place,
    refuse_clash,
)
from conferences.rules.notices import Change
from conferences.rules.workflow import (
    BOOKING,
    STANDING,
    UNDECIDED,
    BookingState,
    Event,
    OutcomeReason,
    RequestState,
    next_state,
)
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission

NOT_ENDED = "This meeting did not end without a decision, so there is nothing to tell otherwise."
ADJOURNED = "This meeting was adjourned to another day: its reason and words can be told otherwise, not that"
WITHDRAWN = "The request was closed since, so the meeting cannot be put back into the diary."
OTHER_CHILDREN = (
    "Other children are asked for than when this meeting was recorded, so it cannot be put back. Schedule the"
    " new date, or enter the conference as held."
)
ANOTHER = (
    "Meeting {number} is in the diary for this request since. Cancel that one first, if this meeting did not "
    "end after all."
)


@operation(needs=Permission.RECORD_CONFERENCE, retry=True)
def tell_otherwise(
    *,
    booking: Booking,
    outcome: BookingState | None,
    reason: OutcomeReason | None,
    words: str,
    by: User,
    at: dt.datetime,
) -> Booking:
    """Say otherwise as its chair how a meeting ended, why, or what follows. The history keeps what was told.

    Raises Refused: what or why is missing, of a meeting that did not end so, to all but its chair, not
    quorate where the attendance says otherwise, and an adjourned one that is to have ended in another way.
    """
    refuse_all(
        [
            *missing(outcome=(outcome if outcome in UNDECIDED else None, HOW)),
            *outcome_problems(outcome, reason, words),
        ]
    )
    assert outcome is not None and reason is not None  # Refused above.
    meeting = lock(booking)
    guard_chair(meeting, by)
    if meeting.state not in UNDECIDED:
        raise Refused(NOT_ENDED)
    told = outcome, str(reason), words.strip()
    if told == (meeting.state, meeting.outcome_reason, meeting.outcome_words):
        return meeting
    is_another = outcome != meeting.state
    if is_another and outcome not in ENDS or is_another and meeting.state == BookingState.ADJOURNED:
        raise Refused(ADJOURNED, "outcome")
    if is_another and outcome is BookingState.INQUORATE:
        refuse_quorate(meeting)
    if is_another:
        meeting.state = next_state(BOOKING, meeting.state, ENDS[outcome][0], *by.roles)
    meeting.outcome_reason, meeting.outcome_words = str(reason), words.strip()
    meeting.outcome_by, meeting.outcome_at = by, at
    meeting.save(update_fields=OUTCOME)
    detail = {"outcome": meeting.state, "reason": str(reason)}
    audit.record("booking.undecided_otherwise", meeting, by=by, at=at, detail=detail)
    if is_another:
        refresh(lock(meeting.request), met_by=by, at=at)
        tell_of_meeting(ENDS[outcome][1], meeting, besides=by, at=at)
    return meeting


@operation(needs=Permission.RECORD_CONFERENCE, retry=True, refuses=REFUSED_BY_DATABASE)
def put_back(*, booking: Booking, words: str, by: User, at: dt.datetime) -> Booking:
    """Say as its chair that a meeting did not end without a decision after all, and why it was told so: it is
    in the diary again, at its time, with the record as it was left.

    Raises Refused: without why, of a meeting that did not end so, to all but its chair; where another meeting
    of its request is in the diary since, the request is closed or has other children, or room or people are
    taken then.
    """
    refuse_all(missing(put_back_words=(words, "Say how it came to be told that the meeting had ended")))
    place = Place(
        booking.room,
        booking.chair,
        booking.starts_at,
        _was_to_end(booking),
        minute_taker=booking.minute_taker,
    )
    refuse_clash(place, booking, by, at)
    lock_place(place)
    meeting = lock(booking)
    guard_chair(meeting, by)
    if meeting.state not in UNDECIDED:
        raise Refused(NOT_ENDED)
    request = lock(meeting.request)
    refuse_parted(meeting, "request", request)
    _guard_request(request)
    _guard_children(meeting)
    refuse_clash(place, meeting, by, at)
    meeting.ends_at = place.ends_at
    detail = {"outcome": meeting.state, "reason": meeting.outcome_reason}
    meeting.state = next_state(BOOKING, meeting.state, Event.PUT_BACK, *by.roles)
    meeting.outcome_reason, meeting.outcome_words, meeting.never_began = "", "", False
    meeting.outcome_by, meeting.outcome_at = None, None
    meeting.put_back_by, meeting.put_back_at, meeting.put_back_words = by, at, words.strip()
    meeting.save(update_fields=[*OUTCOME, "ends_at", "put_back_by", "put_back_at", "put_back_words"])
    step_request(request, Event.BOOK, by)
    audit.record("booking.put_back", meeting, by=by, at=at, detail=detail)
    refresh(request, met_by=by, at=at)
    tell_of_meeting(Change.PUT_BACK, meeting, besides=by, at=at)
    return meeting


def _was_to_end(booking: Booking) -> dt.datetime:
    """When it was to end before it was said to have ended early, by its history."""
    history: Any = apps.get_model("conferences", "BookingEvent")
    stood = history.objects.filter(pgh_obj=booking, state=BookingState.BOOKED, starts_at=booking.starts_at)
    ends: dt.datetime | None = stood.order_by("-pgh_id").values_list("ends_at", flat=True).first()
    return ends or booking.ends_at


def _guard_children(meeting: Booking) -> None:
    """The record that was begun is about the children who are asked for now: no decision is missed."""
    parts = ChildPart.objects.unscoped("of whom a record in scope tells").filter(record__booking=meeting)
    told = set(parts.values_list("requested_child", flat=True))
    asked = RequestedChild.objects.unscoped("the children of a request in scope")
    if told and told != set(asked.filter(request=meeting.request_id).values_list("pk", flat=True)):
        raise Refused(OTHER_CHILDREN)


def _guard_request(request: Request) -> None:
    standing = Booking.objects.unscoped("the meeting that stands for a request in scope")
    other = standing.filter(request=request, state__in=STANDING).values_list("pk", flat=True).first()
    if other:
        raise Refused(ANOTHER.format(number=other))
    if request.state != RequestState.REQUESTED:
        raise Refused(WITHDRAWN)
