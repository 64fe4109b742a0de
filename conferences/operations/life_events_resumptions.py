"""A plan that runs again: what ended it was never this child's. One person says so, another confirms it."""

from __future__ import annotations

import datetime as dt

from conferences.models import Correction, Plan, PlanEnding, PlanResumption
from conferences.operations.corrections import check_now
from conferences.operations.duties_refresh import refresh
from conferences.operations.in_need import remove_within
from conferences.operations.plans_elsewhere import check_requests
from conferences.operations.requests_children import tell_of_way_back
from conferences.queries.children_days import present_of
from conferences.queries.corrections import as_text, origin_of
from conferences.queries.corrections_plans import plan_days
from conferences.queries.life_events_resumptions import stands_after
from conferences.queries.what_follows import Watched, watched
from conferences.rules.corrections import IN_ERROR, RecordKind, Why
from conferences.rules.corrections_plans import plan_problems
from conferences.rules.life_events import still_ends
from safeguarding import audit
from safeguarding.access import can
from safeguarding.clock import day_of
from safeguarding.labelled import values
from safeguarding.models import Outcome, User
from safeguarding.operation import lock, operation, rehearse
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.second_person.closing import (
    close,
    close_lapsed,
    confirm_by_another,
    end_unconfirmed,
    last_day,
    lock_waiting,
)

WAITS = "That this plan runs again waits for a second person already."
RUNS = "This plan runs: nothing is to be taken back."
NOT_BY_THIS = "The plan did not end by this."
OVERLAP = {
    "planresumption_one_at_a_time": WAITS,
    "plan_no_overlap_for_a_child": "Another plan of the child runs on these days.",
}


@operation(needs=Permission.RECORD_LIFE_EVENT, refuses=OVERLAP)
def foresee_resumption(
    *, ending: PlanEnding, why: str, words: str, by: User, at: dt.datetime
) -> Watched[None]:
    """How things would stand once it is confirmed: it is done and undone. Raises what confirming would."""
    held = _lock_ended(ending, by, at)
    refuse_all(_problems(why, words))
    child = [held.plan.child]
    return rehearse(lambda: watched(lambda: _try(held, why, words, by, at), child, by, day_of(at)))


@operation(needs=Permission.RECORD_LIFE_EVENT, refuses=OVERLAP)
def ask_resumption(*, ending: PlanEnding, why: str, words: str, by: User, at: dt.datetime) -> PlanResumption:
    """Ask that a plan runs again, whose end was never this child's; until it is confirmed it has ended."""
    held = _lock_ended(ending, by, at)
    refuse_all(_problems(why, words))
    rehearse(lambda: _try(held, why, words, by, at))
    asked = _make(held, why, words, by, at)
    audit.record("plan_resumption.asked", asked, by=by, at=at, detail={"plan": held.plan_id})
    return asked


def _lock_ended(ending: PlanEnding, writer: User, at: dt.datetime) -> PlanEnding:
    """The end of a plan that two people agreed to, with its plan held; none other is taken back so."""
    plan = lock(ending.plan, "child")
    held: PlanEnding = lock(ending, "event")
    held.plan = plan
    if plan.end_date is None:
        raise Refused(RUNS)
    if held.outcome != Outcome.CONFIRMED or plan.end_reason != held.end_reason:
        raise Refused(NOT_BY_THIS)
    same = PlanResumption.objects.unscoped("what waits for a plan in scope").filter(plan=plan)
    close_lapsed(same, by=writer, at=at)
    if same.filter(closed_at__isnull=True).exists():
        raise Refused(WAITS)
    return held


def _problems(why: str, words: str) -> list[Problem]:
    found = [] if why in values(Why) else [Problem("Select why the plan runs again", "why")]
    return [*found, *missing(words=(words, "Enter how you know"))]


