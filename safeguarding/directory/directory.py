"""A directory: its table, what its rows hold, who keeps it, and what stands in the way of a change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.module_loading import import_string

from safeguarding.directory.items import Item
from safeguarding.refusals import Problem
from safeguarding.rights import Permission
from safeguarding.wording import upper_first

Values = Mapping[str, Any]


def no_problem(row: Any, values: Values) -> Sequence[Problem]:
    return ()


def nothing_open(row: Any, at: dt.datetime) -> str:
    return ""


def nothing_kept() -> None:
    return None


def nothing_more(row: Any, on: dt.date) -> Sequence[tuple[str, str]]:
    return ()


@dataclass(frozen=True)
class Directory:
    """`items` are a row's columns. The first is its name; the first `keyed_by` of them together are unique,
    and by them a file finds the row.

    `problems(row, values)`: what forbids these values (`row` is None for a new one). `in_the_way(row, at)`:
    why it cannot be taken out of use, as a sentence. `facts(row, on)`: what else its page tells. `changed()`
    is called once a change is committed: for who keeps the rows elsewhere. `shown` are the items that the
    list shows. `used_in` is a table in which a file of children puts its rows to use: no such file is being
    taken in while a row is changed or taken out of use.
    """

    slug: str
    one: str
    many: str
    about: str
    # A model without children: nobody's scope is asked.
    model: Any
    items: tuple[Item, ...]
    needs: Permission
    keyed_by: int = 1
    shown: tuple[str, ...] = ()
    used_in: Any = None
    problems: Callable[[Any, Values], Sequence[Problem]] = no_problem
    in_the_way: Callable[[Any, dt.datetime], str] = nothing_open
    facts: Callable[[Any, dt.date], Sequence[tuple[str, str]]] = nothing_more
    changed: Callable[[], None] = nothing_kept

    @property
    def title(self) -> str:
        return upper_first(self.many)

    @property
    def one_title(self) -> str:
        return upper_first(self.one)

    @property
    def a_one(self) -> str:
        return f"{'an' if self.one[0] in 'aeiou' and not self.one.startswith('one') else 'a'} {self.one}"

    @property
    def tells_more(self) -> bool:
        """Whether a row's page tells what somebody who adds one is to know."""
        return self.facts is not nothing_more

    @property
    def name(self) -> Item:
        return self.items[0]

    @property
    def keys(self) -> tuple[Item, ...]:
        return self.items[: self.keyed_by]

    @property
    def rows(self) -> QuerySet[Any]:
        """All of its rows, by name."""
        related = [item.field for item in self.items if self.model._meta.get_field(item.field).is_relation]
        rows: QuerySet[Any] = self.model.objects.order_by(self.name.field)
        return rows.select_related(*related) if related else rows


@cache
def directories() -> dict[str, Directory]:
    """{slug: directory}, in the order of the first-run page."""
    found: list[Directory] = [import_string(path) for path in settings.DIRECTORIES]
    return {directory.slug: directory for directory in found}
