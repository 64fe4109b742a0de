"""A meeting of several children to somebody who may see some: when and where it is, and their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404

from conferences.models import Booking, ChildPart, PlanAction, PlanNeed, Request, RequestedChild
from conferences.queries.days import Day, days_asked
from conferences.rules.workflow import STANDING, RecordState
from safeguarding.access import in_part, scope
from safeguarding.models import User


@dataclass(frozen=True)
class MeetingPart:
    """The request and its meeting, None while none is in the diary; of the children those in sight.

    `parts` are what the signed record says of them. No text that is about all children is for showing.
    """

    request: Request
    booking: Booking | None
    asked: Sequence[RequestedChild]
    days: dict[int, Day]
    parts: Sequence[ChildPart]


def part_of_booking(user: User, ref: UUID) -> MeetingPart:
    """By the meeting's reference. Http404 where none of its children is in sight."""
    found = in_part(user, Booking).filter(ref=ref).select_related("request", "room", "chair").first()
    if found is None:
        raise Http404
    return _part(user, found.request, found)


def part_of_request(user: User, ref: UUID) -> MeetingPart:
    """By the request's reference. Http404 where none of its children is in sight."""
    found = in_part(user, Request).filter(ref=ref).first()
    if found is None:
        raise Http404
    meetings = in_part(user, Booking).filter(request=found, state__in=STANDING)
    return _part(user, found, meetings.select_related("room", "chair").first())


def _part(user: User, request: Request, booking: Booking | None) -> MeetingPart:
    asked = list(scope(user, RequestedChild).filter(request=request).select_related("child"))
    return MeetingPart(request, booking, asked, days_asked(asked), _signed(user, booking) if booking else [])


def _signed(user: User, booking: Booking) -> list[ChildPart]:
    actions = Prefetch("actions", scope(user, PlanAction).select_related("need"))
    wanted = Prefetch("needs", scope(user, PlanNeed))
    parts = scope(user, ChildPart).filter(record__booking=booking, record__state=RecordState.SIGNED)
    related = parts.select_related("requested_child__child", "requested_child__plan")
    return list(related.order_by("requested_child").prefetch_related(wanted, actions))
