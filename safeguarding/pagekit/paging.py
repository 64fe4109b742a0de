"""A page of a list that nobody counts: counting a log of a million rows costs more than showing fifty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

T = TypeVar("T")
HIGHEST = 10_000


@dataclass(frozen=True)
class Stretch(Generic[T]):
    """Some rows of a list, by the number of their page from 1 on; `more` says that others follow."""

    rows: Sequence[T]
    number: int
    more: bool

    def __iter__(self) -> Iterator[T]:
        return iter(self.rows)


def stretch(rows: QuerySet[Any], asked: str | None, length: int) -> Stretch[Any]:
    """The page asked for in an address, the first where that is no number; one query."""
    typed = asked or ""
    is_number = typed.isascii() and typed.isdigit() and len(typed) < 10
    number = int(typed) if is_number and 0 < int(typed) <= HIGHEST else 1
    found = list(rows[(number - 1) * length : number * length + 1])
    return Stretch(found[:length], number, len(found) > length)
