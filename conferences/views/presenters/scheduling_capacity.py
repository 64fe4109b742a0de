"""The year ahead in words: a table a month, the first week that breaks and why, and what is due in a week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.urls import reverse

from conferences.queries.scheduling_capacity import ReviewAhead, WeekAhead, YearAhead
from conferences.rules.scheduling_capacity import EARLY_WEEKS, Rate
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import counted, decimal, half_up, uk_date, uk_day, uk_month

COLUMNS = (
    Column("Week of"),
    Column("Reviews due", numeric=True),
    Column("Reviews that follow", numeric=True),
    Column("Initial ones asked for", numeric=True),
    Column("Initial ones expected", numeric=True),
    Column("In the diary", numeric=True),
    Column("Still free", numeric=True),
    Column("How it stands"),
)


def first_break(year: YearAhead) -> str:
    """The first week that does not hold what is due in it, and why; that all do where they do."""
    if not year.breaks:
        return "By what is known today, every week of the year ahead holds what is due in it."
    week = year.breaks[0]
    conferences = counted(week.late, "conference")
    return (
        f"The week of {uk_day(week.first)} is the first that breaks: {conferences} that must be held by its"
        f" end cannot be. {why(week)}"
    )


def why(week: WeekAhead) -> str:
    """What a week lacks, as sentences."""
    supply = week.supply
    short = "rooms" if supply.rooms < supply.chairs else "chairs"
    held = f"It has {counted(supply.sessions, 'session')}, as many as its {short} can hold."
    said = [held if supply.sessions else "No session is left in it."]
    if supply.booked:
        said.append(f"{counted(supply.booked, 'meeting stands', 'meetings stand')} in the diary already.")
    if supply.away:
        said.append(f"{counted(supply.away, 'chair is', 'chairs are')} on leave for some of it.")
    if supply.days < 5:
        said.append(f"It has only {counted(supply.days, 'working day')}.")
    return " ".join(said)


def full_words(year: YearAhead) -> str:
    """Which week breaks first where as many initial conferences come as in a full week."""
    if not year.rate.weeks or year.rate.full <= year.rate.mean:
        return ""
    many = f"If {counted(year.rate.full, 'initial conference')} came every week, as in the fullest of ten,"
    if not year.breaks_if_full:
        return f"{many} every week would still hold what is due in it."
    return f"{many} the week of {uk_day(year.weeks[year.breaks_if_full[0].week].first)} would break first."


def rate_words(rate: Rate) -> str:
    """From what the initial conferences are expected, with its range."""
    if not rate.weeks:
        return "No initial conference of the past year is known, so none is expected in this table."
    mean = decimal(half_up(Decimal(rate.total) / rate.weeks))
    return (
        f"In the {counted(rate.weeks, 'week')} before this one, {counted(rate.total, 'initial conference')}"
        f" came: {mean} a week, {rate.lowest} in the emptiest and {rate.highest} in the fullest."
        " As many are expected on average."
    )


def months(year: YearAhead) -> list[Table]:
    """A table for each month, a row for each week that begins in it."""
    return [
        Table(
            uk_month(first),
            COLUMNS,
            [_row(week) for week in weeks],
            row_heads=True,
            stack=True,
            dense=True,
        )
        for first, weeks in ((day, list(found)) for day, found in groupby(year.weeks, _month))
    ]


def _month(week: WeekAhead) -> date:
    return week.first.replace(day=1)


def _row(week: WeekAhead) -> list[Cell]:
    demand, supply = week.demand, week.supply
    href = f"{reverse('capacity_due')}?week={week.first.isoformat()}" if demand.reviews else ""
    breaks = Tag(f"{week.late} too many", "red")
    return [
        Cell(uk_day(week.first)),
        Cell(str(demand.reviews), href=href),
        Cell(str(demand.later)),
        Cell(str(demand.waiting)),
        Cell(str(demand.initial)),
        Cell(str(supply.booked)),
        Cell(f"{supply.free} of {supply.sessions}"),
        Cell("", tag=breaks) if week.late else Cell("Holds"),
    ]


def due_table(rows: Sequence[ReviewAhead], on: date) -> Table:
    """The reviews whose last day lies in a week, by child."""
    lines = [
        [
            Cell(one.plan.child.display_name, href=reverse("child", args=[one.plan.child.ref])),
            Cell(uk_day(one.due), tag=Tag("Late", "red") if one.due < on else None),
            uk_date(one.plan.start_date),
        ]
        for one in rows
    ]
    columns = [Column("Child"), Column("Last day of the review"), Column("On a plan since")]
    return Table(
        "Reviews due",
        columns,
        lines,
        empty="No review of a child whom you can see is due in this week, or all are in the diary.",
        row_heads=True,
        stack=True,
    )


HOW = (
    f"A review can be held up to {EARLY_WEEKS} weeks before its last day, an initial conference within three"
    " weeks of its beginning; brothers and sisters whose days lie in one week are reviewed together.",
    "Reviews that follow are those of plans that go on to the next review after. Those of children whom you"
    " cannot see are not counted; their meetings in the diary are.",
    "Initial conferences that are asked for and in no diary yet stand in the week of their last day; those"
    " that were asked for in this week are taken off what is expected in it. Those of children whom you"
    " cannot see are not counted. What a week cannot hold is told once, and not carried into the next.",
    "Sessions are what chairs can hold in their hours, without their leave and by the local limits for a day"
    " and a week, and no more than the rooms hold.",
)


def empty_words(year: YearAhead) -> str:
    """What is missing for the table to say anything; "" where nothing is."""
    if not year.chairs:
        return "No chair has an account yet, so no session can be counted."
    if not year.rooms:
        return "No room has been entered yet, so no session can be counted."
    return ""
