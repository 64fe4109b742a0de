"""The clock, read at the edge alone: views, tasks and commands tell the others the day and the moment."""

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
