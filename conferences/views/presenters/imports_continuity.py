"""Open cases of the census before that are not in a file, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse

from conferences.queries.imports_continuity import Continuity, Missing
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import counted, joined, number, uk_date
from safeguarding.workingdays import Period, add_days

KINDS = {
    "plans": ("Child protection plan", "plan since"),
    "section_47": ("Section 47 enquiry without its conference", "section 47 of"),
    "in_need_plans": ("Child in need plan", "child in need plan since"),
    "need_episodes": ("Referral that was not closed", "referral of"),
}
CSV_COLUMNS = ["Child", *(f"{words}: since" for words, _ in KINDS.values())]


def sentence(found: Continuity, year: Period) -> str:
    """How many are missing from the file of a year, and of which census; and which days lie between."""
    if found.before is None or found.before.reference_date is None:
        return "No census of an earlier date of this authority is kept here, so nobody can be missing."
    then = f"an open case in the census of {uk_date(found.before.reference_date)}"
    if not found.total:
        return f"No child who had {then} is missing from this file."
    children = counted(found.total, "child", "children")
    missing = f"{children} who had {then} {'is' if found.total == 1 else 'are'} not in this file."
    between = add_days(found.before.reference_date, 1), add_days(year.from_, -1)
    if between[0] > between[1]:
        return missing
    days = f"{uk_date(between[0])} to {uk_date(between[1])}"
    return f"{missing} No census of {days} is kept here: what was open may have ended in those days."


def counts_table(found: Continuity) -> Table:
    """Children by the kind of case that was open; a child with two stands in both."""
    rows: list[list[Cell | str]] = [
        [words, number(found.counts.get(kind, 0))] for kind, (words, _) in KINDS.items()
    ]
    columns = [Column("Open in the census before"), Column("Children", numeric=True)]
    return Table("What was open", columns, rows, row_heads=True)


def rows_table(rows: Iterable[Missing]) -> Table:
    """A page of the children, each with what was open."""
    columns = [Column("Child"), Column("Council number"), Column("Open in the census before")]
    lines: list[list[Cell | str]] = [
        [
            Cell(one.child.display_name, href=reverse("child", args=[one.child.ref])),
            one.child.la_child_id,
            "; ".join(_open(one)),
        ]
        for one in rows
    ]
    empty = "No child with an open case is missing."
    return Table("Children who are missing", columns, lines, empty, row_heads=True, stack=True)


def _open(one: Missing) -> Iterator[str]:
    for kind, (_, since) in KINDS.items():
        if days := one.open[kind]:
            yield f"{since} {_days(days)}"


def _days(days: Iterable[date]) -> str:
    return joined([uk_date(day) for day in sorted(days)])


def csv_rows(rows: Iterable[Missing]) -> Iterator[list[str]]:
    """The names of the columns, then a row for each child, dates as YYYY-MM-DD."""
    yield CSV_COLUMNS
    for one in rows:
        yield [one.child.la_child_id, *(" ".join(map(str, sorted(one.open[kind]))) for kind in KINDS)]
