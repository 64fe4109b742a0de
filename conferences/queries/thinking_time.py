"""Thinking time as a person may read it: the session, the children's entries, and one's own note."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from conferences.models import (
    Booking,
    ReflectiveNote,
    Request,
    RequestedChild,
    ThinkingTime,
    ThinkingTimeEntry,
)
from conferences.rules.workflow import BookingState
from safeguarding.access import get, scope
from safeguarding.clock import day_of
from safeguarding.models import Child, User


def session_in_scope(user: User, ref: UUID) -> ThinkingTime:
    """The session with its request's children and the entries. Http404 where it is out of scope."""
    children = Prefetch("request__children", scope(user, RequestedChild).select_related("child"))
    entries = Prefetch("entries", scope(user, ThinkingTimeEntry).select_related("child", "written_by"))
    sessions: QuerySet[ThinkingTime] = ThinkingTime.objects.select_related("request", "chair")
    found: ThinkingTime = get(user, sessions.prefetch_related(children, entries), ref=ref)
    return found


def own_note(session: ThinkingTime, reader: User) -> ReflectiveNote | None:
    """The reflective note, to its writer alone: for everybody else there is none to be read."""
    return ReflectiveNote.objects.filter(session=session, written_by=reader).first()


def booked_chair(request: Request) -> User | None:
    """Who chairs the request's conference, once one is booked."""
    held = Booking.objects.unscoped("who chairs the conference of a request in scope").filter(request=request)
    booking = held.exclude(state=BookingState.CANCELLED.value).select_related("chair").first()
    return booking.chair if booking else None


def ended_on(request: Request) -> date | None:
    """The day on which a request was withdrawn or its conference held; None where neither is known."""
    if request.withdrawn_at is not None:
        return day_of(request.withdrawn_at)
    met = Booking.objects.unscoped("when the conference of a request in scope was held")
    starts = met.filter(request=request, state=BookingState.HELD.value).values_list("starts_at", flat=True)
    first = starts.first()
    return day_of(first) if first else None


def children_of(session: ThinkingTime) -> list[Child]:
    """The children it is about, in the order in which they were asked for."""
    return [asked.child for asked in session.request.children.all()]


def sessions_of(request: Request) -> list[ThinkingTime]:
    """The thinking time of a request in scope, the latest first: for the request's and the meeting's page."""
    found = ThinkingTime.objects.unscoped("thinking time of a request in scope").filter(request=request)
    return list(found.select_related("chair"))
