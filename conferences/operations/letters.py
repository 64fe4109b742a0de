"""Decision letters: who gets one, and when letters and the record itself went out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from conferences.models import Letter, MeetingRecord
from conferences.operations.days import keep_day
from conferences.operations.duties_refresh import refresh
from conferences.queries.letters import days_of_letter, may_receive
from conferences.rules.workflow import RecordState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Child, Person, User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Refused
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NO_TIE = (
    "{name} is not recorded any more as somebody of a child whom the conference decided on, so this letter"
    " must not go. If that is wrong, correct it on the child’s page first"
)
NOBODY = "Select at least one person who should have a letter"


@operation(needs=Permission.SEND_LETTERS)
def make_letters(
    *, record: MeetingRecord, by: User, at: dt.datetime, people: Sequence[Person] | None = None
) -> list[Letter]:
    """A letter for each of the people (all who may have one, where none are given), once each.

    Raises Refused for a record that is not signed, and for somebody who has no tie to a child of it.
    """
    signed = _lock_signed(record)
    allowed = may_receive(signed)
    chosen = allowed if people is None else list(people)
    if {person.pk for person in chosen} - {person.pk for person in allowed}:
        raise Refused("Select only people who are related to a child the conference decided on", "people")
    if not chosen:
        raise Refused(NOBODY, "people")
    letters = Letter.objects.unscoped("the letters of a record in scope").filter(record=signed)
    have = set(letters.values_list("person", flat=True))
    new = [Letter(record=signed, person=one, made_by=by, made_at=at) for one in chosen if one.pk not in have]
    Letter.objects.bulk_create(new)
    if new:
        audit.record("letters.made", signed, by=by, at=at, detail={"letters": len(new)})
        refresh(signed.booking, met_by=by, at=at)
    return list(letters)


def drop_unsent(child: Child, person: Person, *, writer: User, at: dt.datetime) -> None:
    """Letters to somebody whose tie to a child is none any more, made and not sent, go where no other tie
    stands, for an operation that corrected it: they would be owed for good. The history keeps them.
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
        raise Refused("You can make letters when the chair has signed the record.")
    return signed


@operation(needs=Permission.SEND_LETTERS)
def mark_letter_sent(*, letter: Letter, sent_date: dt.date | None, by: User, at: dt.datetime) -> Letter:
    """A letter went out on a day: once, not before the record was signed, not in the future, and to somebody
    who is still recorded with a tie to a child of it.

    The days that it tells are kept as told.
    """
    signed, sent = _lock_signed(letter.record), lock(letter)
    refuse_parted(sent, "record", signed)
    if sent.sent_date:
        raise Refused(f"This letter was already sent on {uk_date(sent.sent_date)}.")
    if sent.person_id not in {person.pk for person in may_receive(signed)}:
        raise Refused(NO_TIE.format(name=sent.person.full_name), "sent_date")
    sent.sent_date, sent.sent_by = _day(signed, sent_date, at, "letter"), by
    sent.save(update_fields=["sent_date", "sent_by"])
    for child, due in days_of_letter(by, sent, signed):
        keep_day(due, child=child, letter=sent, teller=by, at=at)
    audit.record("letter.sent", sent, by=by, at=at)
    refresh(signed.booking, met_by=by, at=at)
    return sent


@operation(needs=Permission.SEND_LETTERS)
def mark_record_sent(
    *, record: MeetingRecord, sent_date: dt.date | None, by: User, at: dt.datetime
) -> MeetingRecord:
    """The record went out on a day, under the same conditions as a letter."""
    sent = _lock_signed(record)
    if sent.sent_date:
        raise Refused(f"The record was already sent on {uk_date(sent.sent_date)}.")
    sent.sent_date, sent.sent_by = _day(sent, sent_date, at, "record"), by
    sent.save(update_fields=["sent_date", "sent_by"])
    audit.record("record.sent", sent, by=by, at=at)
    refresh(sent.booking, met_by=by, at=at)
    return sent


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