def _make(ending: PlanEnding, why: str, words: str, writer: User, at: dt.datetime) -> PlanResumption:
    plan = ending.plan
    assert plan.end_date is not None  # Refused before.
    return PlanResumption.objects.create(
        plan=plan,
        ending=ending,
        was_end_date=plan.end_date,
        was_end_reason=plan.end_reason,
        was_step_down=plan.step_down,
        why=why,
        words=words.strip(),
        asked_by=writer,
        asked_at=at,
        last_date=last_day(at),
    )


def _try(ending: PlanEnding, why: str, words: str, writer: User, at: dt.datetime) -> None:
    """As if a second person had confirmed it: for a rehearsal alone."""
    made = _make(ending, why, words, writer, at)
    close(made, Outcome.CONFIRMED, by=audit.system_user(), at=at)
    # Read anew: what is asked for afterwards tells of the plan as it stands.
    _resume(made, lock(ending.plan, "child"), writer, at)


@operation(needs=Permission.CONFIRM_PLAN_END, refuses=OVERLAP)
def confirm_resumption(*, resumption: PlanResumption, by: User, at: dt.datetime) -> Plan:
    """The plan runs again, as if it had never ended; what ended it is said to have been in error.

    Raises Refused: closed or lapsed, asked for by oneself, and whatever was built on the end.
    """
    plan = lock(resumption.plan, "child")
    held = lock_waiting(resumption, at)
    confirm_by_another(held, by=by, at=at)
    if plan.end_date is None:
        raise Refused(RUNS)
    _resume(held, plan, by, at)
    detail = {"resumption": held.pk, "asked_by": held.asked_by_id}
    audit.record("plan.resumed", plan, by=by, at=at, detail=detail)
    refresh(plan, met_by=by, at=at)
    return plan


def _resume(held: PlanResumption, plan: Plan, writer: User, at: dt.datetime) -> None:
    ended, on = plan.end_date, day_of(at)
    assert ended is not None  # Refused before.
    if sentence := still_ends(held.ending.event.kind, present_of(plan.child), on) or stands_after(plan):
        raise Refused(sentence)
    refuse_all(plan_problems(plan_days(plan, plan.start_date, None), on, begins="", ends=""))
    plan.end_date, plan.end_reason, plan.step_down = None, "", ""
    plan.save(update_fields=["end_date", "end_reason", "step_down"])
    remove_within(plan.child_id, ended, None, writer=writer, at=at)
    _say_in_error(held, plan, writer, at)
    check_now()
    check_requests(plan.child, teller=writer, at=at)
    tell_of_way_back(plan.child, writer=writer, at=at)
    refresh(plan, met_by=writer, at=at)


def _say_in_error(held: PlanResumption, plan: Plan, writer: User, at: dt.datetime) -> None:
    """What ended the plan was not this child's: a correction as every other."""
    event = lock(held.ending.event)
    if event.in_error:
        return
    origin = origin_of(event, IN_ERROR.field)
    event.in_error = True
    event.save(update_fields=["in_error"])
    Correction.objects.create(
        child=plan.child,
        kind=RecordKind.LIFE_EVENT,
        row=event.pk,
        field=IN_ERROR.field,
        was=as_text(False),
        was_by=origin.by,
        was_at=origin.at,
        now=as_text(True),
        why=held.why,
        words=held.words,
        corrected_by=writer,
        corrected_at=at,
    )


@operation(needs=Permission.RECORD_LIFE_EVENT)
def turn_down_resumption(
    *, resumption: PlanResumption, reason: str, by: User, at: dt.datetime
) -> PlanResumption:
    """The plan stays ended: withdrawn by who asked, refused by somebody who could confirm it."""
    held = lock_waiting(resumption, at)
    if held.asked_by_id != by.pk and not can(by, Permission.CONFIRM_PLAN_END):
        raise Refused("Only who asked for this can withdraw it.", status=FORBIDDEN)
    how = end_unconfirmed(held, reason=reason, by=by, at=at)
    audit.record(f"plan_resumption.{how.lower()}", held, by=by, at=at, detail={"plan": held.plan_id})
    return held
