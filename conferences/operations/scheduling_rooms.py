"""The directory of rooms, and what stands in the way of taking one out of use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from conferences.models import Room
from conferences.queries.scheduling import meetings_ahead_in
from safeguarding.directory.directory import Directory
from safeguarding.directory.items import Clock, Text, Whole, YesNo
from safeguarding.refusals import Problem
from safeguarding.rights import Permission
from safeguarding.wording import counted


def _hours(room: Any, values: Mapping[str, Any]) -> Sequence[Problem]:
    opens, closes = values["opens_time"], values["closes_time"]
    if (opens is None) != (closes is None):
        field = "closes_time" if closes is None else "opens_time"
        return [Problem("Enter both the time it opens and the time it closes, or neither", field)]
    if opens is not None and closes <= opens:
        return [Problem("The time it closes must be after the time it opens", "closes_time")]
    return []


def _booked(room: Room, at: dt.datetime) -> str:
    ahead = meetings_ahead_in(room, at)
    if not ahead:
        return ""
    return f"{room.name} is booked for {counted(ahead, 'meeting')} to come. Move them to another room first."


ROOMS = Directory(
    slug="rooms",
    one="room",
    many="rooms",
    about="Rooms where conferences are held. Only rooms in use are offered when a conference is scheduled.",
    model=Room,
    items=(
        Text("name", "Name", longest=80),
        Text("site", "Building", is_needed=False, longest=80),
        Whole("seats", "Seats", least=2, most=200),
        YesNo("is_step_free", "Step-free", nothing=None),
        YesNo("has_hearing_loop", "Hearing loop", nothing=None),
        YesNo("has_video", "Video calls", nothing=None),
        YesNo("has_waiting_room", "Waiting room", nothing=None),
        Clock("opens_time", "Opens at", "Like 09:00. Leave both empty where it may be had at any hour"),
        Clock("closes_time", "Closes at"),
        Text("notes", "Notes", "For example a second entrance", False, longest=200),
    ),
    needs=Permission.KEEP_DIRECTORY,
    shown=("site", "seats", "is_step_free", "has_hearing_loop", "has_video"),
    problems=_hours,
    in_the_way=_booked,
)
