"""The children behind a figure as a table, in the words of its definition."""

from __future__ import annotations

from collections.abc import Callable

from conferences.queries.measures_children import Row, Shown
from conferences.rules.measures_definition import Measure
from conferences.rules.vocabulary import Category
from safeguarding.labelled import label
from safeguarding.models import Child
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import number, uk_date, upper_first

PARTS = {
    "numerator": "Counted in the figure",
    "denominator": "All that the figure is out of",
    "rest": "Out of which, but not counted",
    "left_out": "Left out",
}


def part_words(measure: Measure, part: str) -> str:
    """The words for a part of a figure: a band's label, or what the part is."""
    if part in PARTS:
        return PARTS[part]
    return next(
        f"{split.label}: {band.label}"
        for split in measure.splits
        for band in split.all_bands
        if part == (f"{split.key}.{band.key}" if split.key else band.key)
    )


def list_table(measure: Measure, seen: Shown, href: Callable[[Child], str]) -> Table:
    """One line a row of the figure: the child, the day that put it there, the plan, why it was left out."""
    columns = [Column("Child"), Column("Number"), Column("Date"), Column("Plan")]
    columns += [Column(upper_first(measure.measured), numeric=True)] if measure.measured else []
    columns += [Column("In the figure")]
    return Table(
        caption=measure.title,
        columns=columns,
        rows=[_line(measure, row, href) for row in seen.rows],
        empty="No child whose record you may open stands behind this.",
        caption_hidden=True,
        row_heads=True,
        stack=True,
    )


def _line(measure: Measure, row: Row, href: Callable[[Child], str]) -> list[Cell]:
    member, child = row.member, row.child
    cells = [
        Cell(child.display_name, href=href(child)),
        Cell(child.la_child_id),
        Cell(uk_date(member.day)),
        _plan(row),
    ]
    if measure.measured:
        cells.append(Cell("" if member.number is None else number(member.number)))
    return [*cells, _standing(row)]


def _plan(row: Row) -> Cell:
    if row.plan is None:
        return Cell("")
    until = f" to {uk_date(row.plan.end_date)}" if row.plan.end_date else ", open"
    return Cell(f"{uk_date(row.plan.start_date)}{until}", note=label(Category, row.plan.latest_category))


def _standing(row: Row) -> Cell:
    if row.member.left_out:
        return Cell("", tag=Tag("Left out", "grey"), note=row.member.left_out.label)
    return Cell("", tag=Tag("Counted", "blue") if row.member.counted else Tag("Not counted", "grey"))
