"""A plan that ends without a review: asked for with the evidence, confirmed by a second who manages."""

from __future__ import annotations

import datetime as dt

from conferences.models import LifeEvent, Plan, PlanEnding
from conferences.operations.duties_refresh import refresh
from conferences.operations.requests_children import leave
from conferences.queries.children_days import life_of
from conferences.queries.life_events import meeting_of, open_asks, open_plan
from conferences.rules.life_events import (
    ASKS_STEP_DOWN,
    ENDED_WITHOUT_REVIEW,
    ENDS,
    STEP_DOWN,
    LifeKind,
    end_day_problems,
)
from conferences.rules.vocabulary import EndReason
from conferences.rules.workflow import CancelReason
from safeguarding import audit
from safeguarding.access import can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.second_person.closing import (
    close_lapsed,
    confirm_by_another,
    end_unconfirmed,
    last_day,
    lock_waiting,
)
from safeguarding.wording import sentence, uk_date

# What ends a plan though it was before it: a move does by the other authority's conference (R11).
BEFORE_THE_PLAN = (LifeKind.DIED, LifeKind.MOVED_AWAY)
WAITS = "That this plan ends waits for a second person already."
NO_PLAN = "The child is on no plan of ours that runs."
IN_ERROR = "This was recorded in error, so no plan ends by it."
NO_DAY = "Enter the day on which the plan ends"
BEFORE = "The plan cannot end before {day}"
NO_EVIDENCE = "Enter how you know"
NO_STEP_DOWN = "Select where support goes"


def ask_end(
    event: LifeEvent,
    plan: Plan,
    *,
    end_date: dt.date,
    step_down: str,
    evidence: str,
    writer: User,
    at: dt.datetime,
) -> PlanEnding:
    """Ask that a plan ends by what happened, for an operation that found its day to be right."""
    same = PlanEnding.objects.unscoped("what waits for a plan in scope").filter(plan=plan)
    close_lapsed(same, by=writer, at=at)
    if same.filter(closed_at__isnull=True).exists():
        raise Refused(WAITS)
    asked = PlanEnding.objects.create(
        plan=plan,
        event=event,
        end_date=end_date,
        end_reason=ENDS[LifeKind(event.kind)],
        step_down=step_down,
        evidence=evidence,
        asked_by=writer,
        asked_at=at,
        last_date=last_day(at),
    )
    detail = {"plan": plan.pk, "reason": asked.end_reason, "end_date": end_date.isoformat()}
    audit.record("plan_ending.asked", asked, by=writer, at=at, detail=detail)
    return asked


@operation(needs=Permission.RECORD_LIFE_EVENT, refuses={"planending_one_at_a_time": WAITS})
def ask_plan_end(
    *, event: LifeEvent, ends: dt.date | None, step_down: str, evidence: str, by: User, at: dt.datetime
) -> PlanEnding:
    """Ask that the plan that runs ends by what was recorded before: of a move, by the day of the other
    authority's conference; of the rest, where it was refused, withdrawn or lapsed.

    Raises Refused: no plan, a day that cannot be, what is missing, one that waits.
    """
    held = lock(event, "child")
    kind = LifeKind(held.kind)
    plan = open_plan(held.child)
    if held.in_error:
        raise Refused(IN_ERROR)
    if plan is None or kind not in ENDS or held.day < plan.start_date and kind not in BEFORE_THE_PLAN:
        raise Refused(NO_PLAN)
    plan = lock(plan)
    needed = missing(ends=(ends, NO_DAY), evidence=(evidence, NO_EVIDENCE))
    if kind in ASKS_STEP_DOWN:
        needed += missing(step_down=(step_down, NO_STEP_DOWN))
    refuse_all([*needed, *_day_problems(held, ends, by, at)])
    assert ends is not None  # Refused above.
    if kind is LifeKind.MOVED_AWAY:
        held.conference_date = ends
        held.save(update_fields=["conference_date"])
    down = STEP_DOWN.get(kind, step_down)
    asked = ask_end(held, plan, end_date=ends, step_down=down, evidence=evidence.strip(), writer=by, at=at)
    refresh(plan, met_by=by, at=at)
    return asked


