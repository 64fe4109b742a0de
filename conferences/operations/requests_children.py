"""A child put into the open request of their family, and a child taken out while others stay.

Whoever is taken out leaves with what was asked for them: a request of their own, withdrawn with the reason.
"""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

from django.db.models import QuerySet

from conferences.models import (
    Booking,
    ChildPart,
    FamilyContact,
    Invitation,
    MeetingRecord,
    Request,
    RequestedChild,
    ThinkingRequirement,
    ThinkingTime,
)
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell, tell_of_request
from conferences.operations.requests import add_child, close_unanswered, end_request, lock_ask
from conferences.operations.requests_guards import ChildAsk, children_problems
from conferences.operations.scheduling import BEGUN, is_begun, take_out_of_diary
from conferences.operations.thinking_time_slots import release
from conferences.queries.notices import concerned, meeting_day
from conferences.queries.requests_left import concerned_by, left_by
from conferences.rules.invitations import OffReason
from conferences.rules.notices import Change
from conferences.rules.workflow import (
    OPEN_REQUESTS,
    BookingState,
    CancelReason,
    Event,
    RecordState,
    RequestState,
    ThinkingTimeState,
)
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission

NOT_OPEN = "This request is not open any more. Ask for a conference for the child instead."
NOBODY = "Select the child"
NO_WHY = "Enter why"
LEFT = "The child was taken out of this conference."
LAST = (
    "This is the only child of the request. Withdraw the request, or cancel the meeting and then withdraw it."
)


@operation(needs=Permission.CHANGE_REQUEST)
def add_to_request(
    *, request: Request, ask: ChildAsk | None, reason: str, by: User, at: dt.datetime
) -> RequestedChild:
    """Put a child of the family into a request that is open: with its own kind and day, its plan history
    checked, a consultation raised where there was a plan, and thinking time with it.

    A meeting in the diary stays where it is. Raises as request_conference does; and where the request is not
    open any more, or nobody says why.
    """
    refuse_all(missing(children=(ask, NOBODY), reason=(reason, NO_WHY)))
    assert ask is not None  # Refused above.
    held = lock(request)
    if held.state not in OPEN_REQUESTS:
        raise Refused(NOT_OPEN)
    own = lock_ask(ask)
    refuse_all(children_problems([own], held.family, day_of(at)))
    asked, is_replan = add_child(held, own, by, at)
    _add_part(held, asked, by, at)
    held.reason = f"{held.reason}\n\n{reason.strip()}"
    held.save(update_fields=["reason"])
    detail = {"child": asked.child_id, "kind": asked.kind, "consultations": int(is_replan)}
    audit.record("request.child_added", held, by=by, at=at, detail=detail)
    refresh(held, met_by=by, at=at)
    _tell_of_change(held, by, at)
    return asked


def _add_part(request: Request, asked: RequestedChild, by: User, at: dt.datetime) -> None:
    """Where the meeting's record was begun, the child has a part in it as the others have."""
    records = MeetingRecord.objects.unscoped("the record of a meeting that a child comes to")
    begun = records.filter(booking__request=request, state=RecordState.DRAFT).first()
    if begun is not None:
        ChildPart.objects.create(record=begun, requested_child=asked, saved_by=by, saved_at=at)


def _tell_of_change(request: Request, by: User, at: dt.datetime) -> None:
    """Those whom the request concerns are told, the chair of its meeting among them."""
    tell(Change.CHILDREN, request, concerned(request), besides=by, day=meeting_day(request), at=at)


@operation(needs=Permission.CHANGE_REQUEST)
def take_out(*, asked: RequestedChild | None, reason: str, by: User, at: dt.datetime) -> Request:
    """Take one child out of a request that others stay in; the part of it that ended.

    Raises Refused where the request is not open any more, for its only child, and without a reason.
    """
    refuse_all(missing(child=(asked, NOBODY), reason=(reason, NO_WHY)))
    assert asked is not None  # Refused above.
    request = lock(asked.request)
    held = lock(asked)
    if held.request_id != request.pk or request.state not in OPEN_REQUESTS:
        raise Refused(NOT_OPEN)
    if not _others(held).exists():
        raise Refused(LAST)
    return leave(held, CancelReason.OTHER, reason.strip(), writer=by, at=at)


