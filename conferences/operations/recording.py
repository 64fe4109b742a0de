"""Writing the record of a meeting: opened once, saved by version so that nobody's words are lost, never
copied.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from conferences.models import Attendance, Booking, ChildPart, MeetingRecord, PlanAction, RequestedChild
from conferences.rules.recording import PartFacts, contradictions
from conferences.rules.workflow import (
    BOOKING,
    RECORD,
    BookingState,
    Event,
    NotAllowed,
    RecordState,
    may,
    next_state,
)
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Agency, Person, User

COMMON = ("working_well", "worried_about", "family_view", "inquorate_reason")
PART = ("voice", "working_well", "worried_about", "outcome", "category", "reasons", "end_reason", "step_down")


class RecordRefused(Exception):
    """It cannot be recorded so; `sentence` says why, `field` is where it belongs on the page."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class StaleVersion(Exception):
    """Somebody saved since this was opened. `theirs` is what stands now, by field; the writer keeps their
    own.
    """

    def __init__(self, record: MeetingRecord | ChildPart, fields: Sequence[str]) -> None:
        self.version = record.version
        self.saved_by = record.saved_by
        self.saved_at = record.saved_at
        self.theirs = {field: getattr(record, field) for field in fields}
        self.sentence = (
            "Somebody has saved this since you opened it. Both texts are shown: keep what is right."
        )
        super().__init__(self.sentence)


@dataclass(frozen=True)
class Attendee:
    """One line of the attendance table as typed."""

    name: str
    role: str
    agency_kind: str
    mode: str
    agency: Agency | None = None
    person: Person | None = None

    @property
    def is_family(self) -> bool:
        return not self.agency_kind


@dataclass(frozen=True)
class Action:
    """One first action as typed."""

    what: str
    who: str
    by_date: dt.date


@transaction.atomic
def open_record(*, booking: Booking, by: User, at: dt.datetime) -> MeetingRecord:
    """The record of a booked meeting, begun when it is not there: with the family and an empty part a child.

    Raises RecordRefused before the meeting's day, for a meeting that is not in the diary, and to all but its
    chair.
    """
    locked = Booking.objects.unscoped("lock for recording").select_for_update().get(pk=booking.pk)
    records = MeetingRecord.objects.unscoped("the record of a booking in scope")
    found: MeetingRecord | None = records.filter(booking=locked).first()
    if found:
        return found
    guard_chair(locked, by)
    if locked.state != BookingState.BOOKED or not may(BOOKING, locked.state, Event.HOLD, by.role):
        raise RecordRefused("This meeting is not in the diary, so it cannot be recorded.")
    if day_of(at) < day_of(locked.starts_at):
        raise RecordRefused("A meeting can be recorded from its own day on.")
    record: MeetingRecord = MeetingRecord.objects.create(booking=locked, saved_by=by, saved_at=at)
    asked = RequestedChild.objects.unscoped("the children of a booking in scope").filter(
        request=locked.request_id
    )
    ChildPart.objects.bulk_create(
        ChildPart(record=record, requested_child=one, saved_by=by, saved_at=at) for one in asked
    )
    audit.record("record.opened", record, by=by, at=at)
    return record


def guard_chair(booking: Booking, by: User) -> None:
    """Only the chair of a meeting writes its record."""
    if booking.chair_id != by.pk:
        raise RecordRefused("Only the chair of this meeting may record it.")


def _locked_draft(record: MeetingRecord, by: User, event: Event) -> MeetingRecord:
    query = MeetingRecord.objects.unscoped("lock for recording").select_related("saved_by", "booking")
    locked: MeetingRecord = query.select_for_update(of=("self",)).get(pk=record.pk)
    guard_chair(locked.booking, by)
    try:
        next_state(RECORD, locked.state, event, by.role)
    except NotAllowed as refusal:
        signed = "This record is signed and cannot be changed."
        raise RecordRefused(signed if locked.state == RecordState.SIGNED else refusal.sentence) from None
    return locked


@transaction.atomic
def save_common(
    *,
    record: MeetingRecord,
    version: int,
    values: Mapping[str, Any],
    attendances: Sequence[Attendee] | None = None,
    by: User,
    at: dt.datetime,
) -> MeetingRecord:
    """Save the common part (None: the attendance stays as it is).

    Raises StaleVersion when somebody saved since `version`, RecordRefused for a signed record.
    """
    locked = _locked_draft(record, by, Event.SAVE)
    if locked.version != version:
        raise StaleVersion(locked, COMMON)
    changed = _set(locked, {key: values[key] for key in COMMON if key in values}, by, at)
    locked.save(update_fields=changed)
    if attendances is not None:
        locked.attendances.all().delete()
        Attendance.objects.bulk_create(_attendance(locked, one) for one in attendances)
    return locked


def _attendance(record: MeetingRecord, one: Attendee) -> Attendance:
    return Attendance(
        record=record,
        name=one.name,
        role=one.role,
        agency_kind=one.agency_kind,
        agency=one.agency,
        person=one.person,
        is_family=one.is_family,
        mode=one.mode,
    )


def _set(row: MeetingRecord | ChildPart, values: Mapping[str, Any], by: User, at: dt.datetime) -> list[str]:
    for key, value in values.items():
        setattr(row, key, value)
    row.version, row.saved_by, row.saved_at = row.version + 1, by, at
    return [*values, "version", "saved_by", "saved_at"]


@transaction.atomic
def save_part(
    *,
    part: ChildPart,
    version: int,
    values: Mapping[str, Any],
    actions: Sequence[Action] | None = None,
    by: User,
    at: dt.datetime,
) -> ChildPart:
    """Save one child's part (None: the actions stay as they are).

    Raises StaleVersion when somebody saved since `version`; RecordRefused for a signed record and for what
    contradicts itself, with its field.
    """
    _locked_draft(part.record, by, Event.SAVE)
    query = ChildPart.objects.unscoped("lock for recording").select_related("saved_by", "requested_child")
    locked: ChildPart = query.select_for_update(of=("self",)).get(pk=part.pk)
    if locked.version != version:
        raise StaleVersion(locked, PART)
    changed = _set(locked, {key: values[key] for key in PART if key in values}, by, at)
    problems = contradictions(part_facts(locked, name="the child", actions=0))
    if problems:
        raise RecordRefused(problems[0].sentence, problems[0].field)
    locked.save(update_fields=changed)
    if actions is not None:
        locked.actions.all().delete()
        PlanAction.objects.bulk_create(
            PlanAction(part=locked, what=one.what, who=one.who, by_date=one.by_date) for one in actions
        )
    return locked


def part_facts(part: ChildPart, *, name: str, actions: int) -> PartFacts:
    """A part as the rules see it."""
    return PartFacts(
        name=name,
        kind=part.requested_child.kind,
        voice=part.voice,
        outcome=part.outcome,
        category=part.category,
        reasons=part.reasons,
        end_reason=part.end_reason,
        actions=actions,
        step_down=part.step_down,
    )
