"""A file of children read a line at a time: what can be said of a line without looking at the record."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import BinaryIO

from conferences.exchange.census.values import as_date
from conferences.exchange.feed.columns import NAMES, NUMBER, fields_of
from safeguarding.directory.files import without_empty_end
from safeguarding.refusals import Refused
from safeguarding.register.codes import Sex
from safeguarding.register.identifiers import la_child_id_problem, upn_problem
from safeguarding.signs import HIDDEN, NO_WIDTH
from safeguarding.wording import counted

FORMULA = ("=", "+", "-", "@")
LONGEST = {
    "given_names": 100,
    "family_name": 100,
    "family_ref": 40,
    "address": 500,
    "postcode": 8,
    "worker": 254,
    "team": 254,
}
SEXES = {
    "f": Sex.FEMALE,
    "female": Sex.FEMALE,
    "2": Sex.FEMALE,
    "m": Sex.MALE,
    "male": Sex.MALE,
    "1": Sex.MALE,
    "u": Sex.UNKNOWN,
    "unknown": Sex.UNKNOWN,
    "not known": Sex.UNKNOWN,
    "0": Sex.UNKNOWN,
    "9": Sex.UNKNOWN,
}
NOT_UTF_8 = "The file must be saved as CSV in UTF-8. Line {line} holds a character that is not"
NO_CSV = "The file could not be read as a CSV from line {line} on: look for a quotation mark left open"
OLDEST = dt.date(1900, 1, 1)


@dataclass
class Line:
    """One line as it was read. `problems` refuse it, `remarks` say what of it is left out; none names
    anybody, for what stands in a cell may be anything.
    """

    line: int
    number: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, dt.date | None] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def lines(file: BinaryIO, on: dt.date) -> Iterator[Line]:
    """Every line after that of the columns, those with nothing in them left out; numbered as an editor does.

    Raises Refused where the file as a whole cannot be read; what was given until then is not to be kept.
    """
    with closing(_rows(file)) as rows:
        header = next((cells for _, cells in rows if any(cell.strip() for cell in cells)), [])
        if not header:
            raise Refused("The file is empty", "file")
        fields = fields_of(without_empty_end(header))
        for number, cells in rows:
            if any(cell.strip() for cell in cells):
                yield read(number, fields, cells, on)


def _rows(file: BinaryIO) -> Generator[tuple[int, list[str]]]:
    """(the line where it begins, its cells)."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    reader = csv.reader(text, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except UnicodeDecodeError:
        raise Refused(NOT_UTF_8.format(line=_undecodable(file)), "file") from None
    except csv.Error:
        raise Refused(NO_CSV.format(line=begins), "file") from None
    finally:
        text.detach()


def _undecodable(file: BinaryIO) -> int:
    """The line of the first bytes that are no UTF-8: the reader is ahead of what it gives out."""
    file.seek(0)
    for number, raw in enumerate(file, start=1):
        try:
            raw.decode()
        except UnicodeDecodeError:
            return number
    return 1


def read(number: int, fields: list[str], cells: list[str], on: dt.date) -> Line:
    """One line. A cell that is missing at the end is empty; one too many means that a comma parted a text."""
    line = Line(number)
    if any(cell.strip() for cell in cells[len(fields) :]):
        line.problems.append(
            f"The line has {counted(len(cells), 'cell')}, and the first row {len(fields)}: put a text with a"
            " comma in quotation marks."
        )
        return line
    texts = {name: _text(name, cell, line) for name, cell in zip(fields, cells, strict=False)}
    _read_number(texts.pop(NUMBER, ""), line)
    line.texts["sex"] = _sex(texts.pop("sex", ""), line)
    line.texts["upn"] = _upn(texts.pop("upn", ""), line)
    for name in ("birth_date", "expected_birth_date"):
        line.days[name] = _day(name, texts.pop(name, ""), line)
    _check_birth(line, on)
    line.texts |= texts
    _check_lengths(texts, line)
    return line


def _text(name: str, cell: str, line: Line) -> str:
    """The cell without the spaces around it and without signs of no width, as a copied text brings them; the
    lines of an address stay lines.
    """
    cell = NO_WIDTH.sub("", cell)
    parts = [" ".join(part.split()) for part in cell.splitlines()] if name == "address" else [cell]
    text = "\n".join(part for part in parts if part) if name == "address" else " ".join(cell.split())
    if HIDDEN.search(text.replace("\n", " ")):
        line.problems.append(f"{NAMES[name]} holds a character that is no text.")
        return ""
    # The mark by which a spreadsheet takes a cell for words.
    if text.startswith("'") and text[1:].startswith(FORMULA):
        return text[1:]
    if text.startswith(FORMULA):
        line.problems.append(f"{NAMES[name]} begins as a formula does, with =, +, - or @.")
        return ""
    return text


def _read_number(text: str, line: Line) -> None:
    if not text:
        line.problems.append(f"{NAMES[NUMBER]} is missing.")
    elif problem := la_child_id_problem(text):
        line.problems.append(problem)
    else:
        line.number = text


def _sex(text: str, line: Line) -> str:
    if text and text.casefold() not in SEXES:
        line.problems.append("Sex is none of F, M and U.")
    return SEXES[text.casefold()].value if text.casefold() in SEXES else ""


def _upn(text: str, line: Line) -> str:
    problem = upn_problem(text.upper()) if text else ""
    if problem:
        line.remarks.append(f"{problem} It was left out.")
    return "" if problem else text.upper()


def _day(name: str, text: str, line: Line) -> dt.date | None:
    day, _ = as_date(text) if text else (None, True)
    if text and (day is None or day < OLDEST):
        line.problems.append(f"{NAMES[name]} is no date: write it like 2015-03-04 or 4/3/2015.")
        return None
    return day


def _check_birth(line: Line, on: dt.date) -> None:
    """A child who is born needs no expected day any longer."""
    born = line.days["birth_date"]
    if born and born > on:
        line.problems.append("The date of birth lies in the future.")
    if born:
        line.days["expected_birth_date"] = None


def _check_lengths(texts: Mapping[str, str], line: Line) -> None:
    for name, most in LONGEST.items():
        if len(texts.get(name, "")) > most:
            line.problems.append(f"{NAMES[name]} must be {counted(most, 'character')} or less.")
