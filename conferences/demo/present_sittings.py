"""A conference of the demo that ran out of time, and goes on another day."""

from __future__ import annotations

import datetime as dt
import uuid

from conferences.models import Booking
from conferences.operations import recording_outcomes
from conferences.rules.workflow import OutcomeReason
from safeguarding.clock import day_of


def out_of_time(
    booking: Booking, starts_at: dt.datetime, ends_at: dt.datetime, *, key: uuid.UUID, at: dt.datetime
) -> Booking:
    """It is adjourned to a time, in the same room and with the same chair."""
    late = min(child.due_date for child in booking.request.children.all()) < day_of(starts_at)
    return recording_outcomes.adjourn(
        form_key=key,
        booking=booking,
        room=booking.room,
        chair=booking.chair,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=OutcomeReason.TIME,
        words="The invented grandmother stays with the family until the meeting goes on.",
        late_reason="The first sitting ran out of time." if late else "",
        late_agreed_by="Tabitha Teamsworth and the chair" if late else "",
        by=booking.chair,
        at=at,
    )
