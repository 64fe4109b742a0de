"""manage.py backup FOLDER: a dump of the database, and the facts by which a restore of it is proved."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from safeguarding.deployment import backup
from safeguarding.wording import counted


class Command(BaseCommand):
    help = "Back the database up into a new folder, while the service goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that is not there yet")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            found = backup.back_up(folder)
        except backup.BackupError as refusal:
            raise CommandError(str(refusal)) from None
        rows = sum(rows for rows, _ in found["tables"].values())
        tables = counted(len(found["tables"]), "table")
        self.stdout.write(f"{folder} holds {tables} and {counted(rows, 'row')}.")
