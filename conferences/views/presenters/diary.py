"""The week's diary in words: one block a meeting, by its number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.queries.diary import Line, Meeting, Week
from safeguarding.pagekit.components import Link
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import uk_dates, uk_day_of_year, uk_short_day, uk_times
from safeguarding.workingdays import add_days, days_between

DAYS_IN_WEEK = 7


@dataclass(frozen=True)
class Block:
    """A meeting in a cell. `with_` (the chair, or the room) is for the screen: paper names nobody."""

    time: str
    text: str
    href: str = ""
    with_: str = ""
    note: str = ""


@dataclass(frozen=True)
class Day:
    """One cell: the day that heads its column, whether it is a day off, and its blocks."""

    heading: str
    is_off: bool
    blocks: list[Block]


@dataclass(frozen=True)
class Row:
    name: str
    note: str
    days: list[Day]


def rows(week: Week, *, by_chair: bool) -> list[Row]:
    """The table's lines."""
    return [Row(line.name, line.note, _days(week, line, by_chair)) for line in week.lines]


def headings(week: Week) -> list[str]:
    """Mon 23, Tue 24 …"""
    return [uk_short_day(day) for day in week.days]


def _days(week: Week, line: Line, by_chair: bool) -> list[Day]:
    cells = zip(headings(week), week.holidays, line.days, strict=True)
    return [Day(heading, off, [_block(m, by_chair) for m in meetings]) for heading, off, meetings in cells]


def _block(meeting: Meeting, by_chair: bool) -> Block:
    time = uk_times(meeting.starts_at, meeting.ends_at)
    if meeting.is_thinking:
        href = reverse("thinking_time", args=[meeting.ref]) if meeting.ref else ""
        return Block(time, "Thinking time", href)
    if meeting.ref is None:
        return Block(time, "Taken")
    note = meeting.ended or ("Outside its limit" if meeting.is_outside else "")
    with_ = meeting.room if by_chair else meeting.chair
    if meeting.minute_taker:
        with_ = f"{with_}; minutes: {meeting.minute_taker}"
    return Block(time, f"Meeting {meeting.number}", reverse("booking", args=[meeting.ref]), with_, note)


def title(week: Week) -> str:
    """Conferences, 23 to 27 November 2026; 28 December 2026 to 1 January 2027."""
    return f"Conferences, {uk_dates(week.days[0], week.days[-1])}"


def tabs(week: Week, on: date, *, by_chair: bool) -> list[Link]:
    query = f"?week={week.days[0].isoformat()}"
    return [
        Link("Week by room", reverse("diary") + query, not by_chair),
        Link(f"Week by {role_words(Role.CHAIR, on)}", reverse("diary_chairs") + query, by_chair),
    ]


def week_links(week: Week, path: str, on: date) -> tuple[Link, Link, Link | None]:
    """The week before, the week after, and this week where it is another."""
    first = week.days[0]
    before, after = add_days(first, -DAYS_IN_WEEK), add_days(first, DAYS_IN_WEEK)
    here = 0 <= days_between(first, on) < DAYS_IN_WEEK
    return _week_link(before, path), _week_link(after, path), None if here else Link("This week", path)


def _week_link(first: date, path: str) -> Link:
    return Link(f"Week of {uk_day_of_year(first)}", f"{path}?week={first.isoformat()}")
