"""Reading leave: who is away on a day, and who stands in."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from safeguarding.models import Leave


def deputies(on: dt.date) -> dict[int, int]:
    """{user id of who is away on the day: user id of the deputy}, of deputies whose account is in use."""
    return dict(on_day(on).filter(deputy__is_active=True).values_list("person", "deputy"))


def on_day(on: dt.date) -> QuerySet[Leave]:
    """The leave that lasts on a day and was not taken back."""
    return Leave.objects.filter(ended_at__isnull=True, first_date__lte=on, last_date__gte=on)
