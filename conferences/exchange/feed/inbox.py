"""Files of children handed in: kept in a private folder until a worker has read them, then deleted.

A task needs only the row's id; a worker that is killed loses nothing, for the next one begins anew.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import connection, transaction
from kombu.exceptions import OperationalError

from conferences.exchange.census.inbox import Upload
from conferences.exchange.feed import comparing, staging, taking
from conferences.models import ChildrenFeed, FeedStatus
from conferences.operations import children_feed
from safeguarding import audit
from safeguarding.celery import app
from safeguarding.clock import day_of
from safeguarding.db import unlimited
from safeguarding.models import User
from safeguarding.refusals import FORBIDDEN, Refused

log = logging.getLogger(__name__)
Clock = Callable[[], dt.datetime]
READ_TASK = "conferences.tasks.read_children_feed"
TAKE_TASK = "conferences.tasks.take_in_children_feed"
# One process at a time works at a file of this kind: the number names the kind, the second the file.
LOCK = 20_26
LONG_WAIT = "30min"
SECONDS_TO_WAIT = 20
MOST_BYTES = 200_000_000
NO_LONGER = "Whoever handed in this file may no longer do so. Someone who may must hand it in again."
LOST = "The file that was handed in is no longer there to be read. Hand it in again."
NO_ROOM = "The file could not be kept, and nothing of it was. Tell the person who looks after this service"
NOT_CSV = {
    b"\x1f\x8b": "The file is compressed (gzip). Unpack it, and hand in the CSV file that is inside",
    b"PK\x03\x04": "The file is a workbook or a zip file. Save it as CSV in UTF-8",
    b"\xd0\xcf\x11\xe0": "The file is an older workbook. Save it as CSV in UTF-8",
    b"%PDF": "The file is a PDF document. Hand in a CSV file",
}


def hand_in(*, upload: Upload, by: User, at: dt.datetime) -> ChildrenFeed:
    """Keep the file and ask for it to be read. Raises Refused."""
    size, sha256 = look_at(upload.file)
    with transaction.atomic():
        feed = children_feed.accept_feed(
            file_name=upload.name or "children.csv", sha256=sha256, size=size, by=by, at=at
        )
        if feed.status == FeedStatus.WAITING:
            keep(feed, upload)
            transaction.on_commit(lambda: ask(feed))
    return feed


def look_at(file: BinaryIO) -> tuple[int, str]:
    """(size in bytes, SHA-256 in hexadecimal); leaves the file at its start. Raises Refused."""
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(1 << 20):
        if not size:
            check_head(chunk[:4096])
        size += len(chunk)
        digest.update(chunk)
        if size > MOST_BYTES:
            raise Refused(f"The selected file must be smaller than {MOST_BYTES // 1_000_000} MB", "file")
    if not size:
        raise Refused("The file is empty", "file")
    file.seek(0)
    return size, digest.hexdigest()


def check_head(head: bytes) -> None:
    for magic, sentence in NOT_CSV.items():
        if head.startswith(magic):
            raise Refused(sentence, "file")
    # In one line of a text it is that line’s fault.
    if b"\0" in head.partition(b"\n")[0]:
        raise Refused("The file must be saved as CSV in UTF-8, and this one is not", "file")


def keep(feed: ChildrenFeed, upload: Upload) -> None:
    """The file's bytes, readable by this service alone; a file that cannot be kept whole leaves nothing."""
    if place_of(feed).exists():
        return
    settings.UPLOAD_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(place_of(feed), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as kept:
            for chunk in upload.chunks():
                kept.write(chunk)
    except FileExistsError:
        return
    except OSError as fault:
        place_of(feed).unlink(missing_ok=True)
        log.error("children_feed_not_kept", extra={"file": feed.pk, "errno": fault.errno})
        raise Refused(NO_ROOM, "file") from None


def place_of(feed: ChildrenFeed) -> Path:
    return Path(settings.UPLOAD_FOLDER) / f"{feed.ref}.csv"


def ask(feed: ChildrenFeed) -> bool:
    """Ask a worker for what the file waits for; False where nobody can be asked now. The sweep asks again."""
    task = TAKE_TASK if feed.status == FeedStatus.GOING_IN else READ_TASK
    try:
        app.send_task(task, [feed.pk], retry=False)
    except OperationalError:
        log.warning("children_feed_waits", extra={"file": feed.pk})
        return False
    return True


def ask_for_all(*, before: dt.datetime) -> int:
    """Ask again for every file that waits since before a moment: what a lost message left behind."""
    left = ChildrenFeed.objects.filter(status__in=children_feed.AT_WORK, handed_in_at__lt=before)
    return sum(ask(feed) for feed in left if not is_at_work(feed))


def read(*, feed_id: int, clock: Clock) -> None:
    """Read a file that waits and compare it with the record; one that is being read is left alone."""
    feed = ChildrenFeed.objects.select_related("handed_in_by").get(pk=feed_id)
    by = feed.handed_in_by
    if is_at_work(feed):
        return
    with audit.acting_as(by, feed=feed.pk):
        try:
            if not children_feed.begin_reading(feed=feed, by=by) or not _read(feed, by, clock):
                return
        except FileNotFoundError:
            _refuse(feed, LOST, clock())
        except Refused as refusal:
            _refuse(feed, NO_LONGER if refusal.status == FORBIDDEN else refusal.sentence, clock())
    place_of(feed).unlink(missing_ok=True)


def _read(feed: ChildrenFeed, by: User, clock: Clock) -> bool:
    with unlimited():
        if not claim(feed) or not _is(feed, FeedStatus.READING):
            return False
        with place_of(feed).open("rb") as file, ProgressConnection(feed) as progress:
            show(feed, file, by=by, clock=clock, on_progress=progress.tell)
    return True


def show(
    feed: ChildrenFeed, file: BinaryIO, *, by: User, clock: Clock, on_progress: Callable[[int], None]
) -> ChildrenFeed:
    """Stage the file's lines, compare them, and say so in its row. Within the caller's transaction."""
    on = day_of(clock())
    staging.stage(feed, file, on, on_progress)
    counts, concerns = comparing.compare(feed, on)
    comparing.forget()
    return children_feed.show(feed=feed, counts=counts, concerns=concerns, by=by)


def take_in(*, feed_id: int, clock: Clock) -> None:
    """Take in a file for whoever asked for it; one that is being taken in, or was, is left alone."""
    feed = ChildrenFeed.objects.select_related("taken_in_by").get(pk=feed_id)
    by = feed.taken_in_by
    if feed.status != FeedStatus.GOING_IN or by is None or is_at_work(feed):
        return
    with audit.acting_as(by, feed=feed.pk):
        try:
            with unlimited():
                if claim(feed) and _is(feed, FeedStatus.GOING_IN):
                    write(feed, by=by, clock=clock)
        except Refused as refusal:
            _refuse(feed, NO_LONGER if refusal.status == FORBIDDEN else refusal.sentence, clock())


def write(feed: ChildrenFeed, *, by: User, clock: Clock) -> ChildrenFeed:
    """The lines of a file into the record, all or none. Within the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LONG_WAIT])
    counts = taking.take(feed, day_of(clock()))
    return children_feed.finish(feed=feed, counts=counts, by=by, at=clock())


def claim(feed: ChildrenFeed) -> bool:
    """Whether this transaction is the only one at work on the file, until it ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, feed.pk])
        return bool(cursor.fetchone()[0])


