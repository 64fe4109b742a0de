"""What the DfE's published tables say in the terms of our measures: which column is which figure.

Pure. A record is one row of a table: a place, a year and its columns. Source: Children in need tables C4
and D1 to D7, open data releases of 2024 and 2025; the Local Authority Interactive Tool (LAIT); ONS mid-year
population estimates.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from safeguarding.wording import half_up

NUMERATOR, DENOMINATOR, VALUE = "NUMERATOR", "DENOMINATOR", "VALUE"
POPULATION = "population_0_17"
HIDDEN = "c"
# As many as are kept of a number that was worked out: it is rounded where it is shown, and only there.
PLACES = 6
NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]+)?")


@dataclass(frozen=True)
class PublishedRecord:
    """One row of a published table. `columns` holds the text of each figure, a number or a marker."""

    table: str
    release: int
    geography: str
    place: str
    place_name: str
    year: int
    columns: dict[str, str]
    row: int = 0


@dataclass(frozen=True)
class PublishedFigure:
    """One figure in our terms; `value` is None when the table shows `marker` in its stead."""

    record: PublishedRecord
    measure: str
    statistic: str
    value: Decimal | None
    marker: str = ""
    part: str = ""
    derived: str = ""

    @property
    def key(self) -> tuple[str, str, int, str, str]:
        return (self.measure, self.part, self.record.year, self.record.place, self.statistic)

    @property
    def rank(self) -> tuple[bool, int, bool]:
        return rank(self.measure, bool(self.derived), self.record.release, self.source)

    @property
    def source(self) -> str:
        where = f"{TABLES[self.record.table].name}, {self.record.release} release"
        return f"{self.derived}, from {where}" if self.derived else where


def rank(measure: str, derived: bool, release: int, source: str) -> tuple[bool, int, bool]:
    """Which of two figures of one key stands: the higher.

    An estimate of population over one that is implied, whatever their releases; then the later release; then
    a table over LAIT, which repeats the tables.
    """
    implied = derived and measure == POPULATION
    return (not implied, release, TABLES["lait"].name not in source)


Target = tuple[str, str, str]


@dataclass(frozen=True)
class Table:
    """A published table: its name and, for each column, the measure, statistic and part it feeds."""

    name: str
    columns: Mapping[str, tuple[Target, ...]]


DURATIONS = {
    "3_months_or_less": "3_months_or_less",
    "more_than_3_months_6_months": "3_to_6_months",
    "more_than_6_months_less_than_1_year": "6_to_12_months",
    "1_year_less_than_2_years": "1_to_2_years",
    "2_years_or_more": "2_years_or_more",
}
CATEGORIES = {"Neglect": "NEG", "Physical": "PHY", "Sexual": "SAB", "Emotional": "EMO", "Multiple": "MUL"}
WAITS = {
    "Duration_0-10_days": "0-10",
    "Duration_11-15_days": "11-15",
    "Duration_16-20_days": "16-20",
    "Duration_21+_days": "21+",
}
IN_TIME = ("Duration_0-10_days", "Duration_11-15_days")


def _durations(by_duration: str, two_years: str) -> dict[str, tuple[Target, ...]]:
    columns: dict[str, tuple[Target, ...]] = {}
    for column, part in DURATIONS.items():
        columns[column] = ((by_duration, NUMERATOR, part),)
        columns[f"{column}_percent"] = ((by_duration, VALUE, part),)
    columns["2_years_or_more"] += ((two_years, NUMERATOR, ""),)
    columns["2_years_or_more_percent"] += ((two_years, VALUE, ""),)
    return columns


def _categories() -> dict[str, tuple[Target, ...]]:
    return {
        f"{name}_{which}": (("open_by_category", NUMERATOR, f"{which.lower()}_{code}"),)
        for name, code in CATEGORIES.items()
        for which in ("Initial", "Latest")
    }


TABLES: dict[str, Table] = {
    "c4": Table(
        "DfE children in need table C4",
        {"ICPC": (("icpc_in_15_days", DENOMINATOR, ""),)}
        | {column: (("icpc_in_15_days", NUMERATOR, part),) for column, part in WAITS.items()},
    ),
    "d1": Table(
        "DfE children in need table D1",
        {
            "CPP_start": (("plans_started", NUMERATOR, ""),),
            "CPP_end": (("plans_ended", NUMERATOR, ""),),
            "CPP_At31": (("plans_open", NUMERATOR, ""),),
            "CPP_At31_rate": (("rate_per_10000", VALUE, ""),),
        },
    ),
    "d3": Table(
        "DfE children in need table D3",
        {
            "CPP_start": (("plans_started", NUMERATOR, ""), ("repeat_plans", DENOMINATOR, "")),
            "CPP_subsequent": (("repeat_plans", NUMERATOR, ""),),
            "CPP_subsequent_percent": (("repeat_plans", VALUE, ""),),
        },
    ),
    "d4": Table("DfE children in need table D4", _categories()),
    "d5": Table(
        "DfE children in need table D5",
        {"CPP_At31": (("plans_open", NUMERATOR, ""), ("open_two_years", DENOMINATOR, ""))}
        | _durations("open_by_duration", "open_two_years"),
    ),
    "d6": Table(
        "DfE children in need table D6",
        {
            "CPP_At31_3Months": (("reviews_on_time", DENOMINATOR, ""),),
            "Reviewed_within_timescales": (("reviews_on_time", NUMERATOR, ""),),
            "Reviewed_within_timescales_percent": (("reviews_on_time", VALUE, ""),),
        },
    ),
    "d7": Table(
        "DfE children in need table D7",
        {"CPP_End": (("plans_ended", NUMERATOR, ""), ("ended_two_years", DENOMINATOR, ""))}
        | _durations("ended_by_duration", "ended_two_years"),
    ),
    "lait": Table(
        "DfE Local Authority Interactive Tool",
        {
            "CPP_At31_rate": (("rate_per_10000", VALUE, ""),),
            "ended_2_years_or_more_percent": (("ended_two_years", VALUE, ""),),
            "ICPC_within_15_days_percent": (("icpc_in_15_days", VALUE, ""),),
            "Reviewed_within_timescales_percent": (("reviews_on_time", VALUE, ""),),
        },
    ),
    "population": Table(
        "ONS mid-year population estimates", {"population_estimate": ((POPULATION, NUMERATOR, ""),)}
    ),
}

# Counts beside their published rates per 10,000: together they show the population the DfE divided by.
RATES = {
    "CPP_At31": "CPP_At31_rate",
    "CPP_start": "CPP_start_rate",
    "Section47": "Section47_rate",
    "ICPC": "ICPC_rate",
}


def figures(records: Iterable[PublishedRecord]) -> dict[tuple[str, str, int, str, str], PublishedFigure]:
    """Every figure that the records hold or imply, one of each key: of the highest rank, the last read."""
    records = list(records)
    found: dict[tuple[str, str, int, str, str], PublishedFigure] = {}
    for figure in (*_all_published(records), *implied_populations(records)):
        standing = found.get(figure.key)
        if standing is None or figure.rank >= standing.rank:
            found[figure.key] = figure
    return found


def _all_published(records: list[PublishedRecord]) -> Iterator[PublishedFigure]:
    for record in records:
        yield from _published(record)
        if record.table == "c4":
            yield from _conferences_in_time(record)


def _published(record: PublishedRecord) -> Iterator[PublishedFigure]:
    for column, text in record.columns.items():
        for measure, statistic, part in TABLES[record.table].columns.get(column, ()):
            value = number(text)
            if value is None and not text:
                continue
            yield PublishedFigure(record, measure, statistic, value, "" if value is not None else text, part)


def _conferences_in_time(record: PublishedRecord) -> Iterator[PublishedFigure]:
    """Table C4 prints bands of days; the figure is its first two bands out of all, not rounded yet."""
    bands = [number(record.columns.get(column, "")) for column in IN_TIME]
    held = number(record.columns.get("ICPC", ""))
    counted = None if None in bands else sum((band for band in bands if band is not None), Decimal(0))
    share = None if counted is None or not held else half_up(counted * 100 / held, PLACES)
    for statistic, value in ((NUMERATOR, counted), (VALUE, share)):
        yield PublishedFigure(
            record,
            "icpc_in_15_days",
            statistic,
            value,
            "" if value is not None else HIDDEN,
            derived="0 to 10 and 11 to 15 days added up",
        )


def implied_populations(records: Iterable[PublishedRecord]) -> Iterator[PublishedFigure]:
    """The 0-17 population of each place and year that the published counts and rates imply.

    Each pair of count and rate leaves a span of populations that round to it; the middle of what all spans
    share is within a few children of the estimate that the DfE used.
    """
    spans: dict[tuple[str, int], list[tuple[Decimal, Decimal]]] = defaultdict(list)
    last: dict[tuple[str, int], PublishedRecord] = {}
    open_plans = _open_plans(records := list(records))
    for record in records:
        where = (record.place, record.year)
        for span in _spans(_with_open_plans(record, open_plans.get(where, ""))):
            spans[where].append(span)
            last[where] = record
    for where, found in spans.items():
        low, high = max(span[0] for span in found), min(span[1] for span in found)
        middle = half_up((low + high) / 2, places=0)
        yield PublishedFigure(
            last[where], POPULATION, NUMERATOR, middle, derived="Implied by counts and rates"
        )


def _open_plans(records: list[PublishedRecord]) -> dict[tuple[str, int], str]:
    return {(r.place, r.year): r.columns["CPP_At31"] for r in records if "CPP_At31" in r.columns}


def _with_open_plans(record: PublishedRecord, open_plans: str) -> PublishedRecord:
    """LAIT prints the rate of open plans without their number, which table D5 of the same year has."""
    if record.table == "lait" and open_plans:
        return replace(record, columns={**record.columns, "CPP_At31": open_plans})
    return record


def _spans(record: PublishedRecord) -> Iterator[tuple[Decimal, Decimal]]:
    # Figures above an authority are published to the nearest ten.
    error = Decimal(0) if record.geography == "AUTHORITY" else Decimal(5)
    for count_column, rate_column in RATES.items():
        count = number(record.columns.get(count_column, ""))
        rate = number(record.columns.get(rate_column, ""))
        if count and rate:
            half = Decimal("0.05")
            yield (count - error) * 10000 / (rate + half), (count + error) * 10000 / (rate - half)


def number(text: str) -> Decimal | None:
    """The number that a cell shows, commas allowed; None for a marker or nothing."""
    digits = text.replace(",", "").strip()
    if not NUMBER.fullmatch(digits):
        return None
    return half_up(Decimal(digits), PLACES)
