"""Who saved which part of a record last, for those who write it at the same time."""

from __future__ import annotations

from dataclasses import dataclass

from conferences.models import ChildPart, MeetingRecord
from conferences.views.presenters.recording import name_of
from safeguarding.clock import day_of
from safeguarding.wording import uk_date, uk_time

COMMON = "common"
NOT_YET = "nothing saved yet"


@dataclass(frozen=True)
class Save:
    """One part of the record: its key, what the page calls it, and who saved it last."""

    key: str
    part: str
    words: str


def saves_of(record: MeetingRecord) -> list[Save]:
    """Who saved each part last: what is common to all children, then each child's."""
    common = Save(COMMON, "Attendance and the whole family", saved_words(record, record))
    parts = record.parts.all()
    return [common, *(Save(f"child-{one.pk}", name_of(one), saved_words(one, record)) for one in parts)]


def words_by_key(record: MeetingRecord) -> dict[str, str]:
    """The same for the script that asks again and again: no name of a child."""
    return {COMMON: saved_words(record, record)} | {
        f"child-{one.pk}": saved_words(one, record) for one in record.parts.all()
    }


def mark_of(record: MeetingRecord) -> str:
    """Another one after each save, also where two of one person are in one minute."""
    versions = [record.version, *(part.version for part in record.parts.all())]
    return ".".join(map(str, versions))


def saved_words(row: MeetingRecord | ChildPart, record: MeetingRecord) -> str:
    """Saved by Bruno Example at 10:42am; with the day where it is another than the meeting's."""
    if row.version == 1:
        return NOT_YET
    day = day_of(row.saved_at)
    on = "" if day == day_of(record.booking.starts_at) else f" on {uk_date(day)}"
    return f"saved by {row.saved_by.full_name} at {uk_time(row.saved_at)}{on}"
