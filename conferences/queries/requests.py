"""Requests for a conference as one person may see them, and the children for whom one may be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from conferences.models import (
    Booking,
    ConferenceChild,
    ConferenceNeed,
    Enquiry,
    Plan,
    PlanCategory,
    PlanElsewhere,
    Request,
    RequestedChild,
    ThinkingTime,
)
from conferences.queries.consultations import answers_alone
from conferences.queries.plans_days import ChildDays, days_of_children
from conferences.queries.plans_history import history
from conferences.queries.thinking_time import why_of_request
from conferences.rules.requests import Standing, kinds_that_fit, waits, why_none
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS, STANDING, RequestState
from safeguarding.access import get, scope
from safeguarding.models import Child, Family, User

ENQUIRIES_OFFERED = 3


@dataclass(frozen=True)
class Askable:
    """A child of a family, and what may be asked for it: `kinds` is empty where `why_none` says why."""

    child: Child
    kinds: tuple[ConferenceKind, ...]
    why_none: str
    plan: Plan | None
    enquiries: tuple[Enquiry, ...]
    days: ChildDays


def family_to_ask_for(user: User, ref: UUID, on: date) -> tuple[Family, list[Askable]]:
    """The family and its children in scope, eldest first. Http404 where the person may see none of them."""
    family = get(user, Family, ref=ref)
    children = scope(user, Child).filter(family=family).order_by("birth_date", "expected_birth_date", "pk")
    found = list(children.prefetch_related(*_what_asking_needs(user)))
    days = days_of_children(found, on)
    return family, [_askable(child, days[child.pk], on) for child in found]


def sent_before(user: User, form_key: str) -> Request | None:
    """The request that this person's form made before; None where it made none, or is no form's key."""
    try:
        key = UUID(form_key)
    except ValueError:
        return None
    found: Request | None = scope(user, Request).filter(form_key=key, requested_by=user).first()
    return found


def request_for(user: User, ref: UUID) -> Request:
    """The request with its children, consultations, thinking time and booking. Http404 out of scope."""
    whole = _with_children(Request.objects.all()).select_related("family", "requested_by", "withdrawn_by")
    thinking = Prefetch(
        "thinking_time",
        ThinkingTime.objects.unscoped("thinking time of a request in scope").prefetch_related(
            *why_of_request()
        ),
    )
    return get(user, whole.prefetch_related(thinking), ref=ref)


def requests_of(user: User, state: RequestState) -> QuerySet[Request]:
    """The requests in one state, in the order of their clocks; those held the latest first."""
    asked = RequestedChild.objects.unscoped("when a request in scope is due").filter(request=OuterRef("pk"))
    due = Subquery(asked.order_by("due_date").values("due_date")[:1])
    found = scope(user, Request).filter(state=state).annotate(due=due)
    order = "-due" if state is RequestState.HELD else "due"
    return _with_children(found).select_related("family", "requested_by").order_by(order, "pk")


def children_of(requests: Iterable[Request]) -> list[RequestedChild]:
    """The children of requests that are loaded with them."""
    return [one for request in requests for one in request.children.all()]


def requests_ahead(user: User, family: Family) -> QuerySet[Request]:
    """The family's requests whose conference lies ahead, as far as they are seen; `meets_at` once booked."""
    booked = Booking.objects.unscoped("the booking of a request in scope").filter(request=OuterRef("pk"))
    meets = Subquery(booked.filter(state__in=STANDING).values("starts_at")[:1])
    found = scope(user, Request).filter(family=family, state__in=OPEN_REQUESTS)
    ahead: QuerySet[Request] = found.annotate(meets_at=meets).order_by("requested_at", "pk")
    return ahead


def _with_children(requests: QuerySet[Request]) -> QuerySet[Request]:
    """A request in scope tells of children who are all in scope: so are its parts and its booking."""
    asked = RequestedChild.objects.unscoped("the children of a request in scope")
    booked = Booking.objects.unscoped("the booking of a request in scope")
    standing = booked.filter(state__in=STANDING).select_related("room", "chair")
    consulted = asked.select_related("child", "consultation__within", "consultation__child")
    return requests.prefetch_related(
        Prefetch("children", consulted),
        answers_alone("children__consultation__"),
        Prefetch("bookings", standing),
    )


def _what_asking_needs(user: User) -> list[Prefetch[Any, Any, Any]]:
    live = scope(user, RequestedChild).filter(request__state__in=OPEN_REQUESTS)
    return [
        Prefetch("plans", scope(user, Plan)),
        Prefetch("plans__categories", scope(user, PlanCategory)),
        Prefetch("plans_elsewhere", scope(user, PlanElsewhere)),
        Prefetch("conferences", scope(user, ConferenceChild).select_related("conference")),
        Prefetch("enquiries", scope(user, Enquiry).filter(voided_at=None)),
        Prefetch("requested", live),
    ]


def _askable(child: Child, days: ChildDays, on: date) -> Askable:
    lives = history(child, on)
    present = next((life.plan for life in lives.plans if life.is_open), None)
    enquiries = tuple(_open_enquiries(child, on))[:ENQUIRIES_OFFERED]
    standing = Standing(
        birth_date=child.birth_date,
        death_date=child.death_date,
        on_plan=present is not None,
        enquired=bool(enquiries),
        asked_already=bool(child.requested.all()),
    )
    none = why_none(standing, on)
    return Askable(
        child=child,
        kinds=() if none else kinds_that_fit(standing),
        why_none=none,
        plan=present,
        enquiries=enquiries,
        days=days,
    )


def _open_enquiries(child: Child, on: date) -> list[Enquiry]:
    """The enquiries that wait for a conference, the latest first: those before a plan or a no are done."""
    met = {attended.enquiry_id for attended in child.conferences.all()}
    begun = max((plan.start_date for plan in child.plans.all() if plan.start_date <= on), default=None)
    return [
        enquiry
        for enquiry in sorted(child.enquiries.all(), key=lambda one: one.started_date, reverse=True)
        if enquiry.conference_need != ConferenceNeed.NOT_NEEDED
        and enquiry.pk not in met
        and waits(enquiry.started_date, begun, on)
    ]
