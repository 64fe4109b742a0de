"""The outline decision letter as a Word document: plain words, one recipient, only their children."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docx import Document

from conferences.documents.word import as_bytes, head, say, set_up
from conferences.queries.letters import ChildDecided, LetterFacts
from conferences.rules.vocabulary import (
    Category,
    DecisionOutcome,
    EndReason,
    StepDown,
    end_reasons,
)
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Child, Person
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import joined, lower_first, uk_date, uk_day

DECIDED = {
    DecisionOutcome.PLAN_BEGINS: "The conference decided that {name} needs a child protection plan.",
    DecisionOutcome.NO_PLAN: "The conference decided that {name} does not need a child protection plan.",
    DecisionOutcome.PLAN_CONTINUES: "The conference decided that {name}’s child protection plan goes on.",
    DecisionOutcome.PLAN_ENDS: "The conference decided that {name}’s child protection plan ends.",
}
CATEGORIES = {
    Category.NEG: "neglect. This means that a child’s needs are not met, so that the child may come to harm.",
    Category.PHY: "physical abuse. This means that a child has been hurt, or may be hurt, by someone.",
    Category.SAB: "sexual abuse. This means that a child is, or may be, made to take part in sexual acts.",
    Category.EMO: "emotional abuse. This means that a child is made to feel afraid, unloved or worthless.",
    Category.MUL: "more than one kind of harm.",
}
COMPLAINT = (
    "If you are unhappy with how the conference was run, or you do not agree with the decision, tell "
    "the chair first. You have the right to complain about the decision: write to the safeguarding unit "
    "by {until}. Ask the unit for the complaints leaflet, or ask someone you trust to ask for you. A plan "
    "goes on while a complaint is looked into."
)


def decision_letter(facts: LetterFacts, *, council: str) -> bytes:
    """The document's bytes. Its properties hold no name."""
    document, on = Document(), day_of(facts.letter.made_at)
    set_up(document, council, "Decision of a child protection conference")
    say(document, council)
    say(document, "\n".join([facts.person.full_name, *address_lines(facts.person)]))
    say(document, uk_date(facts.letter.made_at))
    say(document, f"Dear {facts.person.full_name}")
    names = joined([_name(one.part.requested_child.child) for one in facts.children])
    head(document, "What the child protection conference decided", level=1)
    say(
        document,
        f"A child protection conference about {names} was held on {uk_day(facts.held)}. "
        "This letter tells you what was decided. The full record follows.",
    )
    for child in facts.children:
        _child(document, child, on)
    head(document, "If you do not agree", level=2)
    say(document, COMPLAINT.format(until=uk_day(facts.complain_until)))
    say(document, "Yours sincerely")
    say(document, f"{facts.chair.full_name}\n{role_words(Role.CHAIR, on).first}")
    return as_bytes(document)


def address_lines(person: Person) -> list[str]:
    """The recipient's own address, line by line; nobody else's is ever read."""
    lines = [line.strip(" ,") for line in person.address.splitlines()]
    return [line for line in [*lines, person.postcode] if line]


def _name(child: Child) -> str:
    name: str = child.display_name
    return name


def _child(document: Any, told: ChildDecided, on: dt.date) -> None:
    part = told.part
    name = _name(part.requested_child.child)
    head(document, name, level=2)
    say(document, DECIDED[DecisionOutcome[part.outcome]].format(name=name))
    for sentence in _because(told):
        say(document, sentence)
    actions = list(part.actions.all())
    if actions:
        head(document, "What happens first", level=3)
    for action in actions:
        say(
            document,
            f"{action.what.rstrip('.')}. Who: {action.who}. By: {uk_date(action.by_date)}.",
            style="List Bullet",
        )
    for sentence in _next(told, on):
        say(document, sentence)


def _because(told: ChildDecided) -> list[str]:
    part = told.part
    said = [f"The worry is {CATEGORIES[Category[part.category]]}"] if part.category else []
    if part.end_reason and part.end_reason != EndReason.RISK_REDUCED:
        codes = end_reasons(is_unborn=part.requested_child.child.is_unborn)
        said.append(f"Why the plan ends: {lower_first(label(codes, part.end_reason))}.")
    if part.step_down:
        said.append(f"What comes next: {lower_first(label(StepDown, part.step_down))}.")
    return [*said, f"The reasons: {part.reasons}"]


def _next(told: ChildDecided, on: dt.date) -> list[str]:
    said = []
    if told.worker:
        said.append(f"The {role_words(Role.SOCIAL_WORKER, on)} is {told.worker.full_name}.")
    if told.days.core_group:
        said.append(
            "The people who carry out the plan meet as a core group. You are part of it. "
            f"Its first meeting is by {uk_day(told.days.core_group.date)}."
        )
    if told.days.review:
        said.append(f"A review conference looks at the plan again by {uk_day(told.days.review.date)}.")
    return said
