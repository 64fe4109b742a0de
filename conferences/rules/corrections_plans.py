"""Which days a plan and its conferences can have, given all that stands on them. Pure.

Source: CIN census rules 8840, 8841, 8875, 8925, 8940 (C); a plan starts at its conference (R25) and only a
review ends it for reduced risk (R20).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from conferences.rules.vocabulary import EndReason
from safeguarding.refusals import Problem
from safeguarding.wording import uk_date
from safeguarding.workingdays import is_weekend

# A day, and what was then in words: "the first conference".
NamedDay = tuple[date, str]


@dataclass(frozen=True)
class PlanDays:
    """A plan's days. `inside` lies after the start and not after the end, `after` after the end; `others` are
    the child's other plans, from a day to a day; `in_need` the first days of its child in need plans since.
    """

    start: date
    end: date | None
    inside: tuple[NamedDay, ...] = ()
    after: tuple[NamedDay, ...] = ()
    others: tuple[tuple[date, date | None], ...] = ()
    reviews: frozenset[date] = frozenset()
    in_need: tuple[date, ...] = ()


def plan_problems(
    plan: PlanDays, on: date, *, begins: str = "start_date", ends: str = "end_date"
) -> list[Problem]:
    """What cannot be of a plan's days: `begins` and `ends` are the fields that they are typed in."""
    if plan.start > on or (plan.end and plan.end > on):
        return [Problem("This day must be today or in the past", begins if plan.start > on else ends)]
    if plan.end and plan.end <= plan.start:
        return [Problem(f"A plan must end after the day it began, {uk_date(plan.start)}", ends)]
    return [
        *_inside(plan, begins, ends),
        *_after(plan, ends),
        *_overlap(plan, begins, ends),
        *_in_need(plan, ends),
    ]


def _inside(plan: PlanDays, begins: str, ends: str) -> Iterable[Problem]:
    first, last = min(plan.inside, default=None), max(plan.inside, default=None)
    if first and first[0] <= plan.start:
        yield Problem(
            f"{first[1]} {uk_date(first[0])} stands on this plan. It must begin before that", begins
        )
    if last and plan.end and last[0] > plan.end:
        yield Problem(f"{last[1]} {uk_date(last[0])} stands on this plan. It cannot end before that", ends)


def _after(plan: PlanDays, ends: str) -> Iterable[Problem]:
    first = min(plan.after, default=None)
    if first and plan.end and first[0] <= plan.end:
        yield Problem(f"{first[1]} {uk_date(first[0])} was after the plan. It must end before that", ends)


def _overlap(plan: PlanDays, begins: str, ends: str) -> Iterable[Problem]:
    for start, end in plan.others:
        if start <= (plan.end or date.max) and plan.start <= (end or date.max):
            words = f"The plans would overlap: another one of the child began on {uk_date(start)}"
            until = f" and ended on {uk_date(end)}" if end else ""
            yield Problem(words + until, begins if start < plan.start else ends)
            return


def _in_need(plan: PlanDays, ends: str) -> Iterable[Problem]:
    """No child in need plan runs beside it (R28): one may begin on the day on which the plan ends."""
    first = min((day for day in plan.in_need if day >= plan.start), default=None)
    if first and plan.end and first < plan.end:
        words = f"The child in need plan of {uk_date(first)} began before that. Correct its first day first"
        yield Problem(words, ends)


def reason_problems(
    reason: str, end: date | None, reviews: frozenset[date], *, is_counted: bool
) -> list[Problem]:
    """Why a plan cannot have ended so. `is_counted`: a file told of it, which knows no reasons."""
    if reason == EndReason.RISK_REDUCED and end not in reviews and not is_counted:
        words = "Only a review conference ends a plan for reduced risk, and none was held on the day it ended"
        return [Problem(words, "end_reason")]
    if reason == EndReason.NOT_RECORDED and not is_counted:
        return [Problem("Select why the plan ended", "end_reason")]
    return []


def conference_day_refused(
    held: date, on: date, *, not_before: Iterable[NamedDay], not_after: Iterable[NamedDay]
) -> str:
    """Why a conference cannot have been held on a day, as a sentence; nothing where it can."""
    if held > on:
        return "The day of the conference must be today or in the past"
    if is_weekend(held):
        return "A conference is never held on a Saturday or Sunday"
    for day, what in not_before:
        if held < day:
            return f"{what} {uk_date(day)}, so the conference was not before that"
    for day, what in not_after:
        if held > day:
            return f"{what} {uk_date(day)}, so the conference was not after that"
    return ""
