"""The file of parents and carers from the case system: handed in, shown, taken in."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.operations import families_feed as operations
from conferences.operations.families_feed_rows import ParentsLoaded
from conferences.queries.families_feed import waiting_file
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.operation import rehearse
from safeguarding.pagekit.components import Column, Table
from safeguarding.pages.directory_forms import RowsFileForm
from safeguarding.wording import counted, joined, number

MOST_NAMED = 200


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
    waiting = waiting_file(by, operations.PARENTS_FILE.slug, ref)
    if waiting is None:
        raise Http404
    if request.method == "POST":
        done = operations.take_in_parents(file=waiting, by=by, at=at)
        messages.success(request, f"Taken in: {_summary(done)}.")
        return redirect("parents_file")
    would = rehearse(lambda: operations.take_in_parents(file=waiting, by=by, at=at))
    context = {
        "file": waiting,
        "summary": _summary(would),
        "would": would,
        "tables": _tables(would),
        "back": reverse("parents_file"),
    }
    return render(request, "conferences/children_feed/parents_preview.html", context)


def _summary(loaded: ParentsLoaded) -> str:
    """3 added, 1 changed, 12 unchanged, 2 refused."""
    found = operations.counts(loaded)
    return joined([f"{number(found[what])} {what}" for what in ("added", "changed", "unchanged", "refused")])


def _tables(loaded: ParentsLoaded) -> list[Table]:
    """What is refused stands first, then what is kept as it is here."""
    told = (("Refused", loaded.refused), ("Taken in part", loaded.noted))
    tables = [
        Table(
            f"{words} ({counted(len(rows), 'row')})",
            [Column("Row", numeric=True), Column("Why")],
            rows[:MOST_NAMED],
            row_heads=True,
        )
        for words, rows in told
    ]
    for words, rows in (("Added", loaded.added), ("Changed", loaded.changed)):
        caption = f"{words} ({counted(len(rows), 'row')})"
        tables.append(Table(caption, [Column("Row")], [[row] for row in rows[:MOST_NAMED]]))
    return [table for table in tables if table.rows]
