"""What a decider was told of each child, in lines that are kept with the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from django.utils.html import strip_tags

from conferences.queries.consultations import FamilyView
from conferences.views.presenters.consultations import FamilyPage
from conferences.views.presenters.consultations_nearness import NONE_SHOWN, SHOWN
from safeguarding.pagekit.components import Cell, Entry

# A title and a text.
Line = tuple[str, str]


def told_then(
    page: FamilyPage, view: FamilyView, shown: Mapping[int, Sequence[Line]]
) -> dict[int, list[Line]]:
    """{consultation: what its page tells of the child}: who it is, why it is asked, the days that press, then
    what the record knows, and which earlier decisions were `shown` beside the form. Of no other child.
    """
    none = [(SHOWN, NONE_SHOWN)]
    return {one.pk: [*_lines(page, at), *shown.get(one.pk, none)] for at, one in enumerate(view.children)}


def _lines(page: FamilyPage, at: int) -> Iterator[Line]:
    child, history = page.children[at], page.facts.children[at]
    yield "Child", f"{child.name}, {child.number}"
    rows = [*child.rows, *page.days]
    yield from ((row.key, plain(row.value)) for row in rows)
    for title, *cells in page.facts.glance.rows:
        yield str(title), _cell(cells[at])
    for row in history.last:
        yield row.key, plain(row.value)
    for plan in history.plans:
        yield "A plan before", _entry(plan)
    if history.hidden:
        yield "A plan before", history.hidden
    for consulted in history.earlier:
        yield "Consulted on before", _entry(consulted)


def _cell(cell: Cell) -> str:
    return "\n".join(line for line in (plain(cell.text), plain(cell.note)) if line)


def _entry(one: Entry) -> str:
    said = [one.title, one.when, one.byline, *(plain(line) for line in one.lines)]
    return "\n".join(line for line in said if line)


def plain(words: Any) -> str:
    """Words that were made for a page, without its marks."""
    text = str(words)
    return unescape(strip_tags(text.replace("<br>", "\n"))) if hasattr(words, "__html__") else text
