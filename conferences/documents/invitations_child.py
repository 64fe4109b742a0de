"""The letter to a child of whom a conference is: by age, and nothing of what grown-ups did or of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.documents.paper import Block, Paper, bullets, heading, text
from conferences.rules.invitations_letters import Band, InvitationTold
from conferences.rules.letters_words import LetterWords
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import lower_first, uk_date, uk_day, uk_time, uk_times

SPACE = "\n" * 3


def child_letter(told: InvitationTold, made_at: dt.datetime, words: LetterWords) -> Paper:
    """What the letter says. Its title holds no name."""
    assert told.band is not None  # Nobody below the bands has a letter.
    return Paper(words.say("TITLE"), words.council, tuple(_blocks(told, told.band, made_at, words)))


def _blocks(told: InvitationTold, band: Band, made_at: dt.datetime, words: LetterWords) -> Iterator[Block]:
    yield text(words.council)
    yield text(*told.lines)
    yield text(uk_date(made_at))
    yield text(words.say("GREETING", first_name=told.children[0] if told.children else told.name))
    yield heading(words.say("TITLE"), 1)
    if band is Band.READ:
        yield text(words.say("TOGETHER"))
    if told.replaces:
        yield text(words.say("REPLACES", old_day=uk_date(told.replaces.on), changed=told.replaces.changed))
    yield text(words.say("WHAT"), *_at_the_end(told, band, words))
    yield heading(words.say("WHEN_HEADING"), 2)
    yield bullets(*_when(told, band, words))
    yield heading(words.say("WHO_HEADING"), 2)
    yield text(words.say("LEAD", chair_name=told.chair))
    yield from _who(told, words)
    yield heading(words.say("WAYS_HEADING"), 2)
    yield text(words.say("GOOD"))
    yield bullets(*words.lines("WAYS"))
    yield text(words.say("ADVOCATE"))
    if told.needed:
        yield text(words.say("NEEDS"))
        yield bullets(*told.needed)
    yield heading(words.say("BLANKS_HEADING"), 2)
    for line in words.lines("BLANKS"):
        yield text(f"{line}{SPACE}")
    yield heading(words.say("AFTER_HEADING"), 2)
    yield text(words.say("AFTER"))
    if band in (Band.FORM, Band.GROWN):
        yield text(words.say("UNFAIR", complain_to=told.complain.to))
    yield text(words.say("REACH", reach=told.reach))
    yield text(told.chair, role_words(Role.CHAIR, day_of(made_at)).first)


def _at_the_end(told: InvitationTold, band: Band, words: LetterWords) -> Iterator[str]:
    """For those who are old enough to ask what is decided."""
    if band in (Band.FORM, Band.GROWN):
        yield words.say("WITH_A_PLAN" if told.kinds == {ConferenceKind.REVIEW.value} else "AT_THE_END")


def _when(told: InvitationTold, band: Band, words: LetterWords) -> Iterator[str]:
    day, starts = uk_day(told.meets[0]), uk_time(told.meets[0])
    if band in (Band.READ, Band.SIDE):
        yield words.say("WHEN", conference_day=day, start_time=starts)
    else:
        yield words.say("WHEN", conference_day=day, times=uk_times(*told.meets))
    yield words.say("PLACE", place=told.place)
    if told.with_whom:
        yield words.say("BROUGHT")
    if told.arrive and band is not Band.READ:
        yield words.say("ARRIVE", arrive_time=uk_time(told.arrive))


def _who(told: InvitationTold, words: LetterWords) -> Iterator[Block]:
    if told.comes:
        yield text(words.say("WHO"))
        yield bullets(*(f"{name}, {lower_first(job)}" for name, job in told.comes))
    if told.others or not told.comes:
        yield text(words.say("OTHERS"))
