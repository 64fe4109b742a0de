"""An enquiry as its page tells it: what was discussed, what became of it, and what was told otherwise."""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Sequence,
)
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BaseForm, Field
from django.urls import reverse

from conferences.models import ConferenceNeed, Enquiry, EnquiryChange
from conferences.queries.enquiries import Builds, enquiries_of
from conferences.rules.enquiries import EnquiryChangeKind, EnquiryOutcome, StartReason, VoidReason
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import Child, User
from safeguarding.operation import may_for
from safeguarding.pagekit.components import Entry, Link, SummaryRow, TaskLine
from safeguarding.wording import joined, lower_first, sentence, uk_date, uk_moment

EntryText = tuple[str, list[str]]
# A discussion of an enquiry that is void, as a timeline calls it.
# How the title of what was recorded in error ends, which is shown struck out.
STRUCK = ", recorded in error"
NOT_TOLD = "Not recorded yet"
# How the label of a field ends that may stay empty: nothing to say of an answer.
OPTIONAL = " (optional)"


@dataclass(frozen=True)
class EnquiryPage:
    """The page of an enquiry, top to bottom. `void` says that it is, and why; `stands` what builds on it."""

    name: str
    heading: str
    void: str
    rows: list[SummaryRow]
    stands: list[Link]
    acts: list[Link]
    changes: list[Entry]


def enquiry_page(enquiry: Enquiry, builds: Builds, user: User) -> EnquiryPage:
    """What its template places; only what this person may do is offered."""
    return EnquiryPage(
        name=enquiry.child.display_name,
        heading=f"Section 47 enquiry of {uk_date(enquiry.started_date)}",
        void=_void_line(enquiry),
        rows=_rows(enquiry, builds),
        stands=_stands(builds, user),
        acts=acts(enquiry, enquiry.child, user),
        changes=[_entry(change) for change in reversed(list(enquiry.changes.all()))],
    )


def _void_line(enquiry: Enquiry) -> str:
    if enquiry.voided_at is None or enquiry.voided_by is None:
        return ""
    why = lower_first(label(VoidReason, enquiry.voided_reason))
    who = f"{enquiry.voided_by.full_name}, {uk_moment(enquiry.voided_at)}"
    return f"This enquiry is void: {why} ({who}). It is left out of every deadline, list and figure."


def _rows(enquiry: Enquiry, builds: Builds) -> list[SummaryRow]:
    return [
        SummaryRow("Child", enquiry.child.display_name),
        SummaryRow("Strategy discussions", talks(enquiry)),
        SummaryRow("Outcome", outcome_words(enquiry)),
        SummaryRow("Conference", _conference(builds)),
    ]


def talks(enquiry: Enquiry) -> str:
    """9 April 2018 (started the enquiry), 16 April 2018."""
    told = [
        f"{uk_date(one.held_date)}{' (started the enquiry)' if one.started_enquiry else ''}"
        for one in enquiry.discussions.all()
    ]
    return ", ".join(told) or "None recorded"


def outcome_words(enquiry: Enquiry) -> str:
    """Legal action, 16 April 2018; Conference not needed (the day is not known)."""
    if enquiry.outcome:
        return f"{label(EnquiryOutcome, enquiry.outcome)}, {uk_date(enquiry.outcome_date)}"
    if enquiry.conference_need == ConferenceNeed.UNDECIDED:
        return NOT_TOLD
    return f"{enquiry.get_conference_need_display()} (the day is not known)"


def _conference(builds: Builds) -> str:
    if builds.held:
        return f"Held {uk_date(builds.held)}"
    asked = [uk_date(one.history_checked_at) for one in builds.requests]
    return f"Requested {joined(asked)}" if asked else "None held, none requested"


def _stands(builds: Builds, user: User) -> list[Link]:
    if not can(user, Permission.READ_REQUEST):
        return []
    return [
        Link(
            f"Request of {uk_date(one.request.requested_at)}",
            reverse("request", args=[one.request.ref]),
        )
        for one in builds.requests
    ]


