"""What decisions and thinking time led to, once its day is over: done by it, later, needed no more, or open.

Source: what councils look at for consistency (L). Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from safeguarding.labelled import Labelled


class Led(Labelled):
    """What it is."""

    CONDITIONS = "conditions", "Conditions of decisions"
    ACTIONS = "actions", "Actions from thinking time"


class Kept(Labelled):
    """What became of it, of those whose day is over."""

    IN_TIME = "in_time", "Done by its day"
    LATER = "later", "Done later"
    NOT_NEEDED = "not_needed", "Not needed any more"
    OVERDUE = "overdue", "Open and overdue now"


@dataclass(frozen=True)
class Due:
    """One of them (by its row), with when it is due, when it was done, and from when it is needed no more."""

    row: int
    day: date
    done: date | None = None
    gone: date | None = None

    def kept(self, on: date) -> Kept | None:
        """What became of it as it is known on a day; None until its own day is over."""
        if self.day >= on:
            return None
        if self.done is not None:
            return Kept.IN_TIME if self.done <= self.day else Kept.LATER
        return Kept.NOT_NEEDED if self.gone is not None and self.gone <= on else Kept.OVERDUE


def rows_of(found: Iterable[Due], on: date, kept: Kept | None) -> list[int]:
    """The rows of those that were kept so; of all whose day is over where none is said."""
    told = [(one.row, one.kept(on)) for one in found]
    return [row for row, known in told if known is not None and kept in (None, known)]


def numbers(found: Iterable[Due], on: date) -> Mapping[Kept, int]:
    """How many were kept so: together all those whose day is over."""
    return Counter(known for one in found if (known := one.kept(on)) is not None)
