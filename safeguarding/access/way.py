"""The way from a record to the child or children it is about, and what is asked of them there, in SQL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import BooleanField, F, Func

from safeguarding.models import Child
from safeguarding.models.base import ChildRecord

# From the columns of a child's id, restriction and family to a condition on the child.
Rule = Callable[[str, str, str], str]
COLUMNS = ("pk", "is_restricted", "family")


class Said(Func):
    """A condition on columns of a record, `said` from what these are called in the statement.

    Written out, for Django's own subqueries cost a page more to put together than the database to answer.
    """

    output_field = BooleanField()

    def __init__(self, said: Callable[..., str], *columns: Any) -> None:
        super().__init__(*columns)
        self.said = said

    def as_sql(self, compiler: Any, *args: Any, **more: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return f"({self.said(*(compiler.compile(column)[0] for column in self.source_expressions))})", []


@dataclass(frozen=True)
class Way:
    """The way from a record to its child or children.

    `head` is the path of forward keys to where it spreads: in the rows of the table `many`, by their column
    `back`, each with its child in the column `child`. Where it does not spread, `head` is the whole path.
    """

    head: str
    many: str = ""
    back: str = ""
    child: str = ""

    def one(self, rule: Rule) -> Said:
        """That the child at the end of a way that does not spread keeps the rule."""
        return Said(rule, *(F(f"{self.head}__{name}" if self.head else name) for name in COLUMNS))

    def some(self, rule: Rule) -> Said:
        """That there is a child at the end of a way that spreads who keeps the rule."""
        kept = rule(f"m.{self.child}", "c.is_restricted", "c.family_id")
        table = Child._meta.db_table
        joined = f" JOIN {table} c ON c.id = m.{self.child}" if "c." in kept else ""
        rows = f"SELECT 1 FROM {self.many} m{joined} WHERE m.{self.back}"
        return Said(lambda outer: f"EXISTS ({rows} = {outer} AND ({kept}))", F(self.head or "pk"))


def any_child(child: str, restricted: str, family: str) -> str:
    """The rule that every child keeps."""
    return f"{child} IS NOT NULL"


@cache
def way(model: type[ChildRecord], path: str) -> Way:
    """The way along a path to the child, going on where it ends at another record about one."""
    steps, here = path.split("__") if path else [], model
    for place, step in enumerate(steps):
        relation: Any = here._meta.get_field(step)
        here = relation.related_model
        if relation.one_to_many:
            column = _last_column(here, steps[place + 1 :])
            return Way("__".join(steps[:place]), here._meta.db_table, relation.field.column, column)
    return Way(path if here is Child else f"{path}__{here.CHILD_PATH}")


def _last_column(many: type[ChildRecord], steps: list[str]) -> str:
    """The column of the many rows that holds the child's id."""
    if not steps and many is Child:
        return "id"
    (step,) = steps
    return str(many._meta.get_field(step).column)  # type: ignore[union-attr]
