"""A plan for which a core group is recorded."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from conferences.models import Plan
from safeguarding.access import get
from safeguarding.models import User


def plan_in_scope(user: User, ref: UUID) -> Plan:
    """The plan with its child. Http404 where it is out of the person's scope."""
    plans: QuerySet[Plan] = Plan.objects.select_related("child")
    return get(user, plans, ref=ref)
