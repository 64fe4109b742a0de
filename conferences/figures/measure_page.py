"""The page of one figure as values: definition, counts, what was left out, and the way to its children."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from conferences.queries.measures import figures
from conferences.rules.coverage import Coverage
from conferences.rules.figures import Figure, Unit
from conferences.rules.measures_definition import Measure
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.wording import number, percent, share, uk_date, upper_first
from safeguarding.workingdays import Period


@dataclass(frozen=True)
class MeasurePage:
    """What the template shows of one figure."""

    measure: Measure
    period: Period
    figure: Figure
    text: str
    families: str
    summary: Sequence[SummaryRow]
    tables: Sequence[Table]


def measure_page(
    measure: Measure,
    period: Period,
    children: str,
    *,
    file: int | None = None,
    on: dt.date | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
) -> MeasurePage:
    """One figure of a period; `children` is the address of its list, to which a part is added. `closed` as
    in figures().
    """
    figure = figures(period, [measure.code], file=file, on=on, known=known, closed=closed)[measure.code]
    tables = [*_splits(measure, figure, children), *_months(figure), *_left_out(figure, children)]
    return MeasurePage(
        measure=measure,
        period=period,
        figure=figure,
        text=_not_one(measure) if measure.waits else "Not known" if figure.unknown else figure.as_text(),
        families=figure.families_words,
        summary=_summary(measure, figure, children),
        tables=tables,
    )


def _not_one(measure: Measure) -> str:
    return "Told apart" if measure.elsewhere else "Not counted yet"


def _summary(measure: Measure, figure: Figure, children: str) -> list[SummaryRow]:
    rows = [SummaryRow("What it says", measure.sentence)]
    open_ = {"href": f"{children}&part=numerator", "action": "Show the children"} if not figure.blank else {}
    rows.append(
        SummaryRow(
            "Counted",
            _sentence(
                measure.numerator_words, figure.numerator, waits=figure.blank, known=figure.undecided > 0
            ),
            about="counted",
            **open_,
        )
    )
    if measure.denominator_words is not None and figure.denominator is not None:
        whole = {**open_, "href": f"{children}&part=denominator"} if not figure.blank else {}
        words = _sentence(measure.denominator_words, figure.denominator, waits=figure.blank)
        rows.append(SummaryRow("Out of", words, about="it is out of", **whole))
        rows += _rest(figure, children)
    if figure.besides:
        rows.append(SummaryRow("Not counted yet", figure.besides))
    rows += [SummaryRow("How it counts", exclusion) for exclusion in measure.exclusions]
    taken = "To be taken from" if measure.waits_for else "Taken from"
    rows += [SummaryRow("Definition from", measure.source), SummaryRow(taken, measure.fed_by)]
    return rows


def _rest(figure: Figure, children: str) -> list[SummaryRow]:
    """Those that a percentage is out of and does not count, where there are any: as a list."""
    missed = (figure.denominator or 0) - figure.numerator - figure.undecided
    if figure.blank or figure.unit is not Unit.PERCENT or missed <= 0:
        return []
    return [
        SummaryRow(
            "Not counted",
            f"{number(missed)} of these",
            href=f"{children}&part=rest",
            action="Show the children",
            about="not counted",
        )
    ]


def _sentence(words: str, count: int, *, waits: str, known: bool = False) -> str:
    """12: plans started in the period. With `known` there may be more."""
    if waits:
        return upper_first(words)
    return f"{number(count)}{' known' if known else ''}: {words}"


def _splits(measure: Measure, figure: Figure, children: str) -> list[Table]:
    return [
        Table(
            caption=split.label,
            columns=[Column(split.label), Column("Number", numeric=True), Column("Share", numeric=True)],
            rows=[
                [
                    band.label,
                    Cell(
                        number(count), href=f"{children}&part={_part(split.key, band.key)}" if count else ""
                    ),
                    _share(count, sum(counts.values())),
                ]
                for band in split.bands_shown(counts)
                for count in [counts.get(band.key, 0)]
            ],
            row_heads=True,
        )
        for split in measure.splits
        if (counts := figure.bands(split.key))
    ]


def _part(split: str, band: str) -> str:
    return quote(f"{split}.{band}" if split else band)


def _share(count: int, whole: int) -> str:
    return percent(share(count, whole), none="–")


def _months(figure: Figure) -> list[Table]:
    ends = figure.breakdown.get("months", {})
    if not ends:
        return []
    columns = [Column("Month end"), Column("Number", numeric=True)]
    rows = [
        [uk_date(dt.date.fromisoformat(day)), "not known" if count is None else number(count)]
        for day, count in ends.items()
    ]
    return [Table(caption="At each month end", columns=columns, rows=rows, row_heads=True)]


def _left_out(figure: Figure, children: str) -> list[Table]:
    if not figure.left_out:
        return []
    rows: list[list[str | Cell]] = [
        [reason.label, number(count)] for reason, count in figure.left_out.items()
    ]
    total = sum(figure.left_out.values())
    rows.append(["All that were left out", Cell(number(total), href=f"{children}&part=left_out")])
    columns = [Column("Why"), Column("Number", numeric=True)]
    return [Table(caption="Not measured in this period", columns=columns, rows=rows, row_heads=True)]
