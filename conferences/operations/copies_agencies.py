"""The chair says whether agencies read of a child whose record is restricted: in invitations and copies."""

from __future__ import annotations

import datetime as dt

from conferences.models import Booking, RequestedChild
from conferences.operations.duties_refresh import refresh
from conferences.operations.recording import guard_chair
from conferences.queries.copies_agencies import is_said
from conferences.rules.copies_agencies import ForAgencies
from conferences.rules.workflow import BookingState
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted, refuse_unseen
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission

OPEN = "The record of this child is not restricted: agencies read of them as of every child."
OVER = "This meeting is not in the diary and was not held, so nobody is told anything of it."


@operation(needs=Permission.RECORD_CONFERENCE)
def say_for_agencies(
    *,
    booking: Booking,
    asked: RequestedChild,
    answer: ForAgencies | None,
    reason: str,
    by: User,
    at: dt.datetime,
) -> RequestedChild:
    """What the chair says last counts; what was said before stays in the history. Said twice the same, it is
    said once.

    Raises Refused (403) to all but the chair of the meeting, for a child whose record is not restricted,
    without an answer or a reason, and for a meeting that nobody has copies of.
    """
    meeting = lock(booking)
    held = lock(asked, "child")
    refuse_parted(held, "request", meeting.request)
    refuse_unseen(by, meeting)
    guard_chair(meeting, by)
    if meeting.state not in (BookingState.BOOKED, BookingState.HELD):
        raise Refused(OVER)
    if not held.child.is_restricted:
        raise Refused(OPEN)
    refuse_all(
        missing(
            answer=(answer, "Select whether agencies read of this child"),
            reason=(reason, "Enter why"),
        )
    )
    is_read, words = answer is ForAgencies.YES, reason.strip()
    if is_said(held) and (held.for_agencies, held.for_agencies_reason) == (is_read, words):
        return held
    held.for_agencies, held.for_agencies_reason = is_read, words
    held.for_agencies_by, held.for_agencies_at = by, at
    held.save(update_fields=["for_agencies", "for_agencies_reason", "for_agencies_by", "for_agencies_at"])
    audit.record("child.for_agencies", held, by=by, at=at, detail={"read": is_read})
    refresh(meeting, met_by=by, at=at)
    return held
