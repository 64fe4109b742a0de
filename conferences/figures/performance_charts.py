"""The charts of the performance page, each with headline, sentence and table made from what it draws."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from conferences.figures.benchmark_words import neighbours_note, so_many
from conferences.figures.charts import Bar, Picture, both, columns_chart, durations_chart, run_chart
from conferences.figures.charts import Column as Year
from conferences.figures.performance_facts import Facts
from conferences.queries.benchmarks import Benchmark
from conferences.queries.measures.series import DurationRow, YearFigure, durations
from conferences.rules.control_band import ControlBand, MonthEnd
from conferences.rules.figures import Figure
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.pagekit.components import Cell, Chart, Column, Table
from safeguarding.wording import (
    counted,
    joined,
    number,
    percent,
    share,
    uk_date,
    uk_month,
    upper_first,
)

NEIGHBOURS = "Statistical neighbours, median"


@dataclass(frozen=True)
class Draft:
    """A chart with its words, before its pictures are drawn."""

    code: str
    headline: str
    subtitle: str
    sentence: str
    table: Table
    pictures: Sequence[Picture]
    notes: tuple[str, ...] = ()

    def chart(self, wide: SafeString, narrow: SafeString, csv: str) -> Chart:
        return Chart(
            headline=self.headline,
            subtitle=self.subtitle,
            sentence=self.sentence,
            svg=wide,
            svg_narrow=narrow,
            table=self.table,
            csv_href=csv,
            notes=self.notes,
        )


def drafts(known: Facts) -> list[Draft]:
    """The charts in the order of the page. A chart of nothing is left out."""
    wanted = [run_draft(known), durations_draft(known)]
    wanted += [year_draft(known, code) for code in ("repeat_plans", "icpc_in_15_days", "reviews_on_time")]
    return [draft for draft in wanted if draft]


def run_draft(known: Facts) -> Draft | None:
    """Plans open at each month end, with the band where one is set; None where no month end is known."""
    told = [(m, m.plans) for m in known.run if m.plans is not None]
    if not told:
        return None
    (first, _), (last, open_) = told[0], told[-1]
    counts = [plans for _, plans in told]
    # What is not known at either end is left off the picture; between, it breaks the line.
    drawn = known.run[known.run.index(first) : known.run.index(last) + 1]
    return Draft(
        code="plans_open",
        headline=_run_headline([m for m, _ in told], open_, known.band),
        subtitle=f"Plans open at month ends, {uk_month(first.day)} to {uk_month(last.day)}",
        sentence=(
            f"From {number(min(counts))} to {number(max(counts))}; "
            f"{number(open_)} on {uk_date(last.day)}. {_band_sentence(known.band)}"
        ),
        table=_run_table(known.run),
        pictures=both(run_chart, tuple(drawn), known.band),
        notes=_months_note(len(known.run) - len(told), len(known.run)),
    )


def _months_note(unknown: int, whole: int) -> tuple[str, ...]:
    if not unknown:
        return ()
    are = "is not known, and is" if unknown == 1 else "are not known, and are"
    return (f"{number(unknown)} of the {number(whole)} month ends {are} left out.",)


def _run_headline(run: list[MonthEnd], open_: int, band: ControlBand | None) -> str:
    """Of the month ends that are known; `open_` at the last of them."""
    flagged = [m for m in run if m.is_flagged]
    if band is None:
        return f"{counted(open_, 'plan')} open at the end of {uk_month(run[-1].day)}"
    if not (judged := [m for m in run if m.standing]):
        return "No plan was on record at any of these month ends"
    if not flagged:
        return f"Open plans never left {band.words()} in {counted(len(judged), 'month')}"
    if len(flagged) == 1:
        return f"Open plans left the band in {uk_month(flagged[0].day)}"
    return f"Open plans were outside the band in {len(flagged)} of {len(judged)} months"


def _band_sentence(band: ControlBand | None) -> str:
    if band is None:
        return "No band is set, so none is drawn."
    return f"The band is {band.words()}: {number(band.width)}% either side of {number(band.centre)}."


def _run_table(run: list[MonthEnd]) -> Table:
    has_band = any(m.standing for m in run)
    said = [[_standing(m)] if has_band else [] for m in run]
    return Table(
        caption="Plans open at month ends",
        columns=[
            Column("Month end"),
            Column("Plans open", numeric=True),
            *([Column("Band")] if has_band else []),
        ],
        rows=[[uk_date(m.day), _count(m.plans), *band] for m, band in zip(run, said, strict=True)],
        row_heads=True,
    )


def _standing(month: MonthEnd) -> str:
    if month.plans is None:
        return ""
    return month.standing.label if month.standing else "none on record"


def _count(plans: int | None) -> str:
    return "not known" if plans is None else number(plans)


def durations_draft(known: Facts) -> Draft | None:
    """How long plans have lasted: open beside ended beside neighbours."""
    open_, ended = known.figures["open_by_duration"], known.figures["ended_by_duration"]
    if not open_.numerator and not ended.numerator:
        return None
    rows = durations(open_, ended)
    found = {row.key: known.compared("open_by_duration", row.key) for row in rows}
    compared = {key: one for key, one in found.items() if one}
    year = next((one.year for one in compared.values()), None)
    neighbours = {key: one.neighbours for key, one in compared.items()}
    bars = [
        Bar(row.label, series, value)
        for row in rows
        for series, value in (
            ("Open plans", row.open_percent),
            ("Ended plans", row.ended_percent),
            (f"Neighbours, open ({year})", neighbours.get(row.key)),
        )
        if value is not None
    ]
    return Draft(
        code="open_by_duration",
        headline=_durations_headline(rows, open_, ended),
        subtitle=f"Plans by length: open on {uk_date(known.period.to)} and ended in the period",
        sentence=(
            f"{upper_first(_so_many(open_, 'open'))} and {_so_many(ended, 'ended')}. "
            "A low share of long plans and a low share of second plans pull against each other: read both."
        ),
        table=_durations_table(rows, compared),
        pictures=both(durations_chart, tuple(bars)),
        notes=_some(neighbours_note(compared.values())),
    )


def _durations_headline(rows: list[DurationRow], open_: Figure, ended: Figure) -> str:
    """The share of long plans: of the open ones, or of those that ended where none is known to be open."""
    if open_.numerator or ended.unknown:
        long = share(sum(row.open or 0 for row in rows[-2:]), sum(open_.bands().values())) or Decimal(0)
        return f"{percent(long)} of open plans have lasted a year or more"
    long = share(sum(row.ended or 0 for row in rows[-2:]), sum(ended.bands().values())) or Decimal(0)
    return f"{percent(long)} of the plans that ended had lasted a year or more"


def _so_many(figure: Figure, how: str) -> str:
    """12 plans open; how many ended is not known"""
    if figure.unknown:
        return f"how many {how} is not known"
    return f"{counted(figure.numerator, 'plan')} {how}"


def _some(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)


def _durations_table(rows: list[DurationRow], compared: Mapping[str, Benchmark]) -> Table:
    heads = ["Length", "Open", "Open, %", "Ended", "Ended, %"]
    heads += [f"{place}, open, %" for place in _compared_heads(compared.values())]
    shown: list[list[Cell | str]] = [
        [
            row.label,
            _count(row.open),
            percent(row.open_percent, none="not known" if row.open is None else "no plans"),
            _count(row.ended),
            percent(row.ended_percent, none="not known" if row.ended is None else "no plans"),
            *(_compared_cells(compared.get(row.key)) if compared else []),
        ]
        for row in rows
    ]
    columns = [Column(head, numeric=bool(at)) for at, head in enumerate(heads)]
    return Table(caption="Plans by length", columns=columns, rows=shown, row_heads=True)


def year_draft(known: Facts, code: str) -> Draft | None:
    """One percentage by year and to date, with the neighbours' mark where they are published."""
    measure = MEASURES[code]
    years = [_year(known, code, year) for year in known.years[code]]
    told = [year for year in years if year.value is not None]
    if not told:
        return None
    last = next(one.figure for one in reversed(known.years[code]) if one.figure.value is not None)
    above = [y.label for y in told if y.compared is not None and (y.value or 0) > y.compared]
    shared = [y for y in told if y.compared is not None]
    return Draft(
        code=code,
        headline=_headline(measure.title, told, above, len(shared)),
        subtitle=f"{measure.title}, years ending 31 March, in per cent",
        sentence=f"{told[-1].label}: {last.as_text()}. {measure.sentence}",
        table=_years_table(known, code, years),
        pictures=both(columns_chart, tuple(years), NEIGHBOURS),
        notes=_some(
            neighbours_note(known.published.get((code, "", year.ending)) for year in known.years[code]),
            _to_date_note(known, code),
        ),
    )


