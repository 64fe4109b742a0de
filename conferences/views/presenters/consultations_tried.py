"""What was tried for a child beside child protection plans, as far as the record tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from conferences.models import ChildInNeedPlan, ConsultationAnswer
from conferences.queries.consultations_facts_child import ChildFacts
from conferences.rules.consultations import Answer, SupportOutcome, Way
from conferences.rules.supports import SupportKind
from conferences.rules.vocabulary import StepDown
from conferences.views.presenters.supports import tried_words
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell
from safeguarding.wording import counted, joined, lower_first, sentence, uk_date, upper_first
from safeguarding.workingdays import span

IN_NEED, EARLY_HELP, LEGAL = "child in need plan", "early help", "legal planning meeting"
DISCUSSIONS = "strategy discussion"
Tried = tuple[str, str]


def tried(facts: ChildFacts) -> Cell:
    """Which kinds of help, and of each when and how it went. What is not recorded here may have been tried
    all the same.
    """
    found = [*_help(facts), *_decided(facts)]
    if facts.discussions:
        last = uk_date(facts.discussions[-1].held_date)
        number = counted(len(facts.discussions), "strategy discussion")
        found.append((DISCUSSIONS, f"{upper_first(number)}, the last on {last}"))
    if not found:
        return Cell("None is recorded")
    kinds = joined(list(dict.fromkeys(kind for kind, _ in found)))
    return Cell(upper_first(kinds), note=" ".join(sentence(told) for _, told in found))


def _help(facts: ChildFacts) -> Iterator[Tried]:
    for plan in facts.in_need:
        yield IN_NEED, _in_need(plan)
    for one in facts.supports:
        yield lower_first(label(SupportKind, one.kind)), tried_words(one)
    for known in reversed(facts.plans):
        if known.plan and known.plan.step_down == StepDown.EARLY_HELP and known.end:
            yield EARLY_HELP, f"Early help after the plan that ended on {uk_date(known.end)}"


def _in_need(plan: ChildInNeedPlan) -> str:
    if plan.end_date is None:
        return f"Child in need plan since {uk_date(plan.start_date)}"
    return f"Child in need plan for {span(plan.start_date, plan.end_date)}, to {uk_date(plan.end_date)}"


def _decided(facts: ChildFacts) -> Iterator[Tried]:
    """What earlier consultations decided on instead, or beside: the last answer of each stands."""
    for one in reversed(facts.earlier):
        given = next(reversed(list(one.answers.all())), None)
        if given is None:
            continue
        if given.way:
            way = label(Way, given.way)
            yield lower_first(way), f"{way}, decided on {uk_date(given.answered_at)}: {_went(given)}"
        elif given.answer == Answer.AGREE_LEGAL:
            yield LEGAL, f"Legal planning meeting, asked for on {uk_date(given.answered_at)}"


def _went(given: ConsultationAnswer) -> str:
    last = next(reversed(list(given.reviews.all())), None)
    return lower_first(label(SupportOutcome, last.outcome)) if last else "how it went is not recorded"
