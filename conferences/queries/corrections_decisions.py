"""Versions of signed decisions: what stands, what replaced what, what waits for a second person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from conferences.models import (
    ChildPart,
    ConferenceChild,
    CoreGroup,
    DecisionChange,
    DutyStep,
    EarlierPlan,
    FollowUp,
    Plan,
    PlanEnding,
    RequestedChild,
)
from safeguarding.access import Permission, can, scope
from safeguarding.models import Child, User
from safeguarding.second_person.closing import confirmable
from safeguarding.wording import uk_date

WHY = "What stands on a plan in scope."


@dataclass(frozen=True)
class Version:
    """What a decision is, as codes, with its reasons."""

    outcome: str
    category: str
    reasons: str
    end_reason: str = ""
    step_down: str = ""


def version_of(at_conference: ConferenceChild) -> Version | None:
    """The decision on a child at a conference as it was signed here; None where it was not."""
    parts = ChildPart.objects.unscoped("The signed part of a child in scope.")
    part = parts.filter(conference_child=at_conference).first()
    if part is None:
        return None
    return Version(part.outcome, part.category, part.reasons, part.end_reason, part.step_down)


def at_conference_of(user: User, child: Child, pk: int) -> ConferenceChild | None:
    """A child's own part of a conference by id, of those the person may see."""
    rows = scope(user, ConferenceChild).filter(child=child, pk=pk)
    found: ConferenceChild | None = rows.select_related("conference", "child").first()
    return found


def built_on(plan: Plan, after: dt.date | None = None) -> str:
    """What was built on a plan, or on its end, `after` a day: as half a sentence; "" for nothing."""
    groups = CoreGroup.objects.unscoped(WHY).filter(plan=plan).values_list("held_date", flat=True)
    reviews = ConferenceChild.objects.unscoped(WHY).filter(plan=plan)
    met = reviews.values_list("conference__held_date", flat=True)
    ups = FollowUp.objects.unscoped(WHY).filter(plan=plan).values_list("held_date", flat=True)
    named = [("a core group", groups), ("a review", met), ("a follow-up", ups)]
    for what, days in named:
        for day in sorted(day for day in days if after is None or day > after):
            return f"{what} of {uk_date(day)} stands on it"
    if after is None:
        if RequestedChild.objects.unscoped(WHY).filter(plan=plan).exists():
            return "a review was asked for"
        if PlanEnding.objects.unscoped(WHY).filter(plan=plan).exists():
            return "that it ends without a review was asked for"
        if EarlierPlan.objects.unscoped(WHY).filter(plan=plan).exists():
            return "a later check of the plan history found it"
        if DutyStep.objects.unscoped(WHY).filter(duty__plan=plan).exists():
            return "somebody gave away, put off or acknowledged what was due on it"
    return ""


def decision_changes(user: User) -> QuerySet[DecisionChange]:
    """Every new version of a decision that the person may read, the latest first."""
    if not can(user, Permission.CORRECT_DECISION):
        return DecisionChange.objects.unscoped("Nobody asks.").none()
    found: QuerySet[DecisionChange] = scope(user, DecisionChange).select_related(
        "conference_child__child", "conference_child__conference", "asked_by", "closed_by"
    )
    return found


def change_of(user: User, ref: UUID) -> DecisionChange | None:
    """One of them by its reference."""
    return decision_changes(user).filter(ref=ref).first()


def still_to_agree(user: User, on: dt.date) -> QuerySet[DecisionChange]:
    """Those that wait on a day, for this person or, where they asked, for another."""
    return confirmable(decision_changes(user), on)


def to_agree(user: User, on: dt.date) -> QuerySet[DecisionChange]:
    """What this person may agree to on a day: not what they asked for."""
    return still_to_agree(user, on).exclude(asked_by=user)
