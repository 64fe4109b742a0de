"""What every record about a child shares: a manager that refuses a read nobody answered for, and a note of
who was read.

A read is answered for by `safeguarding.access.scope(user, ...)`, or by `Model.objects.unscoped("why")` in
code that acts for no user. Rows reached from a record already in scope (`child.plans.all()`) need no second
answer: they come through the default manager, which does not refuse.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any, Self

from django.db import models

# The children whose records this request has loaded; None where nobody is counting (commands, workers).
children_read: ContextVar[set[int] | None] = ContextVar("children_read", default=None)


def note_read(children: Iterable[int]) -> None:
    """Note that these children's records are shown: for what is read as columns and not as records."""
    read = children_read.get()
    if read is not None:
        read.update(children)


class UnscopedRead(RuntimeError):
    """A record about a child was read without scope(user, ...) or unscoped("why"): a fault in the code."""


class ScopedQuerySet(models.QuerySet[Any]):
    """A queryset that will not run until somebody has answered for it; writes are not reads."""

    answered = ""

    def unscoped(self, why: str) -> Self:
        """The same queryset, answered for by a reason of at least one word; a test lists every reason in the
        code.
        """
        if not why.strip():
            raise UnscopedRead("unscoped() needs its reason.")
        return self.answer(why)

    def answer(self, why: str) -> Self:
        clone = self.all()
        clone.answered = why
        return clone

    def noted_rows(self, child: str, *columns: str) -> list[tuple[Any, ...]]:
        """The columns of each row, the child's id first (at the path `child`); notes each child as read."""
        rows = list(self.values_list(child, *columns))
        note_read({row[0] for row in rows})
        return rows

    def statement(self, *columns: str) -> tuple[str, tuple[Any, ...]]:
        """What reads these columns, and its values, for a statement by hand that notes its own reads."""
        self._refuse_unanswered()
        sql, values = self.order_by().values_list(*columns).query.sql_with_params()
        return sql, values

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]  # every copy is made here
        clone.answered = self.answered
        return clone

    def _refuse_unanswered(self) -> None:
        if not self.answered:
            raise UnscopedRead(f"{self.model.__name__} was read without scope() or unscoped().")

    def _fetch_all(self) -> None:
        self._refuse_unanswered()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._refuse_unanswered()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._refuse_unanswered()
        return super().count()

    def exists(self) -> bool:
        self._refuse_unanswered()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._refuse_unanswered()
        return super().aggregate(*args, **kwargs)


class InError(models.Model):
    """What may turn out to have been recorded in error: it is kept and shown so, and counts as none.

    What reads it for a clock, a figure or a choice leaves out `in_error`; who said so, when and why is a
    correction of that fact.
    """

    in_error = models.BooleanField(
        default=False, db_default=False, help_text="Recorded in error; kept, and counts as none."
    )

    class Meta:
        abstract = True


class ChildRecord(models.Model):
    """Base of every model about a child; CHILD_PATH leads from the model to the child ("" on Child)."""

    CHILD_PATH = "child"

    objects = ScopedQuerySet.as_manager()
    # Django itself uses this one: related rows, uniqueness checks. Code of ours may not (a test looks).
    every = models.Manager()

    class Meta:
        abstract = True
        default_manager_name = "every"
        base_manager_name = "every"

    @classmethod
    def from_db(cls, db: str | None, field_names: Any, values: Any) -> Self:  # type: ignore[override]
        record = super().from_db(db, field_names, values)
        if children_read.get() is not None:
            note_read(record.children_shown())
        return record

    def children_shown(self) -> set[int]:
        """The ids of the children this row tells something about, for the read log."""
        field = "id" if not self.CHILD_PATH else f"{self.CHILD_PATH.split('__')[0]}_id"
        shown = self.__dict__.get(field)
        return {shown} if shown is not None and self.CHILD_PATH in ("", "child") else set()


def where_there_is_one(field: str, name: str) -> models.Index:
    """An index of the rows that have one. None costs nothing when a census brings rows without."""
    return models.Index(fields=[field], condition=models.Q((f"{field}__isnull", False)), name=name)
