"""Who may be named in a decision on a family: those near the children, and those for whom one decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from conferences.models import Consultation, ThresholdStatement
from safeguarding.accounts.leave import on_day
from safeguarding.models import Allocation, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Permission, Role, holds


def near_people(consultations: Collection[Consultation]) -> QuerySet[User]:
    """Those who may lead support or own a condition: the teams that hold the children, and who asked."""
    held = Allocation.objects.unscoped("which teams hold children in scope")
    teams = held.filter(child__in=[one.child_id for one in consultations], end_date__isnull=True)
    asked = [one.asked_by_id for one in consultations if one.asked_by_id]
    near = Q(team__in=teams.values("team")) | Q(pk__in=asked)
    return User.objects.filter(near, is_active=True, is_system=False).order_by("full_name")


def away_deciders(user: User, on: dt.date) -> QuerySet[User]:
    """Those who decide consultations, are away on the day, and for whom this person stands in."""
    away = on_day(on).filter(deputy=user).values("person")
    roles = [role for role in Role if holds(role, Permission.DECIDE_CONSULTATION)]
    return User.objects.filter(in_roles(*roles), pk__in=away).order_by("full_name")


def every_statement() -> QuerySet[ThresholdStatement]:
    """Every version, the statements in the order of their numbers, the last version first."""
    return ThresholdStatement.objects.select_related("saved_by").order_by("key", "-from_date")


def statement_of(ref: UUID) -> ThresholdStatement:
    """A version, whether it stands or another took its place. Http404 where there is none."""
    return get_object_or_404(ThresholdStatement, ref=ref)


def statements_in_force(on: dt.date) -> list[ThresholdStatement]:
    """The threshold statements of a day, in the order of their numbers."""
    begun = ThresholdStatement.objects.filter(from_date__lte=on)
    return list(begun.filter(Q(until_date__isnull=True) | Q(until_date__gt=on)).order_by("key"))
