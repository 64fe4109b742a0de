"""Census files of growing size: no dearer a megabyte, in bounded memory. Beside a plain script, as a whole
and by what is done with them.
"""

from collections.abc import Iterator
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
from tests.bench.table import Row, hold

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]

SIZES = (10, 20, 50, 100)
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
    plain = spent(lambda: read_frames(tmp_path / f"{SIZES[-1]}.xml"))
    growth = reads[-1].a_megabyte / reads[0].a_megabyte
    said = f"the plain script takes {plain.both:.1f} s; it takes the file at its word and keeps nothing"
    hold(
        f"Census files of {', '.join(map(str, SIZES))} MB",
        [
            Row("a megabyte, largest to smallest", growth, limits.CENSUS_GROWTH, ", ".join(map(str, reads))),
            Row("in times the plain script", reads[-1].spent.both / plain.both, limits.CENSUS_PLAIN, said),
            *(Row(f"most memory {where}, MB", mb, limits.CENSUS_MEMORY_MB) for where, mb in peaks.items()),
        ],
    )


def test_what_is_done_with_a_file(empty, tmp_path):
    path = tmp_path / "census.xml"
    whole = read(path, PARTS_OF).spent
    run(f"SET pgtrigger.ignore = '{{{','.join(history_of_what_is_added())}}}'")
    bare = spent(lambda: imported(path)).database
    run("SET pgtrigger.ignore = '{}'")
    plain = spent(lambda: read_frames(path)).both
    hold(
        f"A census file of {PARTS_OF} MB: in times the plain script",
        [
            Row("reading and checking", whole.web / plain, limits.CENSUS_READING, f"{whole}"),
            Row("merging", bare / plain, limits.CENSUS_MERGING, "with what a commit checks"),
            Row("history", (whole.database - bare) / plain, limits.CENSUS_HISTORY),
        ],
    )


def history_of_what_is_added() -> list[str]:
    """The triggers that keep what a row was when it was added."""
    return [
        trigger.get_pgid(model)
        for model, trigger in pgtrigger.registered()
        if trigger.name == "insert_insert"
    ]


def read(path: Path, size: int) -> Read:
    """Import a generated file, with all that is checked at its end, and take it back."""
    write_census(path, children_for(size))
    return Read(path.stat().st_size / 1e6, spent(lambda: imported(path)))


def imported(path: Path) -> None:
    by = system_user()
    with transaction.atomic(), path.open("rb") as file:
        import_census(file=file, file_name=path.name, by=by, clock=now)
        with connection.cursor() as cursor:
            # What a commit would check.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        transaction.set_rollback(True)
