"""The rules of thinking time, asked of every open request or of some: each reason is raised once.

Nothing is locked: who signs at the same moment has signed, and what is owed ends with that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from conferences.models import ThinkingRequirement, ThinkingTime
from conferences.queries.thinking_time_required import Asked, open_asks
from conferences.rules.thinking_time_required import SETTINGS, Required, limits_of, required
from conferences.rules.workflow import ThinkingTimeState, ThinkingTrigger
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.policy.values import values

WHY = "what thinking time is required before conferences, whoever asks"


def require_by_rule(children: Collection[int] | None, *, at: dt.datetime) -> int:
    """Raise what the rules find for the open requests about these children (ids), or (None) for all.

    How many reasons were new. Asked again it raises nothing more.
    """
    asked = open_asks(children)
    if not asked:
        return 0
    on = day_of(at)
    limits, live = limits_of(values(SETTINGS.values(), on)), live_since(on)
    found = [(one, reason) for one in asked for reason in required(one.facts, limits, live)]
    known = _known([one.requested_child for one, _ in found])
    new = [(one, why) for one, why in found if (one.requested_child, str(why.trigger)) not in known]
    rows = [_row(session_for(one.request, why.trigger, at), one, why, at) for one, why in new]
    ThinkingRequirement.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _known(asked: Sequence[int]) -> set[tuple[int, str]]:
    if not asked:
        return set()
    rows = ThinkingRequirement.objects.unscoped(WHY).filter(requested_child__in=asked, raised_by=None)
    return set(rows.values_list("requested_child", "trigger"))


def session_for(request: int, trigger: ThinkingTrigger, at: dt.datetime) -> ThinkingTime:
    """The session that a reason makes required: the one for the same reason, else one that waits to be held,
    else a new one. One session serves all that waits of a request (id).
    """
    rows = ThinkingTime.objects.unscoped(WHY).filter(request=request, is_required=True, in_error=False)
    same: ThinkingTime | None = rows.filter(trigger=trigger).first()
    waits: ThinkingTime | None = rows.filter(state=ThinkingTimeState.DUE).order_by("pk").first()
    if found := same or waits:
        return found
    made: ThinkingTime = rows.get_or_create(
        request_id=request,
        trigger=trigger,
        is_required=True,
        in_error=False,
        defaults={"raised_at": at},
    )[0]
    return made


def _row(session: ThinkingTime, asked: Asked, why: Required, at: dt.datetime) -> ThinkingRequirement:
    return ThinkingRequirement(
        session=session,
        requested_child_id=asked.requested_child,
        trigger=why.trigger,
        plan_id=asked.plan,
        since_date=why.since,
        number=why.number,
        why=why.why,
        raised_at=at,
    )
