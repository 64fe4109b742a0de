"""The second count of every deadline: plain loops over the rows, written from the catalogue's words, to catch
the reader's SQL where it errs. It shares the counting of days with the reader, and nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from conferences import models as story
from conferences.rules.deadlines import Code
from safeguarding.clock import day_of
from safeguarding.models import AgencyKind, Allocation, Child
from safeguarding.policy.values import limits_over_time
from safeguarding.workingdays import Calendar, OutsideCalendar, add_days, add_months

LOCAL = {
    Code.REQUEST_CONFERENCE: "CONFERENCE_REQUEST_WORKING_DAYS",
    Code.REQUEST_TRANSFER_IN: "CONFERENCE_REQUEST_WORKING_DAYS",
    Code.REQUEST_REVIEW: "REVIEW_REQUEST_WORKING_DAYS",
    Code.SCHEDULE_REQUEST: "SCHEDULE_REQUEST_WORKING_DAYS",
    Code.INVITE: "INVITE_WORKING_DAYS",
    Code.CHASE_REPORTS: "CHASE_REPORT_WORKING_DAYS",
    Code.TELL_EXCLUDED: "EXCLUSION_TOLD_WORKING_DAYS",
    Code.BOOK_NEW_DATE: "INQUORATE_NEW_DATE_WORKING_DAYS",
    Code.DECIDE_CONSULTATION: "REPLAN_DECIDE_BY_WORKING_DAYS",
    Code.ASK_AGREED: "AGREED_REQUEST_WORKING_DAYS",
    Code.SECOND_OPINION: "SECOND_OPINION_WORKING_DAYS",
    Code.FIRST_FOLLOW_UP: "FOLLOW_UP_FIRST_MONTHS",
    Code.SECOND_FOLLOW_UP: "FOLLOW_UP_SECOND_MONTHS",
    Code.THIRD_FOLLOW_UP: "FOLLOW_UP_THIRD_MONTHS",
    Code.SEND_LETTERS: "DECISION_LETTER_WORKING_DAYS",
    Code.FINISH_RECORD: "RECORD_WORKING_DAYS",
    Code.SEND_RECORD: "RECORD_WORKING_DAYS",
    Code.SEND_CLOSING: "CLOSING_LETTER_WORKING_DAYS",
    Code.SEND_AGAIN: "SEND_AGAIN_WORKING_DAYS",
    Code.GIVE_OWN_VERSION: "OWN_VERSION_WORKING_DAYS",
    Code.END_PLAN: "PLAN_END_WORKING_DAYS",
    Code.HOLD_CORE_GROUP: "CORE_GROUP_INTERVAL_WEEKS",
    Code.REVIEW_AFTER_BIRTH: "REVIEW_AFTER_BIRTH_WORKING_DAYS",
}
# Of what reports and answers for a quorum are counted by.
BESIDE = (
    *("REPORT_TO_UNIT_INITIAL_WORKING_DAYS", "REPORT_TO_UNIT_REVIEW_WORKING_DAYS"),
    *("REPORT_TO_FAMILY_INITIAL_WORKING_DAYS", "REPORT_TO_FAMILY_REVIEW_WORKING_DAYS"),
    *("QUORUM_ANSWER_WORKING_DAYS", "QUORUM_OTHER_AGENCIES"),
    *("CONTACT_WORKING_DAYS", "CONTACT_TRIES", "CONTACT_BY", "CHILD_LETTER_FROM_AGE"),
)
ENDED = ("INQUORATE", "ADJOURNED", "ABANDONED")
Day = dt.date
Key = tuple[Code, int, Day, Day | None]


class Standing(NamedTuple):
    """How one deadline stands."""

    due: Day | None
    met: Day | None
    gone: Day | None
    owner: int | None = None
    is_ready: bool = True


T = TypeVar("T", Day, int)
Entries = Iterator[tuple[tuple[Code, int, Day], Standing]]


def ledger(calendar: Calendar) -> dict[Key, Standing]:
    """Every deadline of every row in the database, by its code, subject, start and day."""
    book = Book(calendar)
    pages: list[Callable[[Book], Entries]] = [
        enquiries,
        transfers,
        reviews,
        births,
        plan_ends,
        core_groups,
        follow_ups,
        requests,
        consultations,
        agreed,
        decisions,
        seconds,
        thinking_time,
        actions,
        meetings,
    ]
    found: dict[Key, Standing] = {}
    for page in pages:
        for of, standing in page(book):
            key = (*of, standing.due)
            assert key not in found, key
            found[key] = standing
    return found


class Book:
    """The rows, and what is asked of them more than once."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.limits = limits_over_time({*LOCAL.values(), *BESIDE})
        self.requests = {one.pk: one for one in rows(story.Request)}
        self.asked = rows(story.RequestedChild)
        self.enquiries, self.arrivals = rows(story.Enquiry), rows(story.TransferIn)
        self.bookings = rows(story.Booking)
        self.children = {one.pk: one for one in rows(Child)}
        self.workers = {one.child_id: one.worker_id for one in rows(Allocation) if one.end_date is None}
        held = {one.pk: one.held_date for one in rows(story.Conference)}
        self.conferences = [(one, held[one.conference_id]) for one in rows(story.ConferenceChild)]
        self.held_at = {at.pk: day for at, day in self.conferences}
        self.plans = [one for one in rows(story.Plan) if not one.held_for_other_authority]

    def after(self, day: Day, n: int) -> Day | None:
        """The nth working day after a day, before it where n is negative; None outside the holidays known."""
        try:
            return self.calendar.add(day, n).due
        except OutsideCalendar:
            return None

    def limit(self, code: Code, day: Day) -> int:
        return self.limits.whole(LOCAL[code], day)

    def locally(self, code: Code, day: Day) -> Day | None:
        return self.after(day, self.limit(code, day))

    def requests_of(self, field: str, pk: int) -> list[Any]:
        """The requests that stand (are not withdrawn) about an enquiry, an arrival or a plan."""
        return [self.requests[one.request_id] for one in self.asked_of(field, pk)]

    def asked_of(self, field: str, pk: int) -> list[Any]:
        """The children of those requests, each with the moment that it came into its request."""
        about = [one for one in self.asked if getattr(one, field) == pk]
        return [one for one in about if self.requests[one.request_id].state != "WITHDRAWN"]

    def came(self, asked: Any) -> Day:
        """When a child came into its request: at the latest as its conference was, if that is told later."""
        told = [b for b in self.bookings if b.request_id == asked.request_id and b.entered_reason]
        days = [day_of(b.starts_at) for b in told if b.state != "CANCELLED"]
        return min([day_of(asked.history_checked_at), *days])

    def chair_of(self, requests: list[Any]) -> int | None:
        """The chair of the meeting in the diary that was made of one of these requests."""
        asked = {one.pk for one in requests}
        return first(b.chair_id for b in self.bookings if b.request_id in asked and b.state == "BOOKED")

    def diary_day_after(self, start: Day, requests: list[Any]) -> Day | None:
        """The day of the meeting in the diary that was made of one of these requests, if it is later."""
        day = self.diary_day(requests)
        return day if day and day > start else None

    def diary_day(self, requests: list[Any]) -> Day | None:
        """The day of the meeting in the diary that was made of one of these requests."""
        asked = {one.pk for one in requests}
        booked = [b for b in self.bookings if b.request_id in asked and b.state == "BOOKED"]
        return first(day_of(b.starts_at) for b in booked)

    def began(self, plan: Any) -> Day:
        """The day of the conference at which a plan began; where none is known, its first day."""
        found: Day = self.held_at.get(plan.begun_at_id, plan.start_date)
        return found

    def meeting_of(self, request: int) -> Any:
        """The meeting of a request that lies ahead or was held, or None."""
        standing = [b for b in self.bookings if b.request_id == request and b.state in ("BOOKED", "HELD")]
        return standing[0] if standing else None

    def was_on_plan(self, child: int, day: Day) -> bool:
        """Whether a plan of this council began before the day and had not ended by then."""
        return any(
            plan.child_id == child and plan.start_date < day and (not plan.end_date or plan.end_date > day)
            for plan in self.plans
        )


