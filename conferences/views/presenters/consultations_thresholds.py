"""The threshold statements in words: which hold, from which day, and what was before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.html import format_html

from conferences.models import ThresholdStatement
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import uk_date

COLUMNS = [Column("Number"), Column("Statement"), Column("Holds"), Column("Written by")]


def statements_table(
    statements: Iterable[ThresholdStatement], on: date, *, may_change: bool = False
) -> Table:
    """Every version, those in force and those that were or will be; with what may be done with each."""
    rows = [[*_row(one, on), *([_acts(one, on)] if may_change else [])] for one in statements]
    empty = "No statement is written yet. Decisions are then made without one."
    columns = [*COLUMNS, *([Column("Change")] if may_change else [])]
    title = "Threshold statements"
    return Table(title, columns, rows, empty, row_heads=True, stack=True, caption_hidden=True)


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


def _acts(one: ThresholdStatement, on: date) -> Cell:
    """A new version of what is in force, and its end; nothing for one that has its end."""
    if one.until_date is not None:
        return Cell()
    words = format_html('<span class="govuk-visually-hidden"> {}</span>', one.key)
    end = format_html(
        '<a class="govuk-link" href="{}">End{}</a>', reverse("threshold_end", args=[one.ref]), words
    )
    if one.from_date > on:
        return Cell(end)
    change = f"{reverse('threshold_new')}?of={one.ref}"
    return Cell(format_html('<a class="govuk-link" href="{}">Change{}</a> {}', change, words, end))
