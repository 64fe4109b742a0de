"""Reading leave: who is away on a day, who stands in, and for whom one may set it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import Q, QuerySet

from safeguarding.access.holding import can
from safeguarding.models import Leave, User
from safeguarding.models.user import in_roles
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
    theirs = Q(pk__in=[])
    if user.is_any(Role.TEAM_MANAGER) and user.team_id:
        theirs |= in_roles(*SEES_OWN_TEAM) & Q(team=user.team_id)
    if user.is_any(Role.STRATEGIC_LEAD):
        theirs |= in_roles(*SEES_WHOLE_UNIT, Role.TEAM_MANAGER)
    return people.filter(theirs)


def may_set(user: User, person: User) -> bool:
    return user.pk == person.pk or others(user).filter(pk=person.pk).exists()


def stand_ins(person: User, roles: Collection[Role] = ()) -> QuerySet[User]:
    """Who may stand in for somebody, in some roles or in any of theirs: of such a role, and of the same team
    where it has one.
    """
    of_teams, others = (
        [role for role in roles or person.roles if (role in SEES_OWN_TEAM) is has_team]
        for has_team in (True, False)
    )
    same = in_roles(*others) | in_roles(*of_teams) & Q(team=person.team_id)
    return User.objects.filter(same, is_active=True, is_system=False).exclude(pk=person.pk)
