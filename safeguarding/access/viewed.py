"""Reading the log of reads: who has viewed a child's record, and which records a person has viewed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from safeguarding.access import scope
from safeguarding.models import Child, ReadLog, User

BY_ME = "viewed_by_me"


@dataclass(frozen=True)
class ViewedRecord:
    """A row of the log; `child` is None where its reader may not see the record now."""

    row: ReadLog
    child: Child | None


def rows_of_child(child: Child) -> QuerySet[ReadLog]:
    """Who has viewed the child's record, newest first."""
    return ReadLog.objects.filter(child=child).select_related("user").order_by("-id")


def rows_of_person(user: User) -> QuerySet[ReadLog]:
    """What this person has viewed, newest first. Reading this list is logged too, and is left out of it."""
    return ReadLog.objects.filter(user=user).exclude(view_name=BY_ME).order_by("-id")


def with_children(user: User, rows: Iterable[ReadLog]) -> list[ViewedRecord]:
    """The rows with their children, as far as the person may see them now."""
    rows = list(rows)
    seen = {child.pk: child for child in scope(user, Child).filter(pk__in={row.child_id for row in rows})}
    return [ViewedRecord(row, seen.get(row.child_id)) for row in rows]
