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
    ConsultationDissent,
)
from conferences.queries.clocks import Clock
from conferences.queries.consultations import FamilyView, is_open, request_of
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.days import Day
from conferences.queries.replans import Found
from conferences.rules.consultations import (
    UNANSWERED,
    Cause,
)
from conferences.rules.look_ups import LookDue
from conferences.rules.workflow import CONSULTATION, Event, may
from conferences.views.presenters import look_ups, words
from conferences.views.presenters.consultations_acts import CloseButton, acts, answer_entries, close_buttons
from conferences.views.presenters.consultations_agreed import (
    WITHDRAW,
    taken_back,
    unasked_line,
    withdrawn_entries,
)
from conferences.views.presenters.consultations_brief import Brief, brief_of
from conferences.views.presenters.consultations_facts import FactsPage, facts_page
from conferences.views.presenters.consultations_folds import (
    account_fold,
    answers_fold,
    became_fold,
    history_fold,
    record_fold,
    siblings_fold,
)
from conferences.views.presenters.consultations_state import (
    days_left,
    family_tag,
    split_line,
)
from conferences.views.presenters.consultations_versions import Version, account_versions
from conferences.views.presenters.days import moved_note
from conferences.views.presenters.requests import history_words
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Entry, Fold, Link, SummaryRow, Tag
from safeguarding.wording import counted, joined, sentence, uk_date, uk_day, uk_moment
from safeguarding.workingdays import span

NOT_GIVEN = "The account has not been given yet."
NOT_FOR_YOU = (
    "The account tells of a child whose record you may not open, so it is not shown. Ask whoever looks after"
    " restricted records."
)
NOT_SHOWN = "The account may tell of more than you may open, so it is not shown."
WHY_BABY = "A new baby, in a family where a brother or sister was on a plan before."


@dataclass(frozen=True)
class ChildColumn:
    """One child: what is told of it and of what became of it."""

    name: str
    number: str
    rows: list[SummaryRow]
    history: str
    became: list[Entry]
    to_come: str


@dataclass(frozen=True)
class Folds:
    """What the closed parts of the page say of themselves; None for a part that there is not.

    `is_decided`: nobody waits, so that the answers stand open.
    """

    account: Fold | None
    record: Fold
    history: Fold
    answers: Fold | None
    became: Fold | None
    siblings: Fold | None
    is_decided: bool


@dataclass(frozen=True)
class FamilyPage:
    """The page, top to bottom. `days` are the days that press, each with its tag; `versions` of the account,
    the last first.
    """

    number: int
    family: str
    question: str
    tag: Tag
    split: str
    days: list[SummaryRow]
    raised: str
    hidden: str
    brief: Brief
    children: list[ChildColumn]
    facts: FactsPage
    versions: list[Version]
    account_line: str
    answers: list[Entry]
    dissents: list[Entry]
    withdrawn: list[Entry]
    request_href: str
    unasked: str
    acts: list[Link]
    closes: list[CloseButton]
    links: list[Link]
    folds: Folds


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
    unasked: Mapping[int, Clock] | None = None,
    rights: Mapping[int, str] | None = None,
) -> FamilyPage:
    """All that the template places. `found` and `held` by requested child; `decide`, `to_come`, `unasked`
    (the day by which what was agreed is asked for) and `rights` (why a partner's is refused) by consultation.
    """
    within, children = view.within, view.children
    versions = account_versions(view.accounts, children, on)
    columns = [_column(one, found, facts, (to_come or {}).get(one.pk)) for one in children]
    answers = answer_entries(children)
    causes = [Cell(_cause(one), note=told.history) for one, told in zip(children, columns, strict=True)]
    request, waits = request_of(view), unasked or {}
    return FamilyPage(
        number=within.pk,
        family=within.family.name,
        question=f"{names(children)}: conference, or another way?",
        tag=family_tag(children),
        split=split_line(children),
        days=_days(view, decide, held, booked, on),
        raised=_raised(view),
        hidden=_hidden(view),
        brief=brief_of(view, facts, causes, on),
        children=columns,
        facts=facts_page(view, facts, on),
        versions=versions,
        account_line=_account_line(view, user),
        answers=answers,
        dissents=[_dissent(one) for one in view.dissents],
        withdrawn=withdrawn_entries(children),
        request_href=reverse("request", args=[request.ref]) if request and sees_request else "",
        unasked=unasked_line(children, waits, user, on),
        acts=acts(children, user, waits),
        closes=close_buttons(children, user),
        links=_links(view, user, waits, rights or {}),
        folds=_folds(view, facts, versions, answers, columns),
    )


