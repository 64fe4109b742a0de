"""The register of ideas and of what was said: a list in pages, one with its trials and decisions, and whose
review is due.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404

from conferences.models import (
    Consultation,
    FamilyConsultation,
    LearningDecision,
    LearningHeard,
    LearningIdea,
    LearningReading,
    LearningTrial,
)
from conferences.rules.learning import IdeaOutcome, IdeaState, state_of
from safeguarding.access import can, get, scope
from safeguarding.labelled import values
from safeguarding.models import User
from safeguarding.models.user import in_roles
from safeguarding.rights import CAN, Permission
from safeguarding.workingdays import Period, add_days

A_PAGE = 20
# How many days before a review it stands on My work.
AHEAD_DAYS = 7


@dataclass(frozen=True)
class Narrowed:
    """What the list is narrowed to; "" and None for no limit."""

    state: str = ""
    came_from: str = ""
    owner: int | None = None


def with_states(rows: QuerySet[LearningIdea]) -> QuerySet[Any]:
    """With whether a trial goes on, and the outcome of the decision that stands ("" for none)."""
    trials = LearningTrial.objects.filter(idea=OuterRef("pk"), ended_date=None)
    standing = LearningDecision.objects.filter(idea=OuterRef("pk"), replaced_by=None)
    return rows.annotate(
        is_on_trial=Exists(trials),
        outcome=Coalesce(Subquery(standing.order_by("-pk").values("outcome")[:1]), Value("")),
    )


def idea_state(idea: LearningIdea) -> IdeaState:
    """Where an idea of with_states() stands."""
    found: Any = idea
    return state_of(is_on_trial=found.is_on_trial, outcome=found.outcome)


def ideas(narrow: Narrowed, page: str | None) -> Page[LearningIdea]:
    """The latest first, in pages."""
    rows = with_states(LearningIdea.objects.select_related("owner", "added_by"))
    if narrow.came_from:
        rows = rows.filter(came_from=narrow.came_from)
    if narrow.owner:
        rows = rows.filter(owner=narrow.owner)
    if narrow.state == IdeaState.TRYING:
        rows = rows.filter(is_on_trial=True)
    elif narrow.state:
        outcome = "" if narrow.state == IdeaState.NEW else narrow.state
        rows = rows.filter(is_on_trial=False, outcome=outcome)
    return Paginator(rows, A_PAGE).get_page(page)


TRIALS = Prefetch(
    "trials",
    LearningTrial.objects.select_related("started_by").prefetch_related(
        Prefetch("readings", LearningReading.objects.select_related("review__reviewed_by"))
    ),
)


def idea_whole(ref: UUID) -> LearningIdea:
    """One with its trials, their readings and reviews, and every decision. Http404 where there is none."""
    rows = with_states(LearningIdea.objects.select_related("owner", "added_by", "saved_by"))
    decisions = LearningDecision.objects.select_related("decided_by", "replaces", "replaced_by")
    found: LearningIdea = get_object_or_404(
        rows.prefetch_related(TRIALS, Prefetch("decisions", decisions)), ref=ref
    )
    return found


def trial_whole(ref: UUID) -> LearningTrial:
    """One with its idea and readings. Http404 where there is none."""
    rows = LearningTrial.objects.select_related("idea__owner").prefetch_related("readings__review")
    return get_object_or_404(rows, ref=ref)


def versions_of(idea: LearningIdea) -> list[LearningIdea]:
    """How it was told before, the latest first; what the history keeps of each saving."""
    return list(idea.history.order_by("-pgh_id"))  # type: ignore[attr-defined]


def consultation_of(user: User, idea: LearningIdea) -> FamilyConsultation | None:
    """The consultation that it was learned from, where the person sees a child of it; each that they see is
    noted as read, for whom it is about can be told from it.
    """
    if idea.consultation_id is None:
        return None
    rows = scope(user, Consultation).filter(within=idea.consultation_id).select_related("within")
    seen: list[Consultation] = list(rows)
    return seen[0].within if seen else None


def consultation_in_scope(user: User, ref: UUID) -> FamilyConsultation:
    """The consultation that teaches something. Http404 where it is out of the person's scope."""
    found: FamilyConsultation = get(user, FamilyConsultation.objects.select_related("family"), ref=ref)
    return found


