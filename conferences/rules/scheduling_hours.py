"""The hours in which a chair works, by dated pattern: on which days of the week, and from when to when. Pure.

Who has no pattern works at any hour at which conferences are offered. R3 (docs/rules.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from safeguarding.refusals import Problem
from safeguarding.wording import LONDON, uk_day_name, uk_time, upper_first
from safeguarding.workingdays import days_between, monday

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")
Hours = tuple[time, time] | None


@dataclass(frozen=True)
class Pattern:
    """Somebody's hours from a day on: those of Monday to Friday, None where they do not work that day."""

    first: date
    days: tuple[Hours, ...]

    def on(self, day: date) -> Hours:
        place = days_between(monday(day), day)
        return self.days[place] if place < len(self.days) else None


def pattern_on(patterns: Iterable[Pattern], day: date) -> Pattern | None:
    """The pattern that holds on a day: the latest that began."""
    return max((one for one in patterns if one.first <= day), key=lambda one: one.first, default=None)


def hours_refused(name: str, patterns: Sequence[Pattern], starts_at: datetime, ends_at: datetime) -> str:
    """Why somebody does not work then, as a sentence without its stop; "" where they do."""
    if not patterns:
        return ""
    start, end = starts_at.astimezone(LONDON), ends_at.astimezone(LONDON)
    pattern = pattern_on(patterns, start.date())
    if pattern is None:
        return ""
    weekday = f"{uk_day_name(start.date())}s"
    hours = pattern.on(start.date())
    if hours is None:
        return f"{name} does not work on {weekday}"
    begins, ends = (datetime.combine(start.date(), clock, tzinfo=LONDON) for clock in hours)
    if begins <= start and end <= ends:
        return ""
    return f"{name} works from {uk_time(hours[0])} to {uk_time(hours[1])} on {weekday}"


def pattern_problems(days: Sequence[tuple[time | None, time | None]]) -> Iterator[Problem]:
    """What is wrong with the hours of Monday to Friday, each as its start and its end."""
    for name, (begins, ends) in zip(WEEK, days, strict=True):
        day = upper_first(name)
        if begins is None and ends is not None:
            yield Problem(f"Enter when {day} begins, or leave both empty", f"{name}_from")
        elif begins is not None and ends is None:
            yield Problem(f"Enter when {day} ends, or leave both empty", f"{name}_to")
        elif begins is not None and ends is not None and ends <= begins:
            yield Problem(f"{day} must end after it begins", f"{name}_to")
    if not any(begins or ends for begins, ends in days):
        yield Problem(
            "Enter the hours of at least one day. Who works on none is away: set leave", "monday_from"
        )
