"""manage.py check_return YEAR: the census's rules asked of the record, before the return is made."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from itertools import groupby
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from conferences.exchange.census.faults import Fault
from conferences.exchange.census.live import NOT_ASKED, Return, check_return
from conferences.exchange.census.rulebook import TITLES, by_effect
from safeguarding.access.closed import guarded_ids
from safeguarding.clock import today
from safeguarding.models import Child
from safeguarding.models.base import ChildRecord
from safeguarding.wording import counted, number, uk_date

WHY = "the year's return is checked, for whoever runs the command"
LEFT_OUT = (
    "Left out: restricted records, and those of families that somebody is barred from. Whoever may see one"
    " finds it on the page."
)
YEARS = range(2009, 2100)


class Command(BaseCommand):
    help = (
        "Ask the rules of the Children in Need census of what is recorded here for a census year, named by"
        " the year in which it ends. What touches a figure comes first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("year", type=int, help="2026 for 1 April 2025 to 31 March 2026")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="how to report")

    def handle(self, *, year: int, format: str, **options: Any) -> None:
        if year not in YEARS:
            raise CommandError(f"{year} is no year of the census.")
        guarded = guarded_ids()

        def rows(model: type[ChildRecord]) -> QuerySet[Any]:
            child = "pk" if model is Child else f"{model.CHILD_PATH}_id"
            return model.objects.unscoped(WHY).exclude(**{f"{child}__in": guarded})

        found = check_return(year, rows, on=today())
        if format == "json":
            self.stdout.write(json.dumps(as_data(found), indent=1))
        else:
            self.report(found)

    def report(self, found: Return) -> None:
        days = f"from {uk_date(found.first)} to {uk_date(found.reference)}"
        children = counted(found.children, "child", "children") if found.is_asked else "The return"
        self.stdout.write(f"{children} {days}")
        if found.known:
            self.stdout.write(f"{found.known}.")
        if not found.is_asked:
            self.stdout.write("So the rules are not asked of this year.")
            return
        for rule, faults in groupby(in_order(found), key=lambda fault: fault.rule):
            same = list(faults)
            self.stdout.write(f"\n{rule}: {TITLES[rule]} ({number(len(same))})")
            for fault in same:
                self.stdout.write(f"  {fault.child or 'the return'}: {fault.sentence}")
        asked = f"{number(len(NOT_ASKED))} rules that turn on assessments, which are not kept here"
        self.stdout.write(f"\nNot asked: {asked}.\n{LEFT_OUT}")


def in_order(found: Return) -> list[Fault]:
    """By rule, what touches a figure first, and then by child."""
    return sorted(found.faults, key=lambda fault: (by_effect(fault.rule), fault.rule, fault.child))


def as_data(found: Return) -> dict[str, Any]:
    return {
        "year": found.year,
        "first": found.first.isoformat(),
        "reference_date": found.reference.isoformat(),
        "known": found.known,
        "is_asked": found.is_asked,
        "children": found.children,
        "not_asked": sorted(NOT_ASKED),
        "faults": [{"child": f.child, "rule": f.rule, "sentence": f.sentence} for f in in_order(found)],
    }
