"""Where a meeting is to stand, and what is asked of its place under the locks: room, chair, who takes the
minutes, and the children's own limits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

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
from conferences.queries.scheduling_room import room_offer, room_wishes
from conferences.rules import scheduling as rules
from conferences.rules.scheduling_room import room_lacks
from conferences.rules.workflow import LateReason
from safeguarding import bankholidays
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_all
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.wording import sentence, uk_date

NO_PLACE = "Select a time"
WHY_THIS_ROOM = "Choose another room, or enter why this one all the same"
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


def late_of(booking: Booking) -> Late:
    """Why it stands past its last day, where it does: on the same day that holds on."""
    why = LateReason(booking.late_why) if booking.late_why else None
    return Late(why, booking.late_reason, booking.late_manager, booking.late_chair)


@dataclass(frozen=True)
class Place:
    """Where a meeting stands in the diary, and, past the statutory day, why and who agreed."""

    room: Room
    chair: User
    starts_at: dt.datetime
    ends_at: dt.datetime
    late: Late = NOT_LATE
    minute_taker: User | None = None
    # Why this room, where it lacks something; and what, once that was looked at.
    room_reason: str = ""
    room_lacks: str = ""
    # It is late as the meeting that moves is already, with whoever agreed to that then.
    keeps_late: bool = False
    # The meeting that moves stands in this room from this time already: what it lacks is nothing new.
    keeps_room: bool = False

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
    room_reason: str = "",
) -> Place | None:
    """The place, where one was chosen whole."""
    if not (room and chair and starts_at and ends_at):
        return None
    return Place(room, chair, starts_at, ends_at, late, minute_taker, room_reason.strip())


def keep_own(place: Place, meeting: Booking) -> Place:
    """A place with what a meeting that moves there keeps where nothing else was typed: on its day why it is
    late and who agreed, and in its room why it is there.
    """
    own = late_of(meeting) if place.day == day_of(meeting.starts_at) else NOT_LATE
    in_room = place.room == meeting.room
    late = own if place.late == NOT_LATE else place.late
    keeps_late = own != NOT_LATE and late == own
    return replace(
        place,
        late=late,
        room_reason=place.room_reason or (meeting.room_reason if in_room else ""),
        keeps_late=keeps_late,
        keeps_room=in_room and place.starts_at == meeting.starts_at,
    )


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
    if place.keeps_late:
        return []
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
    closed = closed_days(place.day, place.day).get(room.pk, ())
    said = (
        rules.room_refused(room.name, *hours, place.starts_at, place.ends_at),
        rules.closed_refused(room.name, closed, place.day),
    )
    refuse_all([Problem(words, "room") for words in said if words])


def lacks_of(request: Request, room: Room) -> str:
    """What a room is known to lack of what the people of a request in scope need of it, in sentences."""
    children = RequestedChild.objects.unscoped("how many children a request in scope is about")
    wish = room_wishes([request], children.filter(request=request).count())[request.pk]
    return " ".join(map(sentence, room_lacks(room_offer(room), wish)))


def _children(request: Request) -> list[Child]:
    asked = RequestedChild.objects.unscoped("the children of a request that is in scope")
    return [row.child for row in asked.filter(request=request).select_related("child")]


def guard_place(request: Request, place: Place, room: Room, chair: User, at: dt.datetime) -> Place:
    """All that is asked of a place under its locks: of the room and the chair as they then stand. Gives the
    place with what its room lacks, where it was said why it is chosen all the same.
    """
    lacks = lacks_of(request, room)
    refuse_all(_place_problems(request, place, room, chair, lacks, at))
    reason = place.room_reason if lacks else ""
    return replace(place, room_lacks=lacks if reason else "", room_reason=reason)


def refuse_place(
    found: Sequence[Problem],
    request: Request,
    place: Place | None,
    writer: User,
    at: dt.datetime,
    besides: Booking | None = None,
) -> None:
    """Where anything is wrong with a place, all that is: nobody chooses again for each reason."""
    more: list[Problem] = []
    if found and place:
        lacks = lacks_of(request, place.room)
        more += clashes_of(place, writer, at, besides)
        more += _place_problems(request, place, place.room, place.chair, lacks, at)
    refuse_all([*found, *(one for one in more if one not in found)])


def _place_problems(
    request: Request, place: Place, room: Room, chair: User, lacks: str, at: dt.datetime
) -> list[Problem]:
    """Everything that is wrong with a room, a day, a chair, and who takes the minutes."""
    guards: tuple[Callable[[], None], ...] = (
        lambda: guard_room(room, place),
        lambda: _guard_lacks(lacks, place),
        lambda: guard_day(request, place),
        lambda: guard_chair(request, chair, at),
        lambda: guard_away(chair, place.day, at),
        lambda: guard_hours(chair, place.starts_at, place.ends_at, at),
        lambda: guard_minute_taker(request, place.minute_taker, place.chair, place.day, at),
    )
    found: list[Problem] = []
    for guard in guards:
        try:
            guard()
        except Refused as refused:
            found += refused.problems
    return found


def _guard_lacks(lacks: str, place: Place) -> None:
    if lacks and not place.room_reason and not place.keeps_room:
        raise Refused(f"{lacks} {WHY_THIS_ROOM}", "room_reason")


def guard_day(request: Request, place: Place) -> None:
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
    refuse_all(clashes_of(place, writer, at, besides))


def clashes_of(place: Place, writer: User, at: dt.datetime, besides: Booking | None = None) -> list[Problem]:
    """Which of the room, the chair and who takes the minutes are taken then, or held by somebody else."""
    taken = clash(
        place.starts_at,
        place.ends_at,
        room=place.room,
        chair=place.chair,
        minute_taker=place.minute_taker,
        besides=besides,
    )
    found = [Problem(f"{place.room.name} {TAKEN}", "room")] if taken["room"] else []
    if taken["chair"]:
        found.append(Problem(f"{place.chair.full_name} {TAKEN}", "chair"))
    if taken["minute_taker"] and place.minute_taker:
        name = place.minute_taker.full_name
        moves = besides and besides.starts_at != place.starts_at
        words = f"{name}, who takes the minutes, has another meeting then. {FREE_FIRST}"
        found.append(Problem(words, "slot") if moves else Problem(f"{name} {TAKEN}", "minute_taker"))
    if found:
        return found
    held = held_problem(place.room, place.chair, place.starts_at, place.ends_at, writer=writer, at=at)
    return [held] if held else []
