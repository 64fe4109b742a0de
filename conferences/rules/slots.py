"""Which times suit a conference best, what speaks for and against each, and why another cannot be. Pure.

A time that cannot be is refused; one that can costs points for what speaks against it. The fewest points win,
then the earlier start, the chair and the room in order of name. What is chosen first makes others of the same
day and week cost more, so that a family is offered a spread. R1 to R4, R10 (docs/rules.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from conferences.rules.scheduling import (
    NO_ROOM,
    ChairOffer,
    RoomOffer,
    Taken,
    closed_refused,
    ending,
    grid,
    moment,
    room_refused,
    slot_key,
)
from safeguarding.wording import LONDON, counted, uk_date, uk_day, uk_time

MOST_OFFERED = 6
# What speaks against a time, in points: how many of the lesser make up for one of the graver.
# The first two for each working day that is lacking.
SHORT_NOTICE, NO_SLACK, AFTER_BIRTH_LIMIT, AFTER_LAST_DAY = 12, 15, 30, 60
ANOTHER_CHAIR, FULL_DAY, NO_BREAK, EACH_MEETING = 40, 25, 5, 2
TOO_SMALL, SPARE_SEATS, SEATS_A_POINT = 50, 1, 4
SCHOOL_RUN = 10
# What makes a spread: for each time chosen already on the same day, and in the same week.
SAME_DAY, SAME_WEEK = 40, 8
BREAK = timedelta(minutes=30)


@dataclass(frozen=True)
class Wish:
    """What a conference asks of its time: seats, and how long, in minutes.

    `lacks_notice` and `lacks_slack` say for days how many working days of notice, and of time in hand before
    `last`, the statutory day, are lacking there; after `last` there is none, and no such day is offered while
    there is another. `is_past`: there is none of either any more, and the soonest
    is best; `lacks_slack` then says how many working days later a day is. `birth_to`: by when a conference on
    an unborn child should be (R10). `school`: the hours between which nobody takes or fetches a child; None
    where no child is of school age. `known`: the chairs who know the family. `travel`: between two sites;
    `a_day`: a chair's conferences in a day, 0 for any number.
    """

    seats: int
    minutes: int
    last: date
    lacks_notice: Mapping[date, int] = field(default_factory=dict)
    lacks_slack: Mapping[date, int] = field(default_factory=dict)
    is_past: bool = False
    birth_to: date | None = None
    school: tuple[time, time] | None = None
    travel: timedelta = timedelta()
    a_day: int = 0
    known: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Point:
    """Something that speaks against a time, a room or a chair, and how much."""

    points: int
    words: str


@dataclass(frozen=True)
class Slot:
    """A time with its room and chair: what speaks for it and against it, and why others are not in it."""

    starts_at: datetime
    ends_at: datetime
    room: RoomOffer
    chair: ChairOffer
    points: int
    good: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The slot as a form sends it back: start, end, room and chair."""
        return slot_key(self.starts_at, self.ends_at, self.room.pk, self.chair.pk)

    @property
    def day(self) -> date:
        return self.starts_at.astimezone(LONDON).date()


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
    return chair_busy(chair, starts_at, ends_at, diary) or _no_way(
        chair, room, starts_at, ends_at, diary, wish
    )


def chair_busy(chair: ChairOffer, starts_at: datetime, ends_at: datetime, diary: Diary) -> str:
    """The same, wherever it is held."""
    day = starts_at.astimezone(LONDON).date()
    if chair.works_the_case:
        return f"{chair.name} works with one of these children"
    if away := chair.away_on(day):
        return f"{chair.name} is away until {uk_date(away.last)}"
    if any(span.meets(starts_at, ends_at) for span in diary.of(chair.pk, day)):
        return f"{chair.name} has something else in the diary"
    return ""


def _no_way(
    chair: ChairOffer, room: RoomOffer, starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish
) -> str:
    """Between two sites a chair needs the time to get there."""
    if not room.site or not wish.travel:
        return ""
    day = starts_at.astimezone(LONDON).date()
    for span in diary.of(chair.pk, day):
        if span.site and span.site != room.site and _gap(span, starts_at, ends_at) < wish.travel:
            return f"{chair.name} would not get from {span.site} to {room.site} in time"
    return ""


