"""The outline decision letter: plain words, one recipient, only their children."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from conferences.documents.files import written
from conferences.documents.letters_languages import in_their_language
from conferences.documents.paper import Block, Paper, bullets, heading, signed, text
from conferences.queries.addresses import address_lines
from conferences.queries.letters import ChildDecided, LetterFacts, decided_of
from conferences.rules.copies import Decided
from conferences.rules.documents import ComplaintRoute, Replaced, Written
from conferences.rules.letters_words import LetterWords
from conferences.rules.recording_next import NextTold
from conferences.rules.vocabulary import EndReason, StepDown, end_reasons
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import joined, lower_first, uk_date, uk_day, uk_time

# Where a complaint is not for the chair.
THE_CHAIR, NOT_THE_CHAIR = "the chair", "a manager, who is not the chair,"
TITLE = "Decision of a child protection conference"


def writer(council: str) -> Callable[[LetterFacts], Written]:
    """What writes the letters of a council, for the operations that keep them."""

    def write(facts: LetterFacts) -> Written:
        return written(decision_letter(facts, council=council), facts.made_at)

    return write


@dataclass(frozen=True)
class ChildSaid:
    """What a letter tells of one child; `actions` are what, who and by when."""

    name: str
    decided: Decided
    actions: tuple[tuple[str, str, str], ...] = ()
    worker: str = ""
    # The last days for them, and what the conference left for the plan.
    core_group: dt.date | None = None
    review: dt.date | None = None
    after: NextTold = NextTold()
    is_of_it: bool = True
    dissent: tuple[str, ...] = ()


@dataclass(frozen=True)
class DecisionSaid:
    """All that stands in one letter, apart from its words."""

    name: str
    lines: tuple[str, ...]
    made_at: dt.datetime
    held: dt.date
    chair: str
    complaint: ComplaintRoute
    children: tuple[ChildSaid, ...]
    replaces: Replaced | None = None
    language: str = ""
    # The days of the sittings that went on in this one.
    earlier: tuple[dt.date, ...] = ()


def decision_letter(facts: LetterFacts, *, council: str) -> Paper:
    """What the letter says. Its title holds no name."""
    said = DecisionSaid(
        name=facts.person.full_name,
        lines=(facts.person.full_name, *address_lines(facts.person)),
        made_at=facts.made_at,
        held=facts.held,
        chair=facts.chair.full_name,
        complaint=facts.complaint,
        children=tuple(_child_of(child, facts.person.pk) for child in facts.children),
        replaces=facts.replaces,
        language=facts.person.interpreter_language,
        earlier=facts.earlier,
    )
    return decision_paper(said, facts.words.of(council))


def _child_of(told: ChildDecided, reader: int) -> ChildSaid:
    part, days = told.part, told.days
    lead = next((one.name for one in told.members if one.is_lead), "")
    return ChildSaid(
        name=part.requested_child.child.display_name,
        decided=decided_of(part),
        actions=tuple(
            (action.what.rstrip("."), action.who, uk_date(action.by_date))
            for action in part.actions.all()
            if action.is_of_record
        ),
        worker=lead or (told.worker.full_name if told.worker else ""),
        core_group=days.core_group.date if days.core_group else None,
        review=days.review.date if days.review else None,
        after=told.after,
        # Where nobody said who is of it, the family is, but for whoever was excluded.
        is_of_it=any(one.person == reader for one in told.members) or not (told.members or told.is_out),
        dissent=tuple(line.strip() for line in told.dissent.splitlines() if line.strip()),
    )


def decision_paper(said: DecisionSaid, words: LetterWords) -> Paper:
    """The letter in some words."""
    return Paper(TITLE, words.council, tuple(_blocks(said, words)))


def _blocks(said: DecisionSaid, words: LetterWords) -> Iterator[Block]:
    on = day_of(said.made_at)
    yield text(words.council)
    yield text(*said.lines)
    yield text(uk_date(said.made_at))
    yield text(words.say("GREETING", name=said.name))
    names = joined([child.name for child in said.children])
    yield heading(words.say("HEADING"), 1)
    if said.replaces:
        yield text(words.say("REPLACES", old_day=uk_date(said.replaces.on), changed=said.replaces.changed))
    yield from in_their_language(said.language)
    yield text(words.say("OPENING", child_names=names, conference_day=held_on(said.held, said.earlier)))
    for child in said.children:
        yield from _child(child, on, words)
    yield heading(words.say("COMPLAINT_HEADING"), 2)
    last = complaint(said.complaint, words), words.say("CLOSING")
    yield from signed(*last, names=(said.chair, role_words(Role.CHAIR, on).first))


def held_on(held: dt.date, earlier: Iterable[dt.date]) -> str:
    """The days on which a conference was held: more than one where it was adjourned."""
    return joined([uk_day(day) for day in (*earlier, held)])


def complaint(route: ComplaintRoute, words: LetterWords) -> str:
    """How to complain: whom first, where to, until when (R22)."""
    first = THE_CHAIR if route.chair_first else NOT_THE_CHAIR
    return words.say("COMPLAINT", tell_first=first, complain_to=route.to, by_day=uk_day(route.until))


def _child(told: ChildSaid, on: dt.date, words: LetterWords) -> Iterator[Block]:
    yield heading(told.name, 2)
    yield text(words.say(told.decided.outcome, child_name=told.name))
    yield from map(text, because(told.decided, words))
    if told.dissent:
        yield heading(words.say("DISSENT_HEADING"), 3)
        yield bullets(*told.dissent)
    if told.actions:
        yield heading(words.say("ACTIONS_HEADING"), 3)
        yield bullets(
            *(words.say("ACTION", what=what, who=who, by_day=day) for what, who, day in told.actions)
        )
    yield from map(text, _next(told, on, words))


def because(decided: Decided, words: LetterWords) -> list[str]:
    """Why it was decided, in sentences: the worry, why a plan ends and what comes next, and the reasons."""
    said = [words.say(f"WORRY_{decided.category}")] if decided.category else []
    if decided.end_reason and decided.end_reason != EndReason.RISK_REDUCED:
        codes = end_reasons(is_unborn=decided.is_unborn)
        said.append(words.say("WHY_ENDS", reason=lower_first(label(codes, decided.end_reason))))
    if decided.step_down:
        said.append(words.say("NEXT", next_help=lower_first(label(StepDown, decided.step_down))))
    return [*said, words.say("REASONS", reasons=decided.reasons)]


def _next(told: ChildSaid, on: dt.date, words: LetterWords) -> list[str]:
    said = []
    if told.worker:
        said.append(words.say("WORKER", role=role_words(Role.SOCIAL_WORKER, on).one, worker=told.worker))
    if when := core_group_meets(told.after, told.core_group):
        part = "CORE_GROUP" if told.is_of_it else "CORE_GROUP_OTHERS"
        said.append(words.say(part, core_group_when=when))
    if review := review_is(told.after, told.review):
        said.append(words.say("REVIEW", review_when=review))
    return said


def core_group_meets(after: NextTold, due: dt.date | None) -> str:
    """When it meets, as the conference chose it, or by when; "" where neither is known."""
    if after.core_group_date and after.core_group_time:
        first = "first" if due else "next"
        by = f" By law it meets by {uk_day(due)}." if due else ""
        return f"It meets {first} on {uk_day(after.core_group_date)} at {uk_time(after.core_group_time)}.{by}"
    return f"Its first meeting is by {uk_day(due)}." if due else ""


def review_is(after: NextTold, due: dt.date | None) -> str:
    """When the plan is looked at again, in the same way, without the full stop."""
    if after.review_date and after.review_time:
        by = f". By law it is by {uk_day(due)}" if due else ""
        return f"on {uk_day(after.review_date)} at {uk_time(after.review_time)}{by}"
    return f"by {uk_day(due)}" if due else ""
