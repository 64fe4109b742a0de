"""The one table that a run of the benches prints: each measure beside what it is held to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measure and the most it may be, both in the unit that its part of the table names."""

    what: str
    measured: float
    at_most: float
    detail: str = ""

    @property
    def holds(self) -> bool:
        return self.measured <= self.at_most

    @property
    def verdict(self) -> str:
        """By how much it holds, or that it does not."""
        spare = f"{1 - self.measured / self.at_most:.0%} to spare"
        return spare if self.holds else "DOES NOT HOLD"

    def __str__(self) -> str:
        said = f"{number(self.measured)} of at most {number(self.at_most)}"
        return f"{self.what:<38} {said:>24}  {self.verdict:<14}  {self.detail}".rstrip()


TABLE: list[tuple[str, list[Row]]] = []


def hold(part: str, rows: Iterable[Row]) -> None:
    """Put the rows into the table, under words that say what is measured and in which unit, and hold them.

    Raises AssertionError with every row that does not hold.
    """
    kept = list(rows)
    TABLE.append((part, kept))
    broken = [str(row) for row in kept if not row.holds]
    assert not broken, "\n".join(broken)


def lines() -> Iterator[str]:
    """The table as text, part by part."""
    for part, rows in TABLE:
        yield f"\n{part}"
        yield from (f"  {row}" for row in rows)


def number(value: float) -> str:
    """Whole where it is large, with one or two places where it is small."""
    return f"{value:,.0f}" if value >= 1_000 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
