"""Restricted records of which somebody should be named, in words: by their number, and no child."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.urls import reverse

from conferences.queries.restrictions import Lacks, Waits
from safeguarding.pagekit.components import Cell, Column, Link, Table
from safeguarding.wording import counted, joined, sentence, uk_meeting, upper_first

NOBODY_WAITS = "Whoever has work on a restricted record is named for it."
BARRED = "Barred from the family, so somebody else must do this."


def waiting_table(waits: Sequence[Waits]) -> Table:
    """A line for each person who is not named though the record is their work, under its number."""
    columns = [Column("Child’s number"), Column("Who does not see the record"), Column("Their work")]
    rows = [row for one in waits for row in _rows(one)]
    return Table("Records and people", columns, rows, NOBODY_WAITS, row_heads=True, stack=True)


def _rows(one: Waits) -> list[list[object]]:
    number = Cell(
        one.child.la_child_id, href=reverse("child_access", args=[one.child.ref]), note=_duties(one.duties)
    )
    if not one.people:
        return [
            [
                number,
                "Nobody in particular",
                "What falls due is nobody’s whose role may do it. Name somebody.",
            ]
        ]
    works: dict[int, list[Lacks]] = defaultdict(list)
    for who in one.people:
        works[who.person.pk].append(who)
    return [
        [number, _person(one, of_one[0]), upper_first(sentence(joined([_work(who) for who in of_one])))]
        for of_one in works.values()
    ]


def _duties(number: int) -> str:
    return f"{counted(number, 'thing')} due that nobody named can do" if number else ""


def _person(one: Waits, who: Lacks) -> Cell:
    if who.is_barred:
        return Cell(who.person.full_name, note=BARRED)
    href = f"{reverse('child_grant', args=[one.child.ref])}?user={who.person.pk}"
    return Cell("Name", href=href, about=who.person.full_name, note=who.person.full_name)


def _work(who: Lacks) -> str:
    if who.meeting is None:
        return who.what
    when = uk_meeting(who.meeting.starts_at, who.meeting.ends_at)
    return f"{who.what} meeting {who.meeting.pk} ({when})"


def waiting_link(waits: Sequence[Waits]) -> Link | None:
    """For My work: how many records wait for a name."""
    if not waits:
        return None
    words = counted(len(waits), "restricted record is", "restricted records are")
    return Link(f"{words} somebody’s work who is not named", reverse("restricted_waiting"))
