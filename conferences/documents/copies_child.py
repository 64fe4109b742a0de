"""A child's own version of the record: what was decided for them, in words for their age, and nothing of what
grown-ups did or of others.
"""

from __future__ import annotations

from collections.abc import Iterator

from conferences.documents.letters import core_group_meets, held_on, review_is
from conferences.documents.paper import Block, Paper, heading, text
from conferences.queries.copies import CopyFacts
from conferences.rules.copies import ChildTold, RecordTold
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_part import LetterKind
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import uk_date


def own_version(facts: CopyFacts, words: LetterWords) -> Paper:
    """What it says. Its title holds no name."""
    return Paper(words.say("TITLE"), words.council, tuple(_blocks(facts, words)))


def _blocks(facts: CopyFacts, words: LetterWords) -> Iterator[Block]:
    record, (child,) = facts.copy, facts.copy.children
    yield text(words.council)
    yield text(uk_date(facts.made_at))
    yield text(words.say("GREETING", first_name=facts.recipient.lines[0]))
    yield heading(words.say("TITLE"), 1)
    if words.kind is LetterKind.OWN_READ:
        yield text(words.say("TOGETHER"))
    if facts.replaces:
        yield text(words.say("REPLACES", old_day=uk_date(facts.replaces.on), changed=facts.replaces.changed))
    yield text(words.say("WHAT", conference_day=held_on(record.held, record.earlier)))
    yield text(words.say("LED", chair_name=record.chair))
    yield heading(words.say("SAID_HEADING"), 2)
    yield text(words.say("SAID", voice=child.voice) if child.voice.strip() else words.say("NOT_SAID"))
    yield heading(words.say("DECIDED_HEADING"), 2)
    yield text(words.say(child.decided.outcome))
    if child.line:
        yield text(words.say("LINE", chair_name=record.chair, line=child.line))
    yield heading(words.say("NEXT_HEADING"), 2)
    yield from _next(child, facts, words)
    yield from _unhappy(record, words)


def _next(child: ChildTold, facts: CopyFacts, words: LetterWords) -> Iterator[Block]:
    worker = next((one.name for one in child.members if one.is_lead), child.worker)
    if worker:
        role = role_words(Role.SOCIAL_WORKER, day_of(facts.made_at)).one
        yield text(words.say("WORKER", role=role, worker=worker))
    if when := core_group_meets(child.after, child.core_group):
        yield text(words.say("CORE_GROUP", core_group_when=when))
    review = review_is(child.after, child.review)
    yield text(words.say("REVIEW", review_when=review) if review else words.say("NO_REVIEW"))


def _unhappy(record: RecordTold, words: LetterWords) -> Iterator[Block]:
    yield heading(words.say("UNHAPPY_HEADING"), 2)
    yield text(words.say("UNHAPPY", complain_to=record.complaint.to))
