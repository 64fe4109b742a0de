"""Reading what waits for a second person: changes to accounts, and who may confirm which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from safeguarding.access.holding import can
from safeguarding.models import AccountChange, User
from safeguarding.models.user import in_roles
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT, Permission, Role
from safeguarding.second_person.closing import confirmable

# So many of those that are closed are listed.
MOST_CLOSED = 50
# How many administrators it takes until one can confirm what another asks for.
ENOUGH = 2


def changes() -> QuerySet[AccountChange]:
    """Every change, with the people and teams that its words name."""
    return AccountChange.objects.select_related("account__team", "team", "asked_by", "closed_by")


def of_account(user: User, on: dt.date) -> AccountChange | None:
    """What waits for an account."""
    return confirmable(changes(), on).filter(account=user).first()


def to_confirm(user: User, on: dt.date) -> QuerySet[AccountChange]:
    """What this person may confirm on a day: not what they asked for, nor what is for themselves."""
    return confirmable(changes(), on).exclude(asked_by=user).exclude(account=user).filter(_overseen(user))


def seen(user: User) -> QuerySet[AccountChange]:
    """The changes that this person may read: an administrator all, a manager those of their people."""
    return changes().filter(_overseen(user))


def _overseen(user: User) -> Q:
    """As an administrator, or as the manager of whoever the account is, or will be."""
    if can(user, Permission.MANAGE_USERS):
        return Q()
    if not can(user, Permission.CONFIRM_ACCOUNT):
        return Q(pk__in=[])
    theirs = Q(pk__in=[])
    if user.is_any(Role.TEAM_MANAGER) and user.team_id:
        theirs |= _for(SEES_OWN_TEAM) & _in_team(user.team_id)
    if user.is_any(Role.STRATEGIC_LEAD):
        theirs |= _for([*SEES_WHOLE_UNIT, Role.TEAM_MANAGER])
    return theirs


def _for(roles: Iterable[Role]) -> Q:
    """That the role asked for, or each role of the account, is one of these."""
    known = [str(role) for role in roles]
    every = Q(account__role__in=known, account__further_roles__contained_by=known)
    return Q(role__in=known) | Q(role="") & every


def _in_team(team: int) -> Q:
    return Q(team=team) | Q(role="", account__team=team)


def administrators() -> int:
    """How many administrators there are whose accounts are in use."""
    found = User.objects.filter(in_roles(Role.SYSTEM_ADMINISTRATOR), is_active=True, is_system=False)
    return found.count()


def still_waiting(user: User, on: dt.date) -> QuerySet[AccountChange]:
    """What waits on a day among what this person may read."""
    return confirmable(seen(user), on)


def ended(user: User, on: dt.date) -> QuerySet[AccountChange]:
    """What waits no longer, the newest first; what has lapsed is among it."""
    return seen(user).exclude(closed_at__isnull=True, last_date__gte=on)


def is_waiting(change: AccountChange, on: dt.date) -> bool:
    return change.closed_at is None and change.last_date >= on


def name_of(change: AccountChange) -> str:
    """Whose account it is, or will be."""
    return change.account.full_name if change.account else change.full_name