def in_diary(booking: Any) -> Day:
    """The day on which a meeting was in the diary, where it was put there after it was held by its own."""
    return min(day_of(booking.booked_at), day_of(booking.starts_at))


def rows(model: Any) -> list[Any]:
    return list(model.objects.unscoped("test"))


def stands(model: Any) -> list[Any]:
    """The rows but those that were recorded in error."""
    return [row for row in rows(model) if not row.in_error]


def first(found: Iterable[T | None]) -> T | None:
    return min((one for one in found if one is not None), default=None)


# ----- Enquiries and arrivals ------------------------------------------------------------------------------


def enquiries(book: Book) -> Entries:
    codes = Code.HOLD_CONFERENCE, Code.REQUEST_CONFERENCE
    for one in rows(story.Enquiry):
        start, not_owed = one.started_date, None
        if one.conference_need == "NOT_NEEDED":
            not_owed = one.outcome_date or start
        if not one.voided_at:
            yield from beginning(book, codes, "enquiry_id", one, start, not_owed)


def transfers(book: Book) -> Entries:
    codes = Code.HOLD_TRANSFER_IN, Code.REQUEST_TRANSFER_IN
    for one in stands(story.TransferIn):
        yield from beginning(book, codes, "transfer_in_id", one, one.notified_date, None)


def beginning(
    book: Book, codes: tuple[Code, Code], field: str, one: Any, start: Day, not_owed: Day | None
) -> Entries:
    """The conference to be held after an enquiry or an arrival, and the request for it.

    Any conference of the child that is no review will do, from the start on, or linked to it.
    """
    hold, ask = codes
    conferences = [(at, held) for at, held in book.conferences if at.child_id == one.child_id]
    initial = [(at, held) for at, held in conferences if at.kind != "REVIEW"]
    conference = first(held for at, held in initial if held >= start or getattr(at, field) == one.pk)
    asked = book.requests_of(field, one.pk)
    days = [book.came(child) for child in book.asked_of(field, one.pk)]
    worker = book.workers.get(one.child_id)
    gone = first([not_owed, last_day_owed(book, book.children[one.child_id], start)])
    if book.was_on_plan(one.child_id, start):
        gone = start
    elif gone and conference and conference <= gone:
        gone = None
    met = first([conference, book.diary_day(asked)])
    yield (
        (hold, one.pk, start),
        Standing(book.after(start, 15), met, gone, book.chair_of(asked), bool(asked)),
    )
    yield (
        (ask, one.pk, start),
        Standing(book.locally(ask, start), first([*days, conference]), gone, worker),
    )


def last_day_owed(book: Book, child: Any, start: Day) -> Day | None:
    """A later plan here, the child's death and its 18th birthday end what was owed, never before it began."""
    begun = [plan.start_date for plan in book.plans if plan.child_id == child.pk and plan.start_date > start]
    day = first([*begun, child.death_date, eighteenth(child.birth_date)])
    return None if day is None else max(start, day)


