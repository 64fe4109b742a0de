"""The ledger of deadlines, of consultations: the account, the decision, and what a decision leads to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from conferences import models as story
from conferences.queries.duties_ledger_book import Book, Standing, first, grouped, rows
from conferences.rules.consultations import DECIDED, OF_A_PLAN, Answer
from conferences.rules.deadlines import Code
from safeguarding.clock import day_of

Standings = Iterator[Standing]


def _consultations(book: Book) -> Standings:
    requests = {one.id: one for many in book.asked.values() for one in many}
    answers = grouped(
        rows(story.ConsultationAnswer, "id", "consultation_id", "answer", "answered_at", "wanted_by_date"),
        "consultation_id",
    )
    columns = ("id", "requested_child_id", "child_id", "plan_id", "state", "raised_at", "asked_at")
    for one in rows(story.Consultation, *columns, "withdrawn_at"):
        asked, given = requests.get(one.requested_child_id), answers.get(one.id, [])
        decide_by = book.due(Code.DECIDE_CONSULTATION, day_of(one.raised_at))
        request = asked.request_id if asked else None
        gone = _closed(book, request, one) or decide_by if one.state == "CLOSED" else None
        of = (one.id, (one.child_id,), day_of(one.raised_at))
        decided = first(day_of(a.answered_at) for a in given if a.answer in DECIDED)
        due, told = _account(one, given, decide_by)
        # A partner agency's right to a conference waits for no account.
        unasked = decided if one.state == "AGREED" and told is None else gone
        yield Standing(Code.GIVE_ACCOUNT, *of, due, told, unasked)
        is_asked = one.state in ("ASKED", "ESCALATED")
        yield Standing(Code.DECIDE_CONSULTATION, *of, decide_by, decided, gone, is_asked)


def _account(one: Any, given: list[Any], decide_by: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """By when the account is due and the day it was given: once more, where more was asked for."""
    more = [answer for answer in given if answer.answer == "MORE_INFORMATION"]
    due: dt.date | None = (more[-1].wanted_by_date if more else None) or decide_by
    is_wanting = more and one.asked_at and one.asked_at <= more[-1].answered_at
    return due, None if is_wanting else _day(one.asked_at)


def _closed(book: Book, request: int | None, one: Any) -> dt.date | None:
    """The day on which what nobody answered was closed: taken back; the request's withdrawal, or the
    conference's; else the end of its plan, the child's death or 18th birthday.
    """
    if one.withdrawn_at is not None:
        return day_of(one.withdrawn_at)
    if request is not None:
        meeting = book.meetings.get(request)
        known = _day(book.requests[request].withdrawn_at) or (day_of(meeting.starts_at) if meeting else None)
        if known:
            return known
    plan = book.every_plan.get(one.plan_id)
    return first([plan and plan.end_date, book.deaths[one.child_id], book.grown[one.child_id]])


def _agreed(book: Book) -> Standings:
    """What was agreed while no request was open, or is wanted since support failed, until one is: the review
    of a plan has its own clock, but for a partner agency that wants it now.
    """
    code, requested = Code.ASK_AGREED, {one.id: one for many in book.asked.values() for one in many}
    of_answer = ("id", "consultation_id", "answered_at", "answer")
    every = grouped(rows(story.ConsultationAnswer, *of_answer), "consultation_id")
    ended = rows(story.SupportReview, "answer_id", "recorded_at", outcome="FAILED")
    failed = {one.answer_id: one.recorded_at for one in ended}
    of_child = grouped(requested.values(), "child_id")
    columns = ("id", "child_id", "requested_child_id", "state", "cause", "withdrawn_at")
    for one in rows(story.Consultation, *columns, state__in=("AGREED", "ANOTHER_WAY")):
        last = max(every.get(one.id, ()), key=lambda answer: answer.id, default=None)
        if last is None or (one.cause in OF_A_PLAN and last.answer != Answer.PARTNER_RIGHT):
            continue
        has_failed = one.state == "ANOTHER_WAY"
        at = failed.get(last.id) if has_failed else last.answered_at
        if at is None:
            continue
        asked = requested.get(one.requested_child_id)
        request = book.requests[asked.request_id] if asked else None
        is_carried = asked is not None and asked.history_checked_at >= at
        is_before = request and request.withdrawn_at and request.withdrawn_at < at
        if request and not (has_failed or is_carried or is_before):
            continue
        gone = [_day(one.withdrawn_at), book.deaths[one.child_id], book.grown[one.child_id]]
        gone += [_day(request.withdrawn_at)] if request and is_carried else []
        since = [x for x in of_child.get(one.child_id, ()) if _is_since(book, x, at, has_failed)]
        days = [max(day_of(at), day_of(x.history_checked_at)) for x in since]
        start = day_of(at)
        yield Standing(code, one.id, (one.child_id,), start, book.due(code, start), first(days), first(gone))


def _is_since(book: Book, asked: Any, at: dt.datetime, has_failed: bool) -> bool:
    """Whether a request stands that was not over when the conference was agreed; where support failed, or was
    made since and withdrawn.
    """
    request, meeting = book.requests[asked.request_id], book.meetings.get(asked.request_id)
    if request.state == "WITHDRAWN":
        return bool(has_failed and asked.history_checked_at >= at)
    if request.state != "HELD":
        return True
    is_held_later = meeting is not None and meeting.state == "HELD" and meeting.starts_at >= at
    return bool(is_held_later or asked.history_checked_at >= at)


def _decisions(book: Book) -> Standings:
    """The conditions of each decision by their day, and the reviews of another way."""
    columns = ("id", "consultation_id", "answer", "answered_at", "review_date", "supersedes_id")
    answers = rows(story.ConsultationAnswer, *columns)
    replaced = {one.supersedes_id: day_of(one.answered_at) for one in answers}
    of_part = ("id", "child_id", "requested_child_id", "withdrawn_at")
    parts = {row.id: row for row in rows(story.Consultation, *of_part)}
    asked = {one.id: one.request_id for many in book.asked.values() for one in many}
    set_so = ("id", "answer_id", "due_date", "met_date", "withdrawn_reason", "closed_at")
    conditions = grouped(rows(story.ConsultationCondition, *set_so), "answer_id")
    reviewed = ("id", "answer_id", "held_date", "next_review_date")
    reviews = grouped(rows(story.SupportReview, *reviewed), "answer_id")
    for one in answers:
        child, start = parts[one.consultation_id].child_id, day_of(one.answered_at)
        of = (one.consultation_id, (child,))
        left = [replaced.get(one.id), book.deaths[child], book.grown[child]]
        request = book.requests.get(asked.get(parts[one.consultation_id].requested_child_id))
        left.append(_day(parts[one.consultation_id].withdrawn_at))
        if request and one.answer != "ANOTHER_WAY":
            left.append(_day(request.withdrawn_at))
        for due, same in grouped(conditions.get(one.id, ()), "due_date").items():
            gone = first([*left, _all_withdrawn(same)])
            yield Standing(Code.MEET_CONDITION, *of, start, due, _all_met(same), gone)
        if one.review_date:
            held = reviews.get(one.id, [])
            steps = [(start, one.review_date), *((v.held_date, v.next_review_date) for v in held)]
            gone = first([replaced.get(one.id), book.over(child, start)])
            for (begun, due), nxt in zip(steps, [*steps[1:], None], strict=True):
                if due:
                    yield Standing(Code.REVIEW_SUPPORT, *of, begun, due, nxt and nxt[0], gone)


def _seconds(book: Book) -> Standings:
    """Second opinions on decisions that were drawn, of those whom somebody was asked for."""
    code = Code.SECOND_OPINION
    answers = {row.id: row.consultation_id for row in rows(story.ConsultationAnswer, "id", "consultation_id")}
    children = {row.id: row.child_id for row in rows(story.Consultation, "id", "child_id")}
    for one in rows(story.SecondOpinion, "id", "answer_id", "drawn_at", "given_at", "reader_id"):
        start, subject = day_of(one.drawn_at), answers[one.answer_id]
        child = children[subject]
        gone = first([book.deaths[child], book.grown[child]])
        is_ready = one.reader_id is not None
        met = _day(one.given_at)
        yield Standing(code, subject, (child,), start, book.due(code, start), met, gone, is_ready)


def _all_met(same: list[Any]) -> dt.date | None:
    """The day on which the last of what is due on one day was met; what was withdrawn asks nothing."""
    if any(one.closed_at is None for one in same):
        return None
    return max((one.met_date for one in same if one.met_date), default=None)


def _all_withdrawn(same: list[Any]) -> dt.date | None:
    if not all(one.withdrawn_reason for one in same):
        return None
    return max(day_of(one.closed_at) for one in same)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return day_of(moment) if moment else None


PARTS: tuple[Callable[[Book], Standings], ...] = (_consultations, _agreed, _decisions, _seconds)
