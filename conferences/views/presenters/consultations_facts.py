"""What the record knows of a consultation's children, in words: what is not recorded is said to be so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import Consultation, Plan, RequestedChild
from conferences.queries.consultations import FamilyView
from conferences.queries.consultations_facts import FamilyFacts
from conferences.queries.consultations_facts_child import ChildFacts, Since
from conferences.queries.recording import decided_part
from conferences.rules.vocabulary import DecisionOutcome
from conferences.rules.workflow import OPEN_REQUESTS, RequestState
from conferences.views.presenters import consultations_plans as plans
from conferences.views.presenters import look_ups, words
from conferences.views.presenters.consultations_answers import answer_lines
from conferences.views.presenters.consultations_state import stands
from conferences.views.presenters.consultations_tried import tried
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Allocation, Child
from safeguarding.pagekit.components import Cell, Column, Entry, Link, SummaryRow, Table
from safeguarding.wording import counted, joined, sentence, uk_date, upper_first

NONE_RECORDED = "None is recorded"
NOT_RECORDED = "Not recorded"
NOT_LOOKED_UP = "Not looked up"


@dataclass(frozen=True)
class ChildHistory:
    """One child's history: of the last plan in rows, then every plan, then what was consulted on before."""

    name: str
    last: list[SummaryRow]
    plans: list[Entry]
    hidden: str
    earlier: list[Entry]


@dataclass(frozen=True)
class Sibling:
    """A brother or sister whom the consultation is not about, with their plans in a line each."""

    link: Link
    lines: list[str]


@dataclass(frozen=True)
class FactsPage:
    """The facts, the children side by side first."""

    glance: Table
    children: list[ChildHistory]
    siblings: list[Sibling]


def facts_page(view: FamilyView, facts: FamilyFacts, on: date) -> FactsPage:
    """All that the template places. The gap since a plan is counted to the day of the question."""
    known = [(one, facts.children[one.child.pk]) for one in view.children]
    return FactsPage(
        glance=_glance(known, on),
        children=[_history(one, found, on) for one, found in known],
        siblings=[_sibling(found, on) for found in facts.siblings],
    )


def _glance(known: Sequence[tuple[Consultation, ChildFacts]], on: date) -> Table:
    columns = [Column("Fact"), *(Column(found.child.display_name) for _, found in known)]
    told = [_child_cells(one, found, on) for one, found in known]
    rows = [[title, *(cells[title] for cells in told)] for title in told[0]] if told else []
    return Table("What the record tells", columns, rows, caption_hidden=True, row_heads=True, stack=True)


def _child_cells(one: Consultation, facts: ChildFacts, on: date) -> dict[str, Cell]:
    """{fact: what is known of it} of one child, in the order in which it is needed."""
    last, asked = facts.last, facts.asked
    return {
        "Age": Cell(words.when_born(facts.child, on)),
        "Plans before": number_of(facts, one.requested_child),
        "Last plan": plans.in_short(last),
        "Why it ended": plans.why_ended(last),
        "What followed": plans.what_followed(last),
        "Looked up later": _looked_up(facts),
        "Time since": plans.time_since(last, asked),
        "Since then": _since(facts.since),
        "Workers since": _workers(facts.since),
        "Reviews and core groups": plans.punctuality(last),
        "What was tried": tried(facts),
    }


def _looked_up(facts: ChildFacts) -> Cell:
    """What the last look-up after the end of the last plan found."""
    last = facts.last
    looked = facts.looked_after(plan=last.plan.pk) if last and last.plan else []
    if not looked:
        return Cell(NOT_LOOKED_UP if last and last.end else "")
    return Cell(look_ups.after_months(looked[-1]), note=" ".join(look_ups.lines_of(looked[-1])))


def number_of(facts: ChildFacts, requested: RequestedChild | None) -> Cell:
    """The plans that were over when it was raised; what ran then, and what began since, is no plan before."""
    begun = [plan for plan in facts.plans if (plan.start or date.min) <= facts.asked]
    before = [plan for plan in begun if not plans.ran(plan, facts.asked)]
    told = [plans.where(plan) for plan in before]
    notes = [upper_first(joined([f"{told.count(place)} {place}" for place in dict.fromkeys(told)]))]
    notes += [plans.run_words(plan) for plan in begun if plans.ran(plan, facts.asked)]
    if since := len(facts.plans) - len(begun):
        notes.append(f"{counted(since, 'plan')} began since this was raised")
    if facts.hidden:
        notes.append(hidden_words(facts.hidden))
    if requested and requested.recorded_previous_plans > len(before) + facts.hidden:
        notes.append(f"A census counted {requested.recorded_previous_plans}")
    number = str(len(before)) if before else "None is known"
    return Cell(number, note=" ".join(sentence(note) for note in notes if note))


