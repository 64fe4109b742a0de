"""The results of a search for a child: one row a child, each saying why it was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.queries.children import MOST_SHOWN, Found, How, Match
from conferences.views.presenters import words
from safeguarding.models import ChildName, Family, NameKind
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import counted, uk_date, upper_first

COLUMNS = [Column("Child"), Column("Born"), Column("Council number"), Column("Family"), Column("Plan")]
WHY = {
    How.NUMBER: "Found by this number",
    How.NAME: "",
    How.NAME_BEGINS: "Begins with what you typed",
    How.NEAR: "Spelt or sounds nearly the same",
    How.BORN: "Born or expected on this date",
}
WHY_BY_OTHER_NAME = {
    How.EARLIER_NAME: "Found by",
    How.EARLIER_NAME_BEGINS: "What you typed begins",
    How.EARLIER_NAME_NEAR: "Spelt or sounds nearly like",
}
KIND_OF_NAME = {
    NameKind.EARLIER: "an earlier name",
    NameKind.KNOWN_AS: "another name",
    NameKind.BIRTH: "the name at birth",
}


@dataclass(frozen=True)
class Results:
    """What was found: a heading, a sentence when there is more, and the table."""

    heading: str
    more: str
    table: Table
    nothing: bool


def results(found: Found, on: date) -> Results:
    """The results page's values; the heading names nobody."""
    count = len(found.matches)
    heading = f"The {MOST_SHOWN} nearest" if found.more else f"{counted(count, 'child', 'children')} found"
    return Results(
        heading=upper_first(heading),
        more=f"More than {MOST_SHOWN} children fit. Narrow your search to see the others."
        if found.more
        else "",
        table=matches(found.matches, on, "Children found"),
        nothing=not found.matches,
    )


def matches(found: Iterable[Match], on: date, caption: str, *, opens_families: bool = True) -> Table:
    """A table of children, each linked to its record, and to its family for those who may open that."""
    rows = [_row(match, on, opens_families) for match in found]
    return Table(caption, COLUMNS, rows, caption_hidden=True, row_heads=True, stack=True)


def why(match: Match) -> str:
    """The sentence beneath the name: by which name, or how nearly."""
    if match.other_name is None:
        return WHY.get(match.how, "")
    kind = KIND_OF_NAME[NameKind(match.other_name.kind)]
    return f"{WHY_BY_OTHER_NAME[match.how]} {kind}: {full_name(match.other_name)}"


def full_name(name: ChildName) -> str:
    return f"{name.given_names} {name.family_name}".strip()


def _row(match: Match, on: date, opens_families: bool) -> list[Cell]:
    child = match.child
    tag = next(iter(words.tags(child)), None)
    return [
        Cell(child.display_name, reverse("child", args=[child.ref]), tag, why(match)),
        Cell(words.born(child, on)),
        Cell(child.la_child_id),
        _family(child.family, opens_families),
        _plan(match),
    ]


def _plan(match: Match) -> Cell:
    if match.plan is None:
        return Cell(words.no_plan(match.told_to))
    if match.plan.held_for_other_authority:
        return Cell(
            tag=Tag("Another authority’s plan", "blue"), note=f"since {uk_date(match.plan.start_date)}"
        )
    return Cell(
        tag=Tag("On a plan", "blue"),
        note=f"since {uk_date(match.plan.start_date)}{words.known_to(match.told_to)}",
    )


def _family(family: Family | None, opens: bool) -> Cell:
    if family is None:
        return Cell("None recorded")
    return Cell(family.name, reverse("family", args=[family.ref]) if opens else "")
