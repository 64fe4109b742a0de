"""An ended plan whose follow-ups are recorded, and which of them are still to come."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from conferences.models import Plan
from conferences.queries.clocks import clock_days
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due
from conferences.rules.follow_ups import Which
from safeguarding.access import get
from safeguarding.models import Child, User

CODES = {
    Which.FIRST: Code.FIRST_FOLLOW_UP,
    Which.SECOND: Code.SECOND_FOLLOW_UP,
    Which.THIRD: Code.THIRD_FOLLOW_UP,
}


def ended_plan(user: User, ref: UUID) -> Plan:
    """The plan with its child and its follow-ups. Http404 where it is out of the person's scope."""
    plans: QuerySet[Plan] = Plan.objects.select_related("child")
    found: Plan = get(user, plans, ref=ref)
    return found


def to_come(plan: Plan) -> dict[Which, Due]:
    """{follow-up: by when} of those of an ended plan in scope that are not recorded and still due."""
    found = clock_days(list(CODES.values()), subjects=[plan.pk])
    due = {clock.code: due for clock, due in found if clock.met is None and clock.gone is None}
    return {which: due[code] for which, code in CODES.items() if code in due}


def recorded(plan: Plan) -> set[str]:
    """Which follow-ups of a plan in scope are recorded."""
    return set(plan.follow_ups.filter(in_error=False).values_list("which", flat=True))


def last_ended(child: Child) -> Plan | None:
    """The plan of ours of a loaded child that ended last, where none runs now and a follow-up is missing."""
    own: Iterable[Plan] = [plan for plan in child.plans.all() if not plan.held_for_other_authority]
    ended = [plan for plan in own if plan.end_date]
    if len(ended) < len(list(own)) or not ended:
        return None
    last = max(ended, key=lambda plan: plan.start_date)
    return last if sum(not one.in_error for one in last.follow_ups.all()) < len(Which) else None