def eighteenth(born: Day | None) -> Day | None:
    if born is None:
        return None
    leapling = (born.month, born.day) == (2, 29)
    return Day(born.year + 18, 3, 1) if leapling else Day(born.year + 18, born.month, born.day)


# ----- Plans -----------------------------------------------------------------------------------------------


def reviews_of(book: Book, plan: Any) -> list[Day]:
    began = book.began(plan)
    return sorted({held for at, held in book.conferences if at.plan_id == plan.pk and held > began})


def begins(plan: Any, days: Iterable[Day]) -> list[Day]:
    """The days on which an interval begins: none does on the day the plan ends."""
    return [day for day in days if not plan.end_date or day < plan.end_date]


def over(book: Book, plan: Any, start: Day, due: Day | None) -> Day | None:
    """When what is due on the plan is owed no more: the plan ended, or the child died or was 18 before that
    was confirmed. What would be due on the 18th birthday or after it never was owed.
    """
    child = book.children[plan.child_id]
    grown = eighteenth(child.birth_date)
    never = start if grown and due and due >= grown else None
    return first([plan.end_date, child.death_date, grown, never])


def plan_ends(book: Book) -> Entries:
    """Somebody must end a plan by what happened: until a second person agreed, or it ended by another way."""
    endings, code = rows(story.PlanEnding), Code.END_PLAN
    turned_down = {one.event_id for one in endings if one.outcome in ("REFUSED", "WITHDRAWN")}
    for plan in book.plans:
        child = book.children[plan.child_id]
        days = [child.death_date, eighteenth(child.birth_date)]
        for event in rows(story.LifeEvent):
            if event.child_id != child.pk or event.in_error or event.pk in turned_down:
                continue
            if event.kind in ("LOOKED_AFTER", "OTHER_ORDER", "LEFT_UK") and event.day >= plan.start_date:
                days.append(event.day)
            # The child may have moved before: the other authority's conference ends the plan.
            held = event.conference_date if event.kind == "MOVED_AWAY" else None
            if held and held >= plan.start_date:
                days.append(held)
        if (cause := first(days)) is None:
            continue
        start = max(cause, plan.start_date)
        if plan.end_date is None or start <= plan.end_date:
            agreed = [e for e in endings if e.plan_id == plan.pk and e.outcome == "CONFIRMED"]
            met = first(day_of(one.closed_at) for one in agreed)
            gone = None if met else plan.end_date
            yield (code, plan.pk, start), Standing(book.locally(code, start), met, gone)


def reviews(book: Book) -> Entries:
    for plan in book.plans:
        days, began = reviews_of(book, plan), book.began(plan)
        for start in begins(plan, [began, *days]):
            months, n = (3, 91) if start == began else (6, 183)
            due = min(add_months(start, months), add_days(start, n))
            review = first(day for day in days if day > start)
            yield from interval(book, plan, start, due, review)


def interval(book: Book, plan: Any, start: Day, due: Day, review: Day | None) -> Entries:
    """A review to be held, and the request for it."""
    children = asked_in(book, plan, start, review)
    days, worker = [book.came(one) for one in children], book.workers.get(plan.child_id)
    asked = [book.requests[one.request_id] for one in children]
    hold, ask = Code.HOLD_REVIEW, Code.REQUEST_REVIEW
    met, gone = first([review, book.diary_day_after(start, asked)]), over(book, plan, start, due)
    yield (hold, plan.pk, start), Standing(due, met, gone, book.chair_of(asked), bool(asked))
    before = book.after(due, -book.limit(ask, due))
    yield (ask, plan.pk, start), Standing(before, first([*days, review]), gone, worker)


def asked_in(book: Book, plan: Any, start: Day, review: Day | None) -> list[Any]:
    """The child where its review of an interval was asked for: in it, or open still while it is not met."""
    found = []
    for one in book.asked_of("plan_id", plan.pk):
        state, at = book.requests[one.request_id].state, book.meeting_of(one.request_id)
        if state == "HELD" and at and day_of(at.starts_at) <= start:
            continue  # It led to the review from which this runs.
        day, is_open = book.came(one), state in ("REQUESTED", "BOOKED")
        if (review is None and (day >= start or is_open)) or (review and start <= day <= review):
            found.append(one)
    return found


def births(book: Book) -> Entries:
    code = Code.REVIEW_AFTER_BIRTH
    for plan in book.plans:
        born = book.children[plan.child_id].birth_date
        if born and born > plan.start_date and begins(plan, [born]):
            met = first(day for day in reviews_of(book, plan) if day > born)
            asked = [book.requests[one.request_id] for one in asked_in(book, plan, born, met)]
            met = first([met, book.diary_day_after(born, asked)])
            due = book.locally(code, born)
            gone = over(book, plan, born, due)
            yield (code, plan.pk, born), Standing(due, met, gone, book.chair_of(asked), bool(asked))


def core_groups(book: Book) -> Entries:
    recorded = {one.conference_child_id for one in rows(story.ChildPart)} - {None}
    held = defaultdict(list)
    for group in stands(story.CoreGroup):
        held[group.plan_id].append(group.held_date)
    code = Code.HOLD_CORE_GROUP
    for plan in book.plans:
        began, worker, days = book.began(plan), book.workers.get(plan.child_id), sorted(held[plan.pk])
        if plan.begun_at_id in recorded and begins(plan, [began]):
            due = book.after(began, 10)
            standing = Standing(due, first(days), over(book, plan, began, due), worker)
            yield (Code.HOLD_FIRST_CORE_GROUP, plan.pk, began), standing
        for start in begins(plan, days):
            due = add_days(start, 7 * book.limit(code, start))
            following = first(day for day in days if day > start)
            gone = over(book, plan, start, due)
            yield (code, plan.pk, start), Standing(due, following, gone, worker)


