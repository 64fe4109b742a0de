"""Child in need plans in the list of what may be done for a child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.urls import reverse

from conferences.queries.in_need import running
from conferences.queries.life_events import open_plan
from safeguarding.access import Permission
from safeguarding.models import Child, User
from safeguarding.operation import may_for
from safeguarding.pagekit.components import TaskLine
from safeguarding.wording import uk_date


def lines(user: User, child: Child, on: dt.date) -> Sequence[TaskLine]:
    """One is ended where one runs; else one can be recorded, of a child who is on no protection plan."""
    if child.death_date or not may_for(user, Permission.RECORD_IN_NEED_PLAN, child):
        return []
    plans = running(user, child)
    if plans:
        return [
            TaskLine(
                "End the child in need plan",
                reverse("in_need_end", args=[child.ref, plan.pk]),
                f"Began on {uk_date(plan.start_date)}",
            )
            for plan in plans
        ]
    if open_plan(child):
        return []
    note = "A conference that begins a child protection plan ends it"
    return [TaskLine("Record a child in need plan", reverse("in_need_new", args=[child.ref]), note)]
