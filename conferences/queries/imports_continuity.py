"""Who stood open in the census before and is not in this file, as far as a reader may know of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet, Value

from conferences.models import ChangeHow, FileStatus, ImportChange, ImportedChild, ImportedFile
from conferences.queries.imports import A_PAGE, AT_ONCE
from safeguarding.access import scope
from safeguarding.models import Child, User

WHY = "whether a file tells of children in scope"
Row = list[Any]


@dataclass(frozen=True)
class Open:
    """Where a telling holds a kind of case, and what says that a row of it is open: to SQL, and here."""

    table: str
    path: str
    is_open: Callable[[Row], bool]


UNENDED = "@[3] == null", lambda row: row[3] is None
OPEN: dict[str, Open] = {
    "plans": Open("census_plan", *UNENDED),
    "section_47": Open("census_enquiry", '@[4] == "UNDECIDED"', lambda row: row[4] == "UNDECIDED"),
    "in_need_plans": Open("census_in_need", *UNENDED),
    "need_episodes": Open(
        "census_episode", "@[5] == false && @[6] == null", lambda row: not row[5] and row[6] is None
    ),
}
FIRST_SHOWN = "plans"
DAY_AT = 2


@dataclass(frozen=True)
class Missing:
    """A child of the file before who is not in this one, and since when each of its open cases ran there."""

    child: Child
    open: dict[str, tuple[date, ...]]


@dataclass(frozen=True)
class Continuity:
    """`before`: the census before this file that is in force, None where there is none. `counts`: children
    by the kind of their open cases; `total`: children of whom any is open.
    """

    before: ImportedFile | None
    total: int
    counts: dict[str, int]
    rows: QuerySet[ImportedChild]

    def page(self, number: int) -> tuple[list[Missing], Page[ImportedChild]]:
        found = Paginator(self.rows, A_PAGE, allow_empty_first_page=True).get_page(number)
        return [missing(row) for row in found.object_list], found

    def all(self) -> Iterator[Missing]:
        return map(missing, self.rows.iterator(chunk_size=AT_ONCE))


def file_before(file: ImportedFile) -> ImportedFile | None:
    """The census of the same authority in force whose reference date is the last before this file's."""
    kept = ImportedFile.objects.filter(status=FileStatus.READ, authority=file.authority)
    return kept.filter(reference_date__lt=file.reference_date).order_by("reference_date", "pk").last()


def continuity(user: User, file: ImportedFile) -> Continuity:
    """Of the children whom the user may see, those with an open case in the file before who are not here."""
    before = file_before(file)
    rows = _missing(user, file, before) if before else scope(user, ImportedChild).none()
    marked = rows.annotate(**{f"has_{kind}": has(kind) for kind in OPEN})
    open_ = marked.filter(Q(*((f"has_{kind}", True) for kind in OPEN), _connector=Q.OR))
    counts = {kind: open_.filter(**{f"has_{kind}": True}).count() for kind in OPEN} if before else {}
    shown = open_.select_related("child").order_by(F(f"has_{FIRST_SHOWN}").desc(), "number")
    return Continuity(before, open_.count(), counts, shown)


def _missing(user: User, file: ImportedFile, before: ImportedFile) -> QuerySet[ImportedChild]:
    told = ImportedChild.objects.unscoped(WHY).filter(file=file)
    found: QuerySet[ImportedChild] = scope(user, ImportedChild).filter(file=before, told__isnull=False)
    by_number, by_child = told.filter(number=OuterRef("number")), told.filter(child=OuterRef("child"))
    # Of a file that is only proposed, whom it tells of under another number.
    match = ImportChange.objects.filter(file=file, how=ChangeHow.RENUMBERED)
    by_match = match.filter(number=OuterRef("child__la_child_id"))
    return found.exclude(Exists(by_number)).exclude(Exists(by_child)).exclude(Exists(by_match))


class PathExists(Func):
    """Whether a strict path leads to anything in a JSON column; one that is not there leads to nothing. A lax
    path would look into the rows themselves.
    """

    function = "jsonb_path_exists"
    template = "coalesce(%(function)s(%(expressions)s::jsonpath, '{}', true), false)"
    output_field = BooleanField()


def has(kind: str) -> PathExists:
    """Whether a file's telling of a child has an open case of a kind."""
    case = OPEN[kind]
    return PathExists(F("told"), Value(f"strict $.{case.table}[*] ? ({case.path})"))


def missing(row: ImportedChild) -> Missing:
    told: dict[str, list[Row]] = row.told or {}
    assert row.child
    return Missing(row.child, {kind: tuple(_days(told, case)) for kind, case in OPEN.items()})


def _days(told: dict[str, list[Row]], case: Open) -> Iterator[date]:
    return (date.fromisoformat(row[DAY_AT]) for row in told.get(case.table, ()) if case.is_open(row))
