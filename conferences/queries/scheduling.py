"""What a page needs to schedule a request: its window, the rooms and chairs there are, what is taken."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from conferences.models import (
    Booking,
    Closure,
    Request,
    RequestedChild,
    Room,
    ThinkingSlot,
)
from conferences.queries.days import Day, days_asked
from conferences.queries.scheduling_holds import held_spans
from conferences.queries.scheduling_hours import patterns_of
from conferences.queries.scheduling_people import (
    at_work_with,
    away_days,
    chairs_who_see,
    last_chairs,
    managers_who_see,
)
from conferences.queries.scheduling_room import room_offer
from conferences.queries.scheduling_wish import Facts, facts_of, wish_of
from conferences.rules.scheduling import (
    NO_ROOM,
    ChairOffer,
    Closed,
    DueChild,
    RoomOffer,
    Taken,
    Window,
    closed_refused,
    grown_refused,
    minutes_between,
    moment,
    window,
    working_days,
)
from conferences.rules.slots import Slot, free_slots, none_on, others_at, slot_at, spread
from conferences.rules.slots_taken import Diary, Wish
from conferences.rules.workflow import STANDING, BookingState
from safeguarding.access import get, scope
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.workingdays import Calendar, add_days

MIDNIGHT = dt.time()


@dataclass(frozen=True)
class Choices:
    """Everything the page of scheduling offers: the window and its working days, when the children were born,
    its slots, the rooms and chairs by hand, and the managers and chairs of whom one each agrees to a late
    day.
    """

    window: Window
    days_of_window: Sequence[dt.date]
    born: Sequence[tuple[str, dt.date | None]]
    free: Sequence[Slot]
    rooms: Sequence[RoomOffer]
    chairs: Sequence[ChairOffer]
    days: Mapping[int, Day]
    diary: Diary
    wish: Wish
    facts: Facts
    agreeing: tuple[QuerySet[User], QuerySet[User]]

    @property
    def _open_days(self) -> list[dt.date]:
        return [day for day in self.days_of_window if not grown_refused(self.born, day)]

    @cached_property
    def slots(self) -> Sequence[Slot]:
        """The best few of the free times."""
        return spread(self.free)

    def others_at(self, slot: Slot) -> tuple[str, ...]:
        """Why the chairs who know the family are not in a slot."""
        return others_at(slot, self.chairs, self.diary, self.wish)

    def said_of(self, booking: Booking) -> Slot | None:
        """What speaks for and against a place that somebody chose; None where its room or chair is none of
        those that are offered.
        """
        room, chair = self.room(booking.room_id), self.chair(booking.chair_id)
        if room is None or chair is None:
            return None
        return slot_at(booking.starts_at, booking.ends_at, room, chair, self.diary, self.wish)

    def none_on(self, day: dt.date) -> tuple[str, ...]:
        """Why nothing is free on a day, each a sentence without its stop."""
        if grown := grown_refused(self.born, day):
            return (grown,)
        return none_on(day, self.rooms, self.chairs, self.diary, self.wish)

    def only_for(self, room: RoomOffer, chair: ChairOffer) -> Choices:
        """The same for one room and one chair."""
        free = free_slots(self._open_days, [room], [chair], self.diary, self.wish)
        return replace(self, rooms=[room], chairs=[chair], free=free)

    def room(self, pk: int) -> RoomOffer | None:
        return next((room for room in self.rooms if room.pk == pk), None)

    def chair(self, pk: int) -> ChairOffer | None:
        return next((chair for chair in self.chairs if chair.pk == pk), None)


def request_in_scope(user: User, ref: UUID) -> Request:
    """The request with its children as this person may see them. Http404 where it is not in their scope."""
    return get(user, _with_children(user, Request.objects.all()).select_related("family"), ref=ref)


def booking_in_scope(user: User, ref: UUID) -> Booking:
    """The booking with its request, children and moves. Http404 where it is not in the person's scope."""
    own = Prefetch("request__children", scope(user, RequestedChild).select_related("child"))
    bookings = Booking.objects.select_related(
        "request",
        "room",
        "chair",
        "minute_taker",
        "booked_by",
        "cancelled_by",
        "outcome_by",
        "put_back_by",
        "late_manager",
        "late_chair",
    )
    moves = "moves__from_room", "moves__from_chair", "moves__moved_by"
    found: Booking = get(user, bookings.prefetch_related(own, *moves), ref=ref)
    return found


def _with_children(user: User, requests: QuerySet[Request]) -> QuerySet[Request]:
    return requests.prefetch_related(
        Prefetch("children", scope(user, RequestedChild).select_related("child"))
    )


