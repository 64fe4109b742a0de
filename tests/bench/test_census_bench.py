"""Census files of growing size: no dearer a megabyte, in bounded memory. Beside a plain script, as a whole
and by what is done with them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pgtrigger
import pytest
from django.db import connection, transaction

from conferences.exchange.census.importing import import_census
from safeguarding.audit import system_user
from safeguarding.clock import now
from tests import database
from tests.bench import limits
from tests.bench.census_generator import children_for, write_census
from tests.bench.copies import copy_of, run
from tests.bench.memory import forget_peaks, peak_memory
from tests.bench.plain_script import read_frames
from tests.bench.processor import Spent, spent
from tests.bench.same_rows import put, rows_kept
from tests.bench.table import Row, hold

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]

SIZES = (10, 20, 50, 100)
COMPARED = (50, 100)
# Of this size it is measured what is done with a file.
PARTS_OF = 20


@dataclass(frozen=True)
class Read:
    """One import, and what it took of the processor, here and in the database."""

    megabytes: float
    spent: Spent

    @property
    def a_megabyte(self) -> float:
        return self.spent.both / self.megabytes

    def __str__(self) -> str:
        return f"{self.megabytes:.0f} MB in {self.spent.both:.1f} s"


@pytest.fixture(scope="module")
def empty(served: None) -> Iterator[None]:
    with copy_of(database.template()):
        yield


def test_a_large_file_is_no_dearer_a_megabyte_and_held_in_little_memory(empty, tmp_path):
    forget_peaks()
    reads = [read(tmp_path / f"{size}.xml", size) for size in SIZES]
    peaks = peak_memory()
    plain = [plainly(tmp_path / f"{size}.xml") for size in SIZES]
    growth = reads[-1].a_megabyte / reads[0].a_megabyte
    said = "the plain script takes {:.1f} s; it takes the file at its word and keeps nothing"
    hold(
        f"Census files of {', '.join(map(str, SIZES))} MB",
        [
            Row("a megabyte, largest to smallest", growth, limits.CENSUS_GROWTH, ", ".join(map(str, reads))),
            *(
                Row(
                    f"{size} MB in times the plain script",
                    reading.spent.both / script,
                    limits.CENSUS_PLAIN,
                    said.format(script),
                )
                for size, reading, script in zip(SIZES, reads, plain, strict=True)
                if size in COMPARED
            ),
            *(Row(f"most memory {where}, MB", mb, limits.CENSUS_MEMORY_MB) for where, mb in peaks.items()),
        ],
    )


def test_what_is_done_with_a_file(empty, tmp_path):
    path = tmp_path / "census.xml"
    whole = read(path, PARTS_OF).spent
    with no_history_of_what_is_added():
        bare = spent(lambda: imported(path)).database
    plain = plainly(path)
    hold(
        f"A census file of {PARTS_OF} MB: in times the plain script",
        [
            Row("reading and checking", whole.web / plain, limits.CENSUS_READING, f"{whole}"),
            Row("merging", bare / plain, limits.CENSUS_MERGING, "with what a commit checks"),
            Row("history", (whole.database - bare) / plain, limits.CENSUS_HISTORY),
        ],
    )


def test_beside_a_script_that_keeps_the_same(empty, tmp_path):
    """The plain script keeps nothing: with the record that a file leaves, put by COPY as it stands."""
    path = tmp_path / "census.xml"
    write_census(path, children_for(PARTS_OF))
    with copy_of(database.template()):
        whole = spent(lambda: imported(path, keep=True))
        rows = rows_kept()
    with copy_of(database.template()):
        kept = spent(lambda: put(rows))
    plain = plainly(path)
    said = f"{whole}; the script {plain:.1f} s, its rows {kept.both:.1f} s"
    hold(
        f"A census file of {PARTS_OF} MB: in times the plain script and the same rows by COPY",
        [Row("whole", whole.both / (plain + kept.both), limits.CENSUS_SAME, said)],
    )


@contextmanager
def no_history_of_what_is_added() -> Iterator[None]:
    """Without the triggers that keep what a row was when it was added.

    They are switched off, and not ignored: to ask each trigger whether it is among a hundred names takes as
    long as the history does.
    """
    for done in ("DISABLE", "ENABLE"):
        for model, trigger in pgtrigger.registered():
            if trigger.name == "insert_insert":
                run(f"ALTER TABLE {model._meta.db_table} {done} TRIGGER {trigger.get_pgid(model)}")
        if done == "DISABLE":
            yield


def read(path: Path, size: int) -> Read:
    """Import a generated file, with all that is checked at its end, and take it back."""
    write_census(path, children_for(size))
    return Read(path.stat().st_size / 1e6, spent(lambda: imported(path)))


def plainly(path: Path) -> float:
    """The least that the plain script takes of the processor in three runs: what else is done only adds."""
    return min(spent(lambda: read_frames(path)).both for _ in range(3))


def imported(path: Path, *, keep: bool = False) -> None:
    by = system_user()
    with transaction.atomic(), path.open("rb") as file:
        import_census(file=file, file_name=path.name, by=by, clock=now)
        with connection.cursor() as cursor:
            # What a commit would check.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        transaction.set_rollback(not keep)
