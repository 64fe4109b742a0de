"""How much each chair has: meetings ahead, records to sign; for who spreads the work."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from django.db.models import Count, F, Q

from conferences.models import Booking
from conferences.rules.scheduling import moment
from conferences.rules.workflow import BookingState, RecordState
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.rights import Role
from safeguarding.workingdays import add_days

WEEK, DAYS_AHEAD = 7, 28


class Load(NamedTuple):
    """What one chair has: meetings in the next seven and 28 days, and meetings over whose record waits."""

    name: str
    week: int
    ahead: int
    unsigned: int


def loads(at: dt.datetime) -> list[Load]:
    """Every chair in use, who has most in front of them first; in one query, and no child is read."""
    held = Booking.objects.unscoped("how many meetings a chair has, of whichever children; no child is read")
    week, ahead = _end(at, WEEK), _end(at, DAYS_AHEAD)
    mine = Q(bookings__in=held.exclude(state=BookingState.CANCELLED.value))
    signed = Q(bookings__record__state=RecordState.SIGNED.value)
    coming = mine & Q(bookings__starts_at__gt=at)
    chairs = User.objects.filter(role=Role.CHAIR, is_active=True).annotate(
        week=Count("bookings", filter=coming & Q(bookings__starts_at__lte=week), distinct=True),
        ahead=Count("bookings", filter=coming & Q(bookings__starts_at__lte=ahead), distinct=True),
        unsigned=Count("bookings", filter=mine & Q(bookings__ends_at__lte=at) & ~signed, distinct=True),
    )
    rows = chairs.order_by(F("ahead").desc(), F("unsigned").desc(), "full_name")
    return [Load(*row) for row in rows.values_list("full_name", "week", "ahead", "unsigned")]


def _end(at: dt.datetime, days: int) -> dt.datetime:
    """The end of the day that lies so many days ahead."""
    return moment(add_days(day_of(at), days + 1), dt.time.min)