def owners() -> QuerySet[User]:
    """Who may follow up an idea, by name."""
    roles = [role for role, rights in CAN.items() if Permission.ADD_IDEA in rights]
    found = User.objects.filter(in_roles(*roles), is_active=True, is_system=False)
    return found.order_by("full_name")


def reviews_of(user: User, on: dt.date, *, keeps: bool) -> list[LearningTrial]:
    """The trials that a person owns whose review is due soon, today or before, what is due first at the top;
    for those who keep what is learned, also those that nobody owns.
    """
    whose = Q(idea__owner=user) | (Q(idea__owner=None) if keeps else Q(pk__in=[]))
    own = LearningTrial.objects.filter(whose, ended_date=None).select_related("idea")
    soon = own.filter(next_review_date__lte=add_days(on, AHEAD_DAYS))
    return list(soon.order_by("next_review_date", "pk"))


def reviews_due(user: User, on: dt.date, *, since: dt.date | None = None) -> int:
    """How many trials that a person owns, or that nobody owns and the person keeps, are to be reviewed by a
    day; with `since` those alone that came to theirs after it.
    """
    keeps = can(user, Permission.KEEP_LEARNING)
    whose = Q(idea__owner=user) | (Q(idea__owner=None) if keeps else Q(pk__in=[]))
    due = LearningTrial.objects.filter(whose, ended_date=None, next_review_date__lte=on)
    return (due.filter(next_review_date__gt=since) if since else due).count()


def reviews_came(since: dt.date, on: dt.date) -> bool:
    """Whether any trial came to its review after one day and by another."""
    return LearningTrial.objects.filter(
        ended_date=None, next_review_date__gt=since, next_review_date__lte=on
    ).exists()


def undecided() -> list[LearningTrial]:
    """The trials of which enough was seen and nothing was decided, for those who keep what is learned."""
    seen = LearningTrial.objects.filter(ended_date=None, next_review_date=None)
    return list(seen.select_related("idea").order_by("start_date", "pk"))


def open_ideas_of(user: User) -> QuerySet[LearningIdea]:
    """The ideas that a person owns and that are not decided, or on trial."""
    own = with_states(LearningIdea.objects.filter(owner=user))
    return own.exclude(is_on_trial=False, outcome__in=values(IdeaOutcome))


# ----- You said, we did ------------------------------------------------------------------------------------


def heard(group: str, page: str | None) -> Page[LearningHeard]:
    """What was said, the latest first, in pages."""
    rows = LearningHeard.objects.select_related("added_by")
    return Paginator(rows.filter(group=group) if group else rows, A_PAGE).get_page(page)


def heard_of(ref: UUID) -> LearningHeard:
    """One. Http404 where there is none."""
    return get_object_or_404(LearningHeard, ref=ref)


# ----- For the committee -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class ForCommittee:
    """What a paper tells of a period: ideas of it, trials that ran in it, decisions and what was said."""

    ideas: Collection[LearningIdea]
    trials: Collection[LearningTrial]
    decisions: Collection[LearningDecision]
    heard: Collection[LearningHeard]


def for_committee(period: Period) -> ForCommittee:
    """All of a period, in six queries; of what was decided, what stands."""
    days = (period.from_, period.to)
    trials = LearningTrial.objects.filter(start_date__lte=period.to).select_related("idea")
    running = trials.exclude(ended_date__lt=period.from_).prefetch_related("readings__review")
    decided = LearningDecision.objects.filter(
        replaced_by=None, decided_at__date__gte=period.from_, decided_at__date__lte=period.to
    )
    return ForCommittee(
        list(with_states(LearningIdea.objects.filter(day__range=days)).order_by("day", "pk")),
        list(running.order_by("start_date", "pk")),
        list(decided.select_related("idea").order_by("decided_at", "pk")),
        list(LearningHeard.objects.filter(heard_date__range=days).order_by("heard_date", "pk")),
    )
