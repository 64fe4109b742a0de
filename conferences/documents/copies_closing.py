"""The letter that a plan has ended, to one reader: of each of their children what ended and when, why, which
help goes on and what was agreed; whom to turn to, and how to complain.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.documents.letters import complaint, held_on
from conferences.documents.letters_languages import in_their_language
from conferences.documents.paper import Block, Paper, bullets, heading, signed, text
from conferences.queries.copies import CopyFacts
from conferences.rules.copies import ChildTold, Decided
from conferences.rules.letters_words import LetterWords
from conferences.rules.vocabulary import EndReason
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import joined, uk_date, uk_day


def closing_letter(facts: CopyFacts, words: LetterWords) -> Paper:
    """What the letter says. Its title holds no name."""
    return Paper(words.say("TITLE"), words.council, tuple(_blocks(facts, words)))


def _blocks(facts: CopyFacts, words: LetterWords) -> Iterator[Block]:
    record, on = facts.copy, day_of(facts.made_at)
    yield text(words.council)
    yield text(*facts.recipient.lines)
    yield text(uk_date(facts.made_at))
    yield text(words.say("GREETING", name=facts.recipient.lines[0]))
    yield heading(words.say("TITLE"), 1)
    if facts.replaces:
        yield text(words.say("REPLACES", old_day=uk_date(facts.replaces.on), changed=facts.replaces.changed))
    yield from in_their_language(facts.recipient.language)
    names = joined([child.name for child in record.children])
    days = held_on(record.held, record.earlier)
    yield text(words.say("OPENING", child_names=names, conference_day=days))
    for child in record.children:
        yield from _child(child, record.held, on, words)
    yield heading(words.say("TURN_HEADING"), 2)
    yield text(words.say("TURN"))
    yield text(words.say("REACH", reach=record.complaint.reach))
    yield heading(words.say("COMPLAINT_HEADING"), 2)
    last = complaint(record.complaint, words), words.say("CLOSING")
    yield from signed(*last, names=(record.chair, role_words(Role.CHAIR, on).first))


def _child(child: ChildTold, held: dt.date, on: dt.date, words: LetterWords) -> Iterator[Block]:
    yield heading(child.name, 2)
    # The plan ended on the day on which it was decided, of several that on which the conference was through.
    yield text(words.say("ENDED", child_name=child.name, conference_day=uk_day(held)))
    if why := _why(child.decided):
        yield text(words.say(why, child_name=child.name))
    if child.decided.reasons.strip():
        yield text(words.say("REASONS", reasons=child.decided.reasons))
    if child.decided.end_reason == EndReason.DIED:
        return
    yield heading(words.say("HELP_HEADING"), 3)
    yield text(words.say(f"HELP_{child.decided.step_down or 'NOT_SAID'}", child_name=child.name))
    if child.worker:
        role = role_words(Role.SOCIAL_WORKER, on).one
        yield text(words.say("WORKER", role=role, worker=child.worker))
    if child.actions:
        yield heading(words.say("ACTIONS_HEADING"), 3)
        yield bullets(
            *(
                words.say("ACTION", what=one.what.rstrip("."), who=one.who, by_day=uk_date(one.by_date))
                for one in child.actions
            )
        )


def _why(decided: Decided) -> str:
    """Which part says why it ended; "" where a file told that it is not known."""
    if decided.end_reason in ("", EndReason.NOT_RECORDED):
        return ""
    if decided.end_reason == EndReason.DIED and decided.is_unborn:
        return "WHY_UNBORN"
    return f"WHY_{decided.end_reason}"
