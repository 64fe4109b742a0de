"""The file of parents and carers from the case system: handed in, shown, taken in."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.operations import families_feed as operations
from conferences.operations.families_feed_rows import ParentsLoaded
from conferences.queries.families_feed import own_file
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.operation import rehearse
from safeguarding.pagekit.components import Column, Table
from safeguarding.pages.directory_files import summary
from safeguarding.pages.directory_forms import RowsFileForm
from safeguarding.wording import counted, joined

MOST_NAMED = 200
TOLD = {"refused": "Refused", "noted": "Taken in part"}


@needs(Permission.FEED_CHILDREN)
@require_http_methods(["GET", "HEAD", "POST"])
def parents_file(request: HttpRequest) -> HttpResponse:
    """Hand in a file of parents and carers; the next page shows what it would change."""
    sent, back = request.method == "POST", reverse("children_feed")
    form = RowsFileForm(request.POST if sent else None, request.FILES if sent else None, back=back)
    if sent and form.is_valid():
        upload, by = form.cleaned_data["file"], person_of(request)
        row = form.attempt(
            lambda: operations.hand_in_parents(name=upload.name, content=upload.read(), by=by, at=now())
        )
        if row:
            return redirect("parents_preview", ref=row.ref)
    columns = joined([item.label for item in operations.PARENTS_FILE.items])
    context = {"form": form, "back": back, "columns": columns}
    return render(request, "conferences/children_feed/parents.html", context)


@needs(Permission.FEED_CHILDREN)
@require_http_methods(["GET", "HEAD", "POST"])
def parents_preview(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What the file would do, by the numbers of its rows; on POST it is done."""
    by, at = person_of(request), now()
    file = own_file(by, operations.PARENTS_FILE.slug, ref)
    if file is None:
        raise Http404
    if request.method == "POST":
        done = operations.take_in_parents(file=file, by=by, at=at)
        messages.success(request, f"Taken in: {summary(operations.counts(done))}.")
        return redirect("parents_preview", ref=ref)
    context: dict[str, Any] = {"file": file, "back": reverse("parents_file")}
    if file.taken_in_at:
        counts = file.outcome.get("counts", {})
        tables = [
            _told_table(words, file.outcome.get(key, []), counts.get(key, 0)) for key, words in TOLD.items()
        ]
        context |= {"counts": counts, "summary": summary(counts)}
        context["tables"] = [table for table in tables if table.rows]
    else:
        would = rehearse(lambda: operations.take_in_parents(file=file, by=by, at=at))
        counts = operations.counts(would)
        context |= {"counts": counts, "summary": summary(counts), "would": would, "tables": _tables(would)}
    return render(request, "conferences/children_feed/parents_preview.html", context)


def _told_table(words: str, rows: Sequence[Sequence[Any]], count: int) -> Table:
    caption = f"{words} ({counted(count, 'row')})"
    columns = [Column("Row", numeric=True), Column("Why")]
    return Table(caption, columns, [list(row) for row in rows[:MOST_NAMED]], row_heads=True)


def _tables(loaded: ParentsLoaded) -> list[Table]:
    """What is refused stands first, then what is kept as it is here."""
    rows_of = {"refused": loaded.refused, "noted": loaded.noted}
    tables = [_told_table(words, rows_of[key], len(rows_of[key])) for key, words in TOLD.items()]
    for words, rows in (("Added", loaded.added), ("Changed", loaded.changed)):
        caption = f"{words} ({counted(len(rows), 'row')})"
        tables.append(Table(caption, [Column("Row")], [[row] for row in rows[:MOST_NAMED]]))
    return [table for table in tables if table.rows]