def lines(user: User, child: Child, on: date) -> Sequence[TaskLine]:
    """All that this person may tell otherwise of the child's enquiries, the latest enquiry first."""
    return [
        TaskLine(act.text, act.href, _which(one))
        for one in enquiries_of(user, child)
        for act in acts(one, child, user)
    ]


def _which(enquiry: Enquiry) -> str:
    void = ", which is void" if enquiry.voided_at else ""
    return f"The section 47 enquiry of {uk_date(enquiry.started_date)}{void}"


def acts(enquiry: Enquiry, child: Child, user: User) -> list[Link]:
    """What this person may tell otherwise of an enquiry about a child."""
    if enquiry.voided_at is not None:
        offered = [("Put this enquiry back", "enquiry_restore", Permission.CORRECT_ENQUIRY)]
    else:
        ends = "Change how it ended" if enquiry.outcome else "Record how it ended"
        offered = [
            (ends, "enquiry_outcome", Permission.CONCLUDE_ENQUIRY),
            ("Record a further strategy discussion", "enquiry_discussion", Permission.ASK_CONFERENCE),
            ("Change which discussion started it, or its date", "enquiry_start", Permission.CORRECT_ENQUIRY),
            ("Make it void: it was recorded in error", "enquiry_void", Permission.CORRECT_ENQUIRY),
        ]
    args = [child.ref, enquiry.pk]
    return [
        Link(text, reverse(name, args=args)) for text, name, needs in offered if may_for(user, needs, child)
    ]


def answer_rows(form: BaseForm) -> list[SummaryRow]:
    """What was answered in a form that can be read, as its check shows it; nothing of what was left empty."""
    given = [(bound.field, form.cleaned_data.get(bound.name)) for bound in form.visible_fields()]
    return [
        SummaryRow(str(field.label).removesuffix(OPTIONAL), _answer(field, value))
        for field, value in given
        if value
    ]


def right_child_rows(child: Child | None) -> list[SummaryRow]:
    """Whose record the number is that was entered for the right child, to be seen before it is written to."""
    return [SummaryRow("The right child", child.display_name)] if child else []


def _answer(field: Field, value: Any) -> str:
    if isinstance(value, date):
        return uk_date(value)
    if isinstance(value, User):
        return value.full_name
    words = dict(getattr(field, "choices", ()))
    return str(words.get(value, value))


# ----- What was told otherwise -----------------------------------------------------------------------------


def _entry(change: EnquiryChange) -> Entry:
    title, lines = change_text(change)
    return Entry(title, uk_moment(change.changed_at), lines)


def change_text(change: EnquiryChange) -> EntryText:
    """The title, and the sentences beneath it, with who told it and when."""
    title, lines = TEXTS[EnquiryChangeKind(change.kind)](change)
    words = [sentence(change.words)] if change.words else []
    return title, [*lines, *words, f"By {change.changed_by.full_name}, {uk_date(change.changed_at)}."]


def _outcome(change: EnquiryChange) -> EntryText:
    agreed = [f"Agreed by {change.agreed_by.full_name}."] if change.agreed_by else []
    return "Section 47 enquiry ended", [sentence(label(EnquiryOutcome, change.outcome)), *agreed]


def _start(change: EnquiryChange) -> EntryText:
    days = f"From {uk_date(change.day_before)} to {uk_date(change.day)}."
    return "Start of a section 47 enquiry changed", [days, sentence(label(StartReason, change.reason))]


def _voided(change: EnquiryChange) -> EntryText:
    return "Section 47 enquiry made void", [sentence(label(VoidReason, change.reason))]


def _restored(change: EnquiryChange) -> EntryText:
    return "Section 47 enquiry put back", []


TEXTS = {
    EnquiryChangeKind.OUTCOME: _outcome,
    EnquiryChangeKind.START: _start,
    EnquiryChangeKind.VOIDED: _voided,
    EnquiryChangeKind.RESTORED: _restored,
}


def open_lines(waiting: Iterable[Enquiry], children: Iterable[Child]) -> list[str]:
    """The enquiry about Amber Sample from 9 April 2018 is open. In a sentence each."""
    names = {child.pk: child.display_name for child in children}
    return [
        f"The enquiry about {names[one.child_id]} from {uk_date(one.started_date)} is open."
        for one in waiting
    ]
