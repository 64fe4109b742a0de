"""Whether somebody has a version that was put right since: asked anew whenever a record's facts are other.

It stands beneath the comparison of duties, so that whoever puts a decision, a date or a name right need not
think of what was sent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from conferences.models import (
    Attendance,
    ChildPart,
    Correction,
    DecisionChange,
    Document,
    MeetingRecord,
)
from conferences.queries.documents import LETTER
from conferences.queries.documents_again import is_to_send_again, owed_since, told_again_on, untold_of
from conferences.queries.documents_corrected import EVENTS, TOLD
from conferences.rules.workflow import BookingState, RecordState
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.models.second import Outcome
from safeguarding.operation import lock

WHAT = "the records of which something was sent and put right, of children whose facts changed"
CHILDREN = "the children of a record of which something was sent"


def settle_again(children: Collection[int] | None, *, writer: User | None, at: dt.datetime) -> None:
    """Settle the records of these children, or of all, of which something was sent and put right since."""
    rows = MeetingRecord.objects.unscoped(WHAT).filter(
        state=RecordState.SIGNED, booking__state=BookingState.HELD
    )
    if children is not None:
        rows = rows.filter(pk__in=_parts().filter(requested_child__child__in=children).values("record"))
    parts = _parts().select_related("requested_child__child")
    whole = Prefetch("parts", parts), Prefetch("attendances", Attendance.objects.unscoped(CHILDREN))
    found = rows.filter(_was_sent(), _may_differ()).select_related("booking__request")
    for record in found.prefetch_related(*whole).order_by("pk"):
        _settle(record, writer, at)


def _parts() -> QuerySet[ChildPart]:
    rows: QuerySet[ChildPart] = ChildPart.objects.unscoped(CHILDREN)
    return rows


def _was_sent() -> Exists:
    """A letter or a copy of which a file was kept went; what an earlier release sent first without."""
    rows = Document.objects.unscoped(WHAT).filter(record=OuterRef("pk"))
    return Exists(rows.filter(Q(sent_date__isnull=False) | Q(kind=LETTER)))


def _may_differ() -> Q:
    """What is counted already, and where something was put right or a newer version has not gone."""
    of = {"record": OuterRef("pk")}
    parts = _parts().filter(record=OuterRef(OuterRef("pk")))
    waiting = Document.objects.unscoped(WHAT).filter(**of, version__gt=1, sent_date=None, off_at=None)
    decisions = DecisionChange.objects.unscoped(WHAT).filter(
        conference_child__part__record=OuterRef("pk"), outcome=Outcome.CONFIRMED
    )
    corrections = Correction.objects.unscoped(WHAT).filter(
        TOLD & ~EVENTS,
        child__in=parts.values("requested_child__child"),
        corrected_at__gte=OuterRef("signed_at"),
    )
    counted = Q(again_since__isnull=False, again_date=None, again_gone_at=None)
    return counted | Q(Exists(waiting)) | Q(Exists(decisions)) | Q(Exists(corrections))


def _settle(record: MeetingRecord, writer: User | None, at: dt.datetime) -> None:
    """It stands from the first day on which somebody had what was not right, and ends on the last day that
    somebody was sent the new one; where nobody is to be told any more and nobody was, as it is found.

    Where nothing changes nobody waits for the record's lock; else it is asked once more under it: a version
    that is being made or sent for it is waited for, and counts.
    """
    if bool(untold_of(record)) == is_to_send_again(record):
        return
    held = lock(record)
    is_open = is_to_send_again(held)
    untold = untold_of(record)
    if untold and not is_open:
        held.again_since = max([owed_since(record, untold, day_of(at)), *_over(held)])
        _keep(held, None, None, "record.again", writer, at)
    elif is_open and not untold:
        assert held.again_since is not None  # It is open.
        day = told_again_on(record, held.again_since)
        code = "record.told_again" if day else "record.again_gone"
        _keep(held, day, None if day else at, code, writer, at)


def _over(held: MeetingRecord) -> list[dt.date]:
    """The day on which it ended last: it stands anew from no day before that. None where it never did."""
    gone = held.again_gone_at and day_of(held.again_gone_at)
    return [day for day in (held.again_date, gone) if day]


def _keep(
    held: MeetingRecord,
    day: dt.date | None,
    gone_at: dt.datetime | None,
    code: str,
    writer: User | None,
    at: dt.datetime,
) -> None:
    held.again_date, held.again_gone_at = day, gone_at
    held.save(update_fields=["again_since", "again_date", "again_gone_at"])
    audit.record(code, held, by=writer or audit.system_user(), at=at)
