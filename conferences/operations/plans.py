"""What changes in a plan between its conferences: a need or an action that comes in, is another, or ends."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Max

from conferences.models import ChildPart, Correction, Plan, PlanAction, PlanNeed
from conferences.operations.corrections import Change, Draft, begin, changes, check_now, finish, goes
from conferences.operations.corrections_added import comes_by_correction
from conferences.operations.duties_refresh import refresh
from conferences.operations.recording_lines import Action, Need
from conferences.queries.plans import latest_part
from conferences.rules.corrections import RecordKind
from conferences.rules.plans_lines import agreed_problem, due_problem, line_day_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.operation import lock, lock_rows, operation, refuse_joined
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission

WHY = "a plan in scope that changes"
NO_CONFERENCE = "No conference that was recorded here agreed this plan. Add to it at its next conference."
ENDED = "This plan has ended, so nothing comes into it any more."
NOT_OF_IT = "Select a need of this plan"
ENDED_NEED = "This need is in the plan no more"
AGREED_STAYS = (
    "Whether its conference agreed it does not change. If it is wrong, say that it was recorded in error and "
    "add what is right"
)


@dataclass(frozen=True)
class Added:
    """An action that comes into a plan, since when and why: for a need of the plan, a new one, or none."""

    action: Action
    since: dt.date | None
    words: str
    need: PlanNeed | None = None
    new_need: Need | None = None


@operation(needs=Permission.CHANGE_PLAN)
def correct_need(*, row: PlanNeed, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """What a need is or what will be different, since and until when it is in the plan, or that it never
    was.
    """
    draft = begin(row, RecordKind.PLAN_NEED, change, at)
    made = finish(draft, change, _day_problems(draft, at), by, at)
    refresh(draft.row.part.record.booking, met_by=by, at=at)
    return made


@operation(needs=Permission.CHANGE_PLAN)
def correct_action(*, row: PlanAction, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """What is done by whom and by when, how it is known, since and until when, or that it never was."""
    draft = begin(row, RecordKind.PLAN_ACTION, change, at)
    problems = _day_problems(draft, at)
    if changes(draft, "by_date") and not goes(draft):
        held, born = _meeting_day(draft.row.part), draft.row.part.requested_child.child.birth_date
        why = "the day of the conference"
        sentence = due_problem(draft.after["by_date"], earliest=held, why=why, born=born)
        problems += [Problem(sentence, "by_date")] if sentence else []
    if changes(draft, "agreed_date", "by_date") and not goes(draft):
        sentence = agreed_problem(draft.after["agreed_date"], draft.after["by_date"], day_of(at))
        problems += [Problem(sentence, "agreed_date")] if sentence else []
    made = finish(draft, change, problems, by, at)
    refresh(draft.row.part.record.booking, met_by=by, at=at)
    return made


def _day_problems(draft: Draft, at: dt.datetime) -> list[Problem]:
    names = "added_date", "ended_date", "ended_words"
    if goes(draft) or not changes(draft, *names):
        return []
    added, ended, words = (draft.after[name] for name in names)
    found = line_day_problems(added, ended, words, held=_meeting_day(draft.row.part), on=day_of(at))
    if (added is None) is not (draft.before["added_date"] is None):
        return [Problem(AGREED_STAYS, "added_date"), *(one for one in found if one.field != "added_date")]
    return found


def _meeting_day(part: ChildPart) -> dt.date:
    return day_of(part.record.booking.starts_at)


@operation(needs=Permission.CHANGE_PLAN)
def add_action(*, plan: Plan, told: Added, by: User, at: dt.datetime) -> PlanAction:
    """An action comes into an open plan after the conference that agreed it, with a new need if it is for
    one.

    Raises Refused for a plan that has ended or that no conference recorded here agreed, a day that cannot
    be, a need that is not of the plan, and all that is missing.
    """
    refuse_joined(lock_rows(Child.objects.unscoped("held by an operation").filter(pk=plan.child_id)))
    running = lock(plan, "child")
    if running.end_date is not None:
        raise Refused(ENDED)
    part = latest_part(running)
    if part is None:
        raise Refused(NO_CONFERENCE)
    refuse_all(_problems(told, part, running, day_of(at)))
    assert told.since is not None and told.action.by_date is not None  # Refused above.
    need = _new_need(part, told, by, at) if told.new_need else told.need
    one = told.action
    made = PlanAction(
        part=part,
        plan=running,
        need=need,
        what=one.what,
        who=one.who,
        by_date=told.action.by_date,
        measure=one.measure,
        evidence=one.evidence,
        service=one.service,
        agreed_date=one.agreed_date,
        added_date=told.since,
    )
    comes_by_correction(made, RecordKind.PLAN_ACTION, "added_date", told.since, told.words, by, at)
    made.save(force_insert=True)
    check_now()
    audit.record("plan.action_added", made, by=by, at=at)
    return made


def _problems(told: Added, part: ChildPart, plan: Plan, on: dt.date) -> list[Problem]:
    one = told.action
    lacks = missing(
        what=(one.what, "Enter what will be done"),
        who=(one.who, "Enter who will do it: a named person"),
        by_date=(one.by_date, "Enter the date of the action"),
        added_date=(told.since, "Enter since when it is in the plan"),
        words=(told.words, "Enter why it comes into the plan now"),
    )
    if told.new_need:
        lacks += missing(
            need=(told.new_need.need, "Enter what the child needs"),
            change=(told.new_need.change, "Enter what will be different for the child"),
        )
    if told.need and told.need.part_id != part.pk:
        lacks.append(Problem(NOT_OF_IT, "for_need"))
    elif told.need and (told.need.in_error or told.need.ended_date):
        lacks.append(Problem(ENDED_NEED, "for_need"))
    lacks += line_day_problems(told.since, None, "", held=_meeting_day(part), on=on)
    earliest = told.since or on
    why = "the day it comes into the plan"
    if sentence := due_problem(one.by_date, earliest=earliest, why=why, born=plan.child.birth_date):
        lacks.append(Problem(sentence, "by_date"))
    if sentence := agreed_problem(one.agreed_date, one.by_date, on):
        lacks.append(Problem(sentence, "agreed_date"))
    return lacks


def _new_need(part: ChildPart, told: Added, adder: User, at: dt.datetime) -> PlanNeed:
    assert told.new_need is not None and told.since is not None
    rows = PlanNeed.objects.unscoped(WHY).filter(part=part)
    last = rows.aggregate(last=Max("number"))["last"] or 0
    words = told.new_need
    made = PlanNeed(part=part, number=last + 1, need=words.need, outcome=words.change, added_date=told.since)
    comes_by_correction(made, RecordKind.PLAN_NEED, "added_date", told.since, told.words, adder, at)
    made.save(force_insert=True)
    return made
