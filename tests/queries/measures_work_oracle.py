"""The figures of the unit's own work again, in loops over the rows and the ledger of the clocks.

It shares nothing with the figures' SQL: the numbers and the kinds are written out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from conferences import models as story
from conferences.rules.deadlines import Code
from safeguarding.models import Child
from tests.queries.clocks_ledger import Key, Standing, rows

Result = tuple[int, int]
DECIDED = ("AGREED", "ANOTHER_WAY")
NEVER = ("INTERPRETER", "ADVOCATE", "SUPPORTER", "MINUTE_TAKER", "OTHER")
CAME = ("IN_PERSON", "VIDEO", "TELEPHONE")
Ledger = dict[Key, Standing]


def work_oracle(ledger: Ledger, from_: date, to: date, others_needed: int) -> dict[str, Result]:
    """{code: (numerator, denominator)} by the words of the definitions."""
    plans = [p for p in rows(story.Plan) if from_ <= p.start_date <= to and not p.held_for_other_authority]
    return {
        "first_core_group_in_10_days": _of(_first_groups(ledger, plans, to)),
        "decisions_sent_on_time": _of(_after_meetings(ledger, Code.SEND_LETTERS, from_, to)),
        "records_sent_on_time": _of(_after_meetings(ledger, Code.SEND_RECORD, from_, to)),
        "quorate": _of(_quorate(from_, to, others_needed)),
        "consultations_in_time": _of(_consultations(ledger, from_, to)),
        "replans_consulted": _of(_consulted(plans)),
        "thinking_time_before": _of(_thought(ledger, from_, to)),
    }


def _of(counted: Iterable[bool]) -> Result:
    found = list(counted)
    return sum(found), len(found)


def _in_time(one: Standing) -> bool:
    return one.met is not None and one.due is not None and one.met <= one.due


def _first_groups(ledger: Ledger, plans: Iterable[Any], to: date) -> Iterator[bool]:
    by_plan = {
        subject: one for (code, subject, *_), one in ledger.items() if code == Code.HOLD_FIRST_CORE_GROUP
    }
    for plan in plans:
        one = by_plan.get(plan.pk)
        if one is None or one.due is None or one.due > to:
            continue
        if one.met is None and one.gone is not None and one.gone <= one.due:
            continue
        yield _in_time(one)


def _after_meetings(ledger: Ledger, code: Code, from_: date, to: date) -> Iterator[bool]:
    for (kind, _, started, _), one in ledger.items():
        if kind != code or one.gone is not None or one.due is None:
            continue
        if from_ <= started <= to and one.due <= to:
            yield _in_time(one)


def _quorate(from_: date, to: date, others_needed: int) -> Iterator[bool]:
    signed = {r.booking_id: r.pk for r in rows(story.MeetingRecord) if r.state == "SIGNED"}
    held = {c.pk: c.held_date for c in rows(story.Conference)}
    for booking in rows(story.Booking):
        day = held.get(booking.conference_id)
        if day is None or not from_ <= day <= to or booking.pk not in signed:
            continue
        came = [a for a in rows(story.Attendance) if a.record_id == signed[booking.pk] and a.mode in CAME]
        kinds = {a.agency_kind for a in came} - {"", *NEVER}
        yield "SOCIAL_CARE" in kinds and len(kinds - {"SOCIAL_CARE"}) >= others_needed


def _consultations(ledger: Ledger, from_: date, to: date) -> Iterator[bool]:
    for (kind, *_), one in ledger.items():
        if kind != Code.DECIDE_CONSULTATION or one.due is None or not from_ <= one.due <= to:
            continue
        if one.met is not None or one.gone is None:
            yield _in_time(one)


def _consulted(plans: Iterable[Any]) -> Iterator[bool]:
    every = [p for p in rows(story.Plan) if not p.held_for_other_authority]
    begun = {c.pk: c for c in rows(story.ConferenceChild)}
    states = {c.requested_child_id: c.state for c in rows(story.Consultation)}
    for plan in plans:
        before = sum(p.child_id == plan.child_id and p.start_date < plan.start_date for p in every)
        at = begun.get(plan.begun_at_id)
        if at is None or max(before, plan.previous_plans_recorded or 0) == 0:
            continue
        asked = [a for a in rows(story.RequestedChild) if a.child_id == plan.child_id and _leads_to(a, at)]
        if asked:
            yield any(states.get(a.pk) in DECIDED for a in asked)


def _leads_to(asked: Any, at: Any) -> bool:
    enquiry = asked.enquiry_id is not None and asked.enquiry_id == at.enquiry_id
    return enquiry or (asked.transfer_in_id is not None and asked.transfer_in_id == at.transfer_in_id)


def _thought(ledger: Ledger, from_: date, to: date) -> Iterator[bool]:
    """Each conference once: whether all that it required was held before it."""
    held = {subject: one for (kind, subject, *_), one in ledger.items() if kind == Code.HOLD_THINKING_TIME}
    known = {child.pk for child in rows(Child)}
    required = [one for one in rows(story.ThinkingTime) if one.is_required]
    for request in {one.request_id for one in required}:
        day = _conference_of(request)
        asked = [a for a in rows(story.RequestedChild) if a.request_id == request]
        if day is not None and from_ <= day <= to and asked and asked[0].child_id in known:
            met = [held[one.pk].met for one in required if one.request_id == request]
            yield all(one is not None and one <= day for one in met)


def _conference_of(request: int) -> date | None:
    """The day of the conference that was held on this request."""
    days = {c.pk: c.held_date for c in rows(story.Conference)}
    at_request = {b.conference_id: b.request_id for b in rows(story.Booking) if b.conference_id}
    found = []
    for asked in rows(story.RequestedChild):
        if asked.request_id != request:
            continue
        for at in rows(story.ConferenceChild):
            review = asked.plan_id is not None and at.plan_id == asked.plan_id and at.kind == "REVIEW"
            if at.child_id != asked.child_id or not (_leads_to(asked, at) or review):
                continue
            booked_on = at_request.get(at.conference_id)
            if booked_on == request or (booked_on is None and asked.plan_id is None):
                found.append(days[at.conference_id])
    return min(found, default=None)