def follow_ups(book: Book) -> Entries:
    """After a plan that a signed record ended: three times, until the child has another plan or has died."""
    asked = {one.pk: one for one in book.asked}
    ended = {
        asked[part.requested_child_id].plan_id
        for part in rows(story.ChildPart)
        if part.outcome == "PLAN_ENDS" and part.conference_child_id
    }
    held = {(one.plan_id, one.which): one.held_date for one in stands(story.FollowUp)}
    for plan in book.plans:
        if plan.pk in ended and plan.end_date:
            again = [p.start_date for p in book.plans if p.child_id == plan.child_id]
            gone = first([*(d for d in again if d > plan.end_date), book.children[plan.child_id].death_date])
            for which in ("FIRST", "SECOND", "THIRD"):
                code = Code[f"{which}_FOLLOW_UP"]
                due = add_months(plan.end_date, book.limit(code, plan.end_date))
                met, worker = held.get((plan.pk, which)), book.workers.get(plan.child_id)
                yield (code, plan.pk, plan.end_date), Standing(due, met, gone, worker)


# ----- Requests and what is asked before a meeting ---------------------------------------------------------


def requests(book: Book) -> Entries:
    code = Code.SCHEDULE_REQUEST
    for one in book.requests.values():
        start, meeting = day_of(one.requested_at), book.meeting_of(one.pk)
        undecided = [b for b in book.bookings if b.request_id == one.pk and b.state in ENDED]
        met = first(in_diary(b) for b in (*undecided, *([meeting] if meeting else ())))
        met = met and max(met, start)
        gone = day_of(one.withdrawn_at) if one.withdrawn_at else None
        if one.state == "HELD" and not meeting:
            gone = start
        yield (code, one.pk, start), Standing(book.locally(code, start), met, gone)


def consultations(book: Book) -> Entries:
    asked = {one.pk: one for one in book.asked}
    answers = defaultdict(list)
    for answer in rows(story.ConsultationAnswer):
        answers[answer.consultation_id].append(answer)
    for one in rows(story.Consultation):
        request = book.requests[asked[one.requested_child_id].request_id] if one.requested_child_id else None
        given = sorted(answers[one.pk], key=lambda answer: answer.pk)
        gone = closed(book, one, request) if one.state == "CLOSED" else None
        start = day_of(one.raised_at)
        decide_by = book.locally(Code.DECIDE_CONSULTATION, start)
        yield (
            (Code.GIVE_ACCOUNT, one.pk, start),
            Standing(*account(one, given, decide_by), gone, asker(book, one, request)),
        )
        asking = ("MORE_INFORMATION", "ESCALATE")
        decided = [day_of(answer.answered_at) for answer in given if answer.answer not in asking]
        yield (
            (Code.DECIDE_CONSULTATION, one.pk, start),
            Standing(decide_by, first(decided), gone, None, one.state in ("ASKED", "ESCALATED")),
        )


def asker(book: Book, one: Any, request: Any) -> int | None:
    """Whose account it is: whoever requested the conference, gave the last one, or works with the child."""
    return (request.requested_by_id if request else None) or one.asked_by_id or book.workers.get(one.child_id)


def agreed(book: Book) -> Entries:
    """A conference was agreed while none was asked for, or support failed: it is asked for soon."""
    asked, every = {one.pk: one for one in book.asked}, rows(story.ConsultationAnswer)
    failed = {one.answer_id: one.recorded_at for one in rows(story.SupportReview) if one.outcome == "FAILED"}
    for part in rows(story.Consultation):
        if part.state not in ("AGREED", "ANOTHER_WAY"):
            continue
        last = max((one for one in every if one.consultation_id == part.pk), key=lambda one: one.pk)
        if part.plan_id and last.answer != "PARTNER_RIGHT":
            continue
        went_wrong = part.state == "ANOTHER_WAY"
        if went_wrong and last.pk not in failed:
            continue
        at = failed[last.pk] if went_wrong else last.answered_at
        own = asked.get(part.requested_child_id)
        request = book.requests[own.request_id] if own else None
        is_later = own is not None and own.history_checked_at >= at
        is_before = request and request.withdrawn_at and request.withdrawn_at < at
        if request and not (went_wrong or is_later or is_before):
            continue
        child = book.children[part.child_id]
        gone = [child.death_date, eighteenth(child.birth_date)]
        gone += [day_of(part.withdrawn_at)] if part.withdrawn_at else []
        gone += [day_of(request.withdrawn_at)] if request and is_later and request.withdrawn_at else []
        days = []
        for one in book.asked:
            of = book.requests[one.request_id]
            if one.child_id != part.child_id:
                continue
            if of.state == "WITHDRAWN" and not (went_wrong and one.history_checked_at >= at):
                continue
            held = [b for b in book.bookings if b.request_id == of.pk and b.state == "HELD"]
            is_over = of.state == "HELD" and one.history_checked_at < at
            if not is_over or any(b.starts_at >= at for b in held):
                days.append(max(day_of(at), day_of(one.history_checked_at)))
        due = book.locally(Code.ASK_AGREED, day_of(at))
        yield (
            (Code.ASK_AGREED, part.pk, day_of(at)),
            Standing(due, first(days), first(gone), asker(book, part, request)),
        )


