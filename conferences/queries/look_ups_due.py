"""Which look-ups are due and not made, read whoever may see them: only what is looked up leaves here.

Read by the days of decisions and of plans' ends, of two years at most: what is older is looked up no more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Exists, OuterRef, Q

from conferences.models import ConsultationAnswer, LookUp, Plan
from conferences.queries.replans import DECIDED as STANDS
from conferences.rules.consultations import DECIDED
from conferences.rules.look_ups import LATE_MONTHS, MONTHS_KEY, Subject, looks_due
from conferences.rules.vocabulary import EndReason
from safeguarding.clock import day_of
from safeguarding.models.base import ScopedQuerySet
from safeguarding.policy.limits import CATALOGUE
from safeguarding.policy.values import Limits, limits_over_time
from safeguarding.workingdays import add_days, add_months

WHY = "after which decisions and plans something is looked up; nothing of it is shown"
# A month too short for a day moves it by no more.
SHORTER_BY = 3
# A plan that never was, and one whose end says all that will be.
NEVER_WAS = (EndReason.ERROR, EndReason.SET_ASIDE)
NO_MORE = (EndReason.DIED, EndReason.EIGHTEEN)


@dataclass(frozen=True, order=True)
class LookDueOf:
    """A look-up that is due, of a child (id), after a decision (id of the answer) or a plan (id)."""

    due: dt.date
    after: Subject
    subject: int
    child: int
    months: int
    since: dt.date


def due_look_ups(on: dt.date, live: dt.date) -> list[LookDueOf]:
    """Those that came to their day by `on` and are not made, the longest due first, in three queries."""
    limits = limits_over_time([MONTHS_KEY])
    months = _every_month(limits)
    found = [
        *_due(Subject.DECISION, _decisions(on, months), limits, on, live),
        *_due(Subject.PLAN_END, _ends(on, months), limits, on, live),
    ]
    return sorted(found)


def _every_month(limits: Limits) -> list[int]:
    """The months of every value that there ever was."""
    default = CATALOGUE[MONTHS_KEY].default
    told = [default, *(value for _, value in limits.settings[MONTHS_KEY])]
    return sorted({number for value in told if isinstance(value, tuple) for number in value})


Row = tuple[int, dt.date, int, dt.date | None, dt.date | None, set[int]]


def _due(
    after: Subject, rows: Sequence[Row], limits: Limits, on: dt.date, live: dt.date
) -> Iterator[LookDueOf]:
    for subject, since, child, born, died, made in rows:
        months = limits.wholes(MONTHS_KEY, since)
        for one in looks_due(since, months, on, live=live, born=born, died=died):
            if one.months not in made:
                yield LookDueOf(one.due, after, subject, child, one.months, since)


def _decisions(on: dt.date, months: Sequence[int]) -> list[Row]:
    """The decisions that stand, of children known here."""
    rows = ConsultationAnswer.objects.unscoped(WHY).filter(
        answer__in=DECIDED, superseded_by=None, consultation__state__in=STANDS
    )
    path = "consultation__child"
    wanted = _to_look_up(rows, "answer", "answered_at", on, months, of_day=_midnight)
    columns = wanted.values_list("pk", "answered_at", path, f"{path}__birth_date", f"{path}__death_date")
    return _with_made("answer", [(pk, day_of(at), *rest) for pk, at, *rest in columns])


def _ends(on: dt.date, months: Sequence[int]) -> list[Row]:
    """The plans of this council that ended, and were plans."""
    rows = Plan.objects.unscoped(WHY).filter(held_for_other_authority=False)
    rows = rows.exclude(end_reason__in=[*NEVER_WAS, *NO_MORE])
    wanted = _to_look_up(rows, "plan", "end_date", on, months)
    return _with_made(
        "plan", list(wanted.values_list("pk", "end_date", "child", "child__birth_date", "child__death_date"))
    )


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.min, dt.UTC)


def _to_look_up(
    rows: ScopedQuerySet,
    key: str,
    since: str,
    on: dt.date,
    months: Sequence[int],
    of_day: Callable[[dt.date], Any] = lambda day: day,
) -> ScopedQuerySet:
    """Those that may have come to one of these months without a look-up at it, and a few days more: which
    came to it on which day is the rule's.
    """
    made = LookUp.objects.unscoped(WHY).filter(**{key: OuterRef("pk")})
    wanted = [
        Q(
            **{
                f"{since}__gte": of_day(add_days(add_months(on, -number - LATE_MONTHS), -1)),
                f"{since}__lt": of_day(add_days(add_months(on, -number), SHORTER_BY + 2)),
            }
        )
        & ~Exists(made.filter(months=number))
        for number in months
    ]
    found: ScopedQuerySet = rows.filter(reduce(or_, wanted)) if wanted else rows.none()
    return found


def _with_made(key: str, rows: Sequence[tuple[Any, ...]]) -> list[Row]:
    """With the months at which each was looked up."""
    made: dict[int, set[int]] = {row[0]: set() for row in rows}
    if made:
        told = LookUp.objects.unscoped(WHY).filter(**{f"{key}__in": made})
        for subject, number in told.values_list(key, "months"):
            made[subject].add(number)
    return [(*row, made[row[0]]) for row in rows]
