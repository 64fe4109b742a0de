"""What the checks must know of the file and of the world, handed in; and the sweep they share."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conferences.exchange.census.records import Header
from safeguarding.workingdays import Calendar, OutsideCalendar, add_months

FAR = dt.date.max
CONFERENCE_WORKING_DAYS = 15
ASSESSMENT_WORKING_DAYS = 45
OLDEST = 25
Run = tuple[dt.date, dt.date | None]


@dataclass(frozen=True)
class Facts:
    """The census year (first, reference), the days some working days before its ends, known authorities.

    A day that the calendar does not reach is None: then what turns on it is not asked.
    """

    first: dt.date
    reference: dt.date
    waiting_before: dt.date | None
    assessed_before: dt.date | None
    no_action_before: dt.date | None
    over_age_before: dt.date
    authorities: frozenset[str]

    @classmethod
    def of(cls, header: Header, calendar: Calendar, authorities: frozenset[str]) -> Facts:
        def before(day: dt.date, working_days: int) -> dt.date | None:
            try:
                return calendar.add(day, -working_days).due
            except OutsideCalendar:
                return None

        return cls(
            header.first,
            header.reference,
            before(header.reference, CONFERENCE_WORKING_DAYS),
            before(header.reference, ASSESSMENT_WORKING_DAYS),
            before(header.first, 1),
            add_months(header.reference, -12 * OLDEST),
            authorities,
        )

    def in_year(self, day: dt.date) -> bool:
        return self.first <= day <= self.reference


class Spans:
    """Spans of days, asked which one reaches furthest over a day: sorted once, each question a bisection."""

    def __init__(self, spans: Iterable[Run]) -> None:
        ordered = sorted(spans, key=lambda span: span[0])
        self.starts = [start for start, _ in ordered]
        self.furthest: list[Run] = []
        for span in ordered:
            before = self.furthest[-1] if self.furthest else None
            self.furthest.append(before if before and (before[1] or FAR) > (span[1] or FAR) else span)

    def over(self, day: dt.date) -> Run | None:
        """The span that starts on or before the day and ends last, where it ends on or after the day."""
        at = bisect_right(self.starts, day) - 1
        if at < 0:
            return None
        span = self.furthest[at]
        return span if (span[1] or FAR) >= day else None


class Overlap(NamedTuple):
    """A record (`which`: its place in the list asked of) that starts inside the run of another."""

    which: int
    inside: Run


def overlaps(runs: Sequence[Run | None]) -> list[Overlap]:
    """Each run that starts on or between the days of one before it, in the order of their starts; of two
    that start together, the later in the list. A record without a run (None) meets nothing.
    """
    ordered = sorted((run[0], at) for at, run in enumerate(runs) if run)
    found: list[Overlap] = []
    furthest: Run | None = None
    for start, at in ordered:
        run = runs[at]
        assert run
        if furthest and start <= (furthest[1] or FAR):
            found.append(Overlap(at, furthest))
        if furthest is None or (run[1] or FAR) > (furthest[1] or FAR):
            furthest = run
    return found