def decisions(book: Book) -> Entries:
    """What a decision wants by a day, met with the last of it; and each review of another way by the next."""
    parts = {one.pk: one for one in rows(story.Consultation)}
    asked = {one.pk: one.request_id for one in book.asked}
    every = rows(story.ConsultationAnswer)
    for answer in every:
        part, start = parts[answer.consultation_id], day_of(answer.answered_at)
        child = book.children[part.child_id]
        later = [day_of(one.answered_at) for one in every if one.supersedes_id == answer.pk]
        request = book.requests[asked[part.requested_child_id]] if part.requested_child_id else None
        left = [*later, child.death_date, eighteenth(child.birth_date)]
        if part.withdrawn_at:
            left.append(day_of(part.withdrawn_at))
        if request and request.withdrawn_at and answer.answer != "ANOTHER_WAY":
            left.append(day_of(request.withdrawn_at))
        own = [one for one in rows(story.ConsultationCondition) if one.answer_id == answer.pk]
        for day in sorted({one.due_date for one in own}):
            same = [one for one in own if one.due_date == day]
            yield (Code.MEET_CONDITION, part.pk, start), condition(same, day, left)
        yield from support(book, answer, part, later)


def seconds(book: Book) -> Entries:
    """A second opinion on a decision that was drawn, by whoever is asked; of nobody where nobody can be."""
    answers = {one.pk: one for one in rows(story.ConsultationAnswer)}
    parts = {one.pk: one for one in rows(story.Consultation)}
    for one in rows(story.SecondOpinion):
        part, start = parts[answers[one.answer_id].consultation_id], day_of(one.drawn_at)
        child = book.children[part.child_id]
        met = day_of(one.given_at) if one.given_at else None
        gone = first([child.death_date, eighteenth(child.birth_date)])
        due = book.locally(Code.SECOND_OPINION, start)
        yield (
            (Code.SECOND_OPINION, part.pk, start),
            Standing(due, met, gone, one.reader_id, bool(one.reader_id)),
        )


def condition(same: list[Any], day: Day, left: list[Day | None]) -> Standing:
    waiting = [one for one in same if not one.closed_at]
    met = None if waiting else max((one.met_date for one in same if one.met_date), default=None)
    if all(one.withdrawn_reason for one in same):
        left = [*left, max(day_of(one.closed_at) for one in same)]
    owners = {one.owner_id for one in waiting}
    return Standing(day, met, first(left), owners.pop() if len(owners) == 1 else None)


def support(book: Book, answer: Any, part: Any, later: list[Day]) -> Entries:
    if not answer.review_date:
        return
    start = day_of(answer.answered_at)
    gone = first([*later, last_day_owed(book, book.children[part.child_id], start)])
    begun, due = start, answer.review_date
    for review in sorted(rows(story.SupportReview), key=lambda one: one.pk):
        if review.answer_id == answer.pk:
            yield (
                (Code.REVIEW_SUPPORT, part.pk, begun),
                Standing(due, review.held_date, gone, answer.lead_id),
            )
            begun, due = review.held_date, review.next_review_date
    if due:
        yield (Code.REVIEW_SUPPORT, part.pk, begun), Standing(due, None, gone, answer.lead_id)


def account(one: Any, given: list[Any], decide_by: Day | None) -> tuple[Day | None, Day | None]:
    """By when the account is due, and the day it was given: once more, where more was asked for."""
    more = [answer for answer in given if answer.answer == "MORE_INFORMATION"]
    due = more[-1].wanted_by_date if more and more[-1].wanted_by_date else decide_by
    is_wanting = more and one.asked_at and one.asked_at <= more[-1].answered_at
    return due, None if is_wanting or not one.asked_at else day_of(one.asked_at)


def closed(book: Book, one: Any, request: Any) -> Day | None:
    """The day on which what nobody answered was closed: the request's withdrawal, or the conference's."""
    if one.withdrawn_at:
        return day_of(one.withdrawn_at)
    if request and request.withdrawn_at:
        return day_of(request.withdrawn_at)
    meeting = book.meeting_of(request.pk) if request else None
    if meeting:
        return day_of(meeting.starts_at)
    plans = [plan.end_date for plan in rows(story.Plan) if plan.pk == one.plan_id]
    child = book.children[one.child_id]
    left = first([*plans, child.death_date, eighteenth(child.birth_date)])
    return left or book.locally(Code.DECIDE_CONSULTATION, day_of(one.raised_at))


def by_law(book: Book, asked: Any, request: Any) -> Day | None:
    """By when the conference of a requested child is due; a review that was held, from the one before."""
    if asked.enquiry_id:
        return book.after(next(e.started_date for e in book.enquiries if e.pk == asked.enquiry_id), 15)
    if asked.transfer_in_id:
        return book.after(next(t.notified_date for t in book.arrivals if t.pk == asked.transfer_in_id), 15)
    plan = next(plan for plan in rows(story.Plan) if plan.pk == asked.plan_id)
    meeting, began = book.meeting_of(request.pk), book.began(plan)
    until = day_of(meeting.starts_at) if meeting and meeting.state == "HELD" else Day.max
    last = max([began, *(day for day in reviews_of(book, plan) if day < until)])
    months, days = (3, 91) if last == began else (6, 183)
    return min(add_months(last, months), add_days(last, days))


