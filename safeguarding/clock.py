"""The clock, read only at the edge: views, tasks and commands. Rules, queries and operations are told the
day.
"""

import datetime as dt

from django.utils import timezone


def now() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return timezone.now()


def today() -> dt.date:
    """The present day in England (settings.TIME_ZONE), which near midnight is not the day in UTC."""
    return timezone.localdate()


def day_of(moment: dt.datetime) -> dt.date:
    """The day in England on which a moment lies. Reads no clock, so operations may use it."""
    return moment.astimezone(timezone.get_default_timezone()).date()
