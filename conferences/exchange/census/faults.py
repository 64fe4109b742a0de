"""What was wrong with a record and what became of it: refused, bent or noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from conferences.exchange.census.markup import Mark, Part, paths
from conferences.exchange.census.rulebook import TITLES
from safeguarding.wording import number, uk_date

REFUSED, BENT, NOTED = "REFUSED", "BENT", "NOTED"


class Place(Protocol):
    """Where something stands in a file. Lines and columns count from 1."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A place outside the child that is being read, with its path."""

    line: int
    column: int
    path: str


class Fault(NamedTuple):
    """One fault. The sentence names no child: the number stands apart, so that a page can keep it back."""

    kind: str
    line: int
    column: int
    path: str
    child: str
    rule: str
    sentence: str
    # Found beside what other files tell, or what is held.
    beside_record: bool = False


class Faults:
    """Gathers the faults of the child being read; whoever stages the child takes them.

    `live`: the rules are asked of the record, from which nothing is taken: each fault is noted, and what
    would have become of a file's record is left unsaid.
    """

    def __init__(self, *, live: bool = False) -> None:
        self.live = live
        self.child = ""
        self.found: list[Fault] = []
        self._root: Part | None = None
        self._name = ""
        self._paths: dict[int, str] = {}

    def begin(self, child: str, root: Part | None, name: str) -> None:
        """From here on faults are of this child, whose part is called by this name."""
        self.child, self._root, self._name, self._paths = child, root, name, {}

    def refused(self, at: Place, rule: str, sentence: str, became: str = "") -> None:
        self._add(REFUSED, at, rule, sentence, became)

    def bent(self, at: Place, rule: str, sentence: str, became: str = "") -> None:
        self._add(BENT, at, rule, sentence, became)

    def noted(self, at: Place, rule: str, sentence: str, became: str = "") -> None:
        self._add(NOTED, at, rule, sentence, became)

    def path(self, at: Place) -> str:
        """The path of a place: of all in this child, asked for once; where it is asked for at all."""
        if isinstance(at, Spot):
            return at.path
        if isinstance(at, Mark):
            return self._name + at.within
        if not self._paths and self._root is not None:
            self._paths = paths(self._root, self._name)
        return self._paths.get(id(at), self._name)

    def there(self, at: Place) -> str:
        """CINdetails[2]/Section47[1], line 45: another place, inside a sentence."""
        if self.live:
            return "another record"
        path = self.path(at).partition("/")[2] or self.path(at)
        return f"{path}, line {number(at.line)}"

    def child_there(self, n: int, line: int) -> str:
        """Child[3], line 45: another child of the file."""
        return "another record" if self.live else f"Child[{n}], line {number(line)}"

    def _add(
        self, kind: str, at: Place, rule: str, sentence: str, became: str, child: str | None = None
    ) -> None:
        # A rule without a title would reach the page as a bare number.
        assert rule in TITLES, rule
        who = (self.child if child is None else child)[:60]
        said = f"{sentence} {became}" if became and not self.live else sentence
        self.found.append(
            Fault(NOTED if self.live else kind, at.line, at.column, self.path(at)[:200], who, rule, said)
        )

    def noted_of(self, child: str, at: Spot, rule: str, sentence: str) -> None:
        """Note a fault of another child than the one being read."""
        self._add(NOTED, at, rule, sentence, "", child)

    def take(self) -> list[Fault]:
        """What was found since the last taking."""
        found, self.found = self.found, []
        return found


def span(start: dt.date, end: dt.date | None) -> str:
    """20 December 2018 to 4 May 2019; or "..., still open"."""
    return f"{uk_date(start)} to {uk_date(end)}" if end else f"{uk_date(start)}, still open"
