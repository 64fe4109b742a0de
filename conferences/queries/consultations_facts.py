"""What the record knows of the children of a consultation, so that nobody is asked for it: their earlier
plans, what followed, what happened since, and what was consulted on before. Of children in sight alone.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Prefetch, Q

from conferences.models import ChildPair, ChildPart, Consultation, Plan, PlanAction, PlanElsewhere
from conferences.queries.clocks import Clock, clock_days
from conferences.queries.consultations import FamilyView, answers_given
from conferences.queries.consultations_facts_child import CORE_GROUPS, ChildFacts, Loaded, child_facts
from conferences.queries.consultations_second_facts import cut, earlier_alone, looked_before
from conferences.queries.imports_told import told_days
from conferences.queries.look_ups import beside_today, of_children
from conferences.queries.replans import Found
from conferences.rules.deadlines import Code
from conferences.rules.same_child import PairState
from safeguarding.access import scope, sight_of
from safeguarding.access.together import load_together
from safeguarding.clock import day_of
from safeguarding.models import Child, User

WHY = "which other records are of a child in scope; of those out of scope the number of plans alone is told"
RECORD = (
    "conferences__conference__chair",
    "conferences__decision",
    "plans__categories",
    "plans__core_groups",
    "plans__follow_ups",
    "plans_elsewhere",
    "allocations__team",
    "allocations__worker",
    "need_episodes",
    "in_need_plans",
    "supports",
    "enquiries__discussions",
)


@dataclass(frozen=True)
class FamilyFacts:
    """By child (id), and the brothers and sisters in sight whom the consultation is not about."""

    children: Mapping[int, ChildFacts] = field(default_factory=dict)
    siblings: tuple[ChildFacts, ...] = ()


def family_facts(
    user: User, view: FamilyView, found: Mapping[int, Found], on: date, *, before: date | None = None
) -> FamilyFacts:
    """The facts of the children of a consultation, in a fixed number of queries.

    `found`: what the check of the history found, by requested child. `before`: as they were known before
    that day, with nothing that happened on it or later.
    """
    own = {one.child.pk: one.child for one in view.children}
    asked = {one.child.pk: found.get(one.requested_child_id or 0, Found()) for one in view.children}
    records = _other_records(own, asked)
    others = {pk for known in records.values() for pk in known}
    family = [child.family_id for child in own.values() if child.family_id]
    beside = {c.pk: c for c in scope(user, Child).filter(Q(pk__in=others) | Q(family__in=family))}
    everybody = beside | own
    load_together(sight_of(user), list(everybody.values()), *RECORD)
    if before:
        cut(everybody.values(), before)
    loaded = _loaded(user, everybody.values(), on)
    hidden = _hidden_plans(others - everybody.keys(), before or date.max)
    earlier = _earlier(user, view, others | own.keys())
    looked = beside_today(of_children(user, everybody.keys()), on)
    if before:
        earlier, looked = earlier_alone(earlier, before), looked_before(looked, before)
    facts = {}
    for one in view.children:
        pk = one.child.pk
        same = [everybody[other] for other in records[pk] if other in everybody]
        unseen = sum(hidden.get(other, 0) for other in records[pk])
        known = child_facts(
            one.child,
            day_of(one.raised_at),
            same,
            asked[pk],
            asked[pk].hidden if one.requested_child_id else unseen,
            [given for given in earlier if given.child.pk in {pk, *records[pk]}],
            loaded,
        )
        mine = [one for one in looked if one.look_up.child_id in {pk, *records[pk]}]
        facts[pk] = replace(known, looked=tuple(mine))
    siblings = [
        child_facts(child, on, [], Found(), 0, [], loaded)
        for child in sorted(beside.values(), key=_by_birth)
        if child.pk not in own and child.pk not in others and child.family_id in family
    ]
    return FamilyFacts(facts, tuple(siblings))


def _by_birth(child: Child) -> tuple[date, int]:
    return child.birth_date or child.expected_birth_date or date.max, child.pk


def _other_records(own: Mapping[int, Child], asked: Mapping[int, Found]) -> dict[int, list[int]]:
    """{child: ids of other records of it}: a number of both or a person says so, or a plan under it was
    found.
    """
    certain = Q(is_suggested=True, is_certain=True) | Q(state=PairState.SAME)
    rows = ChildPair.objects.unscoped(WHY).exclude(state=PairState.DIFFERENT).filter(certain)
    pairs = rows.filter(Q(one__in=own) | Q(other__in=own)).values_list("one", "other")
    records: dict[int, set[int]] = {pk: set() for pk in own}
    for one, other in pairs:
        for pk, beside in ((one, other), (other, one)):
            if pk in records:
                records[pk].add(beside)
    for pk, known in asked.items():
        origins = [plan.plan or plan.plan_elsewhere for plan in known.shown]
        records[pk] |= {origin.child_id for origin in origins if origin is not None}
    return {pk: sorted(known - {pk}) for pk, known in records.items()}


def _hidden_plans(records: Collection[int], before: date) -> dict[int, int]:
    """{record: how many plans stand under it that began before a day}, of records out of scope."""
    numbers: dict[int, int] = {}
    if not records:
        return numbers
    own = Plan.objects.unscoped(WHY).filter(child__in=records, start_date__lt=before)
    told = PlanElsewhere.objects.unscoped(WHY).filter(child__in=records, in_error=False)
    elsewhere = told.exclude(start_date__gte=before)
    for pk in [*own.values_list("child", flat=True), *elsewhere.values_list("child", flat=True)]:
        numbers[pk] = numbers.get(pk, 0) + 1
    return numbers


def _loaded(user: User, children: Collection[Child], on: date) -> Loaded:
    plans = [plan for child in children for plan in child.plans.all()]
    clocks: dict[int, list[Clock]] = {}
    for clock, _ in clock_days((Code.HOLD_REVIEW, *CORE_GROUPS), subjects=[plan.pk for plan in plans]):
        clocks.setdefault(clock.subject, []).append(clock)
    parts = scope(user, ChildPart).filter(conference_child__child__in=children)
    actions: dict[int, list[PlanAction]] = {}
    for action in scope(user, PlanAction).filter(plan__in=plans, in_error=False):
        actions.setdefault(action.plan_id, []).append(action)
    return Loaded(
        told=told_days(children, on),
        on=on,
        clocks=clocks,
        parts={part.conference_child_id: part for part in parts},
        actions=actions,
    )


def _earlier(user: User, view: FamilyView, children: Collection[int]) -> list[Consultation]:
    """Earlier consultations on these children, with what was answered and how the conference decided."""
    rows = scope(user, Consultation).filter(child__in=children).exclude(within=view.within)
    of_them = scope(user, ChildPart).filter(conference_child__isnull=False)
    decided = of_them.select_related("conference_child__conference", "conference_child__decision")
    with_met = rows.select_related("within", "child", "requested_child__request").prefetch_related(
        Prefetch("requested_child__parts", decided)
    )
    return list(with_met.prefetch_related(answers_given()).order_by("-raised_at", "-pk"))
