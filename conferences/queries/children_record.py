"""All that is held about one child, or about a family's children, loaded in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from django.db.models import Prefetch, prefetch_related_objects

from conferences.models import Booking, ChildPart, Document, Exclusion, FamilyContact, ThinkingAction
from conferences.queries.children_numbers import with_other_numbers
from conferences.queries.consultations_record import hang_accounts
from conferences.rules.exclusions import EXCLUDED
from safeguarding.access import get, get_some, in_sight, scope, sight_of
from safeguarding.access.together import hang, load_together
from safeguarding.models import Child, Family, HouseholdMember, RestrictedGrant, User

PLANS = (
    "conferences__conference__chair",
    "conferences__decision",
    "plans__categories",
    "plans__core_groups",
    "plans__follow_ups",
    "plans_elsewhere",
)
RECORD = (
    *PLANS,
    "other_names",
    "disabilities",
    "allocations__team",
    "allocations__worker",
    "relationships__person",
    "need_episodes",
    "in_need_plans",
    "supports",
    "enquiries__discussions",
)
EVENTS = (
    *PLANS,
    "other_names",
    "allocations__team",
    "allocations__worker",
    "need_episodes",
    "in_need_plans",
    "supports",
    "enquiries__discussions",
    "enquiries__changes__changed_by",
    "enquiries__changes__agreed_by",
    "transfers_in",
    "look_ups",
    "requested__request__bookings",
    "requested__views_before",
    "thinking_time_entries__session__chair",
    "corrections__corrected_by",
    "corrections__was_by",
    "life_events__recorded_by",
    "life_events__name",
    "plans__endings__asked_by",
    "plans__endings__closed_by",
    "plans__resumptions__asked_by",
    "plans__resumptions__closed_by",
    "conferences__decision_changes__closed_by",
    "consultations__dissents__who",
    "consultations__dissents__agency",
    "consultations__answers__answered_by",
    "consultations__answers__for_another",
    "consultations__answers__lead",
    "consultations__answers__agency",
    "consultations__answers__tied__statement",
    "consultations__answers__conditions__owner",
    "consultations__answers__reviews",
)


def child_record(user: User, ref: UUID) -> Child:
    """The child with what its record shows. Http404 where it is not in the person's scope."""
    sight = sight_of(user)
    child: Child = get(user, with_other_numbers(Child.objects.select_related("family")), ref=ref)
    load_together(sight, [child], *RECORD)
    people = [tie.person for tie in child.relationships.all()]
    homes = in_sight(sight, HouseholdMember).select_related("household")
    prefetch_related_objects(people, Prefetch("homes", homes))
    _hang_meetings(user, [child])
    return child


def is_in_sight(user: User, child: Child) -> bool:
    """Whether the person still sees a child, after an act that may have taken it from the person's team."""
    return scope(user, Child).filter(pk=child.pk).exists()


def child_events(user: User, ref: UUID) -> Child:
    """The child with all that its timeline tells. Http404 where it is not in the person's scope."""
    child = _child(user, ref)
    load_together(sight_of(user), [child], *EVENTS)
    _hang_joint(user, [child])
    return child


def _hang_joint(user: User, children: Sequence[Child]) -> None:
    """What may be about other children too, each in a scope of its own: accounts, when a meeting was, who
    was excluded from one, who was spoken with before one, and what thinking time led to.
    """
    hang_accounts(user, children)
    sessions = [entry.session for child in children for entry in child.thinking_time_entries.all()]
    if sessions:
        closed = scope(user, ThinkingAction).filter(session__in=sessions, closed_at__isnull=False)
        hang(sessions, "actions", closed.select_related("owner", "closed_by"))
    requests = [asked.request for child in children for asked in child.requested.all()]
    if requests:
        in_force = scope(user, Exclusion).filter(answer__in=EXCLUDED, lifted_at=None)
        hang(requests, "exclusions", in_force.filter(request__in=requests))
        contacts = scope(user, FamilyContact).filter(request__in=requests, taken_back_at=None)
        hang(requests, "family_contacts", contacts)
    _hang_own_versions(user, children)
    _hang_meetings(user, children)


def _hang_own_versions(user: User, children: Sequence[Child]) -> None:
    """The own versions that each child was given, and that none will be given: two queries."""
    asked = [one for child in children for one in child.requested.all()]
    if asked:
        given = scope(user, Document).filter(requested_child__in=asked, sent_date__isnull=False)
        hang(asked, "documents", given.defer("told"))
        none = scope(user, ChildPart).filter(requested_child__in=asked, own_version__none_at__isnull=False)
        hang(asked, "parts", none.select_related("own_version__none_by"))


def _hang_meetings(user: User, children: Sequence[Child]) -> None:
    """The meeting of each conference, where the person sees all whom it was about."""
    met = [attended.conference for child in children for attended in child.conferences.all()]
    if met:
        meetings = scope(user, Booking).filter(conference__in=met)
        told = "record__closing_date", "record__again_since", "record__again_date"
        meetings = meetings.select_related("record").only("conference", "starts_at", "ref", *told)
        hang(met, "booking", meetings)


def _child(user: User, ref: UUID) -> Child:
    found: Child = get(user, Child.objects.select_related("family"), ref=ref)
    return found


def family_plans(user: User, ref: UUID) -> tuple[Family, list[Child]]:
    """The family and those of its children the person may see, eldest first, with their plans and the people
    they are tied to. Http404 where there are none.
    """
    return _family(user, ref, (*PLANS, "relationships"))


def family_events(user: User, ref: UUID) -> tuple[Family, list[Child]]:
    """As family_plans(), with all that the children's timelines tell."""
    family, children = _family(user, ref, EVENTS)
    _hang_joint(user, children)
    return family, children


def children_of(user: User, ref: UUID) -> tuple[Family, list[Child]]:
    """As family_plans(), the children alone."""
    return _family(user, ref, ())


def _family(user: User, ref: UUID, paths: tuple[str, ...]) -> tuple[Family, list[Child]]:
    held = Child.objects.filter(family__ref=ref).select_related("family")
    children = get_some(user, held.order_by("birth_date", "expected_birth_date", "pk"))
    load_together(sight_of(user), children, *paths)
    return cast(Family, children[0].family), children


def grant_of(user: User, child: Child, at: datetime) -> RestrictedGrant | None:
    """The live grant by which this person sees a restricted child; None where it is not restricted."""
    if not child.is_restricted:
        return None
    live = RestrictedGrant.objects.filter(
        user=user, child=child, granted_at__lte=at, until_at__gt=at, ended_at=None
    )
    return live.select_related("granted_by").order_by("until_at").last()
