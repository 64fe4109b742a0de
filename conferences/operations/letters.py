"""Decision letters: who gets one, and when letters and the record itself went out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from conferences.models import Document, Exclusion, Letter, MeetingRecord, RequestedChild
from conferences.operations.days import keep_day
from conferences.operations.documents import CALLED_OFF, MADE_ANEW, MADE_SINCE, NO_TIE, Writer, keep_letter
from conferences.operations.duties_refresh import refresh
from conferences.operations.releases import (
    call_off,
    hidden,
    refuse_off,
    refuse_own,
    refuse_unreleased,
    refuse_unweighed,
    release,
)
from conferences.queries.addresses import address_lines
from conferences.queries.copies_cautions import hides, letter_doubts, letter_why_not
from conferences.queries.documents import LETTER, days_of, latest_of, other_since, sent_day, source_of
from conferences.queries.exclusions import had_gone, standing_exclusions, why_not_given
from conferences.queries.letters import letter_facts, may_receive, recipients, signed_record
from conferences.rules.deadlines_days import Due
from conferences.rules.exclusions import What
from conferences.rules.workflow import RecordState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, Person, User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Refused
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

WHAT = "letter"
NOT_SIGNED = "You can make letters when the chair has signed the record."
CHANGED_SINCE = "{what} Make a new version of it first."
NO_FILE = "Open the letter first: no file of it was kept when it was made."
NOBODY = "Select at least one person who should have a letter"


@operation(needs=Permission.SEND_LETTERS)
def make_letters(
    *,
    record: MeetingRecord,
    write: Writer,
    by: User,
    at: dt.datetime,
    people: Sequence[Person] | None = None,
) -> list[Letter]:
    """A letter for each of the people (all who may have one, where none are given), once each. Its files are
    made and kept with it.

    Raises Refused for a record that is not signed, and for somebody who has no tie to a child of it.
    """
    signed = _lock_signed(record)
    allowed, kept = may_receive(signed), standing_exclusions(signed.booking.request_id)
    chosen = list(people or ())
    if people is None:
        chosen = [one for one in allowed if not why_not_given(kept, one, What.LETTER)]
    if {person.pk for person in chosen} - {person.pk for person in allowed}:
        raise Refused("Select only people who are related to a child the conference decided on", "people")
    if not chosen:
        raise Refused(NOBODY, "people")
    refuse_excluded(kept, chosen, What.LETTER, "people")
    letters = Letter.objects.unscoped("the letters of a record in scope").filter(record=signed)
    have = set(letters.values_list("person", flat=True))
    new = [Letter(record=signed, person=one, made_by=by, made_at=at) for one in chosen if one.pk not in have]
    for letter in Letter.objects.bulk_create(new):
        before = latest_of(letter)
        anew = CALLED_OFF if before and before.off_at else MADE_ANEW
        keep_letter(letter, write, writer=by, at=at, before=before, changed=anew if before else "")
    if new:
        audit.record("letters.made", signed, by=by, at=at, detail={"letters": len(new)})
        refresh(signed.booking, met_by=by, at=at)
    return list(letters)


def refuse_excluded(
    kept: Collection[Exclusion], people: Sequence[Person], what: What, field: str = ""
) -> None:
    """Raises Refused for somebody who was excluded, until the chair decides that they get it."""
    for one in people:
        if why_not := why_not_given(kept, one, what):
            raise Refused(f"{one.full_name} does not get this yet. {why_not.rstrip('.')}", field)


def drop_unsent(child: Child, person: Person, *, writer: User, at: dt.datetime) -> None:
    """Letters to somebody whose tie to a child is none any more, made and not sent, go where no other tie
    stands, for an operation that corrected it: they would be owed for good. History and documents keep them.
    """
    waiting = Letter.objects.unscoped("the letters about a child in scope").filter(
        person=person, sent_date=None, record__parts__requested_child__child=child
    )
    for letter in waiting.select_related("record__booking"):
        if person.pk not in {one.pk for one in may_receive(letter.record)}:
            audit.record("letter.dropped", letter, by=writer, at=at, detail={"record": letter.record_id})
            letter.delete()
            refresh(letter.record.booking, met_by=None, at=at)


def _lock_signed(record: MeetingRecord) -> MeetingRecord:
    signed = lock(record, "booking")
    if signed.state != RecordState.SIGNED:
        raise Refused(NOT_SIGNED)
    return signed


@operation(needs=Permission.SEND_LETTERS)
def mark_letter_sent(*, letter: Letter, sent_date: dt.date | None, by: User, at: dt.datetime) -> Letter:
    """The newest version of a letter went out on a day: once, not before the record was signed or a later
    version was made, not in the future, and to somebody who is still recorded with a tie to a child of it.

    The days that it tells are kept as told. The first day is the letter's own.
    """
    signed, sent = _lock_signed(letter.record), lock(letter)
    refuse_parted(sent, "record", signed)
    document = latest_of(sent)
    if earlier := sent_day(sent, document):
        raise Refused(f"This letter was already sent on {uk_date(earlier)}.")
    day = _day(signed, sent_date, at, "letter")
    # What went before today went, whatever is other since: that is to be told.
    if day == day_of(at) and sent.person_id not in {person.pk for person in may_receive(signed)}:
        raise Refused(NO_TIE.format(name=sent.person.full_name), "sent_date")
    kept = standing_exclusions(signed.booking.request_id)
    if not had_gone(kept, sent.person, day):
        refuse_excluded(kept, [sent.person], What.LETTER, "sent_date")
    if document is not None:
        refuse_off(document, WHAT)
        refuse_unreleased(document, WHAT)
    if document is not None:
        _refuse_unsent(document, signed, sent, day, by, at)
        _send(document, day, by)
    told = document.told if document else source_of(letter_facts(by, sent, signed))
    _keep_days(days_of(told), sent, by, at)
    if sent.sent_date is None:
        sent.sent_date, sent.sent_by = day, by
        sent.save(update_fields=["sent_date", "sent_by"])
    audit.record("letter.sent", sent, by=by, at=at)
    refresh(signed.booking, met_by=by, at=at)
    return sent


@operation(needs=Permission.SEND_LETTERS)
def call_letter_off(*, letter: Letter, reason: str, by: User, at: dt.datetime) -> Document:
    """The newest version of a letter will not be sent, with why. Where none of it went, nobody is owed one
    any more, and one may be made anew; what was made stays.

    Raises Refused where it went, without why, and for one of which no file was kept.
    """
    signed, held = _lock_signed(letter.record), lock(letter)
    refuse_parted(held, "record", signed)
    document = latest_of(held)
    if document is None:
        raise Refused(NO_FILE)
    call_off(document, reason, writer=by, at=at, what=WHAT)
    if held.sent_date is None:
        held.delete()
    refresh(signed.booking, met_by=by, at=at)
    return document


@operation(needs=Permission.SEND_LETTERS)
def release_letter(
    *, letter: Letter, version: int | None, words: str = "", by: User, at: dt.datetime
) -> Document:
    """A second person looked at the newest version of a letter in which something is in doubt, and it may go.
    Done twice, it is done once. `version` is the one that the page showed.

    Raises Refused (403) to whoever made it; where there is a newer version, where its reader has another
    address or other ties since, without `words` that say why it may go, and for one with a confidential
    address.
    """
    signed, held = _lock_signed(letter.record), lock(letter)
    refuse_parted(held, "record", signed)
    document = latest_of(held)
    if document is None or document.version != version:
        raise Refused(MADE_SINCE)
    if document.released_at is not None:
        return document
    refuse_own(document, by, WHAT)
    refuse_off(document, WHAT)
    record = _readable(signed, by)
    _refuse_changed(document, record, by)
    doubts = letter_doubts(by, record, held, document)
    release(document, doubts, words, releaser=by, at=at, what=WHAT)
    return document


def _readable(signed: MeetingRecord, reader: User) -> MeetingRecord:
    """The record with its parts. Raises Refused where it is not signed."""
    record = signed_record(reader, signed.booking.ref)
    if record is None:
        raise Refused(NOT_SIGNED)
    return record


def _refuse_changed(document: Document, record: MeetingRecord, reader: User) -> None:
    """Raises Refused for a letter whose reader has another address or other ties since it was made."""
    assert document.person_id is not None  # A letter goes to a person.
    since = other_since({document.person_id: [document]}, record, recipients(reader, record))
    if said := since[document.person_id]:
        raise Refused(CHANGED_SINCE.format(what=" ".join(said)), "sent_date")


def _refuse_unsent(
    document: Document, signed: MeetingRecord, letter: Letter, day: dt.date, reader: User, at: dt.datetime
) -> None:
    """Raises Refused for a letter that cannot have gone on a day: before its release; and today, where its
    reader has another address or other ties since, or an address in it is confidential now. What went before
    today went: that is to be told.
    """
    released = day_of(document.released_at) if document.released_at else None
    if released and day < released:
        raise Refused(
            f"The letter cannot have been sent before it was released on {uk_date(released)}", "sent_date"
        )
    if day != day_of(at):
        return
    record = _readable(signed, reader)
    _refuse_changed(document, record, reader)
    refuse_unweighed(document, letter_why_not(reader, record, letter))
    is_told = hides(record, address_lines(letter.person))
    if is_told and letter_doubts(reader, record, letter, document).forbids:
        raise Refused(hidden(WHAT), "sent_date")


def _send(document: Document, day: dt.date, by: User) -> None:
    made = day_of(document.made_at)
    if document.version > 1 and day < made:
        raise Refused(
            f"This version cannot have been sent before it was made on {uk_date(made)}", "sent_date"
        )
    document.sent_date, document.sent_by = day, by
    document.save(update_fields=["sent_date", "sent_by"])


def _keep_days(days: Sequence[tuple[int, Due]], letter: Letter, by: User, at: dt.datetime) -> None:
    """As the letter tells them, of each child as they are known now."""
    asked = RequestedChild.objects.unscoped("the children of a letter in scope")
    children = dict(asked.filter(pk__in={one for one, _ in days}).values_list("pk", "child"))
    for one, due in days:
        keep_day(due, child=children[one], letter=letter, teller=by, at=at)


def follow_letter(letter: Letter, was: dt.date | None) -> None:
    """The day of the version that a letter first went as, after that of the letter was corrected."""
    kept = Document.objects.unscoped("the versions of a letter that is corrected")
    went = kept.filter(record=letter.record_id, kind=LETTER, person=letter.person_id, sent_date=was)
    first = went.exclude(sent_date=None).order_by("version").values("pk")[:1]
    kept.filter(pk__in=first).update(sent_date=letter.sent_date)


def _day(record: MeetingRecord, day: dt.date | None, at: dt.datetime, what: str) -> dt.date:
    """The day that was given, where something of the record can have gone on it."""
    if sentence := sent_day_refused(record, day, day_of(at), what):
        raise Refused(sentence, "sent_date")
    assert day is not None  # Refused above.
    return day


def sent_day_refused(record: MeetingRecord, day: dt.date | None, on: dt.date, what: str) -> str:
    """Why a signed record, or a letter of it, cannot have gone on a day; nothing where it can."""
    if day is None:
        return "Enter the day it was sent"
    if day > on:
        return f"The day the {what} was sent cannot be in the future"
    if record.signed_at and day < day_of(record.signed_at):
        return f"The {what} cannot have been sent before the record was signed on {uk_date(record.signed_at)}"
    return ""
