"""What stands on the days of a plan and of a conference, for those who correct them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from django.db.models import Q, QuerySet

from conferences.models import (
    ChildInNeedPlan,
    Conference,
    ConferenceChild,
    CoreGroup,
    FollowUp,
    MeetingRecord,
    Plan,
    PlanCategory,
)
from conferences.models.source import Source
from conferences.rules.corrections_plans import NamedDay, PlanDays
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.models.user import in_roles
from safeguarding.rights import Role

WHY = "What stands on the days of a plan or a conference in scope."


def plan_days(plan: Plan, start: dt.date, end: dt.date | None, *, but: Conference | None = None) -> PlanDays:
    """A plan as it would be from `start` to `end`, with all that stands on it `but` one conference."""
    reviews = _reviews(plan).exclude(conference=but) if but else _reviews(plan)
    days = frozenset(reviews.values_list("conference__held_date", flat=True))
    others = Plan.objects.unscoped(WHY).filter(child=plan.child_id, held_for_other_authority=False)
    spans = others.exclude(pk=plan.pk).values_list("start_date", "end_date")
    return PlanDays(
        start,
        end,
        inside=(*((day, "The review of") for day in days), *_groups(plan), *_changes(plan)),
        after=tuple((day, "The follow-up of") for day in _follow_ups(plan)),
        others=() if plan.held_for_other_authority else tuple(spans),
        reviews=days,
        in_need=() if plan.held_for_other_authority else tuple(_in_need_since(plan)),
    )


def _reviews(plan: Plan) -> QuerySet[ConferenceChild]:
    return ConferenceChild.objects.unscoped(WHY).filter(plan=plan.pk or 0, kind=ConferenceKind.REVIEW)


def _groups(plan: Plan) -> Iterator[NamedDay]:
    met = CoreGroup.objects.unscoped(WHY).filter(plan=plan.pk or 0, in_error=False)
    for day in met.values_list("held_date", flat=True):
        yield day, "The core group of"


def _changes(plan: Plan) -> Iterator[NamedDay]:
    """The changes of category after the plan began, but those that a conference gave: they move with it."""
    later = PlanCategory.objects.unscoped(WHY).filter(plan=plan.pk or 0, from_date__gt=plan.start_date)
    for day in later.filter(conference_child=None).values_list("from_date", flat=True):
        yield day, "The category from"


def _in_need_since(plan: Plan) -> Sequence[dt.date]:
    rows = ChildInNeedPlan.objects.unscoped(WHY).filter(
        child=plan.child_id, source=Source.RECORDED, in_error=False
    )
    return list(rows.filter(start_date__gte=plan.start_date).values_list("start_date", flat=True))


def in_need_before(plan: Plan, was: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """The first days of the child in need plans that began before an end, but one that began as the plan
    ended and goes with its end.
    """
    rows = ChildInNeedPlan.objects.unscoped(WHY).filter(
        child=plan.child_id, source=Source.RECORDED, in_error=False, start_date__gte=plan.start_date
    )
    goes = Q(start_date=was) & (Q(end_date=None) | Q(end_date__gt=end))
    return tuple(rows.exclude(goes).values_list("start_date", flat=True))


def latest_category(plan: Plan) -> str:
    """The category that a plan has last, by its categories as they stand; that it began with, of none."""
    latest = plan.categories.order_by("from_date", "pk").last()
    return latest.category if latest else plan.initial_category


def _follow_ups(plan: Plan) -> Sequence[dt.date]:
    return list(
        FollowUp.objects.unscoped(WHY)
        .filter(plan=plan.pk or 0, in_error=False)
        .values_list("held_date", flat=True)
    )


# ----- Conferences -----------------------------------------------------------------------------------------


def attended(conference: Conference) -> list[ConferenceChild]:
    """Each child of a conference, with what it came for, what it began and what was decided."""
    rows = ConferenceChild.objects.unscoped(WHY).filter(conference=conference)
    return list(rows.select_related("enquiry", "transfer_in", "plan", "plan_begun", "decision", "child"))


def children_at(user: User, conference: Conference) -> list[Child]:
    """The children of a conference whom the person may see."""
    return list(scope(user, Child).filter(conferences__conference=conference))


def plan_begun(at: ConferenceChild) -> Plan | None:
    """The plan that began for the child at its conference."""
    return getattr(at, "plan_begun", None)


def plan_ended(at: ConferenceChild) -> Plan | None:
    """The plan that the decision on the child ended."""
    decision = getattr(at, "decision", None)
    return at.plan if decision and decision.outcome == DecisionOutcome.PLAN_ENDS else None


def not_before(attending: Sequence[ConferenceChild]) -> Iterator[NamedDay]:
    """What was before a conference: the enquiry or the move that it was held for."""
    for at in attending:
        if at.enquiry:
            yield at.enquiry.started_date, "The enquiry started on"
        if at.transfer_in:
            yield at.transfer_in.notified_date, "The move here was told on"


def not_after(conference: Conference, attending: Sequence[ConferenceChild]) -> Iterator[NamedDay]:
    """What was not before a conference: its record signed or sent, a child's death, a plan's other end."""
    records = MeetingRecord.objects.unscoped(WHY).filter(booking__conference=conference)
    for signed, sent in records.values_list("signed_at", "sent_date"):
        if signed:
            yield day_of(signed), "The record was signed on"
        if sent:
            yield sent, "The record was sent on"
    for at in attending:
        if at.child.death_date:
            yield at.child.death_date, "A child of it died on"
        if at.plan and at.plan.end_date and plan_ended(at) is None:
            yield at.plan.end_date, "The plan under review ended on"


def chairs_known() -> QuerySet[User]:
    """Who can have chaired a conference: everybody who is a chair, in use or not, by name."""
    return User.objects.filter(in_roles(Role.CHAIR)).order_by("full_name")
