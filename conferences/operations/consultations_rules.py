"""Consultations that a rule raises by itself: a plan that lasts long, reviews that change nothing, and a new
baby where there was a plan. Done again it changes nothing.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db import DatabaseError, connection, transaction

from conferences.models import Consultation, RequestedChild
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

log = logging.getLogger(__name__)
# One at a time; the number is only a name for the lock.
RULES_LOCK = 4421
T = TypeVar("T")


@dataclass(frozen=True)
class ByRule:
    """What a turn did, in children; `failed` are those left to the next turn."""

    raised: int = 0
    closed: int = 0
    failed: int = 0


def raise_by_rule(*, at: dt.datetime) -> ByRule:
    """Raise what the rules ask for on the day of `at`, and close what is asked no more. Before the service is
    live nothing is raised. One that the database refuses keeps back no other.
    """
    on = day_of(at)
    live = live_since(on)
    if live is None:
        return ByRule()
    system = audit.system_user()
    with audit.acting_as(system, rules=on.isoformat()), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [RULES_LOCK])
        closed = _each(asked_no_more(on), lambda one: _close(one, system, at))
        plans = _each(plans_due(on, live), lambda due: _raise_plan(due, system, at))
        babies = _each(babies_asked_for(on), lambda asked: _raise_baby(asked, system, at))
    return ByRule(plans[0] + babies[0], closed[0], closed[1] + plans[1] + babies[1])


def _each(rows: Iterable[T], act: Callable[[T], bool]) -> tuple[int, int]:
    """(How many were done, how many the database refused)."""
    done = failed = 0
    for row in rows:
        try:
            with transaction.atomic():
                done += act(row)
        except DatabaseError:
            log.exception("consultation_by_rule")
            failed += 1
    return done, failed


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


def _close(one: Consultation, system: User, at: dt.datetime) -> bool:
    held = lock(one)
    if held.state not in UNANSWERED:
        return False
    held.state = ConsultationState.CLOSED
    held.save(update_fields=["state"])
    audit.record("consultation.closed", held, by=system, at=at, detail={})
    refresh(held, met_by=None, at=at)
    return True
