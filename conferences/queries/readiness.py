"""How ready the next conferences are, as somebody may read it: a fixed number of queries for any number."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Prefetch, Q, QuerySet

from conferences.models import (
    Booking,
    FamilyContact,
    Invitation,
    QuorumChoice,
    RequestedChild,
    RequestFit,
    ViewsBefore,
)
from conferences.queries.exclusions import exclusions_before, is_kept_out
from conferences.queries.invitations import with_kinds
from conferences.queries.invitations_reports import is_waited_for
from conferences.queries.invitations_showings import readers_of, unshown
from conferences.queries.preparation import is_them_again
from conferences.queries.scheduling import MIDNIGHT, closed_days
from conferences.queries.thinking_time import thinking_before
from conferences.rules.invitations import Channel, Need, Reply, TakesPart, is_invited
from conferences.rules.local_days import BEFORE, TO_FAMILY, TO_UNIT, days_before
from conferences.rules.readiness import Ready, readiness, urgency
from conferences.rules.readiness_parts import ChildBefore, Counts, Facts, Guest, Numbers, Place, Whom
from conferences.rules.scheduling import closed_refused, moment
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import BookingState
from safeguarding.access import scope
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.policy.values import Limits, limits_over_time
from safeguarding.rights import Role
from safeguarding.workingdays import Calendar, OutsideCalendar, add_days, age

WHY = "how ready the conferences in scope are"
INVITE, TOLD, ANSWER = "INVITE_WORKING_DAYS", "EXCLUSION_TOLD_WORKING_DAYS", "QUORUM_ANSWER_WORKING_DAYS"
CONTACT, TRIES, BY = "CONTACT_WORKING_DAYS", "CONTACT_TRIES", "CONTACT_BY"
READY, OTHERS, OF_AGE = "READY_WORKING_DAYS", "QUORUM_OTHER_AGENCIES", "CHILD_LETTER_FROM_AGE"
KEYS = (
    *(INVITE, TOLD, ANSWER, CONTACT, TRIES, BY, READY, OTHERS, OF_AGE),
    *(before.limit for before in BEFORE),
)
IN_WRITING = (Channel.LETTER, Channel.EMAIL)


@dataclass(frozen=True)
class Board:
    """A meeting in the diary, how each part of it stands (nothing beyond the known bank holidays), and the
    working days until it; `is_past` once its day is over, and nobody has recorded how it went.
    """

    booking: Booking
    parts: Sequence[Ready]
    left: int | None
    is_past: bool = False

    @property
    def open(self) -> list[Ready]:
        """What is not ready or not known, the first day first."""
        return sorted((one for one in self.parts if one.is_open), key=lambda one: one.due)


def meetings_ahead(user: User, on: dt.date, *, own: bool) -> QuerySet[Booking]:
    """The meetings in the diary from a day on whose children this person all sees: all, or those that they
    lead, take the minutes of or asked for.
    """
    rows: QuerySet[Booking] = scope(user, Booking).filter(
        state=BookingState.BOOKED, entered_reason="", starts_at__gte=moment(on, MIDNIGHT)
    )
    mine = Q(chair=user) | Q(minute_taker=user) | Q(request__requested_by=user)
    return rows.filter(mine) if own else rows


def meetings_near(user: User, on: dt.date, days: int) -> int:
    """How many meetings there are within so many working days: to a chair their own, else all in scope."""
    try:
        last = england().add(on, days).due
    except OutsideCalendar:
        last = add_days(on, days)
    ahead = meetings_ahead(user, on, own=is_own_first(user))
    return ahead.filter(starts_at__lt=moment(add_days(last, 1), MIDNIGHT)).count()


def is_own_first(user: User) -> bool:
    """Whether somebody is shown their own first: who leads conferences, or asks for them."""
    return user.is_any(Role.CHAIR, Role.SOCIAL_WORKER)


def board(user: User, on: dt.date, *, own: bool) -> list[Board]:
    """How ready the next conferences are, the most urgent first."""
    asked = Prefetch("request__children", scope(user, RequestedChild).select_related("child"))
    rows = meetings_ahead(user, on, own=own).select_related("request", "room", "chair", "minute_taker")
    found = boards(list(rows.prefetch_related(asked).order_by("starts_at", "pk")), on)
    return sorted(found, key=lambda one: urgency(one.parts, day_of(one.booking.starts_at)))


def board_of(booking: Booking | None, on: dt.date) -> Board | None:
    """The same of one meeting in scope that is loaded with its children, and its request's; None of one that
    is not in the diary, or was held before it was entered.
    """
    if booking is None or booking.state != BookingState.BOOKED or booking.entered_reason:
        return None
    return boards([booking], on)[0]


def boards(meetings: Sequence[Booking], on: dt.date) -> list[Board]:
    """Of meetings in scope."""
    if not meetings:
        return []
    read, calendar = _Read(meetings), england()
    return [_board(one, read, on, calendar) for one in meetings]


def _board(booking: Booking, read: _Read, on: dt.date, calendar: Calendar) -> Board:
    meets = day_of(booking.starts_at)
    try:
        facts = read.facts(booking, calendar)
        numbers = read.numbers(facts)
        ready = readiness(facts, numbers, on, calendar)
        return Board(booking, ready, calendar.between(on, meets), meets < on)
    except OutsideCalendar:
        return Board(booking, [], None)


class _Read:
    """What is recorded of some meetings, each table once."""

    def __init__(self, meetings: Sequence[Booking]) -> None:
        requests = [one.request_id for one in meetings]
        self.limits: Limits = limits_over_time(KEYS)
        moves = Max("moves__moved_at", filter=Q(moves__chair_reason=""))
        rows = Booking.objects.unscoped(WHY).filter(pk__in=[one.pk for one in meetings])
        moved = dict(rows.annotate(moved=moves).values_list("pk", "moved"))
        self.put_at = {one.pk: max(filter(None, (one.booked_at, moved.get(one.pk)))) for one in meetings}
        went = Max("letters__made_at", filter=Q(letters__sent_date__isnull=False))
        listed = Invitation.objects.unscoped(WHY).filter(request__in=requests, off_at=None)
        listed = listed.annotate(letter_made_at=went).select_related("person", "requested_child__child")
        self.listed = _by_request(with_kinds(listed).order_by("pk"))
        self.exclusions = _by_request(exclusions_before(requests))
        fits = RequestFit.objects.unscoped(WHY).filter(request__in=requests)
        self.fits = {one.request_id: one for one in fits}
        contacts = FamilyContact.objects.unscoped(WHY).filter(request__in=requests, taken_back_at=None)
        self.contacts = _by_request(contacts.select_related("invitation"))
        heard = ViewsBefore.objects.unscoped(WHY).filter(asked__request__in=requests, taken_back_at=None)
        self.heard = set(heard.values_list("asked", flat=True))
        goes_on = QuorumChoice.objects.unscoped(WHY).filter(booking__in=[one.pk for one in meetings])
        self.goes_on = dict(goes_on.order_by("told_at").values_list("booking", "told_at"))
        days = [day_of(one.starts_at) for one in meetings]
        self.closed = closed_days(min(days), max(days))
        self.thinking = thinking_before(meetings)

    def numbers(self, facts: Facts) -> Numbers:
        """The limits as they stand on the day that each is counted from."""
        there, meets, whole = facts.put_there, facts.meets, self.limits.whole
        return Numbers(
            invite=whole(INVITE, there),
            told=whole(TOLD, there),
            quorum=whole(ANSWER, meets),
            contact=whole(CONTACT, meets),
            tries=whole(TRIES, meets),
            others_needed=whole(OTHERS, meets),
            by=whole(READY, meets),
            counts=list(Counts)[self.limits.place(BY, meets)],
        )

    def facts(self, booking: Booking, calendar: Calendar) -> Facts:
        request, meets = booking.request_id, day_of(booking.starts_at)
        children = list(booking.request.children.all())
        there = day_of(self.put_at[booking.pk])
        kinds = {ConferenceKind[asked.kind] for asked in children}
        limits = {before.limit: self.limits.whole(before.limit, meets) for before in BEFORE}
        days = days_before(meets, kinds, limits, calendar)
        fit = self.fits.get(request)
        goes_on = self.goes_on.get(booking.pk)
        befores = [self._child(one, request, meets) for one in children]
        of_age = [one.pk for one, before in zip(children, befores, strict=True) if before.is_of_age]
        return Facts(
            meets=meets,
            put_there=there,
            to_unit=min((day.day for day in days if day.what in TO_UNIT), default=meets),
            to_family=min((day.day for day in days if day.what in TO_FAMILY), default=meets),
            guests=[self._guest(one, self.put_at[booking.pk], of_age) for one in self.listed[request]],
            children=befores,
            spoken=[*self._spoken_family(request), *self._spoken_children(request, of_age)],
            exclusions=[(day_of(one.put_at), one.is_settled) for one in self.exclusions[request]],
            place=self._place(booking, meets),
            has_minutes=booking.minute_taker_id is not None,
            goes_on=goes_on is not None and goes_on >= self.put_at[booking.pk],
            thinking=self.thinking.get(request),
            needs_interpreter=bool(fit and fit.interpreter),
        )

    def _guest(self, one: Any, put_at: dt.datetime, of_age: Collection[int]) -> Guest:
        is_child = one.requested_child_id is not None
        is_grown_up = not (one.agency_kind or is_child)
        return Guest(
            is_agency=bool(one.agency_kind),
            is_child=is_child,
            is_of_age=one.requested_child_id in of_age,
            is_excluded=is_grown_up and self._is_excluded(one),
            counted_as=one.counted_as or "",
            reply=one.reply,
            since=day_of(one.put_on_at),
            is_invited=is_invited(one.invited_date, day_of(put_at)),
            is_written=one.channel in IN_WRITING
            or (one.letter_made_at is not None and one.letter_made_at >= put_at),
            needed=frozenset([*one.needs, *([Need.INTERPRETER.value] if _language(one) else [])]),
            met=self._met(one),
            is_report_asked=one.is_report_asked,
            is_waited_for=is_waited_for(one),
            is_to_be_shown=bool(unshown([one], self._readers(one))),
            came=one.received_date,
            has_chosen=bool(one.takes_part),
            is_language_known=bool(_language(one) or one.needs_words),
            is_on_screen=one.reply == Reply.VIDEO or one.takes_part == TakesPart.VIDEO,
        )

    def _readers(self, one: Any) -> list[Any]:
        """Who is to be shown their report."""
        return readers_of(self.listed[one.request_id], self.exclusions[one.request_id])

    def _is_excluded(self, one: Any) -> bool:
        """Whether a grown-up of the family is excluded from all of it."""
        return is_kept_out(self.exclusions[one.request_id], one.name, one.person_id)

    def _met(self, one: Any) -> frozenset[str]:
        """For which of somebody's needs something is arranged; a supporter who was named is an advocate."""
        named = any(contact.supporter for contact in self._contacts_with(one))
        supported = named or one.takes_part == TakesPart.ADVOCATE
        return frozenset([*one.arranged, *([Need.ADVOCATE.value] if supported else [])])

    def _contacts_with(self, one: Any) -> list[Any]:
        """Those with somebody of the list, also from before they were taken off it and put on again."""
        if one.requested_child_id:
            return [c for c in self.contacts[one.request_id] if c.asked_id == one.requested_child_id]
        return [c for c in self.contacts[one.request_id] if c.invitation and is_them_again(c.invitation, one)]

    def _spoken_family(self, request: int) -> list[Whom]:
        """Whoever is excluded from all of it is not asked for a talk before it."""
        grown_ups = [one for one in self.listed[request] if not (one.agency_kind or one.requested_child_id)]
        return [
            Whom([(c.outcome, c.maker) for c in self._contacts_with(one)], day_of(one.put_on_at))
            for one in grown_ups
            if not self._is_excluded(one)
        ]

    def _spoken_children(self, request: int, of_age: Iterable[int]) -> list[Whom]:
        rows = self.contacts[request]
        return [Whom([(c.outcome, c.maker) for c in rows if c.asked_id == asked]) for asked in of_age]

    def _child(self, asked: RequestedChild, request: int, meets: dt.date) -> ChildBefore:
        born = asked.child.birth_date
        return ChildBefore(
            is_unborn=asked.child.is_unborn,
            is_of_age=born is not None and age(born, meets) >= self.limits.whole(OF_AGE, meets),
            is_on_list=any(one.requested_child_id == asked.pk for one in self.listed[request]),
            is_heard=asked.pk in self.heard,
        )

    def _place(self, booking: Booking, meets: dt.date) -> Place:
        room, fit = booking.room, self.fits.get(booking.request_id)
        return Place(
            seats=room.seats,
            is_step_free=room.is_step_free,
            has_hearing_loop=room.has_hearing_loop,
            has_video=room.has_video,
            has_waiting_room=room.has_waiting_room,
            is_closed=bool(closed_refused(room.name, self.closed.get(room.pk, ()), meets)),
            are_apart=bool(fit and fit.apart_minutes),
        )


def _language(one: Any) -> str:
    """For which language somebody of the list has an interpreter, by their record."""
    of = one.person or (one.requested_child and one.requested_child.child)
    return str(of.interpreter_language).strip() if of else ""


def _by_request(rows: Iterable[Any]) -> Mapping[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for one in rows:
        found[one.request_id].append(one)
    return found
