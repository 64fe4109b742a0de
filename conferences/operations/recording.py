"""Writing the record of a meeting: opened once, saved by version so that nobody's words are lost, never
copied.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conferences.models import Attendance, Booking, ChildPart, MeetingRecord, RequestedChild
from conferences.operations.recording_lines import (
    Action,
    Line,
    Need,
    actions_of,
    lines_of,
    lines_typed,
    needs_of,
    problems_of_lines,
    write_lines,
)
from conferences.operations.recording_next_rows import carry_next
from conferences.operations.recording_withheld_rows import carry_withheld
from conferences.queries.exclusions import kept_from
from conferences.queries.invitations import related_people
from conferences.queries.recording import (
    adjourned_record,
    first_day,
    kinds_for,
    part_facts,
    speakers_in_hand,
    view_texts,
)
from conferences.rules.contributions import FRAME
from conferences.rules.exclusions import attendance_problem
from conferences.rules.recording import contradictions
from conferences.rules.scaling import line_problems
from conferences.rules.workflow import BookingState, RecordState
from safeguarding import audit
from safeguarding.access.holding import can
from safeguarding.clock import day_of
from safeguarding.models import Agency, Person, User
from safeguarding.operation import lock, operation, refuse_parted, refuse_unseen
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, join_untouched, marks_of
from safeguarding.wording import uk_day

COMMON = (*FRAME, "inquorate_reason")
DECIDED = ("outcome", "category", "reasons", "end_reason", "step_down", "ending_rationale")
VIEWS = ("agency_views", "scores", "dissent")
PART = ("voice", "participation", "working_well", "worried_about", *VIEWS, *DECIDED)
# Who attended, or the first actions: one text of several lines to whoever writes beside another.
LINES = "lines"
# What the chair alone says: who takes the minutes types everything else.
CHAIRS = ("inquorate_reason", *DECIDED)


@dataclass(frozen=True)
class Attendee:
    """One line of the attendance table as typed. `agency_kind` is "" for the family, None where it was not
    said.
    """

    name: str
    role: str
    agency_kind: str | None
    mode: str
    agency: Agency | None = None
    person: Person | None = None


@operation(needs=Permission.WRITE_RECORD)
def open_record(*, booking: Booking, by: User, at: dt.datetime) -> MeetingRecord:
    """The record of a booked meeting, begun when it is not there: with the family and an empty part a child.

    Raises Refused before the meeting's day, for a meeting that is not in the diary, and to all but its chair
    and who takes its minutes.
    """
    meeting = lock(booking)
    _guard_writer(meeting, by)
    records = MeetingRecord.objects.unscoped("the record of a booking in scope")
    found: MeetingRecord | None = records.filter(booking=meeting).first()
    if found:
        return found
    guard_meeting(meeting, by, at)
    before = adjourned_record(meeting)
    record = _go_on(meeting, before) if before else _begin(meeting, by, at)
    asked = RequestedChild.objects.unscoped("the children of a booking in scope").filter(
        request=meeting.request_id
    )
    ChildPart.objects.bulk_create(
        ChildPart(record=record, requested_child=one, saved_by=by, saved_at=at)
        for one in asked.exclude(parts__record=record)
    )
    audit.record("record.opened", record, by=by, at=at, detail={"from": before.pk} if before else None)
    return record


def _begin(meeting: Booking, by: User, at: dt.datetime) -> MeetingRecord:
    record: MeetingRecord = MeetingRecord.objects.create(booking=meeting, saved_by=by, saved_at=at)
    return record


def _go_on(meeting: Booking, before: MeetingRecord) -> MeetingRecord:
    """The record of the meeting that was adjourned goes on at this one, as it was left there and with who
    wrote it; who attended is this meeting's own, and the record of before stays as it was.
    """
    texts = {name: getattr(before, name) for name in COMMON if name != "inquorate_reason"}
    who = {name: getattr(before, name) for name in ("version", "saved_by", "saved_at")}
    record: MeetingRecord = MeetingRecord.objects.create(booking=meeting, **texts, **who)
    parts = ChildPart.objects.unscoped("every child of a record in scope").filter(
        record=before, requested_child__request=meeting.request_id
    )
    for part in parts.select_related("requested_child", "saved_by").prefetch_related("actions", "needs"):
        own = {name: getattr(part, name) for name in (*PART, "version", "saved_by", "saved_at")}
        again = ChildPart.objects.create(record=record, requested_child=part.requested_child, **own)
        write_lines(again, needs_of(part), actions_of(part))
    carry_withheld(before, record)
    carry_next(before, record)
    return record


def guard_meeting(meeting: Booking, writer: User, at: dt.datetime) -> None:
    """Its chair and who takes its minutes write a meeting's record, from its own day on, and while it stands
    in the diary.

    It may have been moved since the record was opened, to another day or another chair.
    """
    _guard_writer(meeting, writer)
    if meeting.state != BookingState.BOOKED:
        raise Refused("This meeting is not in the diary, so it cannot be recorded.")
    if day_of(at) < day_of(meeting.starts_at):
        raise Refused(f"You can record this meeting from the day it is held, {uk_day(meeting.starts_at)}.")


def writes(meeting: Booking, person: User) -> bool:
    """Whether this is somebody who writes the meeting's record: its chair, or who takes its minutes."""
    return person.pk in (meeting.chair_id, meeting.minute_taker_id)


