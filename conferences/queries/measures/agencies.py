"""Who was asked to the conferences of a period, who came and what they sent: the rows of one page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from conferences.queries.measures.run import run_from
from conferences.rules.coverage import Coverage
from safeguarding.models import AgencyKind
from safeguarding.workingdays import Period

# Each is read from the named query that it is called after.
ROWS = {
    "agencies_at_meetings": "kind, is_listed, invited, is_signed, came, asked, sent, to_show, shown, missing",
    "family_at_meetings": "mode, is_parent",
    "children_met": "how, years, left_out",
    "without_quorum": "why, is_held",
    "listed_meetings": "has_list, record_id IS NOT NULL",
}
EACH = "SELECT child_id, day, {columns} FROM {source} WHERE NOT {closed} ORDER BY day DESC, child_id"


@dataclass(frozen=True, slots=True)
class AgencyAt:
    """A kind of agency at a conference of which a list was kept: on it, or come without, and what it did.

    `child` is the first of the conference’s. Who came is known where `is_signed`.
    """

    child: int
    day: date
    kind: str
    is_listed: bool
    invited: bool
    is_signed: bool
    came: bool
    asked: bool
    sent: bool
    to_show: bool
    shown: bool
    missing: bool


@dataclass(frozen=True, slots=True)
class FamilyAt:
    """One of the family in the record of a conference, and how they took part."""

    child: int
    day: date
    mode: str
    is_parent: bool


@dataclass(frozen=True, slots=True)
class ChildAt:
    """A child from four years at a conference, and how it took part as it was signed."""

    child: int
    day: date
    how: str | None
    years: int | None
    left_out: str | None


@dataclass(frozen=True, slots=True)
class WithoutQuorum:
    """A conference without a quorum: held all the same, or not."""

    child: int
    day: date
    why: str
    is_held: bool


@dataclass(frozen=True, slots=True)
class HeldAt:
    """A conference that was held: whether a list of who is invited was kept, and who came signed."""

    child: int
    day: date
    has_list: bool
    is_signed: bool


@dataclass(frozen=True)
class AgencyRows:
    """All of a period, without the children whose records are closed to the reader; kinds by code."""

    agencies: list[AgencyAt]
    family: list[FamilyAt]
    children: list[ChildAt]
    without: list[WithoutQuorum]
    held: list[HeldAt]
    kinds: dict[str, str]


def agency_rows(period: Period, *, on: date, known: Coverage, closed: Collection[int]) -> AgencyRows:
    """In six queries; council-wide, so the page puts on its scope where it shows a child."""

    def read(source: str) -> list[tuple[Any, ...]]:
        select = EACH.replace("{columns}", ROWS[source]).replace("{source}", source)
        return run_from(select, [source], period, on=on, known=known, closed=closed)

    return AgencyRows(
        [AgencyAt(*row) for row in read("agencies_at_meetings")],
        [FamilyAt(*row) for row in read("family_at_meetings")],
        [ChildAt(*row) for row in read("children_met")],
        [WithoutQuorum(*row) for row in read("without_quorum")],
        [HeldAt(*row) for row in read("listed_meetings")],
        dict(AgencyKind.objects.order_by("name").values_list("code", "name")),
    )
