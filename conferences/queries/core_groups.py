"""A plan for which a core group is recorded."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import Max, QuerySet

from conferences.models import CoreGroup, Plan
from conferences.rules.local_days import next_core_group_due
from conferences.rules.timelimits import first_core_group_due
from safeguarding.access import get
from safeguarding.bankholidays import england
from safeguarding.models import User
from safeguarding.policy.values import whole
from safeguarding.workingdays import OutsideCalendar


def plan_in_scope(user: User, ref: UUID) -> Plan:
    """The plan with its child. Http404 where it is out of the person's scope."""
    plans: QuerySet[Plan] = Plan.objects.select_related("child")
    return get(user, plans, ref=ref)


def next_due(plan: Plan) -> dt.date | None:
    """By when the core group of a plan in scope meets next: the first by statute, later ones by the local
    limit as it stood when it met last. None for a plan that has ended, or outside the known bank holidays.
    """
    if plan.end_date is not None:
        return None
    met = CoreGroup.objects.unscoped("the core groups of a plan in scope").filter(plan=plan)
    last = met.aggregate(last=Max("held_date"))["last"]
    if last is not None:
        return next_core_group_due(last, whole("CORE_GROUP_INTERVAL_WEEKS", last))
    try:
        return first_core_group_due(plan.start_date, england()).date
    except OutsideCalendar:
        return None
