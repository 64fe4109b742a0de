"""What is decided on a family's consultation: for each child in one act, only ever added to, never one's own.

Advice with its reasons: it stops no clock and holds up no conference. A partner agency's right to one goes
before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from conferences.models import (
    Consultation,
    ConsultationAnswer,
    ConsultationAnswerReason,
    ConsultationCondition,
)
from conferences.operations.consultations import hold
from conferences.operations.consultations_guards import (
    ChildAnswer,
    Condition,
    answer_problems,
    condition_problems,
    refuse_deputy,
    refuse_stale,
    refuse_unread,
    unseen_problems,
)
from conferences.operations.consultations_second_reader import draw
from conferences.operations.duties_refresh import refresh
from conferences.operations.notices import tell_of_consultation
from conferences.queries.consultations import askers, last_account, replaced_by_next
from conferences.queries.consultations_agreed import right_refused
from conferences.queries.consultations_in_place import decided_in_place
from conferences.rules.consultations import (
    DECIDED,
    LEADS_TO,
    PARTNER_ASKED_MONTHS,
    Answer,
    ConsultationState,
)
from conferences.rules.notices import Change
from conferences.rules.workflow import ANSWERS, CONSULTATION, Event, next_state
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Agency, User
from safeguarding.operation import lock, operation, refuse_own
from safeguarding.refusals import FORBIDDEN, Problem, Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_months

__all__ = ["ChildAnswer", "Condition", "Partner", "Told", "decide", "decide_in_place", "record_partner_right"]

OWN_REQUEST = (
    "You asked for this conference or gave the account, so you cannot decide it. Somebody else must."
)
NOT_PASSED_UP = (
    "This is for whoever decides consultations. You decide it where it is passed up or given to you, or where"
    " everybody else who decides asked for it."
)
NOT_AGAIN = "This is decided already. Read that decision; to replace it, say why."
TAKEN_BACK = (
    "This was withdrawn, so it is not decided again. If a conference is needed after all, raise a new one, or"
    " ask for the conference."
)
NO_WHY_REPLACED = "Enter why the decision is replaced"
# What was known, line by line: a title and a text.
Told = Sequence[tuple[str, str]]
DECIDED_STATES = (ConsultationState.AGREED, ConsultationState.ANOTHER_WAY)


@dataclass(frozen=True)
class Partner:
    """Which partner agency uses its right to a conference, who asked there, and on which day."""

    agency: Agency | None
    person: str
    on: dt.date | None


@operation(needs=Permission.DECIDE_CONSULTATION)
def decide(
    *,
    consultations: Sequence[Consultation],
    answers: Mapping[int, ChildAnswer],
    conditions: Sequence[Condition] = (),
    because: str = "",
    for_another: User | None = None,
    act: UUID | None = None,
    seen: str | None = None,
    told: Mapping[int, Told] | None = None,
    by: User,
    at: dt.datetime,
) -> list[ConsultationAnswer]:
    """Decide for the children (`answers` by consultation id) in one act; the same act sent twice is one.

    `because` says why an earlier decision is replaced. `for_another`: whoever's deputy decides. `told`: what
    the decider was told of each child (by consultation id), kept with the answer. Refused to everybody who
    asked, to a deputy outside the days of the leave, to who may not read the account that stands, and where
    whoever is to lead or to do something may not see a child of it; raises StaleVersion where an account or
    an answer came since it was `seen`.
    """
    held = _hold_answered(consultations, answers)
    if act and (given := _given(act, held, by)):
        return given
    _refuse_own(held, by, for_another)
    refuse_deputy(by, for_another, day_of(at))
    refuse_stale(consultations, seen)
    return _decide(held, answers, conditions, because, for_another, act, told or {}, by, at)


@operation(needs=Permission.DECIDE_IN_PLACE)
def decide_in_place(
    *,
    consultations: Sequence[Consultation],
    answers: Mapping[int, ChildAnswer],
    conditions: Sequence[Condition] = (),
    because: str = "",
    for_another: User | None = None,
    act: UUID | None = None,
    seen: str | None = None,
    told: Mapping[int, Told] | None = None,
    by: User,
    at: dt.datetime,
) -> list[ConsultationAnswer]:
    """As decide(), by who stands above those who decide: what was passed up, or given to them by name, or
    what everybody who decides asked for themselves. Refused for any other.
    """
    held = _hold_answered(consultations, answers)
    if act and (given := _given(act, held, by)):
        return given
    _refuse_own(held, by, for_another)
    refuse_deputy(by, for_another, day_of(at))
    if len(decided_in_place(by, held)) < len(held):
        raise Refused(NOT_PASSED_UP, status=FORBIDDEN)
    refuse_stale(consultations, seen)
    return _decide(held, answers, conditions, because, for_another, act, told or {}, by, at)


def _hold_answered(
    consultations: Sequence[Consultation], answers: Mapping[int, ChildAnswer]
) -> list[Consultation]:
    refuse_all([] if answers else [Problem("Select an answer for at least one child", "answer")])
    return hold([one for one in consultations if one.pk in answers])


def _decide(
    held: list[Consultation],
    answers: Mapping[int, ChildAnswer],
    conditions: Sequence[Condition],
    because: str,
    for_another: User | None,
    act: UUID | None,
    known: Mapping[int, Told],
    by: User,
    at: dt.datetime,
) -> list[ConsultationAnswer]:
    refuse_unread(by, held)
    states = {one.pk: _next(one, answers[one.pk], because, by) for one in held}
    problems = [found for one in held for found in answer_problems(one, answers[one.pk], day_of(at))]
    replaces = any(one.state in DECIDED_STATES for one in held)
    no_why = missing(because=(because, NO_WHY_REPLACED)) if replaces else []
    problems += condition_problems(conditions, answers.values(), day_of(at))
    refuse_all([*problems, *unseen_problems(held, answers, conditions), *no_why])
    act = act or uuid4()
    made = [
        _add(one, answers[one.pk], known.get(one.pk, ()), because, for_another, act, by, at) for one in held
    ]
    _add_conditions(made, conditions)
    for one, answer in zip(held, made, strict=True):
        _lead_on(one, answer, states[one.pk], by, at)
    draw(made, at)
    refresh(*held, met_by=by, at=at)
    return made


@operation(needs=Permission.RECORD_PARTNER_RIGHT)
def record_partner_right(
    *,
    consultations: Sequence[Consultation],
    partner: Partner,
    reasons: str,
    act: UUID | None = None,
    by: User,
    at: dt.datetime,
) -> list[ConsultationAnswer]:
    """A partner agency wants a conference, and has it: whatever was decided or waits for these children, also
    where the request was closed for another way. Then one is asked for anew.
    """
    if consultations:
        # Whoever asks for a conference holds the family: the right belongs to the request that they make.
        lock(consultations[0].within.family)
    held = hold(consultations, even_over=True)
    if act and (given := _given(act, held, by)):
        return given
    _refuse_own(held, by, None)
    refuse_all([Problem(sentence, "children", pk) for pk, sentence in right_refused(held).items()])
    states = {one.pk: next_state(CONSULTATION, one.state, Event.USE_RIGHT, *by.roles) for one in held}
    refuse_all(_partner_problems(partner, reasons, day_of(at)))
    act = act or uuid4()
    made = [_add_right(one, partner, reasons, act, by, at) for one in held]
    for one, answer in zip(held, made, strict=True):
        _lead_on(one, answer, states[one.pk], by, at)
    refresh(*held, met_by=by, at=at)
    return made


def _given(act: UUID, held: Sequence[Consultation], by: User) -> list[ConsultationAnswer]:
    rows = ConsultationAnswer.objects.unscoped("what the same form decided before")
    return list(rows.filter(act=act, consultation__in=held, answered_by=by))


def _refuse_own(held: Sequence[Consultation], by: User, for_another: User | None) -> None:
    """Nobody decides their own, nor has it decided by whoever stands in for them."""
    own = set().union(*(askers(one) for one in held))
    refuse_own(by, *own, sentence=OWN_REQUEST)
    if for_another is not None:
        refuse_own(for_another, *own, sentence=OWN_REQUEST, field="for_another")


def _next(one: Consultation, answer: ChildAnswer, because: str, by: User) -> str:
    """Where the answer leads. A decision is first set aside, which must be meant."""
    state = one.state
    if one.withdrawn_at is not None:
        raise Refused(TAKEN_BACK)
    if state in DECIDED_STATES:
        if not because.strip():
            raise Refused(NOT_AGAIN, "because")
        state = next_state(CONSULTATION, state, Event.SUPERSEDE, *by.roles)
    # Without an answer: whether any could be given, and what is missing is said below.
    return next_state(CONSULTATION, state, ANSWERS[answer.answer or Answer.AGREE], *by.roles)


def _add(
    one: Consultation,
    said: ChildAnswer,
    told: Told,
    because: str,
    for_another: User | None,
    act: UUID,
    by: User,
    at: dt.datetime,
) -> ConsultationAnswer:
    earlier = replaced_by_next(one)
    given: ConsultationAnswer = ConsultationAnswer.objects.create(
        consultation=one,
        act=act,
        account=last_account([one]),
        answer=str(said.answer),
        reasons=said.reasons.strip(),
        told=[list(line) for line in told],
        **said.kept(),
        supersedes=earlier,
        supersedes_reason=because.strip() if earlier else "",
        for_another=for_another,
        answered_by=by,
        answered_at=at,
    )
    tied = [ConsultationAnswerReason(answer=given, statement=statement) for statement in said.statements]
    ConsultationAnswerReason.objects.bulk_create(tied)
    return given


def _add_right(
    one: Consultation, partner: Partner, reasons: str, act: UUID, by: User, at: dt.datetime
) -> ConsultationAnswer:
    earlier = replaced_by_next(one)
    given: ConsultationAnswer = ConsultationAnswer.objects.create(
        consultation=one,
        act=act,
        account=last_account([one]),
        answer=Answer.PARTNER_RIGHT,
        reasons=reasons.strip(),
        agency=partner.agency,
        agency_person=partner.person.strip(),
        agency_date=partner.on,
        supersedes=earlier,
        supersedes_reason=reasons.strip() if earlier else "",
        answered_by=by,
        answered_at=at,
    )
    return given


def _add_conditions(made: Sequence[ConsultationAnswer], conditions: Sequence[Condition]) -> None:
    decided = [answer for answer in made if answer.answer in DECIDED]
    ConsultationCondition.objects.bulk_create(
        [
            ConsultationCondition(
                answer=answer,
                what=one.what.strip(),
                owner=one.owner,
                owner_words=one.owner_words.strip(),
                due_date=one.due_date,
            )
            for answer in decided
            for one in conditions
            if one.due_date is not None
        ]
    )


def _lead_on(one: Consultation, given: ConsultationAnswer, state: str, by: User, at: dt.datetime) -> None:
    assert state == LEADS_TO[Answer[given.answer]]
    one.state = state
    one.save(update_fields=["state"])
    detail = {"answer": given.answer, "replaces": given.supersedes_id, "for": given.for_another_id}
    audit.record("consultation.answered", one, by=by, at=at, detail=detail)
    change = Change.MORE_ASKED if given.answer == Answer.MORE_INFORMATION else Change.ANSWERED
    tell_of_consultation(change, one, besides=by, at=at)


def _partner_problems(partner: Partner, reasons: str, on: dt.date) -> list[Problem]:
    found = missing(
        agency=(partner.agency, "Select the agency"),
        agency_person=(partner.person, "Enter who asked for the conference there"),
        agency_date=(partner.on, "Enter the day on which they asked"),
        reasons=(reasons, "Enter why they want a conference"),
    )
    if partner.on is not None and partner.on > on:
        found.append(Problem("The day must be today or earlier", "agency_date"))
    earliest = add_months(on, -PARTNER_ASKED_MONTHS)
    if partner.on is not None and partner.on < earliest:
        found.append(Problem(f"The day must be {uk_date(earliest)} or later", "agency_date"))
    return found
