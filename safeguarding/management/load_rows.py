"""What the commands that load a directory share: a file read, shown or taken in, and what was refused."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from safeguarding.audit import acting_as, system_user
from safeguarding.clock import now
from safeguarding.directory.directory import directories
from safeguarding.directory.files import read
from safeguarding.directory.operations import Loaded, load
from safeguarding.models import User
from safeguarding.operation import rehearse
from safeguarding.refusals import Refused


class LoadRows(BaseCommand):
    """Takes a CSV in; with --preview nothing is changed. The same file twice changes nothing."""

    slug = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--preview", action="store_true", help="say what it would do, and do nothing")

    def handle(self, *args: Any, **given: Any) -> None:
        system, path = system_user(), given["file"]

        def act() -> Loaded:
            return self.take_in(path.read_bytes(), system)

        try:
            with acting_as(system, command=f"load_{self.slug}"):
                loaded = rehearse(act) if given["preview"] else act()
        except OSError as fault:
            raise CommandError(f"{path} could not be read: {fault.strerror}.") from None
        except Refused as refusal:
            raise CommandError(f"{path.name}: {refusal.sentence}.") from None
        self._report(path.name, loaded, preview=given["preview"])

    def take_in(self, content: bytes, by: User) -> Loaded:
        """The rows of a file taken in. Raises Refused where it cannot be read."""
        directory = directories()[self.slug]
        return load(directory=directory, rows=read(directory, content), by=by, at=now())

    def _report(self, name: str, loaded: Loaded, *, preview: bool) -> None:
        for row, sentence in loaded.refused:
            self.stdout.write(f"{name}, row {row}: {sentence}")
        done = "Would be: " if preview else ""
        self.stdout.write(
            f"{done}{len(loaded.added)} added, {len(loaded.changed)} changed, {loaded.unchanged} unchanged, "
            f"{len(loaded.refused)} refused."
        )
