"""The children behind a figure, as far as the reader may see them: a page of the rows it was counted from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from conferences.models import Plan
from conferences.queries.measures import Member
from safeguarding.access import scope
from safeguarding.models import Child, User

A_PAGE = 50


@dataclass(frozen=True)
class Row:
    """One row behind a figure with its child, and its plan where it is about one."""

    member: Member
    child: Child
    plan: Plan | None


@dataclass(frozen=True)
class Shown:
    """A page of rows. `seen` counts the rows the reader may see; the figure may count more."""

    rows: list[Row]
    page: Page[Any]
    seen: int


def shown(user: User, found: Sequence[Member], number: int) -> Shown:
    """The rows of one page in their order: three queries, whatever their number."""
    visible = visible_ids(user, {m.child_id for m in found})
    page = Paginator([m for m in found if m.child_id in visible], A_PAGE).get_page(number)
    members: list[Member] = list(page.object_list)
    children = children_shown(user, {m.child_id for m in members})
    plans = scope(user, Plan).in_bulk({m.plan_id for m in members if m.plan_id})
    rows = [Row(m, children[m.child_id], plans.get(m.plan_id or 0)) for m in members]
    return Shown(rows, page, page.paginator.count)


def visible_ids(user: User, children: Collection[int]) -> set[int]:
    """Which of these children (ids) the reader may see. Only ids are read here: who stands on a page, and is
    logged as seen, is read by children_shown().
    """
    return set(scope(user, Child).filter(pk__in=children).values_list("pk", flat=True))


def children_shown(user: User, children: Collection[int]) -> dict[int, Child]:
    """{id: child} of those of them that the reader may see."""
    return scope(user, Child).in_bulk(children)
