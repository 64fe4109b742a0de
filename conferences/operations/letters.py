"""Decision letters: who gets one, and when letters and the record itself went out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from conferences.models import Letter, MeetingRecord
from conferences.queries.letters import may_receive
from conferences.rules.workflow import RecordState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import Person, User
from safeguarding.wording import uk_date


class LetterRefused(Exception):
    """It cannot be done so; `sentence` says why, `field` is where it belongs on the page."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


@transaction.atomic
def make_letters(
    *, record: MeetingRecord, by: User, at: dt.datetime, people: Sequence[Person] | None = None
) -> list[Letter]:
    """A letter for each of the people (all who may have one, where none are given), once each.

    Raises LetterRefused for a record that is not signed, and for somebody who has no tie to a child of it.
    """
    locked = _signed(record)
    allowed = may_receive(locked)
    chosen = allowed if people is None else list(people)
    if {person.pk for person in chosen} - {person.pk for person in allowed}:
        raise LetterRefused("Choose only people who belong to a child that was decided on", "people")
    if not chosen:
        raise LetterRefused("Select at least one person who should have a letter", "people")
    letters = Letter.objects.unscoped("the letters of a record in scope").filter(record=locked)
    have = set(letters.values_list("person", flat=True))
    new = [Letter(record=locked, person=one, made_by=by, made_at=at) for one in chosen if one.pk not in have]
    Letter.objects.bulk_create(new)
    if new:
        audit.record("letters.made", locked, by=by, at=at, detail={"letters": len(new)})
    return list(letters)


def _signed(record: MeetingRecord) -> MeetingRecord:
    query = MeetingRecord.objects.unscoped("lock for letters").select_related("booking")
    locked: MeetingRecord = query.select_for_update(of=("self",)).get(pk=record.pk)
    if locked.state != RecordState.SIGNED:
        raise LetterRefused("Letters are made from a signed record: the chair has not signed this one.")
    return locked


@transaction.atomic
def mark_letter_sent(*, letter: Letter, sent_date: dt.date, by: User, at: dt.datetime) -> Letter:
    """A letter went out on a day: once, not before the record was signed, not in the future."""
    query = Letter.objects.unscoped("lock for sending").select_related("record")
    locked: Letter = query.select_for_update(of=("self",)).get(pk=letter.pk)
    if locked.sent_date:
        raise LetterRefused(f"This letter was sent on {uk_date(locked.sent_date)} already.")
    _guard_day(locked.record, sent_date, at, "letter")
    locked.sent_date, locked.sent_by = sent_date, by
    locked.save(update_fields=["sent_date", "sent_by"])
    audit.record("letter.sent", locked, by=by, at=at)
    return locked


@transaction.atomic
def mark_record_sent(
    *, record: MeetingRecord, sent_date: dt.date, by: User, at: dt.datetime
) -> MeetingRecord:
    """The record went out on a day, under the same conditions as a letter."""
    locked = _signed(record)
    if locked.sent_date:
        raise LetterRefused(f"The record was sent on {uk_date(locked.sent_date)} already.")
    _guard_day(locked, sent_date, at, "record")
    locked.sent_date, locked.sent_by = sent_date, by
    locked.save(update_fields=["sent_date", "sent_by"])
    audit.record("record.sent", locked, by=by, at=at)
    return locked


def _guard_day(record: MeetingRecord, day: dt.date, at: dt.datetime, what: str) -> None:
    if day > day_of(at):
        raise LetterRefused(f"The day the {what} was sent cannot be in the future", "sent_date")
    if record.signed_at and day < day_of(record.signed_at):
        signed = uk_date(record.signed_at)
        raise LetterRefused(
            f"The {what} cannot have gone before the record was signed, {signed}", "sent_date"
        )
