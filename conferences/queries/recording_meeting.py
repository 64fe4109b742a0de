"""A conference on its day, for whoever leads it: the family, who comes, what was before, what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from conferences.models import (
    Booking,
    Consultation,
    MeetingRecord,
    Plan,
    PlanAction,
    RequestFit,
    ThinkingTime,
)
from conferences.queries.consultations_record import consultations_of
from conferences.queries.invitations import Listed, listed
from conferences.queries.invitations_links import reports_of
from conferences.queries.preparation import Prepared, prepared_with
from conferences.queries.recording import family_of, record_of
from conferences.queries.scheduling import booking_in_scope
from conferences.queries.thinking_time import unthought
from conferences.rules.invitations import arrival
from conferences.rules.workflow import BookingState
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import HouseholdMember, Relationship, User
from safeguarding.policy.values import whole


@dataclass(frozen=True)
class MeetingDay:
    """What the day of a meeting asks for. `plans` are each child's earlier and present ones, the first one
    first, by the child's id; `actions` those of the last of them; `homes` who lives now in one home with a
    child of the meeting, by the home's id, of those who are seen.
    """

    booking: Booking
    record: MeetingRecord | None
    listed: Listed
    ties: Sequence[Relationship]
    homes: Mapping[int, Sequence[HouseholdMember]]
    plans: Mapping[int, Sequence[Plan]]
    actions: Sequence[PlanAction]
    consultations: Sequence[Consultation]
    unthought: Sequence[ThinkingTime]
    prepared: Prepared
    reports: Mapping[int, Any]
    # When whoever arrives apart from somebody does, by the invitation.
    arrivals: Mapping[int, dt.datetime]


def meeting_day(user: User, ref: UUID) -> MeetingDay:
    """By the booking's reference. Http404 where it is not in the person's scope."""
    booking = booking_in_scope(user, ref)
    request = booking.request
    children = [asked.child_id for asked in request.children.all()]
    plans = _plans(user, children)
    last = [kept[-1].pk for kept in plans.values()]
    stands = booking.state == BookingState.BOOKED
    actions = scope(user, PlanAction).filter(plan__in=last, in_error=False).select_related("plan__child")
    found = listed(user, request, day_of(booking.starts_at))
    return MeetingDay(
        booking=booking,
        record=record_of(user, booking),
        listed=found,
        ties=family_of(user, request),
        homes=_homes(user, children),
        plans=plans,
        actions=list(actions.order_by("plan__child__birth_date", "plan", "by_date", "id")),
        consultations=consultations_of(user, request),
        unthought=unthought(booking) if stands else [],
        prepared=prepared_with(user, found, booking),
        reports=reports_of(user, found.people),
        arrivals=_arrivals(booking, found.people),
    )


def _arrivals(booking: Booking, people: Sequence[Any]) -> dict[int, dt.datetime]:
    """Of those of whom it is said whether they arrive first; nobody where no two arrive apart."""
    fit = RequestFit.objects.unscoped("when people of a list in scope arrive").filter(
        request=booking.request_id
    )
    apart = fit.values_list("apart_minutes", flat=True).first()
    said = [one for one in people if one.arrives]
    if not apart or not said:
        return {}
    early = whole("INVITE_ARRIVE_EARLY_MINUTES", day_of(booking.starts_at))
    return {one.pk: arrival(booking.starts_at, early, apart, one.arrives) for one in said}


def _plans(user: User, children: Sequence[int]) -> dict[int, list[Plan]]:
    found: dict[int, list[Plan]] = {}
    for plan in scope(user, Plan).filter(child__in=children).order_by("start_date", "pk"):
        found.setdefault(plan.child_id, []).append(plan)
    return found


def _homes(user: User, children: Sequence[int]) -> dict[int, list[HouseholdMember]]:
    own = scope(user, HouseholdMember).filter(child__in=children, end_date=None)
    rows = scope(user, HouseholdMember).filter(household__in=own.values("household"), end_date=None)
    found: dict[int, list[HouseholdMember]] = {}
    for one in rows.select_related("child", "person").order_by("household", "id"):
        found.setdefault(one.household_id, []).append(one)
    return found
