"""What a plan is made of: the needs and actions that each of its conferences agreed, who carries it out, and
what was put right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from conferences.models import (
    ChildPart,
    CoreGroup,
    CoreGroupMember,
    Correction,
    NextDates,
    Plan,
    PlanAction,
    PlanNeed,
    Request,
)
from conferences.queries.children_record import children_of
from conferences.rules.corrections import RecordKind
from safeguarding.access import get, scope
from safeguarding.models import Family, User

OF_PART = "the needs and actions of a plan in hand"
LINES = (RecordKind.PLAN_NEED.value, RecordKind.PLAN_ACTION.value)


@dataclass(frozen=True)
class PlanShown:
    """A plan with what its conferences agreed, the latest first. `outline`: what kept the children safe until
    the first of them, "" where that is not to be seen; `corrections` by the kind and the number of the row.
    """

    plan: Plan
    parts: tuple[ChildPart, ...] = ()
    planned: NextDates | None = None
    members: tuple[CoreGroupMember, ...] = ()
    core_groups: tuple[CoreGroup, ...] = ()
    outline: str = ""
    corrections: Mapping[tuple[str, int], tuple[Correction, ...]] = field(default_factory=dict)

    @property
    def standing(self) -> ChildPart | None:
        """What stands: agreed by the last conference that wrote a need or an action."""
        wrote = (part for part in self.parts if any(not one.in_error for one in _lines(part)))
        return next(wrote, self.parts[0] if self.parts else None)

    def corrected(self, kind: RecordKind, row: int) -> tuple[Correction, ...]:
        """What was put right of a need or an action."""
        return self.corrections.get((kind.value, row), ())


def _lines(part: ChildPart) -> list[PlanNeed | PlanAction]:
    return [*part.needs.all(), *part.actions.all()]


def plan_page(user: User, ref: UUID) -> PlanShown:
    """One plan. Http404 where it is out of the person's scope."""
    plans: QuerySet[Plan] = Plan.objects.select_related("child__family").prefetch_related("categories")
    return _shown(user, [get(user, plans, ref=ref)])[0]


def family_plans(user: User, ref: UUID) -> tuple[Family, list[PlanShown]]:
    """A family and the open plans of its children in scope. Http404 where none of these is in scope."""
    family, children = children_of(user, ref)
    plans = scope(user, Plan).filter(child__in=children, end_date=None)
    found = plans.select_related("child__family").prefetch_related("categories")
    return family, _shown(user, list(found.order_by("child__birth_date", "child", "pk")))


def latest_part(plan: Plan) -> ChildPart | None:
    """What stands of a plan in hand: the signed part of the last conference that wrote a need or an action,
    or else of the last.
    """
    rows: QuerySet[ChildPart] = ChildPart.objects.unscoped("the conferences of a plan in hand")
    rows = rows.filter(_about([plan])).select_related("record__booking", "requested_child__child")
    own = {"part": OuterRef("pk"), "in_error": False}
    wrote = Exists(PlanNeed.objects.unscoped(OF_PART).filter(**own)) | Exists(
        PlanAction.objects.unscoped(OF_PART).filter(**own)
    )
    order = "-wrote", "-conference_child__conference__held_date", "-pk"
    return rows.annotate(wrote=wrote).order_by(*order).first()


def needs_that_stand(user: User, plan: Plan) -> list[PlanNeed]:
    """The needs of a plan in scope that an action may be for."""
    part = latest_part(plan)
    rows = scope(user, PlanNeed).filter(part=part, in_error=False, ended_date=None)
    return list(rows) if part else []


def lines_standing(user: User, plans: Sequence[Plan]) -> dict[int, tuple[int, int]]:
    """{plan: how many needs and how many actions are in it}, of plans that a conference in scope agreed."""
    if not plans:
        return {}
    rows = scope(user, ChildPart).filter(_about(plans)).select_related("conference_child__plan_begun")
    found = rows.annotate(
        wrote=_lines_of("needs", in_error=False) + _lines_of("actions", in_error=False),
        needs_now=_lines_of("needs", in_error=False, ended_date=None),
        actions_now=_lines_of("actions", in_error=False, ended_date=None),
    ).filter(wrote__gt=0)
    earliest_first = found.order_by("conference_child__conference__held_date", "pk")
    return {_plan_of(part) or 0: (part.needs_now, part.actions_now) for part in earliest_first}


