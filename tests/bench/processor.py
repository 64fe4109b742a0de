"""The processor's time that work takes: this process and its database server's, together.

The clock on the wall tells of a machine's other work too; a limit is held to the processor's alone. It is
for Linux, and a database server on this machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

CLOCK_OF_PROCESS = 2


@dataclass(frozen=True)
class Spent:
    """Seconds of the processor: this process's (where the pages are made) and its database backend's."""

    web: float
    database: float

    @property
    def both(self) -> float:
        return self.web + self.database

    def __truediv__(self, parts: int) -> Spent:
        return Spent(self.web / parts, self.database / parts)

    def __str__(self) -> str:
        return f"{self.both * 1000:.1f} ms ({self.web * 1000:.1f} + {self.database * 1000:.1f} database)"


def clock_of(pid: int) -> float:
    """The seconds that a process has had of the processor, to the nanosecond (clock_getcpuclockid(3))."""
    return time.clock_gettime((~pid << 3) | CLOCK_OF_PROCESS)


def backend() -> int:
    """The process of the database server that answers this connection."""
    if not settings.LOCAL_SERVICES:
        raise RuntimeError("The processor of a database elsewhere cannot be seen: unset DATABASE_URL.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def spent(work: Callable[[], object]) -> Spent:
    """What one run of the work takes of the processor."""
    pid = backend()
    web, database = time.process_time(), clock_of(pid)
    work()
    return Spent(time.process_time() - web, clock_of(pid) - database)


def least(*works: Callable[[], object], rounds: int) -> Sequence[Spent]:
    """The least that each work takes in so many runs, once warm: what else the machine does only adds.

    They take turns, so that a busy minute falls on all of them.
    """
    for work in works:
        work()
    runs = [[spent(work) for work in works] for _ in range(rounds)]
    return [min((run[at] for run in runs), key=lambda one: one.both) for at in range(len(works))]
