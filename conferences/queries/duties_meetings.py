"""The conferences in the diary that somebody's work is about, with what still stands before each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Window
from django.db.models.functions import TruncDate

from conferences.models import Booking, Closure, RequestedChild, ThinkingTime
from conferences.queries.clocks import clocks
from conferences.queries.scheduling import MIDNIGHT
from conferences.rules.consultations import UNANSWERED
from conferences.rules.deadlines import Code
from conferences.rules.scheduling import day_refused, moment
from conferences.rules.workflow import BookingState, ThinkingTimeState
from safeguarding.access import scope
from safeguarding.access.teams import team_children
from safeguarding.bankholidays import england, names
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT, Role
from safeguarding.wording import LONDON
from safeguarding.workingdays import add_days


@dataclass(frozen=True)
class Ahead:
    """A conference in the diary, with how many children it is about and what still stands before it."""

    number: int
    ref: UUID
    starts_at: dt.datetime
    request_id: int
    family: str
    room: str
    chair: str
    chair_role: str
    is_chair_active: bool
    chair_further_roles: Sequence[str] = ()
    is_room_closed: bool = False
    children: int = 0
    is_on_no_working_day: bool = False
    is_consulted_on: bool = False
    is_thought_about: bool = False
    is_to_invite: bool = False

    @property
    def must_be_moved(self) -> bool:
        """Whether its room was closed, or its day became a bank holiday, since it was booked."""
        return self.is_room_closed or self.is_on_no_working_day

    @property
    def has_chair(self) -> bool:
        """Whether its chair still is one; they may have left since it was booked."""
        return self.is_chair_active and Role.CHAIR in (self.chair_role, *self.chair_further_roles)


# Those whose meetings are everybody's.
OVERSEE_DIARY = SEES_WHOLE_UNIT - {Role.CHAIR}
PLACE = ("room__name", "chair__full_name", "chair__role", "chair__is_active", "chair__further_roles")
COLUMNS = ("pk", "ref", "starts_at", "request", "request__family__name", *PLACE, "is_room_closed")


def rows(user: User, first: dt.date, last: dt.date) -> ScopedQuerySet:
    """The conferences from a day to a day, as COLUMNS: those in the person's scope; of the whole council's, a
    chair's own (those whose minutes they take among them), and their team's children's.
    """
    booked = scope(user, Booking).filter(
        state=BookingState.BOOKED.value,
        starts_at__gte=moment(first, MIDNIGHT),
        starts_at__lt=moment(add_days(last, 1), MIDNIGHT),
    )
    if user.is_any(Role.CHAIR) and not user.is_any(*OVERSEE_DIARY):
        of_team = team_children(user) if user.is_any(*SEES_OWN_TEAM) else None
        own = Q(chair=user) | Q(minute_taker=user)
        booked = booked.filter(own | _about(of_team) if of_team is not None else own)
    closed = Closure.objects.filter(Q(room=OuterRef("room")) | Q(room=None), is_active=True)
    over = closed.filter(from_date__lte=OuterRef("day"), to_date__gte=OuterRef("day"))
    on_its_day = booked.annotate(day=TruncDate("starts_at", tzinfo=LONDON), is_room_closed=Exists(over))
    listed: ScopedQuerySet = on_its_day.order_by("starts_at", "pk").values_list(*COLUMNS)
    return listed


def _about(children: QuerySet[Any, Any]) -> Q:
    """That a meeting is about one of these children, whose ids they are."""
    asked = RequestedChild.objects.unscoped("which meetings in scope are about a team's children")
    return Q(request__in=asked.filter(child__in=children).values("request"))


def first(user: User, first: dt.date, last: dt.date, most: int) -> tuple[list[Ahead], int]:
    """The first so many of them, and how many there are."""
    found = list(rows(user, first, last).annotate(count=Window(Count("*")))[:most])
    return with_readiness([row[:-1] for row in found]), found[0][-1] if found else 0


def with_readiness(found: Iterable[tuple[Any, ...]]) -> list[Ahead]:
    """The meetings with their children, each noted as read, and what stands before them."""
    ahead = [Ahead(*row) for row in found]
    if not ahead:
        return []
    requests = [one.request_id for one in ahead]
    asked = RequestedChild.objects.unscoped("the children of meetings in scope").filter(request__in=requests)
    rows = asked.noted_rows("child", "request", "consultation__state")
    thinking = ThinkingTime.objects.unscoped("what stands before meetings in scope").filter(
        request__in=requests, is_required=True, in_error=False, state=ThinkingTimeState.DUE.value
    )
    due = set(thinking.values_list("request", flat=True))
    # By the rule of its deadline, and not by the duty: one that is not due yet is none so far.
    inviting = clocks([Code.INVITE], subjects=[one.number for one in ahead])
    to_invite = {clock.subject for clock in inviting if clock.met is None}
    holidays = names()
    consulted = {request for _, request, state in rows if state in UNANSWERED}
    return [
        replace(
            one,
            children=sum(request == one.request_id for _, request, _ in rows),
            is_on_no_working_day=bool(day_refused(day_of(one.starts_at), england(), holidays)),
            is_consulted_on=one.request_id in consulted,
            is_thought_about=one.request_id in due,
            is_to_invite=one.number in to_invite,
        )
        for one in ahead
    ]


# The day of the meeting in the diary on which a deadline of these subjects is met, and of a meeting itself.
DAYS = """
    SELECT 'enquiry', rc.enquiry_id, b.starts_at FROM conferences_requestedchild rc
        JOIN conferences_booking b ON b.request_id = rc.request_id AND b.state = 'BOOKED'
    WHERE rc.enquiry_id = ANY(%(enquiry)s)
    UNION ALL SELECT 'transfer_in', rc.transfer_in_id, b.starts_at FROM conferences_requestedchild rc
        JOIN conferences_booking b ON b.request_id = rc.request_id AND b.state = 'BOOKED'
    WHERE rc.transfer_in_id = ANY(%(transfer_in)s)
    UNION ALL SELECT 'plan', rc.plan_id, b.starts_at FROM conferences_requestedchild rc
        JOIN conferences_booking b ON b.request_id = rc.request_id AND b.state = 'BOOKED'
    WHERE rc.plan_id = ANY(%(plan)s)
    UNION ALL SELECT 'booking', id, starts_at FROM conferences_booking WHERE id = ANY(%(booking)s)
