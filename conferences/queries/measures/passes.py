"""Counts all figures in as few passes as there are sources: one over the rows, one over their families."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from conferences.queries.measures.rows import ROWS, Rows

# Of one figure: code, period, is_closed, band, second band, left_out; how many rows, of them in the
# denominator, of them in the numerator; then, in rows that count these alone, families and children without.
Counted = tuple[Any, ...]
NONE, TRUE = "NULL", "TRUE"

# Of each row what is counted of it, and no more: the rows themselves need not be made.
OF_EACH = "SELECT period, family, {closed} AS is_closed, {parts} FROM {source}"
# Rows that have the same of everything are counted together, and told apart for each figure afterwards.
ROWS_OF = """
SELECT '{source}', period, is_closed, n, json_build_array({names})
FROM (
    SELECT period, is_closed, {names}, count(*) AS n FROM {pass} GROUP BY period, is_closed, {names}
) AS counted
"""
FAMILIES_OF = """
SELECT '{source}', period, NULL::boolean, NULL::bigint, json_build_array({counts})
FROM {pass} WHERE ({any}) AND NOT is_closed GROUP BY period
"""


@dataclass(frozen=True)
class Pass:
    """The figures of one source, by their codes."""

    source: str
    codes: tuple[str, ...]

    @cached_property
    def parts(self) -> list[str]:
        """What the rows differ by for any of the figures, each once, as SQL."""
        found = [part for code in self.codes for part in _parts(ROWS[code])]
        return [part for part in dict.fromkeys(found) if part not in (NONE, TRUE)]

    @cached_property
    def counts(self) -> list[str]:
        """When a row is in the numerator of a figure, each once, as a name of OF_EACH."""
        return list(dict.fromkeys(self._name(_in_numerator(ROWS[code])) for code in self.codes))

    @property
    def name(self) -> str:
        """What the named query is called from which all is counted."""
        return f"of_{self.source}"

    def sql(self) -> str:
        """That query; {closed} stands in it still."""
        parts = ", ".join(f"{part} AS {self._name(part)}" for part in self.parts)
        return self._filled(OF_EACH, parts=parts)

    def rows_sql(self) -> str:
        """A SELECT that counts the rows."""
        return self._filled(ROWS_OF, names=", ".join(map(self._name, self.parts)))

    def families_sql(self) -> str:
        """A SELECT that counts the families recorded, and the children without one."""
        each = "count(DISTINCT family) FILTER (WHERE {} AND family {} 0)".format
        counts = ", ".join(each(name, side) for name in self.counts for side in "><")
        return self._filled(FAMILIES_OF, any=" OR ".join(self.counts), counts=counts)

    def _name(self, part: str) -> str:
        return part if part == TRUE else f"part_{self.parts.index(part)}"

    def _filled(self, text: str, **parts: str) -> str:
        for name, part in {"source": self.source, "pass": self.name, **parts}.items():
            text = text.replace(f"{{{name}}}", part)
        return text

    def rows_told(self, period: int, is_closed: bool, n: int, values: Sequence[Any]) -> Iterator[Counted]:
        """What a row of rows_sql() says of each figure."""
        known = dict(zip(self.parts, values, strict=True)) | {NONE: None, TRUE: True}
        for code in self.codes:
            band, second, left_out, within, counted = (known[part] for part in _parts(ROWS[code]))
            counts = n, n if within else 0, n if counted else 0
            yield code, period, is_closed, band, second, left_out, *counts, None, None

    def families_told(self, period: int, values: Sequence[int]) -> Iterator[Counted]:
        """What a row of families_sql() says of each figure that counts anybody."""
        pairs = dict(zip(self.counts, zip(values[::2], values[1::2], strict=True), strict=True))
        for code in self.codes:
            homes, alone = pairs[self._name(_in_numerator(ROWS[code]))]
            if homes or alone:
                yield code, period, *[None] * 7, homes, alone


def passes(codes: Iterable[str]) -> list[Pass]:
    """The passes that count these figures."""
    by_source = sorted(codes, key=_source)
    return [Pass(source, tuple(found)) for source, found in groupby(by_source, _source)]


def told(made: Iterable[Pass], rows: Iterable[Sequence[Any]]) -> list[Counted]:
    """What the rows of these passes say of each figure."""
    by_source = {one.source: one for one in made}
    found: list[Counted] = []
    for source, period, is_closed, n, values in rows:
        one = by_source[source]
        if n is None:
            found += one.families_told(period, values)
        else:
            found += one.rows_told(period, is_closed, n, values)
    return found


def _source(code: str) -> str:
    return ROWS[code].source


def _parts(rows: Rows) -> tuple[str, ...]:
    return (*map(_text, (rows.band, rows.second_band, rows.left_out)), rows.within, _in_numerator(rows))


def _text(part: str) -> str:
    return part if part == NONE else f"({part})::text"


def _in_numerator(rows: Rows) -> str:
    return " AND ".join(f"({part})" for part in (rows.within, rows.counted) if part != TRUE) or TRUE
