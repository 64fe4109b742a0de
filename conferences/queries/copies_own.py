"""The children's own versions of a signed record as they stand: who is owed one, given or none, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from conferences.models import ChildPart, Document, MeetingRecord, OwnVersion
from conferences.queries.clocks import clocks
from conferences.queries.copies import COPY, Key, key_of_child
from conferences.queries.copies_children import own_kinds
from conferences.queries.letters import signed_record
from conferences.rules.deadlines import Code
from safeguarding.access import get, scope
from safeguarding.models import User


@dataclass(frozen=True)
class OwnStanding:
    """One child of a signed record who is old enough. `versions` are of their own version, the newest first;
    `told` is the chair's line and why none will be given, None where neither was told.
    """

    part: ChildPart
    versions: Sequence[Document]
    told: OwnVersion | None
    due: dt.date | None

    @property
    def given(self) -> Document | None:
        """The newest version that was given."""
        return next((one for one in self.versions if one.sent_date), None)

    @property
    def is_settled(self) -> bool:
        return self.given is not None or bool(self.told and self.told.none_at)


def own_standings(
    user: User, record: MeetingRecord, copies: Mapping[Key, Sequence[Document]]
) -> list[OwnStanding]:
    """Those of its children who are old enough, in the record's order; two queries and those of limits."""
    kinds = own_kinds(record)
    told = {one.part_id: one for one in own_versions(user, record)}
    day = due_day(record) if record.owes_own else None
    return [
        OwnStanding(part, copies.get(key_of_child(part.requested_child_id), ()), told.get(part.pk), day)
        for part in record.parts.all()
        if kinds.get(part.requested_child)
    ]


def own_versions(user: User, record: MeetingRecord) -> list[OwnVersion]:
    rows = scope(user, OwnVersion).filter(part__record=record)
    return list(rows.select_related("line_by", "none_by"))


def due_day(record: MeetingRecord) -> dt.date | None:
    """The day by which its children are given theirs; None where none is owed one."""
    found = clocks([Code.GIVE_OWN_VERSION], subjects=[record.booking_id])
    return found[0].due if found else None


def part_in_scope(user: User, ref: UUID, child: UUID) -> ChildPart | None:
    """The part of one child in a signed record of which the person may see all. None where it is not signed,
    or where the child is not old enough; Http404 for no such part.
    """
    rows = ChildPart.objects.select_related("requested_child__child", "record__booking")
    found: ChildPart = get(user, rows, requested_child__child__ref=child, record__booking__ref=ref)
    record = signed_record(user, ref)
    return found if record is not None and own_kinds(record).get(found.requested_child) else None


def told_of(user: User, part: ChildPart) -> OwnVersion | None:
    """What is told of the own version of one child in scope."""
    found: OwnVersion | None = (
        scope(user, OwnVersion).filter(part=part).select_related("line_by", "none_by").first()
    )
    return found


def given_on(record: MeetingRecord, part: ChildPart) -> dt.date | None:
    """The day on which the child of a part was first given their own version."""
    rows = Document.objects.unscoped("the own versions of a child of a record in hand")
    given = rows.filter(record=record, kind=COPY, requested_child=part.requested_child_id)
    day: dt.date | None = (
        given.exclude(sent_date=None).order_by("sent_date").values_list("sent_date", flat=True).first()
    )
    return day


def no_own_of(document: Document) -> OwnVersion | None:
    """That the child whose own version this is will be given none, where that is recorded."""
    rows = OwnVersion.objects.unscoped("of the child whose own version is in hand")
    found: OwnVersion | None = rows.filter(
        part__record=document.record_id,
        part__requested_child=document.requested_child_id,
        none_at__isnull=False,
    ).first()
    return found
