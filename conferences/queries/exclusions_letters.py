"""The letters of exclusions: what one says, the versions that were kept, and what is other since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from conferences.models import Booking, Exclusion, ExclusionLetter, ExclusionLetterFile
from conferences.queries.addresses import address_lines, addresses_of, parts_of
from conferences.queries.documents_formats import with_large
from conferences.queries.letters_words import words_on
from conferences.rules.copies_places import has_place
from conferences.rules.documents import ComplaintRoute, DocumentFormat, Replaced, address_print
from conferences.rules.exclusions import REACHED, ToldHow, Way
from conferences.rules.letters_words import LetterWords, words_changed
from conferences.rules.letters_words_part import LetterKind
from safeguarding.access import get, scope
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.wording import uk_meeting
from safeguarding.workingdays import OutsideCalendar


@dataclass(frozen=True)
class LetterFacts:
    """What one letter says: to whom, of which meeting, and what the chair decided. `lines`: the name and the
    person's own address, as far as one is known; nobody else's, and no facts or reasons. `ask_by`: until when
    they may ask for another decision that still comes in time; `in_place`: who decided it and not the chair;
    `complain`: how to complain, of a letter to be written.
    """

    name: str
    lines: tuple[str, ...]
    meets: tuple[dt.datetime, dt.datetime]
    chair: str
    answer: str
    part: str
    why: str
    instead: str
    instead_words: str
    teller: str
    made_at: dt.datetime
    complain: ComplaintRoute | None = None
    ask_by: dt.date | None = None
    in_place: str = ""
    replaces: Replaced | None = None
    # In which an interpreter is recorded for them.
    language: str = ""
    words: LetterWords = LetterWords(LetterKind.EXCLUSION)


def letter_facts(exclusion: Exclusion, meeting: Booking, made_at: dt.datetime) -> LetterFacts:
    """Of an exclusion in scope that its chair decided, and the meeting in the diary, with its chair."""
    home = own_lines(exclusion)
    decider = exclusion.decided_by if exclusion.decided_in_place else None
    return LetterFacts(
        name=exclusion.name,
        lines=(exclusion.name, *home),
        meets=(meeting.starts_at, meeting.ends_at),
        chair=meeting.chair.full_name,
        answer=exclusion.answer,
        part=exclusion.decided_part,
        why=exclusion.letter_why,
        instead=exclusion.instead,
        instead_words=exclusion.instead_words,
        teller=exclusion.teller,
        made_at=made_at,
        ask_by=_ask_by(day_of(made_at), day_of(meeting.starts_at)),
        in_place=decider.full_name if decider else "",
        language=exclusion.person.interpreter_language if exclusion.person else "",
    )


def _posted(exclusion: Exclusion) -> list[str]:
    """Where a letter goes to somebody who is known by name alone; nowhere, where somebody hands it over."""
    return exclusion.way_words.splitlines() if exclusion.way == Way.POST else []


def _ask_by(made: dt.date, meets: dt.date) -> dt.date | None:
    """The last working day before the conference; None where that is over."""
    try:
        last: dt.date = england().add(meets, -1).due
    except OutsideCalendar:
        return None
    return last if last >= made else None


def hides(exclusion: Exclusion, own: Sequence[str], words: str) -> bool:
    """Whether a confidential address of the families of an exclusion in scope stands in words for whom it
    keeps out, whose `own` address is none of them: three queries.
    """
    return bool(hiding(exclusion, {"": words}, own))


def hiding(exclusion: Exclusion, texts: Mapping[str, str], own: Sequence[str]) -> list[str]:
    """In which of the texts for whom an exclusion in scope keeps out one stands."""
    mine = {part.casefold() for part in parts_of(own)}
    asked = exclusion.request.children.select_related("child")
    hidden = [line for line in addresses_of(one.child for one in asked).hidden if line.casefold() not in mine]
    return [name for name, words in texts.items() if has_place(words, hidden)]


def own_lines(exclusion: Exclusion) -> Sequence[str]:
    """The address of whom an exclusion in scope keeps out, as far as one is known."""
    return address_lines(exclusion.person) if exclusion.person else _posted(exclusion)


def said_in(facts: LetterFacts, changed: str) -> str:
    """What somebody wrote that stands in a letter."""
    return "\n".join((facts.part, facts.why, facts.instead_words, facts.teller, changed))


def is_reached(exclusion: Exclusion) -> bool:
    """Whether a letter comes to somebody: on record, or at what is told of somebody known by name alone."""
    return exclusion.person_id is not None or exclusion.way in REACHED


def source_of(facts: LetterFacts) -> dict[str, Any]:
    """What a letter is made from, as it is kept with it and compared by: prints, for it holds no words."""
    decided = (
        *(facts.answer, facts.part, facts.why, facts.instead, facts.instead_words),
        *(facts.teller, facts.in_place),
    )
    return {
        "address": address_print(facts.lines),
        "meets": address_print([uk_meeting(*facts.meets), facts.chair]),
        "decided": address_print(decided),
    }


SINCE = {
    "address": "The address was changed after this was made.",
    "meets": "The conference was moved, or another chairs it, after this was made.",
    "decided": "The decision was changed after this was made.",
}


def letter_since(letter: ExclusionLetter, facts: LetterFacts) -> list[str]:
    """What is other now than a letter tells."""
    now = source_of(facts)
    return [words for name, words in SINCE.items() if letter.told.get(name) != now[name]]


def words_since(newest: ExclusionLetter, on: dt.date) -> list[str]:
    """That a letter that did not go yet was made of other words than letters have on a day: one query."""
    if newest.sent_date:
        return []
    said = words_changed(newest.told, words_on(LetterKind.EXCLUSION, on).versions)
    return [said] if said else []


def letters_of(user: User, exclusion: Exclusion) -> list[ExclusionLetter]:
    """The versions of the letter of an exclusion in scope, the newest first: one query."""
    rows: QuerySet[ExclusionLetter] = scope(user, ExclusionLetter).filter(exclusion=exclusion)
    ordered = rows.select_related("made_by", "sent_by", "taken_back_by").order_by("-version")
    return list(with_large(ordered, ExclusionLetterFile, "letter"))


def kept_letters(exclusion: Exclusion) -> list[ExclusionLetter]:
    """The same for an operation that was given the exclusion."""
    rows = ExclusionLetter.objects.unscoped("the letters of an exclusion in scope")
    return list(rows.filter(exclusion=exclusion).order_by("-version"))


def letter_in_scope(user: User, ref: UUID, version: int) -> ExclusionLetter:
    """By the reference of its exclusion and its version. Http404 where it is out of scope."""
    rows = ExclusionLetter.objects.select_related("exclusion__request", "exclusion__person")
    found: ExclusionLetter = get(user, rows, exclusion__ref=ref, version=version)
    return found


def file_of(letter: ExclusionLetter, form: DocumentFormat) -> ExclusionLetterFile:
    """The file of a letter in scope as it was kept. Http404 where there is none in this format."""
    files = ExclusionLetterFile.objects.unscoped("the files of a letter in scope")
    found: ExclusionLetterFile | None = files.filter(letter=letter, format=form.value).first()
    if found is None:
        raise Http404
    return found


def told_by(letter: ExclusionLetter) -> bool:
    """Whether a letter in scope is how somebody was told, as it stands."""
    rows = Exclusion.objects.unscoped("how somebody was told of an exclusion in scope")
    told = rows.filter(pk=letter.exclusion_id, told_how=ToldHow.LETTER, told_date=letter.sent_date)
    return letter.sent_date is not None and bool(told.exists())


def last_sent(letters: Sequence[ExclusionLetter]) -> ExclusionLetter | None:
    """Of versions, the newest first, the last that went."""
    return next((one for one in letters if one.sent_date), None)