def decides(meeting: Booking, person: User) -> bool:
    """Whether this is the meeting's chair, who alone decides and signs."""
    return bool(meeting.chair_id == person.pk) and can(person, Permission.RECORD_CONFERENCE)


def _guard_writer(meeting: Booking, by: User) -> None:
    if not writes(meeting, by):
        sentence = "Only the chair of this meeting, and whoever takes its minutes, can record it."
        raise Refused(sentence, status=FORBIDDEN)


def guard_chair(meeting: Booking, person: User) -> None:
    """Raises Refused (403) to all but the meeting's chair, who alone decides and signs."""
    if not decides(meeting, person):
        raise Refused("Only the chair of this meeting can decide and sign.", status=FORBIDDEN)


def _only_chair(row: MeetingRecord | ChildPart, values: dict[str, Any], meeting: Booking, by: User) -> None:
    """Takes the chair's fields out of what somebody else sent as they stand; raises Refused for another."""
    if decides(meeting, by):
        return
    for name in CHAIRS:
        if name in values and values.pop(name) != getattr(row, name):
            raise Refused("Only the chair decides this. What you typed beside it is not saved yet.", name)


def lock_draft(record: MeetingRecord, writer: User, at: dt.datetime) -> MeetingRecord:
    """The draft, held with its meeting in `booking`, for who writes it. Raises Refused as saving does."""
    draft = lock(record, "saved_by")
    if draft.state == RecordState.SIGNED:
        raise Refused("This record is signed and cannot be changed.")
    meeting = lock(draft.booking)
    guard_meeting(meeting, writer, at)
    draft.booking = meeting
    return draft


@operation(needs=Permission.WRITE_RECORD)
def save_common(
    *,
    record: MeetingRecord,
    version: int | None,
    seen: str = "",
    values: Mapping[str, Any],
    attendances: Sequence[Attendee] | None = None,
    by: User,
    at: dt.datetime,
) -> MeetingRecord:
    """Save the common part (None: the attendance stays as it is). Saved twice the same, it is saved once.

    Raises StaleVersion when somebody saved any of it since `version` (or since it was `seen`), Refused for a
    signed record, as opening does, and for what the chair alone says.
    """
    draft, common = lock_draft(record, by, at), _only(COMMON, values)
    _only_chair(draft, common, draft.booking, by)
    stands = standing_common(draft, tuple(common), people=attendances is not None)
    if draft.version != version and stands.seen != seen:
        if _stands(draft, common, by) and (attendances is None or _same_people(attendances, draft)):
            return draft
        mine, theirs = _people_typed(attendances), _people(draft)
        common, is_theirs = _join(stands, seen, common, mine, theirs)
        attendances = None if is_theirs else attendances
    refuse_all(_problems_of_people(attendances, draft))
    draft.save(update_fields=_set(draft, common, by, at))
    if attendances is not None:
        draft.attendances.all().delete()
        Attendance.objects.bulk_create(_attendance(draft, one) for one in attendances)
    return draft


def _problems_of_people(attendances: Sequence[Attendee] | None, record: MeetingRecord) -> list[Problem]:
    """What each line lacks (`about`: its number), and who is of no family of the meeting."""
    if attendances is None:
        return []
    found, kinds = [], {"", *(kind.code for kind in kinds_for(record))}
    for number, one in enumerate(attendances or [Attendee("", "", "", "-")]):
        kind = "said" if one.agency_kind in kinds else None
        lacks = missing(
            name=(one.name, "Enter the name of the person"),
            kind=(kind, "Select the agency, or family"),
            mode=(one.mode, "Select how the person took part"),
        )
        found += [Problem(problem.sentence, problem.field, number) for problem in lacks]
    return (
        found
        or _problems_of_ties({one.person.pk for one in attendances if one.person}, record)
        or _problems_of_excluded(attendances, record)
    )


def _problems_of_ties(people: set[int], record: MeetingRecord) -> list[Problem]:
    strangers = people - related_people(record.booking.request, people)
    return (
        [Problem("Select only people who are related to the children at this meeting")] if strangers else []
    )


