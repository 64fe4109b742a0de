"""Where the demo's past meetings stood in the diary: a room and an hour in which chair and room were free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from conferences.demo.staff import moment
from conferences.models import Conference, Room

MINUTES = 75
# From nine to half past five, with a break at noon.
HOURS = ((9, 0), (10, 15), (11, 30), (13, 30), (14, 45), (16, 0))


class PastDiary:
    """Gives each meeting the last hour before its decision that is free."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self.rooms = rooms
        self.taken: set[tuple[dt.datetime, str, int | None]] = set()

    def place(self, conference: Conference, decided_at: dt.datetime) -> tuple[Room, dt.datetime] | None:
        """The room and the hour; None on a day that is too full."""
        starts = [moment(conference.held_date, *clock) for clock in HOURS]
        in_time = [start for start in reversed(starts) if start < decided_at]
        for start in in_time + [start for start in starts if start >= decided_at]:
            room = next(self._free(start, conference), None)
            if room:
                self.taken |= {(start, "room", room.pk), (start, "chair", conference.chair_id)}
                return room, start
        return None

    def _free(self, start: dt.datetime, conference: Conference) -> Iterator[Room]:
        """The rooms, another one first for another meeting, unless the chair is at one already."""
        if (start, "chair", conference.chair_id) not in self.taken:
            first = conference.pk % len(self.rooms)
            rooms = [*self.rooms[first:], *self.rooms[:first]]
            yield from (room for room in rooms if (start, "room", room.pk) not in self.taken)
