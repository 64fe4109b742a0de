"""What follows a decision: who disagrees, conditions that are met or withdrawn, and how another way goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from conferences.models import (
    Consultation,
    ConsultationCondition,
    ConsultationDissent,
    Request,
    SupportReview,
)
from conferences.operations.consultations_guards import refuse_stale, review_day_problems
from conferences.operations.duties_refresh import refresh
from conferences.operations.requests_children import is_alone, leave
from conferences.queries.consultations import last_answer, same_conditions
from conferences.rules.consultations import Answer, ConsultationState, SupportOutcome
from conferences.rules.workflow import OPEN_REQUESTS, CancelReason, RequestState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Agency, User
from safeguarding.operation import lock, lock_all, lock_rows, operation
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NOT_ANOTHER_WAY = "Another way was not decided for this child, or a later decision has replaced it."
NO_REQUEST = "No request is open for this child any more."
CANCEL_FIRST = (
    "This conference is scheduled, and no other child is in it. Cancel the meeting first, so that everybody"
    " hears why; then close the request."
)
CLOSED_CONDITION = "This condition is closed already."
ENDED = "This support has ended already."


@dataclass(frozen=True)
class SupportFound:
    """What a review of another way found; `next_review_date` while it goes on."""

    held_date: dt.date | None
    outcome: SupportOutcome | None
    words: str
    next_review_date: dt.date | None = None


@operation(needs=Permission.CONSULT)
def record_dissent(
    *,
    consultations: Sequence[Consultation],
    agency: Agency | None,
    words: str,
    act: UUID | None = None,
    of: Sequence[Consultation] = (),
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> list[ConsultationDissent]:
    """Somebody disagrees about these children: a partner agency, or `by` where none is named. It stays.

    Raises StaleVersion where an account or an answer came since it was `seen` with those `of` the page:
    what is disagreed with is what the writer read.
    """
    refuse_all(
        [
            *([] if consultations else [Problem("Select a child", "children")]),
            *missing(words=(words, "Enter why")),
        ]
    )
    held = lock_all(consultations)
    rows = ConsultationDissent.objects.unscoped("what the same form recorded before")
    if act and (told := list(rows.filter(act=act, consultation__in=held, recorded_by=by))):
        return told
    refuse_stale(of or held, seen)
    act, who = act or uuid4(), None if agency else by
    facts = {"act": act, "who": who, "agency": agency, "words": words.strip()}
    made = [
        ConsultationDissent.objects.create(consultation=one, **facts, recorded_by=by, recorded_at=at)
        for one in held
    ]
    for one in held:
        audit.record("consultation.dissent", one, by=by, at=at, detail={"agency": agency.pk if agency else 0})
    return made


@operation(needs=Permission.FOLLOW_DECISION)
def meet_condition(
    *,
    condition: ConsultationCondition,
    met_date: dt.date | None,
    words: str,
    children: Sequence[Consultation] | None = None,
    by: User,
    at: dt.datetime,
) -> ConsultationCondition:
    """What had to happen has happened: for each child for whom the same was decided in one act, or for
    `children` of them alone.
    """
    refuse_all(missing(met_date=(met_date, "Enter the day on which it was done")))
    assert met_date is not None  # Refused above.
    decided = condition.answer.answered_at
    if not day_of(decided) <= met_date <= day_of(at):
        raise Refused(f"The day must be from {uk_date(decided)} to today", "met_date")
    return _close(condition, {"met_date": met_date, "met_words": words.strip()}, children, by, at)


@operation(needs=Permission.DECIDE_CONSULTATION)
def withdraw_condition(
    *,
    condition: ConsultationCondition,
    reason: str,
    children: Sequence[Consultation] | None = None,
    by: User,
    at: dt.datetime,
) -> ConsultationCondition:
    """It need not happen any more, and why; for whom, as where it was met."""
    refuse_all(missing(reason=(reason, "Enter why it is withdrawn")))
    return _close(condition, {"withdrawn_reason": reason.strip()}, children, by, at)


def _close(
    condition: ConsultationCondition,
    facts: dict[str, object],
    children: Sequence[Consultation] | None,
    writer: User,
    at: dt.datetime,
) -> ConsultationCondition:
    held = lock(condition, "answer__consultation")
    is_over = held.closed_at is not None or hasattr(held.answer, "superseded_by")
    if is_over and children is None:
        raise Refused(CLOSED_CONDITION)
    found = same_conditions(held)
    if children is not None:
        refuse_all([] if children else [Problem("Select a child", "children")])
        found = found.filter(answer__consultation__in=children)
    rows_held = lock_rows(found.select_related("answer__consultation"))
    if not rows_held:
        raise Refused(CLOSED_CONDITION)
    for one in rows_held:
        for column, value in facts.items():
            setattr(one, column, value)
        one.closed_by, one.closed_at = writer, at
        one.save(update_fields=[*facts, "closed_by", "closed_at"])
        about = one.answer.consultation
        audit.record("consultation.condition", about, by=writer, at=at, detail={"id": one.pk})
    refresh(*(one.answer.consultation for one in rows_held), met_by=writer, at=at)
    held.refresh_from_db()
    return held


@operation(needs=Permission.WITHDRAW_REQUEST)
def close_request(*, consultation: Consultation, by: User, at: dt.datetime) -> Request:
    """Another way was decided: what was asked for the child ends with that reason; the others stay.

    Raises Refused where the last child would take a meeting out of the diary along: whoever ends that says so
    to the family first.
    """
    asked = consultation.requested_child
    if asked is None:
        raise Refused(NO_REQUEST)
    request = lock(asked.request)
    held = lock(consultation, "requested_child__request")
    if held.state != ConsultationState.ANOTHER_WAY:
        raise Refused(NOT_ANOTHER_WAY)
    now = lock(asked)
    if now.request_id != request.pk or request.state not in OPEN_REQUESTS:
        raise Refused(NO_REQUEST)
    if request.state == RequestState.BOOKED and is_alone(now):
        raise Refused(CANCEL_FIRST)
    decided = last_answer(held)
    assert decided is not None  # The database holds it to its answer.
    reason = f"Another way was decided on {uk_date(decided.answered_at)}: {decided.instead}"
    return leave(now, CancelReason.NOT_NEEDED, reason, writer=by, at=at)


@operation(needs=Permission.FOLLOW_DECISION)
def review_support(
    *, consultation: Consultation, found: SupportFound, by: User, at: dt.datetime
) -> SupportReview:
    """How another way goes. Failed, it leads back to a request; while it goes on there is a next review."""
    held = lock(consultation)
    decided = last_answer(held)
    if decided is None or decided.answer != Answer.ANOTHER_WAY or not decided.way:
        raise Refused(NOT_ANOTHER_WAY)
    rows = SupportReview.objects.unscoped("the reviews of what was decided for a child in scope")
    last = rows.filter(answer=decided).order_by("-pk").first()
    if last is not None and last.outcome != SupportOutcome.GOES_ON:
        raise Refused(ENDED)
    refuse_all(_review_problems(found, day_of(decided.answered_at), last, day_of(at)))
    assert found.held_date is not None  # Refused above.
    review: SupportReview = SupportReview.objects.create(
        answer=decided,
        held_date=found.held_date,
        outcome=str(found.outcome),
        words=found.words.strip(),
        next_review_date=found.next_review_date if found.outcome is SupportOutcome.GOES_ON else None,
        recorded_by=by,
        recorded_at=at,
    )
    audit.record("consultation.reviewed", held, by=by, at=at, detail={"outcome": review.outcome})
    refresh(held, met_by=by, at=at)
    return review


def _review_problems(
    found: SupportFound, decided: dt.date, last: SupportReview | None, on: dt.date
) -> list[Problem]:
    problems = missing(
        outcome=(found.outcome, "Select how it goes"),
        held_date=(found.held_date, "Enter the day of the review"),
        words=(found.words, "Enter how the child is"),
    )
    if found.held_date is not None and not decided <= found.held_date <= on:
        problems.append(Problem("The review is after the decision and not after today", "held_date"))
    elif found.held_date is not None and last is not None and found.held_date <= last.held_date:
        words = f"The last review was on {uk_date(last.held_date)}. This one must be later"
        problems.append(Problem(words, "held_date"))
    if found.outcome is SupportOutcome.GOES_ON:
        if found.next_review_date is None:
            problems.append(Problem("Enter the day of the next review", "next_review_date"))
        else:
            problems += review_day_problems(found.next_review_date, "The next review", "next_review_date", on)
    return problems
