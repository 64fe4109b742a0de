"""What the checks must know of the file and of the world, handed in; and the sweep they share."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from conferences.exchange.census.records import Header
from safeguarding.workingdays import Calendar, OutsideCalendar

FAR = dt.date.max
CONFERENCE_WORKING_DAYS = 15


@dataclass(frozen=True)
class Facts:
    """The census year (first, reference), the day 15 working days before its end, known authorities."""

    first: dt.date
    reference: dt.date
    waiting_before: dt.date | None
    authorities: frozenset[str]

    @classmethod
    def of(cls, header: Header, calendar: Calendar, authorities: frozenset[str]) -> Facts:
        try:
            waiting = calendar.add(header.reference, -CONFERENCE_WORKING_DAYS).due
        except OutsideCalendar:
            waiting = None
        return cls(header.first, header.reference, waiting, authorities)

    def in_year(self, day: dt.date) -> bool:
        return self.first <= day <= self.reference


class Spans:
    """Spans of days, asked which one reaches furthest over a day: sorted once, each question a bisection."""

    def __init__(self, spans: Iterable[tuple[dt.date, dt.date | None]]) -> None:
        ordered = sorted(spans, key=lambda span: span[0])
        self.starts = [start for start, _ in ordered]
        self.furthest: list[tuple[dt.date, dt.date | None]] = []
        for span in ordered:
            before = self.furthest[-1] if self.furthest else None
            self.furthest.append(before if before and (before[1] or FAR) > (span[1] or FAR) else span)

    def over(self, day: dt.date) -> tuple[dt.date, dt.date | None] | None:
        """The span that starts on or before the day and ends last, where it ends on or after the day."""
        at = bisect_right(self.starts, day) - 1
        if at < 0:
            return None
        span = self.furthest[at]
        return span if (span[1] or FAR) >= day else None
