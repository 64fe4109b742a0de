"""Files handed in, and what came of each: a page of faults, with the children the reader may see."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from conferences.models import ImportedFile, ImportFault, ToldTo
from conferences.queries.children_numbers import renumbered
from safeguarding.access import scope
from safeguarding.access.closed import closed_numbers
from safeguarding.models import Child, User

A_PAGE = 50
AT_ONCE = 2_000
FILES_A_PAGE = 20
# What is said beside the record of a child who is new: a number that another child has, and no birth.
OF_NEW = ("1520", "8525Q")


@dataclass(frozen=True)
class RuleCount:
    """How often a rule was broken in a file, and what became of those records."""

    rule: str
    kind: str
    count: int


@dataclass(frozen=True)
class FaultRow:
    """A fault with its child, where the reader may see it. `hidden`: about a child, whom they may not see."""

    fault: ImportFault
    child: Child | None

    @property
    def hidden(self) -> bool:
        return bool(self.fault.la_child_id) and self.child is None


@dataclass(frozen=True)
class FaultPage:
    """One page of a file's faults, and the counts of all of them by rule."""

    rules: list[RuleCount]
    rows: list[FaultRow]
    page: Page[ImportFault]


def handed_in(page: int) -> Page[ImportedFile]:
    """A page of the files, the latest first."""
    return Paginator(ImportedFile.objects.select_related("uploaded_by"), FILES_A_PAGE).get_page(page)


def file_handed_in(ref: uuid.UUID) -> ImportedFile | None:
    return ImportedFile.objects.select_related("uploaded_by").filter(ref=ref).first()


def faults(user: User, file: ImportedFile, *, kind: str, rule: str, page: int) -> FaultPage:
    """A page of the file's faults, kept to a kind and a rule where given. A fixed number of queries."""
    every = told_faults(file, closed_numbers(user))
    counted = every.order_by().values("rule", "kind").annotate(count=Count("id"))
    rules = sorted((RuleCount(**row) for row in counted), key=lambda r: (-r.count, r.rule, r.kind))
    found = every
    if kind:
        found = found.filter(kind=kind)
    if rule:
        found = found.filter(rule=rule)
    shown = Paginator(found, A_PAGE).get_page(page)
    listed = list(shown.object_list)
    seen = children_seen(user, {fault.la_child_id for fault in listed})
    return FaultPage(rules, [FaultRow(fault, seen.get(fault.la_child_id)) for fault in listed], shown)


def told_faults(file: ImportedFile, closed: QuerySet[Child, str]) -> QuerySet[ImportFault]:
    """The faults of a file for whoever may not see the children with these `closed` numbers: of those what is
    said of the file itself, and what would be said if they were not here yet.
    """
    is_closed = Q(la_child_id__in=closed)
    of_all = Q(told_to=ToldTo.EVERYBODY) & (Q(beside_record=False) | Q(rule__in=OF_NEW) | ~is_closed)
    seeing = Q(told_to=ToldTo.SEEING) & ~is_closed
    return file.faults.filter(of_all | seeing | Q(told_to=ToldTo.OTHERS) & is_closed)


def fault_rows(user: User, file: ImportedFile, *, kind: str, rule: str) -> Iterator[FaultRow]:
    """Every fault of the file, kept to a kind and a rule where given, a few thousand at a time."""
    found = told_faults(file, closed_numbers(user))
    if kind:
        found = found.filter(kind=kind)
    if rule:
        found = found.filter(rule=rule)
    for some in batched(found.iterator(chunk_size=AT_ONCE), AT_ONCE):
        seen = children_seen(user, {fault.la_child_id for fault in some})
        yield from (FaultRow(fault, seen.get(fault.la_child_id)) for fault in some)


def batched(faults: Iterable[ImportFault], size: int) -> Iterator[list[ImportFault]]:
    left = iter(faults)
    while some := list(islice(left, size)):
        yield some


def children_seen(user: User, numbers: set[str]) -> dict[str, Child]:
    """Those of the children with these numbers whom the user may see, by number."""
    children = scope(user, Child).filter(la_child_id__in=numbers - {""})
    found = {child.la_child_id: child for child in children}
    if unknown := numbers - found.keys() - {""}:
        told = renumbered().filter(number__in=unknown, child__in=scope(user, Child).order_by())
        found |= {row.number: row.child for row in told.select_related("child").order_by("pk") if row.child}
    return found