def choices(
    request: Request,
    user: User,
    *,
    on: dt.date,
    at: dt.datetime,
    calendar: Calendar,
    besides: Booking | None = None,
    led_by: int | None = None,
    minutes: int | None = None,
) -> Choices:
    """What may be offered to somebody for a request on a day. `besides`: the booking that is to move takes up
    no time, and keeps its length. What others hold is taken. `led_by`: the id of who led the meeting that
    goes on at another day, whom the family met last. `minutes`: how long it takes, where somebody chose that.

    Raises OutsideCalendar where the statutory day lies beyond the bank holidays that are known.
    """
    children = [asked.child for asked in request.children.all()]
    law = days_asked(list(request.children.all()))
    span = window(on, due_children(request, law), calendar)
    rooms, chairs = offered_rooms(span), offered_chairs(children, at, span, led_by)
    begins, ends = moment(on, MIDNIGHT), moment(add_days(span.to, 1), MIDNIGHT)
    taken = standing(begins, ends, besides) + held_spans(begins, ends, besides=user, at=at)
    born = [(child.display_name, child.birth_date) for child in children]
    whole = list(working_days(span.first, span.to, calendar))
    days = [day for day in whole if not grown_refused(born, day)]
    diary, facts = Diary(taken), facts_of(request, children, span, on, at, besides)
    if besides and not minutes:
        minutes = minutes_between(besides.starts_at, besides.ends_at)
    wish = wish_of(request, span, days, chairs, facts, on=on, calendar=calendar, minutes=minutes)
    free = free_slots(days, rooms, chairs, diary, wish)
    agreeing = managers_who_see(children, at), chairs_who_see(children, at)
    return Choices(span, whole, born, free, rooms, chairs, law, diary, wish, facts, agreeing)


def room_and_chair(room: RoomOffer, chair: ChairOffer) -> tuple[Room, User]:
    """The rows behind what was offered."""
    return Room.objects.get(pk=room.pk), User.objects.get(pk=chair.pk)


def booking_of(request: Request) -> Booking | None:
    """The booking of a request in scope that stands; None where it waits to be scheduled."""
    held = Booking.objects.unscoped("the booking of a request in scope").filter(request=request)
    return held.filter(state__in=STANDING).first()


def sittings_of(booking: Booking) -> list[Booking]:
    """The other meetings of the request of a booking in scope, which met or will: none that was cancelled."""
    rows = Booking.objects.unscoped("the other meetings of a request in scope").filter(
        request=booking.request_id
    )
    others = rows.exclude(pk=booking.pk).exclude(state=BookingState.CANCELLED)
    return list(others.order_by("starts_at", "pk"))


def due_children(request: Request, days: Mapping[int, Day]) -> list[DueChild]:
    """Each child's statutory day as it is now, with how it is counted."""
    return [
        DueChild(asked.child.display_name, days[asked.pk].day, days[asked.pk].explanation)
        for asked in request.children.all()
    ]


def last_day(request: Request) -> dt.date:
    """The earliest statutory day of the request's children: the last on which its conference is in time."""
    asked = RequestedChild.objects.unscoped("the statutory day of a request that is in scope")
    days = days_asked(asked.filter(request=request).select_related("request"))
    return min(day.day for day in days.values())


def offered_rooms(span: Window) -> list[RoomOffer]:
    """The rooms in use, with the days of the window on which they are closed."""
    closed = closed_days(span.first, span.to)
    return [room_offer(one, closed.get(one.pk, ())) for one in Room.objects.filter(is_active=True)]


def closed_days(first: dt.date, last: dt.date) -> dict[int, list[Closed]]:
    """{room: closures that touch these days}, in one query; one that names no room closes every room."""
    rows = Room.objects.filter(is_active=True).values_list("pk", flat=True)
    touching = Closure.objects.filter(is_active=True, from_date__lte=last, to_date__gte=first)
    found: dict[int, list[Closed]] = defaultdict(list)
    for one in touching.order_by("from_date", "pk"):
        for room in [one.room_id] if one.room_id else rows:
            found[room].append(Closed(one.from_date, one.to_date, one.reason))
    return found


def offered_chairs(
    children: Sequence[Child], at: dt.datetime, span: Window, led_by: int | None
) -> list[ChairOffer]:
    """The chairs who may see all the children, with whether they know them or work with them, when they are
    away and when they work.
    """
    knows, works = {led_by} if led_by else last_chairs(children), at_work_with(children)
    seen = list(chairs_who_see(children, at))
    away = away_days([chair.pk for chair in seen], span.first, span.to)
    hours = patterns_of([chair.pk for chair in seen])
    return [
        ChairOffer(
            chair.pk,
            chair.full_name,
            chair.pk in knows,
            works(chair),
            tuple(away.get(chair.pk, ())),
            tuple(hours.get(chair.pk, ())),
        )
        for chair in seen
    ]


