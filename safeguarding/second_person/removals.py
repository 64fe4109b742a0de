"""Reading what waits for a second person: that a restricted record is opened again."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from safeguarding.access.holding import can
from safeguarding.access.scope import governed
from safeguarding.models import Child, RestrictionRemoval, User
from safeguarding.rights import Permission
from safeguarding.second_person.closing import confirmable


def removals(user: User) -> QuerySet[RestrictionRemoval]:
    """Every one that the person may read, of the children whose access they govern."""
    if not can(user, Permission.CONFIRM_REMOVAL):
        return RestrictionRemoval.objects.none()
    found: QuerySet[RestrictionRemoval] = governed(user, RestrictionRemoval)
    return found.select_related("child__restricted_by", "asked_by", "closed_by")


def still_to_confirm(user: User, on: dt.date) -> QuerySet[RestrictionRemoval]:
    """Those that can be confirmed on a day, by this person or, where they asked for it, by another."""
    return confirmable(removals(user), on)


def to_confirm(user: User, on: dt.date) -> QuerySet[RestrictionRemoval]:
    """What this person may confirm on a day: not what they asked for."""
    return still_to_confirm(user, on).exclude(asked_by=user)


def of_child(child: Child, on: dt.date) -> RestrictionRemoval | None:
    """What waits for a record."""
    found = confirmable(RestrictionRemoval.objects.select_related("asked_by"), on)
    return found.filter(child=child).first()
