"""The threshold statements in words: which hold, from which day, and what was before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from conferences.models import ThresholdStatement
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import uk_date

COLUMNS = [Column("Number"), Column("Statement"), Column("Holds"), Column("Written by")]


def statements_table(statements: Iterable[ThresholdStatement], on: date) -> Table:
    rows = [_row(one, on) for one in statements]
    empty = "No statement is written yet. Decisions are then made without one."
    return Table(
        "Threshold statements", COLUMNS, rows, empty, row_heads=True, stack=True, caption_hidden=True
    )


def _row(one: ThresholdStatement, on: date) -> list[Cell]:
    until = f", until {uk_date(one.until_date)}" if one.until_date else ""
    return [
        Cell(one.key),
        Cell(one.words),
        Cell(f"From {uk_date(one.from_date)}{until}", tag=_tag(one, on)),
        Cell(one.saved_by.full_name, note=uk_date(one.saved_at)),
    ]


def _tag(one: ThresholdStatement, on: date) -> Tag:
    if one.from_date > on:
        return Tag("Later", "blue")
    holds = one.until_date is None or one.until_date > on
    return Tag("In force", "green") if holds else Tag("Before", "grey")
