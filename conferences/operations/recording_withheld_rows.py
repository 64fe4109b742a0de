"""The confidential parts of a record that goes on at another meeting."""

from __future__ import annotations

from conferences.models import MeetingRecord, WithheldText

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
    names = (*WITHHELD, "saved_by_id", "saved_at")
    WithheldText.objects.bulk_create(
        WithheldText(record=record, **{name: getattr(one, name) for name in names}) for one in rows
    )
