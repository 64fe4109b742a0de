"""Which versions of letters and copies are kept in large print: not those that an earlier release made."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

from conferences.models import DocumentFile
from conferences.rules.documents import DocumentFormat

M = TypeVar("M", bound=Model)
WHY = "whether versions in scope are kept in large print"


def with_large(rows: QuerySet[M], files: Any = DocumentFile, of: str = "document") -> QuerySet[M]:
    """The same rows, each with `has_large`. `files` are kept by `of`. In the same query."""
    kept = files.objects.unscoped(WHY).filter(format=DocumentFormat.LARGE.value, **{of: OuterRef("pk")})
    found: QuerySet[M] = rows.annotate(has_large=Exists(kept))  # type: ignore[assignment]
    return found
