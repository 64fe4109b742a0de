"""Child in need plans: recorded, ended, and ended by the conference at which a protection plan begins."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import F, Q, QuerySet

from conferences.models import ChildInNeedPlan, NeedEpisode, Plan
from conferences.rules.children import Birth
from conferences.rules.in_need import Span, end_problems, start_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

TWICE = ("This plan is recorded already", "start_date")


@operation(needs=Permission.RECORD_IN_NEED_PLAN, refuses={"inneedplan_stands_once": TWICE})
def record_in_need_plan(
    *,
    child: Child,
    start_date: dt.date | None,
    end_date: dt.date | None = None,
    by: User,
    at: dt.datetime,
) -> ChildInNeedPlan:
    """A child in need plan that runs from a day, or ran to another. Raises Refused: a day to come or long
    before the birth, and days that another plan of the child shares.
    """
    held = lock(child)
    refuse_all(day_problems(held, start_date, end_date, day_of(at)))
    assert start_date is not None  # Refused above.
    made = ChildInNeedPlan.objects.create(
        child=held, start_date=start_date, end_date=end_date, episode=_episode(held, start_date)
    )
    audit.record("in_need_plan.recorded", made, by=by, at=at, detail={"start_date": start_date.isoformat()})
    return made


def day_problems(
    child: Child,
    start: dt.date | None,
    end: dt.date | None,
    on: dt.date,
    *,
    but: ChildInNeedPlan | None = None,
) -> list[Problem]:
    """Why the child cannot have had a child in need plan on these days, among all its plans `but` one."""
    plans = Plan.objects.unscoped("the plans of a child in scope").filter(
        child=child, held_for_other_authority=False
    )
    others = ChildInNeedPlan.objects.unscoped("the child in need plans of a child in scope")
    return start_problems(
        start,
        end,
        birth=Birth.of(child.birth_date, child.expected_birth_date),
        death=child.death_date,
        protection=_spans(plans),
        in_need=_spans(others.filter(child=child, in_error=False).exclude(pk=but.pk if but else None)),
        on=on,
    )


def _spans(rows: QuerySet[Any]) -> list[Span]:
    return list(rows.values_list("start_date", "end_date"))


def _episode(child: Child, day: dt.date) -> NeedEpisode | None:
    """The spell in need in which a day lies, where one is recorded."""
    spells = NeedEpisode.objects.unscoped("the spell in need of a child in scope")
    lasting = Q(closure_date__isnull=True) | Q(closure_date__gte=day)
    found: NeedEpisode | None = spells.filter(
        lasting, child=child, referral_date__lte=day, in_error=False
    ).first()
    return found


@operation(needs=Permission.RECORD_IN_NEED_PLAN)
def end_in_need_plan(
    *, plan: ChildInNeedPlan, end_date: dt.date | None, by: User, at: dt.datetime
) -> ChildInNeedPlan:
    """A child in need plan that runs ended on a day."""
    lock(plan.child)
    held = lock(plan)
    if held.end_date is not None:
        raise Refused(f"This plan ended on {uk_date(held.end_date)} already")
    refuse_all(end_problems(end_date, held.start_date, day_of(at)))
    assert end_date is not None  # Refused above.
    _end(held, end_date, by, at)
    return held


def end_running(child: int, on: dt.date, *, writer: User, at: dt.datetime) -> None:
    """End the child in need plan that ran on a day, for what ends it: a child protection plan that begins
    (R28, C), or a death. What began later is left, for a person to put right.
    """
    running = ChildInNeedPlan.objects.unscoped("the child in need plan of a child at a meeting in scope")
    rows = running.filter(
        Q(end_date__isnull=True) | Q(end_date__gt=on), child=child, start_date__lte=on, in_error=False
    )
    for plan in lock_rows(rows):
        _end(plan, on, writer, at)


def move_end(child: int, was: dt.date, day: dt.date, *, writer: User, at: dt.datetime) -> None:
    """The child in need plan that a conference ended on a day ends with it on another. One that began later
    than that is left, for a person to put right.
    """
    ended = ChildInNeedPlan.objects.unscoped("the child in need plan of a child at a conference in scope")
    for plan in lock_rows(ended.filter(child=child, end_date=was, start_date__lte=day, in_error=False)):
        _end(plan, day, writer, at)


def move_start(child: int, was: dt.date, day: dt.date, *, writer: User, at: dt.datetime) -> None:
    """The child in need plan that began as a review ended a plan begins with that end on a later day; where
    it ended by then, it is left for a person to put right.
    """
    begun = ChildInNeedPlan.objects.unscoped("the child in need plan of a child at a review in scope")
    for plan in lock_rows(begun.filter(child=child, start_date=was, in_error=False)):
        if was < day and (plan.end_date is None or plan.end_date > day):
            plan.start_date = day
            plan.save(update_fields=["start_date"])
            detail = {"start_date": day.isoformat()}
            audit.record("in_need_plan.moved", plan, by=writer, at=at, detail=detail)


def remove_within(child: int, first: dt.date, last: dt.date | None, *, writer: User, at: dt.datetime) -> None:
    """Take away the child in need plans that were begun because a protection plan, which runs after all from
    a day to a day, had ended or never begun (R28). The history keeps them.
    """
    plans = ChildInNeedPlan.objects.unscoped("the child in need plans of a child in scope")
    begun = plans.filter(child=child, start_date__gte=first, in_error=False).exclude(start_date=F("end_date"))
    for plan in lock_rows(begun.filter(start_date__lt=last) if last else begun):
        audit.record(
            "in_need_plan.removed", plan, by=writer, at=at, detail={"start_date": plan.start_date.isoformat()}
        )
        plan.delete()


def _end(plan: ChildInNeedPlan, day: dt.date, by: User, at: dt.datetime) -> None:
    plan.end_date = day
    plan.save(update_fields=["end_date"])
    audit.record("in_need_plan.ended", plan, by=by, at=at, detail={"end_date": day.isoformat()})
