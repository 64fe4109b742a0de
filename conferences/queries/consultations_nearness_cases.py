"""The facts by which cases are compared, of decided ones and of those that wait: of children in sight alone.

Only values are read here, thousands at a time: nobody has looked at a record by them. Whose are shown is
read, and noted, by consultations_nearness.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count
from django.db.models.expressions import RawSQL

from conferences.models import (
    Consultation,
    ConsultationAnswer,
    EarlierPlan,
    Plan,
    PlanCategory,
    PlanElsewhere,
)
from conferences.queries.consultations import FamilyView
from conferences.rules.consultations import Cause, ConsultationState
from conferences.rules.nearness import COMPARED, RUNS, Case, Earlier, age_band
from conferences.rules.replans import FoundIn, GapBand, gap_band
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.models.base import ScopedQuerySet

# The latest so many: those of ten years in a council that decides two hundred a year. A page costs no more
# where there are more.
LOOKED_AT = 2_000
# Those of a Part, in its order.
COLUMNS = (
    "pk",
    "within",
    "child",
    "within__family",
    "child__birth_date",
    "cause",
    "raised_at",
    "plan",
    "requested_child",
    "requested_child__recorded_previous_plans",
)


class Part(NamedTuple):
    """One child's part of a consultation. `counted`: the largest count of earlier plans in a file."""

    pk: int
    within: int
    child: int
    family: int
    born: dt.date | None
    cause: str
    raised: dt.date
    plan: int | None
    asked: int | None
    counted: int | None


class PlanRow(NamedTuple):
    """One plan that is known of a child, as far as cases are compared in it."""

    child: int
    pk: int
    start: dt.date | None
    end: dt.date | None
    category: str
    ended: str = ""
    step_down: str = ""
    is_own: bool = False

    def runs(self, on: dt.date) -> bool:
        """Whether it ran on a day. Of one elsewhere whose end is not told, nobody knows."""
        return self.is_own and (self.end is None or self.end > on)


@dataclass(frozen=True)
class Plans:
    """The plans by child; those under other records by requested child; those of families by family."""

    of_child: Mapping[int, list[PlanRow]]
    under_other: Mapping[int, list[PlanRow]]
    of_family: Mapping[int, list[PlanRow]]

    def of(self, part: Part) -> list[PlanRow]:
        """The child's own plans that had begun when it was raised, the earliest first."""
        found = [*self.of_child.get(part.child, ()), *self.under_other.get(part.asked or 0, ())]
        return _begun(found, part.raised)

    def of_others(self, part: Part) -> list[PlanRow]:
        """Those of brothers and sisters, likewise."""
        rows = self.of_family.get(part.family, ())
        return _begun([row for row in rows if row.child != part.child], part.raised)


def _begun(rows: Iterable[PlanRow], on: dt.date) -> list[PlanRow]:
    begun = [row for row in rows if (row.start or dt.date.min) <= on]
    return sorted(begun, key=lambda row: (row.start or row.end or dt.date.min, row.end or dt.date.max))


def read_cases(
    user: User, view: FamilyView, besides: Collection[int], on: dt.date
) -> tuple[dict[int, Case], list[Earlier]]:
    """The cases of a consultation's children in sight (by consultation) as they stand today, and those that
    other families' decisions were made on, in always the same few queries.

    `besides`: consultations left out, for they stand in the history of the children themselves.
    """
    answers = _standing(user, view, besides)
    rows = answers.values_list(*(f"consultation__{path}" for path in COLUMNS), "answered_at")
    decided = [_read(row) for row in rows]
    own = [_part(one) for one in view.children if one.state != ConsultationState.CLOSED]
    days = [(part, day_of(at)) for part, at in decided] + [(part, on) for part in own]
    cases = _cases(user, days)
    earlier = [
        Earlier(case, part.pk, part.family, at)
        for case, (part, at) in zip(cases[: len(decided)], decided, strict=True)
    ]
    return {part.pk: case for part, case in zip(own, cases[len(decided) :], strict=True)}, earlier


def _standing(user: User, view: FamilyView, besides: Collection[int]) -> ScopedQuerySet:
    """The decisions that stand, of other families: one that a later one took the place of stands no more."""
    family = view.within.family_id
    rows = scope(user, ConsultationAnswer).filter(
        answer__in=[answer.value for answer in COMPARED], superseded_by=None
    )
    others = rows.exclude(consultation__within__family=family).exclude(consultation__child__family=family)
    found: ScopedQuerySet = others.exclude(consultation__in=list(besides)).order_by("-answered_at", "-pk")
    return found[:LOOKED_AT]


def _part(one: Consultation) -> Part:
    asked = one.requested_child
    return Part(
        one.pk,
        one.within.pk,
        one.child.pk,
        one.within.family_id,
        one.child.birth_date,
        one.cause,
        day_of(one.raised_at),
        one.plan_id,
        asked.pk if asked else None,
        asked.recorded_previous_plans if asked else None,
    )


def _read(row: Sequence[Any]) -> tuple[Part, dt.datetime]:
    """A part from its columns and when it was decided; it was raised on a day here."""
    return Part._make([*row[:6], day_of(row[6]), *row[7:-1]]), row[-1]


