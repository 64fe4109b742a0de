"""All that is held about one child, or about a family's children, loaded in a fixed number of queries."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from conferences.models import (
    ChildInNeedPlan,
    ConferenceChild,
    CoreGroup,
    Enquiry,
    NeedEpisode,
    Plan,
    PlanCategory,
    PlanElsewhere,
    StrategyDiscussion,
    ThinkingTimeEntry,
    TransferIn,
)
from safeguarding.access import get, scope
from safeguarding.models import (
    Allocation,
    Child,
    ChildDisability,
    ChildName,
    Family,
    HouseholdMember,
    Relationship,
    RestrictedGrant,
    User,
)
from safeguarding.models.base import ChildRecord

R = TypeVar("R", bound=ChildRecord)


def child_story(user: User, ref: UUID) -> Child:
    """The child with everything that hangs from it loaded. Http404 where it is not in the person's scope."""
    return get(user, _with_story(user, Child.objects.all()), ref=ref)


def family_story(user: User, ref: UUID) -> tuple[Family, list[Child]]:
    """The family and those of its children the person may see, eldest first. Http404 where there are none."""
    family = get(user, Family, ref=ref)
    children = scope(user, Child).filter(family=family).order_by("birth_date", "expected_birth_date", "pk")
    return family, list(_with_story(user, children))


def grant_of(user: User, child: Child, at: datetime) -> RestrictedGrant | None:
    """The live grant by which this person sees a restricted child; None where it is not restricted."""
    live = RestrictedGrant.objects.filter(
        user=user, child=child, granted_at__lte=at, until_at__gt=at, ended_at=None
    )
    return live.select_related("granted_by").order_by("until_at").last() if child.is_restricted else None


def _with_story(user: User, children: QuerySet[Child]) -> QuerySet[Child]:
    """Each kind of record in the person's own scope again: what hangs from a child may name others."""

    def own(path: str, model: type[ChildRecord], *with_: str) -> Prefetch[Any, Any, Any]:
        records = scope(user, model)
        return Prefetch(path, records.select_related(*with_) if with_ else records)

    return children.select_related("family").prefetch_related(
        own("other_names", ChildName),
        own("disabilities", ChildDisability),
        own("allocations", Allocation, "team", "worker"),
        own("relationships", Relationship, "person"),
        own("relationships__person__homes", HouseholdMember, "household"),
        own("need_episodes", NeedEpisode),
        own("in_need_plans", ChildInNeedPlan),
        own("enquiries", Enquiry),
        own("enquiries__discussions", StrategyDiscussion),
        own("transfers_in", TransferIn),
        own("thinking_time_entries", ThinkingTimeEntry, "session__chair"),
        own("conferences", ConferenceChild, "conference__chair", "decision"),
        own("plans", Plan),
        own("plans__categories", PlanCategory),
        own("plans__core_groups", CoreGroup),
        own("plans_elsewhere", PlanElsewhere),
    )
