"""manage.py restore FOLDER: brings a backup back into an empty database, all or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from safeguarding.deployment import backup


class Command(BaseCommand):
    help = "Restore a backup into the empty database of DATABASE_URL, as the role that is to own it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that manage.py backup made")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            backup.restore(folder)
        except backup.BackupError as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(f"Restored. Now: manage.py verify_restore {folder}, then manage.py grant_role ROLE")
