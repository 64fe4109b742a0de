"""How much each chair has: meetings ahead, records to sign; for who spreads the work."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db.models import Count, F, FilteredRelation, Q

from conferences.rules.scheduling import moment
from conferences.rules.workflow import BookingState
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.models.user import in_roles
from safeguarding.rights import Role
from safeguarding.workingdays import add_days

WEEK, DAYS_AHEAD = 7, 28


class Load(NamedTuple):
    """What one chair has: meetings today and in the next seven and 28 days, and earlier ones not signed."""

    name: str
    week: int
    ahead: int
    unsigned: int


def loads(at: dt.datetime) -> list[Load]:
    """Every chair in use, who has most in front of them first; in one query, and no child is read."""
    # Signing ends it: what is still booked is to come, or waits for its record. The many before are not read.
    chairs = User.objects.filter(in_roles(Role.CHAIR), is_active=True).alias(
        own=FilteredRelation("bookings", condition=Q(bookings__state=BookingState.BOOKED.value))
    )
    # From midnight, as the lists beside it: of today's meetings some are still to be held.
    today = moment(day_of(at), dt.time.min)
    coming, over = Q(own__starts_at__gte=today), Q(own__starts_at__lt=today)
    week, ahead = Q(own__starts_at__lte=_end(at, WEEK)), Q(own__starts_at__lte=_end(at, DAYS_AHEAD))
    chairs = chairs.annotate(
        week=Count("own", filter=coming & week),
        ahead=Count("own", filter=coming & ahead),
        unsigned=Count("own", filter=over),
    )
    rows = chairs.order_by(F("ahead").desc(), F("unsigned").desc(), "full_name")
    return [Load(*row) for row in rows.values_list("full_name", "week", "ahead", "unsigned")]


def _end(at: dt.datetime, days: int) -> dt.datetime:
    """The end of the day that lies so many days ahead."""
    return moment(add_days(day_of(at), days + 1), dt.time.min)
