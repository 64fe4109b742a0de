"""Versions of signed decisions: what stands, what replaced what, what waits for a second person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from conferences.models import (
    ChildPart,
    ConferenceChild,
    CoreGroup,
    DecisionChange,
    FollowUp,
    Plan,
    PlanEnding,
    PlanResumption,
    RequestedChild,
)
from conferences.queries.corrections_plans import plan_begun
from conferences.rules.vocabulary import DecisionOutcome
from conferences.rules.workflow import RequestState
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


@dataclass(frozen=True)
class Stone:
    """What stands on a plan or on its end, and goes first: half a sentence, what to do, and the record."""

    words: str
    first: str
    row: Any


IN_ERROR = "Say first that it was recorded in error, where it was"


def built_on(plan: Plan, after: dt.date | None = None) -> list[Stone]:
    """All that was built on a plan, or on its end, `after` a day. What was in error or is over is not."""
    found = [*_meetings(plan), *_follow_ups(plan)]
    if after is not None:
        return [stone for day, stone in found if day > after]
    return [*(stone for _, stone in found), *_open_asks(plan)]


def _meetings(plan: Plan) -> Iterator[tuple[dt.date, Stone]]:
    for group in CoreGroup.objects.unscoped(WHY).filter(plan=plan, in_error=False).order_by("held_date"):
        day = uk_date(group.held_date)
        yield group.held_date, Stone(f"a core group of {day} stands on it", IN_ERROR, group)
    reviews = ConferenceChild.objects.unscoped(WHY).filter(plan=plan).select_related("conference")
    for met in reviews.order_by("conference__held_date"):
        day = uk_date(met.conference.held_date)
        first = "What was decided there stands, so this does too"
        yield met.conference.held_date, Stone(f"a review of {day} stands on it", first, met.conference)


def _follow_ups(plan: Plan) -> Iterator[tuple[dt.date, Stone]]:
    for up in FollowUp.objects.unscoped(WHY).filter(plan=plan, in_error=False).order_by("held_date"):
        stone = Stone(f"a follow-up of {uk_date(up.held_date)} stands on it", IN_ERROR, up)
        yield up.held_date, stone


def _open_asks(plan: Plan) -> Iterator[Stone]:
    """What is asked for a plan and not over."""
    asked = RequestedChild.objects.unscoped(WHY).filter(plan=plan).select_related("request")
    for one in asked.exclude(request__state=RequestState.WITHDRAWN):
        day = uk_date(one.history_checked_at)
        yield Stone(f"a review was asked for on {day}", "Withdraw that request first", one.request)
    for model, what in ((PlanEnding, "ends without a review"), (PlanResumption, "runs again")):
        for one in model.objects.unscoped(WHY).filter(plan=plan, closed_at=None):
            words = f"that it {what} waits for a second person since {uk_date(one.asked_at)}"
            yield Stone(words, "That is withdrawn or refused first", one)


def in_the_way(at_conference: ConferenceChild, outcome: str) -> list[Stone]:
    """What stands in the way of another decision, as far as it stands on the plan or its end."""
    if outcome == DecisionOutcome.NO_PLAN and (begun := plan_begun(at_conference)):
        return built_on(begun)
    ended = at_conference.plan
    if outcome == DecisionOutcome.PLAN_CONTINUES and ended and ended.end_date:
        return built_on(ended, after=ended.end_date)
    return []


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
