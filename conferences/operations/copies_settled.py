"""Whether a signed record was sent, or goes to nobody: asked anew whenever a copy or its reader is other.

It stands beneath the comparison of duties, so that whoever excludes somebody, takes a tie back or joins two
records need not think of the copies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import Prefetch, Q

from conferences.models import Attendance, ChildPart, MeetingRecord
from conferences.queries.copies import COPY, complete_day, is_waiting, kept_copies, proposed
from conferences.rules.workflow import BookingState, RecordState
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock
from safeguarding.wording import sentence

PARTS = "the children of a record that waits to be sent"
CAME = "who came to the meeting of a record that waits to be sent"


def settle_records(children: Collection[int] | None, *, writer: User | None, at: dt.datetime) -> None:
    """Settle the records of these children that are signed and not sent; for None, of all of whom copies are
    kept.
    """
    rows = MeetingRecord.objects.unscoped("the records that wait to be sent, of children whose facts changed")
    of = Q(documents__kind=COPY) if children is None else Q(parts__requested_child__child__in=children)
    waiting = rows.filter(of, state=RecordState.SIGNED, sent_date=None, booking__state=BookingState.HELD)
    parts = ChildPart.objects.unscoped(PARTS).select_related("requested_child")
    whole = Prefetch("parts", parts), Prefetch("attendances", Attendance.objects.unscoped(CAME))
    found = waiting.select_related("booking__request").prefetch_related(*whole)
    for record in found.distinct().order_by("pk"):
        _settle(record, writer, at)


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
