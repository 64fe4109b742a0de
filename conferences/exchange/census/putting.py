"""The record put together from what the files in force tell, without the files themselves."""

from __future__ import annotations

from collections.abc import Sequence

from conferences.exchange.census.merging import Merged, MergedFile, merge
from conferences.exchange.census.progress import Progress, nobody
from conferences.exchange.census.recognition import KEPT, recognise
from conferences.exchange.census.retelling import InForce, Retelling, affect
from conferences.exchange.census.staging import Staging, create_tables, index_tables
from conferences.exchange.census.used_numbers import leave_out_used
from conferences.models import ImportedChild, ImportedFile


def put_together(
    row: ImportedFile,
    in_force: InForce,
    *,
    counts: bool = True,
    numbers: Sequence[str] = (),
    on_progress: Progress = nobody,
) -> Merged:
    """The record as the files in force tell it of all whom this file, or one that it replaces, tells of; or
    only of the children of these `numbers`. What only a person can answer is in a temporary table after it.

    `counts`: whether this file is in force too; without it it is as if it had never been.
    """
    assert row.reference_date
    create_tables()
    staging = Staging(row.pk)
    told_of = ImportedChild.objects.unscoped("how many a file tells of").filter(file=row)
    size = len(numbers) or told_of.count()
    if counts and not numbers:
        recognise(KEPT, row.pk, row.authority, row.reference_date, in_force.files, size)
    # An answer may be of a child whom only an earlier file tells of.
    answered = row.questions.exclude(answer="").exclude(number="").values_list("number", flat=True)
    files_told = [] if numbers else [row.pk, *in_force.replaced]
    affect(known=False, files=files_told, numbers=numbers or list(answered))
    files = in_force.with_file(row.pk, row.reference_date) if counts else in_force
    Retelling(staging, files, row.pk if counts else 0, row.reference_date, on_progress).run()
    if counts:
        leave_out_used(staging)
    index_tables()
    whole = counts and not numbers
    return merge(MergedFile(row.pk, row.reference_date, 1, size, whole))
