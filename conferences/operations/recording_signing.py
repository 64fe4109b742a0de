"""Signing a record: one transaction turns it into a conference, a decision a child, and what becomes of each
plan.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, prefetch_related_objects

from conferences.models import (
    Booking,
    ChildPart,
    Conference,
    ConferenceChild,
    Decision,
    MeetingRecord,
    Plan,
    PlanCategory,
    Request,
)
from conferences.operations.duties_refresh import refresh
from conferences.operations.in_need import end_running
from conferences.operations.recording import guard_chair, guard_meeting
from conferences.operations.recording_next_rows import next_to_sign, settle_next
from conferences.operations.requests import close_unanswered
from conferences.queries.addresses import addresses_of
from conferences.queries.exclusions import standing_exclusions
from conferences.queries.letters import belonging
from conferences.queries.recording import problems_of, reviews_before
from conferences.queries.thinking_time import unthought
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from conferences.rules.workflow import BOOKING, RECORD, REQUEST, Event, RecordState, next_state
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, lock_all, lock_rows, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission
from safeguarding.wording import uk_moment

NOT_READY = "The record cannot be signed yet. Nothing was decided."
REFUSED_BY_DATABASE = {
    "plan_no_overlap_for_a_child": "A child at this meeting already has a plan on that day.",
    "plan_ends_after_its_start": "A plan cannot end on the day it began.",
    "plan_once_by_start": "A plan for this child already began on that day.",
}


@operation(needs=Permission.RECORD_CONFERENCE, retry=True, refuses=REFUSED_BY_DATABASE)
def sign(*, record: MeetingRecord, by: User, at: dt.datetime) -> Conference:
    """Sign the record as the meeting's chair: all decisions at once, or none.

    Raises Refused with a problem for everything that is missing; for a record signed before; to all but the
    chair, before the meeting begins and out of the diary; and for what the database refuses.
    """
    signed = lock(record)
    if signed.state == RecordState.SIGNED:
        raise Refused("This record is already signed.")
    meeting = lock(signed.booking)
    guard_chair(meeting, by)
    guard_meeting(meeting, by, at)
    if too_soon := not_begun(meeting, at):
        raise Refused(too_soon)
    request, parts = lock(meeting.request), _lock_parts(signed)
    # What else is told of these children waits, and is asked against what is decided here.
    lock_all([part.requested_child.child for part in parts])
    hidden = addresses_of([part.requested_child.child for part in parts]).hidden
    asked = standing_exclusions(request)
    held = day_of(meeting.starts_at)
    problems = problems_of(signed, parts, held, unthought(meeting), hidden, asked)
    problems += next_to_sign(parts, held)
    if problems:
        raise Refused(NOT_READY, problems=problems)
    settle_next(parts, by, at)
    signed.state = next_state(RECORD, signed.state, Event.SIGN, *by.roles)
    conference = _hold(meeting, request, by)
    for part in parts:
        _decide(part, conference, by, at)
    signed.signed_by, signed.signed_at, signed.belonged = by, at, belonging(signed)
    signed.owes_telling = signed.owes_own = True
    signed.save(update_fields=["state", "signed_by", "signed_at", "belonged", "owes_telling", "owes_own"])
    audit.record("record.signed", signed, by=by, at=at, detail={"conference": conference.pk})
    refresh(request, met_by=by, at=at)
    return conference


def not_begun(meeting: Booking, at: dt.datetime) -> str:
    """Why its record cannot be signed at `at`: nothing was decided before it began. "" once it has."""
    when = uk_moment(meeting.starts_at)
    return f"You can sign once the meeting has begun, {when}." if at < meeting.starts_at else ""


def _lock_parts(record: MeetingRecord) -> list[ChildPart]:
    query = ChildPart.objects.unscoped("every child of a record in scope").filter(record=record)
    query = query.annotate(reviewed_before=Exists(reviews_before()))
    parts: list[ChildPart] = lock_rows(
        query.select_related("requested_child__child", "requested_child__plan", "requested_child__enquiry")
    )
    prefetch_related_objects(parts, "needs", "actions")
    return parts


def _hold(booking: Booking, request: Request, by: User) -> Conference:
    """The booking and its request are held, and the conference stands. What nobody answered is closed."""
    conference = Conference.objects.create(
        family_id=request.family_id, held_date=day_of(booking.starts_at), chair_id=booking.chair_id
    )
    booking.state = next_state(BOOKING, booking.state, Event.HOLD, *by.roles)
    booking.conference = conference
    booking.save(update_fields=["state", "conference"])
    request.state = next_state(REQUEST, request.state, Event.HOLD, *by.roles)
    request.save(update_fields=["state"])
    close_unanswered(request, Event.HOLD, *by.roles)
    return conference


def _decide(part: ChildPart, conference: Conference, by: User, at: dt.datetime) -> None:
    asked = part.requested_child
    at_conference = ConferenceChild.objects.create(
        conference=conference,
        child_id=asked.child_id,
        kind=asked.kind,
        enquiry_id=asked.enquiry_id,
        transfer_in_id=asked.transfer_in_id,
        plan_id=asked.plan_id,
    )
    Decision.objects.create(
        conference_child=at_conference,
        outcome=part.outcome,
        category=part.category,
        reasons=part.reasons,
        decided_by=by,
        decided_at=at,
    )
    plan = _plan(part, at_conference, conference.held_date, by, at)
    part.conference_child = at_conference
    part.save(update_fields=["conference_child"])
    if plan:
        part.actions.update(plan=plan)


def _plan(
    part: ChildPart, at_conference: ConferenceChild, on: dt.date, by: User, at: dt.datetime
) -> Plan | None:
    """The plan that the decision leaves: begun, gone on with, ended, or none."""
    if part.outcome == DecisionOutcome.PLAN_BEGINS:
        end_running(part.requested_child.child_id, on, writer=by, at=at)
        return _begin(part, at_conference, on)
    if part.outcome == DecisionOutcome.PLAN_CONTINUES:
        return _continue(part, at_conference, on)
    if part.outcome == DecisionOutcome.PLAN_ENDS:
        return _end(part, on)
    return None


def _begin(part: ChildPart, at_conference: ConferenceChild, on: dt.date) -> Plan:
    asked = part.requested_child
    plan = Plan.objects.create(
        child_id=asked.child_id,
        episode_id=asked.enquiry.episode_id if asked.enquiry else None,
        begun_at=at_conference,
        start_date=on,
        initial_category=part.category,
        latest_category=part.category,
    )
    PlanCategory.objects.create(
        plan=plan, category=part.category, from_date=on, conference_child=at_conference
    )
    return plan


def _lock_plan(part: ChildPart) -> Plan:
    """The plan under review, which must still run."""
    plan = part.requested_child.plan
    assert plan is not None and part.requested_child.kind == ConferenceKind.REVIEW
    running = lock(plan)
    if running.end_date is not None:
        raise Refused("A plan reviewed here has already ended, so it cannot be decided again.")
    return running


def _continue(part: ChildPart, at_conference: ConferenceChild, on: dt.date) -> Plan:
    plan = _lock_plan(part)
    if plan.latest_category != part.category:
        PlanCategory.objects.create(
            plan=plan, category=part.category, from_date=on, conference_child=at_conference
        )
        plan.latest_category = part.category
        plan.save(update_fields=["latest_category"])
    return plan


def _end(part: ChildPart, on: dt.date) -> Plan:
    plan = _lock_plan(part)
    plan.end_date, plan.end_reason, plan.step_down = on, part.end_reason, part.step_down
    plan.save(update_fields=["end_date", "end_reason", "step_down"])
    return plan
