"""A figure's numbers as rows of a file: the figure, its breakdown, and its years or month ends where it has
them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from conferences.queries.measures import figures, known_days
from conferences.queries.measures.series import YearFigure, by_year
from conferences.rules.figures import Figure
from conferences.rules.measures_definition import Measure
from safeguarding.workingdays import Period

HEAD = ["code", "title", "from", "to", "part", "numerator", "denominator", "value", "unit", "note"]
YEARS = 4


def csv_rows(
    measure: Measure,
    period: Period,
    *,
    file: int | None = None,
    on: date | None = None,
    closed: Collection[int] = (),
) -> Iterator[list[str]]:
    """The head and the rows, all text. No cell begins with a sign that a spreadsheet would take for a
    formula. `closed` as in figures().
    """
    known = known_days(file)
    figure = figures(period, [measure.code], file=file, on=on, known=known, closed=closed)[measure.code]
    yield HEAD
    yield _row(figure, measure, figure.waits)
    yield from _breakdown(figure, measure)
    if measure.denominator_words is not None and not measure.waits:
        years = by_year([measure.code], period.to, years=YEARS, file=file, on=on, known=known, closed=closed)
        yield from _years(years[measure.code], measure)


def _row(figure: Figure, measure: Measure, part: str) -> list[str]:
    told = figure.as_json()
    notes = [str(told[key]) for key in ("unknown", "besides") if key in told]
    values = [
        "" if told[key] is None else str(told[key]) for key in ("numerator", "denominator", "value", "unit")
    ]
    period = figure.period
    span = [period.from_.isoformat(), period.to.isoformat()]
    return [measure.code, measure.title, *span, part, *values, ". ".join(notes)]


def _breakdown(figure: Figure, measure: Measure) -> Iterator[list[str]]:
    period = figure.period
    span = [period.from_.isoformat(), period.to.isoformat()]
    for split, bands in figure.breakdown.items():
        for band, count in bands.items():
            part = f"{split}: {band}" if split else band
            cell, note = ("", "Not known") if count is None else (str(count), "")
            yield [measure.code, measure.title, *span, part, cell, "", cell, "count", note]


def _years(years: Iterable[YearFigure], measure: Measure) -> Iterator[list[str]]:
    for year in years:
        name = f"year ending {year.ending}" + (" to date" if year.to_date else "")
        yield _row(year.figure, measure, name)
