"""On the path of a trial outside the hours of conferences alone: its service lives some seconds ahead."""

import datetime as dt
import os

from django.utils import timezone

AHEAD = dt.timedelta(seconds=float(os.environ["TRIAL_AHEAD_SECONDS"]))
real = timezone.now


def now() -> dt.datetime:
    return real() + AHEAD


timezone.now = now
