"""Another chair takes a meeting over on its day: one step, with a coded reason, and all concerned told."""

from __future__ import annotations

import datetime as dt

from conferences.models import Booking
from conferences.operations.scheduling import pass_meeting_on
from conferences.operations.scheduling_place import REFUSED_BY_DATABASE
from conferences.rules.scheduling import takeover_refused
from conferences.rules.workflow import ChairReason
from safeguarding.bankholidays import england
from safeguarding.models import User
from safeguarding.operation import operation
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission


@operation(needs=Permission.SCHEDULE, retry=True, refuses=REFUSED_BY_DATABASE)
def take_over(
    *,
    booking: Booking,
    chair: User | None,
    reason: ChairReason | None,
    note: str = "",
    seen: int | None = None,
    by: User,
    at: dt.datetime,
) -> Booking:
    """Let another chair take over from the working day before a meeting to the end of its day. The record
    that was begun goes with it; the former chair is kept with the reason.

    `seen` is the id of the chair that the page showed. Raises Refused: who or why is missing, too early or
    too late, a meeting that is over or has another chair since, and a chair who is taken or away then, works
    the case, asked for it or may not see a child.
    """
    refuse_all(
        missing(
            chair=(chair, "Select who takes over"),
            reason=(reason, "Select why the chair cannot chair it"),
        )
    )
    assert chair is not None and reason is not None  # Refused above.
    if words := takeover_refused(booking.starts_at, at, england()):
        raise Refused(f"{words}.")
    if seen is not None and seen != booking.chair_id:
        raise Refused("Somebody else took this meeting over since you opened this page. Open it again.")
    if chair.pk == booking.chair_id:
        raise Refused(f"{chair.full_name} chairs this meeting already", "chair")
    return pass_meeting_on(booking, chair, note.strip(), chair_reason=reason, writer=by, at=at)
