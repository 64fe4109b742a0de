"""Records of many tables about children in sight, loaded in one statement.

What hangs from a child stands in some sixteen tables. Asked one by one, each costs more in its question than
in its answer. What is loaded stands where prefetch_related() would have put it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, cast
from uuid import UUID

from django.db import connection, models

from safeguarding.access.sight import Sight
from safeguarding.models import Child
from safeguarding.models.base import ChildRecord, UnscopedRead

Reader = Callable[[str], Any]
# How a value is read that stands otherwise in JSON; a column of any other kind is refused.
READERS: dict[str, Reader | None] = {
    # Of texts, as everything of ours that is read so.
    "ArrayField": None,
    "BigAutoField": None,
    "BooleanField": None,
    "CharField": None,
    "EmailField": None,
    "JSONField": None,
    "ForeignKey": None,
    "OneToOneField": None,
    "PositiveBigIntegerField": None,
    "PositiveSmallIntegerField": None,
    "TextField": None,
    "DateField": dt.date.fromisoformat,
    "DateTimeField": dt.datetime.fromisoformat,
    "UUIDField": UUID,
}
# Read at the sign-in alone.
NEVER = "password"


@dataclass(frozen=True)
class Step:
    """The rows of one table that `path` leads to, from the rows at the end of `parent` ("": the children).

    `where` is the condition, as SQL, by which they are found.
    """

    path: str
    parent: str
    relation: Any
    where: str

    @property
    def model(self) -> type[models.Model]:
        return cast("type[models.Model]", self.relation.related_model)

    @cached_property
    def columns(self) -> list[Any]:
        """Every column but what is worked out for the search and what is never read."""
        return [c for c in self.model._meta.concrete_fields if not c.generated and c.name != NEVER]

    def select(self) -> str:
        """One value: a list of rows, each a list of its columns, in the model's own order."""
        names = ", ".join(str(column.column) for column in self.columns)
        order = ", ".join(_ordered(self.model, str(by)) for by in self.model._meta.ordering or ())
        by = f" ORDER BY {order}" if order and self.relation.one_to_many else ""
        rows = f"json_agg(json_build_array({names}){by})"
        return f"(SELECT {rows} FROM {self.model._meta.db_table} WHERE {self.where})"


def load_together(sight: Sight, children: Sequence[Child], *paths: str) -> None:
    """Load what the paths lead to from the children, as prefetch_related() would; one statement.

    Raises UnscopedRead where a child is out of sight, TypeError where a path leads to other children.
    """
    if not all(sight.sees(child) for child in children):
        raise UnscopedRead("A child out of sight was to be told of.")
    steps, statement = _statement(paths)
    if not children or not steps:
        return
    with connection.cursor() as cursor:
        cursor.execute(statement, {"children": [child.pk for child in children]})
        found = cursor.fetchone()
    reached: dict[str, list[Any]] = {"": list(children)}
    for step, rows in zip(steps, found, strict=True):
        reached[step.path] = list(_make_records(step, rows or ()))
        _put(step, reached[step.parent], reached[step.path])


@cache
def _statement(paths: tuple[str, ...]) -> tuple[tuple[Step, ...], str]:
    """The steps of all the paths, each once and after its parent, and the statement that finds their rows."""
    steps: dict[str, Step] = {}
    for path in paths:
        names = path.split("__")
        for length in range(1, len(names) + 1):
            here, parent = "__".join(names[:length]), "__".join(names[: length - 1])
            if here not in steps:
                steps[here] = _step(here, names[length - 1], steps.get(parent))
    return tuple(steps.values()), "SELECT " + ", ".join(step.select() for step in steps.values())


def _step(path: str, name: str, parent: Step | None) -> Step:
    model: type[models.Model] = parent.model if parent else Child
    relation: Any = model._meta.get_field(name)
    if relation.auto_created:
        _refuse_others(model, relation)
        own, of_parent = relation.field.column, "id"
    else:
        own, of_parent = "id", relation.column
    if parent is None and of_parent == "id":
        where = f"{own} = ANY(%(children)s)"
    else:
        above = parent.where if parent else "id = ANY(%(children)s)"
        where = f"{own} IN (SELECT {of_parent} FROM {model._meta.db_table} WHERE {above})"
    return Step(path, parent.path if parent else "", relation, where)


def _refuse_others(model: type[Any], relation: Any) -> None:
    """Rows that hang from a record must be about its own child: others have a scope of their own."""
    many: type[Any] = relation.related_model
    back = f"{relation.field.name}__{model.CHILD_PATH}".removesuffix("__")
    if not issubclass(many, ChildRecord) or back != many.CHILD_PATH or hasattr(many, "SEEN_WITH"):
        raise TypeError(f"{many.__name__} may be about other children: load it in scope.")


def _ordered(model: type[models.Model], by: str) -> str:
    """One term of an order: a column of the model's own, or of a record that it points at."""
    name, down = by.removeprefix("-"), " DESC" if by.startswith("-") else ""
    key, _, rest = name.partition("__")
    column: Any = model._meta.get_field(key)
    if not rest:
        return f"{column.column}{down}"
    there = column.related_model._meta
    term = f"(SELECT {there.get_field(rest).column} FROM {there.db_table} AS o WHERE o.id = {column.column})"
    return f"{term}{down}"


def _make_records(step: Step, rows: Iterable[list[Any]]) -> Iterable[models.Model]:
    """The rows as records, noted as read like any others."""
    names = [column.attname for column in step.columns]
    readers = [
        (at, reader) for at, c in enumerate(step.columns) if (reader := READERS[c.get_internal_type()])
    ]
    for row in rows:
        for at, reader in readers:
            if row[at] is not None:
                row[at] = reader(row[at])
        yield step.model.from_db(connection.alias, names, row)


def _put(step: Step, parents: list[Any], rows: list[Any]) -> None:
    """Each row to its parents, and where it hangs from one, the parent to the row."""
    relation = step.relation
    if relation.auto_created:
        _hang(relation, parents, rows)
        return
    by_id = {row.pk: row for row in rows}
    for parent in parents:
        if (row := by_id.get(getattr(parent, relation.attname))) is not None:
            relation.set_cached_value(parent, row)


def hang(parents: Sequence[models.Model], name: str, rows: Iterable[models.Model]) -> None:
    """Put rows that are loaded already where prefetch_related(name) would have; others' rows are left out."""
    if parents:
        relation: Any = type(parents[0])._meta.get_field(name)
        _hang(relation, parents, rows)


def _hang(relation: Any, parents: Sequence[Any], rows: Iterable[Any]) -> None:
    hanging: dict[int, list[Any]] = {parent.pk: [] for parent in parents}
    for row in rows:
        if (own := hanging.get(getattr(row, relation.field.attname))) is not None:
            own.append(row)
    for parent in parents:
        _keep(relation, parent, hanging[parent.pk])


def _keep(relation: Any, parent: Any, rows: list[Any]) -> None:
    for row in rows:
        relation.field.set_cached_value(row, parent)
    if relation.one_to_one:
        relation.set_cached_value(parent, next(iter(rows), None))
        return
    listed: models.QuerySet[Any] = models.QuerySet(relation.related_model)
    listed._result_cache = rows
    parent.__dict__.setdefault("_prefetched_objects_cache", {})[relation.get_accessor_name()] = listed
