"""Thinking time as a person may read it: the session, the children's entries, and one's own note."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from conferences.models import (
    Booking,
    ReflectiveNote,
    Request,
    RequestedChild,
    ThinkingRequirement,
    ThinkingSlot,
    ThinkingTime,
    ThinkingTimeEntry,
    ThinkingWaiver,
)
from conferences.rules.workflow import STANDING
from safeguarding.access import Permission, can, get, scope
from safeguarding.clock import day_of
from safeguarding.models import Child, Outcome, User
from safeguarding.second_person.closing import confirmable

NAMED = ("requested_child__child", "raised_by")


def session_in_scope(user: User, ref: UUID) -> ThinkingTime:
    """The session with its request's children, the entries and why it is required. Http404 out of scope."""
    children = Prefetch("request__children", scope(user, RequestedChild).select_related("child"))
    entries = Prefetch("entries", scope(user, ThinkingTimeEntry).select_related("child", "written_by"))
    why = Prefetch("requirements", scope(user, ThinkingRequirement).select_related(*NAMED))
    sessions: QuerySet[ThinkingTime] = ThinkingTime.objects.select_related("request__family", "chair")
    of_session = scope(user, ThinkingWaiver).select_related("asked_by", "closed_by")
    asked = Prefetch("waivers", of_session.annotate(meets_at=_meets_at()))
    found: ThinkingTime = get(user, sessions.prefetch_related(children, entries, why, asked), ref=ref)
    return found


def own_note(session: ThinkingTime, reader: User) -> ReflectiveNote | None:
    """The reflective note, to its writer alone: for everybody else there is none to be read."""
    return ReflectiveNote.objects.filter(session=session, written_by=reader).first()


def booked_chair(request: Request) -> User | None:
    """Who chairs the request's conference, once one is booked."""
    held = Booking.objects.unscoped("who chairs the conference of a request in scope").filter(request=request)
    booking = held.filter(state__in=STANDING).select_related("chair").first()
    return booking.chair if booking else None


def ended_on(request: Request) -> date | None:
    """The day on which a request was withdrawn, or of its conference in the diary; None where neither is."""
    if request.withdrawn_at is not None:
        return day_of(request.withdrawn_at)
    met = Booking.objects.unscoped("when the conference of a request in scope is held")
    starts = met.filter(request=request, state__in=STANDING)
    first = starts.values_list("starts_at", flat=True).first()
    return day_of(first) if first else None


def children_of(session: ThinkingTime) -> list[Child]:
    """The children it is about, in the order in which they were asked for."""
    return [asked.child for asked in session.request.children.all()]


def sessions_of(request: Request) -> list[ThinkingTime]:
    """The thinking time of a request in scope, the latest first: for the request's and the meeting's page."""
    found = ThinkingTime.objects.unscoped("thinking time of a request in scope").filter(request=request)
    return list(found.select_related("chair").prefetch_related(*why_of_request()))


def why_of_request() -> list[Prefetch[str]]:
    """Why the sessions of a request in scope are required, of each of its children, who are all in scope; and
    the waivers that were asked for.
    """
    rows = ThinkingRequirement.objects.unscoped("why thinking time of a request in scope is required")
    asked = ThinkingWaiver.objects.unscoped("what was asked of a request in scope")
    return [Prefetch("requirements", rows.select_related(*NAMED)), Prefetch("waivers", asked)]


def why_required(user: User, sessions: Collection[int]) -> dict[int, list[ThinkingRequirement]]:
    """{session: why it is required}, of these (ids) and of the children in the person's scope."""
    found: dict[int, list[ThinkingRequirement]] = {}
    if sessions:
        rows = scope(user, ThinkingRequirement).filter(
            session__in=sessions, requested_child__request=F("session__request")
        )
        for one in rows.select_related(*NAMED).order_by("pk"):
            found.setdefault(one.session_id, []).append(one)
    return found


def unthought(booking: Booking) -> list[ThinkingTime]:
    """The thinking time without which a meeting's record cannot be signed: unthought_by() of its day."""
    return unthought_by(booking.request, day_of(booking.starts_at))


def unthought_by(request: Request, meets: date) -> list[ThinkingTime]:
    """The thinking time that a conference of a request in scope on a day would lack: required, and neither
    held by that day nor waived. With what waits or was decided of each, and why it is required.
    """
    rows = ThinkingTime.objects.unscoped("thinking time of a meeting in scope").filter(
        request=request, is_required=True, in_error=False
    )
    held = Q(held_date__isnull=False, held_date__lte=meets)
    waived = ThinkingWaiver.objects.unscoped("whether a second person waived it").filter(
        session=OuterRef("pk"), outcome=Outcome.CONFIRMED
    )
    owed = rows.exclude(held).exclude(Exists(waived)).order_by("pk")
    return list(owed.prefetch_related(*why_of_request()))


def waivers(user: User) -> QuerySet[ThinkingWaiver]:
    """Those that the person may read, with what their lines name."""
    found: QuerySet[ThinkingWaiver] = scope(user, ThinkingWaiver).select_related(
        "session__request", "asked_by", "closed_by"
    )
    own = Prefetch("session__request__children", scope(user, RequestedChild).select_related("child"))
    why = Prefetch("session__requirements", scope(user, ThinkingRequirement).select_related(*NAMED))
    return found.annotate(meets_at=_meets_at()).prefetch_related(own, why)


def _meets_at() -> Subquery:
    """When the conference of a waiver's request is in the diary."""
    booked = Booking.objects.unscoped("when the conference of a waiver in scope is")
    standing = booked.filter(request=OuterRef("session__request"), state__in=STANDING)
    return Subquery(standing.values("starts_at")[:1])


def waivers_to_decide(user: User, on: date) -> QuerySet[ThinkingWaiver]:
    """What this person may decide on a day: not what they asked for, nor of a conference that they chair."""
    if not can(user, Permission.WAIVE_THINKING_TIME):
        return waivers(user).none()
    own = Booking.objects.unscoped("whether the person chairs the conference").filter(
        request=OuterRef("session__request"), chair=user
    )
    rows = confirmable(waivers(user), on).exclude(asked_by=user)
    return rows.exclude(Exists(own.filter(state__in=STANDING))).order_by("asked_at", "pk")


def slot_of(session: ThinkingTime) -> ThinkingSlot | None:
    """The time in a chair's diary that is planned for a session in scope."""
    rows = ThinkingSlot.objects.unscoped("the time planned for a session in scope")
    found: ThinkingSlot | None = (
        rows.filter(session=session, cancelled_at__isnull=True).select_related("chair").first()
    )
    return found
