"""Tables of numbers by line and column, whose every number opens to the rows behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from django.urls import reverse

from safeguarding.models import Child
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import count_of, number, uk_date


class Behind(Protocol):
    """A row behind a number: the child that it stands under, and the day that put it there."""

    @property
    def child(self) -> int: ...

    @property
    def day(self) -> date: ...


R = TypeVar("R", bound=Behind)


@dataclass(frozen=True)
class Heading(Generic[R]):
    """A column: which rows it counts, and out of which other column of its line ("" for a mere number)."""

    key: str
    label: str
    counts: Callable[[R], bool]
    of: str = ""


@dataclass(frozen=True)
class Line(Generic[R]):
    """A line: which rows it holds."""

    key: str
    label: str
    holds: Callable[[R], bool]


@dataclass(frozen=True)
class Grid(Generic[R]):
    """One table of the page, with how it counts in words."""

    key: str
    title: str
    about: str
    first: str
    columns: Sequence[Heading[R]]
    lines: Sequence[Line[R]]
    rows: Sequence[R] = field(repr=False)

    def behind(self, line: str, column: str) -> list[R] | None:
        """The rows behind one number; None where the table has none of this name."""
        found = next((one for one in self.lines if one.key == line), None)
        heading = next((one for one in self.columns if one.key == column), None)
        if found is None or heading is None:
            return None
        return [row for row in self.rows if found.holds(row) and heading.counts(row)]

    def numbers(self) -> Iterator[tuple[Line[R], Heading[R], int, int | None]]:
        """Each number with what it is out of."""
        for line in self.lines:
            held = [row for row in self.rows if line.holds(row)]
            counts = {one.key: sum(map(one.counts, held)) for one in self.columns}
            for one in self.columns:
                yield line, one, counts[one.key], counts[one.of] if one.of else None


def grid_table(grid: Grid[Any], href: Callable[[str], str]) -> Table:
    """`href` gives the address of the list behind a cell."""
    cells: dict[str, list[Cell]] = {line.key: [] for line in grid.lines}
    for line, heading, count, of in grid.numbers():
        text = number(count) if of is None else count_of(count, of)
        about = f"{heading.label}, {line.label}"
        link = href(f"{grid.key}.{line.key}.{heading.key}") if count else ""
        cells[line.key].append(Cell(text, href=link, about=about if link else ""))
    return Table(
        grid.title,
        [Column(grid.first), *(Column(one.label, numeric=True) for one in grid.columns)],
        [[line.label, *cells[line.key]] for line in grid.lines],
        "Nothing fell into these days.",
        row_heads=True,
    )


def csv_lines(all_: Iterable[Grid[Any]]) -> Iterator[list[str]]:
    """table, line, column, number, out of."""
    yield ["table", "line", "column", "number", "out_of"]
    for grid in all_:
        for line, heading, count, of in grid.numbers():
            yield [grid.title, line.label, heading.label, str(count), "" if of is None else str(of)]


def heading_of(grid: Grid[Any], line: str, column: str) -> str:
    """The words of one number: its line and its column."""
    first = next(one.label for one in grid.lines if one.key == line)
    return f"{first}: {next(one.label for one in grid.columns if one.key == column)}"


def list_table(
    title: str, rows: Iterable[R], children: Mapping[int, Child], words: Callable[[R], str]
) -> Table:
    """The rows behind one number: the child, the day that put it there, and what it is."""
    columns = [Column("Child"), Column("Number"), Column("Date"), Column("What it is")]
    lines = [
        [
            Cell(child.display_name, href=reverse("child", args=[child.ref])),
            Cell(child.la_child_id),
            Cell(uk_date(row.day)),
            Cell(words(row)),
        ]
        for row in rows
        for child in [children[row.child]]
    ]
    empty = "No child whose record you may open stands behind this."
    return Table(title, columns, lines, empty, caption_hidden=True, row_heads=True, stack=True)
