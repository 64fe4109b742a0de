"""Thinking time as a person may read it: the session, the children's entries, and one's own note."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
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
from conferences.rules.thinking_time import holder_refused
from conferences.rules.workflow import OPEN_REQUESTS, STANDING
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
    sessions: QuerySet[ThinkingTime] = ThinkingTime.objects.select_related(
        "request__family", "chair", "follows__chair"
    )
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
    sessions = list(found.select_related("chair").prefetch_related(*why_of_request()))
    for one in sessions:
        one.request = request
    return sessions


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
    """The thinking time without which a meeting's record cannot be signed: unthought_by() of its place."""
    return unthought_by(booking.request, day_of(booking.starts_at), booking.chair)


def unthought_by(request: Request, meets: date | None, chair: User | None) -> list[ThinkingTime]:
    """The thinking time that a conference of a request in scope would lack: required, and neither held by its
    day (None: no day yet) by its own chair (None: anybody), nor waived. With what waits or was decided of
    each, and why it is required.
    """
    return list(_lacking(request, meets, chair).select_related("chair").prefetch_related(*why_of_request()))


def is_thinking_owed(request: Request) -> bool:
    """Whether thinking time before the conference of a request in scope waits to be held, by anybody."""
    return _lacking(request, None, None).exists()


def requests_owed_thinking(requests: Collection[Request]) -> set[int]:
    """The same of several: the ids of those of whom it is so, in one query."""
    every = ThinkingTime.objects.unscoped("thinking time of conferences in scope").filter(in_error=False)
    required = every.filter(request__in=[one.pk for one in requests], is_required=True)
    owed = required.exclude(_is_met(every, Q(held_date__isnull=False)))
    return set(owed.values_list("request", flat=True))


def thinking_before(meetings: Collection[Booking]) -> dict[int, bool]:
    """{request: whether the thinking time that is required before its meeting was held by its day by its own
    chair, or waived}, of meetings in scope; none is required of who is missing. One query.
    """
    stands = Booking.objects.unscoped("whose the meeting of a request in scope is, and when").filter(
        pk__in=[one.pk for one in meetings], request=OuterRef("request")
    )
    every = ThinkingTime.objects.unscoped("thinking time of conferences in scope").filter(in_error=False)
    in_time = Q(held_date__lte=OuterRef("meets"), chair=OuterRef("leads"))
    required = every.filter(request__in=[one.request_id for one in meetings], is_required=True)
    rows = required.annotate(
        meets=Subquery(stands.values("starts_at__date")), leads=Subquery(stands.values("chair"))
    ).annotate(is_met=_is_met(every, in_time))
    found: dict[int, bool] = {}
    for request, is_met in rows.values_list("request", "is_met"):
        found[request] = found.get(request, True) and is_met
    return found


def is_owed(session: ThinkingTime) -> bool:
    """Whether a session in scope still waits to be held before its conference, or to be waived."""
    request = session.request
    return _lacking(request, ended_on(request), booked_chair(request)).filter(pk=session.pk).exists()


def _lacking(request: Request, meets: date | None, chair: User | None) -> QuerySet[ThinkingTime]:
    every = ThinkingTime.objects.unscoped("thinking time of a conference in scope").filter(in_error=False)
    counts = Q(held_date__isnull=False)
    counts &= Q(held_date__lte=meets) if meets else Q()
    counts &= Q(chair=chair) if chair else Q()
    required: QuerySet[ThinkingTime] = every.filter(request=request, is_required=True)
    return required.exclude(_is_met(every, counts)).order_by("pk")


def _is_met(every: QuerySet[ThinkingTime], counts: Q) -> Q:
    """Of required thinking time: it, or what was held in its place, counts in time; or it was waived."""
    own = every.filter(counts, Q(pk=OuterRef("pk")) | Q(follows=OuterRef("pk")), is_late=False)
    waived = ThinkingWaiver.objects.unscoped("whether a second person waived it").filter(
        session=OuterRef("pk"), outcome=Outcome.CONFIRMED
    )
    return Exists(own) | Exists(waived)


@dataclass(frozen=True)
class Standing:
    """How a session stands to a person: who chairs its conference, why it is not theirs to hold ("" where it
    is), whether it still waits before that conference, what they held in its place, and when that is.
    """

    chair: User | None
    barred: str
    is_owed: bool
    own: ThinkingTime | None
    meets: date | None = None


def standing_of(session: ThinkingTime, person: User) -> Standing:
    """How a session in scope stands to a person: what its page offers."""
    request = session.request
    chair, meets = booked_chair(request), ended_on(request)
    barred = holder_refused(person.pk, _named(chair), _named(session.chair))
    owed = _lacking(request, meets, chair).filter(pk=session.pk).exists()
    own = own_session(session, person)
    return Standing(chair, barred, owed, own, meets if chair else None)


def not_the_holder(session: ThinkingTime, person: User) -> str:
    """Why a person may not hold a session in scope nor change it, as holder_refused() says."""
    return holder_refused(person.pk, _named(booked_chair(session.request)), _named(session.chair))


def _named(person: User | None) -> tuple[int, str] | None:
    return (person.pk, person.full_name) if person else None


def own_session(session: ThinkingTime, person: User) -> ThinkingTime | None:
    """The session itself where the person held it or nobody did; else the one that they held in its place, if
    they did.
    """
    if session.chair_id in (None, person.pk):
        return session
    rows = ThinkingTime.objects.unscoped("what was held in place of thinking time in scope")
    own: ThinkingTime | None = rows.filter(
        follows=session.follows_id or session.pk, chair=person, in_error=False
    ).first()
    return own


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
    rows = rows.filter(session__request__state__in=OPEN_REQUESTS)
    return rows.exclude(Exists(own.filter(state__in=STANDING))).order_by("asked_at", "pk")


def slot_of(session: ThinkingTime) -> ThinkingSlot | None:
    """The time in a chair's diary that is planned for a session in scope."""
    rows = ThinkingSlot.objects.unscoped("the time planned for a session in scope")
    found: ThinkingSlot | None = (
        rows.filter(session=session, cancelled_at__isnull=True).select_related("chair").first()
    )
    return found
