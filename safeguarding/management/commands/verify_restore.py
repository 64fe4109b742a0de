"""manage.py verify_restore FOLDER: holds this database against the facts of a backup, table by table."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from safeguarding.deployment import backup
from safeguarding.wording import counted


class Command(BaseCommand):
    help = "Say whether this database equals a backup: rows, checksums, history, triggers and constraints."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="a folder that manage.py backup made")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            wanted = json.loads((folder / backup.FACTS).read_text())
        except (OSError, ValueError):
            raise CommandError(f"{folder} holds no {backup.FACTS} that can be read.") from None
        found = backup.facts()
        if told := backup.differences(wanted, found):
            raise CommandError("\n".join(["This database differs from the backup.", *told]))
        rows = sum(rows for rows, _ in found["tables"].values())
        self.stdout.write(
            f"Equal: {counted(len(found['tables']), 'table')}, {counted(rows, 'row')}, "
            f"{counted(len(found['triggers']), 'trigger')}. Newest history: {found['newest']['history']}."
        )
