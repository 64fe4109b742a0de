"""What a file tells of a child, as it is kept: the rows that are staged, by kind, dates as YYYY-MM-DD."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Day = str | None


class ChildRow(NamedTuple):
    line: int
    col: int
    number: str
    upn: str
    former_upn: str
    upn_unknown: str
    birth: Day
    expected: Day
    death: Day
    sex: str
    ethnicity: str


class EpisodeRow(NamedTuple):
    line: int
    col: int
    referral: str
    source: str
    need: str
    no_further_action: bool
    closure: Day
    reason: str


class EnquiryRow(NamedTuple):
    line: int
    col: int
    start: str
    referral: Day
    need: str
    target: Day


class ConferenceRow(NamedTuple):
    line: int
    col: int
    held: str
    enquiry_start: Day
    referral: Day


class PlanRow(NamedTuple):
    line: int
    col: int
    start: str
    end: Day
    initial: str
    latest: str
    previous: int | None
    referral: Day


class ReviewRow(NamedTuple):
    line: int
    col: int
    plan_start: str
    held: str


class InNeedRow(NamedTuple):
    line: int
    col: int
    start: str
    end: Day
    referral: Day


@dataclass
class Telling:
    """All that one file tells of one child; `n` is the child's place in the file."""

    n: int
    child: ChildRow
    disabilities: list[str] = field(default_factory=list)
    episodes: list[EpisodeRow] = field(default_factory=list)
    enquiries: list[EnquiryRow] = field(default_factory=list)
    conferences: list[ConferenceRow] = field(default_factory=list)
    plans: list[PlanRow] = field(default_factory=list)
    reviews: list[ReviewRow] = field(default_factory=list)
    in_need: list[InNeedRow] = field(default_factory=list)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Telling:
        """From what written() made of the staged rows."""
        return cls(
            kept["n"],
            ChildRow(*kept["census_child"][0]),
            [code for (code,) in kept.get("census_disability", ())],
            [EpisodeRow(*row) for row in kept.get("census_episode", ())],
            [EnquiryRow(*row) for row in kept.get("census_enquiry", ())],
            [ConferenceRow(*row) for row in kept.get("census_conference", ())],
            [PlanRow(*row) for row in kept.get("census_plan", ())],
            [ReviewRow(*row) for row in kept.get("census_review", ())],
            [InNeedRow(*row) for row in kept.get("census_in_need", ())],
        )


def written(n: int, rows: Iterable[tuple[str, tuple[Any, ...]]]) -> str:
    """The staged rows of the n-th child as JSON: {"n": n, "census_plan": [[line, col, start, ...]], ...}."""
    kept: dict[str, Any] = {"n": n}
    for table, row in rows:
        kept.setdefault(table, []).append(row[1:])
    return ENCODER.encode(kept)


# There are hundreds of thousands: nothing in a row holds itself, and that is not looked for.
ENCODER = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, check_circular=False)
