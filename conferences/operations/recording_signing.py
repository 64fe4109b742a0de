"""Signing a record: one transaction turns it into a conference, a decision a child, and what becomes of each
plan.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import IntegrityError, transaction

from conferences.models import (
    Attendance,
    Booking,
    ChildPart,
    Conference,
    ConferenceChild,
    Decision,
    MeetingRecord,
    Plan,
    PlanCategory,
)
from conferences.operations.recording import RecordRefused, guard_chair, part_facts
from conferences.rules.quoracy import Attendee, Quoracy, quoracy
from conferences.rules.recording import Problem, missing
from conferences.rules.vocabulary import ConferenceKind, DecisionOutcome
from conferences.rules.workflow import BOOKING, RECORD, REQUEST, Event, NotAllowed, next_state
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import constraint_of
from safeguarding.policy.values import whole

REFUSED_BY_DATABASE = {
    "plan_no_overlap_for_a_child": "A child of this meeting has a plan that runs on that day already.",
    "plan_ends_after_its_start": "A plan cannot end on the day it began.",
    "plan_once_by_start": "A plan of this child began on that day already.",
}


class NotReady(Exception):
    """The record cannot be signed yet; `problems` names each child and what is missing."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("Some of this record is still missing.")
        self.problems = list(problems)


def sign(*, record: MeetingRecord, by: User, at: dt.datetime) -> Conference:
    """Sign the record as the meeting's chair: all decisions at once, or none.

    Raises NotReady with everything that is missing; RecordRefused for a record signed before, to all but the
    chair, and for what the database refuses.
    """
    try:
        with transaction.atomic():
            return _sign(record, by, at)
    except IntegrityError as error:
        sentence = REFUSED_BY_DATABASE.get(constraint_of(error))
        if sentence is None:
            raise
        raise RecordRefused(sentence) from None


def _sign(record: MeetingRecord, by: User, at: dt.datetime) -> Conference:
    locked = _locked(record)
    guard_chair(locked.booking, by)
    try:
        locked.state = next_state(RECORD, locked.state, Event.SIGN, by.role)
    except NotAllowed:
        raise RecordRefused("This record is signed already.") from None
    parts = _parts(locked)
    _guard_ready(locked, parts, day_of(locked.booking.starts_at))
    conference = _hold(locked.booking, by)
    for part in parts:
        _decide(part, conference, by, at)
    locked.signed_by, locked.signed_at = by, at
    locked.save(update_fields=["state", "signed_by", "signed_at"])
    audit.record("record.signed", locked, by=by, at=at, detail={"conference": conference.pk})
    return conference


def _locked(record: MeetingRecord) -> MeetingRecord:
    query = MeetingRecord.objects.unscoped("lock for signing").select_related("booking__request")
    locked: MeetingRecord = query.select_for_update(of=("self", "booking", "booking__request")).get(
        pk=record.pk
    )
    return locked


def _parts(record: MeetingRecord) -> list[ChildPart]:
    query = ChildPart.objects.unscoped("every child of a record in scope").filter(record=record)
    related = query.select_related(
        "requested_child__child", "requested_child__plan", "requested_child__enquiry"
    )
    return list(related.prefetch_related("actions").select_for_update(of=("self",)))


def quoracy_of(attendances: Sequence[Attendance], on: dt.date) -> Quoracy:
    """Whether these people made a quorum by the local limit of the day."""
    counted = [Attendee(one.agency_kind, one.mode) for one in attendances]
    return quoracy(counted, others_needed=whole("QUORUM_OTHER_AGENCIES", on))


def problems_of(record: MeetingRecord, parts: Sequence[ChildPart], on: dt.date) -> list[Problem]:
    """Everything that keeps a record from being signed, in the order of the page."""
    attendances = list(record.attendances.all())
    found = [] if attendances else [Problem("attendance", "Record who attended")]
    if attendances and not quoracy_of(attendances, on).is_quorate and not record.inquorate_reason:
        found.append(Problem("inquorate_reason", "Say why the meeting went on without a quorum"))
    for part in parts:
        name = part.requested_child.child.display_name
        found += missing(part_facts(part, name=name, actions=len(part.actions.all())))
    return found


def _guard_ready(record: MeetingRecord, parts: Sequence[ChildPart], on: dt.date) -> None:
    problems = problems_of(record, parts, on)
    if problems:
        raise NotReady(problems)


def _hold(booking: Booking, by: User) -> Conference:
    """The booking and its request are held, and the conference stands."""
    request = booking.request
    conference = Conference.objects.create(
        family_id=request.family_id, held_date=day_of(booking.starts_at), chair_id=booking.chair_id
    )
    booking.state = next_state(BOOKING, booking.state, Event.HOLD, by.role)
    booking.conference = conference
    booking.save(update_fields=["state", "conference"])
    request.state = next_state(REQUEST, request.state, Event.HOLD, by.role)
    request.save(update_fields=["state"])
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
    plan = _plan(part, at_conference, conference.held_date)
    part.conference_child = at_conference
    part.save(update_fields=["conference_child"])
    if plan:
        part.actions.update(plan=plan)


def _plan(part: ChildPart, at_conference: ConferenceChild, on: dt.date) -> Plan | None:
    """The plan that the decision leaves: begun, gone on with, ended, or none."""
    if part.outcome == DecisionOutcome.PLAN_BEGINS:
        return _begin(part, at_conference, on)
    if part.outcome == DecisionOutcome.PLAN_CONTINUES:
        return _go_on(part, at_conference, on)
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


def _running(part: ChildPart) -> Plan:
    plan = part.requested_child.plan
    assert plan is not None and part.requested_child.kind == ConferenceKind.REVIEW
    locked: Plan = Plan.objects.unscoped("lock for the decision on it").select_for_update().get(pk=plan.pk)
    if locked.end_date is not None:
        raise RecordRefused("A plan reviewed here has ended already: it cannot be decided again.")
    return locked


def _go_on(part: ChildPart, at_conference: ConferenceChild, on: dt.date) -> Plan:
    plan = _running(part)
    if plan.latest_category != part.category:
        PlanCategory.objects.create(
            plan=plan, category=part.category, from_date=on, conference_child=at_conference
        )
        plan.latest_category = part.category
        plan.save(update_fields=["latest_category"])
    return plan


def _end(part: ChildPart, on: dt.date) -> Plan:
    plan = _running(part)
    plan.end_date, plan.end_reason, plan.step_down = on, part.end_reason, part.step_down
    plan.save(update_fields=["end_date", "end_reason", "step_down"])
    return plan
