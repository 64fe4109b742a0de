"""What a rule raises a consultation for, read whoever may see it: only records to be raised for leave here.

A plan that files alone tell of is left out, for nobody knows here whether it still runs; and so is what came
to its day before the service went live.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Max, Q

from conferences.models import ConferenceChild, Consultation, Plan, PlanElsewhere, RequestedChild, Source
from conferences.queries.measures.known import worked_on
from conferences.rules.consultations import UNANSWERED, Cause, is_baby, is_unchanged
from conferences.rules.requests import GROWN_UP
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.clock import day_of
from safeguarding.models.base import ScopedQuerySet
from safeguarding.policy.values import whole
from safeguarding.workingdays import add_days, add_months, reaches

LONG = "LONG_PLAN_CONSULTATION_MONTHS"
UNCHANGED = "UNCHANGED_REVIEWS_CONSULTATION"
BABY = "NEW_BABY_CONSULTATION_MONTHS"
WHY = "what a rule raises a consultation for; nothing of it is shown"
# No month has fewer days, so that nothing is left out that add_months() would find.
SHORTEST_MONTH = 28


@dataclass(frozen=True)
class PlanDue:
    """A plan that a consultation is raised about, why, and the day on which it came to that."""

    plan: Plan
    cause: Cause
    reached: dt.date


def plans_due(on: dt.date, live: dt.date) -> list[PlanDue]:
    """The plans of this council to be consulted on, by plan, each for one cause at most."""
    months, reviews = whole(LONG, on), whole(UNCHANGED, on)
    found = [*_long(on, months), *_unchanged(on, reviews)] if months or reviews else []
    known = _known({one.plan.pk for one in found})
    due: dict[int, PlanDue] = {}
    for one in found:
        if live <= one.reached <= on and not known.covers(one):
            due.setdefault(one.plan.pk, one)
    return sorted(due.values(), key=lambda one: one.plan.pk)


def _open_plans() -> ScopedQuerySet:
    """Of living children who are not grown up, known here."""
    rows = Plan.objects.unscoped(WHY).filter(end_date=None, held_for_other_authority=False)
    here = rows.filter(
        ~Q(source=Source.CENSUS) | worked_on(), child__death_date=None, child__family__isnull=False
    )
    found: ScopedQuerySet = here.select_related("child")
    return found


def _is_child(plan: Plan, on: dt.date) -> bool:
    born = plan.child.birth_date
    return born is None or on < reaches(born, GROWN_UP)


def _long(on: dt.date, months: int) -> Iterable[PlanDue]:
    if not months:
        return
    begun = add_days(on, -SHORTEST_MONTH * months)
    for plan in _open_plans().filter(start_date__lte=begun):
        if _is_child(plan, on):
            yield PlanDue(plan, Cause.LONG_PLAN, add_months(plan.start_date, months))


def _unchanged(on: dt.date, reviews: int) -> Iterable[PlanDue]:
    """A review whose decision is not recorded here is not known to have changed nothing."""
    if not reviews:
        return
    plans = {plan.pk: plan for plan in _open_plans() if _is_child(plan, on)}
    rows = ConferenceChild.objects.unscoped(WHY).filter(plan__in=plans, kind=ConferenceKind.REVIEW)
    held: dict[int, list[tuple[dt.date, str]]] = {}
    for plan, day, outcome, category in (
        rows.filter(conference__held_date__lte=on)
        .order_by("conference__held_date", "pk")
        .values_list("plan", "conference__held_date", "part__outcome", "part__category")
    ):
        kept = category if outcome == DecisionOutcome.PLAN_CONTINUES else ""
        held.setdefault(plan, []).append((day, kept or ""))
    for pk, decided in held.items():
        began = plans[pk].initial_category
        if is_unchanged([began, *(category for _, category in decided)], reviews):
            yield PlanDue(plans[pk], Cause.TWO_REVIEWS, decided[-1][0])


@dataclass(frozen=True)
class _Known:
    """What was asked about some plans already: (plan, cause), those that wait, and the last day of each."""

    raised: frozenset[tuple[int, str]]
    waits: frozenset[int]
    last: dict[int, dt.date]

    def covers(self, one: PlanDue) -> bool:
        """Whether it was asked for this already, or for something else that waits or was asked since."""
        plan = one.plan.pk
        asked_since = plan in self.last and self.last[plan] >= one.reached
        return (plan, str(one.cause)) in self.raised or plan in self.waits or asked_since


def _known(plans: Collection[int]) -> _Known:
    rows = Consultation.objects.unscoped(WHY).filter(plan__in=plans)
    told = list(
        rows.annotate(last=Max("answers__answered_at")).values_list(
            "plan", "cause", "state", "raised_at", "last"
        )
    )
    days: dict[int, dt.date] = {}
    for plan, _, _, raised, answered in told:
        day = day_of(max(raised, answered or raised))
        days[plan] = max(day, days.get(plan, day))
    return _Known(
        frozenset((plan, cause) for plan, cause, *_ in told),
        frozenset(plan for plan, _, state, *_ in told if state in UNANSWERED),
        days,
    )


# ----- A new baby where there was a plan -------------------------------------------------------------------


def babies_asked_for(on: dt.date) -> list[RequestedChild]:
    """The babies of open requests about whom nobody was consulted, in a family where there was a plan."""
    rows = RequestedChild.objects.unscoped(WHY).filter(consultation=None, request__state__in=OPEN_REQUESTS)
    asked = rows.exclude(kind=ConferenceKind.REVIEW).select_related("child", "request__family")
    return babies_where_there_was_a_plan(list(asked), on)


def babies_where_there_was_a_plan(asked: Sequence[RequestedChild], on: dt.date) -> list[RequestedChild]:
    """Those of these requested children who are babies on a day, and whose brother or sister was on a plan
    before it was put into the request, here or elsewhere.
    """
    months = whole(BABY, on)
    babies = [
        one
        for one in asked
        if one.kind != ConferenceKind.REVIEW
        and is_baby(one.child.birth_date, months, day_of(one.history_checked_at))
    ]
    if not babies:
        return []
    families = {one.child.family_id for one in babies if one.child.family_id}
    before = [*_plans_of(families), *_plans_elsewhere_of(families)]
    return [one for one in babies if _was_before(one, before)]


def _was_before(one: RequestedChild, before: Iterable[tuple[int, int, dt.date | None]]) -> bool:
    day = day_of(one.history_checked_at)
    return any(
        family == one.child.family_id and child != one.child_id and (start is None or start < day)
        for family, child, start in before
    )


def _plans_of(families: Collection[int]) -> list[tuple[int, int, dt.date | None]]:
    rows = Plan.objects.unscoped(WHY).filter(child__family__in=families, held_for_other_authority=False)
    return list(rows.values_list("child__family", "child", "start_date"))


def _plans_elsewhere_of(families: Collection[int]) -> list[tuple[int, int, dt.date | None]]:
    rows = PlanElsewhere.objects.unscoped(WHY).filter(child__family__in=families, in_error=False)
    return list(rows.values_list("child__family", "child", "start_date"))


# ----- What is asked no more -------------------------------------------------------------------------------


def asked_no_more(on: dt.date) -> list[Consultation]:
    """Those without a request that wait though the plan ended, or the child died or grew up."""
    rows = Consultation.objects.unscoped(WHY).filter(requested_child=None, state__in=UNANSWERED)
    return [
        one
        for one in rows.select_related("child", "plan").order_by("pk")
        if one.child.death_date is not None
        or (one.plan is not None and one.plan.end_date is not None and one.plan.end_date <= on)
        or (one.child.birth_date is not None and on >= reaches(one.child.birth_date, GROWN_UP))
    ]
