"""Figures over time, for the reports page: one statement for each series, by the one definition."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from conferences.queries.measures.counts import figures_by_period, months
from conferences.rules.breakdowns import DURATIONS
from conferences.rules.control_band import ControlBand, MonthEnd
from conferences.rules.coverage import Coverage
from conferences.rules.figures import Figure
from safeguarding.wording import share
from safeguarding.workingdays import Period, year_ending

TIMELINESS = ("icpc_in_15_days", "reviews_on_time", "reviews_held_on_time")


@dataclass(frozen=True)
class YearFigure:
    """One figure of one year: `ending` names it, `to_date` is True for a year that is not over yet."""

    ending: int
    to_date: bool
    figure: Figure


@dataclass(frozen=True)
class DurationRow:
    """One band of durations, open plans beside ended ones: counts, and percentages of their own totals; None
    where the days are not known.
    """

    key: str
    label: str
    open: int | None
    ended: int | None
    open_percent: Decimal | None
    ended_percent: Decimal | None


def month_ends_in_band(
    from_: date,
    to: date,
    band: ControlBand | None,
    *,
    file: int | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
) -> list[MonthEnd]:
    """The plans open at each month end of the period, each with its standing in the band if there is one."""
    counted = months(from_, to, file=file, known=known, closed=closed)
    return [MonthEnd(day, plans, band.standing(plans) if band else None) for day, plans in counted.items()]


def by_year(
    codes: Iterable[str],
    to: date,
    *,
    years: int,
    file: int | None = None,
    on: date | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
) -> dict[str, list[YearFigure]]:
    """{code: [YearFigure, ...]} for so many years ending 31 March, the oldest first, up to and with `to`.

    Where `to` is not the end of its year, the last is the year to date, and comes after `years` whole ones.
    """
    periods = years_up_to(to, years)
    found = figures_by_period(
        periods, wanted := list(codes), file=file, on=on, families=False, known=known, closed=closed
    )
    return {
        code: [
            YearFigure(year_ending(period.to), period != Period.year(year_ending(period.to)), figures[code])
            for period, figures in zip(periods, found, strict=True)
        ]
        for code in wanted
    }


def repeat_plans_by_year(to: date, *, years: int, file: int | None = None) -> list[YearFigure]:
    """Second or subsequent plans by year ending 31 March, and of the year to date."""
    return by_year(["repeat_plans"], to, years=years, file=file)["repeat_plans"]


def timeliness_by_year(to: date, *, years: int, file: int | None = None) -> dict[str, list[YearFigure]]:
    """Initial conferences in 15 days, plans reviewed on time, reviews held on time: by year and to date."""
    return by_year(TIMELINESS, to, years=years, file=file)


def years_up_to(to: date, years: int) -> list[Period]:
    """So many whole years, and the year to date unless `to` ends one."""
    to_date = Period.year_to(to)
    whole = year_ending(to) if to_date == Period.year(year_ending(to)) else year_ending(to) - 1
    periods = [Period.year(year) for year in range(whole - years + 1, whole + 1)]
    return periods if periods and periods[-1] == to_date else [*periods, to_date]


def durations(open_: Figure, ended: Figure) -> list[DurationRow]:
    """Open plans beside ended ones, band by band, from `open_by_duration` and `ended_by_duration`."""
    return [
        DurationRow(
            band.key,
            band.label,
            opened := open_.bands().get(band.key),
            over := ended.bands().get(band.key),
            None if opened is None else share(opened, sum(open_.bands().values())),
            None if over is None else share(over, sum(ended.bands().values())),
        )
        for band in DURATIONS
    ]
