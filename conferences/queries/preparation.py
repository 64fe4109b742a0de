"""The preparation of a conference as somebody may read it: contacts with the family, children’s words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from conferences.models import (
    Booking,
    Exclusion,
    FamilyContact,
    Invitation,
    Request,
    RequestedChild,
    ViewsBefore,
)
from conferences.queries.exclusions import exclusions_of, meeting_of
from conferences.queries.invitations import Listed
from conferences.queries.scheduling import request_in_scope
from conferences.rules.preparation import Between
from conferences.rules.workflow import STANDING
from safeguarding.access import get, scope
from safeguarding.clock import day_of
from safeguarding.models import HouseholdMember, User


@dataclass(frozen=True)
class Prepared:
    """What was done before the conference of a request in scope: `family` are those of its list, `children`
    its children; `contacts` and `views` with what was taken back, the first first.
    """

    request: Request
    meeting: Booking | None
    family: Sequence[Invitation]
    children: Sequence[RequestedChild]
    contacts: Sequence[FamilyContact]
    views: Sequence[ViewsBefore]
    exclusions: Sequence[Exclusion] = ()

    @property
    def booking(self) -> Booking | None:
        """The meeting with the request that was loaded with its children."""
        if self.meeting is not None:
            self.meeting.request = self.request
        return self.meeting

    @property
    def stands(self) -> list[FamilyContact]:
        return [one for one in self.contacts if one.taken_back_at is None]

    @property
    def heard(self) -> list[ViewsBefore]:
        return [one for one in self.views if one.taken_back_at is None]

    def of(self, whom: Invitation | RequestedChild) -> list[FamilyContact]:
        """The contacts that stand with one of them; of who was taken off the list and put on again, those
        from before too.
        """
        if isinstance(whom, RequestedChild):
            return [one for one in self.stands if one.asked_id == whom.pk]
        return [
            one for one in self.stands if one.invitation is not None and is_them_again(one.invitation, whom)
        ]

    def said_by(self, asked: RequestedChild) -> list[ViewsBefore]:
        """What stands of a child’s words."""
        return [one for one in self.heard if one.asked_id == asked.pk]


def is_them_again(before: Invitation, now: Invitation) -> bool:
    """Whether somebody of a list was on it before."""
    if before.person_id or now.person_id:
        return before.person_id == now.person_id
    return before.name.casefold() == now.name.casefold()


def prepared_in_scope(user: User, ref: UUID) -> Prepared:
    """By the request's reference. Http404 where it is not in the person's scope."""
    return prepared_of(user, request_in_scope(user, ref))


def prepared_of(user: User, request: Request) -> Prepared:
    """Of a request in scope that is loaded with its children: six queries."""
    return Prepared(
        request=request,
        meeting=meeting_of(user, request),
        family=family_on_list(user, request),
        children=list(request.children.all()),
        contacts=contacts_of(user, request),
        views=views_of(user, request),
        exclusions=exclusions_of(user, request),
    )


def family_on_list(user: User, request: Request) -> list[Invitation]:
    """The grown-ups of the family who are invited to the conference of a request in scope, with their homes:
    its children are prepared as its children.
    """
    of_family = scope(user, Invitation).filter(request=request, agency_kind="", requested_child=None)
    rows: QuerySet[Invitation] = of_family.filter(off_at=None)
    return list(rows.select_related("person").prefetch_related(_homes(user, "person__homes")))


def _homes(user: User, path: str) -> Any:
    homes = scope(user, HouseholdMember).filter(end_date=None).select_related("household")
    return Prefetch(path, homes)


def prepared_with(user: User, listed: Listed, meeting: Booking | None) -> Prepared:
    """The same of a list that was read already: two queries, and no homes."""
    request = listed.request
    return Prepared(
        request=request,
        meeting=meeting,
        family=[one for one in listed.people if not one.agency_kind and one.requested_child_id is None],
        children=list(request.children.all()),
        contacts=contacts_of(user, request),
        views=views_of(user, request),
        exclusions=listed.exclusions,
    )


def contacts_of(user: User, request: Request) -> list[FamilyContact]:
    rows: QuerySet[FamilyContact] = scope(user, FamilyContact).filter(request=request)
    return list(rows.select_related("invitation", "asked__child", "told_by", "taken_back_by"))


def views_of(user: User, request: Request) -> list[ViewsBefore]:
    rows: QuerySet[ViewsBefore] = scope(user, ViewsBefore).filter(asked__request=request)
    return list(rows.select_related("asked__child", "told_by", "taken_back_by"))


def views_of_child(user: User, asked: RequestedChild) -> list[ViewsBefore]:
    """What a child of a meeting in scope said before it, and was not taken back."""
    rows: QuerySet[ViewsBefore] = scope(user, ViewsBefore).filter(asked=asked, taken_back_at=None)
    return list(rows)


def contact_in_scope(user: User, ref: UUID) -> FamilyContact:
    """One that stands. Http404 where it is out of scope, or was taken back."""
    rows = FamilyContact.objects.filter(taken_back_at=None)
    rows = rows.select_related("request", "invitation__person", "asked__child", "told_by")
    rows = rows.prefetch_related(_homes(user, "invitation__person__homes"))
    found: FamilyContact = get(user, rows, ref=ref)
    return found


def views_in_scope(user: User, ref: UUID) -> ViewsBefore:
    """What a child said that stands. Http404 where it is out of scope, or was taken back."""
    rows = ViewsBefore.objects.filter(taken_back_at=None)
    found: ViewsBefore = get(user, rows.select_related("asked__request", "asked__child", "told_by"), ref=ref)
    return found


def between(request: Request, today: dt.date) -> Between:
    """On which days preparation of a request in scope can be."""
    rows = Booking.objects.unscoped("on which day the conference of a request in scope is")
    starts = rows.filter(request=request, state__in=STANDING).values_list("starts_at", flat=True).first()
    return Between(day_of(request.requested_at), today, day_of(starts) if starts else None)
