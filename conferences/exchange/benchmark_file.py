"""Reads published figures from CSV: the DfE's open data as it is downloaded, or one figure a row.

A row that cannot be used is refused with its number and a sentence, and the rest is read.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TextIO

from conferences.rules.published import TABLES, PublishedRecord, number
from safeguarding.refusals import Refused
from safeguarding.register.authorities import authorities, latest_authority

ENGLAND = "E92000001"
# As the DfE prints them; "low" (more than nothing, less than half a unit) is kept as ~.
MARKERS = {"c": "c", "u": "u", "z": "z", "x": "x", "k": "k", ":": ":", "low": "~"}
LONG_COLUMNS = frozenset({"geography", "old_la_code", "year", "measure", "value", "source"})
WIDE_COLUMNS = frozenset({"time_period", "geographic_level", "region_code", "old_la_code"})
SOURCE = re.compile(r"(?P<table>[a-z0-9]+) \((?P<release>20[0-9]{2}) release\)")
YEAR = re.compile(r"20[0-9]{2}")
LEVELS = {"National": "COUNTRY", "Regional": "REGION", "Local authority": "AUTHORITY"}


@dataclass
class Contents:
    """What a file held: its records, and each row refused by number (the header is 1) with a sentence."""

    records: list[PublishedRecord] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)


def read_file(path: Path, *, table: str = "", release: int | None = None) -> Contents:
    """The records of a CSV file.

    The DfE names its files by table and last year (d5_cpps_at31march_by_duration_2013_to_2025.csv); `table`
    and `release` say so where the name does not. Without either year, the latest in the file is the release.
    Raises Refused when the file is not such a CSV.
    """
    named = path.stem.lower().split("_")
    released = int(named[-1]) if YEAR.fullmatch(named[-1]) else None
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return read(file, table=table or named[0], release=release or released)
    except (OSError, UnicodeDecodeError, csv.Error) as fault:
        raise Refused(f"{path.name} could not be read as a CSV file in UTF-8.") from fault


def read(file: TextIO, *, table: str, release: int | None = None) -> Contents:
    """As read_file, from an open file."""
    reader = csv.DictReader(file, strict=True)
    header = frozenset(reader.fieldnames or ())
    if header >= LONG_COLUMNS:
        return _collect(reader, _long_record)
    if header >= WIDE_COLUMNS:
        return _wide(reader, "population" if "population_estimate" in header else table, release)
    raise Refused(
        "The first row must name the columns of the DfE's open data (time_period, geographic_level, "
        "old_la_code ...) or geography, old_la_code, year, measure, value and source."
    )


def read_neighbours(path: Path) -> list[tuple[str, str, int, int]]:
    """Authority, neighbour, year of the model, rank: one tuple a row of the project's own file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            (row["authority"], row["neighbour"], int(row["model_year"]), int(row["rank"]))
            for row in csv.DictReader(file)
        ]


def _collect(
    reader: "csv.DictReader[str]", make: Callable[[dict[str, str], int], PublishedRecord]
) -> Contents:
    contents = Contents()
    for row_number, row in enumerate(reader, start=2):
        try:
            if None in row or None in row.values():
                raise Refused("The row has more or fewer cells than the first row names.")
            contents.records.append(make(row, row_number))
        except Refused as refusal:
            contents.refused.append((row_number, refusal.sentence))
    contents.records = _merge(contents.records)
    return contents


def _wide(reader: "csv.DictReader[str]", table: str, release: int | None) -> Contents:
    if table not in TABLES:
        raise Refused(f"Table {table!r} is not one of {', '.join(TABLES)}: name it with --table.")

    def make(row: dict[str, str], row_number: int) -> PublishedRecord:
        return _wide_record(row, row_number, table, release or 0)

    contents = _collect(reader, make)
    latest = release or max((record.year for record in contents.records), default=0)
    contents.records = [replace(record, release=latest) for record in contents.records]
    return contents


def _wide_record(row: dict[str, str], row_number: int, table: str, release: int) -> PublishedRecord:
    geography = LEVELS.get(row["geographic_level"])
    if geography is None:
        raise Refused(f"The level {row['geographic_level']!r} is not national, regional or local.")
    place, name = _wide_place(row, geography)
    # The population half way through a year is the one that the year ending the next March is divided by.
    year = _year(row["time_period"]) + (1 if table == "population" else 0)
    columns = {c: _figure(row[c], c) for c in (*TABLES[table].columns, *_rates(row)) if c in row}
    return PublishedRecord(table, release, geography, place, name, year, columns, row_number)


def _rates(row: dict[str, str]) -> Iterator[str]:
    return (column for column in row if column.endswith("_rate") or column == "Section47")


def _wide_place(row: dict[str, str], geography: str) -> tuple[str, str]:
    if geography == "COUNTRY":
        return ENGLAND, "England"
    if geography == "REGION":
        return row["region_code"], row.get("region_name", "")
    return _authority(row["old_la_code"])


def _long_record(row: dict[str, str], row_number: int) -> PublishedRecord:
    source = SOURCE.fullmatch(row["source"].lower())
    if source is None or source["table"] not in TABLES:
        raise Refused(f"The source {row['source']!r} is not a known table with its release.")
    geography, place, name = _long_place(row)
    columns = {row["measure"]: _figure(row["value"], row["measure"])}
    year = _year(row["year"])
    return PublishedRecord(
        source["table"], int(source["release"]), geography, place, name, year, columns, row_number
    )


def _long_place(row: dict[str, str]) -> tuple[str, str, str]:
    if row["old_la_code"]:
        return ("AUTHORITY", *_authority(row["old_la_code"]))
    if row["geography"] == "England":
        return "COUNTRY", ENGLAND, "England"
    regions = {authority.region: authority.region_ons for authority in authorities()}
    if row["geography"] not in regions:
        raise Refused(f"No region is called {row['geography']!r}, and the row has no authority's code.")
    return "REGION", regions[row["geography"]], row["geography"]


def _authority(code: str) -> tuple[str, str]:
    known = latest_authority(code)
    if known is None:
        raise Refused(f"No local authority has the code {code!r}.")
    return code, known.name


def _year(text: str) -> int:
    if not YEAR.fullmatch(text):
        raise Refused(f"The year {text!r} is not one like 2025.")
    return int(text)


def _figure(text: str, column: str) -> str:
    cell = text.strip()
    if cell and cell not in MARKERS and number(cell) is None:
        raise Refused(f"{column} is {text!r}, which is neither a number nor a marker such as c.")
    return MARKERS.get(cell, cell)


def _merge(records: list[PublishedRecord]) -> list[PublishedRecord]:
    """The rows of one table, place and year as one record, so that a count stands beside its rate."""
    joined: dict[tuple[str, int, str, int], PublishedRecord] = {}
    for record in records:
        key = (record.table, record.release, record.place, record.year)
        if key in joined:
            joined[key].columns.update(record.columns)
        else:
            joined[key] = record
    return list(joined.values())
