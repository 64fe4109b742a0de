"""The days on which copies of a record went, told otherwise; and that of the record, which follows them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from conferences.models import Document, MeetingRecord
from conferences.operations.copies import sent_day_refused, what_of
from conferences.operations.copies_own import NONE_STANDS
from conferences.queries.copies import COPY, complete_day, kept_copies, versions_of_copy
from conferences.queries.copies_own import no_own_of
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock
from safeguarding.refusals import Problem
from safeguarding.wording import uk_date

HOW = "Select how it was sent"
ON_ITS_PAGE = "Record what goes today on the page of the copies, where it is looked at once more"


def copy_problems(
    copy: Document, told: Mapping[str, Any], was: dt.date | None, on: dt.date
) -> Iterator[Problem]:
    """What is wrong with when and how a copy is now said to have gone; that it did not go can always be."""
    day = told["sent_date"]
    if day is None:
        return
    if copy.requested_child_id and no_own_of(copy) is not None:
        yield Problem(NONE_STANDS, "sent_date")
    if not told["sent_how"]:
        yield Problem(HOW, "sent_how")
    if was is None and day == on:
        yield Problem(ON_ITS_PAGE, "sent_date")
    if sentence := _day_refused(copy, day, on):
        yield Problem(sentence, "sent_date")


def _day_refused(copy: Document, day: dt.date, on: dt.date) -> str:
    if refused := sent_day_refused(copy, day, on):
        return refused
    newer = versions_of_copy(copy).filter(version=copy.version + 1).first()
    if newer is not None and day > day_of(newer.made_at):
        return f"A newer version of this {what_of(copy)} was made on {uk_date(newer.made_at)}"
    return ""


def follow_copy(copy: Document, was: dt.date | None, *, teller: User, at: dt.datetime) -> None:
    """The day of a record that was sent, after that of one of its copies was told otherwise: the last of
    those that had gone by then. Where one did not go after all, the record is still to be sent.
    """
    record = lock(copy.record)
    if copy.kind != COPY or copy.requested_child_id:
        return
    if record.sent_date is None or was is None or was > record.sent_date:
        return
    copies = kept_copies(record)
    day = complete_day(copies)
    if day is not None:
        gone = [_first_day(versions, copy, was) for versions in copies.values()]
        counted = [now for before, now in gone if before and before <= record.sent_date and now]
        day = max(counted, default=day)
    if day != record.sent_date:
        record.sent_date, record.sent_by = day, teller if day else None
        record.save(update_fields=["sent_date", "sent_by"])
        audit.record("record.sent_follows", record, by=teller, at=at)


def _first_day(
    versions: Collection[Document], copy: Document, was: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """When the first version went that did: as told before a copy was told otherwise, and as it is now."""
    now = [one.sent_date for one in versions if one.sent_date]
    before = [was if one.pk == copy.pk else one.sent_date for one in versions]
    return min((day for day in before if day), default=None), min(now, default=None)


def copy_day_refused(record: MeetingRecord, was: dt.date, day: dt.date | None) -> str:
    """Why the copies that went last, on a day, cannot have gone on another one instead; "" where they can."""
    last = list(_gone_on(record, was))
    if day is None or not last:
        return ""
    made = max(day_of(one.made_at) for one in last)
    if day < made:
        return f"A copy of the record cannot have been sent before it was made on {uk_date(made)}"
    released = max((day_of(one.released_at) for one in last if one.released_at), default=day)
    if day < released:
        return f"A copy of the record cannot have been sent before it was released on {uk_date(released)}"
    return _order_refused(record, last, day)


def _order_refused(record: MeetingRecord, last: Collection[Document], day: dt.date) -> str:
    """Why copies cannot have gone last on a day: others went later, or a newer version was there."""
    moved = {one.pk for one in last}
    later: list[dt.date] = []
    for versions in kept_copies(record).values():
        went = [one.sent_date for one in versions if one.sent_date]
        if went and not any(one.pk in moved for one in versions):
            later.append(min(went))
        for newer, older in zip(versions, versions[1:], strict=False):
            if older.pk in moved and day > day_of(newer.made_at):
                return f"A newer version of a copy was made on {uk_date(newer.made_at)}"
    if later and day < max(later):
        return f"The last copy of the record was sent on {uk_date(max(later))}"
    return ""


def follow_record(record: MeetingRecord, was: dt.date) -> None:
    """The day of the copies that went last, after that of their record was corrected."""
    _gone_on(record, was).update(sent_date=record.sent_date)


def _gone_on(record: MeetingRecord, day: dt.date) -> QuerySet[Document]:
    rows = Document.objects.unscoped("the copies of a record that is corrected")
    found: QuerySet[Document] = rows.filter(record=record, kind=COPY, sent_date=day, requested_child=None)
    return found
