"""How speed is measured and said: medians, and ratios to the plain script."""

import statistics
import time
from collections.abc import Callable
from typing import TypeVar

import psutil
from django.conf import settings
from django.db import connection

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds it took."""
    start = time.perf_counter()
    given = work()
    return given, time.perf_counter() - start


def median(work: Callable[[], object], *, times: int) -> float:
    """The median of the seconds that the work takes, after one run to warm up."""
    work()
    return statistics.median(timed(work)[1] for _ in range(times))


def worked(work: Callable[[], object]) -> float:
    """The processor's seconds that the work takes, here and in our database server's process.

    What a limit is held to: on a machine with other work, the clock on the wall tells of that work. With a
    server elsewhere, whose process cannot be seen, it is the clock all the same.
    """
    if not settings.LOCAL_SERVICES:
        return timed(work)[1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        processes = [psutil.Process(), psutil.Process(cursor.fetchone()[0])]
    before = _spent(processes)
    work()
    return _spent(processes) - before


def _spent(processes: list[psutil.Process]) -> float:
    return sum(sum(process.cpu_times()[:2]) for process in processes)


def say(what: str, ours: float, plain: float) -> None:
    """One line: ours, the plain script's, and the ratio."""
    print(f"\n{what}: {ours:.2f} s, plain script {plain:.2f} s, ratio {ours / plain:.1f}")
