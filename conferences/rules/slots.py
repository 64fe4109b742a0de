"""Which times suit a conference best, what speaks for and against each, and why another cannot be. Pure.

A time that cannot be is refused (conferences.rules.slots_taken); one that can costs points for what speaks
against it (conferences.rules.slots_points). The fewest points win, then the earlier start, the chair and the
room in order of name. What is chosen first makes others of the same day and week cost more, so that a family
is offered a spread. R1 to R4, R10 (docs/rules.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conferences.rules.scheduling import ChairOffer, RoomOffer, ending, grid, slot_key
from conferences.rules.slots_points import against, against_chair, against_room, good, total
from conferences.rules.slots_taken import (
    Diary,
    Wish,
    chair_busy,
    chair_cannot,
    minutes_cannot,
    no_way,
    room_cannot,
)
from safeguarding.wording import LONDON, uk_time

MOST_OFFERED = 6
NOBODY, NO_ROOMS = "There is no chair who may lead it", "There is no room"
# What makes a spread: for each time chosen already on the same day, and in the same week.
SAME_DAY, SAME_WEEK = 40, 8


@dataclass(frozen=True)
class Slot:
    """A time with its room and chair: what speaks for it and against it."""

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


def free_slots(
    days: Iterable[date], rooms: Sequence[RoomOffer], chairs: Sequence[ChairOffer], diary: Diary, wish: Wish
) -> list[Slot]:
    """The best room and chair of each start that can be, in order of time."""
    starts = (start for day in days for start in grid(day, wish.minutes))
    found = (_best_at(start, rooms, chairs, diary, wish) for start in starts)
    return [slot for slot in found if slot]


def _best_at(
    starts_at: datetime, rooms: Sequence[RoomOffer], chairs: Sequence[ChairOffer], diary: Diary, wish: Wish
) -> Slot | None:
    ends_at = ending(starts_at, wish.minutes)
    if minutes_cannot(starts_at, ends_at, diary, wish):
        return None
    free = [room for room in rooms if not room_cannot(room, starts_at, ends_at, diary)]
    if not free:
        return None
    able = sorted(
        (
            (total(against_chair(chair, starts_at, ends_at, diary, wish)), chair.name, chair.pk, chair)
            for chair in chairs
            if not chair_busy(chair, starts_at, ends_at, diary, wish)
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
        cost = total(against_room(room, starts_at, diary, wish))
        for points, name, pk, chair in able:
            if not no_way(chair, room, starts_at, ends_at, diary, wish):
                yield (cost + points, name, pk, room.name, room.pk), room, chair
                break


def slot_at(
    starts_at: datetime, ends_at: datetime, room: RoomOffer, chair: ChairOffer, diary: Diary, wish: Wish
) -> Slot:
    """A time with its room and chair, and all that is said of it, whether or not it is free."""
    points = against(starts_at, ends_at, room, chair, diary, wish)
    said = tuple(point.words for point in points if point.words)
    speaks_for = tuple(good(starts_at, ends_at, room, chair, diary, wish))
    return Slot(starts_at, ends_at, room, chair, total(points), speaks_for, said)


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


def none_on(
    day: date, rooms: Sequence[RoomOffer], chairs: Sequence[ChairOffer], diary: Diary, wish: Wish
) -> tuple[str, ...]:
    """Why nothing is free on a day, as sentences without their stop: of each start why no room or no chair
    can be had, each reason once, in the order of the day.
    """
    found: dict[str, None] = {}
    for starts_at in grid(day, wish.minutes):
        ends_at = ending(starts_at, wish.minutes)
        if words := minutes_cannot(starts_at, ends_at, diary, wish):
            found[words] = None
            continue
        why = {room.pk: room_cannot(room, starts_at, ends_at, diary) for room in rooms}
        able = [room for room in rooms if not why[room.pk]]
        said = [words for words in why.values() if words]
        if able:
            said = [
                chair_cannot(chair, room, starts_at, ends_at, diary, wish)
                for chair in chairs
                for room in able
            ]
        found |= dict.fromkeys(said)
    return tuple(found) or (NOBODY if rooms else NO_ROOMS,)


def free_by_day(free: Sequence[Slot]) -> Mapping[date, tuple[str, str]]:
    """{day: (the starts of the morning in words, those of the afternoon)} for a table of all free times."""
    found: dict[date, list[list[str]]] = {}
    for slot in free:
        start = slot.starts_at.astimezone(LONDON)
        found.setdefault(start.date(), [[], []])[start.hour >= 12].append(uk_time(start))
    return {day: (", ".join(halves[0]), ", ".join(halves[1])) for day, halves in found.items()}
