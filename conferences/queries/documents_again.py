"""Who has a letter or a copy of a record of which something was put right after it was sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from conferences.models import Document, Exclusion, Letter, MeetingRecord
from conferences.queries.copies import Key, Offer, every_copy, every_offer, own_offers
from conferences.queries.copies_closing import CLOSING, DIED, every_closing_offer
from conferences.queries.corrections import origin_of
from conferences.queries.documents import LETTER
from conferences.queries.documents_corrected import MendedFacts, mended_of
from conferences.queries.exclusions import why_not_given
from conferences.queries.letters import Recipient, may_receive_with_why
from conferences.rules.exclusions import Kept, What, is_them
from safeguarding.clock import day_of
from safeguarding.models import Person

SCOPED = "the letters of a record in hand"
KEPT_OUT = "who was excluded from the conference of a record in hand"
NOT_NOW = "Read first how it is safe to contact them: they are told again only if the chair decides so."


@dataclass(frozen=True)
class Former:
    """The last version of a letter or a copy that somebody was sent, of which something is other since.

    `sent_on`: when it went; `since`: the first day on which it was not right any more; `what` was put right,
    none where only a newer version was made; `newest` is the newest version, which may be the same, and
    `is_ready` whether it is a newer one that tells everything; `why_not`: why they are not told again, ""
    where they are.
    """

    sent: Document
    sent_on: dt.date
    since: dt.date
    what: tuple[str, ...]
    newest: Document
    is_ready: bool = False
    why_not: str = ""


def copy_former(versions: Sequence[Document], offer: Offer | None, mended: MendedFacts) -> Former | None:
    """Of a copy, or a letter that a plan has ended, by its versions, the newest first, and who may have it
    now; None where what went is right, where none went, and for who may have none any more.
    """
    if offer is None:
        return None
    if offer.requested_child:
        mended = mended.of_own()
    related = offer.ties
    what = What.LETTER if versions[0].kind == CLOSING else What.RECORD
    why_not = _why_not(related, what, versions) if related else ""
    return _former(versions, None, offer.recipient.children, mended, why_not)


def letter_former(
    versions: Sequence[Document], one: Recipient | None, letter: Letter | None, mended: MendedFacts
) -> Former | None:
    """The same of a letter. The release before this one wrote when a first version went beside the letter."""
    if one is None:
        return None
    why_not = _why_not(one, What.LETTER, versions)
    return _former(versions, letter, {tie.child_id for tie in one.ties}, mended.of_letter(), why_not)


def letter_formers(
    letters: Iterable[Letter],
    versions: Mapping[int, Sequence[Document]],
    may_have: Iterable[Recipient],
    mended: MendedFacts,
) -> dict[int, Former]:
    """{person: the former version that they have} of a record's letters."""
    made = {one.person_id: one for one in letters}
    found = {
        one.person.pk: letter_former(versions[one.person.pk], one, made.get(one.person.pk), mended)
        for one in may_have
        if one.person.pk in versions
    }
    return {person: former for person, former in found.items() if former}


def copy_formers(
    copies: Mapping[Key, Sequence[Document]], may_have: Mapping[Key, Offer], mended: MendedFacts
) -> dict[Key, Former]:
    """{recipient: the former version that they have} of a record's copies."""
    found = {key: copy_former(kept, may_have.get(key), mended) for key, kept in copies.items()}
    return {key: former for key, former in found.items() if former}


def _former(
    versions: Sequence[Document],
    letter: Letter | None,
    children: Collection[int],
    mended: MendedFacts,
    why_not: str,
) -> Former | None:
    sent = next((one for one in versions if _went_on(one, letter)), None)
    day = _went_on(sent, letter) if sent else None
    if sent is None or day is None:
        return None
    newest = versions[0]
    is_waiting = newest.pk != sent.pk and newest.off_at is None
    # Where a newer version will not be sent, that was decided of what had been put right by then.
    facts = mended.errors(newest.off_at or _made_at(sent, letter), children)
    days = [day_of(one.at) for one in facts]
    if is_waiting:
        days += [day_of(one.made_at) for one in versions if one.version == sent.version + 1]
    if not days:
        return None
    # What has not gone tells who is of the core group by now, too.
    is_ready = is_waiting and not mended.other(newest.made_at, children)
    since = max(day, min(days))
    return Former(sent, day, since, tuple(mended.named(facts)), newest, is_ready, why_not)


