"""The letter to somebody who is excluded: plain words, their own address, no other's reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from conferences.documents.files import written
from conferences.documents.letters_languages import in_their_language
from conferences.documents.paper import Block, Paper, bullets, heading, signed, text
from conferences.queries.exclusions_letters import LetterFacts
from conferences.rules.documents import Written
from conferences.rules.exclusions import Answer
from conferences.rules.letters_words import LetterWords
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import sentence, uk_date, uk_day, uk_meeting

CHAIR, NOT_THE_CHAIR = "me", "a manager, who is not the chair,"


def writer(council: str) -> Callable[[LetterFacts], Written]:
    """What writes these letters of a council, for the operations that keep them."""

    def write(facts: LetterFacts) -> Written:
        return written(exclusion_letter(facts, council=council), facts.made_at)

    return write


def exclusion_letter(facts: LetterFacts, *, council: str) -> Paper:
    """What the letter says. Its title holds no name, and no child is named in it."""
    words = facts.words.of(council)
    title = words.say("TITLE" if facts.answer == Answer.WHOLE else "TITLE_PART")
    return Paper(title, council, tuple(_blocks(facts, words, title)))


def _blocks(facts: LetterFacts, words: LetterWords, title: str) -> Iterator[Block]:
    on = day_of(facts.made_at)
    yield text(words.council)
    yield text(*facts.lines)
    yield text(uk_date(facts.made_at))
    yield text(words.say("GREETING", name=facts.name))
    yield heading(title, 1)
    if facts.replaces:
        yield text(words.say("REPLACES", old_day=uk_date(facts.replaces.on), changed=facts.replaces.changed))
    yield from in_their_language(facts.language)
    yield text(words.say("OPENING", meeting=uk_meeting(*facts.meets)))
    yield text(*_decided(facts, words))
    yield heading(words.say("WHY_HEADING"), 2)
    yield text(sentence(facts.why))
    yield heading(words.say("INSTEAD_HEADING"), 2)
    more = [sentence(facts.instead_words)] if facts.instead_words else []
    yield text(words.say(f"INSTEAD_{facts.instead}"), *more)
    yield heading(words.say("MAY_HEADING"), 2)
    yield bullets(*_may(facts, words))
    yield heading(words.say("AFTER_HEADING"), 2)
    yield text(words.say("AFTER"))
    last = words.say("QUESTION", teller=facts.teller), words.say("CLOSING")
    yield from signed(*last, names=(facts.chair, role_words(Role.CHAIR, on).first))


def _decided(facts: LetterFacts, words: LetterWords) -> Iterator[str]:
    """What was decided, and by whom where it was not the chair."""
    code = "WHOLE" if facts.answer == Answer.WHOLE else "PART"
    part = {} if facts.answer == Answer.WHOLE else {"part": facts.part.rstrip(".")}
    if facts.in_place:
        yield words.say("IN_PLACE", decider=facts.in_place)
        yield words.say(f"{code}_IN_PLACE", **part)
    else:
        yield words.say(code, **part)


def _may(facts: LetterFacts, words: LetterWords) -> Iterator[str]:
    """What they may do, by when, and to whom they turn."""
    route = facts.complain
    assert route is not None  # Of a letter to be written.
    yield words.say("MAY_HELP")
    if facts.ask_by:
        yield words.say("MAY_ASK", by_day=uk_day(facts.ask_by))
    else:
        yield words.say("MAY_ASK_LATE")
    first = CHAIR if route.chair_first and not facts.in_place else NOT_THE_CHAIR
    yield words.say("MAY_COMPLAIN", tell_first=first, complain_to=route.to, by_day=uk_day(route.until))
    yield words.say("MAY_LANGUAGE")
