"""Pages of the council's directories: what is in each, one row with its history, a row added or changed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.directory import operations
from safeguarding.directory.directory import Directory, directories
from safeguarding.directory.words import changes
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table, Tag
from safeguarding.pages.directory_forms import RowForm, UseForm
from safeguarding.pages.posted import posted
from safeguarding.wording import counted, uk_moment

A_PAGE = 50
# What follows, by whether it is in use now.
USE = {
    True: "It is offered nowhere any more. What was recorded with it stays as it is.",
    False: "It is offered again from now on.",
}


@needs(Permission.KEEP_DIRECTORY)
@require_safe
def directory_list(request: HttpRequest) -> HttpResponse:
    """The directories that this person keeps, with how much is in each."""
    kept = [directory for directory in directories().values() if can(request.user, directory.needs)]
    rows = [
        [
            Cell(one.title, href=reverse("directory", args=[one.slug]), note=one.about),
            counted(one.rows.filter(is_active=True).count(), one.one, one.many),
        ]
        for one in kept
    ]
    table = Table("Directories", [Column("Directory"), Column("In use")], rows, row_heads=True, stack=True)
    return render(request, "safeguarding/directories.html", {"table": table})


@needs(Permission.KEEP_DIRECTORY)
@require_safe
def rows(request: HttpRequest, slug: str) -> HttpResponse:
    """The rows of a directory, in pages: those in use, or with ?show=all those that are not too."""
    directory = kept_by(request, slug)
    shows_all = request.GET.get("show") == "all"
    found = directory.rows if shows_all else directory.rows.filter(is_active=True)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    items = [item for item in directory.items if item.field in directory.shown]
    columns = [Column(directory.name.label), *(Column(item.label) for item in items)]
    table = Table(
        directory.title,
        [*columns, Column("In use")] if shows_all else columns,
        [_line(directory, items, row, shows_all) for row in page],
        f"There are no {directory.many} yet." if not shows_all else f"There are no {directory.many}.",
        caption_hidden=True,
        row_heads=True,
        stack=True,
    )
    context = {"directory": directory, "table": table, "page": page, "shows_all": shows_all}
    return render(request, "safeguarding/directory.html", context)


def kept_by(request: HttpRequest, slug: str) -> Directory:
    """The directory; 404 where there is none such, or where this person does not keep it."""
    directory = directories().get(slug)
    if directory is None or not can(request.user, directory.needs):
        raise Http404
    return directory


def _line(directory: Directory, items: list[Any], row: Any, shows_all: bool) -> list[Any]:
    href = reverse("directory_row", args=[directory.slug, row.pk])
    name = Cell(getattr(row, directory.name.field), href=href)
    shown = [item.show(getattr(row, item.field)) or "–" for item in items]
    return [name, *shown, *([Cell(tag=_state(row))] if shows_all else [])]


def _state(row: Any) -> Tag:
    return Tag("In use", "green") if row.is_active else Tag("Out of use", "grey")


@needs(Permission.KEEP_DIRECTORY)
@require_safe
def row(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One row: what is known of it, and how it came to be so."""
    directory, found = _row(request, slug, pk)
    shown = [(item.label, item.show(getattr(found, item.field)) or "–") for item in directory.items]
    summary = [SummaryRow(key, value) for key, value in [*shown, *directory.facts(found, today())]]
    context = {
        "directory": directory,
        "row": found,
        "name": getattr(found, directory.name.field),
        "rows": [*summary, SummaryRow("State", _state(found).text)],
        "history": _history(directory, found),
    }
    return render(request, "safeguarding/directory_row.html", context)


def _row(request: HttpRequest, slug: str, pk: int) -> tuple[Directory, Any]:
    directory = kept_by(request, slug)
    found = directory.rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return directory, found


def _history(directory: Directory, row: Any) -> Table:
    """Who added and changed it, when, and from what to what: what the triggers kept."""
    rows = [
        [uk_moment(one.at), one.what, Cell(", ".join(one.items)), one.by] for one in changes(directory, row)
    ]
    columns = [Column("When"), Column("What"), Column("From and to"), Column("By")]
    return Table("History", columns, rows, "Nothing is recorded.", stack=True)


@needs(Permission.KEEP_DIRECTORY)
@require_http_methods(["GET", "POST"])
def row_add(request: HttpRequest, slug: str) -> HttpResponse:
    """A new row."""
    directory = kept_by(request, slug)
    back = reverse("directory", args=[slug])
    form = RowForm(request.POST or None, directory=directory, back=back)
    by, at = person_of(request), now()
    added = form.attempt(lambda: operations.add_row(directory=directory, texts=form.texts, by=by, at=at))
    if added:
        messages.success(request, f"The {directory.one} has been added.")
        return redirect("directory_row", slug, added.pk) if directory.tells_more else redirect(back)
    context = {"form": form, "heading": f"Add {directory.a_one}", "back": back}
    return render(request, "safeguarding/directory_form.html", context)


@needs(Permission.KEEP_DIRECTORY)
@require_http_methods(["GET", "POST"])
def row_change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Other values of a row."""
    directory, found = _row(request, slug, pk)
    back = reverse("directory_row", args=[slug, pk])
    form = RowForm(request.POST or None, directory=directory, row=found, back=back)
    by, at = person_of(request), now()
    done = form.attempt(
        lambda: operations.change_row(directory=directory, row=found, texts=form.texts, by=by, at=at)
    )
    if done:
        messages.success(request, "Saved.")
        return redirect(back)
    context = {"form": form, "heading": f"Change {getattr(found, directory.name.field)}", "back": back}
    return render(request, "safeguarding/directory_form.html", context)


@needs(Permission.KEEP_DIRECTORY)
@require_http_methods(["GET", "POST"])
def row_use(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Take a row out of use, or put it back: what it is not now."""
    directory, found = _row(request, slug, pk)
    back = reverse("directory_row", args=[slug, pk])
    act = operations.take_out if found.is_active else operations.put_back
    words = "Take out of use" if found.is_active else "Put back into use"
    form = UseForm(posted(request), button=words, back=back)
    by, at = person_of(request), now()
    if form.attempt(lambda: act(directory=directory, row=found, by=by, at=at)):
        state = "out of use" if found.is_active else "in use again"
        messages.success(request, f"The {directory.one} is {state}.")
        return redirect(back)
    heading = f"{words}: {getattr(found, directory.name.field)}"
    context = {"form": form, "heading": heading, "back": back, "follows": USE[found.is_active]}
    return render(request, "safeguarding/directory_form.html", context)
