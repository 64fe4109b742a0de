"""A team's children in words, whom a search by identity found, and whom a team took on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from conferences.queries.allocations import Candidate
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.policy.words import in_words
from safeguarding.wording import uk_date, uk_moment

NONE_YET = "Nobody yet"

NO_CHILD = "No child fits exactly. Check the spelling and the date, or ask the {STRATEGIC_LEAD}."


def team_table(held: Iterable[Any], total: int, worker: str = "") -> Table:
    """The children of a team, those without a worker first. `worker`: whose were asked for, "" for all."""
    return Table(
        f"Children of the team ({total})" if total else "Children of the team",
        [Column("Child"), Column("Worker"), Column("Since"), Column("Plan"), Column("Change")],
        [_child_row(one) for one in held],
        empty="No children fit." if worker else "The team holds no children.",
        row_heads=True,
        stack=True,
    )


def _child_row(one: Any) -> list[Cell]:
    child = one.child
    worker = Cell(one.worker.full_name) if one.worker else Cell(tag=Tag(NONE_YET, "red"))
    return [
        Cell(child.display_name, href=reverse("child", args=[child.ref]), note=child.la_child_id),
        worker,
        Cell(uk_date(one.start_date)),
        Cell("On a plan" if one.on_plan else "None"),
        Cell("Give or hand over", href=reverse("allocation", args=[child.ref]), note=child.display_name),
    ]


def found_table(found: Sequence[Candidate], on: dt.date, own_team: str = "") -> Table:
    """Who was found: who they are, and whether one may take them on; nothing of a record."""
    rows = [
        [
            Cell(one.child.display_name),
            uk_date(one.child.birth_date or one.child.expected_birth_date),
            one.child.la_child_id,
            _choice(one, own_team),
        ]
        for one in found
    ]
    return Table(
        "Found",
        [Column("Child"), Column("Born or expected"), Column("Number"), Column("What you can do")],
        rows,
        empty=in_words(NO_CHILD, on),
        row_heads=True,
        stack=True,
    )


def _choice(one: Candidate, own_team: str) -> Cell:
    if not one.team:
        return Cell("Take on", href=reverse("allocation_take", args=[one.child.ref]))
    if one.team == own_team:
        held = "Your team holds this child"
        return Cell("Give or hand over", href=reverse("allocation", args=[one.child.ref]), note=held)
    return Cell(f"{one.team} holds this child: ask its manager to hand over")


def identity_rows(child: Any) -> list[SummaryRow]:
    """Who the child is, for the page on which they are taken on."""
    born = "Date of birth" if child.birth_date else "Expected"
    return [
        SummaryRow("Child", child.display_name),
        SummaryRow(born, uk_date(child.birth_date or child.expected_birth_date)),
        SummaryRow("Number", child.la_child_id),
    ]


def taken_on_table(caption: str, rows: Iterable[Any], empty: str, *, to_review: bool) -> Table:
    """The children taken on, by number alone."""
    last = Column("What you can do") if to_review else Column("Looked at by")
    return Table(
        caption,
        [Column("Number"), Column("Team"), Column("Taken on"), Column("Why"), last],
        [[*_taken_on(row), _end(row, to_review)] for row in rows],
        empty=empty,
        row_heads=True,
        stack=True,
    )


def _taken_on(row: Any) -> list[Any]:
    when = Cell(uk_moment(row.taken_on_at), note=row.taken_on_by.full_name)
    return [Cell(row.child.la_child_id), row.team.name, when, row.reason]


def _end(row: Any, to_review: bool) -> Cell:
    if to_review:
        href = reverse("taken_on_review", args=[row.ref])
        return Cell("Look at it", href=href, note=row.child.la_child_id)
    return Cell(row.reviewed_by.full_name, note=uk_moment(row.reviewed_at))
