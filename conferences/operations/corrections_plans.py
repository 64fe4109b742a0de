"""Corrections of what was recorded under a plan, and of plans that a child had elsewhere."""

from __future__ import annotations

import datetime as dt

from conferences.models import CoreGroup, Correction, FollowUp, PlanElsewhere
from conferences.operations.corrections import Change, Draft, begin, finish, goes
from conferences.operations.duties_refresh import refresh
from conferences.operations.plans_elsewhere import check_requests
from conferences.queries.children_days import birth_of
from conferences.rules.core_groups import held_day_refused as group_day_refused
from conferences.rules.corrections import IN_ERROR, RecordKind
from conferences.rules.follow_ups import held_day_refused
from conferences.rules.plans_elsewhere import Told, problems
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import operation
from safeguarding.refusals import Problem
from safeguarding.register.authorities import latest_authority
from safeguarding.rights import Permission


@operation(
    needs=Permission.RECORD_CORE_GROUP,
    refuses={"coregroup_stands_once": ("A core group on that day is already recorded", "held_date")},
)
def correct_core_group(*, row: CoreGroup, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """A core group: the next one is due from the day it met."""
    draft = begin(row, RecordKind.CORE_GROUP, change, at)
    plan = draft.row.plan
    sentence = (
        ""
        if goes(draft)
        else group_day_refused(draft.after["held_date"], plan.start_date, plan.end_date, day_of(at))
    )
    made = finish(draft, change, [Problem(sentence, "held_date")] if sentence else [], by, at)
    refresh(row, met_by=by, at=at)
    return made


@operation(
    needs=Permission.RECORD_FOLLOW_UP,
    refuses={"followup_stands_once": ("This follow-up is already recorded", "which")},
)
def correct_follow_up(*, row: FollowUp, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """A follow-up after a plan ended."""
    draft = begin(row, RecordKind.FOLLOW_UP, change, at)
    ended = None if goes(draft) else draft.row.plan.end_date
    sentence = held_day_refused(draft.after["held_date"], ended, day_of(at)) if ended else ""
    made = finish(draft, change, [Problem(sentence, "held_date")] if sentence else [], by, at)
    refresh(row, met_by=by, at=at)
    return made


@operation(needs=Permission.RECORD_PLAN_ELSEWHERE, retry=True)
def correct_plan_elsewhere(
    *, row: PlanElsewhere, change: Change, by: User, at: dt.datetime
) -> list[Correction]:
    """A plan with another authority: requests that wait are checked again; what was found at first stays."""
    draft = begin(row, RecordKind.PLAN_ELSEWHERE, change, at)
    if known := latest_authority(draft.after["authority"] or ""):
        draft.after["authority_name"] = known.name
    told = Told(**{name: value for name, value in draft.after.items() if name != IN_ERROR.field})
    made = finish(draft, change, _elsewhere_problems(draft, told, day_of(at)), by, at)
    check_requests(row.child, teller=by, at=at)
    refresh(row, met_by=by, at=at)
    return made


def _elsewhere_problems(draft: Draft, told: Told, on: dt.date) -> list[Problem]:
    if goes(draft):
        return []
    row = draft.row
    found = problems(told, birth=birth_of(row.child_id), on=on)
    same = PlanElsewhere.objects.unscoped("Plans elsewhere of a child in scope.").filter(
        child=row.child_id,
        in_error=False,
        authority=told.authority,
        authority_name__iexact=told.authority_name,
        start_date=told.start_date,
        end_date=told.end_date,
    )
    if same.exclude(pk=row.pk).exists():
        found.append(Problem("This plan is recorded already", "authority"))
    return found