def _lines_of(name: str, **that_are: object) -> Count:
    """How many needs or actions of a part are so."""
    return Count(
        name, filter=Q(**{f"{name}__{key}": value for key, value in that_are.items()}), distinct=True
    )


def _about(plans: Sequence[Plan]) -> Q:
    return Q(conference_child__plan__in=plans) | Q(conference_child__plan_begun__in=plans)


def _shown(user: User, plans: Sequence[Plan]) -> list[PlanShown]:
    """The plans with all that is theirs: eight queries, however many they are."""
    parts = list(_parts(user, plans))
    of: dict[int, list[ChildPart]] = {plan.pk: [] for plan in plans}
    for part in parts:
        plan = _plan_of(part)
        if plan in of:
            of[plan].append(part)
    last = [found[0].pk for found in of.values() if found]
    dates = {one.part_id: one for one in scope(user, NextDates).filter(part__in=last)}
    members: dict[int, list[CoreGroupMember]] = {}
    people = scope(user, CoreGroupMember).filter(part__in=last, in_error=False, ended_date=None)
    for one in people.order_by("-is_lead", "pk"):
        members.setdefault(one.part_id, []).append(one)
    groups: dict[int, list[CoreGroup]] = {}
    for met in scope(user, CoreGroup).filter(plan__in=plans, in_error=False).order_by("held_date"):
        groups.setdefault(met.plan_id, []).append(met)
    outlines, corrections = _outlines(user, of), _corrections(user, plans)
    return [
        PlanShown(
            plan,
            tuple(of[plan.pk]),
            dates.get(of[plan.pk][0].pk) if of[plan.pk] else None,
            tuple(members.get(of[plan.pk][0].pk, ())) if of[plan.pk] else (),
            tuple(groups.get(plan.pk, ())),
            outlines.get(plan.pk, ""),
            corrections,
        )
        for plan in plans
    ]


def _parts(user: User, plans: Sequence[Plan]) -> QuerySet[ChildPart]:
    related = "conference_child__conference", "conference_child__plan_begun", "requested_child"
    rows = scope(user, ChildPart).filter(_about(plans)).select_related(*related)
    lines = Prefetch("needs", scope(user, PlanNeed)), Prefetch("actions", scope(user, PlanAction))
    found: QuerySet[ChildPart] = rows.select_related(*related, "record__booking")
    return found.prefetch_related(*lines).order_by("-conference_child__conference__held_date", "-pk")


def _plan_of(part: ChildPart) -> int | None:
    at = part.conference_child
    assert at is not None  # It is of a plan.
    return at.plan_id or at.plan_begun.pk


def _outlines(user: User, of: dict[int, list[ChildPart]]) -> dict[int, str]:
    """{plan: what kept its child safe until the conference that began it}, where the person may read it: it
    may be about brothers and sisters too.
    """
    first = {plan: found[-1].requested_child.request_id for plan, found in of.items() if found}
    asked = scope(user, Request).filter(pk__in=first.values())
    words = dict(asked.values_list("pk", "interim_safety"))
    return {plan: words.get(request, "") for plan, request in first.items()}


def _corrections(user: User, plans: Sequence[Plan]) -> dict[tuple[str, int], tuple[Correction, ...]]:
    children = [plan.child_id for plan in plans]
    rows = scope(user, Correction).filter(child__in=children, kind__in=LINES)
    found: dict[tuple[str, int], tuple[Correction, ...]] = {}
    for one in rows.select_related("corrected_by", "was_by"):
        key = one.kind, one.row
        found[key] = (*found.get(key, ()), one)
    return found
