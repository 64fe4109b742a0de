"""Counts the rows behind the figures, for one period or many, in one statement, and makes Figures of them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from conferences.models.benchmarks import BenchmarkFigure
from conferences.queries.measures.known import known_days
from conferences.queries.measures.passes import Counted, passes, told
from conferences.queries.measures.rows import IN_QUESTION, ROWS
from conferences.queries.measures.run import run_counts
from conferences.rules.closed_records import counts_closed
from conferences.rules.coverage import Coverage, not_known, refused_words
from conferences.rules.figures import NOT_COUNTED, REASONS, UNDECIDED, Figure, LeftOut, Unit, valued
from conferences.rules.measures_catalogue import chosen
from conferences.rules.measures_definition import Measure
from conferences.rules.published import POPULATION
from safeguarding.policy.values import value
from safeguarding.workingdays import Period, month_ends, year_ending

MONTHS = "months"

# As many have begun by a day as begin on the days up to it; less those that ended by then, they are open. So
# each plan is looked at once, however many days are asked for.
STOCK = """
SELECT period, sum(changed)::bigint
FROM periods JOIN (
    SELECT day, sum(change) AS changed
    FROM spans CROSS JOIN LATERAL (VALUES (start_date, 1), (end_date, -1)) AS step (day, change)
    WHERE NOT {closed} GROUP BY day
) AS steps ON day <= to_date GROUP BY period
"""

OF_STARTS = frozenset(code for code, rows in ROWS.items() if rows.source == "started_plans")


@dataclass
class Tally:
    """What was counted for one figure in one period. `families` is None where none is recorded."""

    within: int = 0
    counted: int = 0
    families: int | None = 0
    without_family: int = 0
    bands: Counter[str] = field(default_factory=Counter)
    second_bands: Counter[str] = field(default_factory=Counter)
    left_out: Counter[LeftOut] = field(default_factory=Counter)

    def add(
        self, band: str | None, second: str | None, left_out: str | None, rows: int, within: int, counted: int
    ) -> None:
        """Take in the rows of one combination of bands and reason."""
        self.within += within
        self.counted += counted
        if band is not None:
            self.bands[band] += within
        if second is not None:
            self.second_bands[second] += within
        if left_out is not None:
            self.left_out[REASONS[left_out]] += rows

    def add_closed(
        self, band: str | None, second: str | None, left_out: str | None, rows: int, within: int, counted: int
    ) -> None:
        """Take in rows of records that are closed to the reader: they count in the total, and stand nowhere
        else. That a row is undecided is of the total too.
        """
        if band == IN_QUESTION or left_out in UNDECIDED:
            self.add(band, second, left_out, rows, within, counted)
        else:
            self.within += within
            self.counted += counted


def figures(
    period: Period,
    codes: Iterable[str] | None = None,
    *,
    file: int | None = None,
    on: date | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
    narrow: bool = False,
) -> dict[str, Figure]:
    """{code: Figure} for one period, in the order of the reports, council-wide; every one unless told which.

    `closed` are the ids of children whose records are closed to the reader: they count in the totals of a
    whole year alone (conferences.rules.closed_records), and in none where they are to be kept `narrow`.

    `file` (an ImportedFile's id) keeps to the children who stand in that file. What is due on the day `on` or
    later may still be done in time, so it is left out; without one the period is over. A figure whose days
    lie outside what is `known` (read here if not given) is blank. Raises UnknownMeasure.
    """
    known = known or known_days(file)
    found = figures_by_period([period], codes, file=file, on=on, known=known, closed=closed, narrow=narrow)[0]
    if "plans_open" in found:
        counted = months(period.from_, period.to, file=file, known=known, closed=closed)
        found["plans_open"] = _with_months(found["plans_open"], counted)
    return found


def figures_by_period(
    periods: Sequence[Period],
    codes: Iterable[str] | None = None,
    *,
    file: int | None = None,
    on: date | None = None,
    families: bool = True,
    known: Coverage | None = None,
    closed: Collection[int] = (),
    narrow: bool = False,
) -> list[dict[str, Figure]]:
    """What figures() gives, without the months of plans_open, for many periods in one statement.

    Without `families` they are left uncounted (None), in two thirds of the time: for figures over years.
    """
    known = known or known_days(file)
    measures = chosen(codes)
    rows = _counted(measures, periods, file, on, families, known, closed)
    in_totals = [file is None and not narrow and counts_closed(period) for period in periods]
    populations = _populations(measures, periods)
    tallies = _tallies(rows, families, in_totals)
    return [
        _figures(measures, tallies, at, period, populations, known)
        for at, period in enumerate(periods, start=1)
    ]


def whole_and_seen(
    period: Period,
    *,
    file: int | None = None,
    on: date | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
) -> tuple[dict[str, Figure], dict[str, Figure]]:
    """The figures of everybody, without families and months, and what figures_by_period() gives beside the
    `closed`; both are the latter where no total counts these. Counted once.
    """
    known = known or known_days(file)
    measures = chosen(None)
    rows = _counted(measures, [period], file, on, True, known, closed)
    in_totals = file is None and counts_closed(period)
    populations = _populations(measures, [period])
    seen = _figures(measures, _tallies(rows, True, [in_totals]), 1, period, populations, known)
    if not in_totals or not closed:
        return seen, seen
    everybody = [(code, at, False, *counts, homes, alone) for code, at, _, *counts, homes, alone in rows]
    return _figures(measures, _tallies(everybody, False, [True]), 1, period, populations, known), seen


def months(
    from_: date,
    to: date,
    *,
    file: int | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
) -> dict[date, int | None]:
    """{last day of a month: plans open on it, None where that is not known} for the months of the period,
    without the children whose records are `closed`.
    """
    known = known or known_days(file)
    ends = month_ends(from_, to)
    if not ends:
        return {}
    days = [Period(end, end) for end in ends]
    rows = run_counts([STOCK], ["spans", "periods"], days, file=file, on=None, known=known, closed=closed)
    counted: dict[int, int] = dict(rows)
    return {
        end: counted.get(at, 0) if known.holds_stock(end) else None for at, end in enumerate(ends, start=1)
    }


def _counted(
    measures: Sequence[Measure],
    periods: Sequence[Period],
    file: int | None,
    on: date | None,
    families: bool,
    known: Coverage,
    closed: Collection[int],
) -> list[Counted]:
    """What was counted for every figure of which there are rows."""
    made = passes(measure.code for measure in measures if measure.code in ROWS)
    if not made or not periods:
        return []
    selects = [one.rows_sql() for one in made] + [one.families_sql() for one in made if families]
    sources, named = [one.source for one in made], {one.name: one.sql() for one in made}
    rows = run_counts(selects, sources, periods, named=named, file=file, on=on, known=known, closed=closed)
    return told(made, rows)


def _tallies(
    rows: Iterable[Counted], families: bool, in_totals: Sequence[bool]
) -> defaultdict[tuple[str, int], Tally]:
    """What was counted for each figure and period; `in_totals`: whether what is closed counts in a period."""
    tallies: defaultdict[tuple[str, int], Tally] = defaultdict(
        lambda: Tally(families=0 if families else None)
    )
    for code, at, is_closed, *counts, homes, alone in rows:
        tally = tallies[code, at]
        if homes is not None:
            tally.families, tally.without_family = (homes or None, alone) if families else (None, 0)
        elif not is_closed:
            tally.add(*counts)
        elif in_totals[at - 1]:
            tally.add_closed(*counts)
    return tallies


def _populations(measures: Iterable[Measure], periods: Sequence[Period]) -> dict[int, tuple[int, str]]:
    """{year: (children aged 0 to 17, source)} of the authority that this council is compared as, where a
    figure is a rate.
    """
    if not any(measure.unit is Unit.RATE for measure in measures):
        return {}
    years = {year_ending(period.to) for period in periods}
    place = value("BENCHMARK_AUTHORITY", max(period.to for period in periods)) or ""
    rows = BenchmarkFigure.objects.filter(
        measure=POPULATION, place=place, year__in=years, value__isnull=False
    )
    return {
        year: (int(value), source)
        for year, value, source in rows.values_list("year", "value", "source")
        if value is not None
    }


def _figures(
    measures: Iterable[Measure],
    tallies: Mapping[tuple[str, int], Tally],
    at: int,
    period: Period,
    populations: dict[int, tuple[int, str]],
    known: Coverage,
) -> dict[str, Figure]:
    return {
        measure.code: _figure(measure, tallies[measure.code, at], period, populations, known)
        for measure in measures
    }


def _figure(
    measure: Measure,
    tally: Tally,
    period: Period,
    populations: dict[int, tuple[int, str]],
    known: Coverage,
) -> Figure:
    if words := "" if measure.waits else not_known(measure, period, known):
        return _blank(measure, period, words)
    denominator, where = _denominator(measure, tally, period, populations)
    return Figure(
        code=measure.code,
        numerator=tally.counted,
        denominator=denominator,
        value=None if _undecided(tally) else valued(measure.unit, tally.counted, denominator),
        unit=measure.unit,
        period=period,
        source=f"{measure.source}; population: {where}" if where else measure.source,
        breakdown=_breakdown(measure, tally),
        families=tally.families,
        left_out=dict(sorted(tally.left_out.items())),
        waits=measure.waits or (NOT_COUNTED if measure.is_of_service and denominator == 0 else ""),
        without_family=tally.without_family,
        undecided_of=tally.bands[IN_QUESTION],
        besides=refused_words(known.refused_in(period)) if measure.code in OF_STARTS else "",
    )


def _blank(measure: Measure, period: Period, words: str) -> Figure:
    """A figure of days that are not known: it has no number, whatever the rows would count."""
    denominator = None if measure.unit is Unit.COUNT else 0
    return Figure(measure.code, 0, denominator, None, measure.unit, period, measure.source, unknown=words)


def _undecided(tally: Tally) -> bool:
    return any(reason in UNDECIDED for reason in tally.left_out)


def _denominator(
    measure: Measure, tally: Tally, period: Period, populations: dict[int, tuple[int, str]]
) -> tuple[int | None, str]:
    """What the numerator is divided by, and where that came from if not from the rows themselves."""
    if measure.unit is Unit.RATE:
        return populations.get(year_ending(period.to), (None, ""))
    return (None if measure.unit is Unit.COUNT else tally.within), ""


def _breakdown(measure: Measure, tally: Tally) -> dict[str, dict[str, int]]:
    """{split: {band: count}}, every band of it, in order, whether or not anything lies in it."""
    counters = (tally.bands, tally.second_bands)
    return {
        split.key: {band.key: counter[band.key] for band in split.bands_shown(counter)}
        for split, counter in zip(measure.splits, counters, strict=False)
    }


def _with_months(figure: Figure, counted: dict[date, int | None]) -> Figure:
    by_month = {end.isoformat(): count for end, count in counted.items()}
    return replace(figure, breakdown={MONTHS: by_month})
