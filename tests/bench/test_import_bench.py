"""Census files of growing size: time grows with the size and no faster, and memory hardly at all."""

import os
import resource
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import connection, transaction

from conferences.exchange.census.importing import import_census
from safeguarding.audit import system_user
from safeguarding.clock import now
from tests.bench.census_generator import children_for, write_census
from tests.bench.timing import timed

pytestmark = [pytest.mark.bench, pytest.mark.django_db]

SIZES = (10, 20, 50, 100)
MOST_MEMORY_MB = 1_000
# The same work a megabyte, whatever the size; what is over is for caches that a small file fits into.
MOST_GROWTH = 1.5


@dataclass(frozen=True)
class Run:
    """One import. `work`: seconds of processor, ours and the database's, which other load does not change."""

    megabytes: float
    seconds: float
    work: float

    @property
    def work_a_megabyte(self) -> float:
        return self.work / self.megabytes


def test_time_grows_with_the_size_and_memory_does_not(tmp_path):
    runs = [one(tmp_path / f"{size}.xml", size) for size in SIZES]
    client, server = peak_memory("self"), peak_memory(str(backend()))
    for run in runs:
        print(
            f"\n{run.megabytes:.0f} MB: {run.seconds:.1f} s, {run.work:.1f} s of processor,"
            f" {run.work_a_megabyte:.2f} s a megabyte"
        )
    print(f"\nMost memory: {client:.0f} MB here, {server:.0f} MB in the database's process")
    assert max(client, server) < MOST_MEMORY_MB
    assert runs[-1].work_a_megabyte < MOST_GROWTH * runs[0].work_a_megabyte


def one(path: Path, size: int) -> Run:
    """Import a generated file, with all that is checked at its end, and take it back."""
    write_census(path, children_for(size))
    by = system_user()
    with transaction.atomic(), path.open("rb") as file:
        before = work()
        _, seconds = timed(lambda: checked(import_census(file=file, file_name=path.name, by=by, clock=now)))
        done = work() - before
        transaction.set_rollback(True)
    return Run(path.stat().st_size / 1e6, seconds, done)


def checked(_: object) -> None:
    """What a commit would check."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def work() -> float:
    """Seconds of processor that this process and its database process have used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    fields = Path(f"/proc/{backend()}/stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    return used.ru_utime + used.ru_stime + ticks / os.sysconf("SC_CLK_TCK")


def peak_memory(process: str) -> float:
    """The most memory a process has held, in MB; the database's includes what it shares."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1_000
