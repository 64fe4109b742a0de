"""Re-plan consultations: the asker's account, and the Strategic Lead's answer, which is only ever added to.

Advice with its reasons: it stops no clock, holds up no conference, and nobody answers what they asked.
"""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from conferences.models import Consultation, ConsultationAnswer
from conferences.rules.workflow import CONSULTATION, Answer, Event, NotAllowed, next_state
from safeguarding import audit
from safeguarding.access import Permission, can
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.wording import uk_date, uk_day

EVENTS = {
    Answer.AGREE: Event.AGREE,
    Answer.ANOTHER_WAY: Event.ADVISE_ANOTHER_WAY,
    Answer.MORE_INFORMATION: Event.ASK_FOR_MORE,
}
OWN_REQUEST = (
    "You asked for this conference or gave the account, so you cannot decide it. Ask another Strategic Lead."
)


class ConsultationRefused(Exception):
    """It cannot be asked or answered so; `sentence` is for the page, beside `field`."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class SomebodyWasFirst(ConsultationRefused):
    """The consultation has moved on since the page was opened."""


class OwnRequest(ConsultationRefused):
    """Nobody decides what they asked."""


@transaction.atomic
def ask(
    *,
    consultation: Consultation,
    why_now: str,
    what_is_different: str,
    child_words: str,
    options_tried: str,
    by: User,
    at: dt.datetime,
) -> Consultation:
    """Give the account on which the Strategic Lead decides; given again when more information was wanted."""
    if not can(by, Permission.ASK_CONFERENCE):
        raise ConsultationRefused("Your role may not give this account.")
    locked = _locked(consultation)
    locked.why_now = _said(why_now, "Enter why a conference is needed now", "why_now")
    wanted = "Enter what is different from the last time"
    locked.what_is_different = _said(what_is_different, wanted, "what_is_different")
    locked.child_words, locked.options_tried = child_words.strip(), options_tried.strip()
    locked.state = _next(locked, Event.ASK, by)
    locked.asked_by, locked.asked_at = by, at
    locked.save(
        update_fields=[
            "why_now",
            "what_is_different",
            "child_words",
            "options_tried",
            "state",
            "asked_by",
            "asked_at",
        ]
    )
    audit.record("consultation.asked", locked, by=by, at=at)
    return locked


@transaction.atomic
def answer(
    *,
    consultation: Consultation,
    answer: Answer,
    reasons: str,
    instead: str,
    wanted_by_date: dt.date | None,
    by: User,
    at: dt.datetime,
) -> ConsultationAnswer:
    """Add the answer. `instead`: the other way, or the information wanted, by `wanted_by_date`.

    Raises OwnRequest, SomebodyWasFirst, or ConsultationRefused with the field that is wrong.
    """
    if not can(by, Permission.DECIDE_CONSULTATION):
        raise ConsultationRefused("Your role may not decide this.")
    locked = _locked(consultation)
    if by.pk in (locked.asked_by_id, locked.requested_child.request.requested_by_id):
        raise OwnRequest(OWN_REQUEST)
    state = _next(locked, EVENTS[answer], by)
    wanted = _guard_wanted(locked, answer, wanted_by_date, day_of(at))
    given = ConsultationAnswer.objects.create(
        consultation=locked,
        answer=answer,
        reasons=_said(reasons, "Enter your reasons", "reasons"),
        instead=_instead(answer, instead),
        wanted_by_date=wanted,
        answered_by=by,
        answered_at=at,
    )
    locked.state = state
    locked.save(update_fields=["state"])
    audit.record("consultation.answered", locked, by=by, at=at, detail={"answer": answer.value})
    return given


def _locked(consultation: Consultation) -> Consultation:
    rows = Consultation.objects.unscoped("Held while a consultation in the person's scope is written to.")
    held: Consultation = rows.select_for_update(of=("self",)).get(pk=consultation.pk)
    return held


def _next(consultation: Consultation, event: Event, by: User) -> str:
    try:
        return next_state(CONSULTATION, consultation.state, event, by.role)
    except NotAllowed as refusal:
        raise SomebodyWasFirst(refusal.sentence) from None


def _said(words: str, sentence: str, field: str) -> str:
    if not words.strip():
        raise ConsultationRefused(sentence, field)
    return words.strip()


def _instead(answer: Answer, instead: str) -> str:
    if answer is Answer.AGREE:
        return ""
    other_way = answer is Answer.ANOTHER_WAY
    sentence = "Enter the other way and who leads it" if other_way else "Enter what you need to know"
    return _said(instead, sentence, "another_way" if other_way else "information")


def _guard_wanted(
    consultation: Consultation, answer: Answer, day: dt.date | None, on: dt.date
) -> dt.date | None:
    """The day by which information is wanted: a working day, and not after the conference is due."""
    if answer is not Answer.MORE_INFORMATION:
        return None
    if day is None:
        raise ConsultationRefused("Enter the day by which you need it", "wanted_by_date")
    if day < on:
        raise ConsultationRefused("The day must be today or later", "wanted_by_date")
    if not england().is_working_day(day):
        raise ConsultationRefused(f"{uk_day(day)} is not a working day. Choose another day", "wanted_by_date")
    due = consultation.requested_child.due_date
    if on <= due < day:
        words = f"The conference is due by {uk_date(due)}, and its clock goes on. Ask for it by then"
        raise ConsultationRefused(words, "wanted_by_date")
    return day
