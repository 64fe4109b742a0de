"""The confidential parts of a record that goes on at another meeting."""

from __future__ import annotations

from collections.abc import Collection

from conferences.models import MeetingRecord, WithheldText
from conferences.queries.invitations import related_people

WITHHELD = (
    "what",
    "told_by",
    "agency_kind",
    "reason",
    "reason_words",
    "from_family",
    "from_people",
    "from_agencies",
    "owner_agreed",
)


def carry_withheld(before: MeetingRecord, record: MeetingRecord) -> None:
    """They go along as they were left, with who wrote each."""
    rows = WithheldText.objects.unscoped("the confidential parts of a record in scope").filter(record=before)
    parts, names = list(rows), (*WITHHELD, "saved_by_id", "saved_at")
    told = {person for one in parts for person in one.from_people}
    related = related_people(record.booking.request, told)
    WithheldText.objects.bulk_create(
        WithheldText(record=record, **{name: getattr(one, name) for name in names} | _from_whom(one, related))
        for one in parts
    )


def _from_whom(one: WithheldText, related: Collection[int]) -> dict[str, object]:
    """Of whom a part is kept who belong to the children still; where none does, of all the family."""
    people = [person for person in one.from_people if person in related]
    return {"from_people": people, "from_family": one.from_family or not people}
