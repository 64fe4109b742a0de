"""The signs that the worker and the timetable give of themselves, each without the other.

A worker's parent process gives its own whether or not anything is asked of it, so that a dead timetable does
not make it look dead; the timetable notes each of its turns, so that a dead worker does not silence it.
"""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

import psycopg
from celery import signals
from celery.beat import PersistentScheduler

from safeguarding.clock import now
from safeguarding.heartbeats.marks import sign
from safeguarding.models import Part

EVERY = dt.timedelta(seconds=15)
log = logging.getLogger(__name__)


class Pulse:
    """A process's sign, given at most once in so many seconds."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.given_at: dt.datetime | None = None

    def give(self, *, at: dt.datetime) -> None:
        """Give it where it is time; a database that is away is no reason to end the process."""
        # Not where the clock was set back since: it would be silent until the clock is there again.
        if self.given_at is not None and dt.timedelta() <= at - self.given_at < EVERY:
            return
        self.given_at = at
        try:
            sign(self.part, at=at)
        except psycopg.Error as error:
            log.warning("no_sign", extra={"error": type(error).__name__})


worker = Pulse(Part.WORKER)


@signals.heartbeat_sent.connect
def of_worker(**_: Any) -> None:
    """Celery calls it every two seconds while the worker runs and reaches its broker."""
    worker.give(at=now())


class Timetable(PersistentScheduler):
    """Celery's own timetable that notes each of its turns; two of them do no harm."""

    beat = Pulse(Part.BEAT)

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """Begin what is due; returns the seconds to the next turn, never more than those between signs."""
        waits: float = super().tick(*args, **kwargs)
        self.beat.give(at=now())
        return min(waits, EVERY.total_seconds())
