"""The performance page as values: tiles, charts with their words, and the table of every figure.

Everything shown is taken from the measures' one definition; words are made from the same numbers as the
pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conferences.figures import performance_charts as charts
from conferences.figures.charts import svgs
from conferences.figures.performance_facts import YEARS, Facts
from conferences.figures.performance_tiles import tiles
from conferences.queries.benchmarks import Benchmark, board
from conferences.queries.measures import figures_by_period, known_days
from conferences.queries.measures.series import by_year, month_ends_in_band
from conferences.rules.breakdowns import DURATIONS
from conferences.rules.control_band import ControlBand, MonthEnd, flagged_in_words
from conferences.rules.coverage import Coverage
from conferences.rules.figures import Figure
from conferences.rules.measures_catalogue import MEASURES
from safeguarding.pagekit.components import Cell, Chart, Column, Table, Tile
from safeguarding.policy.keys import Value
from safeguarding.policy.limits import CATALOGUE, WITHOUT_DEFAULT
from safeguarding.policy.values import values
from safeguarding.wording import counted, number
from safeguarding.workingdays import Period, add_months, month_ends, year_ending

# A run needs enough months to show what is usual, and few enough to be read.
RUN_MONTHS = 24
BY_YEAR = ("repeat_plans", "icpc_in_15_days", "reviews_on_time")
COMPARED = ("open_two_years", "ended_two_years", "rate_per_10000", *BY_YEAR)

# Gives the address of a figure's page.
Address = Callable[[str], str]


@dataclass(frozen=True)
class Page:
    """What the template shows."""

    period: Period
    tiles: list[Tile]
    charts: list[Chart]
    flagged: list[str]
    band_words: str
    unset: list[str]
    table: Table


def facts(
    period: Period,
    *,
    file: int | None = None,
    on: date | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
) -> Facts:
    """Read everything for a period: six queries, whatever the numbers, and one for what is `known`. `closed`
    as in figures().
    """
    known = known or known_days(file)
    limits = values(WITHOUT_DEFAULT, period.to)
    band = _band(limits)
    ends = month_ends(add_months(period.to, -RUN_MONTHS), period.to)
    year = year_ending(period.to)
    wanted = [(code, "") for code in COMPARED] + [("open_by_duration", b.key) for b in DURATIONS]
    return Facts(
        period=period,
        figures=figures_by_period([period], None, file=file, on=on, known=known, closed=closed)[0],
        run=_run(ends, band, file, known, closed),
        band=band,
        years=by_year(BY_YEAR, period.to, years=YEARS - 1, file=file, known=known, closed=closed),
        published=_published(wanted, year, limits["BENCHMARK_AUTHORITY"]),
        limits=limits,
        known=known,
    )


def _run(
    ends: Sequence[date],
    band: ControlBand | None,
    file: int | None,
    known: Coverage,
    closed: Collection[int],
) -> list[MonthEnd]:
    if not ends:
        return []
    return month_ends_in_band(ends[0], ends[-1], band, file=file, known=known, closed=closed)


def _band(limits: Mapping[str, Value | None]) -> ControlBand | None:
    centre, width = limits["BAND_CENTRE"], limits["BAND_WIDTH_PERCENT"]
    return ControlBand(centre, width) if isinstance(centre, int) and isinstance(width, Decimal) else None


def _published(
    wanted: Collection[tuple[str, str]], year: int, authority: Value | None
) -> Mapping[tuple[str, str, int], Benchmark]:
    if authority is None:
        return {}
    return board(wanted, list(range(year - YEARS, year + 1)), str(authority))


def page(known: Facts, address: Address, csv: Address) -> Page:
    """The page of these facts. `address` gives the page of a figure, `csv` the file behind a chart."""
    drafts = charts.drafts(known)
    drawn = iter(svgs([picture for draft in drafts for picture in draft.pictures]))
    return Page(
        period=known.period,
        tiles=tiles(known, address),
        charts=[draft.chart(next(drawn), next(drawn), csv(draft.code)) for draft in drafts],
        flagged=flagged_in_words(known.run, known.band) if known.band else [],
        band_words=known.band.words() if known.band else "",
        unset=[CATALOGUE[key].name for key in WITHOUT_DEFAULT if known.limits[key] is None],
        table=all_figures(known.figures, address),
    )


def _families(figure: Figure) -> Cell:
    if figure.families is None and figure.without_family:
        return Cell("none recorded")
    if not figure.families_words or figure.families is None:
        return Cell("")
    alone = counted(figure.without_family, "child", "children")
    note = f"and {alone} with none recorded" if figure.without_family else ""
    return Cell(number(figure.families), note=note)


def all_figures(figures: Mapping[str, Figure], address: Address) -> Table:
    """Every figure in the order of the reports, each leading to its definition and its children."""
    return Table(
        caption="Every figure",
        columns=[Column("Figure"), Column("In this period"), Column("Families", numeric=True)],
        rows=[
            [
                Cell(MEASURES[code].title, href=address(code)),
                Cell(figure.as_text()),
                _families(figure),
            ]
            for code, figure in figures.items()
        ],
        row_heads=True,
        stack=True,
    )
