"""The rules that a year's return would break, as its page shows them."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urlencode

from django.urls import reverse

from conferences.exchange.census.faults import Fault
from conferences.exchange.census.live import NOT_ASKED, Return
from conferences.exchange.census.rulebook import TITLES, TOUCHES, by_effect
from safeguarding.models import Child
from safeguarding.pagekit.components import Cell, Column, Link, Table
from safeguarding.wording import counted, number


def years(found: Return, latest: int) -> list[Link]:
    """This census year and the one before it."""
    return [
        Link(f"Year to 31 March {year}", reverse("return_check", args=[year]), year == found.year)
        for year in (latest, latest - 1)
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
            TOUCHES.get(rule, "None"),
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
    rows: list[list[Cell | str]] = [[_child(fault, seen), fault.rule, fault.sentence] for fault in shown]
    return Table(caption, columns, rows, "Nothing to mend.", row_heads=True, stack=True)


def _child(fault: Fault, seen: dict[str, Child]) -> Cell:
    child = seen.get(fault.child)
    if child is None:
        return Cell("The whole return")
    return Cell(child.la_child_id, href=reverse("child", args=[child.ref]))


def not_asked() -> str:
    rules = counted(len(NOT_ASKED), "rule")
    return f"{rules} that turn on assessments are not asked here: assessments are not kept."
