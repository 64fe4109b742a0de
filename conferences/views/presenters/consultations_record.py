"""Consultations in words where the record tells of them: on timelines, and on the pages of a conference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from conferences.models import (
    Consultation,
    ConsultationAccountChild,
    ConsultationAnswer,
    ConsultationCondition,
    ConsultationDissent,
    SupportReview,
)
from conferences.rules.consultations import UNANSWERED, Answer, Cause
from conferences.views.presenters.consultations_answers import (
    answer_lines,
    as_typed,
    condition_line,
    review_line,
    who_answered,
)
from conferences.views.presenters.consultations_state import consultation_tag
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Tag
from safeguarding.wording import counted, sentence, uk_date

EntryText = tuple[str, list[str]]


@dataclass(frozen=True)
class Decided:
    """What a consultation came to for one child: the answer that stands, its reasons and conditions.

    `href` leads to the consultation, for those who may read it.
    """

    name: str
    tag: Tag
    lines: list[str]
    href: str


def decided(consultations: Iterable[Consultation], user: User) -> list[Decided]:
    """One a child and consultation, for the pages of a conference."""
    reads = can(user, Permission.READ_REQUEST)
    return [
        Decided(
            one.child.display_name,
            consultation_tag(one.state),
            _lines(one),
            reverse("consultation", args=[one.within.ref]) if reads else "",
        )
        for one in consultations
    ]


def _lines(one: Consultation) -> list[str]:
    answers, lines = list(one.answers.all()), []
    if one.state in UNANSWERED:
        lines.append(f"To be decided by {uk_date(one.decide_by_date)}.")
    if one.asked_by and not answers:
        lines.append(f"{one.asked_by.full_name} gave the account on {uk_date(one.asked_at)}.")
    if answers:
        lines += answer_lines(answers[-1])
    if len(answers) > 1:
        lines.append(f"{counted(len(answers) - 1, 'earlier answer')} on its page.")
    return lines + [f"{_who(given)} disagrees: {given.words}" for given in one.dissents.all()]


# ----- On a timeline ----------------------------------------------------------------------------------------


def raised_text(one: Consultation) -> EntryText:
    return "Re-plan consultation raised", [f"{label(Cause, one.cause)}."]


def account_text(part: ConsultationAccountChild) -> EntryText:
    """That it was given: what it says is read on the consultation's page."""
    account = part.account
    who = account.given_by.full_name
    return "Account for a re-plan consultation", [f"Version {account.number}, given by {who}."]


def answer_text(given: ConsultationAnswer) -> EntryText:
    lines = as_typed(given)
    return f"Re-plan consultation: {label(Answer, given.answer)}", [*lines, f"By {who_answered(given)}."]


def condition_text(one: ConsultationCondition) -> EntryText:
    told = "met" if one.met_date else "withdrawn"
    return f"Condition of a re-plan decision {told}", [condition_line(one)]


def review_text(one: SupportReview) -> EntryText:
    return "Another way reviewed", [review_line(one)]


def dissent_text(given: ConsultationDissent) -> EntryText:
    return "Disagreement about a re-plan decision", [f"{_who(given)}: {sentence(given.words)}"]


def _who(given: Any) -> str:
    return given.agency.name if given.agency else given.who.full_name if given.who else ""
