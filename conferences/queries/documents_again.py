"""Who has a letter or a copy of a record of which something was put right after it was sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from conferences.models import Document, Exclusion, Letter, MeetingRecord
from conferences.queries.copies import COPY, Key, Offer, every_copy, every_offer, key_of, own_offers
from conferences.queries.documents import LETTER
from conferences.queries.documents_corrected import Mended, MendedFacts, mended_of
from conferences.queries.exclusions import why_not_given
from conferences.queries.letters import Recipient, may_receive_with_why
from conferences.rules.exclusions import What
from safeguarding.clock import day_of
from safeguarding.models import Person

SCOPED = "the letters of a record in hand"
NOT_NOW = "Read first how it is safe to contact them: they are told again only if the chair decides so."


@dataclass(frozen=True)
class Former:
    """The last version of a letter or a copy that somebody was sent, of which something is other since.

    `sent_on`: when it went; `since`: the first day on which it was not right any more; `facts` was put right;
    `newest` is the newest version, which may be the same; `why_not`: why they are not told again, "" where
    they are.
    """

    sent: Document
    sent_on: dt.date
    since: dt.date
    facts: tuple[Mended, ...]
    newest: Document
    why_not: str = ""

    @property
    def key(self) -> Key:
        return key_of(self.sent)

    @property
    def is_letter(self) -> bool:
        return self.sent.kind == LETTER


def former_copy(versions: Sequence[Document], offer: Offer | None, mended: MendedFacts) -> Former | None:
    """Of a copy, by its versions, the newest first, and who may have it now; None where what went is right,
    where none went, and for who may have no copy any more.
    """
    if offer is None:
        return None
    related = offer.ties
    why_not = _why_not(related.excluded, related.person, What.RECORD, versions) if related else ""
    return _former(versions, {}, offer.recipient.children, mended, why_not)


def former_letter(
    versions: Sequence[Document],
    recipient: Recipient | None,
    letter: Letter | None,
    mended: MendedFacts,
) -> Former | None:
    """The same of a letter. The release before this one wrote when a first version went beside the letter."""
    if recipient is None:
        return None
    why_not = _why_not(recipient.excluded, recipient.person, What.LETTER, versions)
    children = frozenset(tie.child_id for tie in recipient.ties)
    first = {1: letter} if letter else {}
    return _former(versions, first, children, mended, why_not)


def _former(
    versions: Sequence[Document],
    letters: Mapping[int, Letter],
    children: Collection[int],
    mended: MendedFacts,
    why_not: str,
) -> Former | None:
    went = [(one, _went_on(one, letters.get(one.version))) for one in versions]
    last = next(((one, day) for one, day in went if day), None)
    if last is None:
        return None
    sent, day = last
    newest = versions[0]
    # Where a newer version will not be sent, that was decided of what had been put right by then.
    known = newest.off_at or _made_at(sent, letters.get(sent.version))
    facts = tuple(mended.other(known, children))
    days = [day_of(one.at) for one in facts]
    if newest.pk != sent.pk and newest.off_at is None:
        later = [one for one in versions if one.version > sent.version]
        days.append(day_of(later[-1].made_at))
    if not days:
        return None
    return Former(sent, day, max(day, min(days)), facts, newest, why_not)


def _went_on(one: Document, letter: Letter | None) -> dt.date | None:
    return one.sent_date or (letter.sent_date if letter else None)


def _made_at(one: Document, letter: Letter | None) -> dt.datetime:
    """When what somebody was sent was made, though its file may have been made later."""
    return letter.made_at if letter and one.is_late else one.made_at


def _why_not(kept: Collection[Exclusion], person: Person, what: What, versions: Sequence[Document]) -> str:
    """Why somebody is not told again: they were excluded, or it is not safe, and no second person weighed it
    for what they were sent.
    """
    if excluded := why_not_given(kept, person, what):
        return excluded
    was_weighed = any(one.release_words for one in versions if one.sent_date)
    return NOT_NOW if person.safe_contact and not was_weighed else ""


# ----- Of a whole record -----------------------------------------------------------------------------------


def formers_of(record: MeetingRecord) -> list[Former]:
    """Everybody who has a former version, told again or not, of a signed record in hand with its parts and
    who came: letters first. Some ten queries.
    """
    everybody, mended = may_receive_with_why(record), mended_of(record)
    return [*_letters(record, everybody, mended), *_copies(record, everybody, mended)]


def _letters(record: MeetingRecord, everybody: Sequence[Recipient], mended: MendedFacts) -> Iterator[Former]:
    made = {one.person_id: one for one in Letter.objects.unscoped(SCOPED).filter(record=record)}
    kept = Document.objects.unscoped(SCOPED).filter(record=record, kind=LETTER).order_by("-version")
    versions: dict[int | None, list[Document]] = {}
    for document in kept.select_related("person"):
        versions.setdefault(document.person_id, []).append(document)
    for one in everybody:
        person = one.person.pk
        if person in versions and (found := former_letter(versions[person], one, made.get(person), mended)):
            yield found


def _copies(record: MeetingRecord, everybody: Sequence[Recipient], mended: MendedFacts) -> Iterator[Former]:
    may_have = {one.key: one for one in [*every_offer(record, everybody), *own_offers(record)]}
    for key, versions in every_copy(record).items():
        if found := former_copy(versions, may_have.get(key), mended):
            yield found


def untold_of(record: MeetingRecord) -> list[Former]:
    """Who is to be told again of a record in hand."""
    return [one for one in formers_of(record) if not one.why_not]


def told_again_on(record: MeetingRecord, since: dt.date) -> dt.date | None:
    """The last day since one on which somebody who had a letter or a copy was sent a newer one."""
    rows = Document.objects.unscoped(SCOPED).filter(record=record, kind__in=[LETTER, COPY])
    newer = rows.filter(version__gt=1, sent_date__gte=since).order_by("-sent_date")
    found: dt.date | None = newer.values_list("sent_date", flat=True).first()
    return found
