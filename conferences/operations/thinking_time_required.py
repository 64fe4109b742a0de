"""Thinking time is required: by rule wherever the facts say so, and by hand of whoever leads the unit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from conferences.models import Request, RequestedChild, ThinkingRequirement, ThinkingTime
from conferences.operations.duties_refresh import refresh
from conferences.operations.thinking_time_raising import session_for
from conferences.rules.workflow import BY_HAND, OPEN_REQUESTS, ThinkingTrigger
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission

OVER = "The conference was held or its request withdrawn, so there is nothing left to think about."


@operation(needs=Permission.REQUIRE_THINKING_TIME)
def require(
    *, request: Request, trigger: ThinkingTrigger | None, words: str, by: User, at: dt.datetime
) -> ThinkingTime:
    """Ask that the chair takes time to think before a conference, for each of its children, with why."""
    asked = lock(request)
    if asked.state not in OPEN_REQUESTS:
        raise Refused(OVER)
    refuse_all(missing(trigger=(trigger, "Select why it is needed"), words=(words, "Enter what happened")))
    if trigger not in BY_HAND:
        raise Refused("Select why it is needed", "trigger")
    session = session_for(asked.pk, trigger, at)
    rows = RequestedChild.objects.unscoped("the children of a request in scope").filter(request=asked)
    ThinkingRequirement.objects.bulk_create(_by_hand(session, rows, trigger, words.strip(), by, at))
    audit.record("thinking_time.required", session, by=by, at=at, detail={"trigger": str(trigger)})
    refresh(asked, met_by=None, at=at)
    return session


def _by_hand(
    session: ThinkingTime,
    children: Iterable[RequestedChild],
    trigger: ThinkingTrigger,
    words: str,
    by: User,
    at: dt.datetime,
) -> list[ThinkingRequirement]:
    return [
        ThinkingRequirement(
            session=session,
            requested_child=one,
            trigger=trigger,
            plan_id=one.plan_id,
            since_date=day_of(at),
            why=words,
            raised_at=at,
            raised_by=by,
        )
        for one in children
    ]
