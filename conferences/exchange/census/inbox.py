"""Files handed in on the page: kept in a private folder until a worker has read them, then deleted.

A file waits on disk under its row's reference, so that a task needs only the row's id, and a worker that is
killed loses nothing: the next one finds row and file, and reads from the beginning.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from django.conf import settings
from django.db import connection, transaction
from kombu.exceptions import OperationalError

from conferences.exchange.census.file_checks import look_at
from conferences.exchange.census.importing import LOCK, at_work, claim, is_being_read
from conferences.exchange.census.proposing import propose
from conferences.models import FileStatus, ImportedFile
from conferences.operations import imports
from safeguarding import audit
from safeguarding.celery import app
from safeguarding.models import User
from safeguarding.refusals import FORBIDDEN, Refused

log = logging.getLogger(__name__)
READ_TASK = "conferences.tasks.read_census_file"
NO_LONGER = "Whoever handed in this file may no longer import files. Someone who may must hand it in again."
NO_ROOM = (
    "The file could not be kept: the server’s disk is full or closed. Nothing of it is left there. "
    "Tell whoever looks after the service, and hand it in again later"
)
LOST = "The file that was handed in is no longer there to be read. Hand it in again."


# A worker that runs takes a file at once: after so long, something is said.
SECONDS_TO_WAIT = 20


class Upload(Protocol):
    """What a form gives for a file: Django's UploadedFile."""

    name: str | None
    file: BinaryIO

    def chunks(self) -> Iterable[bytes]: ...


def hand_in(*, upload: Upload, again: bool, by: User, at: dt.datetime) -> ImportedFile:
    """Keep the file and ask for it to be read. Raises Refused."""
    size, sha256 = look_at(upload.file, settings.CENSUS_MOST_BYTES)
    kept: list[Path] = []
    try:
        with transaction.atomic():
            row = imports.hand_in(
                file_name=upload.name or "census.xml", sha256=sha256, size=size, again=again, by=by, at=at
            )
            if row.status in imports.UNREAD:
                kept += keep(row, upload)
                transaction.on_commit(lambda: ask(row), robust=True)
    except BaseException:
        # A file without its row would lie there for ever, and nobody would know of it.
        for place in kept:
            place.unlink(missing_ok=True)
        raise
    return row


def keep(row: ImportedFile, upload: Upload) -> list[Path]:
    """Write the file's bytes, readable by this service alone; where they lie. Those that wait already are
    left as they are, and are nobody's to take back. Raises Refused where the disk has no room.
    """
    place = place_of(row)
    if place.exists():
        return []
    try:
        settings.UPLOAD_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as kept:
            for chunk in upload.chunks():
                kept.write(chunk)
    except OSError as error:
        place.unlink(missing_ok=True)
        log.error("file_not_kept", extra={"error": type(error).__name__})
        raise Refused(NO_ROOM, "file") from error
    return [place]


def place_of(row: ImportedFile) -> Path:
    return Path(settings.UPLOAD_FOLDER) / f"{row.ref}.xml"


def ask(row: ImportedFile) -> bool:
    """Ask a worker to read the file; False where nobody can be asked now. The sweep asks again later."""
    try:
        app.send_task(READ_TASK, [row.pk], retry=False)
    except OperationalError:
        log.warning("census_file_waits", extra={"file": row.pk})
        return False
    return True


def read(*, file_id: int, clock: Callable[[], dt.datetime]) -> None:
    """Read a file that waits, from its beginning; one that was read, or is being read, is left alone."""
    row = ImportedFile.objects.select_related("uploaded_by").get(pk=file_id)
    with held(row) as mine, audit.acting_as(row.uploaded_by, file=row.pk):
        if not mine:
            return
        try:
            if not take(row, clock):
                return
        except FileNotFoundError:
            refuse(row, LOST, clock())
        except Refused as refusal:
            refuse(row, NO_LONGER if refusal.status == FORBIDDEN else refusal.sentence, clock())
    place_of(row).unlink(missing_ok=True)


@contextmanager
def held(row: ImportedFile) -> Iterator[bool]:
    """Whether the file is this process's to read. It is held from before its status says that it is read
    until after the status says what came of it, so that nobody finds it being read and held by none.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, row.pk])
        mine = bool(cursor.fetchone()[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, row.pk])


def take(row: ImportedFile, clock: Callable[[], dt.datetime]) -> bool:
    """Find what the file would change, for whoever handed it in; False where it was read meanwhile."""
    by = row.uploaded_by
    if not imports.begin_reading(file=row, by=by):
        return False
    with transaction.atomic():
        if not claim(row):
            return False
        with place_of(row).open("rb") as file, ProgressConnection(row) as progress:
            propose(
                file=file,
                file_name=row.file_name,
                by=by,
                clock=clock,
                waiting=row,
                on_progress=progress.tell,
            )
    return True


def refuse(row: ImportedFile, sentence: str, at: dt.datetime) -> None:
    imports.refuse_file(file=row, sentence=sentence, by=audit.system_user(), at=at)


@dataclass(frozen=True)
class Standing:
    """Whether somebody reads the file now; `stuck`: nobody does, though somebody should have by now."""

    running: bool
    stuck: bool


def standing(row: ImportedFile, *, at: dt.datetime) -> Standing:
    """How it stands with a file that was not read, or of which something was asked, when it was looked up."""
    busy = at_work()
    running = row.pk in busy
    # It may have been done between the two looks: then nobody holds it, and nothing has stopped.
    same = ImportedFile.objects.filter(pk=row.pk, status=row.status, asked=row.asked)
    over = not running and not same.exists()
    waited = (at - (row.asked_at or row.uploaded_at)).total_seconds()
    # While another file is in a worker's hands, this one waits for its turn.
    late = row.status == FileStatus.READING or (waited > SECONDS_TO_WAIT and not busy)
    return Standing(running or over, late and not running and not over)


def ask_for_all(*, before: dt.datetime) -> int:
    """Ask again for every file handed in before a moment and not read: what a lost message left behind."""
    left = ImportedFile.objects.filter(status__in=imports.UNREAD, uploaded_at__lt=before)
    return sum(ask(row) for row in left if not is_being_read(row))


class ProgressConnection:
    """A second connection: what it tells is seen at once, while the import is still one transaction."""

    def __init__(self, row: ImportedFile) -> None:
        self.row = row
        self.connection = connection.copy()

    def __enter__(self) -> ProgressConnection:
        return self

    def tell(self, children: int) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "UPDATE conferences_importedfile SET progress = %s WHERE id = %s", [children, self.row.pk]
            )

    def __exit__(self, *_: object) -> None:
        self.connection.close()
