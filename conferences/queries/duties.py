"""The facts that duties follow from, read for nobody in particular: a reminder is owed whoever looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery

from conferences.models import (
    Booking,
    ConferenceChild,
    Consultation,
    Duty,
    MeetingRecord,
    Plan,
    RequestedChild,
    ThinkingTime,
)
from conferences.rules.duties import DutyKind, Fact
from conferences.rules.timelimits import FIRST_CORE_GROUP_WORKING_DAYS, first_review_due, next_review_due
from conferences.rules.workflow import (
    BookingState,
    ConsultationState,
    RecordState,
    RequestState,
    ThinkingTimeState,
)
from safeguarding.clock import day_of
from safeguarding.models import Allocation, User
from safeguarding.policy.values import Limits, limits_over_time
from safeguarding.workingdays import add_days

LETTER, RECORD = "DECISION_LETTER_WORKING_DAYS", "RECORD_WORKING_DAYS"
WHY = "reminders are owed whoever looks"
# Long enough to close what was met or fell away. What is still open is looked at however old it is.
LOOKED_BACK_DAYS = 400
OPEN_REQUESTS = (RequestState.REQUESTED.value, RequestState.BOOKED.value)
ENDED_CONSULTATIONS = tuple(
    state.value
    for state in (ConsultationState.AGREED, ConsultationState.ANOTHER_WAY, ConsultationState.CLOSED)
)


def facts(on: date) -> list[Fact]:
    """Every fact a duty may follow from, met or not: ten queries, whatever their number.

    What somebody who is switched off would owe falls to the role that holds such duties.
    """
    since = add_days(min(on, _oldest_open() or on), -LOOKED_BACK_DAYS)
    limits = limits_over_time([LETTER, RECORD])
    found = [
        *_requests(since),
        *_reviews(on),
        *_core_groups(since),
        *_consultations(since),
        *_thinking_time(since),
        *_meetings(on, since, limits),
    ]
    here = set(User.objects.filter(is_active=True).values_list("pk", flat=True))
    return [fact if fact.owner in here else replace(fact, owner=None, role="") for fact in found]


def _oldest_open() -> date | None:
    """The earliest day of a duty that stands: its fact is needed to tell whether it was met or fell away."""
    found: date | None = (
        Duty.objects.unscoped(WHY).filter(closed_at__isnull=True).aggregate(day=Min("due_date"))["day"]
    )
    return found


def _requests(since: date) -> Iterator[Fact]:
    chair = Booking.objects.unscoped(WHY).filter(request=OuterRef("request"), state=BookingState.BOOKED.value)
    rows = (
        RequestedChild.objects.unscoped(WHY)
        .filter(Q(request__requested_at__date__gte=since) | Q(request__state__in=OPEN_REQUESTS))
        .annotate(chair=Subquery(chair.values("chair")[:1]))
        .values_list("pk", "child_id", "due_date", "chair", "request__state")
    )
    for pk, child, due, chair_id, state in rows:
        yield Fact(
            DutyKind.SCHEDULE_CONFERENCE,
            f"requestedchild:{pk}",
            child,
            day=due,
            owner=chair_id,
            role="CHAIR" if chair_id else "",
            is_met=state == RequestState.HELD,
            is_gone=state == RequestState.WITHDRAWN,
        )


def _worker() -> Subquery:
    present = Allocation.objects.unscoped(WHY).filter(child=OuterRef("child"), end_date__isnull=True)
    return Subquery(present.values("worker")[:1])


def _reviews(on: date) -> Iterator[Fact]:
    """The next review of each open plan; a plan that is asked to a review already has that duty instead."""
    held = ConferenceChild.objects.unscoped(WHY).filter(plan=OuterRef("pk"), conference__held_date__lte=on)
    last = held.order_by().values("plan").annotate(last=Max("conference__held_date")).values("last")
    rows = (
        Plan.objects.unscoped(WHY)
        .filter(end_date__isnull=True, held_for_other_authority=False, start_date__lte=on)
        .annotate(
            last_review=Subquery(last),
            asked=Count("requested", filter=Q(requested__request__state__in=OPEN_REQUESTS)),
        )
        .values_list("pk", "child_id", "start_date", "last_review", "asked")
    )
    for pk, child, start, last_review, asked in rows:
        due = next_review_due(last_review) if last_review else first_review_due(start)
        yield Fact(DutyKind.HOLD_REVIEW, f"plan:{pk}", child, day=due.date, is_gone=bool(asked))


def _core_groups(since: date) -> Iterator[Fact]:
    """The first core group of each plan that was begun by a record signed here."""
    rows = (
        Plan.objects.unscoped(WHY)
        .filter(Q(start_date__gte=since) | Q(end_date__isnull=True), begun_at__part__isnull=False)
        .annotate(held=Count("core_groups", distinct=True), worker=_worker())
        .values_list("pk", "child_id", "start_date", "held", "end_date", "worker")
    )
    for pk, child, start, held, end, worker in rows:
        yield Fact(
            DutyKind.HOLD_CORE_GROUP,
            f"plan:{pk}",
            child,
            counted_from=start,
            limit=FIRST_CORE_GROUP_WORKING_DAYS,
            owner=worker,
            is_met=bool(held),
            is_gone=end is not None,
        )


def _consultations(since: date) -> Iterator[Fact]:
    rows = (
        Consultation.objects.unscoped(WHY)
        .filter(Q(raised_at__date__gte=since) | ~Q(state__in=ENDED_CONSULTATIONS))
        .select_related("requested_child__request")
    )
    for one in rows:
        asked = one.requested_child
        subject, gone = f"consultation:{one.pk}", one.state == ConsultationState.CLOSED
        decided = one.state in (ConsultationState.AGREED, ConsultationState.ANOTHER_WAY)
        waits = one.state in (ConsultationState.RAISED, ConsultationState.MORE_INFORMATION)
        yield Fact(
            DutyKind.ASK_CONSULTATION,
            subject,
            asked.child_id,
            day=one.decide_by_date,
            owner=asked.request.requested_by_id,
            is_met=not waits and not gone,
            is_gone=gone,
        )
        yield Fact(
            DutyKind.DECIDE_CONSULTATION,
            subject,
            asked.child_id,
            day=one.decide_by_date,
            is_met=decided,
            is_gone=gone or waits,
        )


def _bookings(path: str) -> QuerySet[Booking]:
    return Booking.objects.unscoped(WHY).filter(request=OuterRef(path), state=BookingState.BOOKED.value)


def _thinking_time(since: date) -> Iterator[Fact]:
    rows = (
        ThinkingTime.objects.unscoped(WHY)
        .filter(
            Q(raised_at__date__gte=since)
            | Q(state=ThinkingTimeState.DUE.value, request__state__in=OPEN_REQUESTS),
            is_required=True,
        )
        .annotate(
            first_child=Min("request__children__child"),
            due=Min("request__children__due_date"),
            starts=Subquery(_bookings("request").values("starts_at")[:1]),
            booked_chair=Subquery(_bookings("request").values("chair")[:1]),
        )
        .values_list("pk", "first_child", "due", "starts", "booked_chair", "state", "request__state")
    )
    for pk, child, due, starts, chair, state, request in rows:
        held = state == ThinkingTimeState.HELD
        if child is not None:
            yield Fact(
                DutyKind.HOLD_THINKING_TIME,
                f"thinkingtime:{pk}",
                child,
                day=min(due, day_of(starts)) if starts else due,
                owner=chair,
                is_met=held,
                is_gone=not held and request in (RequestState.WITHDRAWN, RequestState.HELD),
            )


def _meetings(on: date, since: date, limits: Limits) -> Iterator[Fact]:
    """The record, the letters and their sending, of meetings whose day has come."""
    found = MeetingRecord.objects.unscoped(WHY).filter(booking=OuterRef("pk"))
    rows = (
        Booking.objects.unscoped(WHY)
        .filter(starts_at__date__lte=on)
        .exclude(state=BookingState.CANCELLED.value)
        .annotate(
            first_child=Min("request__children__child"),
            state_of_record=Subquery(found.values("state")[:1]),
            record_sent=Subquery(found.values("sent_date")[:1]),
            made=Count("record__letters", distinct=True),
            sent=Count("record__letters", filter=Q(record__letters__sent_date__isnull=False), distinct=True),
        )
        .filter(Q(starts_at__date__gte=since) | Q(record_sent=None) | Q(made=0) | ~Q(made=F("sent")))
        .values_list(
            "pk", "chair_id", "starts_at", "first_child", "state_of_record", "record_sent", "made", "sent"
        )
    )
    for pk, chair, starts, child, state, record_sent, made, sent in rows:
        if child is None:
            continue
        day, signed = day_of(starts), state == RecordState.SIGNED
        letter, record = limits.whole(LETTER, day), limits.whole(RECORD, day)
        after = {"subject": f"booking:{pk}", "child": child, "counted_from": day}
        yield Fact(DutyKind.FINISH_RECORD, **after, limit=record, owner=chair, is_met=signed)
        yield Fact(
            DutyKind.SEND_LETTERS,
            **after,
            limit=letter,
            is_met=bool(made) and made == sent,
            is_gone=not signed,
        )
        yield Fact(
            DutyKind.SEND_RECORD, **after, limit=record, is_met=record_sent is not None, is_gone=not signed
        )
