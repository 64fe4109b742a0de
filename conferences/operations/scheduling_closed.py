"""The directories of closures, and of bank holidays proclaimed for one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from conferences.models import Closure, Room
from conferences.queries.scheduling import meetings_on
from safeguarding.bankholidays import added, covered, published
from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Day, Row, Text
from safeguarding.models import OneOffHoliday
from safeguarding.refusals import Problem
from safeguarding.rights import Permission
from safeguarding.wording import counted, uk_date, uk_day, uk_day_name
from safeguarding.workingdays import add_days

# A closure longer than this is a slip of the year.
LONGEST_DAYS = 366


def _rooms() -> QuerySet[Any]:
    return Room.objects.filter(is_active=True)


def _span(closure: Closure | None, values: Mapping[str, Any]) -> list[Problem]:
    first, last = values["from_date"], values["to_date"]
    if last < first:
        return [Problem("The last day must be the first day or later", "to_date")]
    if last > add_days(first, LONGEST_DAYS):
        return [Problem("The last day must be within a year of the first", "to_date")]
    return []


def _booked(first: dt.date, last: dt.date, room: Room | None = None) -> tuple[str, str]:
    meetings = meetings_on(first, last, room)
    told = f"{counted(meetings, 'meeting')}. Move what cannot be held there." if meetings else "None"
    return "Meetings booked on these days", told


def _closure_facts(closure: Closure, on: dt.date) -> Sequence[tuple[str, str]]:
    return [_booked(closure.from_date, closure.to_date, closure.room)]


CLOSURES = Directory(
    slug="closures",
    one="closure",
    many="closures",
    about="Days on which a room, or every room, cannot be had. They stay working days: no time limit moves.",
    model=Closure,
    items=(
        Text("reason", "Reason", "For example Christmas closure, or new floor", longest=100),
        Row("room", "Room", is_needed=False, rows=_rooms, none="Every room"),
        Day("from_date", "First day"),
        Day("to_date", "Last day"),
    ),
    keyed_by=3,
    needs=Permission.KEEP_DIRECTORY,
    shown=("room", "from_date", "to_date"),
    problems=_span,
    facts=_closure_facts,
)


def _holiday(row: OneOffHoliday | None, values: Mapping[str, Any]) -> list[Problem]:
    day, known = values["day"], covered()
    others = OneOffHoliday.objects.filter(day=day)
    if not known.first <= day <= known.last:
        span = f"{uk_date(known.first)} to {uk_date(known.last)}"
        return [Problem(f"The day must be from {span}, the days this service counts", "day")]
    if day in published():
        return [Problem(f"{uk_day(day)} is a bank holiday already: {published()[day]}", "day")]
    if not known.is_working_day(day):
        return [Problem(f"{uk_day(day)} is a {uk_day_name(day)}, which is no working day", "day")]
    if (others.exclude(pk=row.pk) if row else others).exists():
        return [Problem(f"{uk_day(day)} has been added already", "day")]
    return []


def _holiday_facts(row: OneOffHoliday, on: dt.date) -> Sequence[tuple[str, str]]:
    return [_booked(row.day, row.day)]


HOLIDAYS = Directory(
    slug="bank-holidays",
    one="one-off bank holiday",
    many="one-off bank holidays",
    about="Bank holidays in England proclaimed for one day. Every time limit that runs over the day moves."
    " Those of every year are there already.",
    model=OneOffHoliday,
    items=(Text("name", "Name", "For example State funeral", longest=100), Day("day", "Day")),
    keyed_by=2,
    needs=Permission.CHANGE_POLICY,
    shown=("day",),
    problems=_holiday,
    facts=_holiday_facts,
    changed=added.forget,
)
