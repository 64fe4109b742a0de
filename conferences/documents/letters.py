"""The outline decision letter: plain words, one recipient, only their children."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from conferences.documents.files import written
from conferences.documents.languages import in_their_language
from conferences.documents.paper import Block, Paper, bullets, heading, text
from conferences.queries.addresses import address_lines
from conferences.queries.letters import ChildDecided, LetterFacts, decided_of
from conferences.rules.copies import Decided
from conferences.rules.documents import ComplaintRoute, Written
from conferences.rules.recording_next import NextTold
from conferences.rules.vocabulary import (
    Category,
    DecisionOutcome,
    EndReason,
    StepDown,
    end_reasons,
)
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Child
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import joined, lower_first, uk_date, uk_day, uk_time

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
    "{first} first. You have the right to complain about the decision: write to {to} by {until}. Ask there "
    "for the complaints leaflet, or ask someone you trust to ask for you. A plan goes on while a complaint "
    "is looked into."
)
# Where a complaint is not for the chair.
NOT_THE_CHAIR = "a manager, who is not the chair,"


TITLE = "Decision of a child protection conference"
REPLACES = "This letter takes the place of the one of {on}. What is other now: {changed}"


def writer(council: str) -> Callable[[LetterFacts], Written]:
    """What writes the letters of a council, for the operations that keep them."""

    def write(facts: LetterFacts) -> Written:
        return written(decision_letter(facts, council=council), facts.made_at)

    return write


def decision_letter(facts: LetterFacts, *, council: str) -> Paper:
    """What the letter says. Its title holds no name."""
    return Paper(TITLE, council, tuple(_blocks(facts, council)))


def _blocks(facts: LetterFacts, council: str) -> Iterator[Block]:
    on = day_of(facts.made_at)
    yield text(council)
    yield text(facts.person.full_name, *address_lines(facts.person))
    yield text(uk_date(facts.made_at))
    yield text(f"Dear {facts.person.full_name}")
    names = joined([_name(one.part.requested_child.child) for one in facts.children])
    yield heading("What the child protection conference decided", 1)
    if facts.replaces:
        yield text(REPLACES.format(on=uk_date(facts.replaces.on), changed=facts.replaces.changed))
    yield from in_their_language(facts.person.interpreter_language)
    yield text(
        f"A child protection conference about {names} was held on {uk_day(facts.held)}. "
        "This letter tells you what was decided. If you are to have a copy of the full record, it follows."
    )
    for child in facts.children:
        yield from _child(child, on, facts.person.pk)
    yield heading("If you do not agree", 2)
    yield text(complaint(facts.complaint))
    yield text("Yours sincerely")
    yield text(facts.chair.full_name, role_words(Role.CHAIR, on).first)


def complaint(route: ComplaintRoute) -> str:
    """How to complain: whom first, where to, until when (R22)."""
    first = "the chair" if route.chair_first else NOT_THE_CHAIR
    return COMPLAINT.format(first=first, to=route.to, until=uk_day(route.until))


def _name(child: Child) -> str:
    name: str = child.display_name
    return name


def _child(told: ChildDecided, on: dt.date, reader: int) -> Iterator[Block]:
    part = told.part
    name = _name(part.requested_child.child)
    yield heading(name, 2)
    yield text(DECIDED[DecisionOutcome[part.outcome]].format(name=name))
    yield from map(text, because(decided_of(part)))
    if told.dissent:
        yield heading("Who does not agree with the decision", 3)
        yield bullets(*(line.strip() for line in told.dissent.splitlines() if line.strip()))
    actions = [
        f"{action.what.rstrip('.')}. Who: {action.who}. By: {uk_date(action.by_date)}."
        for action in part.actions.all()
    ]
    if actions:
        yield heading("What happens first", 3)
        yield bullets(*actions)
    yield from map(text, _next(told, on, reader))


def because(decided: Decided) -> list[str]:
    """Why it was decided, in sentences: the worry, why a plan ends and what comes next, and the reasons."""
    said = [f"The worry is {CATEGORIES[Category[decided.category]]}"] if decided.category else []
    if decided.end_reason and decided.end_reason != EndReason.RISK_REDUCED:
        codes = end_reasons(is_unborn=decided.is_unborn)
        said.append(f"Why the plan ends: {lower_first(label(codes, decided.end_reason))}.")
    if decided.step_down:
        said.append(f"What comes next: {lower_first(label(StepDown, decided.step_down))}.")
    return [*said, f"The reasons: {decided.reasons}"]


def _next(told: ChildDecided, on: dt.date, reader: int) -> list[str]:
    said = []
    lead = next((one.name for one in told.members if one.is_lead), "")
    if lead or told.worker:
        worker = told.worker.full_name if told.worker else ""
        said.append(f"The {role_words(Role.SOCIAL_WORKER, on)} is {lead or worker}.")
    due = told.days.core_group.date if told.days.core_group else None
    when = core_group_meets(told.after, due)
    if when:
        # Where nobody said who is of it, the family is.
        is_of_it = not told.members or any(one.person == reader for one in told.members)
        part_of_it = " You are part of it." if is_of_it else ""
        said.append(f"The people who carry out the plan meet as a core group.{part_of_it} {when}")
    review = review_is(told.after, told.days.review.date if told.days.review else None)
    return [*said, *([review] if review else [])]


def core_group_meets(after: NextTold, due: dt.date | None) -> str:
    """When it meets, as the conference chose it, or by when; "" where neither is known."""
    if after.core_group_date and after.core_group_time:
        first = "first" if due else "next"
        by = f" By law it meets by {uk_day(due)}." if due else ""
        return f"It meets {first} on {uk_day(after.core_group_date)} at {uk_time(after.core_group_time)}.{by}"
    return f"Its first meeting is by {uk_day(due)}." if due else ""


def review_is(after: NextTold, due: dt.date | None) -> str:
    """When the plan is looked at again, in the same way."""
    if after.review_date and after.review_time:
        by = f" By law it is by {uk_day(due)}." if due else ""
        when = f"{uk_day(after.review_date)} at {uk_time(after.review_time)}"
        return f"A review conference looks at the plan again on {when}.{by}"
    return f"A review conference looks at the plan again by {uk_day(due)}." if due else ""
