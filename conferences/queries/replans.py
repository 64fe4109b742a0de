"""Re-plan consultations as one person may see them. An earlier plan under a record they may not open is told
of by its number alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, Prefetch, QuerySet

from conferences.models import (
    Consultation,
    ConsultationAnswer,
    EarlierPlan,
    Request,
    RequestedChild,
)
from conferences.queries.benchmarks import Benchmark, latest_benchmark
from conferences.queries.consultations import answers_alone
from conferences.queries.consultations_second import WITHIN, to_give
from conferences.rules.consultations import UNANSWERED, ConsultationState
from safeguarding.access import Permission, can, scope
from safeguarding.models import User
from safeguarding.policy.values import value

DECIDED = (ConsultationState.AGREED, ConsultationState.ANOTHER_WAY)
DECIDED_SHOWN = 10
REPEATS = "repeat_plans"


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
    seen = scope(user, EarlierPlan).filter(requested_child__in=ids).select_related("plan", "plan_elsewhere")
    shown: dict[int, list[EarlierPlan]] = {pk: [] for pk in ids}
    for plan in seen:
        shown[plan.requested_child_id].append(plan)
    every = EarlierPlan.objects.unscoped("How many plans stand under records this person may not open.")
    number = Counter(every.filter(requested_child__in=ids).values_list("requested_child", flat=True))
    return {pk: Found(tuple(plans), number[pk] - len(plans)) for pk, plans in shown.items()}


def undecided(user: User) -> list[list[Consultation]]:
    """Families of whom a child in scope waits for the asker or for the Strategic Lead, in the order of days
    left; each with its children in scope.
    """
    waiting = scope(user, Consultation).filter(state__in=UNANSWERED)
    order = waiting.order_by("decide_by_date", "requested_child__due_date", "pk")
    ids = list(dict.fromkeys(order.values_list("within", flat=True)))
    return _families(_with_child(scope(user, Consultation)).prefetch_related(answers_alone()), ids)


def decided_lately(user: User) -> list[list[Consultation]]:
    """The last few families decided for every child in scope, the latest first, with the answers; without
    those on whom this person is to give a second opinion first.
    """
    answers = Prefetch("answers", scope(user, ConsultationAnswer).select_related("answered_by"))
    seen = scope(user, Consultation)
    over = seen.filter(state__in=DECIDED).exclude(
        within__in=seen.filter(state__in=UNANSWERED).values("within")
    )
    if can(user, Permission.GIVE_SECOND_OPINION):
        over = over.exclude(within__in=to_give(user).values(WITHIN))
    latest = over.values("within").annotate(last=Max("answers__answered_at"))
    in_order = latest.order_by(F("last").desc(nulls_last=True), "-within")[:DECIDED_SHOWN]
    ids = [row["within"] for row in in_order]
    return _families(_with_child(scope(user, Consultation)).prefetch_related(answers), ids)


def _families(rows: QuerySet[Consultation], ids: list[int]) -> list[list[Consultation]]:
    """The children of these families (ids of FamilyConsultation), in this order."""
    found: dict[int, list[Consultation]] = {pk: [] for pk in ids}
    for one in rows.filter(within__in=ids).order_by("child__birth_date", "pk"):
        found[one.within.pk].append(one)
    return list(found.values())


def _with_child(consultations: QuerySet[Consultation]) -> QuerySet[Consultation]:
    return consultations.select_related("child", "within", "requested_child__request")


def sees_request(user: User, asked: RequestedChild) -> bool:
    """Whether this person may open the whole request: not where one of its children is hidden from them."""
    return scope(user, Request).filter(pk=asked.request_id).exists()


def published_repeats(on: date) -> Benchmark | None:
    """The latest published share of repeat plans: England's, and the neighbours' once an authority is set."""
    return latest_benchmark(REPEATS, str(value("BENCHMARK_AUTHORITY", on) or ""))
