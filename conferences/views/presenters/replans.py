"""A re-plan consultation in words: the question and its deadline, then the account, then the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.figures.benchmark_words import so_many
from conferences.models import Consultation, ConsultationAnswer, EarlierPlan, Plan
from conferences.queries.benchmarks import Benchmark
from conferences.queries.days import Day
from conferences.queries.replans import Found
from conferences.rules.consultations import UNANSWERED, Answer
from conferences.rules.replans import FoundIn, gap_band
from conferences.rules.vocabulary import Category, ConferenceKind, StepDown
from conferences.views.presenters import words
from conferences.views.presenters.days import moved_note
from conferences.views.presenters.due import due_tag
from conferences.views.presenters.requests import consultation_tag, hidden_lines, history_words
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column, Entry, SummaryRow, Table, Tag
from safeguarding.wording import (
    joined,
    lower_first,
    percent,
    sentence,
    uk_date,
    uk_day,
    uk_moment,
    upper_first,
)
from safeguarding.workingdays import span

UNDECIDED_COLUMNS = [Column("Child"), Column("Decide by"), Column("Conference due"), Column("Status")]
DECIDED_COLUMNS = [Column("Child"), Column("Answer"), Column("By"), Column("When")]
NOTHING_SAID = "Nothing entered yet"


@dataclass(frozen=True)
class ConsultationPage:
    """The page, top to bottom. `deadline` is the sentence under the heading."""

    number: int
    name: str
    tag: Tag
    deadline: list[str]
    decide_tag: Tag | None
    due_tag: Tag | None
    question: str
    account: list[SummaryRow]
    asked: str
    history: str
    timeline: list[Entry]
    hidden: list[str]
    answers: list[Entry]
    context: str
    child_href: str
    request_href: str


def consultation_page(
    consultation: Consultation,
    found: Found,
    chairs: Mapping[int, str],
    published: Benchmark | None,
    *,
    decide: Day,
    held: Day,
    sees_request: bool,
    on: date,
) -> ConsultationPage:
    """Everything that the consultation's template places. `chairs`: of each plan's last conference."""
    asked = consultation.requested_child
    open_ = consultation.state in UNANSWERED
    requested = day_of(asked.request.requested_at)
    return ConsultationPage(
        number=consultation.pk,
        name=asked.child.display_name,
        tag=consultation_tag(consultation.state),
        deadline=_deadline(consultation, decide, held),
        decide_tag=due_tag(decide.day, on) if open_ else None,
        due_tag=due_tag(held.day, on),
        question=_question(asked.child.display_name),
        account=_account(consultation),
        asked=_account_line(consultation),
        history=history_words(asked, found),
        timeline=[_earlier_plan(plan, chairs, requested) for plan in reversed(found.shown)],
        hidden=hidden_lines(found),
        answers=[_answer(given) for given in consultation.answers.all()],
        context=_context(published),
        child_href=reverse("child", args=[asked.child.ref]),
        request_href=reverse("request", args=[asked.request.ref]) if sees_request else "",
    )


def _deadline(consultation: Consultation, decide: Day, held: Day) -> list[str]:
    asked = consultation.requested_child
    kind = lower_first(label(ConferenceKind, asked.kind))
    wanted = f"A decision is needed by {uk_day(decide.day)}."
    return [
        *([sentence(wanted, moved_note(decide))] if consultation.state in UNANSWERED else []),
        f"The {kind} is due by {uk_day(held.day)}. That day does not change, whatever is decided here.",
        *([moved_note(held)] if held.has_moved else []),
    ]


def _question(name: str) -> str:
    return f"Is a new child protection plan right for {name}, or can the family be kept safe another way?"


def _account(consultation: Consultation) -> list[SummaryRow]:
    return [
        SummaryRow("Why now", words.typed(consultation.why_now) or NOTHING_SAID),
        SummaryRow("What is different", words.typed(consultation.what_is_different) or NOTHING_SAID),
        SummaryRow("The child’s words", words.typed(consultation.child_words) or NOTHING_SAID),
        SummaryRow("What else was tried", words.typed(consultation.options_tried) or NOTHING_SAID),
    ]


def _account_line(consultation: Consultation) -> str:
    if consultation.asked_by is None:
        raised = uk_date(consultation.raised_at)
        return f"Raised by the check of the plan history on {raised}. The account has not been given yet."
    return f"The account of {consultation.asked_by.full_name}, {uk_moment(consultation.asked_at)}."


def _earlier_plan(found: EarlierPlan, chairs: Mapping[int, str], requested: date) -> Entry:
    """One earlier plan: how it ended, how long it was, what came after, and how long ago."""
    start = uk_date(found.start_date) or "start not known"
    end = uk_date(found.end_date) or "end not known"
    return Entry(
        title="Plan ended" if found.end_date else "Plan, end not known",
        when=f"{upper_first(start)} to {end}",
        lines=[line for line in _lines(found, requested) if line],
        byline=chairs.get(found.plan_id or 0, ""),
        tag=_gap(found, requested),
    )


def _gap(found: EarlierPlan, requested: date) -> Tag | None:
    if found.end_date is None or found.end_date > requested:
        return None
    return Tag(f"Gap: {gap_band(found.end_date, requested).label}", "grey")


def _lines(found: EarlierPlan, requested: date) -> list[str]:
    ended = found.how_ended or "How it ended is not recorded"
    return [
        sentence(f"{_category(found)}{_length(found)}"),
        sentence(ended),
        _step_down(found.plan),
        _since(found, requested),
        f"Found in: {_where(found)}.",
    ]


def _category(found: EarlierPlan) -> str:
    if found.plan is not None:
        return words.categories(found.plan)
    return label(Category, found.category) if found.category else "Category not known"


def _length(found: EarlierPlan) -> str:
    if found.start_date is None or found.end_date is None:
        return ""
    return f", {span(found.start_date, found.end_date)}"


def _step_down(plan: Plan | None) -> str:
    if plan is None or not plan.step_down:
        return "What followed is not recorded."
    return sentence(f"Then: {label(StepDown, plan.step_down)}")


def _since(found: EarlierPlan, requested: date) -> str:
    if found.gap_days is None or found.end_date is None:
        return ""
    return f"It ended {span(found.end_date, requested)} before this request."


def _where(found: EarlierPlan) -> str:
    where = found.authority_name or label(FoundIn, found.found_in)
    return where if found.authority_name else lower_first(where)


def _answer(given: ConsultationAnswer) -> Entry:
    wanted = f"Wanted by {uk_day(given.wanted_by_date)}." if given.wanted_by_date else ""
    lines = [line for line in (words.typed(given.instead), wanted, words.typed(given.reasons)) if line]
    return Entry(
        label(Answer, given.answer), uk_moment(given.answered_at), lines, byline=given.answered_by.full_name
    )


def _context(published: Benchmark | None) -> str:
    """What others' figure is, and no more: it says nothing about this child."""
    if published is None or published.england is None:
        return ""
    told = [f"{percent(published.england)} in England"]
    if published.region is not None:
        told.append(f"{percent(published.region)} in {published.region_name}")
    if published.neighbours is not None:
        how = f"the median of {so_many([published])} on the list of {published.neighbours_model}"
        told.append(f"{percent(published.neighbours)} among similar authorities ({how})")
    return f"Repeat plans, of all that began in the year to March {published.year}: {joined(told)}."


