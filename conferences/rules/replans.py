"""When a request for a conference raises a re-plan consultation, and on which earlier plans. Pure.

The rule is the DfE's: a plan is a repeat whenever the child was on any plan before, here or elsewhere,
however long ago. Nobody ticks a box for it. Source: CIN census N00116 (C); the consultation is local (L).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from conferences.rules.vocabulary import ConferenceKind
from safeguarding.labelled import Labelled
from safeguarding.workingdays import add_months, days_between


class FoundIn(Labelled):
    """Where an earlier plan was found."""

    OWN = "OWN", "Our own record"
    FILE = "FILE", "Read from a census file"
    ELSEWHERE = "ELSEWHERE", "Another authority's, told to us"
    OTHER_RECORD = "OTHER_RECORD", "Held under an earlier name or number"


class GapBand(Labelled):
    """How long ago the last plan ended, in the bands that councils compare (L)."""

    UNDER_6 = "UNDER_6", "Under 6 months"
    FROM_6 = "FROM_6", "6 to 12 months"
    FROM_12 = "FROM_12", "1 to 2 years"
    FROM_24 = "FROM_24", "2 years or more"
    UNKNOWN = "UNKNOWN", "Not known"


BANDS = ((6, GapBand.UNDER_6), (12, GapBand.FROM_6), (24, GapBand.FROM_12))


@dataclass(frozen=True)
class PlanFact:
    """One plan that is known of a child. `authority`: the DfE code, where it is another's.

    `counted_before` is the number of earlier plans that came with it from a census, None where none came.
    """

    found_in: FoundIn
    start: date | None
    end: date | None
    plan_id: int | None = None
    plan_elsewhere_id: int | None = None
    authority: str = ""
    is_anothers: bool = False
    counted_before: int | None = None


@dataclass(frozen=True)
class Checked:
    """What the check of a child's history found: the earlier plans, and the largest count in a file."""

    earlier: tuple[PlanFact, ...]
    recorded: int

    @property
    def is_repeat(self) -> bool:
        """Whether a new plan would be a second or later one."""
        return bool(self.earlier) or self.recorded > 0


def check(
    kind: ConferenceKind, plans: Iterable[PlanFact], on: date, *, moved_from: str | None = None
) -> Checked:
    """The earlier plans as they are known of a day, the earliest first, and the largest recorded count.

    `moved_from`: for a transfer-in, the code of the authority the child comes from ("" where it is unknown).
    The plan on which a child moves here is no earlier plan; every other one is, wherever it was.
    """
    known = list(plans)
    begun = [plan for plan in known if plan.start is None or plan.start <= on]
    earlier = [plan for plan in begun if not (_moves_here(kind, plan, moved_from) or _is_open(plan, on))]
    ordered = sorted(earlier, key=lambda plan: (plan.start or date.min, plan.plan_id or 0))
    return Checked(tuple(ordered), _counted_before(known, on))


def raises_consultation(kind: ConferenceKind, found: Checked) -> bool:
    """Raised for an initial or transfer-in conference of a child who was on a plan before."""
    return kind is not ConferenceKind.REVIEW and found.is_repeat


def known_before(found: Checked) -> int:
    """How many earlier plans there were, by whichever account tells of more."""
    return max(len(found.earlier), found.recorded)


def gap_days(end: date | None, on: date) -> int | None:
    """Days from a plan's end to the day of the request; None while it is not known or lies ahead."""
    return None if end is None or end > on else days_between(end, on)


def gap_band(end: date | None, on: date) -> GapBand:
    """The band of the time since a plan ended, in calendar months."""
    if end is None or end > on:
        return GapBand.UNKNOWN
    return next((band for months, band in BANDS if on < add_months(end, months)), GapBand.FROM_24)


def under_other_record(plans: Iterable[PlanFact]) -> list[PlanFact]:
    """The same plans, found under another record of the child."""
    return [replace(plan, found_in=FoundIn.OTHER_RECORD) for plan in plans]


def _is_open(plan: PlanFact, on: date) -> bool:
    """A plan of our own that has not ended is the present one, of which there is a review."""
    ours = plan.found_in in (FoundIn.OWN, FoundIn.FILE) and not plan.is_anothers
    return ours and (plan.end is None or plan.end > on)


def _moves_here(kind: ConferenceKind, plan: PlanFact, moved_from: str | None) -> bool:
    """Whether this is the plan on which the child moves here: another's, not ended, of that authority."""
    if kind is not ConferenceKind.TRANSFER_IN or plan.end is not None:
        return False
    told_of = plan.found_in is FoundIn.ELSEWHERE and plan.authority in ("", moved_from)
    return plan.is_anothers or told_of


def _counted_before(plans: list[PlanFact], on: date) -> int:
    """The largest count in a file of plans before the day; what a later plan's count holds of later plans is
    taken off.
    """
    later = [plan.start for plan in plans if plan.start is not None and plan.start > on]
    counts = [0]
    for plan in plans:
        if plan.counted_before and plan.start is not None:
            counts.append(plan.counted_before - sum(start < plan.start for start in later))
    return max(counts)