def _went_on(one: Document, letter: Letter | None) -> dt.date | None:
    return one.sent_date or (letter.sent_date if letter and one.version == 1 else None)


def _made_at(one: Document, letter: Letter | None) -> dt.datetime:
    """When what somebody was sent was made, though its file may have been made later."""
    return letter.made_at if letter and one.is_late else one.made_at


def _why_not(one: Recipient, what: What, versions: Sequence[Document]) -> str:
    """Why somebody is not told again: they were excluded, a child of theirs died, or it is not safe, and no
    second person weighed it for what they were sent.
    """
    if excluded := why_not_given(one.excluded, one.person, what):
        return excluded
    if any(tie.child.death_date for tie in one.ties):
        return DIED
    was_weighed = any(sent.release_words for sent in versions if sent.sent_date)
    return NOT_NOW if one.person.safe_contact and not was_weighed else ""


# ----- Of a whole record -----------------------------------------------------------------------------------


def untold_of(record: MeetingRecord) -> list[Former]:
    """Who is to be told again, of a signed record in hand with its parts and who came. Some ten queries."""
    everybody, mended = may_receive_with_why(record), mended_of(record)
    letters = Letter.objects.unscoped(SCOPED).filter(record=record)
    versions: dict[int, list[Document]] = {}
    for one in Document.objects.unscoped(SCOPED).filter(record=record, kind=LETTER).order_by("-version"):
        assert one.person_id is not None  # A letter goes to a person.
        versions.setdefault(one.person_id, []).append(one)
    may_have = {one.key: one for one in [*every_offer(record, everybody), *own_offers(record)]}
    found = [
        *letter_formers(letters, versions, everybody, mended).values(),
        *copy_formers(every_copy(record), may_have, mended).values(),
    ]
    if letters_of_ends := every_copy(record, CLOSING):
        may_have = {one.key: one for one in every_closing_offer(record, everybody)}
        found += copy_formers(letters_of_ends, may_have, mended).values()
    return [one for one in found if not one.why_not]


def owed_since(record: MeetingRecord, untold: Iterable[Former], on: dt.date) -> dt.date:
    """The first day on which one of these was to be told again: since what they have is not right, or since
    nothing keeps them from being told any more, where that is later.
    """
    kept = list(Exclusion.objects.unscoped(KEPT_OUT).filter(request=record.booking.request_id))
    return min(max([one.since, *_freed(one.sent.person, kept, on)]) for one in untold)


def _freed(person: Person | None, kept: Iterable[Exclusion], on: dt.date) -> list[dt.date]:
    """The days on which what kept somebody from being told fell away."""
    if person is None:
        return []
    named = person.full_name, person.pk
    theirs = [one for one in kept if is_them(Kept(one.name, one.answer, one.person_id), *named)]
    ends = [at for one in theirs for at in (one.over_at, one.outcome_at)]
    history = person.history  # type: ignore[attr-defined]
    if not person.safe_contact and history.exclude(safe_contact="").exists():
        ends.append(origin_of(person, "safe_contact").at)
    return [min(day_of(at), on) for at in ends if at]


def told_again_on(record: MeetingRecord, since: dt.date) -> dt.date | None:
    """The last day since one on which somebody who had a letter or a copy was sent a newer one."""
    rows = Document.objects.unscoped(SCOPED).filter(record=record, version__gt=1, sent_date__gte=since)
    found: dt.date | None = rows.order_by("-sent_date").values_list("sent_date", flat=True).first()
    return found


def is_to_send_again(record: MeetingRecord) -> bool:
    """Whether somebody is to be told again, as it was settled last."""
    is_over = record.again_date is not None or record.again_gone_at is not None
    return record.again_since is not None and not is_over