def _to_date_note(known: Facts, code: str) -> str:
    """Why a year to date has nothing beside it, where the years have."""
    years = known.years[code]
    compared = any(_published(known, code, one.ending) for one in years if not one.to_date)
    if not compared or not any(one.to_date for one in years):
        return ""
    return "Others’ figures are published a year at a time, so a year to date has none."


def _year(known: Facts, code: str, year: YearFigure) -> Year:
    found = None if year.to_date else known.published.get((code, "", year.ending))
    mine, theirs = year.figure.value, found.neighbours if found else None
    name = f"{year.ending} to date" if year.to_date else str(year.ending)
    return Year(name, mine, theirs, "not known" if year.figure.unknown else "no figure")


def _headline(title: str, told: Sequence[Year], above: Sequence[str], shared: int) -> str:
    """Made from the columns: against the neighbours where they are known, else from first to last."""
    if shared:
        times = f"in {joined(above)}" if 0 < len(above) <= 3 else f"in {len(above)} of {shared} years"
        if not above:
            return f"{title}: not above neighbours in {counted(shared, 'year')}"
        return f"{title}: above neighbours {times}"
    first, last = told[0], told[-1]
    if len(told) == 1:
        return f"{title}: {percent(last.value)} in {last.label}"
    return f"{title}: {percent(first.value)} in {first.label}, {percent(last.value)} in {last.label}"


