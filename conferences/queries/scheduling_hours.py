"""In which hours chairs work, whose one may set, and which meetings stand outside them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from conferences.models import Booking, WorkingHours
from conferences.rules.scheduling_hours import WEEK, Pattern, hours_refused
from conferences.rules.workflow import BookingState
from safeguarding.access import Permission, can, marked_in_part
from safeguarding.accounts.leave import others
from safeguarding.models import User
from safeguarding.models.user import in_roles
from safeguarding.rights import Role


@dataclass(frozen=True)
class Outside:
    """A meeting at which its chair does not work, and why; `is_seen`: by the reader, at least in part."""

    booking: Booking
    why: str
    is_seen: bool


def pattern_of(row: WorkingHours) -> Pattern:
    hours = [(getattr(row, f"{day}_from"), getattr(row, f"{day}_to")) for day in WEEK]
    return Pattern(row.first_date, tuple((begins, ends) if begins else None for begins, ends in hours))


def hours_that_hold() -> QuerySet[WorkingHours]:
    return WorkingHours.objects.filter(ended_at__isnull=True).order_by("first_date")


def patterns_of(people: Collection[int]) -> Mapping[int, Sequence[Pattern]]:
    """{person: their patterns, the first first}, of those who have any: one query."""
    found: dict[int, list[Pattern]] = defaultdict(list)
    for row in hours_that_hold().filter(person__in=people):
        found[row.person_id].append(pattern_of(row))
    return found


def chairs_in_use() -> QuerySet[User]:
    return User.objects.filter(in_roles(Role.CHAIR), is_active=True).order_by("full_name")


def chairs_led(user: User) -> QuerySet[User]:
    """The chairs whose hours this person may set: those whose leave they may set, and their own."""
    if not can(user, Permission.SET_LEAVE):
        return chairs_in_use().none()
    return chairs_in_use().filter(Q(pk__in=others(user).values("pk")) | Q(pk=user.pk))


def meetings_outside(user: User, chair: User, at: dt.datetime) -> list[Outside]:
    """The meetings to come of a chair that stand outside their hours: two queries."""
    patterns = patterns_of([chair.pk]).get(chair.pk, ())
    ahead = Booking.objects.unscoped("when a chair has meetings: a number to who sees a child of it")
    rows = ahead.filter(chair=chair, state=BookingState.BOOKED, starts_at__gt=at).select_related("room")
    return [
        Outside(row, why, row.is_seen_in_part)
        for row in marked_in_part(user, rows).order_by("starts_at", "pk")
        if (why := hours_refused(chair.full_name, patterns, row.starts_at, row.ends_at))
    ]
