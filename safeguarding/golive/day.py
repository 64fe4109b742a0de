"""Whether the service is live: nothing is raised and nothing is sent before its day, or while none is set."""

from __future__ import annotations

import datetime as dt

from safeguarding.models import GoLive
from safeguarding.wording import uk_day

# The day of a service that was at work before a day was kept: before anything it holds.
BEFORE_ALL = dt.date(1900, 1, 1)
NOT_LIVE = "Not live yet: nothing is sent and no duties are raised"


def day_set() -> GoLive | None:
    """The day as it is set, come or not; None where none is."""
    return GoLive.objects.select_related("set_by").first()


def live_since(on: dt.date) -> dt.date | None:
    """The day of going live where it has come by a day; None before it, and where none is set."""
    return GoLive.objects.filter(day__lte=on).values_list("day", flat=True).first()


def not_live_words(row: GoLive | None, on: dt.date) -> str:
    """Why nothing is sent on a day, as a sentence for every page that would show it; "" once live."""
    if row is None:
        return f"{NOT_LIVE}. No go-live day is set."
    return f"{NOT_LIVE}. They begin on {uk_day(row.day)}." if row.day > on else ""
