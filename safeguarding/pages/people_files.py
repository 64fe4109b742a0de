"""The accounts as a file: taken out as they stand, and rows handed in, each of which is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import file_operations as operations
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now, today
from safeguarding.models import DirectoryFile
from safeguarding.operation import rehearse
from safeguarding.pagekit.components import Column, Table
from safeguarding.pagekit.wholefile import WholeFile, csv_file
from safeguarding.pages.directory_files import MOST_NAMED, refused_table
from safeguarding.pages.directory_forms import RowsFileForm
from safeguarding.wording import counted, joined, number


@needs(Permission.MANAGE_USERS)
@require_safe
def people_csv(request: HttpRequest) -> WholeFile:
    """The accounts as they stand, as a CSV that may be taken in again."""
    return csv_file("people.csv", operations.people_lines(today()))


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def people_file(request: HttpRequest) -> HttpResponse:
    """A file of people handed in; the next page shows what would be asked for."""
    sent, back = request.method == "POST", reverse("people")
    form = RowsFileForm(request.POST if sent else None, request.FILES if sent else None, back=back)
    if sent and form.is_valid():
        upload, by = form.cleaned_data["file"], person_of(request)
        file = form.attempt(
            lambda: operations.hand_in_people(name=upload.name, content=upload.read(), by=by, at=now())
        )
        if file:
            return redirect("people_preview", ref=file.ref)
    columns = joined([item.label for item in operations.people_file(today()).items])
    context = {"form": form, "back": back, "columns": columns}
    return render(request, "safeguarding/people_file.html", context)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def people_preview(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Which accounts a file would ask for; on POST they are asked for. Afterwards, what came of it."""
    by, at = person_of(request), now()
    file = DirectoryFile.objects.filter(ref=ref, directory=operations.SLUG, handed_in_by=by).first()
    if file is None:
        raise Http404
    if request.method == "POST":
        done = operations.ask_people(file=file, by=by, at=at)
        messages.success(request, f"{_summary(done.counts)}. Each account waits for a second person.")
        return redirect("people_preview", ref=ref)
    names: list[str] = []
    if file.taken_in_at:
        counts, refused = file.outcome["counts"], file.outcome["refused"]
    else:
        would = rehearse(lambda: operations.ask_people(file=file, by=by, at=at))
        counts, refused, names = would.counts, would.refused, would.added
    tables = [refused_table(refused, counts["refused"]), _asked_table(names)]
    context = {"file": file, "counts": counts, "summary": _summary(counts)}
    context["tables"] = [table for table in tables if table.rows]
    return render(request, "safeguarding/people_preview.html", context)


def _summary(counts: Mapping[str, int]) -> str:
    """3 accounts to ask for, 12 there already, 1 refused."""
    asked = counted(counts["added"], "account to ask for", "accounts to ask for")
    rest = [f"{number(counts['unchanged'])} there already", f"{number(counts['refused'])} refused"]
    return joined([asked, *rest])


def _asked_table(names: list[str]) -> Table:
    rows: list[list[Any]] = [[name] for name in names[:MOST_NAMED]]
    return Table(f"To ask for ({counted(len(names), 'account')})", [Column("Email address")], rows)
