"""What happened lately in a few children's lives, recorded as their workers do it: no figure moves by it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q, QuerySet

from conferences.models import ChildInNeedPlan, Enquiry, Plan, RequestedChild
from conferences.operations.in_need import record_in_need_plan
from conferences.operations.life_events import record_life_event
from conferences.rules.life_events import Happening, LifeKind
from conferences.rules.requests import GROWN_UP
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.models import Allocation, User
from safeguarding.workingdays import MONTHS_IN_YEAR, add_days, add_months

WHY = "the demo's people record what happened"
# So long ago it happened, and was recorded the day before the demo's.
DAYS_AGO = 6
# Of children on a plan: what waits for a second person, what waits for another authority, what changed.
ON_A_PLAN = (
    Happening(LifeKind.LEFT_UK, None, "The airline and the school confirmed it to the worker."),
    Happening(
        LifeKind.OTHER_ORDER,
        None,
        "A special guardianship order; the court's copy is on the case system.",
        step_down="CIN_PLAN",
    ),
    Happening(LifeKind.MOVED_AWAY, None, "The duty team there has taken the papers.", authority="383"),
    Happening(LifeKind.LOOKED_AFTER, None, "An interim care order; the worker was in court."),
)


def tell_lives(on: dt.date) -> None:
    """Record them. To be called within the demo's transaction, after its present."""
    at = dt.datetime.combine(add_days(on, -1), dt.time(15), tzinfo=dt.UTC)
    day = add_days(on, -DAYS_AGO)
    workers = _workers(on, is_on_plan=True)
    for happening, (held, worker) in zip(ON_A_PLAN, workers, strict=False):
        told = Happening(**{**vars(happening), "day": day})
        record_life_event(child=held.child, told=told, by=worker, at=at)
    for held, worker in list(_workers(on, is_on_plan=False))[:2]:
        record_in_need_plan(child=held.child, start_date=day, by=worker, at=at)


def _workers(on: dt.date, *, is_on_plan: bool) -> Iterator[tuple[Allocation, User]]:
    """Children of one family each with whoever works with them, those first whom nothing is asked about."""
    seen: set[int | None] = set()
    for held in _allocations(on, is_on_plan=is_on_plan):
        if held.child.family_id not in seen and held.worker is not None:
            seen.add(held.child.family_id)
            yield held, held.worker


def _allocations(on: dt.date, *, is_on_plan: bool) -> QuerySet[Allocation]:
    child = OuterRef("child")
    plans = Plan.objects.unscoped(WHY).filter(child=child, end_date=None, held_for_other_authority=False)
    recent = Plan.objects.unscoped(WHY).filter(child=child, start_date__gte=add_days(on, -DAYS_AGO * 10))
    asked = RequestedChild.objects.unscoped(WHY).filter(child=child, request__state__in=OPEN_REQUESTS)
    enquired = Enquiry.objects.unscoped(WHY).filter(
        child=child, started_date__gte=add_days(on, -DAYS_AGO * 10)
    )
    lately = Q(end_date=None) | Q(end_date__gt=add_days(on, -DAYS_AGO))
    in_need = ChildInNeedPlan.objects.unscoped(WHY).filter(lately, child=child)
    protected = Plan.objects.unscoped(WHY).filter(lately, child=child)
    met = plans.filter(reviews__conference__held_date__gte=add_days(on, -DAYS_AGO))
    rows: QuerySet[Allocation] = (
        Allocation.objects.unscoped(WHY)
        .filter(end_date=None, worker__isnull=False, child__is_restricted=False, child__death_date=None)
        .filter(child__birth_date__gt=add_months(on, -(GROWN_UP - 1) * MONTHS_IN_YEAR))
        .exclude(Exists(asked) | Exists(enquired) | Exists(recent) | Exists(in_need) | Exists(met))
        .select_related("child", "worker")
        .order_by("child__la_child_id")
    )
    return rows.filter(Exists(plans)) if is_on_plan else rows.exclude(Exists(protected))
