"""The answer to a consultation, as a letter to whoever asked: on a page and as a Word document.

It is written from what was kept with the answer, which nothing changes, and says what was decided since. How
its conditions and reviews went stands on the consultation's page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from docx import Document

from conferences.documents.word import as_bytes, head, say, set_up
from conferences.models import ConsultationAccount, ConsultationAnswer
from conferences.queries.consultations_decision import Decision
from conferences.rules.consultations import DECIDED, Answer, ConsultationState, Way
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.policy.words import in_words, role_words
from safeguarding.rights import Role
from safeguarding.wording import counted, lower_first, sentence, uk_date, uk_day, uk_moment

TITLE = "Answer to a consultation"
# The line of what was known that is everybody's: the day that the law asks for.
MUST_BE_HELD = "Must be held by"
# A title and a text.
Line = tuple[str, str]
LEADS_ON = {
    Answer.AGREE: "The conference goes ahead. Whether there is a plan is the conference’s decision.",
    Answer.AGREE_LEGAL: "The conference goes ahead, and a legal planning meeting is asked for beside it."
    " Whether there is a plan is the conference’s decision.",
    Answer.ANOTHER_WAY: "This is advice. It stops no clock, and no agency’s right to a conference. Close the"
    " request for this child if you follow it. If the support does not work, ask for a conference.",
    Answer.MORE_INFORMATION: "Nothing is decided yet. Add to the account, and the clock goes on meanwhile.",
    Answer.ESCALATE: "Nothing is decided yet. The clock goes on meanwhile.",
    Answer.PARTNER_RIGHT: "The conference goes ahead, whatever was decided before.",
}
CLOSED = "Nothing was decided. The consultation was closed without an answer."


@dataclass(frozen=True)
class ChildAnswered:
    """One child: what was decided and why; `leads_on`, what it means; `told`, what was known then."""

    name: str
    lines: list[Line]
    leads_on: str
    told: list[Line]


@dataclass(frozen=True)
class AnswerLetter:
    """The letter, top to bottom, in words."""

    to: str
    lines: list[Line]
    children: list[ChildAnswered]
    hidden: str
    agrees_not: str


def letter_of(decision: Decision) -> AnswerLetter:
    """What the letter says to one reader: of children in their scope."""
    first, on = decision.first, day_of(decision.first.answered_at)
    hidden = counted(decision.hidden, "further child", "further children")
    return AnswerLetter(
        to=decision.to.full_name if decision.to else "",
        lines=list(_head_lines(decision, first)),
        children=[_child(given, shows=decision.shows_told) for given in decision.answers],
        hidden=f"It was decided for {hidden} too, whose record you may not open." if decision.hidden else "",
        agrees_not=in_words(
            "If you do not agree, say so on the consultation’s page: it stays beside the decision, and the"
            " {STRATEGIC_LEAD.first} is told.",
            on,
        ),
    )


def answer_letter(letter: AnswerLetter, *, council: str) -> bytes:
    """The document's bytes. Its properties hold no name."""
    document = Document()
    set_up(document, council, TITLE)
    say(document, council)
    if letter.to:
        say(document, f"To {letter.to}")
    head(document, TITLE, level=1)
    _list(document, letter.lines)
    for child in letter.children:
        head(document, child.name, level=2)
        _list(document, child.lines)
        say(document, child.leads_on)
    if letter.hidden:
        say(document, letter.hidden)
    say(document, letter.agrees_not)
    told = [child for child in letter.children if child.told]
    if told:
        head(document, "What the record told then", level=2)
    for child in told:
        head(document, child.name, level=3)
        _list(document, child.told)
    return as_bytes(document)


def _list(document: object, lines: list[Line]) -> None:
    for title, text in lines:
        say(document, f"{title}: {text}")


def _head_lines(decision: Decision, first: ConsultationAnswer) -> Iterator[Line]:
    yield "Consultation", f"Number {decision.within.pk}, {decision.within.family.name}"
    yield "Decided by", _who(first)
    yield "On", uk_moment(first.answered_at)
    if first.account is not None:
        yield "On the account of", "\n".join(map(_version, decision.written or [first.account]))


def _version(account: ConsultationAccount) -> str:
    return f"{account.given_by.full_name}, version {account.number}, {uk_date(account.given_at)}"


def _who(given: ConsultationAnswer) -> str:
    name: str = given.answered_by.full_name
    if given.for_another is None:
        return name
    lead = role_words(Role.STRATEGIC_LEAD, day_of(given.answered_at)).first
    return f"{name}, for {given.for_another.full_name} ({lead})"


def _child(given: ConsultationAnswer, *, shows: bool) -> ChildAnswered:
    told = [(str(title), str(text)) for title, text in given.told] if shows else []
    return ChildAnswered(
        name=given.consultation.child.display_name,
        lines=list(_lines(given)),
        leads_on=_leads_on(given),
        told=told,
    )


def _leads_on(given: ConsultationAnswer) -> str:
    """What it means, or what was decided since and when; that it was closed, where nothing was."""
    later = [one for one in given.consultation.answers.all() if one.pk > given.pk and one.answer in DECIDED]
    is_decided = given.answer in DECIDED
    if not later:
        closed = not is_decided and given.consultation.state == ConsultationState.CLOSED
        return CLOSED if closed else LEADS_ON[Answer[given.answer]]
    if is_decided:
        return f"{taken_on(later[0].answered_at)} Follow that one."
    last = later[-1]
    return f"It was decided on {uk_date(last.answered_at)}: {lower_first(label(Answer, last.answer))}."


def taken_on(at: datetime) -> str:
    """When a later decision took the place of another."""
    return f"A later decision took its place on {uk_date(at)}."


def _lines(given: ConsultationAnswer) -> Iterator[Line]:
    yield "Decision", label(Answer, given.answer)
    yield from _asked_for(given)
    statements = [f"{tied.statement.key} {tied.statement.words}" for tied in given.tied.all()]
    if statements:
        yield "Threshold", "\n".join(statements)
    yield "Reasons", given.reasons
    if given.supersedes_reason:
        yield "It replaces an earlier decision because", given.supersedes_reason
    for one in given.conditions.all():
        who = one.owner.full_name if one.owner else one.owner_words
        yield "Condition", f"{sentence(one.what)} {who}, by {uk_day(one.due_date)}"
    yield from ((title, text) for title, text in given.told if title == MUST_BE_HELD)


def _asked_for(given: ConsultationAnswer) -> Iterator[Line]:
    """What the answer asks for, beside its reasons."""
    if given.agency is not None:
        day = uk_date(given.agency_date)
        yield "Asked for by", f"{given.agency.name}: {given.agency_person}, on {day}"
    if given.way:
        yield "Which way", label(Way, given.way)
    if given.instead:
        yield ("What is wanted" if given.wanted_by_date else "Support"), given.instead
    if given.review_date:
        yield "Led by", given.lead.full_name if given.lead else given.lead_words
        yield "Reviewed on", uk_day(given.review_date)
    if given.wanted_by_date:
        yield "Wanted by", uk_day(given.wanted_by_date)
    if given.to_whom:
        yield "Escalated to", given.to_whom
