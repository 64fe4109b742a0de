"""manage.py import_cin FILE: a Children in Need census file into the record, and what came of it."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from conferences.exchange.census import report
from conferences.exchange.census.importing import import_census
from safeguarding.audit import system_user
from safeguarding.clock import now
from safeguarding.refusals import Refused


class Command(BaseCommand):
    help = (
        "Read a Children in Need census file (XML). Ends with 0 when the file was read, whatever records were"
        " refused; with 1 when the file itself is refused: then nothing has changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the census file")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *, file: str, format: str, **options: Any) -> None:
        path = Path(file)
        try:
            with path.open("rb") as opened:
                row = import_census(
                    file=opened,
                    file_name=path.name,
                    by=system_user(),
                    clock=now,
                    on_progress=self.progress if self.stderr.isatty() else None,
                )
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from None
        except Refused as refusal:
            raise CommandError(f"{path.name} was not read. {refusal}") from None
        finally:
            if self.stderr.isatty():
                sys.stderr.write("\r\033[K")
        if format == "json":
            self.stdout.write(json.dumps(report.as_data(row), indent=1))
        else:
            for line in report.as_lines(row):
                self.stdout.write(line)

    def progress(self, children: int) -> None:
        sys.stderr.write(f"\r{children:,} children read")
        sys.stderr.flush()