def _folds(
    view: FamilyView,
    facts: FamilyFacts,
    versions: Sequence[Version],
    answers: Sequence[Entry],
    columns: Sequence[ChildColumn],
) -> Folds:
    return Folds(
        account=account_fold(versions[0].line, len(versions)) if versions else None,
        record=record_fold(view, facts),
        history=history_fold(view, facts),
        answers=answers_fold(view.children),
        became=became_fold(view, facts, any(one.to_come for one in columns)),
        siblings=siblings_fold(facts),
        is_decided=not any(one.state in UNANSWERED for one in view.children),
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


def _account_line(view: FamilyView, user: User) -> str:
    """Why no account is shown. That there is a restricted child, is told to those alone who decide on it."""
    if not view.unread:
        return "" if view.accounts else NOT_GIVEN
    return NOT_FOR_YOU if view.hidden or can(user, Permission.DECIDE_CONSULTATION) else NOT_SHOWN


def _hidden(view: FamilyView) -> str:
    if not view.hidden:
        return ""
    number = counted(view.hidden, "child", "children")
    return f"Also about {number} whose record you may not open."


def _links(
    view: FamilyView, user: User, unasked: Mapping[int, Clock], rights: Mapping[int, str]
) -> list[Link]:
    """What else this person may do for the family."""
    ref, found = view.within.ref, []
    events = {one.state for one in view.children if one.pk not in rights}
    if any(may(CONSULTATION, state, Event.USE_RIGHT, *user.roles) for state in events):
        text = "A partner agency uses its right to a conference"
        found.append(Link(text, reverse("consultation_partner", args=[ref])))
    if taken_back(view.children, user, unasked):
        found.append(Link(WITHDRAW, reverse("consultation_withdraw", args=[ref])))
    if can(user, Permission.CONSULT):
        found.append(Link("Record that somebody disagrees", reverse("consultation_disagree", args=[ref])))
    if can(user, Permission.ADD_IDEA):
        found.append(Link("Note for learning", reverse("learning_note", args=[ref])))
    return found


def _column(
    one: Consultation,
    found: Mapping[int, Found],
    facts: FamilyFacts,
    to_come: LookDue | None,
) -> ChildColumn:
    asked = one.requested_child
    seen = found.get(asked.pk, Found()) if asked else Found()
    rows = [SummaryRow("Asked because", _cause(one))]
    return ChildColumn(
        name=one.child.display_name,
        number=one.child.la_child_id,
        rows=rows,
        history=history_words(asked, seen) if asked else "",
        became=[
            look_ups.entry(looked)
            for looked in facts.children[one.child.pk].looked_after(consultation=one.pk)
        ],
        to_come=look_ups.to_come(to_come) if to_come else "",
    )


def _cause(one: Consultation) -> str:
    """Why a child is asked about, with the days that say so."""
    if one.plan is None:
        return WHY_BABY if one.cause == Cause.NEW_BABY else label(Cause, one.cause)
    began, raised = one.plan.start_date, day_of(one.raised_at)
    if one.cause == Cause.LONG_PLAN:
        return f"The plan has lasted long: it began on {uk_date(began)}, {span(began, raised)} before."
    return f"Reviews in a row left the plan as it was. It began on {uk_date(began)}."


def _dissent(one: ConsultationDissent) -> Entry:
    who = one.agency.name if one.agency else one.who.full_name if one.who else ""
    title = f"{who} disagrees, for {one.consultation.child.display_name}"
    return Entry(
        title, uk_moment(one.recorded_at), [words.typed(one.words)], byline=one.recorded_by.full_name
    )