def _among(ids: Iterable[int | None]) -> RawSQL:
    """Those ids, for a condition: thousands are sent as one array."""
    return RawSQL("SELECT unnest(%s::bigint[])", [sorted({pk for pk in ids if pk})])


def _cases(user: User, days: Sequence[tuple[Part, dt.date]]) -> list[Case]:
    plans = _plans(user, [part for part, _ in days])
    counted = scope(user, Consultation).filter(within__in=_among(part.within for part, _ in days))
    rows = counted.exclude(state=ConsultationState.CLOSED).order_by().values_list("within")
    children: dict[int, int] = dict(rows.annotate(number=Count("pk")))
    last = {part.pk: _last(part, plans) for part, _ in days}
    running = [row.pk for part, _ in days if (row := last[part.pk]) is not None and row.runs(part.raised)]
    categories = _categories(user, running)
    return [
        _case(part, day, last[part.pk], plans, categories, children.get(part.within, 1)) for part, day in days
    ]


def _plans(user: User, parts: Sequence[Part]) -> Plans:
    """Of a child ours, other authorities' and those under other records; of a baby's family likewise."""
    of_child = _by_key(user, "child", {"child__in": _among(part.child for part in parts)})
    babies = _among(part.family for part in parts if part.cause == Cause.NEW_BABY)
    of_family = _by_key(user, "child__family", {"child__family__in": babies})
    found = scope(user, EarlierPlan).filter(
        found_in=FoundIn.OTHER_RECORD, requested_child__in=_among(part.asked for part in parts)
    )
    rows = found.values_list(
        "requested_child",
        "requested_child__child",
        "pk",
        "start_date",
        "end_date",
        "category",
        "plan__end_reason",
        "plan__step_down",
    )
    under = _gather((*row[:6], row[6] or "", row[7] or "") for row in rows)
    return Plans(of_child, under, of_family)


def _by_key(user: User, key: str, those: Mapping[str, object]) -> dict[int, list[PlanRow]]:
    columns = (key, "child_id", "pk", "start_date", "end_date")
    own = scope(user, Plan).filter(**those).order_by()
    elsewhere = scope(user, PlanElsewhere).filter(in_error=False, **those).order_by()
    ours = own.values_list(*columns, "latest_category", "end_reason", "step_down")
    others = elsewhere.values_list(*columns, "category")
    return _gather([*((*row, True) for row in ours), *others])


def _gather(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[PlanRow]]:
    """{what the first column holds: the plans that the others tell of}."""
    found: dict[int, list[PlanRow]] = {}
    for key, *columns in rows:
        found.setdefault(key, []).append(PlanRow(*columns))
    return found


def _categories(user: User, plans: Collection[int]) -> dict[int, list[tuple[dt.date, str]]]:
    """From which day on plans that ran had which category."""
    found: dict[int, list[tuple[dt.date, str]]] = {}
    rows = scope(user, PlanCategory).filter(plan__in=_among(plans)).order_by("from_date", "pk")
    for plan, day, category in rows.values_list("plan", "from_date", "category"):
        found.setdefault(plan, []).append((day, category))
    return found


def _last(part: Part, plans: Plans) -> PlanRow | None:
    """The plan that it was raised about, or else the last before; of a new baby, a brother's or sister's."""
    if part.cause == Cause.NEW_BABY:
        return next(reversed(plans.of_others(part)), None)
    rows, on = plans.of(part), part.raised
    if part.plan is not None:
        return next((row for row in rows if row.is_own and row.pk == part.plan), None)
    if part.cause == Cause.REPLAN:
        rows = [row for row in rows if not row.runs(on)]
    return next(reversed(rows), None)


def _case(
    part: Part,
    day: dt.date,
    last: PlanRow | None,
    plans: Plans,
    categories: Mapping[int, list[tuple[dt.date, str]]],
    children: int,
) -> Case:
    raised = part.raised
    own = [row for row in plans.of(part) if not row.runs(raised)]
    runs = last is not None and last.runs(raised)
    return Case(
        kind=part.cause,
        gap=RUNS if runs else gap_band(last.end if last else None, raised).value,
        category=_category(last, categories, raised),
        ended=RUNS if runs else last.ended if last else "",
        step_down=last.step_down if last and not runs else "",
        before=max(len(own), part.counted or 0),
        length=_length(last, raised).value,
        age=age_band(part.born, day).value,
        children=children,
    )


def _category(last: PlanRow | None, categories: Mapping[int, list[tuple[dt.date, str]]], on: dt.date) -> str:
    """That of a plan which ran, as it was on the day."""
    if last is None:
        return ""
    known = [category for day, category in categories.get(last.pk, ()) if day <= on]
    return known[-1] if known and last.runs(on) else last.category


def _length(last: PlanRow | None, on: dt.date) -> GapBand:
    """How long it lasted, or had lasted on the day."""
    if last is None or last.start is None:
        return GapBand.UNKNOWN
    end = on if last.runs(on) else last.end
    return gap_band(last.start, end) if end else GapBand.UNKNOWN
