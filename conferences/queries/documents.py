"""Documents that were kept: the versions of what was sent, their files, and what they were made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from conferences.models import Document, DocumentFile, Letter, MeetingRecord
from conferences.queries.addresses import address_lines
from conferences.queries.documents_corrected import MendedFacts, mended_of
from conferences.queries.documents_formats import with_large
from conferences.queries.letters import LetterFacts, Recipient
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due
from conferences.rules.documents import DocumentFormat, DocumentKind, address_print, changed_since
from safeguarding.access import get, scope
from safeguarding.models import User

NO_TIE_NOW = "This person is not recorded any more as somebody of a child of the conference."
LETTER = DocumentKind.DECISION_LETTER.value


def versions_of(user: User, record: MeetingRecord) -> dict[int, list[Document]]:
    """{person: the versions of their decision letter, the newest first}, each with `files`."""
    rows: QuerySet[Document] = scope(user, Document).filter(record=record, kind=LETTER)
    found: dict[int, list[Document]] = {}
    people = "made_by", "sent_by", "person", "released_by", "off_by", "read_by"
    for one in with_large(rows.select_related(*people).order_by("-version")):
        assert one.person_id is not None  # A decision letter goes to a person.
        found.setdefault(one.person_id, []).append(one)
    return found


def other_since(
    versions: Mapping[int, list[Document]],
    record: MeetingRecord,
    may_have: Sequence[Recipient],
    mended: MendedFacts | None = None,
) -> dict[int, list[str]]:
    """{person: what is other now than the newest version of their letter tells}, of letters not sent yet too.

    `may_have` are those who may have a letter now; `mended` what was put right of the record, where that is
    at hand. The record's parts are loaded.
    """
    asked = {part.requested_child.child_id: part.requested_child_id for part in record.parts.all()}
    now = {one.person.pk: one for one in may_have}
    mended = (mended or mended_of(record)).of_letter()
    found = {}
    for person, kept in versions.items():
        one = now.get(person)
        if one is None:
            found[person] = [NO_TIE_NOW]
            continue
        children = {tie.child_id for tie in one.ties if tie.child_id in asked}
        address, language = address_print(address_lines(one.person)), one.person.interpreter_language
        told = sorted(asked[child] for child in children)
        found[person] = changed_since(kept[0].told, address, told, language)
        found[person] += mended.since(kept[0].made_at, children)
    return found


def latest_of(letter: Letter) -> Document | None:
    """The newest version of a letter in scope; None where no file was kept."""
    rows = Document.objects.unscoped("the versions of a letter in scope").order_by("-version")
    found: Document | None = rows.filter(
        record=letter.record_id, person=letter.person_id, kind=LETTER
    ).first()
    return found


def last_sent(letter: Letter) -> Document | None:
    """The newest version of a letter in scope that went out; None where none did."""
    rows = Document.objects.unscoped("the versions of a letter in scope").order_by("-version")
    found: Document | None = rows.filter(
        record=letter.record_id, person=letter.person_id, kind=LETTER, sent_date__isnull=False
    ).first()
    return found


def changes_after(version: Document) -> list[str]:
    """What each version after one in scope says is other in it, the eldest first."""
    rows = Document.objects.unscoped("the later versions of a document in scope").order_by("version")
    later = rows.filter(record=version.record_id, person=version.person_id, kind=version.kind)
    return list(later.filter(version__gt=version.version).values_list("changed", flat=True))


def sent_day(letter: Letter, newest: Document | None) -> dt.date | None:
    """When the newest version of a letter went out; None where it did not.

    The release before this one writes the day of a first version beside the letter alone.
    """
    if newest is None:
        return letter.sent_date
    return newest.sent_date or (letter.sent_date if newest.version == 1 else None)


def document_in_scope(user: User, ref: UUID, pk: int) -> Document:
    """A document of a meeting. Http404 where the person may not see all the meeting's children."""
    documents: QuerySet[Document] = Document.objects.select_related("record__booking", "person")
    return get(user, documents, pk=pk, record__booking__ref=ref)


def file_of(document: Document, form: DocumentFormat) -> DocumentFile:
    """The file of a document in scope as it was kept. Http404 where there is none in this format."""
    files = DocumentFile.objects.unscoped("the files of a document in scope")
    found: DocumentFile | None = files.filter(document=document, format=form.value).first()
    if found is None:
        raise Http404
    return found


def source_of(facts: LetterFacts) -> dict[str, Any]:
    """What a letter is made from, as it is kept with it and compared by."""
    days = [(one.part.requested_child_id, due) for one in facts.children for due in one.days.known]
    return {
        "address": address_print(address_lines(facts.person)),
        "asked": sorted(one.part.requested_child_id for one in facts.children),
        "language": facts.person.interpreter_language,
        "days": [_plain(asked, due) for asked, due in days],
    }


def days_of(told: Mapping[str, Any]) -> list[tuple[int, Due]]:
    """(requested child, day) of each day that a document tells, from what it was made from."""
    return [(one["asked"], _due(one)) for one in told.get("days", [])]


def _plain(asked: int, due: Due) -> dict[str, Any]:
    return {
        "asked": asked,
        "code": due.code.value,
        "date": due.date.isoformat(),
        "rule": due.rule,
        "explanation": due.explanation,
        "started": due.started.isoformat(),
        "not_counted": [day.isoformat() for day in due.not_counted],
        "number": due.number,
    }


def _due(kept: Mapping[str, Any]) -> Due:
    day = dt.date.fromisoformat
    return Due(
        Code(kept["code"]),
        day(kept["date"]),
        kept["rule"],
        kept["explanation"],
        day(kept["started"]),
        tuple(map(day, kept["not_counted"])),
        kept["number"],
    )
