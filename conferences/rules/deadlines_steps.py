"""What may be done with a duty besides doing it, and until when one may be put off. Pure."""

from __future__ import annotations

import datetime as dt

from conferences.rules.deadlines import DEADLINES, Code
from safeguarding.labelled import Labelled
from safeguarding.rights import Permission as P
from safeguarding.rights import Role, holds
from safeguarding.wording import uk_day

CONFERENCES = (Code.HOLD_CONFERENCE, Code.HOLD_TRANSFER_IN, Code.HOLD_REVIEW)
REQUESTS = (Code.REQUEST_CONFERENCE, Code.REQUEST_TRANSFER_IN, Code.REQUEST_REVIEW)
# What leads to a conference that the law sets the day of: it is put off no further than that day.
BEFORE_CONFERENCE = (
    *REQUESTS,
    Code.SCHEDULE_REQUEST,
    Code.GIVE_ACCOUNT,
    Code.DECIDE_CONSULTATION,
    Code.HOLD_THINKING_TIME,
)

# "KIND ROLE" of each deadline and each role that may act on it; and of those that take note of what is
# passed up as well.
ACTS = [f"{row.code} {role}" for row in DEADLINES for role in Role if holds(role, row.acts)]
NOTES = [str(role) for role in Role if holds(role, P.ACKNOWLEDGE_ESCALATION)]
TAKES = [*ACTS, *(f"{row.code} {role}" for row in DEADLINES for role in NOTES)]


class Step(Labelled):
    """A step of a duty's chain."""

    ACKNOWLEDGED = "ACKNOWLEDGED", "Acknowledged"
    PUT_OFF = "PUT_OFF", "Put off"
    GIVEN = "GIVEN", "Given to somebody else"


def put_off_refused(until: dt.date | None, on: dt.date, limit: dt.date | None) -> str:
    """Why a duty may not be put off until a day, as a sentence; "" where it may.

    `limit` is the day that the law sets for it, or for what it leads to; None where the law sets none.
    """
    if limit is not None and limit <= on:
        return f"The law sets {uk_day(limit)} for this, so it cannot be put off"
    if until is None:
        return "Enter the day until which it is put off"
    if until <= on:
        return "The day must be after today"
    if limit is not None and until > limit:
        return f"The day must be {uk_day(limit)} or earlier: that is the day set by law"
    return ""
