"""What a conference asks of its time, what is taken, and why a room or a chair cannot be had. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from conferences.rules.scheduling import (
    NO_ROOM,
    Away,
    ChairOffer,
    RoomOffer,
    Taken,
    closed_refused,
    room_refused,
)
from conferences.rules.scheduling_fit import Fit
from conferences.rules.scheduling_hours import hours_refused
from conferences.rules.scheduling_room import RoomWish
from safeguarding.wording import LONDON, uk_date


@dataclass(frozen=True)
class Taker:
    """Somebody who could take the minutes, and when they are away."""

    pk: int
    name: str
    away: tuple[Away, ...] = ()

    def cannot(self, starts_at: datetime, ends_at: datetime, diary: Diary) -> str:
        """Why they cannot take them then, as a sentence without its stop; "" where they can."""
        day = starts_at.astimezone(LONDON).date()
        if any(one.first <= day <= one.last for one in self.away):
            return f"{self.name}, who takes the minutes, is away"
        if any(span.meets(starts_at, ends_at) for span in diary.of(self.pk, day)):
            return f"{self.name}, who takes the minutes, has something else in the diary"
        return ""


@dataclass(frozen=True)
class Wish:
    """What a conference asks of its time: of its room, and how long, in minutes.

    `lacks_notice` and `lacks_slack` say for days how many working days of notice, and of time in hand before
    `last`, the statutory day, are lacking there; after `last` there is none, and no such day is offered while
    there is another. `is_past`: there is none of either any more, and the soonest
    is best; `lacks_slack` then says how many working days later a day is. `birth_to`: by when a conference on
    an unborn child should be (R10). `school`: the hours between which nobody takes or fetches a child; None
    where no child is of an age to be taken. `known`: the chairs who know the family. `travel`: between two
    sites; `a_day`: a chair's conferences in a day, 0 for any number. `fit`: what the family's day must fit.
    `birth_from`: before it a conference on an unborn child is too early (R10). `thought_from`: the first day
    before which there is a whole working day for the thinking time that is owed. `takers`: who could take the
    minutes, where that is the work of some; `minutes_by`: who is chosen to. `lacks_reports`: how many working
    days agencies lack there to send their reports by the day on which they are due (R12).
    """

    room: RoomWish
    minutes: int
    last: date
    lacks_notice: Mapping[date, int] = field(default_factory=dict)
    lacks_slack: Mapping[date, int] = field(default_factory=dict)
    lacks_reports: Mapping[date, int] = field(default_factory=dict)
    is_past: bool = False
    birth_to: date | None = None
    school: tuple[time, time] | None = None
    travel: timedelta = timedelta()
    a_day: int = 0
    known: frozenset[int] = frozenset()
    fit: Fit = Fit()
    birth_from: date | None = None
    thought_from: date | None = None
    takers: tuple[Taker, ...] = ()
    minutes_by: Taker | None = None


class Diary:
    """What is taken, by room and by chair and day: built once for all times of a window."""

    def __init__(self, taken: Iterable[Taken]) -> None:
        self.of_rooms: dict[int, list[Taken]] = defaultdict(list)
        self.of_chairs: dict[tuple[int, date], list[Taken]] = defaultdict(list)
        self.load: dict[int, int] = defaultdict(int)
        for span in taken:
            day = span.starts_at.astimezone(LONDON).date()
            self.of_chairs[span.chair, day].append(span)
            if span.room != NO_ROOM:
                self.of_rooms[span.room].append(span)
                self.load[span.chair] += 1

    def of(self, chair: int, day: date) -> Sequence[Taken]:
        return self.of_chairs.get((chair, day), ())


def room_cannot(room: RoomOffer, starts_at: datetime, ends_at: datetime, diary: Diary) -> str:
    """Why a room cannot be had then, as a sentence without its stop; "" where it can."""
    day = starts_at.astimezone(LONDON).date()
    if any(span.meets(starts_at, ends_at) for span in diary.of_rooms.get(room.pk, ())):
        return f"{room.name} is taken"
    return closed_refused(room.name, room.closed, day) or room_refused(
        room.name, room.opens, room.closes, starts_at, ends_at
    )


def chair_cannot(
    chair: ChairOffer, room: RoomOffer, starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish
) -> str:
    """Why a chair cannot be in a room then, as a sentence without its stop; "" where they can."""
    return chair_busy(chair, starts_at, ends_at, diary, wish) or no_way(
        chair, room, starts_at, ends_at, diary, wish
    )


def minutes_cannot(starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish) -> str:
    """Why who is chosen for the minutes cannot take them then; "" where they can, or nobody is chosen."""
    return wish.minutes_by.cannot(starts_at, ends_at, diary) if wish.minutes_by else ""


def chair_busy(chair: ChairOffer, starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish) -> str:
    """The same, wherever it is held."""
    day = starts_at.astimezone(LONDON).date()
    if wish.minutes_by and chair.pk == wish.minutes_by.pk:
        return f"{chair.name} takes the minutes"
    if chair.works_the_case:
        return f"{chair.name} works with one of these children"
    if away := chair.away_on(day):
        return f"{chair.name} is away until {uk_date(away.last)}"
    if words := hours_refused(chair.name, chair.patterns, starts_at, ends_at):
        return words
    if any(span.meets(starts_at, ends_at) for span in diary.of(chair.pk, day)):
        return f"{chair.name} has something else in the diary"
    return ""


def no_way(
    chair: ChairOffer, room: RoomOffer, starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish
) -> str:
    """Between two sites a chair needs the time to get there."""
    if not room.site or not wish.travel:
        return ""
    day = starts_at.astimezone(LONDON).date()
    for span in diary.of(chair.pk, day):
        if span.site and span.site != room.site and gap(span, starts_at, ends_at) < wish.travel:
            return f"{chair.name} would not get from {span.site} to {room.site} in time"
    return ""


def gap(span: Taken, starts_at: datetime, ends_at: datetime) -> timedelta:
    """The time between two spans that do not meet."""
    return max(starts_at - span.ends_at, span.starts_at - ends_at)
