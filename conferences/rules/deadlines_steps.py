"""What may be done with a duty besides doing it, and until when one may be put off. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conferences.rules.deadlines import DEADLINES, Code, Holder
from safeguarding.labelled import Labelled
from safeguarding.rights import Permission as P
from safeguarding.rights import Role, holds
from safeguarding.wording import counted, uk_day

CONFERENCES = (Code.HOLD_CONFERENCE, Code.HOLD_TRANSFER_IN, Code.HOLD_REVIEW)
REQUESTS = (Code.REQUEST_CONFERENCE, Code.REQUEST_TRANSFER_IN, Code.REQUEST_REVIEW)
# What leads to a conference that the law sets the day of: it is put off no further than that day.
BEFORE_CONFERENCE = (
    *REQUESTS,
    Code.SCHEDULE_REQUEST,
    Code.INVITE,
    Code.CHASE_REPORTS,
    Code.SHARE_REPORTS,
    Code.ANSWER_QUORUM,
    Code.TELL_EXCLUDED,
    Code.SPEAK_BEFORE,
    Code.BOOK_NEW_DATE,
    Code.GIVE_ACCOUNT,
    Code.DECIDE_CONSULTATION,
    Code.ASK_AGREED,
    Code.HOLD_THINKING_TIME,
)

# What the chair of one meeting alone may do: where they have left, no other chair can.
OF_ONE_CHAIR = [row.code for row in DEADLINES if (row.holder, row.role) == (Holder.CHAIR, Role.CHAIR)]

# "KIND ROLE" of each deadline and each role that may act on it; and of those that take note of what is
# passed up as well.
ACTS = [f"{row.code} {role}" for row in DEADLINES for role in row.able]
NOTES = [str(role) for role in Role if holds(role, P.ACKNOWLEDGE_ESCALATION)]
TAKES = [*ACTS, *(f"{row.code} {role}" for row in DEADLINES for role in NOTES)]


class Step(Labelled):
    """A step of a duty's chain."""

    ACKNOWLEDGED = "ACKNOWLEDGED", "Acknowledged"
    PUT_OFF = "PUT_OFF", "Put off"
    GIVEN = "GIVEN", "Given to somebody else"


@dataclass(frozen=True)
class PutOffLimit:
    """The last day until which a duty may be put off: `law` sets one for it, or for what it leads to, and
    whatever the law says `longest` is the last, some `months` from today.
    """

    law: dt.date | None
    longest: dt.date
    months: int

    @property
    def last(self) -> dt.date:
        return min(self.law, self.longest) if self.law else self.longest

    @property
    def why(self) -> str:
        """Why it is the last, after a colon."""
        if self.law == self.last:
            return "that is the day set by law"
        return f"nothing is put off for longer than {counted(self.months, 'month', 'months')}"

    def is_over(self, on: dt.date) -> bool:
        """Whether the law's day is today or past, so that it may not be put off at all."""
        return self.law is not None and self.law <= on


def put_off_refused(until: dt.date | None, on: dt.date, limit: PutOffLimit) -> str:
    """Why a duty may not be put off until a day, as a sentence; "" where it may. A day far ahead, or a year
    mistyped, would take it off every list for good.
    """
    if limit.law is not None and limit.is_over(on):
        return f"The law sets {uk_day(limit.law)} for this, so it cannot be put off"
    if until is None:
        return "Enter the day until which it is put off"
    if until <= on:
        return "The day must be after today"
    return "" if until <= limit.last else f"The day must be {uk_day(limit.last)} or earlier: {limit.why}"
