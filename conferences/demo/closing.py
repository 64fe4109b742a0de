"""Letters that a plan has ended, in the demo: those of some went, those of the newest are due."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from conferences.demo.copies import READ_AGAIN
from conferences.demo.present import Present
from conferences.documents.copies import writer
from conferences.models import MeetingRecord
from conferences.operations import copies
from conferences.operations.copies_closing import make_closing_letters
from conferences.queries.copies_closing import closing_offers
from conferences.queries.letters import signed_record
from conferences.rules.documents import SentHow
from conferences.rules.vocabulary import DecisionOutcome
from conferences.rules.workflow import RecordState
from safeguarding.clock import day_of
from safeguarding.workingdays import Calendar

WHY = "the demo's people write that plans have ended"
WRITE = writer(settings.COUNCIL_NAME)


def tell_closing(on: dt.date, calendar: Calendar) -> None:
    """Those of each conference of these days that ended a plan are sent, but those of the last."""
    present = Present(on, calendar)
    owed = MeetingRecord.objects.unscoped(WHY).filter(
        state=RecordState.SIGNED, owes_telling=True, parts__outcome=DecisionOutcome.PLAN_ENDS
    )
    found = owed.select_related("booking__chair").order_by("booking__starts_at", "pk").distinct()
    for record in list(found)[:-1]:
        _send(present, record)


def _send(present: Present, record: MeetingRecord) -> None:
    """Made and released on a working day after the conference, and sent the same day."""
    support, chair = present.cast.support, record.booking.chair
    signed = signed_record(support, record.booking.ref)
    day = present.calendar.add(day_of(record.signed_at or record.saved_at), 1).due
    if signed is None or day >= present.on:
        return
    if not any(one.is_ticked for one in closing_offers(support, signed)):
        return
    at = present.moment(day, 11)
    for letter in make_closing_letters(record=record, write=WRITE, by=support, at=present.moment(day, 10)):
        copies.release_copy(document=letter, by=chair, at=at, words=READ_AGAIN)
        copies.mark_copy_sent(
            document=letter,
            how=SentHow.POST if letter.person_id else SentHow.SECURE_EMAIL,
            sent_date=day,
            proof="",
            by=support,
            at=at,
        )