def thinking_time(book: Book) -> Entries:
    """Only what is required: what a chair takes of their own accord is due by no day."""
    waivers, every = rows(story.ThinkingWaiver), rows(story.ThinkingTime)
    for one in every:
        request, meeting = book.requests[one.request_id], book.meeting_of(one.request_id)
        owed = first(by_law(book, asked, request) for asked in book.asked if asked.request_id == request.pk)
        due = first([owed, day_of(meeting.starts_at) if meeting else None])
        gone = day_of(request.withdrawn_at) if request.withdrawn_at else None
        gone = due if request.state == "HELD" else gone
        granted = [day_of(w.closed_at) for w in waivers if (w.session_id, w.outcome) == (one.pk, "CONFIRMED")]
        gone = granted[0] if granted else gone
        chair = meeting.chair_id if meeting else None
        theirs = chair if not (request.state == "HELD" and not granted) else None
        places = [s for s in every if one.pk in (s.pk, s.follows_id) and theirs in (None, s.chair_id)]
        met = first(s.held_date for s in places if not s.in_error and not _recorded_late(s))
        gone = None if met else gone
        standing = Standing(due, met, gone, chair, meeting is not None)
        if one.is_required and not one.in_error:
            yield (Code.HOLD_THINKING_TIME, one.pk, day_of(one.raised_at)), standing


def _recorded_late(session: story.ThinkingTime) -> bool:
    """After the record of its conference was signed."""
    at_request = {b.pk for b in rows(story.Booking) if b.request_id == session.request_id}
    signed = [r.signed_at for r in rows(story.MeetingRecord) if r.booking_id in at_request and r.signed_at]
    return session.recorded_at is not None and any(at < session.recorded_at for at in signed)


def actions(book: Book) -> Entries:
    """What was agreed for a day, done with the last of it."""
    sessions = {one.pk: one for one in rows(story.ThinkingTime) if not one.in_error}
    every = [one for one in rows(story.ThinkingAction) if one.session_id in sessions]
    for pk, day in sorted({(one.session_id, one.due_date) for one in every}):
        same = [one for one in every if (one.session_id, one.due_date) == (pk, day)]
        waiting = [one for one in same if not one.closed_at]
        met = None if waiting else max((one.done_date for one in same if one.done_date), default=None)
        left = [day_of(one.closed_at) for one in same if one.closed_at and not one.done_date]
        gone = max(left) if len(left) == len(same) else None
        owners = {one.owner_id for one in waiting}
        owner = (owners.pop() if len(owners) == 1 else None) or sessions[pk].chair_id
        start = min(day_of(one.added_at) for one in same)
        yield (Code.DO_ACTION, pk, start), Standing(day, met, gone, owner)


# ----- Meetings --------------------------------------------------------------------------------------------


def meetings(book: Book) -> Entries:
    records = {one.booking_id: one for one in rows(story.MeetingRecord)}
    letters = defaultdict(list)
    for letter in rows(story.Letter):
        letters[letter.record_id].append(letter.sent_date)
    for one in book.bookings:
        day, record = day_of(one.starts_at), records.get(one.pk)
        gone = day_of(one.cancelled_at) if one.cancelled_at else None
        gone = day_of(one.outcome_at) if one.outcome_at else gone
        signed = day_of(record.signed_at) if record and record.signed_at else None
        posted = letters[record.pk] if record else []
        sent = {
            Code.SEND_LETTERS: max(posted) if posted and None not in posted else None,
            Code.SEND_RECORD: record.sent_date if record else None,
        }
        nobody = day_of(record.unsent_at) if record and record.unsent_at else None
        left = {Code.SEND_LETTERS: gone, Code.SEND_RECORD: gone or nobody}
        for code, met in sent.items():
            yield (code, one.pk, day), Standing(book.locally(code, day), met, left[code], None, bool(signed))
        code = Code.FINISH_RECORD
        yield (code, one.pk, day), Standing(book.locally(code, day), signed, gone, one.chair_id)
        parts = [p for p in rows(story.ChildPart) if record and p.record_id == record.pk]
        if signed and record.owes_telling and any(p.outcome == "PLAN_ENDS" for p in parts):
            off = day_of(record.closing_gone_at) if record.closing_gone_at else None
            code, went = Code.SEND_CLOSING, record.closing_date
            yield (code, one.pk, day), Standing(book.locally(code, day), went, gone or off)
        if record and record.again_since:
            code, since = Code.SEND_AGAIN, record.again_since
            taken_back = day_of(record.again_gone_at) if record.again_gone_at else None
            standing = Standing(book.locally(code, since), record.again_date, gone or taken_back)
            yield (code, one.pk, since), standing
        if record and record.owes_own:
            yield from own_versions(book, one, record)
        if one.entered_reason == "":
            yield invitations(book, one, gone)
            yield from reports(book, one, gone)
            yield quorum(book, one, gone)
            yield from exclusions(book, one, gone)
            yield spoken(book, one, gone)
        if one.state in ENDED:
            code, request = Code.BOOK_NEW_DATE, book.requests[one.request_id]
            after = [b for b in book.bookings if b.request_id == request.pk and b.pk > one.pk]
            booked = first(in_diary(b) for b in after if b.state != "CANCELLED")
            left = day_of(request.withdrawn_at) if request.withdrawn_at else None
            yield (code, one.pk, day), Standing(book.locally(code, day), booked, left)


