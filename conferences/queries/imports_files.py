"""The files that were read, for the pages that speak of one."""

from __future__ import annotations

import uuid

from conferences.models import FileStatus, ImportedFile
from safeguarding.workingdays import Period, year_ending


def imported_file(ref: str) -> ImportedFile | None:
    """The file of an opaque reference; None where there is none, or the reference is no reference."""
    try:
        return ImportedFile.objects.filter(ref=uuid.UUID(ref)).first()
    except ValueError:
        return None


def file_of_year(year: int) -> ImportedFile | None:
    """The census of a year that is in force."""
    kept = ImportedFile.objects.filter(status=FileStatus.READ, reference_date=Period.year(year).to)
    return kept.order_by("pk").last()


def census_years() -> list[int]:
    """The years of which a census is in force, the latest first."""
    kept = ImportedFile.objects.filter(status=FileStatus.READ, reference_date__isnull=False).order_by()
    days = kept.values_list("reference_date", flat=True)
    return sorted({year_ending(day) for day in days if day}, reverse=True)
