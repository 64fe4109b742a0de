"""What becomes of a census file: handed in, read, or refused in a sentence."""

from __future__ import annotations

import datetime as dt

from django.db import connection, transaction

from conferences.models import FileStatus, ImportedFile
from safeguarding import audit
from safeguarding.models import User

Counts = dict[str, dict[str, int]]
LONGEST_NAME = 200


class AlreadyHandedIn(Exception):
    """The same file was handed in before and not refused; `file` is its row."""

    def __init__(self, file: ImportedFile) -> None:
        super().__init__("This file has been handed in before.")
        self.file = file


@transaction.atomic
def hand_in(
    *, file_name: str, sha256: str, size: int, again: bool, by: User, at: dt.datetime
) -> ImportedFile:
    """A row for a file that waits to be read. One read before is taken only if it is asked for `again`.

    AlreadyHandedIn for a file that was read, or that still waits (asked again or not: a double click).
    """
    with connection.cursor() as cursor:
        # Two identical requests at once: the second waits here, and then finds the first's row.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])
    known = [FileStatus.WAITING, FileStatus.READING] + ([] if again else [FileStatus.READ])
    before = ImportedFile.objects.filter(sha256=sha256, status__in=known).first()
    if before is not None:
        raise AlreadyHandedIn(before)
    return accept_file(file_name=file_name, sha256=sha256, size=size, by=by, at=at)


@transaction.atomic
def accept_file(
    *,
    file_name: str,
    sha256: str,
    size: int,
    by: User,
    at: dt.datetime,
    status: FileStatus = FileStatus.WAITING,
) -> ImportedFile:
    """A row for a file that was handed in, waiting to be read."""
    file = ImportedFile.objects.create(
        file_name=file_name[-LONGEST_NAME:],
        sha256=sha256,
        size=size,
        status=status,
        uploaded_by=by,
        uploaded_at=at,
    )
    audit.record("census.handed_in", file, by=by, at=at, detail={"sha256": sha256, "size": size})
    return file


@transaction.atomic
def begin_reading(*, file: ImportedFile) -> None:
    """The file is being read from now on, from its beginning; pages may say so."""
    file.status = FileStatus.READING
    file.progress = 0
    file.save(update_fields=["status", "progress"])


@transaction.atomic
def finish_file(
    *,
    file: ImportedFile,
    authority: str,
    year: int | None,
    reference: dt.date,
    counts: Counts,
    by: User,
    at: dt.datetime,
) -> ImportedFile:
    """The file was read. counts: {"plans": {"read": n, "added": n, "changed": n}, ...}."""
    file.authority = authority
    file.collection_year = year
    file.reference_date = reference
    file.counts = counts
    file.progress = counts["children"]["read"]
    file.status = FileStatus.READ
    file.finished_at = at
    file.save(
        update_fields=[
            "authority",
            "collection_year",
            "reference_date",
            "counts",
            "progress",
            "status",
            "finished_at",
        ]
    )
    audit.record("census.read", file, by=by, at=at, detail=counts)
    return file


@transaction.atomic
def refuse_file(*, file: ImportedFile, sentence: str, by: User, at: dt.datetime) -> ImportedFile:
    """The file could not be read; nothing of it was kept but this sentence."""
    file.status = FileStatus.REFUSED
    file.refusal = sentence
    file.finished_at = at
    file.save(update_fields=["status", "refusal", "finished_at"])
    audit.record("census.refused", file, by=by, at=at)
    return file
