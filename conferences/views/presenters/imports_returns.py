"""The rules that a year's return would break, as its page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from conferences.exchange.census.faults import Fault
from conferences.exchange.census.live import NOT_ASKED, Return
from conferences.exchange.census.rulebook import TITLES, by_effect, touches
from conferences.models import ImportedFile
from safeguarding.models import Child
from safeguarding.pagekit.components import Cell, Column, Link, Table
from safeguarding.wording import counted, number

MOST_YEARS = 6


def years(found: Return, latest: int, of_files: Sequence[int] = ()) -> list[Link]:
    """This census year, the one before it, the last of which files tell, and the one that is shown."""
    shown = sorted({latest, latest - 1, found.year, *of_files[:MOST_YEARS]}, reverse=True)
    return [
        Link(f"Year to 31 March {year}", reverse("return_check", args=[year]), year == found.year)
        for year in shown
    ]


def faults(found: Return, rule: str) -> list[Fault]:
    """Those of a rule, or all; what touches a figure first."""
    kept = [fault for fault in found.faults if not rule or fault.rule == rule]
    return sorted(kept, key=lambda fault: (by_effect(fault.rule), fault.rule, fault.child))


def rules_table(found: Return) -> Table:
    """Each rule broken, the figures that it touches, how often, and the way to its records."""
    base = reverse("return_check", args=[found.year])
    counts = Counter(fault.rule for fault in found.faults)
    rows: list[list[Cell | str]] = [
        [
            Cell(rule, href=f"{base}?{urlencode({'rule': rule})}#faults"),
            TITLES[rule],
            touches(rule),
            number(counts[rule]),
        ]
        for rule in sorted(counts, key=lambda rule: (by_effect(rule), -counts[rule], rule))
    ]
    columns = [Column("Rule"), Column("What it says"), Column("Figures it touches")]
    columns.append(Column("How often", numeric=True))
    return Table("Rules broken", columns, rows, "No rule is broken.", row_heads=True, stack=True)


def faults_table(shown: list[Fault], seen: dict[str, Child], rule: str) -> Table:
    """A page of what breaks a rule, each with the child’s record."""
    caption = f"Rule {rule}: {TITLES[rule]}" if rule in TITLES else "Child by child"
    columns = [Column("Child"), Column("Rule"), Column("What was found")]
    rows: list[list[Cell | str]] = [
        [_child(fault, seen), fault.rule, fault.sentence]
        for fault in shown
        if not fault.child or fault.child in seen
    ]
    return Table(caption, columns, rows, "Nothing to mend.", row_heads=True, stack=True)


def _child(fault: Fault, seen: dict[str, Child]) -> Cell:
    child = seen.get(fault.child)
    if child is None:
        return Cell("The whole return")
    return Cell(child.la_child_id, href=reverse("child", args=[child.ref]))


def not_asked(file: ImportedFile | None) -> str:
    """How many rules cannot be asked, why, and where they were."""
    rules = f"{counted(len(NOT_ASKED), 'rule')} on assessments cannot be asked of the record"
    asked = (
        "They were asked of the year’s census when it was read."
        if file
        else "They are asked when a census is read."
    )
    return f"{rules}: assessments are not kept here. {asked}"


def not_asked_table(file: ImportedFile | None) -> Table:
    """Each rule that cannot be asked, and where the census of the year was asked it."""
    base = reverse("import_report", args=[file.ref]) if file else ""
    rows: list[list[Cell | str]] = [
        [
            rule,
            TITLES[rule],
            Cell(f"Rule {rule} in that file", href=f"{base}?{urlencode({'rule': rule})}#faults")
            if file
            else "No census of the year is kept",
        ]
        for rule in sorted(NOT_ASKED)
    ]
    columns = [Column("Rule"), Column("What it says"), Column("In the year’s census")]
    return Table(
        "Rules that cannot be asked here", columns, rows, caption_hidden=True, row_heads=True, stack=True
    )


CSV_COLUMNS = ["Child", "Rule", "What it says", "Figures it touches", "What was found"]


def csv_href(found: Return, rule: str) -> str:
    base = reverse("return_check_csv", args=[found.year])
    return f"{base}?{urlencode({'rule': rule})}" if rule else base


def csv_rows(shown: Iterable[Fault], seen: dict[str, Child]) -> Iterator[list[str]]:
    """The names of the columns, then a row for each fault of the return, or of a child in sight."""
    yield CSV_COLUMNS
    for fault in shown:
        if not fault.child or fault.child in seen:
            title = TITLES[fault.rule]
            yield [fault.child, fault.rule, title, touches(fault.rule), fault.sentence]
