"""The days of a child’s life, against which a birth, a death and whatever else happens is held."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from conferences.models import ConferenceChild, CoreGroup, Enquiry, Plan
from conferences.queries.corrections_plans import plan_days
from conferences.queries.life_events import open_plan
from conferences.rules.children import Birth, Life
from conferences.rules.corrections_plans import NamedDay, PlanDays
from safeguarding.access import scope
from safeguarding.models import BIRTH_PARENTS, Child, Relationship, User

WHY = "the days of a child in scope"


def present_of(child: Child) -> Life:
    """How far a child’s life has come: its own days and since when the plan runs. One query."""
    return _present(child, open_plan(child))


def _present(child: Child, plan: Plan | None) -> Life:
    return Life(
        birth_date=child.birth_date,
        expected=child.expected_birth_date,
        death_date=child.death_date,
        plan=PlanDays(plan.start_date, None) if plan else None,
    )


def life_of(user: User, child: Child) -> Life:
    """All days of a child’s life; the parents are those whom the person may see, for a refusal names them."""
    held, plan = _conference_days(child), open_plan(child)
    ties = scope(user, Relationship).filter(child=child, kind__in=BIRTH_PARENTS, in_error=False)
    known = ties.filter(person__birth_date__isnull=False)
    return replace(
        _present(child, plan),
        plan=plan_days(plan, plan.start_date, None) if plan else None,
        first=min(_first_days(child, held), default=None),
        last=max(_meetings(child, held), default=None),
        parents=list(known.values_list("person__full_name", "person__birth_date")),
    )


def birth_of(child: int) -> Birth | None:
    """The day of birth, or the day it is expected, of a child by id."""
    days = Child.objects.unscoped(WHY).filter(pk=child).values_list("birth_date", "expected_birth_date")
    return Birth.of(*days.get())


def _conference_days(child: Child) -> list[dt.date]:
    held = ConferenceChild.objects.unscoped(WHY).filter(child=child)
    return list(held.values_list("conference__held_date", flat=True))


def _first_days(child: Child, held: list[dt.date]) -> list[NamedDay]:
    plans = Plan.objects.unscoped(WHY).filter(child=child).values_list("start_date", flat=True)
    enquiries = Enquiry.objects.unscoped(WHY).filter(child=child, voided_at=None)
    return [
        *((day, "the first child protection plan began") for day in plans),
        *((day, "the first enquiry started") for day in enquiries.values_list("started_date", flat=True)),
        *((day, "the first conference") for day in held),
    ]


def _meetings(child: Child, held: list[dt.date]) -> list[NamedDay]:
    groups = CoreGroup.objects.unscoped(WHY).filter(plan__child=child, in_error=False)
    return [
        *((day, "the last core group") for day in groups.values_list("held_date", flat=True)),
        *((day, "the last conference") for day in held),
    ]
