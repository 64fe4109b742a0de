"""Reading leave: who is away on a day, who stands in, and for whom one may set it."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from safeguarding.access.holding import can
from safeguarding.models import Leave, User
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT, Permission, Role


def deputies(on: dt.date) -> dict[int, int]:
    """{user id of who is away on the day: user id of the deputy}, of deputies whose account is in use."""
    return dict(on_day(on).filter(deputy__is_active=True).values_list("person", "deputy"))


def on_day(on: dt.date) -> QuerySet[Leave]:
    """The leave that lasts on a day and was not taken back."""
    return Leave.objects.filter(ended_at__isnull=True, first_date__lte=on, last_date__gte=on)


def set_by(user: User, on: dt.date) -> QuerySet[Leave]:
    """The leave from a day on that this person may take back: their own, and that of their people."""
    people = [user.pk, *others(user).values_list("pk", flat=True)]
    running = Leave.objects.filter(ended_at__isnull=True, last_date__gte=on, person__in=people)
    return running.select_related("person", "deputy")


def others(user: User) -> QuerySet[User]:
    """Whose leave this person may set beside their own: a team manager their team's, the Strategic Lead the
    unit's and the team managers'.
    """
    people = User.objects.filter(is_active=True, is_system=False).exclude(pk=user.pk)
    if not can(user, Permission.SET_LEAVE):
        return people.none()
    if user.role == Role.TEAM_MANAGER:
        return people.filter(team=user.team_id, role__in=SEES_OWN_TEAM) if user.team_id else people.none()
    return people.filter(role__in=[*SEES_WHOLE_UNIT, Role.TEAM_MANAGER])


def may_set(user: User, person: User) -> bool:
    return user.pk == person.pk or others(user).filter(pk=person.pk).exists()


def stand_ins(person: User) -> QuerySet[User]:
    """Who may stand in for somebody: of the same role, and of the same team where the role has one."""
    people = User.objects.filter(is_active=True, is_system=False, role=person.role).exclude(pk=person.pk)
    return people.filter(team=person.team_id) if person.role in SEES_OWN_TEAM else people
