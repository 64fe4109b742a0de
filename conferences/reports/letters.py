"""The outline decision letter as a Word document: plain words, one recipient, only their children."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.shared import Pt

from conferences.queries.letters import ChildDecided, LetterFacts
from conferences.rules.vocabulary import Category, DecisionOutcome, EndReason, StepDown
from safeguarding.labelled import label
from safeguarding.models import Child, Person
from safeguarding.pages.wording import joined, uk_date, uk_day

FONT, SIZE = "Arial", 12
DECIDED = {
    DecisionOutcome.PLAN_BEGINS: "The conference decided that {name} needs a child protection plan.",
    DecisionOutcome.NO_PLAN: "The conference decided that {name} does not need a child protection plan.",
    DecisionOutcome.PLAN_CONTINUES: "The conference decided that {name}’s child protection plan goes on.",
    DecisionOutcome.PLAN_ENDS: "The conference decided that {name}’s child protection plan ends.",
}
CATEGORIES = {
    Category.NEG: "neglect. This means that a child’s needs are not met, so that the child may come to harm.",
    Category.PHY: "physical abuse. This means that a child has been hurt, or may be hurt, by somebody.",
    Category.SAB: "sexual abuse. This means that a child is, or may be, made to take part in sexual acts.",
    Category.EMO: "emotional abuse. This means that a child is made to feel afraid, unloved or worthless.",
    Category.MUL: "more than one kind of harm.",
}
COMPLAINT = (
    "If you are unhappy with how the conference was run, or you do not agree with the decision, tell "
    "the chair first. You have the right to complain. Ask the safeguarding unit for the "
    "complaints leaflet, or ask somebody you trust to ask for you. A plan goes on while a complaint is "
    "looked into."
)


def decision_letter(facts: LetterFacts, *, council: str) -> bytes:
    """The document's bytes. Its properties hold no name."""
    document = Document()
    _set_up(document, council)
    document.add_paragraph(council)
    document.add_paragraph("\n".join([facts.person.full_name, *address_lines(facts.person)]))
    document.add_paragraph(uk_date(facts.letter.made_at))
    document.add_paragraph(f"Dear {facts.person.full_name}")
    names = joined([_name(one.part.requested_child.child) for one in facts.children])
    document.add_heading("What the child protection conference decided", level=1)
    document.add_paragraph(
        f"A child protection conference about {names} was held on {uk_day(facts.held)}. "
        "This letter tells you what was decided. The full record follows."
    )
    for child in facts.children:
        _child(document, child)
    document.add_heading("If you do not agree", level=2)
    document.add_paragraph(COMPLAINT)
    document.add_paragraph("Yours sincerely")
    document.add_paragraph(f"{facts.chair.full_name}\nIndependent chair")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, council: str) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(SIZE)
    properties = document.core_properties
    properties.author = properties.last_modified_by = council
    properties.title = "Decision of a child protection conference"
    properties.language = "en-GB"
    properties.comments = properties.subject = properties.keywords = ""


def address_lines(person: Person) -> list[str]:
    """The recipient's own address, line by line; nobody else's is ever read."""
    lines = [line.strip(" ,") for line in person.address.splitlines()]
    return [line for line in [*lines, person.postcode] if line]


def _name(child: Child) -> str:
    name: str = child.display_name
    return name


def _child(document: Any, told: ChildDecided) -> None:
    part = told.part
    name = _name(part.requested_child.child)
    document.add_heading(name, level=2)
    document.add_paragraph(DECIDED[DecisionOutcome(part.outcome)].format(name=name))
    for sentence in _because(told):
        document.add_paragraph(sentence)
    actions = list(part.actions.all())
    if actions:
        document.add_heading("What happens first", level=3)
    for action in actions:
        document.add_paragraph(
            f"{action.what.rstrip('.')}. Who: {action.who}. By: {uk_date(action.by_date)}.",
            style="List Bullet",
        )
    for sentence in _next(told):
        document.add_paragraph(sentence)


def _because(told: ChildDecided) -> list[str]:
    part = told.part
    said = [f"The worry is {CATEGORIES[Category(part.category)]}"] if part.category else []
    if part.end_reason and part.end_reason != EndReason.RISK_REDUCED:
        said.append(f"Why the plan ends: {label(EndReason, part.end_reason).lower()}.")
    if part.step_down:
        said.append(f"What comes next: {label(StepDown, part.step_down).lower()}.")
    return [*said, f"The reasons: {part.reasons}"]


def _next(told: ChildDecided) -> list[str]:
    said = []
    if told.worker:
        said.append(f"The lead social worker is {told.worker.full_name}.")
    if told.core_group:
        said.append(
            "The people who carry out the plan meet as a core group. You are part of it. "
            f"Its first meeting is by {uk_day(told.core_group.date)}."
        )
    if told.review:
        said.append(f"A review conference looks at the plan again by {uk_day(told.review.date)}.")
    return said
