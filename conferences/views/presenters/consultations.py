"""A family's consultation in words: the question and its days, each child beside the others, then who said
what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.documents.consultations import MUST_BE_HELD
from conferences.models import (
    Consultation,
    ConsultationAccount,
    ConsultationAnswer,
    ConsultationDissent,
)
from conferences.queries.consultations import FamilyView, is_open
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.days import Day
from conferences.queries.replans import Found
from conferences.rules.consultations import (
    UNANSWERED,
    Cause,
    ConsultationState,
    SupportOutcome,
)
from conferences.rules.look_ups import LookDue
from conferences.rules.workflow import CONSULTATION, Event, may
from conferences.views.presenters import look_ups, words
from conferences.views.presenters.consultations_answers import answer_entry
from conferences.views.presenters.consultations_facts import FactsPage, facts_page, hidden_words
from conferences.views.presenters.consultations_state import (
    consultation_tag,
    days_left,
    family_tag,
    split_of,
)
from conferences.views.presenters.days import moved_note
from conferences.views.presenters.requests import history_words
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Entry, Link, SummaryRow, Tag
from safeguarding.policy.words import in_words
from safeguarding.wording import counted, joined, sentence, uk_date, uk_day, uk_moment
from safeguarding.workingdays import span

NOTHING_SAID = "Nothing entered yet"
NOT_GIVEN = "The account has not been given yet."
NOT_FOR_YOU = (
    "The account tells of a child whose record you may not open, so it is not shown. Ask whoever looks after"
    " restricted records."
)
WHY_BABY = "A new baby, in a family where a brother or sister was on a plan before."
ACCOUNT = {
    "why_now": "Why now",
    "what_is_different": "What is different",
    "what_else": "What else is possible",
    "parents_words": "The parents",
    "manager_view": "The {TEAM_MANAGER.first}",
    "outcome_sought": "What is asked for",
    "how_different": "How this plan would differ",
}


@dataclass(frozen=True)
class ChildColumn:
    """One child, beside the others."""

    name: str
    number: str
    href: str
    tag: Tag
    rows: list[SummaryRow]
    history: str
    hidden: str
    answers: list[Entry]
    became: list[Entry]
    to_come: str
    links: list[Link]
    close_href: str


@dataclass(frozen=True)
class Version:
    """One version of the account: who gave it when, and what it says, of the family and of each child."""

    number: int
    line: str
    rows: list[SummaryRow]


@dataclass(frozen=True)
class FamilyPage:
    """The page, top to bottom. `days` are the days that press, each with its tag."""

    number: int
    family: str
    question: str
    tag: Tag
    split: str
    days: list[SummaryRow]
    raised: str
    hidden: str
    children: list[ChildColumn]
    facts: FactsPage
    account: Version | None
    account_line: str
    earlier: list[Version]
    dissents: list[Entry]
    request_href: str
    links: list[Link]


def family_page(
    view: FamilyView,
    found: Mapping[int, Found],
    facts: FamilyFacts,
    *,
    decide: Mapping[int, Day],
    held: Mapping[int, Day],
    booked: date | None,
    sees_request: bool,
    user: User,
    on: date,
    to_come: Mapping[int, LookDue] | None = None,
) -> FamilyPage:
    """All that the template places. `found` and `held` by requested child, `decide` and `to_come` by
    consultation.
    """
    within, children = view.within, view.children
    versions = [account_version(account, children, on) for account in view.accounts]
    request = within.request
    return FamilyPage(
        number=within.pk,
        family=within.family.name,
        question=f"{names(children)}: conference, or another way?",
        tag=family_tag([one.state for one in children]),
        split=split_of(children),
        days=_days(view, decide, held, booked, on),
        raised=_raised(view),
        hidden=_hidden(view),
        children=[_column(one, found, facts, user, (to_come or {}).get(one.pk)) for one in children],
        facts=facts_page(view, facts, on),
        account=versions[0] if view.account else None,
        account_line=NOT_FOR_YOU
        if view.unread
        else ""
        if versions
        else "The account has not been given yet.",
        earlier=versions[1:] if view.account else versions,
        dissents=[_dissent(one) for one in view.dissents],
        request_href=reverse("request", args=[request.ref]) if request and sees_request else "",
        links=_links(view, user),
    )


def names(children: Sequence[Consultation]) -> str:
    return joined([one.child.given_names or one.child.display_name for one in children])


def _days(
    view: FamilyView, decide: Mapping[int, Day], held: Mapping[int, Day], booked: date | None, on: date
) -> list[SummaryRow]:
    waiting = [decide[one.pk] for one in view.children if one.state in UNANSWERED]
    asked = [one.requested_child for one in view.children if one.requested_child and is_open(one)]
    law = [held[one.pk] for one in asked]
    rows = []
    if waiting:
        first = min(waiting, key=lambda day: day.day)
        rows.append(SummaryRow("Decide by", _day(first, on)))
    if law:
        rows.append(SummaryRow("Conference booked", uk_day(booked) if booked else "Not yet"))
        first = min(law, key=lambda day: day.day)
        rows.append(SummaryRow(MUST_BE_HELD, f"{_day(first, on)} This day never stops."))
    return rows


def _day(day: Day, on: date) -> str:
    return sentence(days_left(day.day, on), moved_note(day))


def _raised(view: FamilyView) -> str:
    within = view.within
    when = uk_date(within.raised_at)
    if within.raised_by is None:
        asked = f" Requested by {within.request.requested_by.full_name}." if within.request else ""
        return f"Raised by rule on {when}.{asked}"
    told = f" {within.words}" if view.may_read_words else ""
    return f"Raised by {within.raised_by.full_name} on {when}.{told}"


def _hidden(view: FamilyView) -> str:
    if not view.hidden:
        return ""
    number = counted(view.hidden, "child", "children")
    return f"Also about {number} whose record you may not open."


def _links(view: FamilyView, user: User) -> list[Link]:
    """What else this person may do for the family."""
    ref, found = view.within.ref, []
    events = {one.state for one in view.children if is_open(one)}
    if any(may(CONSULTATION, state, Event.USE_RIGHT, *user.roles) for state in events):
        text = "A partner agency uses its right to a conference"
        found.append(Link(text, reverse("consultation_partner", args=[ref])))
    if can(user, Permission.CONSULT):
        found.append(Link("Record that somebody disagrees", reverse("consultation_disagree", args=[ref])))
    if can(user, Permission.ADD_IDEA):
        found.append(Link("Note for learning", reverse("learning_note", args=[ref])))
    return found


def _child_links(one: Consultation, user: User) -> list[Link]:
    """The conditions that wait, and the review of another way."""
    if not can(user, Permission.FOLLOW_DECISION):
        return []
    answers = list(one.answers.all())
    found = [
        Link(
            f"Close the condition: {condition.what}", reverse("consultation_condition", args=[condition.ref])
        )
        for given in answers[-1:]
        for condition in given.conditions.all()
        if condition.closed_at is None
    ]
    last = answers[-1] if answers else None
    if last is not None and last.way and _goes_on(last):
        text = f"Review how the support goes for {one.child.display_name}"
        found.append(Link(text, reverse("consultation_review", args=[one.ref])))
    if last is not None and _failed(last) and one.child.family and can(user, Permission.ASK_CONFERENCE):
        text = f"Ask for a conference for {one.child.display_name}"
        href = f"{reverse('request_new', args=[one.child.family.ref])}?child={one.child.ref}"
        found.append(Link(text, href))
    return found


def _goes_on(given: ConsultationAnswer) -> bool:
    reviews = list(given.reviews.all())
    return not reviews or reviews[-1].outcome == SupportOutcome.GOES_ON


def _failed(given: ConsultationAnswer) -> bool:
    reviews = list(given.reviews.all())
    return bool(reviews) and reviews[-1].outcome == SupportOutcome.FAILED


def _closes(one: Consultation, user: User) -> str:
    """Where the child's request is closed, once another way was decided."""
    closes = one.state == ConsultationState.ANOTHER_WAY and one.requested_child and is_open(one)
    if not closes or not can(user, Permission.WITHDRAW_REQUEST):
        return ""
    return reverse("consultation_close", args=[one.ref])


