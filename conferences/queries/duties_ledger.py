"""Every deadline once more, in plain loops from the catalogue's words: the reader's SQL is checked by it.

Slow and simple on purpose; it shares with conferences.queries.clocks only the catalogue's limits.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from conferences import models as story
from conferences.queries.duties_ledger_book import Book, Standing, arranged, first, grouped, rows
from conferences.queries.duties_ledger_consultations import PARTS as CONSULTATIONS
from conferences.queries.duties_ledger_copies import own_versions
from conferences.queries.duties_ledger_inviting import of_list
from conferences.queries.follow_ups import CODES
from conferences.rules.deadlines import Code
from conferences.rules.workflow import UNDECIDED
from safeguarding.clock import day_of
from safeguarding.workingdays import Calendar

Standings = Iterator[Standing]
# What ends a plan beside a death and the 18th birthday, which stand on the child.
ENDS_PLAN = ("MOVED_AWAY", "LOOKED_AFTER", "OTHER_ORDER", "LEFT_UK")


def ledger(calendar: Calendar) -> Standings:
    """Every deadline of every row in the database: one query a table."""
    book = Book(calendar)
    for part in PARTS:
        yield from part(book)


# ----- Enquiries and arrivals ------------------------------------------------------------------------------


def _enquiries(book: Book) -> Standings:
    columns = ("id", "child_id", "started_date", "conference_need", "outcome_date", "voided_at")
    for one in rows(story.Enquiry, *columns):
        codes = Code.HOLD_CONFERENCE, Code.REQUEST_CONFERENCE
        if one.voided_at is None:
            not_owed = one.conference_need == "NOT_NEEDED" and (one.outcome_date or one.started_date)
            yield from _initial(book, codes, "enquiry_id", one, one.started_date, not_owed or None)


def _transfers(book: Book) -> Standings:
    for one in rows(story.TransferIn, "id", "child_id", "notified_date", in_error=False):
        codes = Code.HOLD_TRANSFER_IN, Code.REQUEST_TRANSFER_IN
        yield from _initial(book, codes, "transfer_in_id", one, one.notified_date, None)


def _initial(
    book: Book, codes: tuple[Code, Code], field: str, one: Any, start: dt.date, not_owed: dt.date | None
) -> Standings:
    """The conference to be held and the request for it; any of the child that is no review will do."""
    hold, ask = codes
    held = first(
        book.held_at[at.id]
        for at in book.initial.get(one.child_id, ())
        if book.held_at[at.id] >= start or getattr(at, field) == one.id
    )
    asked = book.requests_of(field, one.id)
    gone = first([not_owed, book.over(one.child_id, start)])
    if book.was_on_plan(one.child_id, start):
        gone = start
    elif held and gone and held <= gone:
        gone = None
    children, met = (one.child_id,), first([held, book.diary_day(asked)])
    yield Standing(hold, one.id, children, start, book.due(hold, start), met, gone, bool(asked))
    days = [book.put_in(child) for child in book.children_asked(field, one.id)]
    yield Standing(ask, one.id, children, start, book.due(ask, start), first([*days, held]), gone)


# ----- Plans -----------------------------------------------------------------------------------------------


def _starts(plan: Any, days: Iterable[dt.date]) -> list[dt.date]:
    """The days from which a clock of the plan runs: none does from its last."""
    return [day for day in days if plan.end_date is None or day < plan.end_date]


def _reviews(book: Book) -> Standings:
    for plan in book.plans:
        began, days = book.began(plan), book.review_days(plan)
        for start in _starts(plan, [began, *days]):
            review = first(day for day in days if day > start)
            due = book.due(Code.HOLD_REVIEW, start, is_first=start == began)
            yield from _review(book, plan, start, due, review)


def _review(book: Book, plan: Any, start: dt.date, due: dt.date | None, review: dt.date | None) -> Standings:
    children = _asked_in(book, plan, start, review)
    asked = [book.requests[one.request_id] for one in children]
    met = first([review, _later(book.diary_day(asked), start)])
    of = (plan.id, (plan.child_id,), start)
    gone = book.gone(plan, start, due)
    yield Standing(Code.HOLD_REVIEW, *of, due, met, gone, bool(asked))
    days = [book.put_in(one) for one in children]
    before = due and book.due(Code.REQUEST_REVIEW, due)
    yield Standing(Code.REQUEST_REVIEW, *of, before, first([*days, review]), gone)


def _asked_in(book: Book, plan: Any, start: dt.date, review: dt.date | None) -> list[Any]:
    """The child where it was asked for between two reviews; before the first still to come, also where that
    request is open.
    """
    found = []
    for one in book.children_asked("plan_id", plan.id):
        day = book.put_in(one)
        is_within = day >= start and (review is None or day <= review)
        held = book.meetings.get(one.request_id)
        if held and held.state == "HELD" and day_of(held.starts_at) <= start:
            continue
        if is_within or (review is None and book.requests[one.request_id].state != "HELD"):
            found.append(one)
    return found


def _later(day: dt.date | None, start: dt.date) -> dt.date | None:
    return day if day and day > start else None


def _births(book: Book) -> Standings:
    code = Code.REVIEW_AFTER_BIRTH
    for plan in book.plans:
        born = book.births[plan.child_id]
        if born and born > plan.start_date and _starts(plan, [born]):
            review = first(day for day in book.review_days(plan) if day > born)
            asked = [book.requests[one.request_id] for one in _asked_in(book, plan, born, review)]
            met = first([review, _later(book.diary_day(asked), born)])
            of = (plan.id, (plan.child_id,), born)
            due = book.due(code, born)
            yield Standing(code, *of, due, met, book.gone(plan, born, due), bool(asked))


def _ends(book: Book) -> Standings:
    """What ended a plan without a review, until somebody confirmed it or the plan ended by another way."""
    code, confirmed, refused = Code.END_PLAN, defaultdict(list), set()
    for one in rows(story.PlanEnding, "id", "plan_id", "event_id", "outcome", "closed_at"):
        if one.outcome == "CONFIRMED":
            confirmed[one.plan_id].append(day_of(one.closed_at))
        if one.outcome in ("REFUSED", "WITHDRAWN"):
            refused.add(one.event_id)
    columns = ("id", "child_id", "kind", "day", "conference_date", "in_error")
    told = [one for one in rows(story.LifeEvent, *columns) if one.id not in refused and not one.in_error]
    events = grouped([one for one in told if one.kind in ENDS_PLAN], "child_id")
    for plan in book.plans:
        told_of = events.get(plan.child_id, ())
        known = [one.conference_date if one.kind == "MOVED_AWAY" else one.day for one in told_of]
        since = [day for day in known if day and day >= plan.start_date]
        start = first([*since, book.deaths[plan.child_id], book.grown[plan.child_id]])
        start = start and max(start, plan.start_date)
        if start and (plan.end_date is None or plan.end_date >= start):
            met = first(confirmed[plan.id])
            of = (plan.id, (plan.child_id,), start)
            yield Standing(code, *of, book.due(code, start), met, None if met else plan.end_date)


def _core_groups(book: Book) -> Standings:
    recorded = {row.conference_child_id for row in rows(story.ChildPart, "conference_child_id")}
    held = grouped(rows(story.CoreGroup, "id", "plan_id", "held_date", in_error=False), "plan_id")
    for plan in book.plans:
        days = sorted(one.held_date for one in held.get(plan.id, ()))
        began = book.began(plan)
        if plan.begun_at_id is not None and plan.begun_at_id in recorded and _starts(plan, [began]):
            yield _core_group(book, Code.HOLD_FIRST_CORE_GROUP, plan, began, first(days))
        for n, start in enumerate(days):
            if _starts(plan, [start]):
                following = days[n + 1] if n + 1 < len(days) else None
                yield _core_group(book, Code.HOLD_CORE_GROUP, plan, start, following)


def _core_group(book: Book, code: Code, plan: Any, start: dt.date, met: dt.date | None) -> Standing:
    due = book.due(code, start)
    return Standing(code, plan.id, (plan.child_id,), start, due, met, book.gone(plan, start, due))


def _follow_ups(book: Book) -> Standings:
    """After plans that a record signed here ended, until the child is on a plan again."""
    plan_of = {one.id: one.plan_id for many in book.asked.values() for one in many}
    columns = ("requested_child_id", "outcome", "conference_child_id")
    signed = [row for row in rows(story.ChildPart, *columns) if row.conference_child_id is not None]
    ended = {plan_of[row.requested_child_id] for row in signed if row.outcome == "PLAN_ENDS"}
    looked = rows(story.FollowUp, "plan_id", "which", "held_date", in_error=False)
    held = {(one.plan_id, one.which): one.held_date for one in looked}
    for plan in book.plans:
        end = plan.end_date
        if plan.id in ended and end is not None:
            later = [one.start_date for one in book.plans_of[plan.child_id] if one.start_date > end]
            gone = first([*later, book.deaths[plan.child_id]])
            for which, code in CODES.items():
                met = held.get((plan.id, which))
                yield Standing(code, plan.id, (plan.child_id,), end, book.due(code, end), met, gone)


# ----- Requests and what is asked before a meeting ---------------------------------------------------------


def _requests(book: Book) -> Standings:
    code = Code.SCHEDULE_REQUEST
    for one in book.requests.values():
        start, meeting = day_of(one.requested_at), book.meetings.get(one.id)
        met_at = [*book.undecided.get(one.id, ()), *([meeting] if meeting else [])]
        met = max(start, min(map(arranged, met_at))) if met_at else None
        gone = start if one.state == "HELD" and not meeting else _day(one.withdrawn_at)
        yield Standing(code, one.id, book.children_of(one.id), start, book.due(code, start), met, gone)


def _thinking_time(book: Book) -> Standings:
    columns = ("id", "request_id", "raised_at", "held_date", "is_late", "is_required", "in_error")
    granted = rows(story.ThinkingWaiver, "session_id", "outcome", "closed_at")
    waived = {one.session_id: _day(one.closed_at) for one in granted if one.outcome == "CONFIRMED"}
    every = [one for one in rows(story.ThinkingTime, *columns, "chair_id", "follows_id") if not one.in_error]
    own = grouped([one for one in every if one.held_date and not one.is_late], "request_id")
    for one in every:
        if not one.is_required:
            continue
        request, meeting = book.requests[one.request_id], book.meetings.get(one.request_id)
        days = [book.law_day(asked) for asked in book.asked.get(one.request_id, ())]
        due = first([*days, day_of(meeting.starts_at) if meeting else None])
        is_anybody_s = request.state == "HELD" and one.id not in waived
        chair = None if meeting is None or is_anybody_s else meeting.chair_id
        met = first(
            other.held_date
            for other in own.get(one.request_id, ())
            if one.id in (other.id, other.follows_id) and chair in (None, other.chair_id)
        )
        is_over = met is None and request.state in ("WITHDRAWN", "HELD")
        gone = (_day(request.withdrawn_at) or due) if is_over else None
        gone = waived.get(one.id, gone) if met is None else gone
        of = (one.id, book.children_of(one.request_id), day_of(one.raised_at))
        yield Standing(Code.HOLD_THINKING_TIME, *of, due, met, gone, meeting is not None)


def _actions(book: Book) -> Standings:
    """What was agreed in thinking time, by its day."""
    sessions = {row.id: row for row in rows(story.ThinkingTime, "id", "request_id", "in_error")}
    columns = ("id", "session_id", "due_date", "added_at", "done_date", "closed_at")
    for pk, own in grouped(rows(story.ThinkingAction, *columns), "session_id").items():
        if sessions[pk].in_error:
            continue
        children = book.children_of(sessions[pk].request_id)
        for due, same in grouped(own, "due_date").items():
            start = min(day_of(one.added_at) for one in same)
            closed = [day_of(one.closed_at) for one in same if one.closed_at]
            done = [one.done_date for one in same if one.done_date]
            is_over = len(closed) == len(same)
            met = max(done, default=None) if is_over else None
            gone = max(closed) if is_over and not done else None
            yield Standing(Code.DO_ACTION, pk, children, start, due, met, gone)


# ----- Meetings --------------------------------------------------------------------------------------------


def _meetings(book: Book) -> Standings:
    columns = ("id", "booking_id", "signed_at", "sent_date", "unsent_at", "state", "owes_telling")
    closing = ("closing_date", "closing_gone_at")
    again = ("again_since", "again_date", "again_gone_at")
    records = {row.booking_id: row for row in rows(story.MeetingRecord, *columns, *closing, *again)}
    parts = rows(story.ChildPart, "record_id", "outcome")
    ends = {part.record_id for part in parts if part.outcome == "PLAN_ENDS"}
    letters = grouped(rows(story.Letter, "id", "record_id", "sent_date"), "record_id")
    for one in book.bookings:
        record, day = records.get(one.id), day_of(one.starts_at)
        posted = [letter.sent_date for letter in letters.get(record.id, ())] if record else []
        is_signed = bool(record and record.state == "SIGNED")
        met = {
            Code.SEND_LETTERS: max(posted) if posted and None not in posted else None,
            Code.SEND_RECORD: record.sent_date if record else None,
            Code.FINISH_RECORD: _day(record.signed_at) if record else None,
        }
        of = (one.id, book.children_of(one.request_id), day)
        for code, on in met.items():
            is_ready = is_signed or code is Code.FINISH_RECORD
            ended = one.cancelled_at or one.outcome_at
            if code is Code.SEND_RECORD and record:
                ended = ended or record.unsent_at
            gone = _day(ended)
            yield Standing(code, *of, book.due(code, day), on, gone, is_ready)
        if record and record.id in ends and is_signed and record.owes_telling:
            code = Code.SEND_CLOSING
            gone = _day(one.cancelled_at or one.outcome_at or record.closing_gone_at)
            yield Standing(code, *of, book.due(code, day), record.closing_date, gone)
        if record and record.again_since:
            start, code = record.again_since, Code.SEND_AGAIN
            gone = _day(one.cancelled_at or one.outcome_at or record.again_gone_at)
            yield Standing(code, one.id, of[1], start, book.due(code, start), record.again_date, gone)
        if record:
            yield from own_versions(book, one, record, of[1])
        if not one.entered_reason:
            yield from of_list(book, one, of[1])
        if one.state in UNDECIDED:
            code = Code.BOOK_NEW_DATE
            withdrawn = _day(book.requests[one.request_id].withdrawn_at)
            yield Standing(code, *of, book.due(code, day), book.booked_after(one), withdrawn)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return day_of(moment) if moment else None


PARTS: tuple[Callable[[Book], Standings], ...] = (
    _enquiries,
    _transfers,
    _reviews,
    _births,
    _ends,
    _core_groups,
    _follow_ups,
    _requests,
    *CONSULTATIONS,
    _thinking_time,
    _actions,
    _meetings,
)