def leave(
    asked: RequestedChild,
    cancel: CancelReason,
    reason: str,
    *,
    even_begun: bool = False,
    writer: User,
    at: dt.datetime,
) -> Request:
    """A child leaves its open request, for an operation that settled that it may: alone where others stay;
    else the request ends, and with it the meeting in the diary. Gives what ended.

    Raises Refused where the record of that meeting was begun, unless it is to end `even_begun`: a death is
    recorded all the same, and what was written stays with the cancelled meeting.
    """
    request = lock(asked.request)
    if _others(asked).exists():
        ended = _part(request, lock(asked), reason, writer, at)
        close_unanswered(ended, Event.CLOSE, *writer.roles)
        detail = {"child": asked.child_id, "request": request.pk}
        audit.record("request.child_left", ended, by=writer, at=at, detail=detail)
        _tell_of_change(request, writer, at)
    else:
        ended = request
        for meeting in lock_rows(_booked(request)):
            if is_begun(meeting) and not even_begun:
                raise Refused(f"{BEGUN} cancelled. It is signed first.")
            take_out_of_diary(meeting, Event.END, cancel, reason, writer=writer, at=at)
        end_request(request, Event.END, reason, writer=writer, at=at)
    refresh(request, ended, met_by=None, at=at)
    tell_of_request(Change.WITHDRAWN, ended, ended, besides=writer, at=at)
    return ended


def tell_of_way_back(child: Child, *, writer: User, at: dt.datetime) -> None:
    """What the child left a request by was never so, for an operation that took it back: whoever asked,
    works with the child or chairs is told, once.
    """
    left = left_by(child)
    if left is not None and left.was_never_so:
        day = meeting_day(left.request)
        tell(Change.MAY_COME_BACK, left.request, concerned_by(left), besides=writer, day=day, at=at)


def is_alone(asked: RequestedChild) -> bool:
    """Whether no other child is in the request, so that it ends with this one."""
    return not _others(asked).exists()


def _others(asked: RequestedChild) -> QuerySet[RequestedChild]:
    rows = RequestedChild.objects.unscoped("whether others are in the request of a child in scope")
    found: QuerySet[RequestedChild] = rows.filter(request=asked.request_id).exclude(pk=asked.pk)
    return found


def _part(request: Request, asked: RequestedChild, reason: str, by: User, at: dt.datetime) -> Request:
    """What was asked for the child becomes a request of its own, which is withdrawn."""
    ended = Request.objects.create(
        form_key=uuid4(),
        family_id=request.family_id,
        state=RequestState.WITHDRAWN,
        reason=request.reason,
        interim_safety=request.interim_safety,
        requested_by_id=request.requested_by_id,
        requested_at=request.requested_at,
        withdrawn_by=by,
        withdrawn_at=at,
        withdrawn_reason=reason,
        parted_from=request,
    )
    asked.request = ended
    asked.save(update_fields=["request"])
    FamilyContact.objects.unscoped("contact with a child who leaves").filter(asked=asked).update(
        request=ended
    )
    ChildPart.objects.unscoped("what was drafted of a child who leaves").filter(
        requested_child=asked, conference_child__isnull=True, record__booking__state=BookingState.BOOKED
    ).delete()
    _leave_list(asked, by, at)
    _leave_thinking(request, ended)
    release(ended, writer=by, at=at)
    return ended


def _leave_list(asked: RequestedChild, writer: User, at: dt.datetime) -> None:
    """A child who leaves is invited no more, and stays below the list with that."""
    rows = Invitation.objects.unscoped("the list of a request in scope")
    for one in lock_rows(rows.filter(requested_child=asked, off_at=None)):
        one.off_reason, one.off_words, one.off_by, one.off_at = OffReason.OTHER.value, LEFT, writer, at
        one.save(update_fields=["off_reason", "off_words", "off_by", "off_at"])


def _leave_thinking(request: Request, ended: Request) -> None:
    """Thinking that was owed for the child who leaves alone is owed no more."""
    reasons = ThinkingRequirement.objects.unscoped("for which child thinking is owed")
    stay = reasons.filter(requested_child__request=request).values("session")
    leave = reasons.filter(requested_child__request=ended).values("session")
    sessions = ThinkingTime.objects.unscoped("the thinking time of a request in scope")
    owed = sessions.filter(request=request, is_required=True, state=ThinkingTimeState.DUE)
    for session in lock_rows(owed.filter(pk__in=leave).exclude(pk__in=stay)):
        session.request = ended
        session.save(update_fields=["request"])


def _booked(request: Request) -> QuerySet[Booking]:
    rows = Booking.objects.unscoped("the meeting of a request that a child leaves or comes to")
    found: QuerySet[Booking] = rows.filter(request=request, state=BookingState.BOOKED)
    return found
