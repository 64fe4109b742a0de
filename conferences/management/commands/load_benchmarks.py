"""Reads published figures to compare with: the project's own data, or a newer release of the DfE."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from conferences.exchange.benchmark_file import Contents, read_file, read_neighbours
from conferences.operations.benchmarks import Loaded, load_benchmarks
from conferences.rules.published import TABLES
from safeguarding.audit import acting_as, system_user
from safeguarding.clock import now
from safeguarding.refusals import Refused

DATA = Path(__file__).parents[2] / "data"


class Command(BaseCommand):
    help = (
        "Load the published figures to compare with. Without FILE: those that come with the project. With "
        "FILE: a CSV of the DfE's open data (tables C4, D1, D3 to D7) or of the ONS population, named by its "
        "table as the DfE names it. Loading again changes nothing; a later release wins."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", type=Path)
        parser.add_argument(
            "--table", choices=TABLES, default="", help="the table, where its name does not say"
        )
        parser.add_argument(
            "--release", type=int, help="the year of the release, where its name does not say"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        files = [options["file"]] if options["file"] else sorted((DATA / "benchmarks").glob("*.csv"))
        contents = [self._read(path, options["table"], options["release"]) for path in files]
        own = not options["file"]
        by = system_user()
        with acting_as(by, command="load_benchmarks"):
            loaded = load_benchmarks(
                records=[record for read in contents for record in read.records],
                neighbours=read_neighbours(DATA / "statistical_neighbours.csv") if own else (),
                by=by,
                at=now(),
            )
        self._report(loaded, sum(len(read.refused) for read in contents))

    def _read(self, path: Path, table: str, release: int | None) -> Contents:
        try:
            contents = read_file(path, table=table, release=release)
        except Refused as refusal:
            raise CommandError(refusal.sentence) from refusal
        for row, sentence in contents.refused:
            self.stdout.write(f"{path.name}, row {row}: {sentence}")
        return contents

    def _report(self, loaded: Loaded, refused: int) -> None:
        self.stdout.write(
            f"Figures: {loaded.added} added, {loaded.changed} changed, {loaded.unchanged} unchanged, "
            f"{loaded.older} older than those known. Neighbours: {loaded.neighbours} added. "
            f"Rows refused: {refused}."
        )
