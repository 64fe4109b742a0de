"""A decision on a family as it is checked before it is confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from conferences.models import Consultation
from conferences.operations.consultations_deciding import DECIDED_STATES, ChildAnswer, Condition
from conferences.rules.consultations import UNANSWERED, Answer
from conferences.rules.workflow import leads_to
from conferences.views.presenters import words
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import SummaryRow
from safeguarding.wording import joined, sentence, uk_date, uk_day


def checked(
    children: Sequence[Consultation],
    *,
    answers: Mapping[int, ChildAnswer],
    conditions: Sequence[Condition],
    because: str,
    for_another: User | None,
    act: UUID | None,
) -> list[dict[str, Any]]:
    """The decision as it is checked before it is confirmed: a card a child, one for what is shared."""
    cards: list[dict[str, Any]] = [
        {"title": one.child.display_name, "rows": _checked(one, answers.get(one.pk))} for one in children
    ]
    shared = [
        SummaryRow(
            "Condition",
            f"{sentence(one.what)} {one.owner.full_name if one.owner else one.owner_words},"
            f" by {uk_date(one.due_date)}",
        )
        for one in conditions
    ]
    if because.strip():
        shared.append(SummaryRow("Why the earlier decision is replaced", words.typed(because)))
    if for_another is not None:
        shared.append(SummaryRow("Decided for", for_another.full_name))
    return [*cards, {"title": "With the decision", "rows": shared}] if shared else cards


def _checked(one: Consultation, said: ChildAnswer | None) -> list[SummaryRow]:
    if said is None or said.answer is None:
        return [SummaryRow("Decision", _stands(one))]
    rows = [SummaryRow("Decision", said.answer.label)]
    if said.answer is Answer.ANOTHER_WAY and said.way:
        lead = said.lead.full_name if said.lead else said.lead_words
        rows += [
            SummaryRow("Which way", said.way.label),
            SummaryRow("Support", words.typed(said.instead)),
            SummaryRow("Led by", lead),
            SummaryRow("Reviewed", uk_day(said.review_date)),
        ]
    if said.answer is Answer.MORE_INFORMATION:
        rows += [
            SummaryRow("What is wanted", words.typed(said.instead)),
            SummaryRow("By", uk_day(said.wanted_by_date)),
        ]
    if said.answer is Answer.ESCALATE:
        rows.append(SummaryRow("To", said.to_whom))
    if said.statements:
        rows.append(SummaryRow("Statements", joined([one.key for one in said.statements])))
    return [*rows, SummaryRow("Reasons", words.typed(said.reasons))]


def _stands(one: Consultation) -> str:
    """What stays of a child to whom nothing is answered."""
    answers = list(one.answers.all())
    if one.state in DECIDED_STATES and answers:
        return f"Not changed: {label(Answer, answers[-1].answer)}"
    return "None now"


def split_words(children: Mapping[int, Consultation], answers: Mapping[int, ChildAnswer]) -> str:
    """What is said before a split is confirmed, whom it leaves without a decision; nothing where all go the
    same way. A decision that is not replaced counts as it stands.
    """
    states = {pk: one.state for pk, one in children.items() if pk not in answers}
    ways = {leads_to(said.answer) for said in answers.values() if said.answer}
    if len(ways | {state for state in states.values() if state in DECIDED_STATES}) > 1:
        return "The children go different ways. The request, the booking and the letter show it as a split."
    if len({said.answer for said in answers.values()}) > 1:
        return "The children do not all have the same answer."
    left = [children[pk].child.display_name for pk, state in states.items() if state in UNANSWERED]
    return f"{joined(left)} is left without a decision for now." if len(left) == 1 else ""
