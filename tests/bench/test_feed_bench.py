"""Files of children of growing size: no dearer a child, in bounded memory, within a minute and a half."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection, transaction

from conferences.exchange.feed import inbox
from conferences.operations import children_feed
from safeguarding.audit import acting_as, system_user
from safeguarding.clock import now
from safeguarding.db import unlimited
from tests import database
from tests.bench import limits
from tests.bench.copies import copy_of, rows_of
from tests.bench.feed_generator import census_children, count_named, staff, write_feed
from tests.bench.memory import forget_peaks, peak_memory
from tests.bench.processor import Spent, spent
from tests.bench.table import Row, hold

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]

SIZES = (15_000, 50_000, 150_000)


@dataclass(frozen=True)
class TakenIn:
    """A first file, and a second by which a tenth of the children move."""

    children: int
    first: Spent
    second: Spent

    @property
    def a_thousand(self) -> float:
        return (self.first.both + self.second.both) / self.children * 1000

    def __str__(self) -> str:
        return f"{self.children:,} in {self.first.both:.1f} and {self.second.both:.1f} s"


@pytest.fixture(scope="module")
def council(served: None) -> Iterator[None]:
    with copy_of(database.template()):
        staff()
        yield


def test_a_large_file_of_children_is_no_dearer_a_child_and_held_in_little_memory(council, tmp_path):
    forget_peaks()
    found = [both(tmp_path, size) for size in SIZES]
    peaks = peak_memory()
    # What all of its processes share counts for each that has looked at it.
    shared = float(
        rows_of("SELECT setting::int * 8192 / 1e6 FROM pg_settings WHERE name = 'shared_buffers'")[0][0]
    )
    growth = found[-1].a_thousand / found[0].a_thousand
    seconds = max(found[-1].first.both, found[-1].second.both)
    hold(
        f"Files of {', '.join(f'{size:,}' for size in SIZES)} children",
        [
            Row("a child, largest to smallest", growth, limits.FEED_GROWTH, "; ".join(map(str, found))),
            Row("seconds of the largest", seconds, limits.FEED_SECONDS, "shown and taken in"),
            Row("most memory here, MB", peaks["here"], limits.FEED_MEMORY_MB),
            Row("of the database, its own, MB", peaks["of the database"] - shared, limits.FEED_MEMORY_MB),
        ],
    )


def both(folder: Path, children: int) -> TakenIn:
    """Two generated files after a census with half of the children, and all of it taken back."""
    first, second = folder / f"{children}.csv", folder / f"{children}-moved.csv"
    write_feed(first, children)
    write_feed(second, children, moved=children // 10)
    with transaction.atomic():
        census_children(children)
        done = TakenIn(children, spent(lambda: taken_in(first)), spent(lambda: taken_in(second)))
        assert count_named() == children
        transaction.set_rollback(True)
    return done


def taken_in(path: Path) -> None:
    """A file as the command takes it in, with all that is checked at the end."""
    by = system_user()
    with path.open("rb") as file, unlimited(), acting_as(by):
        size, sha256 = inbox.look_at(file)
        feed = children_feed.accept_feed(file_name=path.name, sha256=sha256, size=size, by=by, at=now())
        feed = inbox.show(feed, file, by=by, clock=now, on_progress=lambda lines: None)
        assert not feed.concerns and not feed.counts["refused"]
        children_feed.ask_in(feed=feed, by=by, at=now())
        inbox.write(feed, by=by, clock=now)
        with connection.cursor() as cursor:
            # What a commit would check.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
