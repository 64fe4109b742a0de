"""The child in need plans of a child that run."""

from __future__ import annotations

from conferences.models import ChildInNeedPlan
from safeguarding.access import get, scope
from safeguarding.models import Child, User


def running(user: User, child: Child) -> list[ChildInNeedPlan]:
    """Those that have not ended, the oldest first."""
    return list(scope(user, ChildInNeedPlan).filter(child=child, end_date=None).order_by("start_date"))


def in_need_plan(user: User, child: Child, pk: int) -> ChildInNeedPlan:
    """One of a child's. Http404 where there is none."""
    found: ChildInNeedPlan = get(user, ChildInNeedPlan.objects.filter(child=child), pk=pk)
    return found