def hidden_words(number: int) -> str:
    return f"{upper_first(counted(number, 'earlier plan'))} in a record you may not open" if number else ""


def _since(since: Since | None) -> Cell:
    if since is None:
        return Cell("No plan to count from")
    counts = counts_since(since)
    began = "the plan began" if since.is_running else "the last plan ended"
    return Cell(
        upper_first(joined(counts)) if counts else NONE_RECORDED, note=f"Since {began}, {uk_date(since.day)}."
    )


def counts_since(since: Since) -> list[str]:
    """2 referrals, 1 section 47 enquiry: what is recorded, and nothing of what is not."""
    return [
        counted(len(rows), one, more)
        for rows, one, more in (
            (since.referrals, "referral", "referrals"),
            (since.enquiries, "section 47 enquiry", "section 47 enquiries"),
            (since.conferences, "conference", "conferences"),
        )
        if rows
    ]


def _workers(since: Since | None) -> Cell:
    if since is None or not since.workers:
        return Cell(NONE_RECORDED)
    names = worker_names(since.workers)
    return Cell(str(len(names)), note=sentence(", then ".join(names)))


def worker_names(held: Sequence[Allocation]) -> list[str]:
    """The social workers in the order in which they held the child, each once in a row."""
    names: list[str] = []
    for one in held:
        if one.worker and (not names or names[-1] != one.worker.full_name):
            names.append(one.worker.full_name)
    return names


def _history(one: Consultation, facts: ChildFacts, on: date) -> ChildHistory:
    return ChildHistory(
        name=one.child.display_name,
        last=[*plans.last_rows(facts.last), _chairs_view(facts)],
        plans=[plans.entry(plan, facts.asked, _short(facts, plan.plan)) for plan in facts.plans],
        hidden=sentence(hidden_words(facts.hidden)) if facts.hidden else "",
        earlier=[_consulted(given, facts, on) for given in facts.earlier],
    )


def _short(facts: ChildFacts, plan: Plan | None) -> list[str]:
    """What was looked up after a plan of ours ended, a line for each time."""
    return [look_ups.short(one) for one in facts.looked_after(plan=plan.pk)] if plan else []


def _chairs_view(facts: ChildFacts) -> SummaryRow:
    """What the chair wrote as the reason of the last decision on record."""
    last, title = facts.last_met, "The last chair’s view"
    if last is None:
        return SummaryRow(title, NOT_RECORDED)
    chair = last.conference.chair
    who = (
        f"{chair.full_name}, {uk_date(last.conference.held_date)}"
        if chair
        else uk_date(last.conference.held_date)
    )
    told = f"{label(DecisionOutcome, last.decision.outcome)}: {last.decision.reasons}"
    return SummaryRow(title, words.typed(f"{told}\n{who}."))


def _consulted(given: Consultation, facts: ChildFacts, on: date) -> Entry:
    """An earlier consultation: each answer with its reasons and conditions, and what became of it."""
    answers = [line for answer in given.answers.all() for line in answer_lines(answer)]
    return Entry(
        stands(given).words,
        f"Raised on {uk_date(given.raised_at)}",
        [*answers, became(given, facts, on), *map(look_ups.short, facts.looked_after(consultation=given.pk))],
        href=reverse("consultation", args=[given.within.ref]),
        link="Open this consultation",
    )


def became(given: Consultation, facts: ChildFacts, on: date) -> str:
    """What became of it, as far as it is recorded."""
    asked = given.requested_child
    part = decided_part(asked) if asked else None
    met = part.conference_child if part else None
    if met is not None:
        decided = label(DecisionOutcome, met.decision.outcome)
        return f"What became of it: the conference on {uk_date(met.conference.held_date)}. {decided}."
    raised = day_of(given.raised_at)
    begun = [plan.start for plan in facts.plans if plan.start and raised <= plan.start <= on]
    if begun:
        return f"What became of it: a plan began on {uk_date(min(begun))}."
    if asked and asked.request.state in OPEN_REQUESTS:
        return "What became of it: the conference lies ahead."
    if asked and asked.request.state == RequestState.WITHDRAWN:
        return "What became of it: the request was withdrawn, and no plan is recorded since."
    return "What became of it: no plan is recorded since."


def _sibling(facts: ChildFacts, on: date) -> Sibling:
    child: Child = facts.child
    text = f"{child.display_name}, {words.when_born(child, on)}"
    lines = [plans.line(plan) for plan in facts.plans] or ["No plan is recorded."]
    return Sibling(Link(text, reverse("child", args=[child.ref])), lines)