"""
# The kinds whose line says on which day their meeting is, or was.
SAY_DAY: Mapping[str, str] = {
    Code.HOLD_CONFERENCE: "enquiry",
    Code.HOLD_TRANSFER_IN: "transfer_in",
    Code.HOLD_REVIEW: "plan",
    Code.REVIEW_AFTER_BIRTH: "plan",
    Code.FINISH_RECORD: "booking",
    Code.INVITE: "booking",
    Code.CHASE_REPORTS: "booking",
    Code.SHARE_REPORTS: "booking",
    Code.ANSWER_QUORUM: "booking",
    Code.TELL_EXCLUDED: "booking",
    Code.SPEAK_BEFORE: "booking",
    Code.BOOK_NEW_DATE: "booking",
}


def meeting_days(shown: Collection[tuple[str, int]]) -> dict[tuple[str, int], dt.date]:
    """{(kind, subject): the day of its meeting in the diary}, of duties in scope that have one.

    One statement, and none where no duty asks.
    """
    asked = {key: SAY_DAY[key[0]] for key in shown if key[0] in SAY_DAY}
    if not asked:
        return {}
    ids = {name: sorted({pk for (_, pk), of in asked.items() if of == name}) for name in SAY_DAY.values()}
    with connection.cursor() as cursor:
        cursor.execute(DAYS, ids)
        days = {(name, pk): day_of(starts_at) for name, pk, starts_at in cursor.fetchall()}
    return {key: days[name, key[1]] for key, name in asked.items() if (name, key[1]) in days}
