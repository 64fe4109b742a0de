"""What one person may see, settled once: their bars, the children they are named for, their team's children.

In this order, for each child: barred (a person and a family: never), role, then open or restricted (a live
grant). A page settles it with one statement and goes on by plain ids (docs/decisions/0057).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from safeguarding.clock import now
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord
from safeguarding.rights import SEES_NAMED_ONLY, SEES_OWN_TEAM, SEES_WHOLE_UNIT, Role

BARRED, NAMED, TEAM = "BARRED", "NAMED", "TEAM"
# By hand, for it is asked first on every page: the families a person is barred from,
BARS = f"""
    SELECT '{BARRED}', NULL::bigint, family_id FROM safeguarding_bar
    WHERE user_id = %(user)s AND lifted_at IS NULL
"""
# the children they are named for, which opens a restricted one to a role that reads and any to a reviewer,
GRANTS = f"""
    SELECT '{NAMED}', g.child_id, c.family_id
    FROM safeguarding_restrictedgrant g JOIN safeguarding_child c ON c.id = g.child_id
    WHERE g.user_id = %(user)s AND g.granted_at <= %(moment)s AND g.until_at > %(moment)s
        AND g.ended_at IS NULL
"""
# and the open children whom their team holds at present.
TEAMS_CHILDREN = f"""
    SELECT '{TEAM}', a.child_id, c.family_id
    FROM safeguarding_allocation a JOIN safeguarding_child c ON c.id = a.child_id
    WHERE a.team_id = %(team)s AND a.end_date IS NULL AND NOT c.is_restricted
"""
# The sights of this request, by person and rights; None outside a request, where each question is put afresh.
_kept: ContextVar[dict[tuple[Any, ...], Sight] | None] = ContextVar("sights", default=None)


@dataclass(frozen=True)
class Sight:
    """The children that one person may see at one moment.

    `barred` are families, `named` the children of live grants. `only` are all the children in sight, None
    for a role that sees every child of the council but those hidden from it.
    """

    barred: frozenset[int]
    named: frozenset[int]
    only: frozenset[int] | None

    def seen(self, path: str = "") -> Q:
        """The condition that the child at the end of a path of forward keys is in sight."""
        if self.only is not None:
            return Q((_at(path, "in"), self.only))
        is_open = Q((_at(path, "is_restricted"), False))
        named = is_open | Q((_at(path, "in"), self.named)) if self.named else is_open
        return named & ~Q((_at(path, "family__in"), self.barred)) if self.barred else named

    def hidden(self, path: str = "") -> Q:
        """That it is out of sight. Said of the few who are hidden, so that their index finds them."""
        if self.only is not None:
            return ~Q((_at(path, "in"), self.only))
        restricted = Q((_at(path, "is_restricted"), True))
        unnamed = restricted & ~Q((_at(path, "in"), self.named)) if self.named else restricted
        return unnamed | Q((_at(path, "family__in"), self.barred)) if self.barred else unnamed


def _at(path: str, name: str) -> str:
    """The name of a child's field, or a lookup of the child itself, at the end of a path."""
    if path:
        return f"{path}__{name}"
    return f"pk__{name}" if name == "in" else name


@contextmanager
def one_request() -> Iterator[None]:
    """Within it what a person may see is settled once; nothing of it outlasts the request."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def sight_of(user: User) -> Sight:
    """What this person may see now: read once a request, and each time outside one."""
    kept = _kept.get()
    if kept is None:
        return sight_at(user, now())
    rights = (user.pk, user.role, user.team_id, user.is_active, user.is_system) if user.pk else ()
    if rights not in kept:
        kept[rights] = sight_at(user, now())
    return kept[rights]


def sight_at(user: User, moment: dt.datetime) -> Sight:
    """What this person may see at a moment, in one statement."""
    if not user.is_authenticated or not user.is_active or user.is_system:
        return Sight(frozenset(), frozenset(), frozenset())
    rows = _rights(user, moment)
    barred = frozenset(family for kind, _, family in rows if kind == BARRED)
    named = frozenset(child for kind, child, _ in rows if kind == NAMED)
    if Role(user.role) in SEES_WHOLE_UNIT:
        return Sight(barred, named, None)
    only = frozenset(child for kind, child, family in rows if kind != BARRED and family not in barred)
    return Sight(barred, named, only)


def _rights(user: User, moment: dt.datetime) -> list[tuple[str, int, int]]:
    """(kind, child, family) of each bar that holds, and of each child whom a name or the team opens."""
    role = Role(user.role)
    parts = [BARS]
    if role in SEES_WHOLE_UNIT | SEES_OWN_TEAM | SEES_NAMED_ONLY:
        parts.append(GRANTS)
    if role in SEES_OWN_TEAM and user.team_id:
        parts.append(TEAMS_CHILDREN)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), {"user": user.pk, "team": user.team_id, "moment": moment})
        rows: list[tuple[str, int, int]] = cursor.fetchall()
    return rows


# ----- The way from a record to its children ----------------------------------------------------------------


@dataclass(frozen=True)
class Way:
    """The way from a record to its child or children.

    `head` is the path of forward keys to where it spreads (in rows of `many`, by their key `back`), `rest`
    the path from there; `many` is None where it does not spread, and then `head` is the whole path.
    """

    head: str
    many: type[ChildRecord] | None = None
    back: str = ""
    rest: str = ""

    def rows(self, condition: Q | None = None) -> Exists:
        """That the record has such a row: whose child meets the condition, or any."""
        assert self.many is not None
        rows = self.many.every.filter(**{self.back: OuterRef(self.head or "pk")})
        if condition is None:
            return Exists(rows.filter(**{f"{self.rest}__isnull": False}) if self.rest else rows)
        return Exists(rows.filter(condition))


@cache
def way(model: type[ChildRecord], path: str) -> Way:
    """The way along a path to the child, going on where it ends at another record about one."""
    steps, here = path.split("__") if path else [], model
    for place, step in enumerate(steps):
        field: Any = here._meta.get_field(step)
        if field.one_to_many:
            many, rest = field.related_model, "__".join(steps[place + 1 :])
            return Way("__".join(steps[:place]), many, field.field.name, rest)
        here = field.related_model
    return Way(path if here is Child else f"{path}__{here.CHILD_PATH}")
