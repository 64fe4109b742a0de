"""Another go-live day than that of every test, or none."""

import datetime as dt

import pgtrigger

from safeguarding.models import GoLive
from tests.factories import GoLiveFactory


def live_from(day: dt.date | None) -> None:
    """As if this day had been set long ago, and no scan had been made on it yet; None: no day is set."""
    with pgtrigger.ignore("safeguarding.GoLive:golive_never_gone"):
        GoLive.objects.all().delete()
    if day:
        GoLiveFactory(day=day)
