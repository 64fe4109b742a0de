"""manage.py load_children FILE: the file of children from the case system into the record."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from conferences.exchange.feed import inbox, report
from conferences.models import ChildrenFeed, FeedStatus
from conferences.operations import children_feed
from safeguarding.audit import acting_as, system_user
from safeguarding.clock import now
from safeguarding.db import unlimited
from safeguarding.models import User
from safeguarding.refusals import Refused
from safeguarding.wording import joined


class Command(BaseCommand):
    help = (
        "Take in the CSV of children from the case system; with --preview nothing is changed. Where ours and"
        " the file’s differ, ours is kept: the questions can be answered on the page. Ends with 1 where the"
        " file as a whole is refused or asked about: then nothing has changed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--preview", action="store_true", help="say what it would do, and do nothing")
        parser.add_argument("--reason", default="", help="why it is taken in although something is asked")

    def handle(self, *, file: Path, preview: bool, reason: str, **options: Any) -> None:
        system = system_user()
        try:
            with file.open("rb") as opened, unlimited(), acting_as(system, command="load_children"):
                feed = self.show(opened, file.name, system)
                self.report(feed, preview)
                if preview:
                    transaction.set_rollback(True)
                    return
                self.take(feed, reason, system)
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.") from None
        except Refused as refusal:
            raise CommandError(f"{file.name}: {refusal.sentence.rstrip('.')}.") from None

    def show(self, file: BinaryIO, name: str, by: User) -> ChildrenFeed:
        size, sha256 = inbox.look_at(file)
        feed = children_feed.accept_feed(file_name=name, sha256=sha256, size=size, by=by, at=now())
        if feed.status != FeedStatus.WAITING:
            raise Refused("This file was handed in on the page and is open there")
        return inbox.show(feed, file, by=by, clock=now, on_progress=self.progress)

    def take(self, feed: ChildrenFeed, reason: str, by: User) -> None:
        if feed.concerns and not reason.strip():
            asked = joined(report.concern_words(feed.concerns))
            raise CommandError(f"{asked}. Nothing was changed. If it is right, give --reason.")
        children_feed.ask_in(feed=feed, reason=reason, by=by, at=now())
        inbox.write(feed, by=by, clock=now)
        self.stdout.write("Taken in.")

    def report(self, feed: ChildrenFeed, preview: bool) -> None:
        for line, number, is_refused, why in report.faults(feed):
            what = "not taken" if is_refused else "taken in part"
            self.stdout.write(f"line {line}{f', child {number}' if number else ''}, {what}: {why}")
        for words in report.concern_words(feed.concerns):
            self.stdout.write(f"Asked: {words}.")
        lead = "Would be: " if preview else ""
        self.stdout.write(f"{lead}{', '.join(report.words_of(feed.counts))}.")

    def progress(self, lines: int) -> None:
        if self.stderr.isatty():
            sys.stderr.write(f"\r{lines:,} lines read")
            sys.stderr.flush()