def _day_problems(event: LifeEvent, ends: dt.date | None, by: User, at: dt.datetime) -> list[Problem]:
    if ends is None:
        return []
    if ends < event.day:
        return [Problem(BEFORE.format(day=uk_date(event.day)), "ends")]
    found = end_day_problems(LifeKind(event.kind), ends, life_of(by, event.child), day_of(at))
    return [Problem(one.sentence, "ends") for one in found]


@operation(needs=Permission.CONFIRM_PLAN_END, retry=True)
def confirm_plan_end(*, ending: PlanEnding, by: User, at: dt.datetime) -> Plan:
    """End the plan as a second person. No review is owed any more; what is asked for the plan ends.

    Raises Refused: closed or lapsed, asked for by oneself, a plan that ended, a conference held since the
    day, a review that was held and is not signed.
    """
    lock(ending.plan.child)
    plan = lock(ending.plan, "child")
    held = lock_waiting(ending, at)
    confirm_by_another(held, by=by, at=at)
    if plan.end_date is not None:
        raise Refused(f"This plan ended on {uk_date(plan.end_date)} already.")
    if held.end_date < held.event.day:  # Corrected since it was asked for.
        raise Refused(sentence(BEFORE.format(day=uk_date(held.event.day))))
    life = life_of(by, plan.child)
    if wrong := end_day_problems(LifeKind(held.event.kind), held.end_date, life, day_of(at)):
        raise Refused(sentence(wrong[0].sentence))
    _refuse_unsigned(plan, held, at)
    plan.end_date, plan.end_reason, plan.step_down = held.end_date, held.end_reason, held.step_down
    plan.save(update_fields=["end_date", "end_reason", "step_down"])
    _leave_reviews(plan, held, by, at)
    detail = {"ending": held.pk, "reason": held.end_reason, "asked_by": held.asked_by_id}
    audit.record("plan.ended", plan, by=by, at=at, detail=detail)
    refresh(plan, met_by=by, at=at)
    return plan


def _refuse_unsigned(plan: Plan, ending: PlanEnding, at: dt.datetime) -> None:
    """A review that was held on or before the day decides first: its record would find no plan."""
    for asked in open_asks(plan.child):
        meeting = meeting_of(asked)
        if meeting and meeting.starts_at <= at and day_of(meeting.starts_at) <= ending.end_date:
            when = uk_date(meeting.starts_at)
            raise Refused(f"The record of the review of {when} is not signed yet. That comes first.")


def _leave_reviews(plan: Plan, ending: PlanEnding, by: User, at: dt.datetime) -> None:
    is_move = ending.end_reason == EndReason.MOVED
    cancel = CancelReason.MOVED_AWAY if is_move else CancelReason.NOT_NEEDED
    why = sentence(f"{ENDED_WITHOUT_REVIEW}{label(EndReason, ending.end_reason)}")
    for asked in open_asks(plan.child):
        if asked.plan_id == plan.pk:
            leave(asked, cancel, why, writer=by, at=at)


@operation(needs=Permission.RECORD_LIFE_EVENT)
def turn_down_plan_end(*, ending: PlanEnding, reason: str, by: User, at: dt.datetime) -> PlanEnding:
    """The plan goes on: withdrawn by who asked, refused by somebody who could confirm it, with the reason."""
    held = lock_waiting(ending, at)
    if held.asked_by_id != by.pk and not can(by, Permission.CONFIRM_PLAN_END):
        raise Refused("Only who asked for this can withdraw it.", status=FORBIDDEN)
    how = end_unconfirmed(held, reason=reason, by=by, at=at)
    audit.record(f"plan_ending.{how.lower()}", held, by=by, at=at, detail={"plan": held.plan_id})
    refresh(held, met_by=by, at=at)
    return held
