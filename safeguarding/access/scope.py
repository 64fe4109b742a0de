"""The only place that decides which children a person may see, and so which records about them.

What the person may see is settled once (sight.py). A joint record is seen only if every child in it is. A
grown-up or a home known only through children one may not see is not seen, though a brother or sister is:
that is where a restricted child is hidden.
"""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_
from typing import Any, TypeVar, cast

from django.db import models
from django.db.models import Q, QuerySet
from django.http import Http404

from safeguarding.access.holding import can
from safeguarding.access.sight import Sight, sight_at, sight_of
from safeguarding.access.way import any_child, way
from safeguarding.models import Bar, Child, RestrictedGrant, RestrictionRemoval, User
from safeguarding.models.base import ChildRecord, ScopedQuerySet, children_read, note_read
from safeguarding.rights import Permission

R = TypeVar("R", bound=ChildRecord)
GOVERNS = (Permission.RESTRICT_CHILD, Permission.READ_VIEWED, Permission.BAR_PERSON)


def visible_children(user: User, at: dt.datetime | None = None) -> QuerySet[Child]:
    """The children this person may see at a moment: now, where none is given."""
    return in_sight(sight_at(user, at) if at else sight_of(user), Child)


def governed_children(user: User) -> QuerySet[Child]:
    """The children whose access, or whose log of reads, this person governs, without seeing their records.

    Every child but those of a family they are barred from: somebody must name the people who may see a
    restricted child. Pages that use it show the child's number and nothing else of it.
    """
    children = Child.objects.answer(f"governed by user {user.pk}").filter(joined_into=None)
    if not governs(user):
        return children.none()
    return children.exclude(family__in=sight_of(user).barred)


def governs(user: User) -> bool:
    """Whether this person governs who may see records, or the log of who did."""
    return any(can(user, right) for right in GOVERNS)


def governed(user: User, records: type[models.Model]) -> QuerySet[Any]:
    """The children, grants, removals and bars that this person governs; of bars also their own, which they
    may not lift.
    """
    if records is Child:
        return governed_children(user)
    if records is RestrictedGrant or records is RestrictionRemoval:
        return records.objects.filter(child__in=governed_children(user).values("pk"))
    if records is not Bar:
        raise TypeError(f"Nobody governs a {records.__name__}.")
    if not can(user, Permission.BAR_PERSON):
        return Bar.objects.none()
    return Bar.objects.filter(~Q(family__in=sight_of(user).barred) | Q(user=user))


def scope(user: User, records: type[R] | QuerySet[R]) -> ScopedQuerySet:
    """Those of the records that this person may see."""
    return in_sight(sight_of(user), records)


def in_sight(sight: Sight, records: type[R] | QuerySet[R]) -> ScopedQuerySet:
    """Those of the records that are seen by whoever has this sight."""
    queryset = cast(ScopedQuerySet, records.objects.all() if isinstance(records, type) else records)
    model: type[ChildRecord] = queryset.model
    known_with = [_with(sight, model, path) for path in getattr(model, "SEEN_WITH", ())]
    if model is Child:
        # What was joined into another record of the same child is in no list and on no page.
        queryset = queryset.filter(joined_into=None)
    return queryset.answer("in sight").filter(_about(sight, model), *known_with)


def in_part(user: User, records: type[R] | QuerySet[R]) -> ScopedQuerySet:
    """Those of joint records (meetings, requests) of which the person may see one child at least.

    For what tells of the meeting itself, its time, room and chair, and of nobody in it: its texts are about
    every child, and each child's own part has its own scope.
    """
    queryset = cast(ScopedQuerySet, records.objects.all() if isinstance(records, type) else records)
    model: type[ChildRecord] = queryset.model
    return queryset.answer("in part").filter(way(model, model.CHILD_PATH).some(sight_of(user).seen))


def marked(user: User, queryset: QuerySet[R]) -> QuerySet[Any, R]:
    """The same records, whoever answered for them, each with `is_seen`: whether this person may see it."""
    rows: QuerySet[Any, R] = queryset.annotate(is_seen=_about(sight_of(user), queryset.model))
    return rows


def marked_in_part(user: User, queryset: QuerySet[R]) -> QuerySet[Any, R]:
    """As marked(), each with `is_seen_in_part` too: whether in_part() would find it."""
    to = way(queryset.model, queryset.model.CHILD_PATH)
    rows: QuerySet[Any, R] = marked(user, queryset).annotate(is_seen_in_part=to.some(sight_of(user).seen))
    return rows


def _about(sight: Sight, model: type[ChildRecord]) -> Any:
    """That the record's child is in sight; of several, one of them, and of a joint record, each."""
    to = way(model, model.CHILD_PATH)
    if not to.many:
        return to.one(sight.seen)
    if not getattr(model, "IS_JOINT", False):
        also = [way(model, path).some(sight.seen) for path in getattr(model, "ALSO_SEEN_BY", ())]
        return reduce(or_, (Q(one) for one in also), Q(to.some(sight.seen))) if also else to.some(sight.seen)
    return Q(to.some(sight.seen if sight.is_narrow else any_child)) & ~to.some(sight.hidden)


def _with(sight: Sight, model: type[ChildRecord], path: str) -> Any:
    """That this way leads to no child at all, or to one that is in sight."""
    to = way(model, path)
    if not to.many:
        return Q((f"{to.head}__isnull", True)) | to.one(sight.seen)
    return ~to.some(any_child) | Q(to.some(sight.seen))


def get(user: User, records: type[R] | QuerySet[R], **lookup: Any) -> R:
    """The one record in this person's scope, else Http404: "may not" cannot be told from "is not"."""
    try:
        found = cast(R, scope(user, records).get(**lookup))
    except queryset_model(records).DoesNotExist:
        raise Http404 from None
    _note_children(user, found)
    return found


def get_some(user: User, records: QuerySet[R]) -> list[R]:
    """All of the records in this person's scope, else Http404 where there is none."""
    found: list[R] = list(scope(user, records))
    if not found:
        raise Http404
    return found


def _note_children(user: User, found: ChildRecord) -> None:
    """Whoever views a record of a family, or of several children, views each of them that they may see."""
    path = found.CHILD_PATH
    if children_read.get() is None or path in ("", "child"):
        return
    if (child := _child_loaded(found, path)) is not None:
        note_read([child])
        return
    own = type(found).every.filter(pk=found.pk).values(path)
    seen = Child.every.filter(_about(sight_of(user), Child), pk__in=own)
    note_read(seen.values_list("pk", flat=True))


def _child_loaded(found: ChildRecord, path: str) -> int | None:
    """The id of the one child at the end of a path, where the records on the way are loaded already."""
    here: Any = found
    *steps, last = path.split("__")
    for step in steps:
        relation = here._meta.get_field(step)
        if relation.auto_created or not relation.is_cached(here):
            return None
        here = relation.get_cached_value(here)
    key = here._meta.get_field(last)
    return None if key.auto_created else getattr(here, key.attname)


def queryset_model(records: type[R] | QuerySet[R]) -> type[ChildRecord]:
    return records if isinstance(records, type) else records.model
