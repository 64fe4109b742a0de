"""The first file of a service: while some of its children are merged the next are read.

A thread reads and judges, without the database; whoever asks it for children has the transaction. PostgreSQL
works for most of the time, and another processor reads meanwhile. Only where nothing else
is known can a part of a file be merged before its end is seen: nobody is there whom it could tell otherwise
or leave out, and a number stands once in it. A file that turns out broken takes all with it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from threading import Event, Thread

from conferences.exchange.census.merging import lock
from conferences.exchange.census.staging import BATCH, TABLES, Batch, Staging
from conferences.models import FileStatus, ImportedFile
from safeguarding.models import Child

# So many batches wait at most: they are held in memory.
AHEAD = 3
MOST_FAULTS = 10 * BATCH
# The reader gives way so soon (seconds) when a statement has ended; Python's own 5 ms would come after each.
GIVES_WAY = 0.0005
# How often (seconds) it is looked whether a reader that is wanted no longer has ended.
LOOKS = 0.05


Hand = Callable[[Batch], None]


class _NotWanted(Exception):
    """Whoever asked for children has ended."""


def is_first(row: ImportedFile) -> bool:
    """Whether no child is here, and no other file is or was in force; from then on nobody adds any."""
    if _anything_is_here(row):
        return False
    lock()
    return not _anything_is_here(row)


def _anything_is_here(row: ImportedFile) -> bool:
    kept = ImportedFile.objects.filter(status__in=[FileStatus.READ, FileStatus.REPLACED])
    anybody = Child.objects.unscoped("whether anybody is here at all")
    return kept.exclude(pk=row.pk).exists() or anybody.exists()


class Handing(Staging):
    """Hands on what it takes, instead of copying it."""

    def __init__(self, file_id: int, hand_on: Hand) -> None:
        super().__init__(file_id)
        self.hand_on = hand_on

    def flush(self) -> None:
        rows, faults = self.rows, self.faults
        self.rows, self.faults = {name: [] for name in TABLES}, []
        self.hand_on(Batch(rows, faults))

    def flush_faults(self) -> None:
        """They go with the children, unless they are far more."""
        if len(self.faults) >= MOST_FAULTS:
            self.flush()


@contextmanager
def read_ahead(read: Callable[[Hand], None]) -> Iterator[Iterator[list[Batch]]]:
    """What `read` hands on in a thread of its own: each time all that has come together, one batch at least.

    Raises what `read` raises, in place of the next. The thread has ended when the context has.
    """
    waiting: Queue[Batch | None] = Queue(AHEAD)
    not_wanted = Event()
    raised: list[BaseException] = []

    def hand_on(batch: Batch) -> None:
        if not_wanted.is_set():
            raise _NotWanted
        waiting.put(batch)

    def run() -> None:
        try:
            read(hand_on)
        except BaseException as error:
            raised.append(error)
        waiting.put(None)

    def together() -> Iterator[list[Batch]]:
        ended = False
        while not ended:
            found = [waiting.get()]
            with suppress(Empty):
                while True:
                    found.append(waiting.get_nowait())
            ended = None in found
            if raised:
                raise raised[0]
            yield [batch for batch in found if batch]

    reader = Thread(target=run, name="census-reader", daemon=True)
    before = sys.getswitchinterval()
    sys.setswitchinterval(GIVES_WAY)
    try:
        reader.start()
        yield together()
    finally:
        not_wanted.set()
        while reader.is_alive():
            with suppress(Empty):
                waiting.get(timeout=LOOKS)
        sys.setswitchinterval(before)