def _column(
    one: Consultation,
    found: Mapping[int, Found],
    facts: FamilyFacts,
    user: User,
    to_come: LookDue | None,
) -> ChildColumn:
    asked = one.requested_child
    seen = found.get(asked.pk, Found()) if asked else Found()
    rows = [SummaryRow("Asked because", _cause(one))]
    replaced = {given.supersedes_id for given in one.answers.all()}
    return ChildColumn(
        name=one.child.display_name,
        number=one.child.la_child_id,
        href=reverse("child", args=[one.child.ref]),
        tag=consultation_tag(one.state),
        rows=rows,
        history=history_words(asked, seen) if asked else "",
        hidden=hidden_words(facts.children[one.child.pk].hidden),
        answers=[answer_entry(given, is_replaced=given.pk in replaced) for given in one.answers.all()],
        became=[
            look_ups.entry(looked)
            for looked in facts.children[one.child.pk].looked_after(consultation=one.pk)
        ],
        to_come=look_ups.to_come(to_come) if to_come else "",
        links=_child_links(one, user),
        close_href=_closes(one, user),
    )


def _cause(one: Consultation) -> str:
    """Why a child is asked about, with the days that say so."""
    if one.plan is None:
        return WHY_BABY if one.cause == Cause.NEW_BABY else label(Cause, one.cause)
    began, raised = one.plan.start_date, day_of(one.raised_at)
    if one.cause == Cause.LONG_PLAN:
        return f"The plan has lasted long: it began on {uk_date(began)}, {span(began, raised)} before."
    return f"Reviews in a row left the plan as it was. It began on {uk_date(began)}."


def account_version(account: ConsultationAccount, children: Sequence[Consultation], on: date) -> Version:
    own = {part.consultation_id: part for part in account.children.all()}
    rows = [
        SummaryRow(in_words(title, on), words.typed(getattr(account, name)) or NOTHING_SAID)
        for name, title in ACCOUNT.items()
        if getattr(account, name) or name in ("why_now", "what_is_different", "what_else")
    ]
    for one in children:
        part = own.get(one.pk)
        if part is not None and part.child_words:
            rows.append(SummaryRow(one.child.display_name, words.typed(part.child_words)))
        if part is not None and part.what_is_different:
            title = f"Different for {one.child.display_name}"
            rows.append(SummaryRow(title, words.typed(part.what_is_different)))
    line = f"Version {account.number}. {account.given_by.full_name}, {uk_moment(account.given_at)}."
    return Version(account.number, line, rows)


def _dissent(one: ConsultationDissent) -> Entry:
    who = one.agency.name if one.agency else one.who.full_name if one.who else ""
    title = f"{who} disagrees, for {one.consultation.child.display_name}"
    return Entry(
        title, uk_moment(one.recorded_at), [words.typed(one.words)], byline=one.recorded_by.full_name
    )
