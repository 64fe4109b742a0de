"""Who could be at a conference of some children: its chairs, who takes minutes, who agrees to a late day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence

from django.db.models import Exists, OuterRef, QuerySet

from conferences.models import ConferenceChild
from conferences.rules.scheduling import Away
from safeguarding.models import Allocation, Bar, Child, Leave, RestrictedGrant, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Permission, Role, holds


def away_days(people: Collection[int], first: dt.date, last: dt.date) -> dict[int, list[Away]]:
    """{person: their leave that touches these days}, in one query."""
    found: dict[int, list[Away]] = defaultdict(list)
    touching = Leave.objects.filter(ended_at__isnull=True, person__in=people)
    rows = touching.filter(first_date__lte=last, last_date__gte=first).order_by("first_date")
    for person, begins, ends in rows.values_list("person", "first_date", "last_date"):
        found[person].append(Away(begins, ends))
    return found


def chairs_who_see(children: Sequence[Child], at: dt.datetime) -> QuerySet[User]:
    """Chairs in use whom no bar keeps from the family, and whom a grant lets see each restricted child."""
    return _who_see([Role.CHAIR], children, at)


def managers_who_see(children: Sequence[Child], at: dt.datetime) -> QuerySet[User]:
    """The managers of social care and of the unit who may see all of some children."""
    return _who_see([Role.TEAM_MANAGER, Role.MANAGER, Role.STRATEGIC_LEAD], children, at)


def minute_takers(children: Sequence[Child], at: dt.datetime) -> QuerySet[User]:
    """The same of those whose role may type the record of a meeting."""
    return _who_see([role for role in Role if holds(role, Permission.WRITE_RECORD)], children, at)


def _who_see(roles: Sequence[Role], children: Sequence[Child], at: dt.datetime) -> QuerySet[User]:
    barred = Bar.objects.filter(family__in={child.family_id for child in children}, lifted_at=None)
    seen = User.objects.filter(in_roles(*roles), is_active=True).exclude(pk__in=barred.values("user"))
    for child in (child for child in children if child.is_restricted):
        live = RestrictedGrant.objects.filter(
            user=OuterRef("pk"), child=child, ended_at=None, granted_at__lte=at, until_at__gt=at
        )
        seen = seen.filter(Exists(live))
    return seen.order_by("full_name")


class AtWork:
    """Who works with some children: their workers, and everybody of the teams that hold them."""

    def __init__(self, workers: set[int], teams: set[int]) -> None:
        self.workers, self.teams = workers, teams

    def __call__(self, user: User) -> bool:
        return user.pk in self.workers or user.team_id in self.teams


def at_work_with(children: Sequence[Child]) -> AtWork:
    """An independent chair has no hand in the case and manages nobody who has (S)."""
    held = Allocation.objects.unscoped("who works with children who are in scope").filter(
        child__in=[child.pk for child in children], end_date=None
    )
    rows = list(held.values_list("worker", "team", "team__is_safeguarding_unit"))
    workers = {worker for worker, _, _ in rows if worker is not None}
    return AtWork(workers, {team for _, team, is_unit in rows if not is_unit})


def last_chairs(children: Sequence[Child]) -> set[int]:
    """Who chaired each child's last conference: the family should meet the same chair again."""
    held = ConferenceChild.objects.unscoped("who chaired children who are in scope").filter(
        child__in=[child.pk for child in children], conference__chair__isnull=False
    )
    latest = held.order_by("child_id", "-conference__held_date").distinct("child_id")
    return set(latest.values_list("conference__chair", flat=True))
