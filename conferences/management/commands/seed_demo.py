"""manage.py seed_demo: fills an empty database with an invented council, as it stands on a day."""

import datetime as dt
from argparse import ArgumentParser, ArgumentTypeError
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from conferences.demo.seed import NotEmpty, seed
from safeguarding.bankholidays import england
from safeguarding.clock import today
from safeguarding.wording import uk_date
from safeguarding.workingdays import OutsideCalendar

EARLIEST = dt.date(2018, 10, 1)
"""Before this the story's figures of 2018 would not have happened yet."""


def day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} is not a date like 2018-10-31.") from None


class Command(BaseCommand):
    help = "Fill an empty database with an invented council, from April 2015 to today."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--on", type=day, help="the day it is to be (2018-10-31); today when left out")

    def handle(self, *args: Any, on: dt.date | None = None, **options: Any) -> None:
        if not (settings.DEMO or settings.DEBUG or settings.TESTING):
            raise CommandError(
                "Invented people are put only into a demo: set SAFEGUARDING_DEMO=true for one."
            )
        on = on or today()
        if on < EARLIEST:
            raise CommandError(f"The demo's story can be told from {uk_date(EARLIEST)} on.")
        try:
            written = seed(on, england())
        except (NotEmpty, OutsideCalendar) as refusal:
            raise CommandError(str(refusal)) from None
        call_command("load_benchmarks", stdout=self.stdout if options["verbosity"] > 1 else StringIO())
        if options["verbosity"]:
            for what in ("children", "plans", "conferences", "enquiries"):
                self.stdout.write(f"{written[what]:>7,} {what}")
