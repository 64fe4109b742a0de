"""My work in words: what, about whom, and how its day stands, each line leading to where it is done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.queries.duties_list import Ahead, Item, MyWork
from conferences.rules.duties import DutyKind
from conferences.rules.timelimits import standing
from safeguarding.clock import day_of
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import counted, uk_date, uk_day, uk_time
from safeguarding.workingdays import Calendar

PAGES = {
    "requestedchild": "request",
    "consultation": "consultation",
    "thinkingtime": "thinking_time",
    "booking": "booking",
    "plan": "child",
}
STATUTORY = {DutyKind.SCHEDULE_CONFERENCE, DutyKind.HOLD_REVIEW, DutyKind.HOLD_CORE_GROUP}


@dataclass(frozen=True)
class WorkPage:
    """The lists of the page as tables; one of nothing is left out, but a sentence says that all is done."""

    today: Table
    lists: Sequence[Table]
    waiting: Table
    meetings: Table
    left_out: int


def work_page(work: MyWork, on: dt.date, calendar: Calendar) -> WorkPage:
    """Everything as tables. "Do today" holds what is late and what is due today."""
    due = [*work.late, *work.today]
    return WorkPage(
        today=_table("Do today", due, work, on, calendar, "Nothing is due today, and nothing is late."),
        lists=[
            _table(caption, items, work, on, calendar, "")
            for caption, items in (("This week", work.week), ("Later", work.later))
            if items
        ],
        waiting=_others_table(work, on, calendar),
        meetings=_meetings(work.meetings),
        left_out=work.left_out,
    )


def _table(
    caption: str, items: Sequence[Item], work: MyWork, on: dt.date, calendar: Calendar, empty: str
) -> Table:
    return Table(
        caption=caption,
        columns=[Column("What"), Column("Children"), Column("Due")],
        rows=[[_what(item, work), _who(item), _due(item, on, calendar)] for item in items],
        empty=empty,
        row_heads=True,
        stack=True,
    )


def _what(item: Item, work: MyWork) -> Cell:
    name, _, _ = item.subject.partition(":")
    ref = work.refs.get(item.subject)
    note = "Set by law" if item.kind in STATUTORY else ""
    return Cell(item.kind.label, href=reverse(PAGES[name], args=[ref]) if ref else "", note=note)


def _who(item: Item) -> Cell:
    first, number = item.duties[0], len(item.duties)
    if number == 1:
        return Cell(first.child)
    return Cell(first.family or "", note=counted(number, "child", "children"))


def _due(item: Item, on: dt.date, calendar: Calendar) -> Cell:
    words = standing(item.due_date, on, calendar)
    colour = "red" if item.due_date < on else "yellow" if item.due_date == on else ""
    tag = Tag(words, colour) if colour else None
    return Cell("" if tag else words, tag=tag, note=uk_date(item.due_date))


def _others_table(work: MyWork, on: dt.date, calendar: Calendar) -> Table:
    return Table(
        caption="Waiting for others",
        columns=[Column("What"), Column("Children"), Column("Who"), Column("Due")],
        rows=[
            [_what(item, work), _who(item), Cell(item.owner), _due(item, on, calendar)]
            for item in work.waiting
        ],
        empty="You are not waiting for anyone.",
        row_heads=True,
        stack=True,
    )


def _meetings(ahead: Sequence[Ahead]) -> Table:
    return Table(
        caption="Conferences in the next seven days",
        columns=[Column("When"), Column("Family"), Column("Where"), Column("Readiness")],
        rows=[_meeting(one) for one in ahead],
        empty="No conference is in the diary for the next seven days.",
        row_heads=True,
        stack=True,
    )


def _meeting(one: Ahead) -> list[Cell]:
    when = f"{uk_day(day_of(one.starts_at))}, {uk_time(one.starts_at)}"
    return [
        Cell(when, href=reverse("booking", args=[one.ref]), note=f"Meeting {one.number}"),
        Cell(one.family, note=counted(one.children, "child", "children")),
        Cell(one.room, note=one.chair),
        _readiness(one),
    ]


def _readiness(one: Ahead) -> Cell:
    """What still stands before the meeting, in words."""
    if one.is_consulted_on:
        return Cell(tag=Tag("Consultation open", "yellow"))
    if one.is_thought_about:
        return Cell(tag=Tag("Thinking time due", "blue"))
    return Cell("Ready")
