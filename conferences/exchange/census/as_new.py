"""What a file is told to bring of children whose records are closed to somebody: what it would bring if they
were not here yet. So nobody learns from a file who is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from django.db import connection, transaction

from conferences.exchange.census.guarded import numbers_in
from conferences.exchange.census.merging import WAYS, Counts
from conferences.exchange.census.putting import put_together
from conferences.exchange.census.retelling import InForce
from conferences.exchange.census.staging import drop_tables
from conferences.models import ImportedFile, ImportFault, ToldTo

T = TypeVar("T")
# Their records under other numbers, so that the file's numbers lead to nobody.
PUT_ASIDE = "UPDATE safeguarding_child SET la_child_id = '~' || id WHERE la_child_id = ANY(%s)"

LEAD_NOWHERE = "UPDATE conferences_importedchild SET child_id = NULL WHERE file_id = %s AND number = ANY(%s)"


def as_new(row: ImportedFile, measured: Callable[[], T]) -> tuple[Counts, list[ImportFault], T]:
    """The counts and the faults of such children as if they were new, and what is `measured` then. Nothing of
    it stays; call it once what the file tells is kept and merged.
    """
    with connection.cursor() as cursor:
        numbers = numbers_in(cursor, row.pk)
        if not numbers:
            return {}, [], measured()
        point = transaction.savepoint()
        drop_tables()
        cursor.execute(PUT_ASIDE, [numbers])
        cursor.execute(LEAD_NOWHERE, [row.pk, numbers])
        newest = ImportFault.objects.order_by("pk").values_list("pk", flat=True).last() or 0
        counts = put_together(row, InForce({}), numbers=numbers).counts
        said = ImportFault.objects.filter(file=row, pk__gt=newest)
        faults = [_to_others(fault) for fault in said]
        found = measured()
        transaction.savepoint_rollback(point)
    return counts, faults, found


def _to_others(fault: ImportFault) -> ImportFault:
    fault.pk = None
    fault.told_to = ToldTo.OTHERS
    return fault


def with_guarded(row: ImportedFile, counts: Counts) -> Counts:
    """The counts of what a file did, with such children as if they were new; their faults are kept so."""
    more, faults, _ = as_new(row, lambda: None)
    ImportFault.objects.bulk_create(faults)
    return added_up(counts, more)


def added_up(one: Counts, other: Counts) -> Counts:
    total: Counts = defaultdict(lambda: dict.fromkeys(WAYS, 0))
    for counts in (one, other):
        for what, ways in counts.items():
            for way, many in ways.items():
                total[what][way] += many
    return dict(total)
