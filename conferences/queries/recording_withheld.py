"""The confidential section of a record, as far as somebody may read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from conferences.models import MeetingRecord, WithheldText
from safeguarding.access import get, scope
from safeguarding.models import AgencyKind, Person, User


@dataclass(frozen=True)
class WithheldShown:
    """A confidential part with the words for its kind of agency ("" for the family) and the names of those
    who must not read it (none where everybody in the family must not).
    """

    part: WithheldText
    kind_name: str
    names: tuple[str, ...]


def withheld_of(user: User, record: MeetingRecord) -> list[WithheldShown]:
    """The parts of a record in scope, in the order in which they were added: two queries at the most."""
    name = AgencyKind.objects.filter(code=OuterRef("agency_kind")).values("name")
    rows: Any = scope(user, WithheldText).filter(record=record).annotate(kind_name=Subquery(name))
    parts: list[Any] = list(rows.select_related("saved_by"))
    names = _names(user, {one for part in parts for one in part.from_people})
    return [
        WithheldShown(
            part, part.kind_name or "", tuple(names[one] for one in part.from_people if one in names)
        )
        for part in parts
    ]


def withheld_in_scope(user: User, ref: UUID, withheld: UUID) -> WithheldText:
    """A part of a meeting's record. Http404 where the person may not see all the meeting's children."""
    rows: QuerySet[WithheldText] = WithheldText.objects.select_related("record__booking__request", "saved_by")
    return get(user, rows, ref=withheld, record__booking__ref=ref)


def people_to_choose(user: User, record: MeetingRecord, ties: Sequence[Any]) -> list[Person]:
    """Of whom a part may be kept: who belongs to the children now, and who attended of the family."""
    found = {tie.person_id: tie.person for tie in ties}
    others = {one.person_id for one in record.attendances.all() if one.person_id} - found.keys()
    if others:
        found |= {one.pk: one for one in scope(user, Person).filter(pk__in=others)}
    return sorted(found.values(), key=lambda one: one.full_name)


def _names(user: User, people: Iterable[int]) -> dict[int, str]:
    if not people:
        return {}
    rows = scope(user, Person).filter(pk__in=people)
    return dict(rows.values_list("pk", "full_name"))
