"""What was wrong with a record and what became of it: refused, bent or noted."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from conferences.exchange.census.rulebook import TITLES
from safeguarding.wording import uk_date

REFUSED, BENT, NOTED = "REFUSED", "BENT", "NOTED"


class Fault(NamedTuple):
    """One fault. The sentence names no child: the number stands apart, so that a page can keep it back."""

    kind: str
    line: int
    child: str
    rule: str
    sentence: str


class Faults:
    """Gathers the faults of the child being read; whoever stages the child takes them."""

    def __init__(self) -> None:
        self.child = ""
        self.found: list[Fault] = []

    def refused(self, line: int, rule: str, sentence: str) -> None:
        self._add(REFUSED, line, rule, sentence)

    def bent(self, line: int, rule: str, sentence: str) -> None:
        self._add(BENT, line, rule, sentence)

    def noted(self, line: int, rule: str, sentence: str) -> None:
        self._add(NOTED, line, rule, sentence)

    def _add(self, kind: str, line: int, rule: str, sentence: str) -> None:
        # A rule without a title would reach the page as a bare number.
        assert rule in TITLES, rule
        self.found.append(Fault(kind, line, self.child[:60], rule, sentence))

    def take(self) -> list[Fault]:
        """What was found since the last taking."""
        found, self.found = self.found, []
        return found


def span(start: dt.date, end: dt.date | None) -> str:
    """20 December 2018 to 4 May 2019; or "..., still open"."""
    return f"{uk_date(start)} to {uk_date(end)}" if end else f"{uk_date(start)}, still open"
