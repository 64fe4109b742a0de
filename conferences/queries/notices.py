"""Whom a change to a request, its meeting or its consultation concerns."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import QuerySet

from conferences.models import Booking, Consultation, Duty, Request
from conferences.rules.deadlines import Code
from conferences.rules.workflow import BookingState
from safeguarding.clock import day_of
from safeguarding.models import Allocation, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Permission, Role, holds


def concerned(request: Request) -> set[int]:
    """The ids of who asked, of the children's workers, and, where a meeting is in the diary, of its chair and
    of who takes its minutes.
    """
    working = Allocation.objects.unscoped("who is told of a change to a request in scope")
    workers = working.filter(child__requested__request=request, end_date__isnull=True, worker__isnull=False)
    meetings = _meetings(request).values_list("chair", "minute_taker")
    at_meeting = {person for both in meetings for person in both if person}
    return {request.requested_by_id, *workers.values_list("worker", flat=True), *at_meeting}


def workers_of(child: int) -> set[int]:
    """The ids of whoever holds a child (id) at present."""
    working = Allocation.objects.unscoped("who is told of what concerns a child in scope")
    held = working.filter(child=child, end_date__isnull=True, worker__isnull=False)
    return set(held.values_list("worker", flat=True))


def deciders(consultation: Consultation) -> set[int]:
    """The ids of whoever was given its decision, or has it as nobody else may, else of all who decide."""
    rows = Duty.objects.unscoped("whose the decision of a consultation in scope is")
    open_ones = rows.filter(
        consultation=consultation, kind=Code.DECIDE_CONSULTATION, closed_at=None, owner__isnull=False
    )
    if given := set(open_ones.values_list("owner", flat=True)):
        return given
    roles = [role for role in Role if holds(role, Permission.DECIDE_CONSULTATION)]
    people = User.objects.filter(in_roles(*roles), is_active=True, is_system=False)
    return set(people.values_list("pk", flat=True))


def meeting_day(request: Request) -> dt.date | None:
    """The day of the meeting that is in the diary for a request."""
    begins = _meetings(request).values_list("starts_at", flat=True).first()
    return day_of(begins) if begins else None


def _meetings(request: Request) -> QuerySet[Any]:
    booked = Booking.objects.unscoped("the meeting of a request in scope")
    return booked.filter(request=request, state=BookingState.BOOKED)