def chairs_for(booking: Booking, children: Sequence[Child], at: dt.datetime) -> QuerySet[User]:
    """Who could chair a meeting in the place of its chair: they see all its children, do not work with them,
    and did not ask for it.
    """
    works = at_work_with(children)
    not_theirs = [booking.chair_id, booking.request.requested_by_id, *works.workers]
    found = chairs_who_see(children, at).exclude(pk__in=not_theirs)
    return found.exclude(team__in=works.teams) if works.teams else found


def busy_people(starts_at: dt.datetime, ends_at: dt.datetime, besides: Booking) -> set[int]:
    """The ids of those who have another meeting, or protected time, then."""
    return {span.chair for span in standing(starts_at, ends_at, besides)}


def standing_bookings() -> QuerySet[Booking]:
    """What stands in the diary, out of anybody's scope: for times, rooms and chairs alone."""
    held = Booking.objects.unscoped("a room or a chair is taken whosever meeting it is; no child is read")
    return held.exclude(state=BookingState.CANCELLED.value).filter(never_began=False)


def standing_slots() -> QuerySet[ThinkingSlot]:
    """The protected time of every chair, out of anybody's scope: for times and chairs alone."""
    slots = ThinkingSlot.objects.unscoped("a chair is taken whosever thinking it is; no child is read")
    found: QuerySet[ThinkingSlot] = slots.filter(cancelled_at__isnull=True)
    return found


def meetings_ahead_in(room: Room, at: dt.datetime) -> int:
    """How many meetings stand in a room from a moment on."""
    return standing_bookings().filter(room=room, starts_at__gt=at).count()


def closed_on(booking: Booking) -> str:
    """Why the room of a meeting in the diary cannot be had on its day, as a sentence; "" where it can."""
    if booking.state != BookingState.BOOKED:
        return ""
    day = day_of(booking.starts_at)
    return closed_refused(booking.room.name, closed_days(day, day).get(booking.room_id, ()), day)


def meetings_on(first: dt.date, last: dt.date, room: Room | None) -> int:
    """How many meetings stand on these days, in a room or (None) in any."""
    held = standing_bookings().filter(
        starts_at__gte=moment(first, MIDNIGHT), starts_at__lt=moment(add_days(last, 1), MIDNIGHT)
    )
    return (held.filter(room=room) if room else held).count()


def standing(start: dt.datetime, end: dt.datetime, besides: Booking | None = None) -> list[Taken]:
    """What is taken between two moments, whosever meeting it is: times, rooms and chairs, and no child."""
    held = standing_bookings().filter(starts_at__lt=end, ends_at__gt=start)
    held = held.exclude(pk=besides.pk) if besides else held
    columns = "starts_at", "ends_at", "room_id", "chair_id", "room__site", "minute_taker_id"
    spans = list(held.values_list(*columns))
    taken = [Taken(*row[:-1]) for row in spans]
    taken += [Taken(begins, ends, NO_ROOM, who, site) for begins, ends, _, _, site, who in spans if who]
    thinks = standing_slots().filter(starts_at__lt=end, ends_at__gt=start)
    rows = thinks.values_list("starts_at", "ends_at", "chair_id")
    return taken + [Taken(begins, ends, NO_ROOM, chair) for begins, ends, chair in rows]


def clash(
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    *,
    room: Room,
    chair: User,
    minute_taker: User | None = None,
    besides: Booking | None,
) -> Mapping[str, bool]:
    """Whether the room, the chair and who takes the minutes are taken then: {"room": True, "chair": False,
    "minute_taker": False}.
    """
    people = [one.pk for one in (chair, minute_taker) if one]
    held = standing_bookings().filter(
        Q(room=room) | Q(chair__in=people) | Q(minute_taker__in=people),
        starts_at__lt=ends_at,
        ends_at__gt=starts_at,
    )
    held = held.exclude(pk=besides.pk) if besides else held
    rows = list(held.values_list("room", "chair", "minute_taker"))
    thinks = standing_slots().filter(chair__in=people, starts_at__lt=ends_at, ends_at__gt=starts_at)
    busy = {person for _, *both in rows for person in both} | set(thinks.values_list("chair", flat=True))
    return {
        "room": any(r == room.pk for r, _, _ in rows),
        "chair": chair.pk in busy,
        "minute_taker": minute_taker is not None and minute_taker.pk in busy,
    }
