"""A child's own version of a record, beside its document: the chair's line, why none, how it was given."""

from __future__ import annotations

import datetime as dt

from conferences.models import ChildPart, Document, MeetingRecord, OwnVersion
from conferences.operations.documents import HIDDEN_WORDS
from conferences.operations.duties_refresh import refresh
from conferences.operations.recording import guard_chair
from conferences.queries.copies_cautions import is_hidden
from conferences.queries.copies_own import given_on, no_own_of
from conferences.queries.letters import signed_record
from conferences.rules.copies_own import WHO_SAT, NoOwn, none_problems
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock, operation, refuse_parted
from safeguarding.refusals import Refused, missing, refuse_all
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

NOT_SIGNED = "A child’s own version is of a signed record."
IS_GIVEN = (
    "This child was given their own version on {day}. If that is wrong, correct it on the child’s page first."
)
NONE_STANDS = (
    "It is recorded that this child will be given none. If they are given it after all, take that back first."
)
NOT_OWN = "This is not a child’s own version."
NOT_GIVEN = "Record first that this version was given."
LONGEST_LINE = 500


@operation(needs=Permission.RECORD_CONFERENCE)
def write_line(*, part: ChildPart, line: str, by: User, at: dt.datetime) -> OwnVersion:
    """What the chair says to one child, in that child's own version alone; empty, nothing is said. A version
    that was made before says something else, and is made anew.

    Raises Refused (403) to all but the meeting's chair, and for a confidential address.
    """
    record, held = _hold(part, by)
    guard_chair(record.booking, by)
    words = line.strip()
    if words and is_hidden(record, (), words):
        raise Refused(HIDDEN_WORDS, "line")
    if held.line != words:
        held.line, held.line_by, held.line_at = words, by if words else None, at if words else None
        held.save(update_fields=["line", "line_by", "line_at"])
        audit.record("own_version.line", held, by=by, at=at, detail={"is_empty": not words})
    return held


@operation(needs=Permission.SEND_LETTERS)
def give_none(*, part: ChildPart, reason: NoOwn | None, words: str, by: User, at: dt.datetime) -> OwnVersion:
    """A child is given no version of their own, with why; told again, it is as told last.

    Raises Refused where one was given, and without what the reason needs.
    """
    record, held = _hold(part, by)
    if day := given_on(record, part):
        raise Refused(IS_GIVEN.format(day=uk_date(day)))
    refuse_all(none_problems(reason, words))
    assert reason is not None  # Refused above.
    said = words.strip()
    if (held.none_reason, held.none_words) != (reason.value, said):
        held.none_reason, held.none_words = reason.value, said
        held.none_by, held.none_at = by, held.none_at or at
        held.save(update_fields=["none_reason", "none_words", "none_by", "none_at"])
        audit.record("own_version.none", held, by=by, at=at, detail={"reason": reason.value})
        refresh(record.booking, met_by=by, at=at)
    return held


@operation(needs=Permission.SEND_LETTERS)
def take_none_back(*, part: ChildPart, by: User, at: dt.datetime) -> OwnVersion:
    """They are to be given one after all. The history keeps that none was to be given. Done twice, it is done
    once.
    """
    record, held = _hold(part, by)
    if held.none_at is not None:
        held.none_reason, held.none_words, held.none_by, held.none_at = "", "", None, None
        held.save(update_fields=["none_reason", "none_words", "none_by", "none_at"])
        audit.record("own_version.none_back", held, by=by, at=at)
        refresh(record.booking, met_by=by, at=at)
    return held


@operation(needs=Permission.SEND_LETTERS)
def tell_given(*, document: Document, sat_with: str, child_said: str, by: User, at: dt.datetime) -> Document:
    """Who sat with a child who was given their own version, and what the child said, told otherwise; the
    history keeps what was told before. When and how it was given is corrected on the child's page.

    Raises Refused for another copy, for one that was not given, and without who sat with them.
    """
    record = lock(document.record)
    held = lock(document)
    refuse_parted(held, "record", record)
    if held.requested_child_id is None:
        raise Refused(NOT_OWN)
    if held.sent_date is None:
        raise Refused(NOT_GIVEN)
    refuse_all(missing(sat_with=(sat_with.strip(), WHO_SAT)))
    who, said = " ".join(sat_with.split()), child_said.strip()
    if (held.sat_with, held.child_said) != (who, said):
        held.sat_with, held.child_said = who, said
        held.save(update_fields=["sat_with", "child_said"])
        audit.record("own_version.told", held, by=by, at=at)
    return held


def refuse_none_stands(held: Document) -> None:
    """Raises Refused where it is recorded that the child whose own version this is will be given none."""
    if no_own_of(held) is not None:
        raise Refused(NONE_STANDS)


def _hold(part: ChildPart, reader: User) -> tuple[MeetingRecord, OwnVersion]:
    """The signed record, and what is told of one child's own version, held as it stands."""
    record = lock(part.record, "booking")
    refuse_parted(lock(part), "record", record)
    signed = signed_record(reader, record.booking.ref)
    if signed is None:
        raise Refused(NOT_SIGNED)
    rows = OwnVersion.objects.unscoped("of a part in hand")
    told, _ = rows.get_or_create(part=part)
    return signed, lock(told)
