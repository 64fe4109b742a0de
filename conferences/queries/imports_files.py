"""The files that were read, for the pages that speak of one."""

from __future__ import annotations

import uuid

from conferences.models import ImportedFile


def imported_file(ref: str) -> ImportedFile | None:
    """The file of an opaque reference; None where there is none, or the reference is no reference."""
    try:
        return ImportedFile.objects.filter(ref=uuid.UUID(ref)).first()
    except ValueError:
        return None
