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
from typing import Any

from django.db import connection

from safeguarding.clock import now
from safeguarding.models import Child, User
from safeguarding.rights import READS_RECORDS, SEES_OWN_TEAM, SEES_WHOLE_UNIT

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

    @property
    def is_narrow(self) -> bool:
        """Whether few are in sight rather than few hidden."""
        return self.only is not None

    def sees(self, child: Child) -> bool:
        """Whether a child that is loaded already is in sight."""
        if self.only is not None:
            return child.pk in self.only
        return (not child.is_restricted or child.pk in self.named) and child.family_id not in self.barred

    def seen(self, child: str, restricted: str, family: str) -> str:
        """SQL: that a child is in sight, by the columns that hold its id, its restriction and its family."""
        if self.only is not None:
            return _among(child, self.only)
        named = f" OR {_among(child, self.named)}" if self.named else ""
        barred = f" AND ({family} IS NULL OR NOT {_among(family, self.barred)})" if self.barred else ""
        return f"(NOT {restricted}{named}){barred}"

    def hidden(self, child: str, restricted: str, family: str) -> str:
        """SQL: that it is out of sight. Said of the few who are hidden, so that an index finds them."""
        if self.only is not None:
            return f"NOT {_among(child, self.only)}"
        unnamed = f" AND NOT {_among(child, self.named)}" if self.named else ""
        barred = f" OR {_among(family, self.barred)}" if self.barred else ""
        return f"{restricted}{unnamed}{barred}"


def _among(column: str, ids: frozenset[int]) -> str:
    """SQL: that a column holds one of the ids, which are numbers and stand in it as they are."""
    return f"({column} = ANY ('{{{','.join(map(str, sorted(ids)))}}}'::bigint[]))"


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
    rights = (user.pk, user.roles, user.team_id, user.is_active, user.is_system) if user.pk else ()
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
    if user.is_any(*SEES_WHOLE_UNIT):
        return Sight(barred, named, None)
    only = frozenset(child for kind, child, family in rows if kind != BARRED and family not in barred)
    return Sight(barred, named, only)


def _rights(user: User, moment: dt.datetime) -> list[tuple[str, int, int]]:
    """(kind, child, family) of each bar that holds, and of each child whom a name or the team opens."""
    parts = [BARS]
    if user.is_any(*READS_RECORDS):
        parts.append(GRANTS)
    if user.is_any(*SEES_OWN_TEAM) and user.team_id:
        parts.append(TEAMS_CHILDREN)
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), {"user": user.pk, "team": user.team_id, "moment": moment})
        rows: list[tuple[str, int, int]] = cursor.fetchall()
    return rows
