"""Telling of changes to those whom they concern: owed in the transaction of the change, told as all else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from conferences.models import Booking, BookingMove, Consultation, Notice, Request, RequestedChild
from conferences.queries.notices import concerned, meeting_day, workers_of
from conferences.rules.notices import Change
from safeguarding.accounts.leave import deputies
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.models import Child, User

Changed = Booking | Consultation | Request | RequestedChild | Child
FIELDS: dict[type[Changed], str] = {
    Booking: "booking",
    Consultation: "consultation",
    Request: "request",
    RequestedChild: "requested_child",
    Child: "child",
}


def tell(
    change: Change,
    subject: Changed,
    to: Iterable[int],
    *,
    besides: User | None = None,
    day: dt.date | None = None,
    at: dt.datetime,
) -> None:
    """Owe these people (user ids) a notice of a change, and their deputies; not whoever did it (`besides`).

    `day` is that of the meeting which it is about: of today or the next working day, it is told at once. Call
    it inside the transaction of the change. The same change told again at one moment is told once; what is
    changed before the service is live is told to nobody.
    """
    if live_since(day_of(at)) is None:
        return
    away = deputies(day_of(at))
    people = set(to) - {besides.pk if besides else None}
    everybody = people | {away[person] for person in people if person in away}
    owed = [
        Notice(
            change=change, recipient_id=person, due_date=day, owed_at=at, **{FIELDS[type(subject)]: subject}
        )
        for person in sorted(everybody)
    ]
    Notice.objects.bulk_create(owed, ignore_conflicts=True)


def tell_of_meeting(change: Change, booking: Booking, *, besides: User, at: dt.datetime) -> None:
    """A meeting was booked or cancelled: its chair, who takes its minutes, who asked, and the children's
    workers are told.
    """
    at_meeting = {pk for pk in (booking.chair_id, booking.minute_taker_id) if pk}
    people = concerned(booking.request) | at_meeting
    tell(change, booking, people, besides=besides, day=day_of(booking.starts_at), at=at)


def tell_of_move(booking: Booking, left: BookingMove, *, besides: User, at: dt.datetime) -> None:
    """A meeting left a place: time and room are told to all, another chair to the old and the new."""
    people = concerned(booking.request)
    day = min(day_of(booking.starts_at), day_of(left.from_starts_at))
    place = (left.from_room_id, left.from_starts_at, left.from_ends_at)
    is_moved = place != (booking.room_id, booking.starts_at, booking.ends_at)
    chairs = {left.from_chair_id, booking.chair_id}
    if is_moved:
        told = people if len(chairs) == 1 else people - chairs
        tell(Change.MOVED, booking, told, besides=besides, day=day, at=at)
    if len(chairs) > 1:
        told = chairs if is_moved else people | chairs
        tell(Change.CHAIR_CHANGED, booking, told, besides=besides, day=day, at=at)


def tell_of_request(
    change: Change, subject: Consultation | Request, request: Request, *, besides: User, at: dt.datetime
) -> None:
    """Something about a request was answered, asked or ended: those whom it concerns are told."""
    tell(change, subject, concerned(request), besides=besides, day=meeting_day(request), at=at)


def tell_of_consultation(change: Change, one: Consultation, *, besides: User, at: dt.datetime) -> None:
    """The same of one child's part in a consultation: by its request, else the child's worker and asker."""
    asked = one.requested_child
    if asked is not None:
        tell_of_request(change, one, asked.request, besides=besides, at=at)
    else:
        people = workers_of(one.child.pk) | {pk for pk in (one.asked_by_id, one.within.raised_by_id) if pk}
        tell(change, one, people, besides=besides, at=at)
