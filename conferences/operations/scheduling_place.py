"""Where a meeting is to stand, and what is asked of its place under the locks: room, chair, who takes the
minutes, and the children's own limits.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from conferences.models import Booking, Request, RequestedChild, Room
from conferences.operations.scheduling_holds import held_problem
from conferences.operations.scheduling_hours import guard_hours
from conferences.queries.scheduling import clash, closed_days, last_day
from conferences.queries.scheduling_people import (
    at_work_with,
    away_days,
    chairs_who_see,
    managers_who_see,
    minute_takers,
)
from conferences.rules import scheduling as rules
from conferences.rules.workflow import LateReason
from safeguarding import bankholidays
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_all
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.wording import uk_date

NO_PLACE = "Select a time"
TAKEN = "has just been taken for that time"
FREE_FIRST = "Choose somebody else to take the minutes, or nobody, first"
CHAIRS_TOO = "{name} chairs this meeting: choose somebody else to take the minutes"
REFUSED_BY_DATABASE: dict[str, str | tuple[str, str]] = {
    "booking_room_free": (f"The room {TAKEN}", "room"),
    "booking_chair_free": (f"The chair {TAKEN}", "chair"),
    "booking_beside_thinking_time": (f"The chair {TAKEN}", "chair"),
    "booking_minute_taker_free": (f"Who takes the minutes {TAKEN}", "minute_taker"),
    "booking_people_in_one_place": (f"The chair or who takes the minutes {TAKEN}", "chair"),
    "booking_one_stands_a_request": "Someone else has already scheduled this conference.",
}


@dataclass(frozen=True)
class Late:
    """Why a meeting stands past the statutory day, and which manager and which chair agreed."""

    why: LateReason | None = None
    words: str = ""
    manager: User | None = None
    chair: User | None = None

    def columns(self) -> dict[str, object]:
        """As a booking keeps it."""
        return {
            "late_why": str(self.why) if self.why else "",
            "late_reason": self.words.strip(),
            "late_manager": self.manager,
            "late_chair": self.chair,
            "late_agreed_by": "",
        }


NOT_LATE = Late()


@dataclass(frozen=True)
class Place:
    """Where a meeting stands in the diary, and, past the statutory day, why and who agreed."""

    room: Room
    chair: User
    starts_at: dt.datetime
    ends_at: dt.datetime
    late: Late = NOT_LATE
    minute_taker: User | None = None

    @property
    def day(self) -> dt.date:
        return day_of(self.starts_at)

    @property
    def where(self) -> tuple[int, int, dt.datetime, dt.datetime]:
        return self.room.pk, self.chair.pk, self.starts_at, self.ends_at


def place_of(
    room: Room | None,
    chair: User | None,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    late: Late,
    minute_taker: User | None,
) -> Place | None:
    """The place, where one was chosen whole."""
    if not (room and chair and starts_at and ends_at):
        return None
    return Place(room, chair, starts_at, ends_at, late, minute_taker)


def problems_of(request: Request, place: Place | None, at: dt.datetime) -> list[Problem]:
    """What can be said without locking anything: the day, the time, the lateness."""
    if place is None:
        return [Problem(NO_PLACE, "slot")]
    day = rules.day_refused(place.day, bankholidays.england(), bankholidays.names())
    time = rules.time_refused(place.starts_at, place.ends_at, at)
    said = [Problem(sentence, field) for sentence, field in ((day, "date"), (time, "start")) if sentence]
    return [*said, *late_problems(request, place, at)]


def late_problems(request: Request, place: Place, at: dt.datetime) -> list[Problem]:
    """What a late day lacks, or that somebody is named who cannot agree to it."""
    late, last = place.late, last_day(request)
    told = late.why, late.words.strip(), late.manager, late.chair
    if place.day <= last:
        return []
    if lacking := rules.late_problems(place.day, last, *told):
        return lacking
    children = _children(request)
    named = (("late_manager", late.manager, managers_who_see), ("late_chair", late.chair, chairs_who_see))
    found = [
        Problem(f"{who.full_name} cannot agree to it: select somebody else", field)
        for field, who, may in named
        if who and not may(children, at).filter(pk=who.pk).exists()
    ]
    if not found and late.manager == late.chair:
        found.append(Problem("Select two people: the manager and the chair both agree", "late_chair"))
    return found


def lock_place(place: Place) -> tuple[Room, User]:
    """The room and the chair, held; and who takes the minutes, in the order of all people."""
    room = lock(place.room)
    people = {one.pk: one for one in (place.chair, place.minute_taker) if one}
    held = {one.pk: one for one in lock_all(list(people.values()))}
    return room, held[place.chair.pk]


def guard_room(room: Room, place: Place) -> None:
    """Asked of the room as it stands under the lock: it may have been shut since the page was opened."""
    if not room.is_active:
        raise Refused(f"{room.name} is no longer in use", "room")
    hours = room.opens_time, room.closes_time
    if words := rules.room_refused(room.name, *hours, place.starts_at, place.ends_at):
        raise Refused(words, "room")
    closed = closed_days(place.day, place.day).get(room.pk, ())
    if words := rules.closed_refused(room.name, closed, place.day):
        raise Refused(words, "room")


def _children(request: Request) -> list[Child]:
    asked = RequestedChild.objects.unscoped("the children of a request that is in scope")
    return [row.child for row in asked.filter(request=request).select_related("child")]


def guard_place(request: Request, place: Place, room: Room, chair: User, at: dt.datetime) -> None:
    """All that is asked of a place under its locks: of the room and the chair as they then stand."""
    guard_room(room, place)
    guard_day(request, place)
    guard_chair(request, chair, at)
    guard_away(chair, place.day, at)
    guard_hours(chair, place.starts_at, place.ends_at, at)
    guard_minute_taker(request, place.minute_taker, place.chair, place.day, at)


def guard_day(request: Request, place: Place) -> None:
    """Asked of whoever got the slot: the many who did not are told without it."""
    born = [(one.display_name, one.birth_date) for one in _children(request)]
    if words := rules.grown_refused(born, place.day):
        raise Refused(words, "date")


def guard_chair(request: Request, chair: User, at: dt.datetime) -> None:
    children = _children(request)
    if at_work_with(children)(chair) or chair.pk == request.requested_by_id:
        raise Refused(
            f"{chair.full_name} works with one of these children or manages who does, so cannot chair",
            "chair",
        )
    if not chairs_who_see(children, at).filter(pk=chair.pk).exists():
        raise Refused(f"{chair.full_name} cannot chair this conference: choose another chair", "chair")


def guard_away(chair: User, day: dt.date, at: dt.datetime) -> None:
    """Nobody is put into the diary on a day of their leave: who comes all the same takes it back first. Of a
    day that is over it is not asked.
    """
    if words := away_words(chair, day, at):
        raise Refused(words, "chair")


def away_words(person: User, day: dt.date, at: dt.datetime) -> str:
    """That somebody is away on a day that is not over, as a sentence without its stop; "" where not."""
    days = away_days([person.pk], day, day) if day >= day_of(at) else {}
    away = next(iter(days.get(person.pk, ())), None)
    return f"{person.full_name} is away from {uk_date(away.first)} to {uk_date(away.last)}" if away else ""


def guard_minute_taker(
    request: Request, who: User | None, chair: User, day: dt.date | None, at: dt.datetime
) -> None:
    """Refuses somebody who chairs the meeting, has no role for it, may not see a child, or is away that day
    (None: that is not asked); nobody is None.
    """
    if who is None:
        return
    if who.pk == chair.pk:
        raise Refused(CHAIRS_TOO.format(name=who.full_name), "minute_taker")
    if not minute_takers(_children(request), at).filter(pk=who.pk).exists():
        raise Refused(f"{who.full_name} cannot take these minutes: choose somebody else", "minute_taker")
    if day and (words := away_words(who, day, at)):
        raise Refused(f"{words}: choose somebody else for the minutes, or nobody", "minute_taker")


def refuse_clash(place: Place, besides: Booking, writer: User, at: dt.datetime) -> None:
    """Asked before the locks and again under them, as above."""
    problem = clash_of(place, writer, at, besides)
    refuse_all([problem] if problem else [])


def clash_of(place: Place, writer: User, at: dt.datetime, besides: Booking | None = None) -> Problem | None:
    taken = clash(
        place.starts_at,
        place.ends_at,
        room=place.room,
        chair=place.chair,
        minute_taker=place.minute_taker,
        besides=besides,
    )
    if taken["room"]:
        return Problem(f"{place.room.name} {TAKEN}", "room")
    if taken["chair"]:
        return Problem(f"{place.chair.full_name} {TAKEN}", "chair")
    if not (taken["minute_taker"] and place.minute_taker):
        span = place.starts_at, place.ends_at
        return held_problem(place.room, place.chair, *span, writer=writer, at=at)
    name = place.minute_taker.full_name
    if besides and besides.starts_at != place.starts_at:
        return Problem(f"{name}, who takes the minutes, has another meeting then. {FREE_FIRST}", "slot")
    return Problem(f"{name} {TAKEN}", "minute_taker")
