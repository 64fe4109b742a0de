"""Requests for a conference: made once, each child's clock counted, its plan history checked by rule and kept
as it was found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from conferences.models import Consultation, Request, RequestedChild, TransferIn
from conferences.operations.days import keep_day
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell_of_request
from conferences.operations.requests_guards import Arrival, ChildAsk, children_problems
from conferences.operations.requests_history import check_history
from conferences.operations.thinking_time_slots import release
from conferences.operations.thinking_time_waivers import NO_CONFERENCE, close_overtaken
from conferences.queries.plans_days import review_due
from conferences.rules.consultations import UNANSWERED
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, due_by
from conferences.rules.notices import Change
from conferences.rules.workflow import CONSULTATION, REQUEST, Event, RequestState, next_state
from safeguarding import audit
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import Family, User
from safeguarding.operation import lock, lock_rows, need_words, operation
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.workingdays import OutsideCalendar

__all__ = [
    "Arrival",
    "ChildAsk",
    "add_child",
    "close_unanswered",
    "due_of",
    "end_request",
    "lock_ask",
    "request_conference",
    "withdraw",
]


@operation(needs=Permission.ASK_CONFERENCE)
def request_conference(
    *,
    form_key: UUID | None,
    family: Family,
    children: Sequence[ChildAsk],
    reason: str,
    interim_safety: str,
    by: User,
    at: dt.datetime,
) -> Request:
    """Ask for a conference as it was asked at `at`; the same form sent again gives the request it made.

    For each child: the due date with how it was counted, the earlier plans as found, and a re-plan
    consultation where there was one. Refused: children of another family, kinds that do not fit, no reason.
    """
    if form_key is None:
        raise Refused("Open this page again", "form_key")
    lock(family)
    if made := _made_by(form_key, family, by):
        return made
    asks = [lock_ask(ask) for ask in children]
    no_reason = missing(reason=(reason, "Enter why a conference is needed"))
    refuse_all([*children_problems(asks, family, day_of(at)), *no_reason])
    request = Request.objects.create(
        form_key=form_key,
        family=family,
        reason=reason.strip(),
        interim_safety=interim_safety.strip(),
        requested_by=by,
        requested_at=at,
    )
    replans = sum([add_child(request, ask, by, at)[1] for ask in asks])
    detail = {"children": [ask.child.pk for ask in asks], "consultations": replans}
    audit.record("request.made", request, by=by, at=at, detail=detail)
    refresh(request, met_by=by, at=at)
    return request


@operation(needs=Permission.WITHDRAW_REQUEST)
def withdraw(*, request: Request, reason: str, by: User, at: dt.datetime) -> Request:
    """Withdraw a request that is not scheduled, and close what was asked about it and not answered.

    Whoever holds the right and sees all its children may, not only the one who asked: a request is the
    team's. Who did it and why stands on it.
    """
    locked = lock(request)
    words = need_words(reason=(reason, "Enter why the request is withdrawn"))
    if locked.state == RequestState.BOOKED:
        raise Refused("This conference is scheduled. Cancel it before you withdraw the request.")
    end_request(locked, Event.WITHDRAW, words["reason"], writer=by, at=at)
    refresh(locked, met_by=by, at=at)
    tell_of_request(Change.WITHDRAWN, locked, locked, besides=by, at=at)
    return locked


def end_request(locked: Request, event: Event, reason: str, *, writer: User, at: dt.datetime) -> None:
    """A locked request is withdrawn, and what was asked about it and not answered is closed, for an operation
    that may do so.
    """
    locked.state = next_state(REQUEST, locked.state, event, *writer.roles)
    locked.withdrawn_by, locked.withdrawn_at, locked.withdrawn_reason = writer, at, reason
    locked.save(update_fields=["state", "withdrawn_by", "withdrawn_at", "withdrawn_reason"])
    closed = close_unanswered(locked, Event.CLOSE, *writer.roles)
    release(locked, writer=writer, at=at)
    close_overtaken(locked, writer, at, NO_CONFERENCE)
    audit.record("request.withdrawn", locked, by=writer, at=at, detail={"consultations_closed": closed})


def close_unanswered(request: Request, event: Event, *roles: str) -> int:
    """Close the consultations of a locked request that nobody answered, now that it is over; how many."""
    waiting = Consultation.objects.unscoped("What was asked about a request that is over.")
    locked = lock_rows(waiting.filter(requested_child__request=request, state__in=UNANSWERED))
    for consultation in locked:
        consultation.state = next_state(CONSULTATION, consultation.state, event, *roles)
        consultation.save(update_fields=["state"])
    return len(locked)


def due_of(ask: ChildAsk, on: dt.date) -> Due | None:
    """When a child's conference is due, and how that is counted; None where its kind stands on nothing yet.

    Refused beyond the known bank holidays.
    """
    try:
        if ask.enquiry is not None:
            return due_by(Code.HOLD_CONFERENCE, ask.enquiry.started_date, england())
        if ask.transfer_in is not None and ask.transfer_in.notified_date is not None:
            return due_by(Code.HOLD_TRANSFER_IN, ask.transfer_in.notified_date, england())
    except OutsideCalendar as outside:
        raise Refused(str(outside), "children") from None
    return review_due(ask.plan, on) if ask.plan else None


def lock_ask(ask: ChildAsk) -> ChildAsk:
    """The child, and what its kind stands on, as they stand now."""
    told = ask.transfer_in
    return replace(
        ask,
        child=lock(ask.child),
        enquiry=lock(ask.enquiry) if ask.enquiry else None,
        transfer_in=lock(told) if isinstance(told, TransferIn) else told,
        plan=lock(ask.plan) if ask.plan else None,
    )


def _made_by(form_key: UUID, family: Family, by: User) -> Request | None:
    """The request that this form made before. Refused: a key of another's form."""
    rows = Request.objects.unscoped("The request that the asker's own form made before.")
    made: Request | None = rows.filter(form_key=form_key).first()
    if made is not None and (made.family_id, made.requested_by_id) != (family.pk, by.pk):
        raise Refused("This form has already been sent. Open the page again.")
    return made


def add_child(request: Request, ask: ChildAsk, teller: User, at: dt.datetime) -> tuple[RequestedChild, bool]:
    """Put a child into the request with its clock and its history, for an operation that found no problem;
    and whether that raised a consultation.
    """
    due = due_of(ask, day_of(at))
    assert ask.kind is not None and due is not None
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
    keep_day(due, child=ask.child.pk, requested_child=asked, teller=teller, at=at)
    return asked, check_history(asked, at)


def _arrived(ask: ChildAsk) -> TransferIn | None:
    """The arrival as recorded: one told of on the same day is the same."""
    told = ask.transfer_in
    if not isinstance(told, Arrival):
        return told
    rows = TransferIn.objects.unscoped("The arrival of a child in the asker's scope, told of once.")
    found: TransferIn = rows.get_or_create(
        child=ask.child,
        notified_date=told.notified_date,
        in_error=False,
        defaults={
            "from_authority": told.from_authority,
            "moved_date": told.moved_date,
            "papers_received_date": told.papers_received_date,
            "accepted_date": told.accepted_date,
        },
    )[0]
    return found