def _gap(span: Taken, starts_at: datetime, ends_at: datetime) -> timedelta:
    """The time between two spans that do not meet."""
    return max(starts_at - span.ends_at, span.starts_at - ends_at)


def against_time(starts_at: datetime, ends_at: datetime, wish: Wish) -> list[Point]:
    day, found = starts_at.astimezone(LONDON).date(), []
    if lacks := wish.lacks_notice.get(day, 0):
        words = f"Those invited have {counted(lacks, 'working day')} less notice than they should"
        found.append(Point(SHORT_NOTICE * lacks, words))
    if day in wish.lacks_slack:
        days = wish.lacks_slack[day]
        words = f"It leaves little time, or none, to move it before {uk_day(wish.last)}"
        later = f"It is {counted(days, 'working day')} later than it could be"
        found.append(Point(NO_SLACK * days, later if wish.is_past else words))
    if day > wish.last and not wish.is_past:
        found.append(Point(AFTER_LAST_DAY, f"It is later than {uk_day(wish.last)}, the last day by law"))
    if wish.birth_to and day > wish.birth_to:
        words = f"It is later than {uk_day(wish.birth_to)}, the local limit before the birth"
        found.append(Point(AFTER_BIRTH_LIMIT, words))
    if wish.school and not _in_school(starts_at, ends_at, wish.school):
        found.append(Point(SCHOOL_RUN, "A parent may be on the way to or from school"))
    return found


def _in_school(starts_at: datetime, ends_at: datetime, hours: tuple[time, time]) -> bool:
    day = starts_at.astimezone(LONDON).date()
    return moment(day, hours[0]) <= starts_at and ends_at <= moment(day, hours[1])


def against_room(room: RoomOffer, wish: Wish) -> list[Point]:
    if room.seats < wish.seats:
        return [Point(TOO_SMALL, f"{room.name} has only {room.seats} seats for {wish.seats} people")]
    spare = (room.seats - wish.seats) // SEATS_A_POINT
    return [Point(spare * SPARE_SEATS, "")] if spare else []


def against_chair(
    chair: ChairOffer, starts_at: datetime, ends_at: datetime, diary: Diary, wish: Wish
) -> list[Point]:
    spans = diary.of(chair.pk, starts_at.astimezone(LONDON).date())
    meetings, found = sum(span.room != NO_ROOM for span in spans), []
    if wish.known and chair.pk not in wish.known:
        words = f"{chair.name} does not know the family, and another chair does"
        found.append(Point(ANOTHER_CHAIR, words))
    if wish.a_day and meetings >= wish.a_day:
        words = f"{chair.name} already has {counted(meetings, 'conference')} that day"
        found.append(Point(FULL_DAY, words))
    if any(_gap(span, starts_at, ends_at) < BREAK for span in spans):
        found.append(Point(NO_BREAK, f"{chair.name} has no break before or after it"))
    if load := diary.load.get(chair.pk, 0):
        found.append(Point(load * EACH_MEETING, ""))
    return found


def free_slots(
    days: Iterable[date], rooms: Sequence[RoomOffer], chairs: Sequence[ChairOffer], diary: Diary, wish: Wish
) -> list[Slot]:
    """The best room and chair of each start that can be, in order of time."""
    by_cost = sorted(rooms, key=lambda room: (_sum(against_room(room, wish)), room.name, room.pk))
    starts = (start for day in days for start in grid(day, wish.minutes))
    found = (_best_at(start, by_cost, chairs, diary, wish) for start in starts)
    return [slot for slot in found if slot]


def _best_at(
    starts_at: datetime, rooms: Sequence[RoomOffer], chairs: Sequence[ChairOffer], diary: Diary, wish: Wish
) -> Slot | None:
    ends_at = ending(starts_at, wish.minutes)
    free = [room for room in rooms if not room_cannot(room, starts_at, ends_at, diary)]
    if not free:
        return None
    able = sorted(
        (
            (_sum(against_chair(chair, starts_at, ends_at, diary, wish)), chair.name, chair.pk, chair)
            for chair in chairs
            if not chair_busy(chair, starts_at, ends_at, diary)
        ),
        key=lambda row: row[:3],
    )
    pairs = _cheapest_pairs(free, able, starts_at, ends_at, diary, wish)
    best = min(pairs, key=lambda row: row[0], default=None)
    return slot_at(starts_at, ends_at, best[1], best[2], diary, wish) if best else None


