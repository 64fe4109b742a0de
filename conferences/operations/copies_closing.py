"""Letters that a plan has ended: made one a recipient, as copies of the record are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from conferences.models import Document, MeetingRecord
from conferences.operations.copies import Writer, make, refuse_unsigned
from conferences.operations.duties_refresh import refresh
from conferences.queries.copies import Key
from conferences.queries.copies_closing import CLOSING, ended_parts
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission

NONE_ENDED = "No child protection plan ended at this conference, so there is nothing to write."


@operation(needs=Permission.SEND_LETTERS)
def make_closing_letters(
    *,
    record: MeetingRecord,
    write: Writer,
    by: User,
    at: dt.datetime,
    keys: Collection[Key] | None = None,
) -> list[Document]:
    """A letter for each of these recipients (all who are proposed, where none are given), once each.

    Raises Refused for a record that is not signed or ended no plan, for nobody, and for somebody who may not
    have one.
    """
    lock(record, "booking")
    signed = refuse_unsigned(record, by)
    if not ended_parts(signed):
        raise Refused(NONE_ENDED)
    made = make(CLOSING, signed, keys, write, by, at)
    if made:
        audit.record("closing_letters.made", signed, by=by, at=at, detail={"letters": len(made)})
        refresh(signed.booking, met_by=by, at=at)
    return made
