"""A conference of the demo that ran out of time, and goes on another day."""

from __future__ import annotations

import datetime as dt
import uuid

from conferences.models import Booking, Request
from conferences.operations import recording_outcomes
from conferences.operations.scheduling_place import NOT_LATE, Late
from conferences.rules.workflow import LateReason, OutcomeReason
from safeguarding.clock import day_of
from safeguarding.models import User


def agreed(request: Request, day: dt.date, why: LateReason, manager: User, chair: User) -> Late:
    """Why a meeting of a request is late and who agreed, where it is on a day."""
    is_late = min(child.due_date for child in request.children.all()) < day
    return Late(why, "", manager, chair) if is_late else NOT_LATE


def out_of_time(
    booking: Booking,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    manager: User,
    *,
    key: uuid.UUID,
    at: dt.datetime,
) -> Booking:
    """It is adjourned to a time, in the same room and with the same chair."""
    return recording_outcomes.adjourn(
        form_key=key,
        booking=booking,
        room=booking.room,
        chair=booking.chair,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=OutcomeReason.TIME,
        words="The invented grandmother stays with the family until the meeting goes on.",
        late=agreed(booking.request, day_of(starts_at), LateReason.SITTING, manager, booking.chair),
        by=booking.chair,
        at=at,
    )