def _cheapest_pairs(
    rooms: Sequence[RoomOffer],
    able: Sequence[tuple[int, str, int, ChairOffer]],
    starts_at: datetime,
    ends_at: datetime,
    diary: Diary,
    wish: Wish,
) -> Iterator[tuple[tuple[int, str, int, str, int], RoomOffer, ChairOffer]]:
    """For each room the first chair, in order of cost, who gets there: a dearer one is never better."""
    for room in rooms:
        cost = _sum(against_room(room, wish))
        for points, name, pk, chair in able:
            if not _no_way(chair, room, starts_at, ends_at, diary, wish):
                yield (cost + points, name, pk, room.name, room.pk), room, chair
                break


def _sum(points: Iterable[Point]) -> int:
    return sum(point.points for point in points)


def slot_at(
    starts_at: datetime, ends_at: datetime, room: RoomOffer, chair: ChairOffer, diary: Diary, wish: Wish
) -> Slot:
    """A time with its room and chair, and all that is said of it, whether or not it is free."""
    points = against(starts_at, ends_at, room, chair, diary, wish)
    said = tuple(point.words for point in points if point.words)
    good = tuple(_good(starts_at, ends_at, room, chair, wish))
    return Slot(starts_at, ends_at, room, chair, _sum(points), good, said)


def against(
    starts_at: datetime, ends_at: datetime, room: RoomOffer, chair: ChairOffer, diary: Diary, wish: Wish
) -> list[Point]:
    """All that speaks against one time with its room and chair, the gravest first."""
    points = [
        *against_time(starts_at, ends_at, wish),
        *against_room(room, wish),
        *against_chair(chair, starts_at, ends_at, diary, wish),
    ]
    return sorted(points, key=lambda point: -point.points)


def _good(
    starts_at: datetime, ends_at: datetime, room: RoomOffer, chair: ChairOffer, wish: Wish
) -> Iterator[str]:
    """What speaks for it: what nothing speaks against."""
    day = starts_at.astimezone(LONDON).date()
    if chair.pk in wish.known:
        yield f"{chair.name} chaired these children’s last conference"
    if not wish.is_past and day not in wish.lacks_notice:
        yield "Everybody has notice enough"
    if not wish.is_past and day <= wish.last and day not in wish.lacks_slack:
        yield f"It can still be moved before {uk_day(wish.last)}"
    if wish.school and _in_school(starts_at, ends_at, wish.school):
        yield "It lies in school hours"
    if room.seats >= wish.seats:
        yield f"{room.name} has {room.seats} seats for {wish.seats} people"


def spread(free: Sequence[Slot], most: int = MOST_OFFERED) -> list[Slot]:
    """The best few, each next one chosen with what is chosen already in mind; the best first."""
    left, chosen = list(free), list[Slot]()
    days: dict[date, int] = defaultdict(int)
    weeks: dict[tuple[int, int], int] = defaultdict(int)

    def dear(slot: Slot) -> tuple[int, datetime]:
        near = SAME_DAY * days[slot.day] + SAME_WEEK * weeks[slot.day.isocalendar()[:2]]
        return slot.points + near, slot.starts_at

    while left and len(chosen) < most:
        best = min(left, key=dear)
        left.remove(best)
        chosen.append(best)
        days[best.day] += 1
        weeks[best.day.isocalendar()[:2]] += 1
    return chosen


def others_at(slot: Slot, chairs: Sequence[ChairOffer], diary: Diary, wish: Wish) -> tuple[str, ...]:
    """Why the chairs who know the family are not in a slot; nothing where one is, or nobody does."""
    if slot.chair.pk in wish.known:
        return ()
    return tuple(
        words
        for chair in chairs
        if chair.pk in wish.known
        and (words := chair_cannot(chair, slot.room, slot.starts_at, slot.ends_at, diary, wish))
    )


def free_by_day(free: Sequence[Slot]) -> Mapping[date, tuple[str, str]]:
    """{day: (the starts of the morning in words, those of the afternoon)} for a table of all free times."""
    found: dict[date, list[list[str]]] = {}
    for slot in free:
        start = slot.starts_at.astimezone(LONDON)
        found.setdefault(start.date(), [[], []])[start.hour >= 12].append(uk_time(start))
    return {day: (", ".join(halves[0]), ", ".join(halves[1])) for day, halves in found.items()}
