"""A child in need plan whose end was made by a conference at which no protection plan began after all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from conferences.models import ChildInNeedPlan, Correction
from conferences.operations.in_need import day_problems
from conferences.queries.corrections import as_text, origin_of
from conferences.rules.corrections import RecordKind
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import AuditEntry, Child, User
from safeguarding.operation import lock_rows


@dataclass(frozen=True)
class Told:
    """Why a fact is another, as a code of rules.corrections.Why, and how it is known."""

    why: str
    words: str


def take_back_end(
    child: Child,
    day: dt.date,
    ended_at: Collection[dt.datetime],
    told: Told,
    *,
    writer: User,
    at: dt.datetime,
) -> None:
    """A child in need plan that a conference ended on a day, at one of these moments, runs on as it did
    before: for an operation by which no protection plan began there. The correction says who and why.

    Left as it is, for a person to put right: one that something else ended since, of a child who has died,
    and one that another plan of the child would share days with.
    """
    ended = ChildInNeedPlan.objects.unscoped("the child in need plan of a child at a conference in scope")
    for plan in lock_rows(ended.filter(child=child, end_date=day, in_error=False)):
        before = _end_before(plan)
        is_free = child.death_date is None and not day_problems(
            child, plan.start_date, before, day_of(at), but=plan
        )
        if is_free and _ended_at(plan) in ended_at:
            _run_on(plan, before, told, writer, at)


def _ended_at(plan: ChildInNeedPlan) -> dt.datetime | None:
    """When its end was last recorded or corrected."""
    name = ChildInNeedPlan._meta.label_lower
    ends = AuditEntry.objects.filter(
        event="in_need_plan.ended", subject_model=name, subject_id=plan.pk
    ).values_list("done_at", flat=True)
    corrected = Correction.objects.unscoped("whether an end was corrected since").filter(
        kind=RecordKind.IN_NEED_PLAN, row=plan.pk, field="end_date"
    )
    return max([*ends, *corrected.values_list("corrected_at", flat=True)], default=None)


def _end_before(plan: Any) -> dt.date | None:
    """The end that stood before the present one, by the history; None where it ran."""
    for event in plan.history.order_by("-pgh_id"):
        if event.end_date != plan.end_date:
            before: dt.date | None = event.end_date
            return before
    return None


def _run_on(plan: ChildInNeedPlan, before: dt.date | None, told: Told, writer: User, at: dt.datetime) -> None:
    was, origin = plan.end_date, origin_of(plan, "end_date")
    plan.end_date = before
    plan.save(update_fields=["end_date"])
    Correction.objects.create(
        child_id=plan.child_id,
        kind=RecordKind.IN_NEED_PLAN,
        row=plan.pk,
        field="end_date",
        was=as_text(was),
        was_by=origin.by,
        was_at=origin.at,
        now=as_text(before),
        why=told.why,
        words=told.words,
        corrected_by=writer,
        corrected_at=at,
    )
    detail = {"was_end_date": as_text(was), "end_date": as_text(before)}
    audit.record("in_need_plan.end_taken_back", plan, by=writer, at=at, detail=detail)
