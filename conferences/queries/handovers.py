"""The open work of somebody who leaves, in numbers: whoever switches accounts off sees no child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from conferences.models import Booking, Consultation, Duty, LearningIdea, WorkHandover
from conferences.queries.allocations import HOLDERS
from conferences.queries.learning import open_ideas_of
from conferences.rules.consultations import UNANSWERED
from conferences.rules.deadlines import DEADLINES
from conferences.rules.workflow import BookingState
from safeguarding.accounts.leave import stand_ins
from safeguarding.models import Allocation, Team, User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.models.user import in_roles
from safeguarding.rights import SEES_OWN_TEAM, SEES_WHOLE_UNIT, Held, Permission, Role, rights_of

WHY = "the open work of somebody who leaves, counted and handed on; no child is shown"
# What is left to somebody whose account is switched off.
NOTHING: Held = ((), None)


@dataclass(frozen=True)
class OpenWork:
    """How much of each kind is somebody's: `ahead` and `unsigned` are meetings that they chair, `ideas` those
    that they follow up, `minutes` meetings whose minutes they take.
    """

    ahead: int
    unsigned: int
    children: int
    duties: int
    consultations: int
    ideas: int = 0
    minutes: int = 0

    @property
    def is_any(self) -> bool:
        return self.passes or bool(self.consultations)

    @property
    def passes(self) -> bool:
        """Whether some of it can be handed on by itself: consultations go with the children."""
        return any((self.ahead, self.unsigned, self.children, self.duties, self.ideas, self.minutes))


def meetings_of(user: User) -> ScopedQuerySet:
    """The meetings in the diary that the person chairs, held or not, whose record is not signed."""
    found: ScopedQuerySet = Booking.objects.unscoped(WHY).filter(chair=user, state=BookingState.BOOKED)
    return found


def minuted_by(user: User, after: Held = NOTHING) -> ScopedQuerySet:
    """The meetings in the diary whose minutes the person takes, and then may take no more."""
    found: ScopedQuerySet = Booking.objects.unscoped(WHY).filter(minute_taker=user, state=BookingState.BOOKED)
    return found.none() if Permission.WRITE_RECORD in rights_of(after[0]) else found


def held_by(user: User, after: Held = NOTHING) -> ScopedQuerySet:
    """The children whose worker the person is, and can be no more afterwards."""
    found: ScopedQuerySet = Allocation.objects.unscoped(WHY).filter(worker=user, end_date__isnull=True)
    roles, team = after
    return found.exclude(team=team) if set(HOLDERS) & {*roles} else found


def duties_of(user: User, after: Held = NOTHING) -> ScopedQuerySet:
    """What is open and the person's own, and then not theirs to do, or of a child whom they see no more."""
    found: ScopedQuerySet = Duty.objects.unscoped(WHY).filter(owner=user, closed_at__isnull=True)
    roles, team = after
    stays = Q(kind__in=[row.code for row in DEADLINES if {*row.able} & {*roles}])
    if not SEES_WHOLE_UNIT & {*roles}:
        held = Allocation.objects.unscoped(WHY).filter(child=OuterRef("child"), team=team, end_date=None)
        stays &= Q(Exists(held)) if SEES_OWN_TEAM & {*roles} else Q(pk__in=[])
    return found.exclude(stays)


def ideas_of(user: User, after: Held = NOTHING) -> QuerySet[LearningIdea]:
    """The ideas not decided that the person follows up, and then may no more."""
    roles, _ = after
    own = open_ideas_of(user)
    return own.none() if Permission.ADD_IDEA in rights_of(roles) else own


def open_among(ids: Collection[int]) -> ScopedQuerySet:
    """Those of the duties that are open still, whosever they are by now."""
    found: ScopedQuerySet = Duty.objects.unscoped(WHY).filter(pk__in=ids, closed_at__isnull=True)
    return found


def open_work(user: User, at: dt.datetime, after: Held = NOTHING) -> OpenWork:
    """The numbers at a moment, in five queries, of what the person can do no more with the roles and team of
    afterwards.
    """
    holds, meetings = goes(after, HOLDERS), _meetings(user, at, after)
    unanswered = Consultation.objects.unscoped(WHY).filter(state__in=UNANSWERED)
    asked = Q(asked_by=user) | Q(requested_child__request__requested_by=user)
    return OpenWork(
        ahead=meetings["ahead"],
        unsigned=meetings["unsigned"],
        children=held_by(user, after).count(),
        duties=duties_of(user, after).count(),
        consultations=unanswered.filter(asked).count() if holds else 0,
        ideas=ideas_of(user, after).count(),
        minutes=meetings["minutes"],
    )


def _meetings(user: User, at: dt.datetime, after: Held) -> dict[str, int]:
    """The numbers of the meetings that somebody chairs and of those whose minutes they take, in one query."""
    chairs = meetings_of(user) if goes(after, [Role.CHAIR]) else meetings_of(user).none()
    either = Booking.objects.unscoped(WHY).filter(
        Q(pk__in=chairs.values("pk")) | Q(pk__in=minuted_by(user, after).values("pk"))
    )
    found: dict[str, int] = either.aggregate(
        ahead=Count("pk", filter=Q(pk__in=chairs.values("pk"), starts_at__gt=at)),
        unsigned=Count("pk", filter=Q(pk__in=chairs.values("pk"), starts_at__lte=at)),
        minutes=Count("pk", filter=Q(pk__in=minuted_by(user, after).values("pk"))),
    )
    return found


def goes(after: Held, able: Collection[str]) -> bool:
    """Whether work that any of the roles may do can be theirs no more."""
    return {*able}.isdisjoint(after[0])


def without(user: User, role: str) -> Held:
    """What somebody has once a further role of theirs ended."""
    return tuple(other for other in user.roles if other != role), user.team_id


def with_other(user: User, role: str, team: Team | None) -> Held:
    """What somebody has once their main role and team are others."""
    return (role, *user.further_roles), team.pk if team else None


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


def takers_of_duties(besides: User, after: Held = NOTHING) -> QuerySet[User]:
    """Who could do what is somebody's, by name: those who may stand in for them in a role that they lose, or
    in any where only the team becomes another.
    """
    lost = [role for role in besides.roles if role not in after[0]]
    return stand_ins(besides, lost or besides.roles).order_by("full_name")


def last_handover(user: User) -> WorkHandover | None:
    """The last time that somebody's work was handed on."""
    found = WorkHandover.objects.filter(person=user)
    return found.select_related("done_by", "chair", "worker", "duties_to").first()