def own_versions(book: Book, one: Any, record: Any) -> Entries:
    """Each child of the record who is old enough: given theirs, or none because; or they died."""
    day, ends, deaths, waits = day_of(one.starts_at), [], [], False
    asked = {at.pk: at for at in book.asked}
    for part in rows(story.ChildPart):
        of = asked[part.requested_child_id]
        child = book.children[of.child_id]
        if part.record_id != record.pk or not is_old_enough(book, of, day):
            continue
        went = [
            d.sent_date
            for d in rows(story.Document)
            if (d.record_id, d.requested_child_id) == (record.pk, of.pk) and d.sent_date
        ]
        none = [o.none_at for o in rows(story.OwnVersion) if o.part_id == part.pk and o.none_at]
        deaths.append(child.death_date)
        ends.append(min(went) if went else day_of(none[0]) if none else None)
        waits = waits or ends[-1] is child.death_date is None
    if ends:
        code, met = Code.GIVE_OWN_VERSION, None if waits else max(filter(None, ends), default=None)
        gone = None if waits or met else max(filter(None, deaths))
        yield (code, one.pk, day), Standing(book.locally(code, day), met, gone)


def invitations(book: Book, one: Any, gone: Day | None) -> tuple[tuple[Code, int, Day], Standing]:
    """Each name on the list waits for an invitation from the day it came there, or the meeting did."""
    there = day_of(put_there(one))
    names = [i for i in on_list(one.request_id) if not is_kept_out(i) and not is_young(book, one, i)]
    waiting = [i for i in names if i.invited_date is None or i.invited_date < there]
    start = max([there, *sorted(day_of(i.put_on_at) for i in waiting)[:1]])
    met = max(i.invited_date for i in names) if names and not waiting else None
    over = first([gone, day_of(one.starts_at)])
    return (Code.INVITE, one.pk, start), Standing(book.locally(Code.INVITE, start), met, over)


def is_old_enough(book: Book, asked: Any, meets: Day) -> bool:
    born = book.children[asked.child_id].birth_date
    if born is None:
        return False
    years = meets.year - born.year - ((meets.month, meets.day) < (born.month, born.day))
    return bool(years >= book.limits.whole("CHILD_LETTER_FROM_AGE", meets))


def is_young(book: Book, one: Any, i: Any) -> bool:
    """A child on the list who is not written to yet."""
    of = next((asked for asked in book.asked if asked.pk == i.requested_child_id), None)
    return of is not None and not is_old_enough(book, of, day_of(one.starts_at))


def is_kept_out(i: Any) -> bool:
    """Somebody of the family whom the chair excluded from all of it, by their record or else by name."""
    if i.agency_kind or i.requested_child_id:
        return False
    kept = [e for e in rows(story.Exclusion) if e.request_id == i.request_id and e.lifted_at is None]
    return any(
        e.person_id == i.person_id if e.person_id and i.person_id else e.name.lower() == i.name.lower()
        for e in kept
        if e.answer == "WHOLE"
    )


def on_list(request: int) -> list[Any]:
    return [i for i in rows(story.Invitation) if i.request_id == request and i.off_at is None]


def wanted(book: Book, one: Any, to: str) -> Day:
    """By when reports are somewhere: each child's conference has its own day, the first of them counts."""
    meets = day_of(one.starts_at)
    kinds = {child.kind for child in book.asked if child.request_id == one.request_id}
    days = []
    for kind in kinds:
        name = "REVIEW" if kind == "REVIEW" else "INITIAL"
        n = book.limits.whole(f"REPORT_TO_{to}_{name}_WORKING_DAYS", meets)
        days.append(book.after(meets, -n))
    return first(days) or meets


def put_there(one: Any) -> dt.datetime:
    """When it was scheduled or last moved; another chair on the day moves nothing."""
    moved = [
        move.moved_at
        for move in rows(story.BookingMove)
        if move.booking_id == one.pk and not move.chair_reason
    ]
    return max([one.booked_at, *moved])


def reports(book: Book, one: Any, gone: Day | None) -> Entries:
    """Late reports are chased until the last came; those that came are shown to the family."""
    over, people = first([gone, day_of(one.starts_at)]), on_list(one.request_id)
    asked, since, waiting = [i for i in people if i.is_report_asked], {}, []
    for i in asked:
        chases = [c for c in rows(story.ReportChase) if c.invitation_id == i.pk and c.taken_back_at is None]
        there = [put_there(one), i.put_on_at]
        since[i.pk] = max([wanted(book, one, "UNIT"), *map(day_of, there), *(c.chased_date for c in chases)])
        if i.received_date is None and i.none_why == "":
            waiting.append(since[i.pk])
    if asked:
        start = min(waiting) if waiting else max(since.values())
        days = [i.received_date for i in asked if i.received_date] or [wanted(book, one, "UNIT")]
        code, met = Code.CHASE_REPORTS, None if waiting else max(*days, start)
        yield (code, one.pk, start), Standing(book.locally(code, start), met, over)
    if came := [i for i in people if i.received_date]:
        told = {i.pk: shown_on(i) for i in came}
        hidden = [i.received_date for i in came if told[i.pk] is None]
        start = min(hidden) if hidden else max(i.received_date for i in came)
        days = [day for day in told.values() if isinstance(day, dt.date)]
        shown = days or [max(i.received_date for i in came)]
        asker = book.requests[one.request_id].requested_by_id
        standing = Standing(
            max(start, wanted(book, one, "FAMILY")), None if hidden else max(*shown, start), over, asker
        )
        yield (Code.SHARE_REPORTS, one.pk, start), standing