def _is(feed: ChildrenFeed, status: FeedStatus) -> bool:
    """Whether it still stands so: who was claimed before may have done it."""
    feed.refresh_from_db(fields=["status"])
    return feed.status == status


def is_at_work(feed: ChildrenFeed) -> bool:
    """Whether another process is at work on the file now: it holds the file's lock, which dies with it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = %s"
            " AND objid = %s AND pid <> pg_backend_pid()"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            [LOCK, feed.pk],
        )
        return bool(cursor.fetchone()[0])


@dataclass(frozen=True)
class Standing:
    """Whether somebody is at work on the file now; `stuck`: nobody is, though somebody should be by now."""

    running: bool
    stuck: bool


def standing(feed: ChildrenFeed, *, at: dt.datetime) -> Standing:
    running = is_at_work(feed)
    asked_at = feed.taken_in_at or feed.handed_in_at
    waited = (at - asked_at).total_seconds()
    return Standing(running, not running and waited > SECONDS_TO_WAIT)


def _refuse(feed: ChildrenFeed, sentence: str, at: dt.datetime) -> None:
    children_feed.refuse_feed(feed=feed, sentence=sentence, by=audit.system_user(), at=at)


class ProgressConnection:
    """A second connection: what it tells is seen at once, while the reading is still one transaction."""

    def __init__(self, feed: ChildrenFeed) -> None:
        self.feed = feed
        self.connection = connection.copy()

    def __enter__(self) -> ProgressConnection:
        return self

    def tell(self, lines: int) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "UPDATE conferences_childrenfeed SET progress = %s WHERE id = %s", [lines, self.feed.pk]
            )

    def __exit__(self, *_: object) -> None:
        self.connection.close()
