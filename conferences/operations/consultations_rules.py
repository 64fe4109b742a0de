"""Consultations that a rule raises by itself: a plan that lasts long, reviews that change nothing, and a new
baby where there was a plan. Done again it changes nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import connection, transaction

from conferences.models import RequestedChild
from conferences.operations.consultations_raising import raise_for_plan, raise_for_request
from conferences.operations.duties_refresh import refresh
from conferences.queries.consultations_due import (
    PlanDue,
    asked_no_more,
    babies_asked_for,
    babies_where_there_was_a_plan,
    plans_due,
)
from conferences.rules.consultations import UNANSWERED, Cause, ConsultationState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.models import User
from safeguarding.operation import lock

# One at a time; the number is only a name for the lock.
RULES_LOCK = 4421


@dataclass(frozen=True)
class ByRule:
    """What a turn did, in children."""

    raised: int = 0
    closed: int = 0


def raise_by_rule(*, at: dt.datetime) -> ByRule:
    """Raise what the rules ask for on the day of `at`, and close what is asked no more. Before the service is
    live nothing is raised.
    """
    on = day_of(at)
    live = live_since(on)
    if live is None:
        return ByRule()
    system = audit.system_user()
    with audit.acting_as(system, rules=on.isoformat()), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RULES_LOCK])
        closed = _close(system, at)
        raised = [_raise_plan(due, system, at) for due in plans_due(on, live)]
        babies = [_raise_baby(asked, system, at) for asked in babies_asked_for(on)]
    return ByRule(sum(raised) + sum(babies), closed)


def _raise_plan(due: PlanDue, system: User, at: dt.datetime) -> bool:
    """As it stands once the plan is held: somebody may have ended it meanwhile."""
    plan = lock(due.plan, "child")
    if plan.end_date is not None:
        return False
    raised = raise_for_plan(plan, due.cause, system, at)
    audit.record("consultation.raised", raised, by=system, at=at, detail={"cause": str(due.cause)})
    refresh(raised, met_by=None, at=at)
    return True


def _raise_baby(asked: RequestedChild, system: User, at: dt.datetime) -> bool:
    lock(asked.request)
    held = lock(asked, "request", "child")
    if hasattr(held, "consultation") or not babies_where_there_was_a_plan([held], day_of(at)):
        return False
    raised = raise_for_request(held, Cause.NEW_BABY, system, at)
    audit.record("consultation.raised", raised, by=system, at=at, detail={"cause": str(Cause.NEW_BABY)})
    refresh(raised, met_by=None, at=at)
    return True


def _close(system: User, at: dt.datetime) -> int:
    closed = 0
    for one in asked_no_more(day_of(at)):
        held = lock(one)
        if held.state in UNANSWERED:
            held.state = ConsultationState.CLOSED
            held.save(update_fields=["state"])
            audit.record("consultation.closed", held, by=system, at=at, detail={})
            refresh(held, met_by=None, at=at)
            closed += 1
    return closed
