"""A consultation is raised: for the family once, and in it for each child with why."""

from __future__ import annotations

import datetime as dt

from conferences.models import Consultation, FamilyConsultation, RequestedChild
from conferences.operations.days import keep_day
from conferences.rules.consultations import Cause
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.policy.values import whole


def raise_for_request(asked: RequestedChild, cause: Cause, teller: User, at: dt.datetime) -> Consultation:
    """The child's part in the consultation of its request, for an operation that holds the request."""
    due = due_by(Code.DECIDE_CONSULTATION, day_of(at), england(), whole)
    families = FamilyConsultation.objects.unscoped("that of a request in scope, found or raised")
    within = families.get_or_create(
        request=asked.request,
        defaults={
            "family": asked.request.family,
            "raised_why": cause,
            "raised_at": at,
            "decide_by_date": due.date,
        },
    )[0]
    raised = Consultation.objects.create(
        within=within,
        child=asked.child,
        requested_child=asked,
        cause=cause,
        raised_at=at,
        decide_by_date=due.date,
    )
    keep_day(due, child=asked.child_id, consultation=raised, teller=teller, at=at)
    return raised
