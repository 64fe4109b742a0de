"""A plan for which a core group is recorded."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet

from conferences.models import CoreGroup, NextDates, Plan
from conferences.queries.clocks import clocks
from conferences.rules.deadlines import Code
from safeguarding.access import get
from safeguarding.models import User


def plan_in_scope(user: User, ref: UUID) -> Plan:
    """The plan with its child. Http404 where it is out of the person's scope."""
    plans: QuerySet[Plan] = Plan.objects.select_related("child")
    return get(user, plans, ref=ref)


def next_due(plan: Plan, on: dt.date) -> dt.date | None:
    """By when the core group of a plan in scope meets next: the first by statute, later ones by the local
    limit as it stood when it met last.

    None for a plan on which nothing is owed on a day, outside the known bank holidays, and for one begun
    elsewhere of which no core group is recorded: nobody knows whether it met.
    """
    known = clocks([Code.HOLD_FIRST_CORE_GROUP, Code.HOLD_CORE_GROUP], subjects=[plan.pk])
    owed = [clock for clock in known if clock.met is None and (clock.gone is None or clock.gone > on)]
    return owed[-1].due if owed else None


def planned_day(plan: Plan, planned: NextDates | None, on: dt.date) -> dt.date | None:
    """The day that the conference chose for the core group, to begin with as it is recorded: once it is over,
    and while no core group met since.
    """
    day = planned.core_group_date if planned else None
    if day is None or day > on:
        return None
    met = CoreGroup.objects.unscoped("the core groups of a plan in scope").filter(plan=plan, in_error=False)
    assert planned is not None  # It has a day.
    held = planned.part.conference_child.conference.held_date if planned.part.conference_child else day
    return None if met.filter(held_date__gt=held).exists() else day
