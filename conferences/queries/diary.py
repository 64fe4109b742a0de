"""The week's diary of rooms and chairs, and one's own diary for a calendar: meeting numbers, no children."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import Count, Max, Q

from conferences.models import Booking, DiaryFeed, Room, ThinkingSlot
from conferences.queries.days import outside_limit
from conferences.queries.scheduling import MIDNIGHT, standing_bookings, standing_slots
from conferences.rules.scheduling import moment
from conferences.rules.workflow import UNDECIDED, BookingState
from safeguarding.access import Permission, can, in_part, marked_in_part
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.models.user import in_roles
from safeguarding.rights import Role
from safeguarding.workingdays import Calendar, add_days, monday

DAYS = 5
FEED_DAYS_BACK = 31


@dataclass(frozen=True)
class Meeting:
    """A block of the diary. One of which no child is in the reader's sight is merely taken: no number, no
    address.

    `is_outside`: it was booked inside its limit, and the limit has moved before it.
    """

    starts_at: dt.datetime
    ends_at: dt.datetime
    room: str
    chair: str
    number: int | None = None
    ref: UUID | None = None
    is_outside: bool = False
    # "" while nobody is chosen.
    minute_taker: str = ""
    # How it ended where nothing was decided.
    ended: str = ""
    # Protected time to think, and no meeting; `ref` is then its session's, to the chair alone.
    is_thinking: bool = False


@dataclass(frozen=True)
class Line:
    """A room or a chair, with its meetings of each day of the week."""

    name: str
    note: str
    days: tuple[tuple[Meeting, ...], ...]


@dataclass(frozen=True)
class Week:
    """Monday to Friday, one line a room or a chair; `holidays` marks the days off."""

    days: tuple[dt.date, ...]
    holidays: tuple[bool, ...]
    lines: tuple[Line, ...]


def week(user: User, day: dt.date, *, by_chair: bool, calendar: Calendar) -> Week:
    """The week of a day, by room or by chair, as one person may see it. Raises OutsideCalendar."""
    first = monday(day)
    days = tuple(add_days(first, n) for n in range(DAYS))
    rows = _rows(user, days)
    column = "chair_id" if by_chair else "room_id"
    by_line: dict[tuple[int, dt.date], list[Meeting]] = defaultdict(list)
    for row, meeting in rows:
        by_line[getattr(row, column), day_of(meeting.starts_at)].append(meeting)
    thinks = _thinking(user, days) if by_chair else {}
    for place, found in thinks.items():
        by_line[place] = sorted([*by_line[place], *found], key=lambda one: one.starts_at)
    if by_chair:
        heads = _chairs({row.chair_id for row, _ in rows} | {chair for chair, _ in thinks})
    else:
        heads = _rooms({row.room_id for row, _ in rows})
    lines = tuple(Line(name, note, tuple(tuple(by_line[pk, d]) for d in days)) for pk, name, note in heads)
    return Week(days, tuple(not calendar.is_working_day(d) for d in days), lines)


def _rows(user: User, days: Sequence[dt.date]) -> list[tuple[Booking, Meeting]]:
    start, end = moment(days[0], MIDNIGHT), moment(add_days(days[-1], 1), MIDNIGHT)
    held = (
        standing_bookings()
        .filter(starts_at__gte=start, starts_at__lt=end)
        .select_related("room", "chair", "minute_taker")
    )
    rows: list[Any] = list(marked_in_part(user, held).order_by("starts_at", "pk"))
    outside = outside_limit([row for row in rows if row.is_seen])
    return [(row, _meeting(row, row.is_seen_in_part, row.pk in outside)) for row in rows]


def _thinking(user: User, days: Sequence[dt.date]) -> dict[tuple[int, dt.date], list[Meeting]]:
    """{chair and day: protected time}. That it is, everybody sees who reads the diary; whose, the chair."""
    start, end = moment(days[0], MIDNIGHT), moment(add_days(days[-1], 1), MIDNIGHT)
    rows = standing_slots().filter(starts_at__gte=start, starts_at__lt=end).order_by("starts_at", "pk")
    found: dict[tuple[int, dt.date], list[Meeting]] = defaultdict(list)
    columns = ("chair", "starts_at", "ends_at", "session__ref")
    for chair, begins, ends, ref in rows.values_list(*columns):
        own = ref if chair == user.pk else None
        found[chair, day_of(begins)].append(Meeting(begins, ends, "", "", ref=own, is_thinking=True))
    return found


def _meeting(row: Booking, seen: bool, is_outside: bool) -> Meeting:
    if not seen:
        return Meeting(row.starts_at, row.ends_at, "", "")
    return Meeting(
        row.starts_at,
        row.ends_at,
        row.room.name,
        row.chair.full_name,
        row.pk,
        row.ref,
        is_outside,
        row.minute_taker.full_name if row.minute_taker else "",
        BookingState[row.state].label if row.state in UNDECIDED else "",
    )


def _rooms(used: set[int]) -> list[tuple[int, str, str]]:
    rooms = [room for room in Room.objects.all() if room.is_active or room.pk in used]
    return [(room.pk, room.name, f"{room.seats} seats") for room in rooms]


def _chairs(used: set[int]) -> list[tuple[int, str, str]]:
    active = User.objects.filter(in_roles(Role.CHAIR), is_active=True)
    chairs = (active | User.objects.filter(pk__in=used)).order_by("full_name")
    return [(chair.pk, chair.full_name, "") for chair in chairs]


def hash_of(secret: str) -> str:
    """A feed's secret as it is kept: whoever reads the table cannot read a diary with it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def feed_of(user: User) -> DiaryFeed | None:
    """The person's own address that holds, if there is one."""
    return DiaryFeed.objects.filter(owner=user, ended_at=None).first()


def meetings_of_feed(secret: str, on: dt.date) -> list[Booking] | None:
    """The meetings that the owner of a secret chairs or takes the minutes of, from a month back on: cancelled
    ones too, for a calendar takes out what it is told is cancelled, and not what it is told nothing of.

    None where no feed has it.

    The owner's rights are asked afresh: switched off, or of another role, they get nothing.
    """
    feed = DiaryFeed.objects.filter(secret=hash_of(secret), ended_at=None).select_related("owner").first()
    if feed is None or not can(feed.owner, Permission.READ_DIARY):
        return None
    since = moment(add_days(on, -FEED_DAYS_BACK), MIDNIGHT)
    at_it = Q(chair=feed.owner) | Q(minute_taker=feed.owner)
    own = in_part(feed.owner, Booking).filter(at_it, starts_at__gte=since)
    return list(own.select_related("room"))


def slots_of_feed(secret: str, on: dt.date) -> list[ThinkingSlot]:
    """The owner's protected time, from a month back on: times alone. For a secret that opens a diary."""
    since = moment(add_days(on, -FEED_DAYS_BACK), MIDNIGHT)
    feeds = DiaryFeed.objects.filter(secret=hash_of(secret), ended_at=None)
    return list(standing_slots().filter(chair__in=feeds.values("owner"), starts_at__gte=since))


class Version(NamedTuple):
    """How often a meeting was told otherwise, and when last."""

    number: int
    at: dt.datetime


def versions_of(bookings: Collection[Booking]) -> dict[int, Version]:
    """{id: the version of each of these meetings}, by their history: one query."""
    history: Any = apps.get_model("conferences", "BookingEvent")
    told = history.objects.filter(pgh_obj__in=bookings).order_by().values_list("pgh_obj")
    counted = told.annotate(Count("pgh_id"), Max("pgh_created_at"))
    return {pk: Version(times - 1, at) for pk, times, at in counted}
