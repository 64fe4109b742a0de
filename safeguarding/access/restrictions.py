"""Reading who may see what: restricted records, the people named for them, and bars.

Pages built on this show a child's number and nothing else of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from safeguarding.access.scope import governed_children
from safeguarding.access.sight import sight_of
from safeguarding.clock import day_of
from safeguarding.models import Bar, Child, RestrictedGrant, User
from safeguarding.workingdays import add_days


def governed(user: User, number: str) -> Child | None:
    """The child with this council number, if the person governs its access or its log."""
    return governed_children(user).filter(la_child_id__iexact=number.strip()).first()


def governed_by_ref(user: User, ref: UUID) -> Child | None:
    """The child with this reference, if the person governs its access or its log."""
    return governed_children(user).filter(ref=ref).first()


def restricted(user: User, at: dt.datetime) -> QuerySet[Child]:
    """Restricted records, longest restricted first, each with `named`: how many people see it now."""
    live = Q(grants__ended_at__isnull=True, grants__until_at__gt=at)
    found = governed_children(user).filter(is_restricted=True).select_related("restricted_by")
    return found.annotate(named=Count("grants", filter=live)).order_by("restricted_at", "id")


def grants(child: Child) -> QuerySet[RestrictedGrant]:
    """Who is or was named for the child, newest first."""
    named = RestrictedGrant.objects.filter(child=child).select_related("user", "granted_by", "ended_by")
    return named.order_by("-id")


def named_now(child: Child, at: dt.datetime) -> set[int]:
    """The ids of the people who are named for the child at a moment."""
    named = RestrictedGrant.objects.filter(child=child, ended_at__isnull=True, until_at__gt=at)
    return set(named.values_list("user", flat=True))


def last_day(grant: RestrictedGrant) -> dt.date:
    """The last whole day of a grant: it ends at the midnight after."""
    return add_days(day_of(grant.until_at), -1)


def bars(user: User) -> QuerySet[Bar]:
    """Bars that hold, but for families this person is barred from; each with its children's numbers to
    hand.
    """
    holding = Bar.objects.filter(lifted_at__isnull=True).select_related("user", "barred_by")
    return holding.exclude(family__in=sight_of(user).barred).order_by("user__full_name", "id")


def numbers(families: Iterable[int], user: User) -> dict[int, list[str]]:
    """The numbers of the children of families, as far as the person governs them: {family: [number, ...]}."""
    found: dict[int, list[str]] = {}
    for child in governed_children(user).filter(family__in=list(families)).order_by("la_child_id"):
        found.setdefault(child.family_id or 0, []).append(child.la_child_id)
    return found
