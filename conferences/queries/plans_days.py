"""When the reviews and core groups of plans are due next, and the conferences of enquiries: for pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from conferences.models import Enquiry, Plan
from conferences.queries.clocks import clock_days
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due
from safeguarding.models import Child

CORE_GROUPS = (Code.HOLD_FIRST_CORE_GROUP, Code.HOLD_CORE_GROUP)
SHOWN = (Code.HOLD_CONFERENCE, Code.HOLD_REVIEW, Code.REVIEW_AFTER_BIRTH, Code.END_PLAN, *CORE_GROUPS)
FIELDS = {Code.REVIEW_AFTER_BIRTH: "birth", Code.END_PLAN: "ending"}


@dataclass(frozen=True)
class PlanDays:
    """What an open plan is due next; None for a plan that has ended, and where nobody can know.

    `birth` is the review after a birth, and `ending` by when the plan is ended that something ended.
    """

    review: Due | None = None
    core_group: Due | None = None
    birth: Due | None = None
    ending: Due | None = None

    @property
    def reviews(self) -> list[Due]:
        """The days of the next review, the one by which it is held first."""
        return sorted((due for due in (self.review, self.birth) if due), key=lambda due: due.date)

    @property
    def known(self) -> list[Due]:
        return [due for due in (self.review, self.core_group) if due]


@dataclass(frozen=True)
class ChildDays:
    """The days of a child's record: of its plans, and of the conferences that its enquiries are owed, or were
    until the day in `over`.
    """

    plans: dict[int, PlanDays] = field(default_factory=dict)
    conferences: dict[int, Due] = field(default_factory=dict)
    over: dict[int, date] = field(default_factory=dict)

    def of(self, plan: Plan | None) -> PlanDays:
        return self.plans.get(plan.pk, PlanDays()) if plan else PlanDays()


def days_of_child(child: Child, on: date) -> ChildDays:
    """The days of a child in scope, its plans and enquiries loaded: one statement, and one for limits."""
    return days_of_children([child], on)[child.pk]


def days_of_children(children: Collection[Child], on: date) -> dict[int, ChildDays]:
    """The same for several, in as many queries: {child: its days}."""
    subjects = {p.pk for c in children for p in c.plans.all()} | {
        e.pk for c in children for e in c.enquiries.all()
    }
    found = clock_days(SHOWN, subjects=subjects)
    days = {child.pk: ChildDays() for child in children}
    for clock, due in found:
        # The id of an enquiry may be that of another child's plan: only these children's own count.
        for own in (days[pk] for pk in clock.children if pk in days):
            if clock.code is Code.HOLD_CONFERENCE:
                own.conferences[clock.subject] = due
                if clock.gone is not None and clock.gone <= on:
                    own.over[clock.subject] = clock.gone
            elif clock.started <= on and (clock.gone is None or clock.gone > on):
                known = own.plans.get(clock.subject, PlanDays())
                own.plans[clock.subject] = _next(known, due, is_met=clock.met is not None and clock.met <= on)
    return days


def conference_due(enquiry: Enquiry) -> Due | None:
    """When the initial conference on an enquiry in scope is due."""
    found = clock_days([Code.HOLD_CONFERENCE], subjects=[enquiry.pk])
    return _last(due for _, due in found)


def review_due(plan: Plan, on: date) -> Due | None:
    """When the next review of a plan in scope is due, by the conferences held up to a day."""
    found = clock_days([Code.HOLD_REVIEW], subjects=[plan.pk])
    return _last(due for clock, due in found if clock.started <= on)


def _next(days: PlanDays, due: Due, *, is_met: bool) -> PlanDays:
    """The clocks come in the order of their starts, so the last that began is the one that runs."""
    if due.code is Code.HOLD_REVIEW:
        return replace(days, review=due)
    return replace(days, **{FIELDS.get(due.code, "core_group"): None if is_met else due})


def _last(found: Iterable[Due]) -> Due | None:
    return next(reversed(list(found)), None)
