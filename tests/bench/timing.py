"""How speed is measured and said: medians, and ratios to the plain script."""

import statistics
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds it took."""
    start = time.perf_counter()
    given = work()
    return given, time.perf_counter() - start


def seconds(work: Callable[[], object], *, times: int) -> tuple[float, float]:
    """The median and the least of the seconds that the work takes, after one run to warm up.

    The least is what a limit is held to: on a machine with other work, the median tells of that work.
    """
    work()
    taken = [timed(work)[1] for _ in range(times)]
    return statistics.median(taken), min(taken)


def say(what: str, ours: float, plain: float) -> None:
    """One line: ours, the plain script's, and the ratio."""
    print(f"\n{what}: {ours:.2f} s, plain script {plain:.2f} s, ratio {ours / plain:.1f}")
