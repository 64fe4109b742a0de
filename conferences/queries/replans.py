"""Re-plan consultations as one person may see them. An earlier plan under a record they may not open is told
of by its number alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Max, Prefetch, Q, QuerySet

from conferences.models import (
    ConferenceChild,
    Consultation,
    ConsultationAnswer,
    EarlierPlan,
    Request,
    RequestedChild,
)
from conferences.queries.benchmarks import Benchmark, latest_benchmark
from conferences.rules.consultations import UNANSWERED, ConsultationState
from safeguarding.access import get, scope
from safeguarding.models import AuditEntry, User
from safeguarding.models.base import ScopedQuerySet
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
    seen = scope(user, EarlierPlan).filter(requested_child__in=ids).select_related("plan")
    shown: dict[int, list[EarlierPlan]] = {pk: [] for pk in ids}
    for plan in seen:
        shown[plan.requested_child_id].append(plan)
    every = EarlierPlan.objects.unscoped("How many plans stand under records this person may not open.")
    number = Counter(every.filter(requested_child__in=ids).values_list("requested_child", flat=True))
    return {pk: Found(tuple(plans), number[pk] - len(plans)) for pk, plans in shown.items()}


def last_chairs(user: User, found: Found) -> dict[int, str]:
    """{plan: the chair of its last conference}, of the earlier plans of our own that were found."""
    plans = {one.plan_id: one.plan.begun_at_id for one in found.shown if one.plan}
    begun = {conference: plan for plan, conference in plans.items()}
    met = scope(user, ConferenceChild).filter(Q(plan__in=plans) | Q(pk__in=begun.keys() - {None}))
    rows = met.order_by("conference__held_date", "-pk").values_list(
        "pk", "plan", "conference__chair__full_name"
    )
    chairs: dict[int, str] = {}
    # A plan's reviews come after the conference that began it, whatever their days.
    for pk, plan, chair in sorted(rows, key=lambda row: row[0] not in begun):
        of = plan if plan in plans else begun.get(pk)
        if of is not None:
            chairs[of] = chair or ""
    return chairs


def consultation_for(user: User, ref: UUID) -> Consultation:
    """The consultation with its child, request and answers. Http404 where it is not in the person's scope."""
    given = ConsultationAnswer.objects.unscoped("the answers to a consultation in scope")
    answers = Prefetch("answers", given.select_related("answered_by"))
    whole = _with_child(Consultation.objects.all()).select_related(
        "asked_by", "requested_child__request__requested_by"
    )
    return get(user, whole.prefetch_related(answers), ref=ref)


def askers(consultation: Consultation) -> set[int]:
    """Ids of those who may not answer it: who requested the conference, and whoever ever gave the account."""
    given = AuditEntry.objects.filter(
        event=ASKED, subject_model=consultation._meta.label_lower, subject_id=consultation.pk
    )
    known = (consultation.requested_child.request.requested_by_id, consultation.asked_by_id)
    return {pk for pk in (*known, *given.values_list("done_by", flat=True)) if pk is not None}


def asked_by(user: User) -> ScopedQuerySet:
    """The consultations that this person may not answer: askers() of each, the other way round."""
    every = Consultation.objects.unscoped("which of these a person asked for; the duties are in scope")
    given = AuditEntry.objects.filter(
        event=ASKED, subject_model=Consultation._meta.label_lower, done_by=user
    ).values("subject_id")
    own: ScopedQuerySet = every.filter(
        Q(asked_by=user) | Q(requested_child__request__requested_by=user) | Q(pk__in=given)
    )
    return own


def undecided(user: User) -> QuerySet[Consultation]:
    """Those that wait for the asker or for the Strategic Lead, in the order of days left."""
    waiting = _with_child(scope(user, Consultation)).filter(state__in=UNANSWERED)
    return waiting.order_by("decide_by_date", "requested_child__due_date", "pk")


def decided_lately(user: User) -> list[Consultation]:
    """The last few that were decided, the latest first, each with its last answer."""
    answers = Prefetch("answers", scope(user, ConsultationAnswer).select_related("answered_by"))
    decided = _with_child(scope(user, Consultation)).filter(state__in=DECIDED)
    latest = decided.annotate(last=Max("answers__answered_at"))
    in_order = latest.order_by(F("last").desc(nulls_last=True), "-pk")[:DECIDED_SHOWN]
    return list(in_order.prefetch_related(answers))


def _with_child(consultations: QuerySet[Consultation]) -> QuerySet[Consultation]:
    return consultations.select_related("requested_child__child", "requested_child__request")


def sees_request(user: User, asked: RequestedChild) -> bool:
    """Whether this person may open the whole request: not where one of its children is hidden from them."""
    return scope(user, Request).filter(pk=asked.request_id).exists()


def published_repeats(on: date) -> Benchmark | None:
    """The latest published share of repeat plans: England's, and the neighbours' once an authority is set."""
    return latest_benchmark(REPEATS, str(value("BENCHMARK_AUTHORITY", on) or ""))
