"""Consultations in words where the record tells of them: on timelines, and on the pages of a conference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
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
from conferences.queries.days import Day
from conferences.rules.consultations import UNANSWERED, Answer, Cause, ConsultationState
from conferences.views.presenters.consultations_acts import together
from conferences.views.presenters.consultations_answers import (
    answer_lines,
    as_typed,
    condition_line,
    later_decision,
    replaced_lines,
    review_line,
    who_answered,
)
from conferences.views.presenters.consultations_state import consultation_tag, days_left
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Link, Tag
from safeguarding.wording import counted, joined, sentence, uk_date

# In these states the account is what comes next.
ACCOUNT_AWAITED = (ConsultationState.RAISED, ConsultationState.MORE_INFORMATION)
EntryText = tuple[str, list[str]]


@dataclass(frozen=True)
class Decided:
    """What a consultation came to for one child or several: the answer that stands, reasons and conditions.

    `href` leads to the consultation, for those who may read it.
    """

    name: str
    tag: Tag
    lines: list[str]
    href: str


def decided(
    consultations: Iterable[Consultation],
    user: User,
    decide: Mapping[int, Day] | None = None,
    on: date | None = None,
) -> list[Decided]:
    """For the pages of a conference, what is the same for several children once, with their names. `decide`:
    by consultation that waits, by when it is decided, told with the days left `on` that day.
    """
    reads = can(user, Permission.READ_REQUEST)
    told = [(one, tuple(_lines(one, (decide or {}).get(one.pk), on))) for one in consultations]
    return [
        Decided(
            joined([one.child.display_name for one, _ in alike]),
            consultation_tag(alike[0][0]),
            list(alike[0][1]),
            reverse("consultation", args=[alike[0][0].within.ref]) if reads else "",
        )
        for alike in together(((one.within_id, one.state, lines), (one, lines)) for one, lines in told)
    ]


def account_next(
    consultations: Iterable[Consultation], decide: Mapping[int, Day], user: User, on: date
) -> Link | None:
    """What comes next of a request for whoever may give the account: for whom, by when, and where; None where
    no account is waited for.
    """
    if not can(user, Permission.ASK_CONFERENCE):
        return None
    waiting = [one for one in consultations if one.state in ACCOUNT_AWAITED and one.pk in decide]
    if not waiting:
        return None
    day = min(_account_day(one, decide[one.pk].day) for one in waiting)
    names = joined([one.child.display_name for one in waiting])
    more = any(one.state == ConsultationState.MORE_INFORMATION for one in waiting)
    what = "Add to the account" if more else "Give the account"
    text = f"{what} for the re-plan consultation about {names}"
    page = reverse("consultation", args=[waiting[0].within.ref])
    return Link(f"{text}, by {days_left(day, on)}", f"{page}#yours")


def _account_day(one: Consultation, decided: date) -> date:
    """The day that was set where more was asked for, else the day by which it is decided."""
    last = next(reversed(list(one.answers.all())), None)
    return last.wanted_by_date if last is not None and last.wanted_by_date else decided


def _lines(one: Consultation, decide: Day | None, on: date | None) -> list[str]:
    answers, lines = list(one.answers.all()), []
    if one.state in UNANSWERED and decide is not None and on is not None:
        lines.append(sentence(f"Decide by {days_left(decide.day, on)}"))
    elif one.state in UNANSWERED:
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
    """The decision, marked where a later one took its place; that one says why."""
    told = f"Re-plan consultation: {label(Answer, given.answer)}"
    lines = [*as_typed(given), f"By {who_answered(given)}.", *replaced_lines(given)]
    return (f"{told} (replaced)" if later_decision(given) else told), lines


def condition_text(one: ConsultationCondition) -> EntryText:
    told = "met" if one.met_date else "withdrawn"
    return f"Condition of a re-plan decision {told}", [condition_line(one)]


def review_text(one: SupportReview) -> EntryText:
    return "Another way reviewed", [review_line(one)]


def dissent_text(given: ConsultationDissent) -> EntryText:
    return "Disagreement about a re-plan decision", [f"{_who(given)}: {sentence(given.words)}"]


def _who(given: Any) -> str:
    return given.agency.name if given.agency else given.who.full_name if given.who else ""