def _problems_of_excluded(attendances: Sequence[Attendee], record: MeetingRecord) -> list[Problem]:
    kept, found = kept_from(record.booking.request_id), []
    for number, one in enumerate(attendances):
        person = one.person.pk if one.person else None
        sentence = "" if one.agency_kind else attendance_problem(kept, one.name, person, one.mode)
        found += [Problem(sentence, "mode", number)] if sentence else []
    return found


def _attendance(record: MeetingRecord, one: Attendee) -> Attendance:
    return Attendance(
        record=record,
        name=one.name,
        role=one.role,
        agency_kind=one.agency_kind or "",
        agency=one.agency,
        person=one.person,
        is_family=not one.agency_kind,
        mode=one.mode,
    )


@operation(needs=Permission.WRITE_RECORD)
def save_part(
    *,
    part: ChildPart,
    version: int | None,
    seen: str = "",
    values: Mapping[str, Any],
    child_needs: Sequence[Need] | None = None,
    actions: Sequence[Action] | None = None,
    by: User,
    at: dt.datetime,
) -> ChildPart:
    """Save one child's part (None: the needs and actions stay). Saved twice the same, it is saved once.

    Raises StaleVersion when somebody saved since `version` (or since it was `seen`); Refused for a signed
    record, as opening does, for what the chair alone says, and for what contradicts itself or lacks
    something, each with its field.
    """
    refuse_unseen(by, part.record)
    draft, own = lock_draft(part.record, by, at), _only(PART, values)
    child = lock(part, "saved_by", "requested_child__child")
    refuse_parted(child, "record", draft)
    _only_chair(child, own, draft.booking, by)
    stands = standing_part(child, tuple(own))
    if child.version != version and stands.seen != seen:
        mine, theirs = lines_typed(child, child_needs, actions), lines_of(child)
        if _stands(child, own, by) and (mine is None or set(mine) == set(theirs)):
            return child
        own, is_theirs = _join(stands, seen, own, mine, theirs)
        if is_theirs:
            child_needs = actions = None
    changed = _set(child, own, by, at)
    wrong = problems_of_lines(child, child_needs, actions, first_day(draft.booking), day_of(at))
    read = line_problems(view_texts(child), speakers_in_hand(draft))
    refuse_all([*contradictions(part_facts(child)), *wrong, *read])
    child.save(update_fields=changed)
    if child_needs is not None or actions is not None:
        write_lines(child, child_needs, actions)
    return child


def standing_common(record: MeetingRecord, names: Sequence[str], *, people: bool) -> StaleVersion:
    """What stands of the common part now: these texts, and who attended where `people`."""
    return _standing(record, names, _people(record) if people else None)


def standing_part(part: ChildPart, names: Sequence[str] = PART) -> StaleVersion:
    """What stands of one child's part now: these texts, and its needs and first actions."""
    return _standing(part, names, lines_of(part))


def _people(record: MeetingRecord) -> list[Line]:
    return [(one.name, one.role, one.agency_kind, one.mode) for one in record.attendances.all()]


def _people_typed(attendances: Sequence[Attendee] | None) -> list[Line] | None:
    if attendances is None:
        return None
    return [(one.name, one.role, one.agency_kind or "", one.mode) for one in attendances]


def _join(
    stands: StaleVersion, seen: str, own: dict[str, Any], mine: list[Line] | None, theirs: list[Line]
) -> tuple[dict[str, Any], bool]:
    """What was typed with what somebody saved meanwhile, where they wrote different texts; and whether the
    lines are to stay as they stand. Raises `stands` where both wrote the same text, or the lines.
    """
    lines = {} if mine is None else {LINES: mine}
    joined, met = join_untouched(seen, own | lines, stands.theirs | {LINES: theirs})
    if met:
        raise stands
    stay = mine is None or joined[LINES] != mine
    return {name: text for name, text in joined.items() if name != LINES}, stay


def _standing(
    row: MeetingRecord | ChildPart, names: Sequence[str], lines: Sequence[Line] | None
) -> StaleVersion:
    theirs = {name: getattr(row, name) for name in names}
    return StaleVersion(
        theirs=theirs,
        seen=marks_of(theirs | ({} if lines is None else {LINES: lines})),
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        version=row.version,
    )


def _only(names: Sequence[str], values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in names if name in values}


def _stands(row: MeetingRecord | ChildPart, values: Mapping[str, Any], by: User) -> bool:
    """Whether the same person saved the very same before: their form was sent twice."""
    return row.saved_by_id == by.pk and all(getattr(row, name) == value for name, value in values.items())


def _same_people(attendances: Sequence[Attendee], record: MeetingRecord) -> bool:
    return _people(record) == _people_typed(attendances)


def _set(row: MeetingRecord | ChildPart, values: Mapping[str, Any], by: User, at: dt.datetime) -> list[str]:
    for key, value in values.items():
        setattr(row, key, value)
    row.version, row.saved_by, row.saved_at = row.version + 1, by, at
    return [*values, "version", "saved_by", "saved_at"]
