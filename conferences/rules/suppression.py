"""Hides small numbers in what the public sees, so that no child can be found behind one.

Pure. Counts of 1 to 5 are hidden, and a second one beside each so that it cannot be worked out; zero is shown
(DfE's rule for its tables, C).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from safeguarding.wording import number

SMALLEST_SHOWN = 6
HIDDEN = "c"


@dataclass(frozen=True)
class Sum:
    """One cell that is known to be the sum of others: what a reader would subtract from."""

    total: str
    parts: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        return (*self.parts, self.total)


def suppress(
    cells: Mapping[str, int],
    sums: Sequence[Sum] = (),
    telling: Collection[str] = (),
    smallest: int = SMALLEST_SHOWN,
) -> frozenset[str]:
    """The keys of the cells to hide.

    Every cell of 1 to 5 (to one below `smallest`, where a figure has its own) and those `telling` whatever
    their number, then more until no sum gives a hidden cell away: the smallest one shown that is not zero, a
    part before a total. KeyError where a sum names a cell that is not there.
    """
    hidden = {key for key, count in cells.items() if 0 < count < smallest or key in telling}
    while found := next((sum_ for sum_ in sums if _tells(sum_, cells, hidden)), None):
        hidden.add(_second(found, cells, hidden))
    return frozenset(hidden)


def shown(count: int, *, hidden: bool) -> str:
    """The count for the public: c in its place where it is hidden."""
    return HIDDEN if hidden else number(count)


def _tells(sum_: Sum, cells: Mapping[str, int], hidden: Iterable[str]) -> bool:
    """Whether what is shown of a sum gives away a cell that is not.

    One hidden cell is a subtraction. So are several parts that leave exactly one child each, because a
    reader knows that no hidden cell is zero.
    """
    unseen = [key for key in sum_.cells if key in set(hidden)]
    if len(unseen) == 1:
        return _second(sum_, cells, hidden) != unseen[0]
    parts = [key for key in unseen if key != sum_.total]
    return bool(parts) and sum_.total not in unseen and sum(cells[key] for key in parts) == len(parts)


def _second(sum_: Sum, cells: Mapping[str, int], hidden: Iterable[str]) -> str:
    """The cell to hide next: the smallest part shown that is not zero, else the total."""
    left = [key for key in sum_.parts if key not in set(hidden) and cells[key]]
    return min(left, key=lambda key: (cells[key], sum_.parts.index(key))) if left else sum_.total
