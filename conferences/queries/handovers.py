"""The open work of somebody who leaves, in numbers: whoever switches accounts off sees no child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from conferences.models import Booking, Consultation, Duty, WorkHandover
from conferences.queries.allocations import HOLDERS
from conferences.rules.workflow import UNANSWERED, BookingState
from safeguarding.accounts.leave import stand_ins
from safeguarding.models import Allocation, User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.models.user import in_roles
from safeguarding.rights import Role

WHY = "the open work of somebody who leaves, counted and handed on; no child is shown"


@dataclass(frozen=True)
class OpenWork:
    """How much of each kind is somebody's: `ahead` and `unsigned` are meetings that they chair."""

    ahead: int
    unsigned: int
    children: int
    duties: int
    consultations: int

    @property
    def is_any(self) -> bool:
        return self.passes or bool(self.consultations)

    @property
    def passes(self) -> bool:
        """Whether some of it can be handed on by itself: consultations go with the children."""
        return any((self.ahead, self.unsigned, self.children, self.duties))


def meetings_of(user: User) -> ScopedQuerySet:
    """The meetings in the diary that the person chairs, held or not, whose record is not signed."""
    found: ScopedQuerySet = Booking.objects.unscoped(WHY).filter(chair=user, state=BookingState.BOOKED)
    return found


def held_by(user: User) -> ScopedQuerySet:
    """The children whose worker the person is."""
    found: ScopedQuerySet = Allocation.objects.unscoped(WHY).filter(worker=user, end_date__isnull=True)
    return found


def duties_of(user: User, role: str = "") -> ScopedQuerySet:
    """What is open and the person's own; with a role, what they have in it."""
    found: ScopedQuerySet = Duty.objects.unscoped(WHY).filter(owner=user, closed_at__isnull=True)
    return found.filter(owner_role=role) if role else found


def open_among(ids: Collection[int]) -> ScopedQuerySet:
    """Those of the duties that are open still, whosever they are by now."""
    found: ScopedQuerySet = Duty.objects.unscoped(WHY).filter(pk__in=ids, closed_at__isnull=True)
    return found


def open_work(user: User, at: dt.datetime, role: str = "") -> OpenWork:
    """The numbers at a moment, in five queries; with a role, of what the person has by that one alone."""
    meetings = meetings_of(user) if goes_with(user, role, [Role.CHAIR]) else meetings_of(user).none()
    holds = goes_with(user, role, HOLDERS)
    unanswered = Consultation.objects.unscoped(WHY).filter(state__in=UNANSWERED)
    asked = Q(asked_by=user) | Q(requested_child__request__requested_by=user)
    return OpenWork(
        ahead=meetings.filter(starts_at__gt=at).count(),
        unsigned=meetings.filter(starts_at__lte=at).count(),
        children=held_by(user).count() if holds else 0,
        duties=duties_of(user, role).count(),
        consultations=unanswered.filter(asked).count() if holds else 0,
    )


def goes_with(user: User, role: str, able: Collection[str]) -> bool:
    """Whether work that any of the roles may do goes when one of somebody's ends; "" is that all do."""
    return not role or (role in able and not any(other in able for other in user.roles if other != role))


def chairs(besides: User) -> QuerySet[User]:
    """Who could chair in somebody's place, by name; of each meeting it is asked when it passes."""
    return (
        User.objects.filter(in_roles(Role.CHAIR), is_active=True).exclude(pk=besides.pk).order_by("full_name")
    )


def workers(besides: User) -> QuerySet[User]:
    """Who could have somebody's children: those of the teams that hold them, by name."""
    teams = held_by(besides).values("team")
    found = User.objects.filter(in_roles(*HOLDERS), team__in=teams, is_active=True)
    return found.exclude(pk=besides.pk).order_by("full_name")


def takers_of_duties(besides: User, role: str = "") -> QuerySet[User]:
    """Who could do what is somebody's by name: those who may stand in for them, in a role or in any."""
    return stand_ins(besides, role).order_by("full_name")


def last_handover(user: User) -> WorkHandover | None:
    """The last time that somebody's work was handed on."""
    found = WorkHandover.objects.filter(person=user)
    return found.select_related("done_by", "chair", "worker", "duties_to").first()
