"""How every deadline stands for its subjects: read here, and nowhere else."""

from conferences.queries.clocks.asked import law_days
from conferences.queries.clocks.days import clock_days, day_explained
from conferences.queries.clocks.reader import (
    CLOCKS,
    Clock,
    clock_name,
    clock_parameters,
    clocks,
    with_clocks,
)

__all__ = [
    "CLOCKS",
    "Clock",
    "clock_days",
    "clock_name",
    "clock_parameters",
    "clocks",
    "day_explained",
    "law_days",
    "with_clocks",
]
