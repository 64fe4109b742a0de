"""The only place that decides which children a person may see, and so which records about them.

In this order, for each child: barred (a person and a family: never), role, then open or restricted (a live
grant). A joint record is seen only if every child in it is. A grown-up or a home known only through children
one may not see is not seen, though a brother or sister is: that is where a restricted child is hidden.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar, cast

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from safeguarding.access.holding import can
from safeguarding.clock import now
from safeguarding.models import Allocation, Bar, Child, RestrictedGrant, User
from safeguarding.models.base import ChildRecord, ScopedQuerySet, children_read
from safeguarding.rights import SEES_NAMED_ONLY, SEES_OWN_TEAM, SEES_WHOLE_UNIT, Permission, Role

R = TypeVar("R", bound=ChildRecord)
KEPT = "_seen_children"
ONE_SECOND = dt.timedelta(seconds=1)
GOVERNS = (Permission.RESTRICT_CHILD, Permission.READ_VIEWED, Permission.BAR_PERSON)


def visible_children(user: User, at: dt.datetime | None = None) -> QuerySet[Child]:
    """The children this person may see at a moment: now, where none is given."""
    moment = at or now()
    children = Child.objects.answer(f"scope of user {user.pk}")
    if not user.is_authenticated or not user.is_active or user.is_system:
        return children.none()
    named = _named(user, moment)
    open_to_role = _open_to_role(user)
    if open_to_role is None:
        seen = children.filter(named) if Role(user.role) in SEES_NAMED_ONLY else children.none()
    else:
        seen = children.filter((Q(is_restricted=False) & open_to_role) | named)
    return seen.exclude(family__in=_barred_families(user))


def governed_children(user: User) -> QuerySet[Child]:
    """The children whose access, or whose log of reads, this person governs, without seeing their records.

    Every child but those of a family they are barred from: somebody must name the people who may see a
    restricted child. Pages that use it show the child's number and nothing else of it.
    """
    children = Child.objects.answer(f"governed by user {user.pk}")
    if not any(can(user, right) for right in GOVERNS):
        return children.none()
    return children.exclude(family__in=_barred_families(user))


def governed(user: User, records: type[models.Model]) -> QuerySet[Any]:
    """The children, grants and bars that this person governs; of bars also their own, which they may not
    lift.
    """
    if records is Child:
        return governed_children(user)
    if records is RestrictedGrant:
        return RestrictedGrant.objects.filter(child__in=governed_children(user).values("pk"))
    if records is not Bar:
        raise TypeError(f"Nobody governs a {records.__name__}.")
    if not can(user, Permission.BAR_PERSON):
        return Bar.objects.none()
    return Bar.objects.filter(~Q(family__in=_barred_families(user)) | Q(user=user))


def _barred_families(user: User) -> QuerySet[Any, Any]:
    return Bar.objects.filter(user=user, lifted_at__isnull=True).values("family")


def _open_to_role(user: User) -> Q | None:
    """Which open children the role sees; None when it sees no child but by name, or none at all."""
    role = Role(user.role)
    if role in SEES_WHOLE_UNIT:
        return Q()
    if role in SEES_OWN_TEAM and user.team_id:
        held = Allocation.every.filter(child=OuterRef("pk"), team=user.team_id, end_date__isnull=True)
        return Q(Exists(held))
    return Q(pk__in=[]) if role in SEES_OWN_TEAM else None


def _named(user: User, moment: dt.datetime) -> Q:
    """A live grant: it opens a restricted child to a role that reads; a reviewer needs one for any child."""
    if Role(user.role) not in SEES_WHOLE_UNIT | SEES_OWN_TEAM | SEES_NAMED_ONLY:
        return Q(pk__in=[])
    live = RestrictedGrant.objects.filter(
        user=user, child=OuterRef("pk"), granted_at__lte=moment, until_at__gt=moment, ended_at__isnull=True
    )
    return Q(Exists(live))


def scope(user: User, records: type[R] | QuerySet[R]) -> ScopedQuerySet:
    """Those of the records that this person may see."""
    queryset = cast(ScopedQuerySet, records.objects.all() if isinstance(records, type) else records)
    queryset = queryset.answer(f"scope of user {user.pk}")
    path = queryset.model.CHILD_PATH
    seen = _seen_now(user)
    if queryset.model is Child:
        return queryset.filter(pk__in=seen.values("pk"))
    if getattr(queryset.model, "IS_JOINT", False):
        return _joint(queryset, path, seen)
    queryset = queryset.filter(**{f"{path}__in": seen.values("pk")}).distinct()
    for way in getattr(queryset.model, "SEEN_WITH", ()):
        queryset = _seen_with(queryset, way, seen)
    return queryset


def _seen_now(user: User) -> QuerySet[Child]:
    """visible_children(user), built once a second for one loaded user: a page asks for it twenty times.

    What is kept is the question, not its answer: bars and grants are read each time it is put.
    """
    if not user.is_authenticated:
        return visible_children(user)
    rights, moment = (user.role, user.team_id, user.is_active, user.is_system), now()
    kept = user.__dict__.get(KEPT)
    if kept and kept[0] == rights and kept[1] <= moment < kept[1] + ONE_SECOND:
        return cast("QuerySet[Child]", kept[2])
    seen = visible_children(user, moment)
    user.__dict__[KEPT] = (rights, moment, seen)
    return seen


def _seen_with(queryset: ScopedQuerySet, way: str, seen: QuerySet[Child]) -> ScopedQuerySet:
    """Those that this way leads to no child at all, or to one that the person may see."""
    own = queryset.model.every.filter(pk=OuterRef("pk"))
    path = _to_child(queryset.model, way)
    known = Exists(own.filter(**{f"{path}__isnull": False}))
    return queryset.filter(~known | Exists(own.filter(**{f"{path}__in": seen.values("pk")})))


def _to_child(model: type[ChildRecord], way: str) -> str:
    """The way on to the child, where it ends at another record about one."""
    end: Any = model
    for step in way.split("__"):
        end = end._meta.get_field(step).related_model
    return way if end is Child else f"{way}__{end.CHILD_PATH}"


def _joint(queryset: ScopedQuerySet, path: str, seen: QuerySet[Child]) -> ScopedQuerySet:
    """A record of several children: seen only by those who may see each of them.

    The hidden children are named, for exclude() over many children would mean "none of them is seen".
    """
    own = queryset.model.every.filter(pk=OuterRef("pk"))
    hidden = Child.every.exclude(pk__in=seen.values("pk"))
    some_seen = Exists(own.filter(**{f"{path}__in": seen.values("pk")}))
    return queryset.filter(some_seen, ~Exists(own.filter(**{f"{path}__in": hidden.values("pk")})))


def get(user: User, records: type[R] | QuerySet[R], **lookup: Any) -> R:
    """The one record in this person's scope, else Http404: "may not" cannot be told from "is not"."""
    try:
        found = cast(R, scope(user, records).get(**lookup))
    except queryset_model(records).DoesNotExist:
        raise Http404 from None
    _note_children(user, found)
    return found


def _note_children(user: User, found: ChildRecord) -> None:
    """Whoever views a record of a family, or of several children, views each of them that they may see."""
    noted, path = children_read.get(), found.CHILD_PATH
    if noted is not None and path not in ("", "child"):
        own = type(found).every.filter(pk=found.pk, **{f"{path}__in": _seen_now(user).values("pk")})
        noted.update(own.values_list(path, flat=True))


def queryset_model(records: type[R] | QuerySet[R]) -> type[ChildRecord]:
    return records if isinstance(records, type) else records.model
