"""Who holds which child: a team's children, the workers one may give them to, and whom nobody holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from conferences.models import Plan, TakenOn
from safeguarding.access import in_sight, scope, sight_of
from safeguarding.access.scope import governs
from safeguarding.access.sight import Sight
from safeguarding.models import Allocation, Bar, Child, RestrictedGrant, Team, User
from safeguarding.models.base import ChildRecord, ScopedQuerySet
from safeguarding.models.user import in_roles
from safeguarding.rights import Role

HOLDERS = (Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
MOST_FOUND = 20


def team_children(user: User, worker: str = "") -> ScopedQuerySet:
    """The children whom the person's team holds at present, those without a worker first; each allocation
    with `on_plan`. `worker`: a worker's id, or "none".
    """
    on_plan = Plan.objects.unscoped("whether a child in scope is on a plan").filter(
        child=OuterRef("child"), end_date__isnull=True, held_for_other_authority=False
    )
    held = scope(user, Allocation).filter(team=user.team_id, end_date__isnull=True)
    if worker == "none":
        held = held.filter(worker__isnull=True)
    elif worker.isdecimal() and len(worker) < 19:
        held = held.filter(worker=int(worker))
    rows: ScopedQuerySet = (
        held.select_related("child", "worker")
        .annotate(on_plan=Exists(on_plan))
        .order_by(
            F("worker__full_name").asc(nulls_first=True), "child__family_name", "child__given_names", "pk"
        )
    )
    return rows


def workers_of(team: Team | None) -> QuerySet[User]:
    """Those of a team whom a child may be given to, by name."""
    return User.objects.filter(in_roles(*HOLDERS), team=team, is_active=True).order_by("full_name")


def workers_for(child: Child, team: Team | None, at: dt.datetime) -> QuerySet[User]:
    """Those of the team who may see the child: no bar keeps them from its family, and a restricted child
    opens to whoever is named for it.
    """
    barred = Bar.objects.filter(family__isnull=False, family=child.family_id, lifted_at=None)
    found = workers_of(team).exclude(pk__in=barred.values("user"))
    if not child.is_restricted:
        return found
    named = RestrictedGrant.objects.filter(
        user=OuterRef("pk"), child=child, ended_at=None, granted_at__lte=at, until_at__gt=at
    )
    return found.filter(Exists(named))


def holding(child: Child) -> Allocation | None:
    """Who holds a child in scope at present; None where nobody does."""
    held = Allocation.objects.unscoped("who holds a child in scope").filter(
        child=child, end_date__isnull=True
    )
    found: Allocation | None = held.select_related("team", "worker").first()
    return found


# ----- Children whom nobody holds --------------------------------------------------------------------------


@dataclass(frozen=True)
class Candidate:
    """A child by who it is alone: nothing of its record."""

    child: Child
    team: str


def by_identity(user: User, records: type[ChildRecord] | QuerySet[Any]) -> ScopedQuerySet:
    """The children of the whole council whom a manager may find by who they are: none who is restricted or
    of a family that the manager is barred from. For finding one to take on, and for nothing else.
    """
    return in_sight(Sight(sight_of(user).barred, frozenset(), None), records)


def find_by_identity(
    user: User, *, number: str = "", family_name: str = "", born: dt.date | None = None
) -> list[Candidate]:
    """At most MOST_FOUND children with exactly this number, or this family name and day of birth (or expected
    day); each with the team that holds it, "" where nobody does.
    """
    if number:
        wanted = Q(la_child_id__iexact=number)
    else:
        wanted = Q(family_name__iexact=family_name) & (Q(birth_date=born) | Q(expected_birth_date=born))
    found = by_identity(user, Child).filter(wanted).order_by("given_names", "pk")[:MOST_FOUND]
    children: Sequence[Child] = list(found)
    held = Allocation.objects.unscoped("which team holds a child, said to a manager who asks by name").filter(
        child__in=[child.pk for child in children], end_date__isnull=True
    )
    teams = dict(held.values_list("child", "team__name"))
    return [Candidate(child, teams.get(child.pk, "")) for child in children]


def governed_taken_on(user: User, records: type[ChildRecord] | QuerySet[Any]) -> QuerySet[Any]:
    """The children taken on whom this person governs, without seeing their records."""
    rows = TakenOn.objects.unscoped("for who governs access: numbers alone")
    if not governs(user):
        return rows.none()
    # By the few rows there are, and not by all children of the council.
    return rows.exclude(child__family__in=sight_of(user).barred)


def taken_on(user: User, *, is_reviewed: bool) -> QuerySet[Any]:
    """Those to review, or reviewed; the newest first."""
    rows = governed_taken_on(user, TakenOn).filter(reviewed_at__isnull=not is_reviewed)
    return rows.select_related("child", "team", "taken_on_by", "reviewed_by")
