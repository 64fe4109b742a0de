"""Whether a signed record was sent, or goes to nobody, and so the letters that a plan has ended: asked anew
whenever a copy or its reader is other.

It stands beneath the comparison of duties, so that whoever excludes somebody, takes a tie back or joins two
records need not think of the copies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from django.db.models import Exists, OuterRef, Prefetch, Q

from conferences.models import Attendance, ChildPart, Document, MeetingRecord
from conferences.queries.copies import COPY, Key, complete_day, every_copy, is_waiting, kept_copies, proposed
from conferences.queries.copies_closing import CLOSING, begun_by, closing_proposed, ended_parts
from conferences.rules.workflow import BookingState, RecordState
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock
from safeguarding.wording import sentence

RECORDS = "the records that wait to be sent, of children whose facts changed"
LETTERS = "whether letters that a plan has ended are kept of such a record"
PARTS = "the children of a record that waits to be sent"
CAME = "who came to the meeting of a record that waits to be sent"


def settle_records(children: Collection[int] | None, *, writer: User | None, at: dt.datetime) -> None:
    """Settle the records of these children that are signed and not sent, or that ended a plan of which
    letters are kept; for None, of all of whom copies are kept or such letters wait.
    """
    letters = Document.objects.unscoped(LETTERS).filter(record=OuterRef("pk"), kind=CLOSING)
    signed = MeetingRecord.objects.unscoped(RECORDS).filter(
        state=RecordState.SIGNED, booking__state=BookingState.HELD
    )
    rows = signed.annotate(has_closing=Exists(letters))
    if children is None:
        of = Q(sent_date=None, documents__kind=COPY) | Q(closing_date=None, has_closing=True)
    else:
        of = Q(parts__requested_child__child__in=children) & (Q(sent_date=None) | Q(has_closing=True))
    waiting = rows.filter(of)
    parts = ChildPart.objects.unscoped(PARTS).select_related("requested_child__child")
    whole = Prefetch("parts", parts), Prefetch("attendances", Attendance.objects.unscoped(CAME))
    found = waiting.select_related("booking__request").prefetch_related(*whole)
    for record in found.distinct().order_by("pk"):
        if record.sent_date is None:
            _settle(record, writer, at)
        if record.has_closing and ended_parts(record):
            _settle_closing(record, writer, at)


def _settle(record: MeetingRecord, writer: User | None, at: dt.datetime) -> None:
    """The first time that no copy waits, and each of the family to whom one is proposed has theirs, it was
    sent: on the day of the last that went. Where every copy was called off and nobody is left, it goes to
    nobody, with why. While none was made it stays due: nobody has decided anything.

    Asked under the record's lock: a copy that is being made for it is waited for, and counts.
    """
    held = lock(record)
    if held.sent_date is not None:
        return
    kept = kept_copies(record)
    lacking = [one for one in proposed(record) if one.key not in kept]
    is_open = is_waiting(kept) or any(one.person for one in lacking)
    day = None if is_open else complete_day(kept)
    if day is not None:
        teller = writer or audit.system_user()
        held.sent_date, held.sent_by = day, teller
        _keep(held, "", None, at)
        audit.record("record.sent", held, by=teller, at=at)
    elif is_open or lacking or not kept:
        if held.unsent_at is not None:
            _keep(held, "", None, at)
    elif held.unsent_at is None:
        teller = writer or audit.system_user()
        reasons = dict.fromkeys(sentence(versions[0].off_reason) for versions in kept.values())
        _keep(held, " ".join(reasons), teller, at)
        audit.record("record.unsent", held, by=teller, at=at)


def _keep(held: MeetingRecord, reason: str, teller: User | None, at: dt.datetime) -> None:
    held.unsent_reason, held.unsent_by, held.unsent_at = reason, teller, at if teller else None
    held.save(update_fields=["sent_date", "sent_by", "unsent_reason", "unsent_by", "unsent_at"])


def _settle_closing(record: MeetingRecord, writer: User | None, at: dt.datetime) -> None:
    """The first time that no letter waits and each to whom one is proposed has theirs, they were sent: on the
    day of the last that went. Where all were called off nothing is owed. A day told otherwise is followed,
    and a letter that did not go after all, or a plan that ended after all, makes them due again.
    """
    kept, settled = every_copy(record, CLOSING), record.closing_date
    is_settled = settled and complete_day(begun_by(kept, settled)) == settled
    if is_settled and not _lacks(record, kept, settled):
        return
    held = lock(record)
    kept = every_copy(record, CLOSING)
    lacks = _lacks(record, kept, held.closing_date)
    day = None if lacks else complete_day(begun_by(kept, held.closing_date))
    is_gone = day is None and not lacks and not is_waiting(kept)
    gone_at = (held.closing_gone_at or at) if is_gone else None
    if (day, gone_at) != (held.closing_date, held.closing_gone_at):
        held.closing_date, held.closing_gone_at = day, gone_at
        held.save(update_fields=["closing_date", "closing_gone_at"])
        what = "sent" if day else "unsent" if gone_at else "due_again"
        audit.record(f"closing_letters.{what}", held, by=writer or audit.system_user(), at=at)


def _lacks(record: MeetingRecord, kept: Mapping[Key, Sequence[Document]], settled: dt.date | None) -> bool:
    """Whether somebody to whom one is proposed has none. Who came to be somebody of the children after all
    had gone makes nothing due again; a plan of which no letter tells that it ended does.
    """
    told = {child for versions in kept.values() for one in versions for child in one.told.get("asked", ())}
    lacking = [one for one in closing_proposed(record) if one.key not in kept]
    return any(settled is None or not one.recipient.children & told for one in lacking)
