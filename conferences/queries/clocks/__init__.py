"""How every deadline stands for its subjects: read here, and nowhere else."""

from conferences.queries.clocks.days import clock_day, clock_days
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
    "clock_day",
    "clock_days",
    "clock_name",
    "clock_parameters",
    "clocks",
    "with_clocks",
]
