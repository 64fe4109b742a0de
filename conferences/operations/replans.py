"""Re-plan consultations: the asker's account, and the Strategic Lead's answer, which is only ever added to.

Advice with its reasons: it stops no clock, holds up no conference, and nobody answers what they asked.
"""

from __future__ import annotations

import datetime as dt

from conferences.models import Consultation, ConsultationAnswer
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell_of_request
from conferences.queries.days import days_asked
from conferences.queries.notices import meeting_day
from conferences.queries.replans import ASKED, askers
from conferences.rules.consultations import Answer, ConsultationState
from conferences.rules.notices import Change
from conferences.rules.workflow import CONSULTATION, OPEN_REQUESTS, Event, next_state
from safeguarding import audit
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, need_words, operation, refuse_own, refuse_parted
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as
from safeguarding.wording import uk_date, uk_day
from safeguarding.workingdays import OutsideCalendar

EVENTS = {
    Answer.AGREE: Event.AGREE,
    Answer.ANOTHER_WAY: Event.ADVISE_ANOTHER_WAY,
    Answer.MORE_INFORMATION: Event.ASK_FOR_MORE,
}
INSTEAD = {
    Answer.ANOTHER_WAY: "Enter the other way and who leads it",
    Answer.MORE_INFORMATION: "Enter what you need to know",
}
ACCOUNT = ("why_now", "what_is_different", "child_words", "options_tried")
ACCOUNT_CHANGED = "The account was changed since you opened it. Read it as it is now, then answer."
NO_REASONS = "Enter your reasons"
OWN_REQUEST = (
    "You asked for this conference or gave the account, so you cannot decide it. Somebody else must."
)
OVER = "The conference was held or its request withdrawn, so there is nothing left to decide."