def undecided(
    consultations: Iterable[Consultation], decide: Mapping[int, Day], held: Mapping[int, Day], on: date
) -> Table:
    rows = [
        _undecided_row(one, decide[one.pk].day, held[one.requested_child.pk].day, on) for one in consultations
    ]
    empty = "No consultation is waiting for a decision."
    return Table("To be decided", UNDECIDED_COLUMNS, rows, empty, row_heads=True, stack=True)


def _undecided_row(consultation: Consultation, decide: date, held: date, on: date) -> list[Cell]:
    return [
        _child(consultation),
        Cell(uk_date(decide), tag=due_tag(decide, on)),
        Cell(uk_date(held), tag=due_tag(held, on)),
        Cell(tag=consultation_tag(consultation.state)),
    ]


def decided(consultations: Iterable[Consultation]) -> Table:
    rows = [_decided_row(one) for one in consultations]
    empty = "None has been decided yet."
    return Table("Recently decided", DECIDED_COLUMNS, rows, empty, row_heads=True, stack=True)


def _decided_row(consultation: Consultation) -> list[Cell]:
    last = list(consultation.answers.all())[-1:]
    who = last[0].answered_by.full_name if last else ""
    when = uk_date(last[0].answered_at) if last else ""
    return [_child(consultation), Cell(tag=consultation_tag(consultation.state)), Cell(who), Cell(when)]


def _child(consultation: Consultation) -> Cell:
    child = consultation.requested_child.child
    return Cell(child.display_name, reverse("consultation", args=[consultation.ref]), note=child.la_child_id)


def answer_rows(
    *, answer: Answer, instead: str, wanted_by_date: date | None, reasons: str
) -> list[SummaryRow]:
    """The answer as it is checked before it is confirmed."""
    said = {Answer.ANOTHER_WAY: "The other way", Answer.MORE_INFORMATION: "What is wanted"}
    rows = [SummaryRow("Your answer", answer.label)]
    if answer in said:
        rows.append(SummaryRow(said[answer], words.typed(instead)))
    if wanted_by_date is not None and answer is Answer.MORE_INFORMATION:
        rows.append(SummaryRow("By", uk_day(wanted_by_date)))
    return [*rows, SummaryRow("Reasons", words.typed(reasons))]
