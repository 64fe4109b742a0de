"""Noting that a part is at work, or what was wrong; and reading what was noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from safeguarding.db import direct
from safeguarding.heartbeats.verdict import APART, SILENT_FOR, Seen
from safeguarding.models import Heartbeat, Part

WORKS = """
    INSERT INTO safeguarding_heartbeat AS before (part, worked_at, since_at, tried_at, wrong, took_ms)
    VALUES (%(part)s, %(at)s, %(at)s, %(at)s, '', %(took)s)
    ON CONFLICT (part) DO UPDATE SET worked_at = excluded.worked_at, tried_at = excluded.tried_at, wrong = '',
        took_ms = excluded.took_ms,
        since_at = CASE
            WHEN before.worked_at BETWEEN %(at)s - %(silent)s::interval AND %(at)s + %(apart)s::interval
            THEN coalesce(before.since_at, %(at)s) ELSE %(at)s END
"""
FAILS = """
    INSERT INTO safeguarding_heartbeat (part, tried_at, wrong) VALUES (%(part)s, %(at)s, %(wrong)s)
    ON CONFLICT (part) DO UPDATE SET tried_at = excluded.tried_at, wrong = excluded.wrong
"""


def works(part: Part, *, at: dt.datetime, took: dt.timedelta = dt.timedelta()) -> None:
    """Note that the part was at work at a moment, and how long it took."""
    with connection.cursor() as cursor:
        cursor.execute(WORKS, _signs(part, at, took))


def _signs(part: Part, at: dt.datetime, took: dt.timedelta = dt.timedelta()) -> dict[str, Any]:
    took_ms = round(took.total_seconds() * 1000)
    return {"part": part.value, "at": at, "took": took_ms, "silent": SILENT_FOR[part], "apart": APART}


def fails(part: Part, error: Exception, *, at: dt.datetime) -> None:
    """Note that the part was tried and what was wrong: the error's class alone, whose text may hold names."""
    wrong = type(error).__name__[:60]
    with connection.cursor() as cursor:
        cursor.execute(FAILS, {"part": part.value, "at": at, "wrong": wrong})


def sign(part: Part, *, at: dt.datetime) -> None:
    """Note that a process is alive, from a process that must keep no connection. Raises psycopg.Error."""
    with direct() as own:
        own.execute(WORKS, _signs(part, at))


@contextmanager
def timed(part: Part, clock: Callable[[], dt.datetime]) -> Iterator[None]:
    """Note how the work within went and how long it took; its error is noted and raised."""
    begun = clock()
    try:
        yield
    except Exception as error:
        fails(part, error, at=clock())
        raise
    ended = clock()
    works(part, at=ended, took=ended - begun)


def seen() -> dict[Part, Seen]:
    """The last signs of each part that ever gave one: one query."""
    rows = Heartbeat.objects.all()
    return {Part(h.part): Seen(h.worked_at, h.tried_at, h.wrong, h.took_ms, h.since_at) for h in rows}
