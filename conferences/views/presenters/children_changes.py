"""What somebody may put right or record of a child: one list, to which each stage adds its own lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.rules.corrections import CORRECTABLE
from conferences.views.presenters import (
    enquiries,
    in_need,
    life_events,
    life_events_resumptions,
    supports,
)
from safeguarding.access import Permission
from safeguarding.models import Child, User
from safeguarding.operation import may_for
from safeguarding.pagekit.components import TaskLine

# The lines of a stage for a child in scope on a day: only those that the person may follow.
Lines = Callable[[User, Child, dt.date], Sequence[TaskLine]]


@dataclass(frozen=True)
class Group:
    """Lines of one kind under their heading."""

    heading: str
    lines: list[TaskLine]


def _facts(user: User, child: Child, on: dt.date) -> list[TaskLine]:
    """Whoever may correct any kind of record finds them all on one page."""
    may = any(may_for(user, right, child) for right in {one.right for one in CORRECTABLE})
    note = "A name, a date, a code or a number that is wrong; what stood there is kept beside it"
    return (
        [TaskLine("Correct what is recorded", reverse("child_facts", args=[child.ref]), note)] if may else []
    )


GROUPS: tuple[tuple[str, tuple[Lines, ...]], ...] = (
    ("The plan", (life_events.plan_lines, life_events_resumptions.lines, in_need.lines, supports.lines)),
    ("What happened in the child’s life", (life_events.lines,)),
    ("What is recorded", (_facts,)),
    ("Enquiries", (enquiries.lines,)),
    ("The family", (life_events.family_lines,)),
)


# Whoever holds one of these finds a line there; whoever may correct something, does too.
RIGHTS = frozenset(one.right for one in CORRECTABLE) | {
    Permission.CONCLUDE_ENQUIRY,
    Permission.CORRECT_ENQUIRY,
    Permission.RECORD_LIFE_EVENT,
    Permission.RECORD_IN_NEED_PLAN,
    Permission.RECORD_SUPPORT,
}


def changes_href(user: User, child: Child) -> str:
    """Where this person finds what they may do for the child; "" for who may do nothing."""
    may = any(may_for(user, right, child) for right in RIGHTS)
    return reverse("child_changes", args=[child.ref]) if may else ""


def groups(user: User, child: Child, on: dt.date) -> list[Group]:
    """All that this person may do for the child, without headings that have nothing beneath."""
    found = [
        Group(heading, [line for lines in parts for line in lines(user, child, on)])
        for heading, parts in GROUPS
    ]
    return [group for group in found if group.lines]
