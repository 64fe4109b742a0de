"""What somebody may put right or record of a child: one list, to which each stage adds its own lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.views.presenters import in_need, life_events
from conferences.views.presenters.life_events import ChangeLine
from safeguarding.access import Permission, can
from safeguarding.models import Child, User

# The lines of a stage for a child in scope on a day: only those that the person may follow.
Lines = Callable[[User, Child, dt.date], Sequence[ChangeLine]]


@dataclass(frozen=True)
class Group:
    """Lines of one kind under their heading."""

    heading: str
    lines: list[ChangeLine]


GROUPS: tuple[tuple[str, tuple[Lines, ...]], ...] = (
    ("The plan", (life_events.plan_lines, in_need.lines)),
    ("What happened in the child’s life", (life_events.lines,)),
    ("The family", (life_events.family_lines,)),
)


# Whoever holds one of these finds a line there.
RIGHTS = (
    Permission.RECORD_LIFE_EVENT,
    Permission.RECORD_IN_NEED_PLAN,
    Permission.ADD_CHILD,
    Permission.RECORD_PLAN_ELSEWHERE,
)


def changes_href(user: User, child: Child) -> str:
    """Where this person finds what they may do for the child; "" for who may do nothing."""
    may = any(can(user, right) for right in RIGHTS)
    return reverse("child_changes", args=[child.ref]) if may else ""


def groups(user: User, child: Child, on: dt.date) -> list[Group]:
    """All that this person may do for the child, without headings that have nothing beneath."""
    found = [
        Group(heading, [line for lines in parts for line in lines(user, child, on)])
        for heading, parts in GROUPS
    ]
    return [group for group in found if group.lines]
