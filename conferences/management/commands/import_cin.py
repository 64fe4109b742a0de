"""manage.py import_cin FILE: a Children in Need census file into the record, and what came of it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError

from conferences.exchange.census import proposing, report
from conferences.exchange.census.importing import import_census
from conferences.models import ImportedFile
from conferences.queries.imports_files import imported_file
from safeguarding.audit import system_user
from safeguarding.clock import now
from safeguarding.refusals import Refused


class Command(BaseCommand):
    help = (
        "Read a Children in Need census file (XML). Ends with 0 when the file was read, whatever records were"
        " refused; with 1 when the file itself is refused: then nothing has changed. A newer file of the same"
        " authority and reference date replaces the one before it."
    )
    # They load every page, for a second; the service was checked when it was started.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="the census file")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--preview", action="store_true", help="show what it would change, and leave nothing"
        )
        how.add_argument("--undo", metavar="REF", help="take a file that was kept back, whole")
        parser.add_argument(
            "--anyway",
            action="store_true",
            help="also another authority's file, or one that tells of far fewer children than the last",
        )

    def handle(self, *, file: str | None, undo: str | None, **options: Any) -> None:
        if undo:
            self.take_back(undo)
        elif file:
            self.read(Path(file), **options)
        else:
            raise CommandError("Name a census file, or a file to undo with --undo.")

    def take_back(self, ref: str) -> None:
        row = imported_file(ref)
        if row is None:
            raise CommandError(f"There is no file with the reference {ref}.")
        try:
            proposing.undo(file=row, by=system_user(), clock=now)
        except Refused as refusal:
            raise CommandError(f"{row.file_name} was not undone. {refusal}") from None
        self.stdout.write(f"{row.file_name} was undone. The record is as the other files tell it.")

    def read(self, path: Path, *, preview: bool, **options: Any) -> None:
        try:
            opened = path.open("rb")
        except OSError as error:
            raise CommandError(f"{path} cannot be opened: {error.strerror}.") from None
        try:
            with opened:
                (self.show_only if preview else self.keep)(opened, path.name, **options)
        except Refused as refusal:
            raise CommandError(f"{path.name} was not read. {refusal}") from None
        finally:
            if self.stderr.isatty():
                sys.stderr.write("\r\033[K")

    def keep(self, opened: BinaryIO, name: str, *, format: str, anyway: bool, **_: Any) -> None:
        row = import_census(
            file=opened,
            file_name=name,
            by=system_user(),
            clock=now,
            on_progress=self.progress if self.stderr.isatty() else None,
            anyway=anyway,
        )
        self.tell(row, format)

    def show_only(self, opened: BinaryIO, name: str, *, format: str, **_: Any) -> None:
        def show(row: ImportedFile) -> None:
            self.tell(row, format)

        proposing.preview(file=opened, file_name=name, by=system_user(), clock=now, show=show)
        if format == "text":
            self.stdout.write("\nThis was only shown. Nothing has changed.")

    def tell(self, row: ImportedFile, format: str) -> None:
        if format == "json":
            self.stdout.write(json.dumps(report.as_data(row), indent=1))
        else:
            for line in report.as_lines(row):
                self.stdout.write(line)

    def progress(self, children: int) -> None:
        sys.stderr.write(f"\r{children:,} children read")
        sys.stderr.flush()
