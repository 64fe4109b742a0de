"""Requests for a conference: made once, each child's clock counted, its plan history checked by rule and kept
as it was found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from conferences.models import Request, RequestedChild, ThinkingTime, TransferIn
from conferences.operations.requests_guards import (
    Arrival,
    ChildAsk,
    RequestRefused,
    guard_children,
    guard_words,
)
from conferences.operations.requests_history import check_history
from conferences.queries.plans_facts import review_due
from conferences.rules.timelimits import Due, initial_conference_due, transfer_in_due
from conferences.rules.workflow import (
    CONSULTATION,
    REQUEST,
    Event,
    NotAllowed,
    RequestState,
    ThinkingTrigger,
    may,
    next_state,
)
from safeguarding import audit
from safeguarding.access import Permission, can
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import Family, User
from safeguarding.workingdays import OutsideCalendar

__all__ = [
    "Arrival",
    "ChildAsk",
    "RequestRefused",
    "due_of",
    "request_conference",
    "request_once",
    "withdraw",
]


def request_conference(
    *,
    form_key: UUID,
    family: Family,
    children: Sequence[ChildAsk],
    reason: str,
    interim_safety: str,
    by: User,
    at: dt.datetime,
) -> Request:
    """Ask for a conference as it was asked at `at`, which may lie in the past. As request_once()."""
    return request_once(
        form_key=form_key,
        family=family,
        children=children,
        reason=reason,
        interim_safety=interim_safety,
        by=by,
        at=at,
    )[0]


@transaction.atomic
def request_once(
    *,
    form_key: UUID,
    family: Family,
    children: Sequence[ChildAsk],
    reason: str,
    interim_safety: str,
    by: User,
    at: dt.datetime,
) -> tuple[Request, bool]:
    """The request, and whether it was made now: the same form sent again finds the one it made.

    For each child: the due date with how it was counted, the earlier plans as found, and a re-plan
    consultation where there was one. Raises RequestRefused with a sentence and its field.
    """
    if not can(by, Permission.ASK_CONFERENCE):
        raise RequestRefused("Your role may not request a conference.")
    _held(family)
    made = _made_by(form_key, family, by)
    if made is not None:
        return made, False
    said = guard_words(reason)
    guard_children(children, family, day_of(at))
    request = Request.objects.create(
        form_key=form_key,
        family=family,
        reason=said,
        interim_safety=interim_safety.strip(),
        requested_by=by,
        requested_at=at,
    )
    raised = [_add(request, ask, at) for ask in children]
    if any(raised):
        ThinkingTime.objects.create(
            request=request, trigger=ThinkingTrigger.REPLAN, is_required=True, raised_at=at
        )
    detail = {"children": [ask.child.pk for ask in children], "consultations": sum(raised)}
    audit.record("request.made", request, by=by, at=at, detail=detail)
    return request, True


@transaction.atomic
def withdraw(*, request: Request, reason: str, by: User, at: dt.datetime) -> Request:
    """Withdraw a request that is not scheduled, and close what was asked about it and not answered."""
    rows = Request.objects.unscoped("Held while a request in the person's scope is withdrawn.")
    locked: Request = rows.select_for_update().get(pk=request.pk)
    if not reason.strip():
        raise RequestRefused("Enter why the request is withdrawn", "reason")
    if locked.state == RequestState.BOOKED:
        raise RequestRefused("This conference is scheduled. It must be cancelled before it is withdrawn.")
    try:
        locked.state = next_state(REQUEST, locked.state, Event.WITHDRAW, by.role)
    except NotAllowed as refusal:
        raise RequestRefused(refusal.sentence) from None
    locked.withdrawn_by, locked.withdrawn_at, locked.withdrawn_reason = by, at, reason.strip()
    locked.save(update_fields=["state", "withdrawn_by", "withdrawn_at", "withdrawn_reason"])
    closed = _close_consultations(locked, by)
    audit.record("request.withdrawn", locked, by=by, at=at, detail={"consultations_closed": closed})
    return locked


def due_of(ask: ChildAsk, on: dt.date) -> Due:
    """When a child's conference is due, and how that is counted. RequestRefused beyond known holidays."""
    try:
        if ask.enquiry is not None:
            return initial_conference_due(ask.enquiry.started_date, england())
        if ask.transfer_in is not None:
            return transfer_in_due(ask.transfer_in.notified_date, england())
    except OutsideCalendar as outside:
        raise RequestRefused(str(outside), "children") from None
    assert ask.plan is not None
    return review_due(ask.plan, on)


def _held(family: Family) -> None:
    """One request at a time for a family: the second of two identical ones waits here."""
    rows = Family.objects.unscoped("Held while a conference for children in the asker's scope is requested.")
    rows.select_for_update().get(pk=family.pk)


def _made_by(form_key: UUID, family: Family, by: User) -> Request | None:
    """The request that this form made before. A key of another's form is refused."""
    rows = Request.objects.unscoped("The request that the asker's own form made before.")
    made: Request | None = rows.filter(form_key=form_key).first()
    if made is not None and (made.family_id, made.requested_by_id) != (family.pk, by.pk):
        raise RequestRefused("This form was used already. Open the page again.")
    return made


def _add(request: Request, ask: ChildAsk, at: dt.datetime) -> bool:
    """Put a child into the request with its clock and its history; whether that raised a consultation."""
    due = due_of(ask, day_of(at))
    asked = RequestedChild.objects.create(
        request=request,
        child=ask.child,
        kind=ask.kind,
        enquiry=ask.enquiry,
        transfer_in=_arrived(ask),
        plan=ask.plan,
        due_date=due.date,
        due_rule=due.rule,
        due_explanation=due.explanation,
        history_checked_at=at,
    )
    return check_history(asked, at)


def _arrived(ask: ChildAsk) -> TransferIn | None:
    """The arrival as recorded: one told of on the same day is the same."""
    told = ask.transfer_in
    if not isinstance(told, Arrival):
        return told
    rows = TransferIn.objects.unscoped("The arrival of a child in the asker's scope, told of once.")
    found: TransferIn = rows.get_or_create(
        child=ask.child,
        notified_date=told.notified_date,
        defaults={
            "from_authority": told.from_authority,
            "moved_date": told.moved_date,
            "papers_received_date": told.papers_received_date,
            "accepted_date": told.accepted_date,
        },
    )[0]
    return found


def _close_consultations(request: Request, by: User) -> int:
    closed = 0
    for asked in request.children.select_related("consultation"):
        consultation = getattr(asked, "consultation", None)
        if consultation and may(CONSULTATION, consultation.state, Event.CLOSE, by.role):
            consultation.state = next_state(CONSULTATION, consultation.state, Event.CLOSE, by.role)
            consultation.save(update_fields=["state"])
            closed += 1
    return closed
