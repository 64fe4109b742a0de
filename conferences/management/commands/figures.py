"""Prints the performance figures of a period, for a person or as JSON for another program."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from conferences.figures.definitions import as_markdown
from conferences.figures.text import lines, public_lines
from conferences.models import ImportedFile
from conferences.queries.measures import figures, known_days
from conferences.rules.coverage import Coverage, sources_words
from conferences.rules.figures import Figure
from conferences.rules.measures_catalogue import UnknownMeasure
from conferences.rules.periods import period_between
from safeguarding.bankholidays import england
from safeguarding.clock import today
from safeguarding.refusals import Refused
from safeguarding.workingdays import Period


class Command(BaseCommand):
    help = "Print the performance figures of a period: by default of the year to date, from 1 April."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--from", dest="from_", metavar="DATE", help="the first day, like 2018-04-01")
        parser.add_argument("--to", metavar="DATE", help="the last day, like 2018-08-31")
        parser.add_argument("--definitions", action="store_true", help="print what each figure means")
        parser.add_argument("--format", choices=("table", "json"), default="table")
        parser.add_argument(
            "--public", action="store_true", help="as the council may publish them: small numbers hidden"
        )
        parser.add_argument("--file", metavar="REF", help="only children who stand in this imported file")
        parser.add_argument(
            "--code", action="append", metavar="CODE", help="only this figure; may be repeated"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["definitions"]:
            self.stdout.write(as_markdown(), ending="")
            return
        period = _period(options["from_"], options["to"])
        file = _file(options["file"])
        known = known_days(file)
        try:
            found = figures(period, options["code"], file=file, on=today(), known=known)
        except UnknownMeasure as unknown:
            raise CommandError(str(unknown)) from unknown
        if options["public"]:
            self._print_public(found, period, options["format"], known)
        elif options["format"] == "json":
            self.stdout.write(json.dumps(_as_json(period, found, known), indent=1))
        else:
            self.stdout.write("\n".join(lines(found, period, sources_words(known, today()))))

    def _print_public(self, found: dict[str, Figure], period: Period, form: str, known: Coverage) -> None:
        if form == "json":
            raise CommandError("--public prints a table only: a program would take the letter c for a fault.")
        self.stdout.write("\n".join(public_lines(found, period, sources_words(known, today()))))


def _period(from_: str | None, to: str | None) -> Period:
    last = _date(to, "--to") if to else today()
    first = _date(from_, "--from") if from_ else Period.year_to(last).from_
    try:
        return period_between(first, last, england())
    except Refused as refused:
        raise CommandError(str(refused)) from refused


def _date(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(
            f"{option} must be a date written like 2018-04-01 (year, month, day), not {text}."
        ) from None


def _file(ref: str | None) -> int | None:
    """The id of the imported file of this reference; None where none was asked for."""
    if not ref:
        return None
    try:
        return ImportedFile.objects.only("pk").get(ref=UUID(ref)).pk
    except (ValueError, ImportedFile.DoesNotExist):
        raise CommandError(f"There is no imported file with the reference {ref}.") from None


def _as_json(period: Period, found: dict[str, Figure], known: Coverage) -> dict[str, object]:
    """`known` holds the spans of the period that are known, for the figures of plans and conferences."""
    spans = [{"from": one.from_.isoformat(), "to": one.to.isoformat()} for one in known.parts(period)]
    return {
        "period": {"from": period.from_.isoformat(), "to": period.to.isoformat()},
        "known": spans,
        "measures": {code: figure.as_json() for code, figure in found.items()},
    }
