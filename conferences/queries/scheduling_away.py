"""What if a chair were away: which of their meetings fall, and a place for each that can be moved. In a fixed
number of queries, however many meetings there are; nothing is changed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from conferences.models import Booking, ConferenceChild, MeetingRecord, RequestedChild, Room
from conferences.queries.days import days_asked
from conferences.queries.scheduling import MIDNIGHT, due_children, offered_rooms, standing
from conferences.queries.scheduling_days import BIRTHS, births_before
from conferences.queries.scheduling_fit import told_fits
from conferences.queries.scheduling_holds import held_spans
from conferences.queries.scheduling_hours import chairs_in_use, patterns_of
from conferences.queries.scheduling_people import away_days
from conferences.queries.scheduling_room import room_offer, room_wishes
from conferences.queries.scheduling_wish import Facts, wish_limits, wish_of
from conferences.queries.thinking_time import requests_owed_thinking
from conferences.rules.scheduling import (
    NO_ROOM,
    Away,
    ChairOffer,
    RoomOffer,
    Taken,
    Window,
    grown_refused,
    moment,
    window,
    working_days,
)
from conferences.rules.scheduling_away import Proposal, Standing, proposal, without
from conferences.rules.scheduling_hours import Pattern
from conferences.rules.slots_taken import Diary, Taker
from conferences.rules.workflow import BookingState
from safeguarding.access import scope
from safeguarding.models import Allocation, Bar, Child, RestrictedGrant, User
from safeguarding.policy.values import limits_over_time
from safeguarding.workingdays import Calendar, add_days

NOTHING_FREE = "No chair and room are free together in its time"
NO_MINUTES = (
    "{name}, who takes the minutes, cannot come when a chair and a room are free. Choose somebody else for"
    " the minutes first"
)
BEGUN = "Its record was begun: its chair adjourns it, or another takes over"


@dataclass(frozen=True)
class Fallen:
    """A meeting that falls: its last day by law, a place for it, and why there is none ("" where one is)."""

    booking: Booking
    last: dt.date
    proposal: Proposal | None
    why_none: str = ""


@dataclass(frozen=True)
class WhatIf:
    """The meetings that fall, in order of time, and how many more the reader does not see whole."""

    chair: User
    away: Away
    fallen: Sequence[Fallen]
    unseen: int


def meetings_of(user: User, chair: User, away: Away, at: dt.datetime) -> list[Booking]:
    """The meetings to come of a chair on these days whose children the reader all sees."""
    begins, ends = max(moment(away.first, MIDNIGHT), at), moment(add_days(away.last, 1), MIDNIGHT)
    asked = Prefetch("request__children", scope(user, RequestedChild).select_related("child"))
    rows = scope(user, Booking).filter(
        chair=chair, state=BookingState.BOOKED, entered_reason="", starts_at__gt=begins, starts_at__lt=ends
    )
    related = rows.select_related("request", "room", "chair", "minute_taker", "late_manager", "late_chair")
    return list(related.prefetch_related(asked).order_by("starts_at", "pk"))


def what_if(
    user: User, chair: User, away: Away, *, on: dt.date, at: dt.datetime, calendar: Calendar
) -> WhatIf:
    """Proposals in order of time, each with those before it in the diary. Raises OutsideCalendar."""
    meetings = meetings_of(user, chair, away, at)
    every = Booking.objects.unscoped("how many meetings a chair has: a number, and no child is read")
    begins, ends = max(moment(away.first, MIDNIGHT), at), moment(add_days(away.last, 1), MIDNIGHT)
    all_of_them = every.filter(
        chair=chair, state=BookingState.BOOKED, entered_reason="", starts_at__gt=begins, starts_at__lt=ends
    ).count()
    found = _Proposing(user, chair, away, meetings, on, at, calendar).each() if meetings else []
    return WhatIf(chair, away, found, all_of_them - len(meetings))


def rooms_and_chairs(found: WhatIf) -> tuple[dict[int, Room], dict[int, User]]:
    """The rows behind what is proposed, by id: two queries."""
    slots = [one.proposal.slot for one in found.fallen if one.proposal]
    rooms: dict[int, Room] = Room.objects.in_bulk([slot.room.pk for slot in slots])
    return rooms, User.objects.in_bulk([slot.chair.pk for slot in slots])


class _Proposing:
    """What is loaded once for all the meetings, and what was proposed so far."""

    def __init__(
        self,
        user: User,
        chair: User,
        away: Away,
        meetings: Sequence[Booking],
        on: dt.date,
        at: dt.datetime,
        calendar: Calendar,
    ) -> None:
        self.chair, self.away, self.meetings = chair, away, meetings
        self.on, self.calendar = on, calendar
        requests = [one.request for one in meetings]
        self.law = days_asked([row for one in requests for row in one.children.all()])
        self.windows = {one.pk: window(on, due_children(one, self.law), calendar) for one in requests}
        last = max([*(span.to for span in self.windows.values()), away.last])
        self.rooms = offered_rooms(_over(self.windows.values(), on, last))
        children = [row.child for one in requests for row in one.children.all()]
        takers = [one.minute_taker for one in meetings if one.minute_taker]
        self.chairs = ChairsOf(children, [one.pk for one in takers], on, last, at)
        start, end = moment(on, MIDNIGHT), moment(add_days(last, 1), MIDNIGHT)
        self.taken = standing(start, end) + held_spans(start, end, besides=user, at=at)
        self.limits, self.births = wish_limits(on), limits_over_time(BIRTHS)
        self.rooms_asked = room_wishes(requests)
        self.told, self.owed = told_fits(requests), requests_owed_thinking(requests)
        records = MeetingRecord.objects.unscoped("whether the records of meetings in scope were begun")
        ids = [one.pk for one in meetings]
        self.begun = set(records.filter(booking__in=ids).values_list("booking", flat=True))

    def each(self) -> list[Fallen]:
        return [self._of(one) for one in self.meetings]

    def _of(self, booking: Booking) -> Fallen:
        span = self.windows[booking.request_id]
        if booking.pk in self.begun:
            return Fallen(booking, span.last, None, BEGUN)
        own = self._spans(booking)
        left = [one for one in self.taken if one not in own]
        diary = Diary(left)
        found = self._propose(booking, span, diary, self.chairs.taker(booking.minute_taker))
        if found is None:
            return Fallen(booking, span.last, None, self._why_none(booking, span, diary))
        slot = found.slot
        self.taken = [*left, Taken(slot.starts_at, slot.ends_at, slot.room.pk, slot.chair.pk, slot.room.site)]
        if taker := booking.minute_taker_id:
            self.taken.append(Taken(slot.starts_at, slot.ends_at, NO_ROOM, taker, slot.room.site))
        return Fallen(booking, span.last, found)

    def _why_none(self, booking: Booking, span: Window, diary: Diary) -> str:
        """Whether a chair and a room are free, and only who takes its minutes is not."""
        taker = booking.minute_taker
        if taker and self._propose(booking, span, diary, None):
            return NO_MINUTES.format(name=taker.full_name)
        return NOTHING_FREE

    def _propose(
        self, booking: Booking, span: Window, diary: Diary, minutes_by: Taker | None
    ) -> Proposal | None:
        children = [row.child for row in booking.request.children.all()]
        chairs = self.chairs.offered(children, booking.request.requested_by_id)
        chairs = without(chairs, self.chair.pk, self.away)
        born = [(child.display_name, child.birth_date) for child in children]
        first = span.first
        days = [] if span.is_past else working_days(first, span.last, self.calendar)
        days = [day for day in days if not grown_refused(born, day)]
        room = next((one for one in self.rooms if one.pk == booking.room_id), None)
        facts = Facts(
            births=births_before(booking.request, self.on, self.births),
            told=self.told[booking.request_id],
            is_thinking_owed=booking.request_id in self.owed,
            minutes_by=minutes_by,
            room=self.rooms_asked[booking.request_id],
        )
        wish = wish_of(
            booking.request, span, days, chairs, facts, on=self.on, calendar=self.calendar, limits=self.limits
        )
        stands = Standing(booking.starts_at, booking.ends_at, room or _room(booking), booking.chair_id)
        return proposal(stands, days, self.rooms, chairs, diary, wish)

    def _spans(self, booking: Booking) -> list[Taken]:
        """What the meeting itself takes where it stands."""
        span, site = (booking.starts_at, booking.ends_at), booking.room.site
        own = [Taken(*span, booking.room_id, booking.chair_id, site)]
        taker = booking.minute_taker_id
        return [*own, Taken(*span, NO_ROOM, taker, site)] if taker else own


def _room(booking: Booking) -> RoomOffer:
    """A room that is out of use, in which the meeting stands all the same."""
    return room_offer(booking.room)


def _over(windows: Collection[Window], on: dt.date, last: dt.date) -> Window:
    """One window over all, for what is closed in any of them."""
    span = next(iter(windows))
    return Window(on, last, span.explanation, (), last)


class ChairsOf:
    """Who could chair the meetings of some children: loaded once, and asked for each meeting."""

    def __init__(
        self, children: Sequence[Child], takers: Sequence[int], on: dt.date, last: dt.date, at: dt.datetime
    ) -> None:
        self.people = list(chairs_in_use())
        pks = [one.pk for one in self.people]
        self.away: Mapping[int, Sequence[Away]] = away_days([*pks, *takers], on, last)
        self.hours: Mapping[int, Sequence[Pattern]] = patterns_of(pks)
        families, ids = {one.family_id for one in children}, [one.pk for one in children]
        self.barred = set(
            Bar.objects.filter(family__in=families, lifted_at=None).values_list("user", "family")
        )
        grants = RestrictedGrant.objects.filter(
            child__in=ids, ended_at=None, granted_at__lte=at, until_at__gt=at
        )
        self.granted = set(grants.values_list("user", "child"))
        self.works: dict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        held = Allocation.objects.unscoped("who works with children who are in scope").filter(
            child__in=ids, end_date=None
        )
        rows = held.values_list("child", "worker", "team", "team__is_safeguarding_unit")
        for child, worker, team, is_unit in rows:
            workers, teams = self.works[child]
            workers.add(worker)
            if not is_unit:
                teams.add(team)
        self.knows = _last_chairs(ids)

    def offered(self, children: Sequence[Child], asker: int) -> list[ChairOffer]:
        """Those who may see all of a meeting's children; who asked for it counts as working with them."""
        found = []
        for one in self.people:
            if any((one.pk, child.family_id) in self.barred for child in children):
                continue
            if any(child.is_restricted and (one.pk, child.pk) not in self.granted for child in children):
                continue
            knows = any(self.knows.get(child.pk) == one.pk for child in children)
            works = one.pk == asker or any(self._works(one, child) for child in children)
            away, hours = tuple(self.away.get(one.pk, ())), tuple(self.hours.get(one.pk, ()))
            found.append(ChairOffer(one.pk, one.full_name, knows, works, away, hours))
        return found

    def _works(self, user: User, child: Child) -> bool:
        workers, teams = self.works[child.pk]
        return user.pk in workers or user.team_id in teams

    def taker(self, who: User | None) -> Taker | None:
        return Taker(who.pk, who.full_name, tuple(self.away.get(who.pk, ()))) if who else None


def _last_chairs(children: Sequence[int]) -> dict[int, int]:
    """{child: who chaired its last conference}."""
    held = ConferenceChild.objects.unscoped("who chaired children who are in scope").filter(
        child__in=children, conference__chair__isnull=False
    )
    latest = held.order_by("child_id", "-conference__held_date").distinct("child_id")
    return dict(latest.values_list("child", "conference__chair"))
