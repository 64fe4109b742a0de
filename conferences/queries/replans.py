"""Re-plan consultations as one person may see them. An earlier plan under a record they may not open is told
of by its number alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from conferences.models import (
    ConferenceChild,
    Consultation,
    ConsultationAnswer,
    EarlierPlan,
    PlanCategory,
    Request,
    RequestedChild,
)
from conferences.queries.benchmarks import Benchmark, benchmark, latest_year
from conferences.rules.workflow import UNANSWERED, ConsultationState
from safeguarding.access import get, scope
from safeguarding.models import AuditEntry, User
from safeguarding.policy.values import value

DECIDED = (ConsultationState.AGREED, ConsultationState.ANOTHER_WAY)
DECIDED_SHOWN = 10
REPEATS = "repeat_plans"
# The audit's word for an account that was given.
ASKED = "consultation.asked"


@dataclass(frozen=True)
class Found:
    """What the check of a history found: the plans this person may open, and how many more there are."""

    shown: tuple[EarlierPlan, ...] = ()
    hidden: int = 0

    @property
    def number(self) -> int:
        return len(self.shown) + self.hidden


def found_for(user: User, asked: Iterable[RequestedChild]) -> dict[int, Found]:
    """{requested child: what was found}, in a fixed number of queries."""
    ids = [one.pk for one in asked]
    met = scope(user, ConferenceChild).select_related("conference__chair")
    seen = scope(user, EarlierPlan).filter(requested_child__in=ids).select_related("plan", "plan_elsewhere")
    plans = list(
        seen.prefetch_related(
            Prefetch("plan__reviews", met),
            Prefetch("plan__begun_at", met),
            Prefetch("plan__categories", scope(user, PlanCategory)),
        )
    )
    every = EarlierPlan.objects.unscoped("How many plans stand under records this person may not open.")
    rows = every.filter(requested_child__in=ids).exclude(pk__in=[plan.pk for plan in plans])
    hidden = Counter(rows.values_list("requested_child", flat=True))
    return {
        pk: Found(tuple(plan for plan in plans if plan.requested_child_id == pk), hidden[pk]) for pk in ids
    }


def consultation_for(user: User, ref: UUID) -> Consultation:
    """The consultation with its child, request and answers. Http404 where it is not in the person's scope."""
    answers = Prefetch("answers", scope(user, ConsultationAnswer).select_related("answered_by"))
    whole = _with_child(Consultation.objects.all()).select_related(
        "asked_by", "requested_child__request__requested_by", "requested_child__child__family"
    )
    return get(user, whole.prefetch_related(answers), ref=ref)


def askers(consultation: Consultation) -> set[int]:
    """Ids of those who may not answer it: who requested the conference, and whoever ever gave the account."""
    given = AuditEntry.objects.filter(
        event=ASKED, subject_model=consultation._meta.label_lower, subject_id=consultation.pk
    )
    known = (consultation.requested_child.request.requested_by_id, consultation.asked_by_id)
    return {pk for pk in (*known, *given.values_list("done_by", flat=True)) if pk is not None}


def undecided(user: User) -> QuerySet[Consultation]:
    """Those that wait for the asker or for the Strategic Lead, in the order of days left."""
    waiting = _with_child(scope(user, Consultation)).filter(state__in=UNANSWERED)
    return waiting.order_by("decide_by_date", "requested_child__due_date", "pk")


def decided_lately(user: User) -> list[Consultation]:
    """The last few that were decided, the latest first, each with its last answer."""
    answers = Prefetch("answers", scope(user, ConsultationAnswer).select_related("answered_by"))
    decided = _with_child(scope(user, Consultation)).filter(state__in=DECIDED)
    latest = decided.order_by(F("raised_at").desc(), "-pk")[:DECIDED_SHOWN]
    return list(latest.prefetch_related(answers))


def _with_child(consultations: QuerySet[Consultation]) -> QuerySet[Consultation]:
    return consultations.select_related(
        "requested_child__child", "requested_child__request", "requested_child__transfer_in"
    )


def sees_request(user: User, asked: RequestedChild) -> bool:
    """Whether this person may open the whole request: not where one of its children is hidden from them."""
    return scope(user, Request).filter(pk=asked.request_id).exists()


def published_repeats(on: date) -> Benchmark | None:
    """The latest published share of repeat plans, ours beside others'."""
    year = latest_year(REPEATS)
    if year is None:
        return None
    return benchmark(REPEATS, year, str(value("BENCHMARK_AUTHORITY", on)))
