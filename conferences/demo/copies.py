"""Copies of the demo's records: what is told in confidence, and copies that were released and sent."""

from __future__ import annotations

import datetime as dt

from django.conf import settings

from conferences.documents.copies import writer
from conferences.models import ChildPart, Document, MeetingRecord
from conferences.operations import copies, copies_own
from conferences.operations.documents_readings import tell_reading
from conferences.operations.recording_withheld import add_withheld
from conferences.queries.copies import offers
from conferences.queries.letters import signed_record
from conferences.rules.copies_own import NoOwn
from conferences.rules.documents import ReadHow, SentHow
from conferences.rules.recording_withheld import (
    POLICE,
    FromWhom,
    ToAgencies,
    WithheldReason,
    WithheldTold,
)
from safeguarding.clock import day_of
from safeguarding.models import User

WRITE = writer(settings.COUNCIL_NAME)
INTERPRETER = "Iris Turnphrase"
READ_AGAIN = "The invented words were read again with their chair."
POLICE_TOLD = WithheldTold(
    what="An invented neighbour told the police what they heard on Sunday, and fears to be named.",
    told_by="Petra Truncheon",
    agency_kind=POLICE,
    reason=WithheldReason.POLICE_WORK,
    whom=FromWhom.EVERYBODY,
)
SCHOOL_TOLD = WithheldTold(
    what="Somebody in the invented class said something at school that agencies must know and keep.",
    told_by="Edith Chalkdust",
    agency_kind="SCHOOL",
    reason=WithheldReason.CHILD,
    whom=FromWhom.EVERYBODY,
    agencies=ToAgencies.SHARE,
)


def tell_in_confidence(record: MeetingRecord, by: User, at: dt.datetime) -> None:
    """What two agencies told, of which one goes to no copy."""
    for told in (POLICE_TOLD, SCHOOL_TOLD):
        add_withheld(record=record, told=told, by=by, at=at)


def _read_to_them(document: Document, teller: User, at: dt.datetime) -> None:
    """An interpreter read it to whoever has one."""
    language = document.person.interpreter_language if document.person else ""
    if language:
        tell_reading(
            document=document,
            how=ReadHow.INTERPRETER,
            language=language,
            who=INTERPRETER,
            read_date=day_of(at),
            by=teller,
            at=at,
        )


def send_copies(
    record: MeetingRecord,
    maker: User,
    second: User,
    made_at: dt.datetime,
    at: dt.datetime,
    *,
    only_family: bool,
) -> None:
    """The copies that are proposed, or those of the family among them, looked at by a second person and sent
    the same day.
    """
    keys = None
    if only_family and (signed := signed_record(maker, record.booking.ref)):
        keys = [one.key for one in offers(maker, signed) if one.is_ticked and one.person]
    for document in copies.make_copies(record=record, write=WRITE, by=maker, at=made_at, keys=keys or None):
        copies.release_copy(document=document, by=second, at=at, words=READ_AGAIN)
        _read_to_them(document, maker, at)
        copies.mark_copy_sent(
            document=document,
            how=SentHow.POST if document.person_id else SentHow.SECURE_EMAIL,
            sent_date=day_of(at),
            proof="" if document.person_id else "The invented receipt of the secure mail",
            by=maker,
            at=at,
        )


LINE = "Thank you for telling me about your invented garden."
ANSWER = "Can the invented aunt come next time?"
FIRST = 1
WHY = "the parts of a record in hand"


def settle_own(
    record: MeetingRecord, maker: User, chair: User, made_at: dt.datetime, at: dt.datetime, *, given: int
) -> int:
    """The children's own versions of a record: the first child of the demo was given theirs and answered,
    with a line of the chair's; who comes after did not want one. Gives how many were given by now.
    """
    signed = signed_record(maker, record.booking.ref)
    assert signed is not None  # Its copies went.
    for offer in [one for one in offers(maker, signed) if one.requested_child]:
        part = ChildPart.objects.unscoped(WHY).get(record=record, requested_child=offer.requested_child)
        if given >= FIRST:
            copies_own.give_none(part=part, reason=NoOwn.DECLINED, words="", by=maker, at=at)
            continue
        copies_own.write_line(part=part, line=LINE, by=chair, at=made_at)
        (document,) = copies.make_copies(record=record, write=WRITE, by=maker, at=made_at, keys=[offer.key])
        copies.release_copy(document=document, by=chair, at=at, words=READ_AGAIN)
        copies.mark_copy_sent(
            document=document,
            how=SentHow.BY_HAND,
            sent_date=day_of(at),
            proof="",
            sat_with=offer.requested_child.request.requested_by.full_name if offer.requested_child else "",
            child_said=ANSWER,
            by=maker,
            at=at,
        )
        given += 1
    return given
