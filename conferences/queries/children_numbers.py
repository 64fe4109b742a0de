"""Records by other numbers under which census files told of their children; in force, or replaced since."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import Coalesce

from conferences.models import FileStatus, ImportedChild
from safeguarding.models import Child
from safeguarding.models.base import ScopedQuerySet

WHY = (
    "the records of children who have another number in files; ids alone, which the reader's scope decides on"
)
IN_FORCE = (FileStatus.READ, FileStatus.REPLACED)


def renumbered() -> ScopedQuerySet:
    """What files tell of children under a number that is not their record's."""
    return ImportedChild.objects.unscoped(WHY).filter(
        renumbered=True, child__isnull=False, file__status__in=IN_FORCE
    )


def records_of_new_numbers(numbers: Collection[str]) -> dict[str, int]:
    """{number: the record's id} for those of the numbers that are a child's in files, by the latest file."""
    found = renumbered().filter(number__in=numbers).order_by("file__reference_date", "pk")
    return dict(found.values_list("number", Coalesce("child__joined_into", "child")))


def with_other_numbers(children: QuerySet[Child]) -> QuerySet[Child]:
    """The children, each with its other numbers for other_numbers(): no query more."""
    numbers = renumbered().filter(child=OuterRef("pk")).order_by("number").distinct().values("number")
    return children.annotate(numbers_in_files=ArraySubquery(numbers))


def other_numbers(child: Child) -> list[str]:
    """The other numbers of a child that was loaded with them."""
    return list(getattr(child, "numbers_in_files", ()))