@operation(needs=Permission.ASK_CONFERENCE)
def ask(
    *,
    consultation: Consultation,
    why_now: str,
    what_is_different: str,
    child_words: str,
    options_tried: str,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> Consultation:
    """Give the account on which the Strategic Lead decides; it may be added to until it is answered.

    Raises StaleVersion when somebody gave it, or added to it, since it was `seen`.
    """
    locked = _lock(consultation)
    given, locked.state = locked.state, next_state(CONSULTATION, locked.state, Event.ASK, *by.roles)
    sent = {"why_now": why_now, "what_is_different": what_is_different}
    sent |= {"child_words": child_words, "options_tried": options_tried}
    if (stands := standing(locked)) and _is_unseen(stands, seen, given):
        if locked.asked_by_id == by.pk and stands.theirs == {k: text.strip() for k, text in sent.items()}:
            return locked
        raise stands
    words = need_words(
        why_now=(why_now, "Enter why a conference is needed now"),
        what_is_different=(what_is_different, "Enter what is different from the last time"),
    )
    words |= {"child_words": child_words.strip(), "options_tried": options_tried.strip()}
    for column, text in words.items():
        setattr(locked, column, text)
    locked.asked_by, locked.asked_at = by, at
    locked.save(update_fields=["state", *words, "asked_by", "asked_at"])
    audit.record(ASKED, locked, by=by, at=at)
    refresh(locked, met_by=by, at=at)
    return locked


@operation(needs=Permission.DECIDE_CONSULTATION)
def answer(
    *,
    consultation: Consultation,
    answer: Answer | None,
    reasons: str,
    instead: str,
    wanted_by_date: dt.date | None,
    seen: str | None = None,
    by: User,
    at: dt.datetime,
) -> ConsultationAnswer:
    """Add the answer. `instead`: the other way, or the information wanted, by `wanted_by_date`.

    Refused to everybody who asked for the conference or ever gave the account, and once it is over.
    """
    locked = _lock(consultation)
    refuse_own(by, *askers(locked), sentence=OWN_REQUEST)
    stands = standing(locked)
    if stands is not None and seen not in (None, stands.seen):
        raise StaleVersion(
            theirs={},
            seen=stands.seen,
            saved_by=stands.saved_by,
            saved_at=stands.saved_at,
            sentence=ACCOUNT_CHANGED,
        )
    # Each answer is given in the same state; which one is asked for below.
    state = next_state(CONSULTATION, locked.state, EVENTS[answer or Answer.AGREE], *by.roles)
    wanted = wanted_by_date if answer is Answer.MORE_INFORMATION else None
    words = {"reasons": reasons.strip(), "instead": instead.strip() if answer in INSTEAD else ""}
    problems = _day_problems(locked, wanted, day_of(at)) if answer is Answer.MORE_INFORMATION else []
    refuse_all([*_answer_missing(answer, **words), *problems])
    given = ConsultationAnswer.objects.create(
        consultation=locked,
        answer=str(answer),
        **words,
        wanted_by_date=wanted,
        answered_by=by,
        answered_at=at,
    )
    locked.state = state
    locked.save(update_fields=["state"])
    audit.record("consultation.answered", locked, by=by, at=at, detail={"answer": str(answer)})
    refresh(locked, met_by=by, at=at)
    change = Change.MORE_ASKED if answer is Answer.MORE_INFORMATION else Change.ANSWERED
    tell_of_request(change, locked, locked.requested_child.request, besides=by, at=at)
    return given


def _is_unseen(stands: StaleVersion, seen: str | None, state: str) -> bool:
    """Whether the writer has not seen what stands. What is with the Lead already, nobody adds to unseen."""
    return seen != stands.seen and (seen is not None or state == ConsultationState.ASKED)


def standing(consultation: Consultation) -> StaleVersion | None:
    """The account as it stands; None before anybody gave it."""
    if consultation.asked_by is None or consultation.asked_at is None:
        return None
    theirs = {name: getattr(consultation, name) for name in ACCOUNT}
    by, at = consultation.asked_by, consultation.asked_at
    return StaleVersion(theirs=theirs, seen=seen_as(theirs), saved_by=by, saved_at=at)


def _answer_missing(answer: Answer | None, reasons: str, instead: str) -> list[Problem]:
    if answer is None:
        return [Problem("Select your answer", "answer"), *missing(reasons=(reasons, NO_REASONS))]
    needed = {"instead": (instead, INSTEAD[answer])} if answer in INSTEAD else {}
    return missing(**needed, reasons=(reasons, NO_REASONS))


def _lock(consultation: Consultation) -> Consultation:
    """The consultation, locked after its request, as by whoever ends the request. Refused once it is over."""
    request = lock(consultation.requested_child.request)
    if request.state not in OPEN_REQUESTS:
        raise Refused(OVER)
    locked = lock(consultation, "requested_child__request")
    refuse_parted(locked.requested_child, "request", request)
    return locked


def _day_problems(consultation: Consultation, day: dt.date | None, on: dt.date) -> list[Problem]:
    """The day by which information is wanted: a working day, and not after the conference is due or held."""
    if day is None:
        words = "Enter the day by which you need it"
    elif day < on:
        words = "The day must be today or later"
    else:
        words = _after_conference(consultation, day, on) or _not_worked(day)
    return [Problem(words, "wanted_by_date")] if words else []


def _after_conference(consultation: Consultation, day: dt.date, on: dt.date) -> str:
    asked = consultation.requested_child
    due, held = days_asked([asked])[asked.pk].day, meeting_day(asked.request)
    if held is not None and on <= held < day:
        return f"The conference is on {uk_date(held)}. Ask for the information by then"
    if on <= due < day:
        return f"The conference is due by {uk_date(due)}. Ask for the information by then"
    return ""


def _not_worked(day: dt.date) -> str:
    try:
        return (
            "" if england().is_working_day(day) else f"{uk_day(day)} is not a working day. Choose another day"
        )
    except OutsideCalendar as outside:
        return str(outside)
