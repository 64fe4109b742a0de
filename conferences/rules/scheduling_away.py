"""What becomes of meetings whose chair is away: another chair at the same time, else another time by the last
day by law, else none. Pure; R1, R7 and R8 for that day (docs/rules.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from conferences.rules.scheduling import Away, ChairOffer, RoomOffer, minutes_between
from conferences.rules.slots import Slot, free_slots, slot_at, spread
from conferences.rules.slots_points import against_chair, total
from conferences.rules.slots_taken import Diary, Wish, chair_cannot, minutes_cannot
from safeguarding.refusals import Problem, missing
from safeguarding.workingdays import days_between

LONGEST = 92


@dataclass(frozen=True)
class Standing:
    """Where a meeting stands: its chair cannot come."""

    starts_at: datetime
    ends_at: datetime
    room: RoomOffer
    chair: int


@dataclass(frozen=True)
class Proposal:
    """A place for a meeting whose chair is away; `is_same_time`: only its chair is another."""

    slot: Slot
    is_same_time: bool


def away_problems(chair: object | None, first: date | None, last: date | None, on: date) -> list[Problem]:
    """What is wrong with days on which a chair might be away."""
    found = missing(
        chair=(chair, "Select a chair"),
        first=(first, "Enter the first day on which they are away"),
        last=(last, "Enter the last day on which they are away"),
    )
    if first and last and last < first:
        found.append(Problem("The last day must be the first day or later", "last"))
    elif last and last < on:
        found.append(Problem("The last day must be today or later", "last"))
    elif first and last and days_between(first, last) > LONGEST:
        found.append(Problem("Choose days that lie no more than three months apart", "last"))
    return found


def without(chairs: Iterable[ChairOffer], chair: int, away: Away) -> list[ChairOffer]:
    """The chairs, one of them away on some more days."""
    return [replace(one, away=(*one.away, away)) if one.pk == chair else one for one in chairs]


def proposal(
    stands: Standing,
    days: Sequence[date],
    rooms: Sequence[RoomOffer],
    chairs: Sequence[ChairOffer],
    diary: Diary,
    wish: Wish,
) -> Proposal | None:
    """What suits best: the same time with the chair who costs least, else the best other time of these days;
    None where there is none. `diary` is without the meeting itself; its length stays as it is.
    """
    wish = replace(wish, minutes=minutes_between(stands.starts_at, stands.ends_at))
    span = stands.starts_at, stands.ends_at
    if not minutes_cannot(*span, diary, wish):
        able = [
            (total(against_chair(chair, *span, diary, wish)), chair.name, chair.pk, chair)
            for chair in chairs
            if chair.pk != stands.chair and not chair_cannot(chair, stands.room, *span, diary, wish)
        ]
        if able:
            chair = min(able, key=lambda row: row[:3])[3]
            return Proposal(slot_at(*span, stands.room, chair, diary, wish), True)
    best = spread(free_slots(days, rooms, chairs, diary, wish), 1)
    return Proposal(best[0], False) if best else None
