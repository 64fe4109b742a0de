"""What somebody needs so that they can read what is sent to them, and that it was read to them, in words."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.urls import reverse

from conferences.models import Document
from conferences.rules.documents import ReadHow
from safeguarding.labelled import label
from safeguarding.pagekit.components import Cell, Column
from safeguarding.wording import uk_date

COLUMN = Column("In their language")


def is_read_to(versions: Iterable[Document]) -> bool:
    """Whether any of these is for somebody with an interpreter, or was read to them."""
    return any(one.read_how or (one.person and one.person.interpreter_language.strip()) for one in versions)


def read_cell(kept: Document, ref: uuid.UUID, *, is_newest: bool) -> Cell:
    """Whether a version was read to its reader, and the way to record it while it is the newest."""
    if kept.person is None:
        return Cell("")
    href, about = reverse("document_read", args=[ref, kept.pk]), f"of version {kept.version}"
    about = f": {kept.person.full_name}, {about}"
    if kept.read_how:
        said = f"{label(ReadHow, kept.read_how)}: {kept.read_who}. Recorded by {_name(kept)}."
        day = uk_date(kept.read_date)
        return Cell(f"{kept.read_language}, {day}", href=href, about=about, note=said)
    if not kept.person.interpreter_language.strip():
        return Cell("No interpreter is recorded")
    if not is_newest or kept.off_at is not None:
        return Cell("Not read to them")
    if kept.needs_release and kept.released_at is None:
        return Cell("Not yet", note="Somebody else releases it first.")
    return Cell("Record that it was read to them", href=href, about=about)


def _name(kept: Document) -> str:
    return kept.read_by.full_name if kept.read_by else ""
