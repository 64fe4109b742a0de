"""The plans of a child's life: when, how long, how they ended, and what lay between.

Works on a child loaded with its record, so that it asks the database nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conferences.models import ConferenceChild, Plan, PlanCategory, PlanElsewhere, Source
from conferences.queries.imports_told import ToldDays
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import Child
from safeguarding.workingdays import Span, span


@dataclass(frozen=True)
class PlanOfLife:
    """One plan with what belongs to it. `gap` is the time since the plan before it ended, None for the first.

    `length` runs to the end, or to the day asked for while the plan is open. `reviews` are those held, in
    order; `changes` leaves out the category the plan began with. `told_to`: the last day of which anything
    tells that an open plan of a file ran; nobody here has known of it since, and `length` runs to it.
    """

    plan: Plan
    number: int
    length: Span
    gap: Span | None
    began_at: ConferenceChild | None
    reviews: tuple[ConferenceChild, ...]
    changes: tuple[PlanCategory, ...]
    told_to: date | None = None

    @property
    def is_open(self) -> bool:
        return self.plan.end_date is None

    @property
    def last_conference(self) -> ConferenceChild | None:
        return self.reviews[-1] if self.reviews else self.began_at


@dataclass(frozen=True)
class PlanHistory:
    """`plans` are this council's, the latest first; `held` those of others that it holds for a time.

    `recorded_before` is the count of earlier plans that came with the latest plan (the census), None where
    none came; `here_before` is how many are held here from before that plan. `told_to`: the last day of
    which a file tells of the child, where nothing recorded here is later.
    """

    plans: tuple[PlanOfLife, ...]
    held: tuple[PlanOfLife, ...]
    elsewhere: tuple[PlanElsewhere, ...]
    recorded_before: int | None
    here_before: int
    told_to: date | None = None

    @property
    def present(self) -> PlanOfLife | None:
        return next((plan for plan in self.plans + self.held if plan.is_open), None)

    @property
    def known_before(self) -> int:
        return self.here_before + len(self.elsewhere)

    @property
    def counts_differ(self) -> bool:
        return self.recorded_before is not None and self.recorded_before != self.known_before


def history(child: Child, on: date, told: ToldDays | None = None) -> PlanHistory:
    """The plans of the child's life as they stood on a day; `told`: to when files tell of the child."""
    told = told or ToldDays()
    begun = sorted((p for p in child.plans.all() if p.start_date <= on), key=lambda plan: plan.start_date)
    own = _lives([plan for plan in begun if not plan.held_for_other_authority], child, on, told)
    held = _lives([plan for plan in begun if plan.held_for_other_authority], child, on, told)
    latest = own[-1].plan if own else None
    return PlanHistory(
        plans=tuple(reversed(own)),
        held=tuple(reversed(held)),
        elsewhere=tuple(plan for plan in child.plans_elsewhere.all() if not plan.in_error),
        recorded_before=latest.previous_plans_recorded if latest else None,
        here_before=max(len(own) - 1, 0),
        told_to=_told_to(child, told),
    )


def _told_to(child: Child, told: ToldDays) -> date | None:
    day = told.of_child(child)
    here = [one.conference.held_date for one in child.conferences.all() if _is_recorded(one)]
    here += [plan.end_date or plan.start_date for plan in child.plans.all() if plan.source != Source.CENSUS]
    return day if day and all(known <= day for known in here) else None


def _is_recorded(met: ConferenceChild) -> bool:
    return met.conference.source != Source.CENSUS


def _lives(plans: list[Plan], child: Child, on: date, told: ToldDays) -> list[PlanOfLife]:
    met = list(child.conferences.all())
    lives = []
    for number, plan in enumerate(plans, start=1):
        before = plans[number - 2].end_date if number > 1 else None
        lives.append(_life(plan, number, before, met, on, told))
    return lives


def _life(
    plan: Plan, number: int, before: date | None, met: list[ConferenceChild], on: date, told: ToldDays
) -> PlanOfLife:
    reviews = [c for c in met if c.plan_id == plan.pk and c.conference.held_date <= on]
    categories = list(plan.categories.all())
    told_to = None if plan.end_date else told.of(plan)
    if told_to and (any(map(_is_recorded, reviews)) or any(not g.in_error for g in plan.core_groups.all())):
        told_to = None
    return PlanOfLife(
        plan=plan,
        number=number,
        length=span(plan.start_date, plan.end_date or told_to or on),
        gap=span(before, plan.start_date) if before else None,
        began_at=next((c for c in met if c.pk == plan.begun_at_id), None) or _began_at(plan, met),
        reviews=tuple(sorted(reviews, key=lambda review: review.conference.held_date)),
        changes=tuple(c for c in categories if c.from_date > plan.start_date),
        told_to=told_to,
    )


def _began_at(plan: Plan, met: list[ConferenceChild]) -> ConferenceChild | None:
    """A census does not link them: the conference of the plan's first day that was no review began it."""
    same_day = (c for c in met if c.conference.held_date == plan.start_date)
    return next((c for c in same_day if c.kind != ConferenceKind.REVIEW), None)
