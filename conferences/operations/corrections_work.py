"""Corrections of days of work: letters and records that went out, thinking time, teams that held a child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import ProtectedError

from conferences.models import (
    Correction,
    Document,
    Letter,
    MeetingRecord,
    ThinkingRequirement,
    ThinkingTime,
    ThinkingTimeEntry,
)
from conferences.operations.copies import what_of
from conferences.operations.copies_days import copy_day_refused, copy_problems, follow_copy, follow_record
from conferences.operations.corrections import Change, Draft, begin, changes, finish, goes
from conferences.operations.duties_refresh import refresh
from conferences.operations.letters import follow_letter, sent_day_refused
from conferences.operations.releases import refuse_off
from conferences.queries.children_days import birth_of
from conferences.queries.corrections import children_of, not_theirs
from conferences.queries.corrections_life import allocation_clash, holder_before
from conferences.queries.thinking_time import ended_on
from conferences.rules.corrections import IN_ERROR, RecordKind
from conferences.rules.corrections_checks import spell_problems
from conferences.rules.thinking_time import held_day_refused, minutes_refused
from conferences.rules.workflow import OPEN_REQUESTS, ThinkingTimeState
from safeguarding.clock import day_of
from safeguarding.models import Allocation, Child, User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.refusals import FORBIDDEN, Problem, Refused
from safeguarding.rights import Permission

HELD_SINCE = "The thinking for this request was held again since. Say of that one first that it was in error"
OWED_SINCE = "Somebody acknowledged or put off what is owed since, so it stays owed"


@operation(needs=Permission.SEND_LETTERS)
def correct_record_sent(*, row: MeetingRecord, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """The day on which the record of a conference went out."""
    draft = begin(row, RecordKind.RECORD_SENT, change, at)
    was, day = draft.before["sent_date"], draft.after["sent_date"]
    sentence = sent_day_refused(draft.row, day, day_of(at), "record") or copy_day_refused(draft.row, was, day)
    problems = [Problem(sentence, "sent_date")] if sentence else []
    made = finish(draft, change, problems, by, at, lambda: follow_record(draft.row, was))
    refresh(draft.row.booking, met_by=by, at=at)
    return made


@operation(needs=Permission.SEND_LETTERS)
def correct_letter(*, row: Letter, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """The day on which a decision letter went out."""
    draft = begin(row, RecordKind.LETTER, change, at)
    sentence = sent_day_refused(draft.row.record, draft.after["sent_date"], day_of(at), "letter")
    problems = [Problem(sentence, "sent_date")] if sentence else []
    was = draft.before["sent_date"]
    made = finish(draft, change, problems, by, at, lambda: follow_letter(draft.row, was))
    refresh(draft.row.record.booking, met_by=by, at=at)
    return made


@operation(needs=Permission.SEND_LETTERS)
def correct_copy(*, row: Document, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """When and how a copy of the record, or a letter that a plan has ended, went; or that it did not go, and
    is still to be sent. Of one that did not go it is told here that it went before today after all; what goes
    today is recorded as sending it.
    """
    # In the order of the other corrections of a record: its children first.
    lock_rows(Child.objects.unscoped("held by an operation").filter(pk__in=children_of(row)))
    lock(row.record)
    draft = begin(row, RecordKind.COPY, change, at)
    was, day = draft.before["sent_date"], draft.after["sent_date"]
    if day is None:
        draft.after.update(sent_how="", sent_proof="")
        draft.row.sent_by, draft.row.sat_with, draft.row.child_said = None, "", ""
    elif was is None:
        refuse_off(draft.row, what_of(draft.row))
        draft.row.sent_by = by
    made = finish(
        replace(draft, besides=("sent_by", "sat_with", "child_said")),
        change,
        list(copy_problems(draft.row, draft.after, was, day_of(at))),
        by,
        at,
        lambda: follow_copy(draft.row, was, teller=by, at=at),
    )
    refresh(draft.row.record.booking, met_by=by, at=at)
    return made


@operation(
    needs=Permission.HOLD_THINKING_TIME,
    refuses=dict.fromkeys(
        ("thinkingtime_required_once", "thinkingtime_once_a_chair"), (HELD_SINCE, IN_ERROR.field)
    ),
)
def correct_thinking_time(
    *, row: ThinkingTime, change: Change, by: User, at: dt.datetime
) -> list[Correction]:
    """When a chair thought, and how long: by the chair who did. The note and the entries are on its page."""
    draft = begin(row, RecordKind.THINKING_TIME, change, at)
    session = draft.row
    if sentence := not_theirs(session, RecordKind.THINKING_TIME, by):
        raise Refused(sentence, status=FORBIDDEN)
    raised, over = day_of(session.raised_at), ended_on(session.request)
    day = held_day_refused(draft.after["held_date"], raised, over, day_of(at))
    told = [(day, "held_date"), (minutes_refused(draft.after["minutes"]), "minutes")]
    found = [Problem(sentence, field) for sentence, field in told if sentence]
    found = [] if goes(draft) else found
    if session.is_required and changes(draft, IN_ERROR.field) and not goes(draft):
        _owe_no_more(session)
    made = finish(draft, change, found, by, at, lambda: _follow_session(draft, change, by, at))
    refresh(session.request, met_by=by, at=at)
    return made


def _owe_no_more(session: ThinkingTime) -> None:
    """What was owed anew goes, where it was held after all."""
    same = ThinkingTime.objects.unscoped("What is owed for a request in scope.").filter(
        request=session.request, trigger=session.trigger, is_required=True, in_error=False
    )
    owed = same.filter(state=ThinkingTimeState.DUE)
    _move_all(owed, session)
    try:
        owed.delete()
    except ProtectedError:
        raise Refused(OWED_SINCE, IN_ERROR.field) from None


def _follow_session(draft: Draft, change: Change, by: User, at: dt.datetime) -> None:
    """What stands on each child's file of it goes, or comes back, with the whole; what was required for a
    request that is open is owed again.
    """
    if not changes(draft, IN_ERROR.field):
        return
    session, is_gone = draft.row, goes(draft)
    entries = ThinkingTimeEntry.objects.unscoped("What stands on files of thinking time in scope.")
    for entry in entries.filter(session=session, in_error=not is_gone):
        if is_gone or _went_with(entry, session):
            word = replace(change, facts={IN_ERROR.field: is_gone}, seen=None)
            finish(begin(entry, RecordKind.THINKING_ENTRY, word, at), word, [], by, at)
    if is_gone and session.is_required and session.request.state in OPEN_REQUESTS:
        anew = ThinkingTime.objects.create(
            request=session.request, trigger=session.trigger, is_required=True, raised_at=at
        )
        _move_all([session], anew)


def _move_all(sessions: Iterable[ThinkingTime], to: ThinkingTime) -> None:
    """Why thinking time is required goes with what is owed, and so does what was held in its place."""
    rows = ThinkingRequirement.objects.unscoped("Why thinking time in scope is required.")
    rows.filter(session__in=sessions).update(session=to)
    every = ThinkingTime.objects.unscoped("What was held in place of thinking time in scope.")
    every.filter(follows__in=sessions).update(follows=to)


def _went_with(entry: ThinkingTimeEntry, session: ThinkingTime) -> bool:
    """Whether an entry was said to be in error with its session, and not alone."""
    said = Correction.objects.unscoped("Who said what of thinking time in scope.").filter(
        field=IN_ERROR.field, now="yes"
    )
    whole = said.filter(kind=RecordKind.THINKING_TIME, row=session.pk).order_by("pk").last()
    own = said.filter(kind=RecordKind.THINKING_ENTRY, row=entry.pk).order_by("pk").last()
    return whole is not None and own is not None and own.corrected_at == whole.corrected_at


@operation(needs=Permission.HOLD_THINKING_TIME)
def correct_thinking_entry(
    *, row: ThinkingTimeEntry, change: Change, by: User, at: dt.datetime
) -> list[Correction]:
    """What a chair thought stands on the file of another child, or twice: by the chair who wrote it."""
    draft = begin(row, RecordKind.THINKING_ENTRY, change, at)
    if sentence := not_theirs(draft.row, RecordKind.THINKING_ENTRY, by):
        raise Refused(sentence, status=FORBIDDEN)
    made = finish(draft, change, [], by, at)
    refresh(row, met_by=by, at=at)
    return made


@operation(needs=Permission.ALLOCATE)
def correct_allocation(*, row: Allocation, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """The days on which a team and a worker held the child; who holds it now is handed over instead."""
    draft = begin(row, RecordKind.ALLOCATION, change, at)
    judge = _end_in_error if goes(draft) else _allocation_problems
    found = judge(draft, day_of(at))
    made = finish(draft, change, found, by, at)
    refresh(row, met_by=by, at=at)
    return made


def _end_in_error(draft: Draft, on: dt.date) -> list[Problem]:
    """Who holds the child at present, in error, does so no longer; whoever held it before is given it back
    by a person.
    """
    if draft.after["end_date"] is not None:
        return []
    draft.after["end_date"] = max(draft.after["start_date"], on)
    if before := holder_before(draft.row):
        words = f"{before} held the child before. Hand the child over to it first"
        return [Problem(words, IN_ERROR.field)]
    return []


def _allocation_problems(draft: Draft, on: dt.date) -> list[Problem]:
    row = draft.row
    start, end = draft.after["start_date"], draft.after["end_date"]
    found = spell_problems(draft.after, "start_date", "end_date", on, birth_of(row.child_id))
    if (draft.before["end_date"] is None) != (end is None):
        words = "Hand the child over instead" if end else "It has ended: give the child to the team again"
        found.append(Problem(words, "end_date"))
    elif not found and (clash := allocation_clash(draft.row, start, end)):
        found.append(Problem(clash, "start_date"))
    return found
