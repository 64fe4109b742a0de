"""The reports of a list, as somebody may read how they were chased; and why a meeting goes on."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import Max, Q

from conferences.models import Booking, Invitation, QuorumChoice, ReportChase, Request
from conferences.rules.workflow import STANDING
from safeguarding.access import get, scope
from safeguarding.models import User


def is_waited_for(one: Invitation) -> bool:
    """Whether the report of somebody on a list is asked for and has not come."""
    return bool(one.is_report_asked and one.received_date is None and not one.none_why)


def chases_of(user: User, request: Request) -> list[ReportChase]:
    """How the reports for a request in scope were chased, the first first, without what was taken back."""
    rows = scope(user, ReportChase).filter(
        invitation__request=request, invitation__off_at=None, taken_back_at=None
    )
    return list(rows.select_related("invitation", "told_by"))


def chase_in_scope(user: User, ref: UUID) -> ReportChase:
    """One that stands. Http404 where it is out of scope, or was taken back."""
    rows = ReportChase.objects.filter(taken_back_at=None, invitation__off_at=None)
    found: ReportChase = get(user, rows.select_related("invitation__request", "told_by"), ref=ref)
    return found


def put_there_at(request: int) -> dt.datetime | None:
    """When the meeting of a request (its id) was scheduled, or last moved: another chair on its day moves
    nothing. None where there is none.
    """
    rows = Booking.objects.unscoped("when the meeting of a request in scope was put where it stands")
    moved = Max("moves__moved_at", filter=Q(moves__chair_reason=""))
    found = rows.filter(request=request, state__in=STANDING).annotate(moved=moved)
    there = found.values_list("booked_at", "moved").first()
    return max(filter(None, there)) if there else None


def choice_of(user: User, booking: Booking, there: dt.datetime | None) -> QuorumChoice | None:
    """Why the chair of a meeting in scope goes on with too few agencies; None where nobody did since it was
    put where it stands (`there`: put_there_at).
    """
    last: QuorumChoice | None = (
        scope(user, QuorumChoice).filter(booking=booking).select_related("told_by").last()
    )
    return last if last and there and last.told_at >= there else None
