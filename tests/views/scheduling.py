"""What the tests of these pages share: the day they are read on, and a form filled in."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from conferences.rules.scheduling import slot_key
from tests.scheduling import IN_TIME, place


def slot(**fields: Any) -> dict[str, Any]:
    """The form with one of the slots, as the page sends it back."""
    where = place(**fields)
    key = slot_key(where["starts_at"], where["ends_at"], where["room"].pk, where["chair"].pk)
    return {"form_key": str(uuid.uuid4()), "slot": key}


def own_time(room: Any, chair: Any, day: date = IN_TIME, start: str = "10am", **more: Any) -> dict[str, Any]:
    """The form with a time of one's own."""
    values = {
        "form_key": str(uuid.uuid4()),
        "slot": "OTHER",
        "date_day": day.day,
        "date_month": day.month,
        "date_year": day.year,
        "start": start,
        "length": "120",
        "room": room.pk,
        "chair": chair.pk,
    }
    return values | more
