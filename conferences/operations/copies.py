"""Copies of a signed record: made one a recipient, released by a second person, sent with how and when.

The letter that a plan has ended (copies_closing) goes by the same steps.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import replace

from conferences.models import Document, DocumentFile, MeetingRecord
from conferences.operations.copies_own import refuse_none_stands
from conferences.operations.documents import HIDDEN_WORDS, WHAT_CHANGED
from conferences.operations.duties_refresh import refresh
from conferences.operations.letters import refuse_excluded
from conferences.operations.releases import (
    call_off,
    hidden,
    refuse_off,
    refuse_own,
    refuse_unreleased,
    refuse_unweighed,
    release,
)
from conferences.queries.copies import (
    AGENCIES_READ_NOTHING,
    COPY,
    CopyFacts,
    Key,
    Offer,
    copy_since,
    every_copy,
    is_own,
    key_of,
    source_of_copy,
    versions_of_copy,
)
from conferences.queries.copies_cautions import cautions_of, doubts_of, hides, is_hidden
from conferences.queries.copies_closing import CLOSING, offers_of
from conferences.queries.copies_told import record_told
from conferences.queries.documents_corrected import mended_of
from conferences.queries.exclusions import had_gone, standing_exclusions
from conferences.queries.letters import signed_record
from conferences.queries.letters_words import words_on
from conferences.rules.copies_closing import told_to
from conferences.rules.copies_own import WHO_SAT
from conferences.rules.documents import Replaced, SentHow, Written, digest
from conferences.rules.exclusions import What
from conferences.rules.letters_words_part import LetterKind
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock, need_words, operation, refuse_parted
from safeguarding.policy.values import whole
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import sentence, uk_date

Writer = Callable[[CopyFacts], Written]

NOT_SIGNED = "You can make copies when the chair has signed the record."
NOBODY = "Select at least one person who should have a {what}"
NOT_OFFERED = "Select only people who may have a {what}"
NO_TIE = (
    "{name} may not have a copy of this record any more, so it must not go. If that is wrong, correct it on"
    " the child’s page first"
)
OLDER = "A newer version takes its place. Release or send that one."
NO_CHILD = (
    "No plan of a child of whom {name} may read ended at this conference, as it is recorded now, so this"
    " letter must not go. If that is wrong, correct it on the child’s page first"
)
TOO_YOUNG = (
    "By their birth date, and the ages of the local limits, this child has no version of their own. If that"
    " is wrong, correct it on the child’s page first"
)
# What each kind is called.
WHATS = {COPY: ("copy", What.RECORD), CLOSING: ("letter", What.LETTER)}
CHANGED_SINCE = "{what} Make a new version of it first."


@operation(needs=Permission.SEND_LETTERS, retry=True)
def make_copies(
    *,
    record: MeetingRecord,
    write: Writer,
    by: User,
    at: dt.datetime,
    keys: Collection[Key] | None = None,
) -> list[Document]:
    """A copy for each of these recipients (all who are proposed, where none are given), once each.

    Raises Refused for a record that is not signed, for nobody, and for somebody who may not have one.
    """
    lock(record, "booking")
    signed = refuse_unsigned(record, by)
    made = make(COPY, signed, keys, write, by, at)
    if made:
        audit.record("copies.made", signed, by=by, at=at, detail={"copies": len(made)})
        refresh(signed.booking, met_by=by, at=at)
    return made


def make(
    kind: str,
    signed: MeetingRecord,
    keys: Collection[Key] | None,
    write: Writer,
    writer: User,
    at: dt.datetime,
) -> list[Document]:
    """One of a kind for each of these recipients who has none, for an operation that holds the record."""
    may_have = {one.key: one for one in offers_of(kind, writer, signed)}
    chosen = [key for key, one in may_have.items() if one.is_ticked] if keys is None else list(keys)
    if not chosen:
        raise Refused(NOBODY.format(what=WHATS[kind][0]), "recipients")
    if set(chosen) - may_have.keys():
        raise Refused(NOT_OFFERED.format(what=WHATS[kind][0]), "recipients")
    have = every_copy(signed, kind)
    for key in chosen:
        _refuse_excluded(may_have[key], kind)
    told = record_told(writer, signed)
    made = []
    for key in chosen:
        if key not in have:
            recipient = may_have[key].recipient
            facts = CopyFacts(recipient, told_to(kind, told, recipient), at)
            made.append(_keep(kind, signed, may_have[key], facts, write, writer, at))
    return made


@operation(needs=Permission.SEND_LETTERS)
def make_copy_again(
    *, document: Document, changed: str, write: Writer, by: User, at: dt.datetime
) -> Document:
    """A new version of a copy, which says what it takes the place of and what is other in it.

    Refused where a newer one was made meanwhile, and where its recipient may not have one any more.
    """
    signed, before = _newest(document, by)
    words = need_words(changed=(changed, WHAT_CHANGED))["changed"]
    offer = _offer(signed, before, by)
    if is_hidden(signed, offer.recipient.lines, words):
        raise Refused(HIDDEN_WORDS, "changed")
    copy = told_to(before.kind, record_told(by, signed), offer.recipient)
    facts = replace(CopyFacts(offer.recipient, copy, at), replaces=_replaced(before, words))
    made = _keep(before.kind, signed, offer, facts, write, by, at, before=before, changed=words)
    refresh(signed.booking, met_by=by, at=at)
    return made


@operation(needs=Permission.SEND_LETTERS, retry=True)
def release_copy(*, document: Document, by: User, at: dt.datetime, words: str = "") -> Document:
    """A second person looked at a copy, and it may go. Done twice, it is done once.

    Raises Refused (403) to whoever made it; for an older version, one that will not be sent, and one whose
    reader has another address or other ties since; for one in which something is in doubt, without `words`
    that say why it may go; and for one with a confidential address, whatever is said.
    """
    signed, held = _newest(document, by)
    if held.released_at is not None:
        return held
    what = what_of(held)
    refuse_own(held, by, what)
    refuse_off(held, what)
    offer = _offer(signed, held, by)
    _refuse_changed(signed, held, offer)
    doubts = doubts_of(by, signed, held, offer)
    release(held, doubts, words, releaser=by, at=at, what=what)
    return held


@operation(needs=Permission.SEND_LETTERS, retry=True)
def mark_copy_sent(
    *,
    document: Document,
    how: SentHow | None,
    sent_date: dt.date | None,
    proof: str,
    sat_with: str = "",
    child_said: str = "",
    by: User,
    at: dt.datetime,
) -> Document:
    """The newest version of a copy went on a day: once, not before it was made, released where that is asked.
    Of a child's own version it is said who sat with them, and what they said.

    The record was sent on the day on which the last of its copies went (R14; copies_settled).
    """
    signed, held = _newest(document, by)
    what = what_of(held)
    if held.sent_date:
        raise Refused(f"This {what} was already sent on {uk_date(held.sent_date)}.")
    refuse_off(held, what)
    refuse_unreleased(held, what)
    lacks = missing(how=(how, "Select how it was sent"), sent_date=(sent_date, "Enter the day it was sent"))
    if is_own(held):
        refuse_none_stands(held)
        lacks += missing(sat_with=(sat_with.strip(), WHO_SAT))
    refuse_all(lacks)
    assert how is not None and sent_date is not None  # Refused above.
    if refused := sent_day_refused(held, sent_date, day_of(at)):
        raise Refused(refused, "sent_date")
    _refuse_gone(signed, held, sent_date)
    # What went before today went, whatever is other since: that is to be told.
    if sent_date == day_of(at):
        offer = _offer(signed, held, by)
        _refuse_changed(signed, held, offer)
        refuse_unweighed(held, offer.why_not)
        if hides(signed, offer.recipient.lines) and doubts_of(by, signed, held, offer).forbids:
            raise Refused(hidden(what))
    held.sent_date, held.sent_by, held.sent_how, held.sent_proof = sent_date, by, how.value, proof.strip()
    if is_own(held):
        held.sat_with, held.child_said = " ".join(sat_with.split()), child_said.strip()
    held.save(update_fields=["sent_date", "sent_by", "sent_how", "sent_proof", "sat_with", "child_said"])
    audit.record("copy.sent", held, by=by, at=at, detail={"how": how.value})
    refresh(signed.booking, met_by=by, at=at)
    return held


@operation(needs=Permission.SEND_LETTERS)
def call_copy_off(*, document: Document, reason: str, by: User, at: dt.datetime) -> Document:
    """A copy will not be sent, with why. Raises Refused where it went."""
    signed, held = _newest(document, by)
    call_off(held, reason, writer=by, at=at, what=what_of(held))
    refresh(signed.booking, met_by=by, at=at)
    return held


def what_of(document: Document) -> str:
    """What this document is called in a sentence."""
    return WHATS[document.kind][0]


def sent_day_refused(document: Document, day: dt.date, on: dt.date) -> str:
    """Why a document cannot have gone on a day; "" where it can."""
    what, made = what_of(document), day_of(document.made_at)
    if day > on:
        return f"The day the {what} was sent cannot be in the future"
    if day < made:
        return f"The {what} cannot have been sent before it was made on {uk_date(made)}"
    if document.released_at and day < day_of(document.released_at):
        when = uk_date(document.released_at)
        return f"The {what} cannot have been sent before it was released on {when}"
    return ""


def refuse_unsigned(record: MeetingRecord, reader: User) -> MeetingRecord:
    """The record with all that its copies tell. Raises Refused where it is not signed."""
    signed = signed_record(reader, record.booking.ref)
    if signed is None:
        raise Refused(NOT_SIGNED)
    return signed


def _newest(document: Document, reader: User) -> tuple[MeetingRecord, Document]:
    """The signed record, and the copy held as it stands. Raises Refused where a newer version was made."""
    record = lock(document.record, "booking")
    held = lock(document, "person", "requested_child__child")
    refuse_parted(held, "record", record)
    signed = refuse_unsigned(record, reader)
    if every_copy(signed, held.kind)[key_of(held)][0].pk != held.pk:
        raise Refused(OLDER)
    return signed, held


def _offer(signed: MeetingRecord, held: Document, reader: User) -> Offer:
    """Whose copy it is, as things stand now. Raises Refused where they may not have one any more."""
    for one in offers_of(held.kind, reader, signed):
        if one.key == key_of(held):
            _refuse_excluded(one, held.kind)
            return one
    if is_own(held):
        raise Refused(TOO_YOUNG)
    if held.agency_kind and held.kind == COPY:
        raise Refused(AGENCIES_READ_NOTHING)
    name = held.person.full_name if held.person else held.agency_name
    raise Refused((NO_TIE if held.kind == COPY else NO_CHILD).format(name=name))


def _refuse_gone(signed: MeetingRecord, held: Document, day: dt.date) -> None:
    """Raises Refused for a copy that cannot have gone on a day to somebody who was excluded by then."""
    if held.person is None:
        return
    kept = standing_exclusions(signed.booking.request_id)
    if not had_gone(kept, held.person, day):
        refuse_excluded(kept, [held.person], WHATS[held.kind][1], "sent_date")


def _refuse_excluded(offer: Offer, kind: str) -> None:
    """Raises Refused for somebody who was excluded, until the chair decides that they get it."""
    if offer.ties:
        refuse_excluded(offer.ties.excluded, [offer.ties.person], WHATS[kind][1], "recipients")


def _refuse_changed(signed: MeetingRecord, held: Document, offer: Offer) -> None:
    """Raises Refused for a copy whose reader has another address or other ties."""
    decided = frozenset(part.requested_child.child_id for part in signed.parts.all())
    if since := copy_since(held, {offer.key: offer}, decided, mended_of(signed)):
        raise Refused(CHANGED_SINCE.format(what=" ".join(since)))


def _replaced(before: Document, changed: str) -> Replaced | None:
    """What a new version says of the last one that went: what was typed for it, and no words of a version
    that nobody read.
    """
    sent = versions_of_copy(before).filter(sent_date__isnull=False).order_by("-version").first()
    return Replaced(day_of(sent.made_at), sentence(changed)) if sent else None


def _keep(
    kind: str,
    signed: MeetingRecord,
    offer: Offer,
    facts: CopyFacts,
    write: Writer,
    writer: User,
    at: dt.datetime,
    before: Document | None = None,
    changed: str = "",
) -> Document:
    written_as = LetterKind.CLOSING if kind == CLOSING else offer.recipient.own or LetterKind.RECORD
    facts = replace(facts, words=words_on(written_as, day_of(at)))
    files = write(facts)
    found = cautions_of(signed, facts)
    document: Document = Document.objects.create(
        record=signed,
        kind=kind,
        person=offer.person,
        requested_child=offer.requested_child,
        agency_kind=offer.agency_kind,
        agency_name=before.agency_name if before else offer.agency_name,
        version=before.version + 1 if before else 1,
        supersedes=before,
        changed=changed,
        left_out=files.left_out,
        told=source_of_copy(facts, found) | facts.words.kept,
        made_by=writer,
        made_at=at,
        needs_release=bool(
            found or offer.why_not or offer.requested_child or whole("COPIES_RELEASED_BY_OTHERS", day_of(at))
        ),
    )
    DocumentFile.objects.bulk_create(
        DocumentFile(document=document, format=form.value, content=content, sha256=digest(content))
        for form, content in files.files.items()
    )
    audit.record("copy.made", document, by=writer, at=at, detail={"version": document.version})
    return document
