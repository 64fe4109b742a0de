"""What a person does for their own team alone, where another of their roles sees the whole council."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from safeguarding.models import Allocation, User
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT


def team_children(user: User) -> QuerySet[Any, Any]:
    """The ids of the children whom the person's team holds now."""
    held = Allocation.objects.unscoped("whom the person's own team holds; the records are in scope")
    return held.filter(team=user.team_id, team__isnull=False, end_date__isnull=True).values("child")


def of_own_team(user: User, child: str = "child") -> Q:
    """That a record in scope is the own team's, for the work of a team's role. Where no role of theirs sees
    more than the team it is that already; `child` leads to the child.
    """
    if not user.is_any(*SEES_WHOLE_UNIT):
        return Q()
    return Q(**{f"{child}__in": team_children(user)}) if user.is_any(*SEES_OWN_TEAM) else Q(pk__in=[])
