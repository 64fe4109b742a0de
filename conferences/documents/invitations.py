"""The letters of invitation to the family and to agencies: plain words, and nothing of anybody else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from conferences.documents.files import written
from conferences.documents.invitations_child import child_letter
from conferences.documents.paper import Block, Paper, bullets, heading, signed, text
from conferences.rules.documents import Written
from conferences.rules.invitations_letters import InvitationTold, To, letter_kind
from conferences.rules.letters_words import LetterWords
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.clock import day_of
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import joined, lower_first, uk_date, uk_day, uk_meeting, uk_time

Writer = Callable[[InvitationTold, dt.datetime], Written]

# What stands for whom or what is not told.
OF_AGENCY, OF_FAMILY = "a child of whom the chair will speak with you", "a child of your family"
EACH = "each child"
ME_FIRST, NOT_ME_FIRST = "me first", "a manager, who is not me, first"
DAY_BEFORE = "the day before the conference"


def writer(council: str) -> Writer:
    """What writes these letters of a council, for the operations that keep them."""

    def write(told: InvitationTold, made_at: dt.datetime) -> Written:
        return written(invitation_letter(told, made_at, council=council), made_at)

    return write


def invitation_letter(told: InvitationTold, made_at: dt.datetime, *, council: str) -> Paper:
    """What the letter says. Its title holds no name."""
    words = (told.words or LetterWords(letter_kind(told))).of(council)
    if told.to is To.CHILD:
        return child_letter(told, made_at, words)
    of = _agency(told, words) if told.to is To.AGENCY else _family(told, words)
    blocks = (*_head(told, made_at, words), *of, *_foot(told, made_at, words))
    return Paper(words.say("TITLE"), council, blocks)


def _head(told: InvitationTold, made_at: dt.datetime, words: LetterWords) -> Iterator[Block]:
    yield text(words.council)
    yield text(*dict.fromkeys(line for line in (told.name, told.role, told.kind, *told.lines) if line))
    yield text(uk_date(made_at))
    yield text(words.say("GREETING", name=told.name))
    yield heading(words.say("TITLE"), 1)
    if told.replaces:
        yield text(words.say("REPLACES", old_day=uk_date(told.replaces.on), changed=told.replaces.changed))


def _foot(told: InvitationTold, made_at: dt.datetime, words: LetterWords) -> Iterator[Block]:
    last = words.say("REACH", reach=told.reach), words.say("CLOSING")
    yield from signed(*last, names=(told.chair, role_words(Role.CHAIR, day_of(made_at)).first))


def _family(told: InvitationTold, words: LetterWords) -> Iterator[Block]:
    yield from _about(told, words)
    yield text(words.say("WHAT_FOR"))
    yield heading(words.say("WHEN_HEADING"), 2)
    arrive = [words.say("ARRIVE", arrive_time=uk_time(told.arrive))] if told.arrive else []
    yield bullets(*_when_and_where(told, words), *arrive)
    if told.in_part:
        yield text(words.say("IN_PART"))
    yield heading(words.say("WHO_HEADING"), 2)
    yield text(words.say("LEAD"))
    if told.comes:
        yield text(words.say("WHO"))
        yield bullets(*_who_comes(told))
    if told.others or not told.comes:
        yield text(words.say("OTHERS"))
    yield from _outcomes(told, words)
    yield text(words.say("LETTER_FOLLOWS"))
    yield heading(words.say("TAKE_PART_HEADING"), 2)
    yield bullets(*words.lines("TAKE_PART"))
    if told.needed:
        yield text(words.say("NEEDS", needs=joined([lower_first(one) for one in told.needed])))
    yield text(words.say("OTHER_WAYS"))
    if told.to_family:
        yield text(words.say("REPORTS", by_day=uk_day(told.to_family)))
    yield heading(words.say("UNHAPPY_HEADING"), 2)
    first = ME_FIRST if told.complain.chair_first else NOT_ME_FIRST
    yield text(words.say("UNHAPPY", tell_first=first, complain_to=told.complain.to))
    yield text(words.say("LANGUAGE"))


def _about(told: InvitationTold, words: LetterWords) -> Iterator[Block]:
    """Whom the conference is about, and what it is for."""
    names = joined(told.children) or (OF_AGENCY if told.to is To.AGENCY else OF_FAMILY)
    yield text(words.say("ABOUT", child_names=names))
    kinds = [kind for kind in ConferenceKind if kind.value in told.kinds]
    if len(kinds) == 1:
        yield text(words.say(f"ABOUT_{kinds[0]}", whom="them" if len(told.children) != 1 else names))
    for kind, children in told.of_kinds:
        yield text(words.say(f"ABOUT_{kind}", whom=joined(children)))


def _when_and_where(told: InvitationTold, words: LetterWords) -> Iterator[str]:
    yield words.say("WHEN", meeting=uk_meeting(*told.meets))
    yield words.say("PLACE", place=told.place)


def _who_comes(told: InvitationTold) -> Iterator[str]:
    yield from (f"{name}, {lower_first(job)}" for name, job in told.comes)


def _outcomes(told: InvitationTold, words: LetterWords) -> Iterator[Block]:
    """All that can be decided, for these kinds of conference, and nothing of what will be. Where some of the
    children have a plan and others have none, apart, so that nobody reads of a plan that ends as theirs.
    """
    again = [name for kind, names in told.of_kinds for name in names if kind == ConferenceKind.REVIEW]
    new = [name for name in told.children if name not in again]
    yield heading(words.say("OUTCOMES_HEADING"), 2)
    yield text(words.say("NOTHING_YET"))
    if again and new:
        yield from _can(new, ["OUTCOMES_NEW"], words)
        yield from _can(again, ["OUTCOMES_AGAIN"], words)
        return
    # Of both kinds, though no child may be named to this reader.
    is_new, is_again = told.kinds - {ConferenceKind.REVIEW.value}, ConferenceKind.REVIEW.value in told.kinds
    both = {"OUTCOMES_NEW": is_new, "OUTCOMES_AGAIN": is_again}
    yield from _can([EACH], [part for part, can in both.items() if can], words)


def _can(whom: Sequence[str], outcomes: Sequence[str], words: LetterWords) -> Iterator[Block]:
    yield text(words.say("CAN_DECIDE", for_whom=joined(whom)))
    yield bullets(*(line for part in outcomes for line in words.lines(part)), words.say("LATER"))


def _agency(told: InvitationTold, words: LetterWords) -> Iterator[Block]:
    yield from _about(told, words)
    yield heading(words.say("WHEN_HEADING"), 2)
    yield bullets(*_when_and_where(told, words))
    yield text(words.say("TELL_US"))
    yield from _report(told, words)
    yield heading(words.say("WHO_HEADING"), 2)
    if told.comes:
        yield bullets(*_who_comes(told))
    if told.others:
        yield text(words.say("OTHERS"))
    elif not told.comes:
        yield text(words.say("NOBODY"))
    yield from _outcomes(told, words)
    yield text(words.say("CARE"))


CODE_APART = "told to you apart, by telephone or secure email"


def _report(told: InvitationTold, words: LetterWords) -> Iterator[Block]:
    if not told.is_report_asked:
        return
    yield heading(words.say("REPORT_HEADING"), 2)
    yield text(words.say("REPORT_DUE", by_day=uk_day(told.to_unit) if told.to_unit else DAY_BEFORE))
    family = uk_day(told.to_family) if told.to_family else DAY_BEFORE
    yield bullets(*words.lines("REPORT", family_day=family))
    if told.door:
        door = {"page_address": told.door.address, "report_code": CODE_APART}
        yield text(words.say("DOOR"))
        yield bullets(*words.lines("DOOR_LINES", by_day=uk_day(told.door.until), **door))
