"""What a record tells that was put right after its letters and copies were made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from conferences.models import CoreGroupMember, Correction, DecisionChange, MeetingRecord, NextDates
from conferences.rules.corrections import RecordKind
from conferences.rules.documents import PutRight, put_right_words
from safeguarding.models.second import Outcome

SCOPED = "what was put right of a record in scope"
# What a letter or a copy tells of who a child is.
NAMED = ("given_names", "family_name", "birth_date")

WHAT = {RecordKind.CHILD: PutRight.CHILD, RecordKind.CONFERENCE: PutRight.DAY}


@dataclass(frozen=True)
class Mended:
    """One fact of a record put right: of which child (id), what, and when."""

    child: int
    what: PutRight
    at: dt.datetime


@dataclass(frozen=True)
class MendedFacts:
    """All that was put right of a record since it was signed, and its children's names by id."""

    facts: tuple[Mended, ...]
    names: dict[int, str]

    def since(self, made_at: dt.datetime, children: Collection[int]) -> list[str]:
        """A sentence for each that a document made then, of these children (ids), does not tell."""
        found = {(one.child, one.what) for one in self.facts if one.at > made_at and one.child in children}
        known = [(child, what) for child in self.names for what in PutRight if (child, what) in found]
        return [put_right_words(what, self.names[child]) for child, what in known]


def mended_of(record: MeetingRecord) -> MendedFacts:
    """What was put right of a signed record in scope. Its parts are loaded with their children."""
    parts = {part.pk: part for part in record.parts.all()}
    children = {part.requested_child.child_id: part.requested_child.child for part in parts.values()}
    versions = DecisionChange.objects.unscoped(SCOPED).filter(
        conference_child__part__in=parts, outcome=Outcome.CONFIRMED
    )
    facts = [
        Mended(child, PutRight.DECISION, at)
        for child, at in versions.values_list("conference_child__child", "closed_at")
        if at is not None
    ]
    dates = NextDates.objects.unscoped(SCOPED).filter(part__in=parts).values("pk")
    members = CoreGroupMember.objects.unscoped(SCOPED).filter(part__in=parts).values("pk")
    told = Q(kind=RecordKind.CHILD, child__in=children, field__in=NAMED)
    told |= Q(kind=RecordKind.CONFERENCE, row=record.booking.conference_id, field="held_date")
    told |= Q(kind=RecordKind.NEXT_DATES, row__in=dates) | Q(
        kind=RecordKind.CORE_GROUP_MEMBER, row__in=members
    )
    rows = Correction.objects.unscoped(SCOPED).filter(told)
    for child, kind, at in rows.values_list("child", "kind", "corrected_at"):
        facts.append(Mended(child, WHAT.get(kind, PutRight.NEXT), at))
    return MendedFacts(tuple(facts), {pk: child.display_name for pk, child in children.items()})
