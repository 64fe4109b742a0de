"""A conference that was held already is entered: where and when, who chaired it, and why only now.

Its chair then records and decides as of any other; what falls due after it is counted from its own day.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from conferences.models import Booking, Request, Room
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell_of_meeting
from conferences.operations.scheduling import despite_columns, put_into_diary
from conferences.operations.scheduling_place import (
    NOT_LATE,
    Late,
    Place,
    guard_chair,
    guard_day,
    guard_minute_taker,
    late_problems,
    lock_place,
)
from conferences.queries.scheduling import clash
from conferences.queries.scheduling_entered import earliest_days
from conferences.rules import scheduling as rules
from conferences.rules.consultations import BookedDespite
from conferences.rules.notices import Change
from conferences.rules.scheduling_entered import entered_problems
from conferences.rules.workflow import EnteredReason
from safeguarding import bankholidays
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Problem, missing, refuse_all
from safeguarding.rights import Permission

ELSEWHERE = (
    "{name} had another meeting, or protected time to think, then. Check the day and the time, or choose who"
    " was there. If the other did not take place, have that put right first"
)
ROOM_TAKEN = (
    "Another meeting stands in the diary for {name} then. Check the day, the time and the room. If the other"
    " did not take place, have that put right first"
)
THE_CHAIR, THE_MINUTES = ELSEWHERE.format(name="The chair"), ELSEWHERE.format(name="Who took the minutes")
WANTED = {
    "date": "Enter when the conference was held",
    "room": "Select the room in which it was held",
    "chair": "Select who chaired it",
    "entered_reason": "Select why it is entered only now",
}
REFUSED_BY_DATABASE: dict[str, str | tuple[str, str]] = {
    "booking_room_free": (ROOM_TAKEN.format(name="this room"), "room"),
    "booking_chair_free": (THE_CHAIR, "chair"),
    "booking_beside_thinking_time": (THE_CHAIR, "chair"),
    "booking_people_in_one_place": (THE_CHAIR, "chair"),
    "booking_minute_taker_free": (THE_MINUTES, "minute_taker"),
    "booking_one_stands_a_request": "Someone else has already scheduled or entered this conference.",
}


@operation(needs=Permission.SCHEDULE, retry=True, refuses=REFUSED_BY_DATABASE)
def enter_held(
    *,
    form_key: UUID,
    request: Request,
    room: Room | None,
    chair: User | None,
    starts_at: dt.datetime | None,
    ends_at: dt.datetime | None,
    entered_reason: EnteredReason | None,
    entered_words: str = "",
    late: Late = NOT_LATE,
    minute_taker: User | None = None,
    despite: BookedDespite | None = None,
    despite_words: str = "",
    by: User,
    at: dt.datetime,
) -> Booking:
    """Enter the meeting of a request that was held before `at`; the same form sent twice enters one.

    The room's hours and the chair's leave are not asked: they met all the same. Raises Refused: no time, room
    or chair; a day off, ahead, or before what it is about; a late day without its reason; why it is entered
    only now; a room or people who had another meeting then; a chair who works the case or may not see a
    child; and a request that is scheduled or withdrawn.
    """
    given = {"date": starts_at and ends_at, "room": room, "chair": chair, "entered_reason": entered_reason}
    refuse_all(missing(**{name: (one, WANTED[name]) for name, one in given.items()}))
    assert room and chair and starts_at and ends_at and entered_reason  # Refused above.
    place = Place(room, chair, starts_at, ends_at, late, minute_taker)
    refuse_all(_problems(request, place, at))
    _, held_chair = lock_place(place)
    asked = lock(request)
    if again := _find_same(form_key, request):
        return again
    refuse_all(_elsewhere(place))
    guard_day(asked, place)
    guard_chair(asked, held_chair, at)
    guard_minute_taker(asked, minute_taker, chair, None, at)
    why = {"entered_reason": str(entered_reason), "entered_words": entered_words.strip()}
    why |= despite_columns(asked, despite, despite_words)
    booking = put_into_diary(form_key, asked, place, why, writer=by, at=at)
    refresh(asked, met_by=by, at=at)
    tell_of_meeting(Change.ENTERED, booking, besides=by, at=at)
    return booking


def _problems(request: Request, place: Place, at: dt.datetime) -> list[Problem]:
    day = rules.day_refused(place.day, bankholidays.england(), bankholidays.names())
    return [
        *([Problem(day, "date")] if day else []),
        *entered_problems(place.starts_at, place.ends_at, earliest_days(request), at),
        *late_problems(request, place, at),
    ]


def _elsewhere(place: Place) -> list[Problem]:
    """Who or what was at another meeting then. Refused and not warned of: nobody sits in two places, so one
    of both is wrong, and what is counted from it would be.
    """
    room, chair, minute_taker = place.room, place.chair, place.minute_taker
    span = place.starts_at, place.ends_at
    taken = clash(*span, room=room, chair=chair, minute_taker=minute_taker, besides=None)
    who = {"room": room, "chair": chair, "minute_taker": minute_taker}
    return [
        Problem((ROOM_TAKEN if name == "room" else ELSEWHERE).format(name=one), name)
        for name, one in who.items()
        if one and taken[name]
    ]


def _find_same(form_key: UUID, request: Request) -> Booking | None:
    sent = Booking.objects.unscoped("the booking that this very form made before").filter(form_key=form_key)
    found: Booking | None = sent.filter(request=request).first()
    return found
