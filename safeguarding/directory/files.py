"""A directory as a file: CSV out as it stands, and in again, its columns found by their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Item
from safeguarding.refusals import Refused
from safeguarding.wording import joined

# (row number, cells) of each row that holds something.
Rows = list[tuple[int, list[str]]]

IN_USE = "In use"
# So many of the columns or rows that are wrong are named.
MOST_SAID = 5
OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}
NOT_UTF_8 = "The file must be saved as CSV in UTF-8. Line {line} holds a character that is not"
# Read as words, never as a formula, by whatever opens the file.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines_of(items: Sequence[Item], rows: Iterable[Any]) -> Iterator[list[str]]:
    """The rows as lines of a file: their columns in the order of the form, and whether each is in use."""
    items = [item.for_texts() for item in items]
    yield [*(item.label for item in items), IN_USE]
    for row in rows:
        yield [*(item.write(getattr(row, item.field)) for item in items), "yes" if row.is_active else "no"]


def formula_safe(cell: str) -> str:
    """A cell that whatever opens the file reads as words."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def read(directory: Directory, content: bytes) -> list[tuple[int, Mapping[str, str]]]:
    """[(row number, {item: text})] of a CSV in UTF-8. The first row with something in it is the header, rows
    without anything are left out. Raises Refused: no such text, no name column, a column that is not known or
    comes twice.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        raise Refused(NOT_UTF_8.format(line=line), "file") from None
    if "\0" in text:
        raise Refused("The file must be a CSV, and this one holds no readable text", "file")
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        open_quotation = "The file could not be read as a CSV: look for a quotation mark left open"
        raise Refused(open_quotation, "file") from None
    rows = [(row, cells) for row, cells in enumerate(lines, start=1) if any(cell.strip() for cell in cells)]
    if not rows:
        raise Refused("The file is empty", "file")
    header = without_empty_end(rows[0][1])
    fields = _fields(directory, header)
    _refuse_surplus(len(fields), rows[1:])
    return list(_rows(fields, rows[1:]))


def without_empty_end(header: list[str]) -> list[str]:
    """A first row without the commas of empty columns, with which a spreadsheet ends its rows."""
    names = list(header)
    while len(names) > 1 and not names[-1].strip():
        names.pop()
    return names


def parted_otherwise(header: list[str], known: Collection[str]) -> str:
    """The sentence for columns parted by something else, or "". `known` are the columns in small letters."""
    for separator, words in OTHER_SEPARATORS.items():
        parts = [part.strip().casefold() for cell in header for part in cell.split(separator)]
        if len(parts) > len(header) and any(part in known for part in parts):
            return f"The columns are parted by {words}. Save the file as CSV with commas"
    return ""


def _refuse_surplus(columns: int, rows: Rows) -> None:
    """A cell beyond the last column: a comma has parted a text, and what follows it stands wrong."""
    wrong = [row for row, cells in rows if any(cell.strip() for cell in cells[columns:])]
    if wrong:
        named = joined([str(row) for row in wrong[:MOST_SAID]])
        sentence = (
            f"More cells than the first row has: row {named}. Put a text with a comma in quotation marks"
        )
        raise Refused(sentence, "file")


def _fields(directory: Directory, header: list[str]) -> list[str | None]:
    """The item of each column; None for the column that says what is in use, which a file does not change."""
    known = {name.casefold(): item.field for item in directory.items for name in (item.label, item.field)}
    names = [name.strip().casefold() for name in header]
    unknown = [name for name in names if name not in known and name != IN_USE.casefold()]
    if unknown:
        known_columns = joined([item.label for item in directory.items])
        # The names are the file's own and may be anything.
        named = joined([name[:30] or "an empty one" for name in unknown[:MOST_SAID]])
        sentence = f"The first row must name these columns: {known_columns}. Not known: {named}"
        raise Refused(parted_otherwise(header, known) or sentence, "file")
    fields = [known.get(name) for name in names]
    if len(set(fields)) != len(fields):
        raise Refused("The first row names a column twice", "file")
    for key in directory.keys:
        if key.field not in fields:
            raise Refused(f"The first row must have the column {key.label}", "file")
    return fields


def _rows(fields: list[str | None], rows: Rows) -> Iterable[tuple[int, Mapping[str, str]]]:
    for number, cells in rows:
        # Cells that are missing at the end are empty.
        padded = [*cells, *[""] * (len(fields) - len(cells))]
        yield number, {field: _plain(cell) for field, cell in zip(fields, padded, strict=False) if field}


def _plain(cell: str) -> str:
    """A cell without the mark that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell
