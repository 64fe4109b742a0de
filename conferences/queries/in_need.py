"""The child in need plans of a child that run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from conferences.models import ChildInNeedPlan
from safeguarding.access import get, scope
from safeguarding.models import Child, User


def running(user: User, child: Child) -> list[ChildInNeedPlan]:
    """Those that have not ended, the oldest first."""
    return list(
        scope(user, ChildInNeedPlan).filter(child=child, end_date=None, in_error=False).order_by("start_date")
    )


def begun_of(user: User, children: Collection[int]) -> dict[int, dt.date]:
    """{id of a child: the day on which the plan began that runs}, of the children who have one."""
    rows = (
        scope(user, ChildInNeedPlan).filter(child__in=children, end_date=None, in_error=False)
        if children
        else ()
    )
    return {plan.child_id: plan.start_date for plan in rows}


def in_need_plan(user: User, child: Child, pk: int) -> ChildInNeedPlan:
    """One of a child's. Http404 where there is none."""
    found: ChildInNeedPlan = get(user, ChildInNeedPlan.objects.filter(child=child, in_error=False), pk=pk)
    return found
