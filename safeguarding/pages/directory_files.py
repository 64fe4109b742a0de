"""A directory as a file: as it stands, and rows handed in, which are shown before they are taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.directory import files, operations
from safeguarding.directory.directory import Directory
from safeguarding.directory.operations import Loaded
from safeguarding.models import DirectoryFile
from safeguarding.operation import rehearse
from safeguarding.pagekit.components import Column, Table
from safeguarding.pagekit.wholefile import WholeFile, csv_file
from safeguarding.pages.directory import kept_by
from safeguarding.pages.directory_forms import RowsFileForm
from safeguarding.wording import counted, joined, number

MOST_NAMED = 200


@needs(Permission.KEEP_DIRECTORY)
@require_safe
def csv(request: HttpRequest, slug: str) -> WholeFile:
    """The directory as it stands, as a CSV that may be handed in again."""
    directory = kept_by(request, slug)
    return csv_file(f"{slug}.csv", files.lines_of(directory.items, directory.rows))


@needs(Permission.KEEP_DIRECTORY)
@require_http_methods(["GET", "POST"])
def hand_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Rows handed in; the next page shows what they would change."""
    directory = kept_by(request, slug)
    back = reverse("directory", args=[slug])
    sent = request.method == "POST"
    form = RowsFileForm(request.POST if sent else None, request.FILES if sent else None, back=back)
    if sent and form.is_valid():
        upload, by, at = form.cleaned_data["file"], person_of(request), now()
        row = form.attempt(
            lambda: operations.hand_in(
                directory=directory, name=upload.name, content=upload.read(), by=by, at=at
            )
        )
        if row:
            return redirect("directory_preview", slug=slug, ref=row.ref)
    columns = joined([item.label for item in directory.items])
    context = {"form": form, "directory": directory, "back": back, "columns": columns}
    return render(request, "safeguarding/directory_file.html", context)


@needs(Permission.KEEP_DIRECTORY)
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, slug: str, ref: UUID) -> HttpResponse:
    """What a file would do; on POST it is done."""
    directory = kept_by(request, slug)
    file = DirectoryFile.objects.filter(ref=ref, directory=slug, handed_in_by=person_of(request)).first()
    if file is None:
        raise Http404
    by, at = person_of(request), now()
    if request.method == "POST":
        done = operations.take_in(directory=directory, file=file, by=by, at=at)
        messages.success(request, f"Taken in: {summary(done.counts)}.")
        return redirect("directory_preview", slug=slug, ref=ref)
    context = {"directory": directory, "file": file}
    if file.taken_in_at:
        context |= outcome(file)
    else:
        would = rehearse(lambda: operations.take_in(directory=directory, file=file, by=by, at=at))
        context |= {
            "counts": would.counts,
            "summary": summary(would.counts),
            "would": would,
            "tables": _tables(directory, would),
        }
    return render(request, "safeguarding/directory_preview.html", context)


def outcome(file: DirectoryFile) -> dict[str, Any]:
    """What came of a file that was taken in, for its page."""
    counts, refused = file.outcome.get("counts", {}), file.outcome.get("refused", [])
    tables = [refused_table(refused, counts["refused"])] if refused else []
    return {"counts": counts, "summary": summary(counts), "tables": tables}


def summary(counts: Mapping[str, int]) -> str:
    """3 added, 1 changed, 12 unchanged, 2 refused; where nobody counted, that it is done."""
    if not counts:
        return "The file has been taken in"
    return joined([f"{number(counts[what])} {what}" for what in ("added", "changed", "unchanged", "refused")])


def refused_table(rows: Sequence[Sequence[Any]], count: int) -> Table:
    """The rows that were refused, each with why; so many of them."""
    caption = f"Refused ({counted(count, 'row')})"
    columns = [Column("Row", numeric=True), Column("Why")]
    return Table(caption, columns, [list(row) for row in rows[:MOST_NAMED]], row_heads=True)


def _tables(directory: Directory, loaded: Loaded) -> list[Table]:
    """What is refused stands first: it is what somebody has to do something about."""
    tables = [refused_table(loaded.refused, len(loaded.refused))]
    for words, names in (("Added", loaded.added), ("Changed", loaded.changed)):
        caption = f"{words} ({counted(len(names), directory.one, directory.many)})"
        tables.append(Table(caption, [Column(directory.name.label)], [[name] for name in names[:MOST_NAMED]]))
    return [table for table in tables if table.rows]