def _years_table(known: Facts, code: str, years: Sequence[Year]) -> Table:
    figures = [year.figure for year in known.years[code]]
    found = [None if one.to_date else _published(known, code, one.ending) for one in known.years[code]]
    compared = [one for one in found if one]
    rows = [
        [year.label, figure.as_text(), *(_compared_cells(one) if compared else [])]
        for year, figure, one in zip(years, figures, found, strict=True)
    ]
    heads = _compared_heads(compared)
    columns = [Column("Year"), Column("This council"), *(Column(head, numeric=True) for head in heads)]
    return Table(caption=MEASURES[code].title, columns=columns, rows=rows, row_heads=True)


def _published(known: Facts, code: str, year: int) -> Benchmark | None:
    """What is published for others; None where nothing is."""
    found = known.published.get((code, "", year))
    if found is None or (found.neighbours, found.england, found.region) == (None, None, None):
        return None
    return found


def _compared_heads(compared: Collection[Benchmark]) -> list[str]:
    """The columns of what is published for others: none where nothing is."""
    if not compared:
        return []
    region = next((one.region_name for one in compared if one.region_name), "Region")
    return ["Neighbours, median", "England", region]


def _compared_cells(found: Benchmark | None) -> list[Cell | str]:
    """Neighbours with how many they are, England, the region."""
    if found is None:
        return ["not published"] * 3
    shown = f"{so_many([found])}, list of {found.neighbours_model}" if found.neighbours_known else ""
    none = "not published"
    return [
        Cell(percent(found.neighbours, none=none), note=shown),
        percent(found.england, none=none),
        percent(found.region, none=none),
    ]
