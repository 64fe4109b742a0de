"""The rows behind a figure: the same rows that it was counted from, one by one."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from conferences.queries.measures.known import known_days
from conferences.queries.measures.rows import ROWS
from conferences.queries.measures.run import Row, run
from conferences.rules.coverage import Coverage, not_known
from conferences.rules.figures import REASONS, LeftOut
from conferences.rules.measures_catalogue import measure
from conferences.rules.measures_definition import Measure
from safeguarding.workingdays import Period

NUMERATOR, DENOMINATOR, LEFT_OUT = "numerator", "denominator", "left_out"

PARTS: Mapping[str, str] = {
    NUMERATOR: "counted",
    DENOMINATOR: "within",
    LEFT_OUT: "left_out IS NOT NULL",
    "rest": "within AND NOT counted AND left_out IS NULL",
}
IN_BAND = ("within AND band = %(band)s", "within AND second_band = %(band)s")

LIST = """
SELECT child_id, family, plan_id, conference_child_id, enquiry_id, transfer_in_id, day, number,
    within, counted, band, second_band, left_out
FROM ({rows}) AS rows WHERE {part} AND NOT {closed}
ORDER BY day DESC, number DESC NULLS LAST, child_id, conference_child_id
"""


class UnknownPart(ValueError):
    """A part that the figure does not have; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Member:
    """One row behind a figure.

    `family` is the family's id, or below zero where none is recorded. `day` is the day that put the row in
    the period; `number` what Measure.measured names. A row with `left_out` may still be `within` the
    denominator, where only the numerator could not be known.
    """

    child_id: int
    family: int
    plan_id: int | None
    conference_child_id: int | None
    enquiry_id: int | None
    transfer_in_id: int | None
    day: date
    number: int | None
    within: bool
    counted: bool
    band: str | None
    second_band: str | None
    left_out: LeftOut | None


def members(
    code: str,
    period: Period,
    *,
    part: str = NUMERATOR,
    file: int | None = None,
    on: date | None = None,
    known: Coverage | None = None,
    closed: Collection[int] = (),
) -> list[Member]:
    """The rows of one part of a figure, the latest first: council-wide, so the page puts on its scope, but
    for the children whose records are `closed` to the reader (ids).

    None of a figure whose days are not `known` (read here if not given).

    `part` is "numerator", "denominator", "rest" (in the one and not the other), "left_out", or a band:
    "16-20", "initial.NEG". `file` and `on` as in figures(). Raises UnknownMeasure and UnknownPart.
    """
    found = measure(code)
    condition, band = _condition(found, part)
    known = known or known_days(file)
    if code not in ROWS or not_known(found, period, known):
        return []
    each, banded = LIST.replace("{part}", f"({condition})"), {"band": band}
    rows = run([code], [period], file=file, on=on, each=each, known=known, closed=closed, parameters=banded)
    return [_member(row) for row in rows]


def _member(columns: Row) -> Member:
    values = [*columns[:-1], REASONS.get(columns[-1])]
    return Member(*values)


def _condition(found: Measure, part: str) -> tuple[str, str]:
    """The rows of a part, as SQL, and the band where it is one."""
    if part in PARTS:
        return PARTS[part], ""
    for split, in_band in zip(found.splits, IN_BAND, strict=False):
        for band in split.all_bands:
            if part == (f"{split.key}.{band.key}" if split.key else band.key):
                return in_band, band.key
    raise UnknownPart(f"The figure {found.code} has no part called {part}.")