def shown_on(i: Any) -> Day | str | None:
    """Since when all of the family was shown a report that came, "NEVER", or None while one was not."""
    if i.shared_way == "NEVER":
        return "NEVER"
    if i.shared_date:
        return Day.fromisoformat(i.shared_date.isoformat())
    told, days = rows(story.ReportShowing), []
    for reader in on_list(i.request_id):
        if reader.agency_kind or reader.requested_child_id or is_kept_out(reader):
            continue
        own = [w for w in told if w.invitation_id == i.pk and not w.taken_back_at and is_again(w, reader)]
        days.append(["NEVER" if w.way == "NOT_THEIRS" else w.shown_date for w in own])
    if not days or not all(days):
        return None
    seen = [min(real) for own in days if (real := [day for day in own if day != "NEVER"])]
    return max(seen) if seen else "NEVER"


def is_again(showing: Any, reader: Any) -> bool:
    """Shown to a reader, or to the same one before they were taken off the list and put on again."""
    before = next(i for i in rows(story.Invitation) if i.pk == showing.reader_id)
    if before.requested_child_id:
        return False
    if before.person_id or reader.person_id:
        return bool(before.person_id == reader.person_id)
    return bool(before.name.lower() == reader.name.lower())


def quorum(book: Book, one: Any, gone: Day | None) -> tuple[tuple[Code, int, Day], Standing]:
    """Social care and enough others say that they come, or the chair goes on since it stands there."""
    meets, coming = day_of(one.starts_at), set()
    for i in on_list(one.request_id):
        kind = next((k for k in AgencyKind.objects.all() if k.code == i.agency_kind), None)
        if kind and kind.counts and i.reply in ("COMING", "VIDEO", "TELEPHONE"):
            coming.add("SOCIAL_CARE" if kind.code == "SOCIAL_CARE" else kind.counts_with or kind.code)
    needed = book.limits.whole("QUORUM_OTHER_AGENCIES", meets)
    enough = "SOCIAL_CARE" in coming and len(coming - {"SOCIAL_CARE"}) >= needed
    n = book.limits.whole("QUORUM_ANSWER_WORKING_DAYS", meets)
    start = book.after(meets, -n - 1) or meets
    there = put_there(one)
    chosen = [c.told_at for c in rows(story.QuorumChoice) if c.booking_id == one.pk and c.told_at >= there]
    met = day_of(max(chosen)) if chosen else None
    over = start if enough else first([gone, meets])
    return (Code.ANSWER_QUORUM, one.pk, start), Standing(book.after(meets, -n), met, over, one.chair_id)


def spoken(book: Book, one: Any, gone: Day | None) -> tuple[tuple[Code, int, Day], Standing]:
    """The chair speaks with each of the family on the list, and with each child who is old enough."""
    meets, there = day_of(one.starts_at), day_of(put_there(one))
    told = [c for c in rows(story.FamilyContact) if c.request_id == one.request_id and not c.taken_back_at]
    known: list[tuple[Day, Day | None]] = []
    family = [i for i in on_list(one.request_id) if i.agency_kind == "" and i.requested_child_id is None]
    names = {i.pk: i.person_id or i.name.lower() for i in rows(story.Invitation)}
    for i in (i for i in family if not is_kept_out(i)):
        own = [c for c in told if c.invitation_id and names[c.invitation_id] == names[i.pk]]
        known.append((day_of(i.put_on_at), end_of(book, own, meets)))
    for asked in book.asked:
        if asked.request_id == one.request_id and is_old_enough(book, asked, meets):
            own = [c for c in told if c.asked_id == asked.pk]
            known.append((book.came(asked), end_of(book, own, meets)))
    waiting = [day for day, end in known if end is None]
    start = max([there, *sorted(waiting)[:1]])
    met = max([start, *(end for _, end in known if end)]) if family and not waiting else None
    due = book.after(meets, -book.limits.whole("CONTACT_WORKING_DAYS", meets))
    code, over = Code.SPEAK_BEFORE, first([gone, meets])
    return (code, one.pk, start), Standing(due and max(due, start), met, over, one.chair_id)


def end_of(book: Book, contacts: list[Any], meets: Day) -> Day | None:
    """When they talked, did not want to, or were tried so often, by who counts."""
    who = [["CHAIR"], ["CHAIR", "SUPPORT"], ["CHAIR", "SUPPORT", "WORKER"]]
    own = [c for c in contacts if c.maker in who[book.limits.place("CONTACT_BY", meets)]]
    tried = sorted(c.contact_date for c in own if c.outcome == "FAILED")
    tries = book.limits.whole("CONTACT_TRIES", meets)
    return first([*tried[tries - 1 : tries], *(c.contact_date for c in own if c.outcome != "FAILED")])


def exclusions(book: Book, one: Any, gone: Day | None) -> Entries:
    """Each that stands waits for its chair, and then for whoever is excluded to be told."""
    kept = [e for e in rows(story.Exclusion) if e.request_id == one.request_id and e.lifted_at is None]
    waiting = [e for e in kept if not e.answer or (e.answer != "NOT" and e.told_date is None)]
    asked = [day_of(e.put_at) for e in waiting or kept]
    if not asked:
        return
    start = max(day_of(one.booked_at), min(asked) if waiting else max(asked))
    met = None if waiting else max(e.told_date or day_of(e.decided_at) for e in kept)
    code, over = Code.TELL_EXCLUDED, first([gone, day_of(one.starts_at)])
    yield (code, one.pk, start), Standing(book.locally(code, start), met, over, one.chair_id)
