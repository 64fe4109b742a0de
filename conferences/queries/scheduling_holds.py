"""Which times others are about to put into the diary: rooms and chairs alone, and no child."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from conferences.models import Room, SlotHold
from conferences.rules.scheduling import Taken
from safeguarding.models import User


def others_holds(
    start: dt.datetime, end: dt.datetime, *, besides: User, at: dt.datetime
) -> QuerySet[SlotHold]:
    """The holds between two moments that last at `at` and are another person's."""
    held = SlotHold.objects.filter(starts_at__lt=end, ends_at__gt=start, until_at__gt=at)
    return held.exclude(holder=besides).select_related("holder")


def held_spans(start: dt.datetime, end: dt.datetime, *, besides: User, at: dt.datetime) -> list[Taken]:
    """The same as what is taken."""
    rows = others_holds(start, end, besides=besides, at=at)
    columns = "starts_at", "ends_at", "room_id", "chair_id", "room__site"
    return [Taken(*row) for row in rows.values_list(*columns)]


def hold_of_another(
    starts_at: dt.datetime, ends_at: dt.datetime, *, room: Room, chair: User, besides: User, at: dt.datetime
) -> SlotHold | None:
    """Another person's hold on the room or the chair then, if any."""
    rows = others_holds(starts_at, ends_at, besides=besides, at=at)
    return rows.filter(Q(room=room) | Q(chair=chair)).first()


def hold_by(user: User, at: dt.datetime) -> SlotHold | None:
    """What this person holds at a moment."""
    return SlotHold.objects.filter(holder=user, until_at__gt=at).first()
