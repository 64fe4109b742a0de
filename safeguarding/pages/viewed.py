"""Who has viewed which record: the log of one record, one's own part of it, and the table of rights that
everybody may read.
"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, needs, person_of, signed_in
from safeguarding.access import viewed as log
from safeguarding.models import ReadKind, ReadLog
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.pagekit.paging import stretch
from safeguarding.pages.restriction_forms import NumberForm
from safeguarding.pages.restrictions import finder, governed
from safeguarding.rights import Role, holds
from safeguarding.wording import joined, uk_moment, upper_first

A_PAGE = 50
# What the pages are called in the log; one that is not here is called by its address's own name.
PAGES = {
    "child": "The record",
    "child_timeline": "The timeline",
    "family": "The family’s page",
    "find_child": "A search",
    "measure_children": "The children behind a figure",
    "measure_csv": "The children behind a figure, as a file",
    "import_report": "The report of an import",
    "child_viewed": "Who has viewed the record",
    "child_access": "Who may see the record",
    "restricted": "The list of restricted records",
    "bars": "The list of barred people",
}


@needs(Permission.READ_VIEWED)
@require_http_methods(["GET", "POST"])
def viewed(request: HttpRequest) -> HttpResponse:
    """Find a record's log by the child's number."""
    form = NumberForm(request.POST or None, find=finder(request), button="Show who has viewed it")
    if form.is_valid():
        return redirect("child_viewed", ref=form.cleaned_data["number"].ref)
    return render(request, "safeguarding/viewed.html", {"form": form})


@needs(Permission.READ_VIEWED)
@require_safe
def child_viewed(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Who has viewed one record, newest first. Reading it is logged too."""
    child = governed(request, ref)
    page = stretch(log.rows_of_child(child), request.GET.get("page"), A_PAGE)
    rows = [[uk_moment(row.read_at), row.user, *_where(row)] for row in page]
    columns = [Column(words) for words in ("When", "Who", "Page", "How")]
    table = Table("Viewed", columns, rows, "Nobody has viewed this record.", stack=True)
    context = {"number": child.la_child_id, "table": table, "page": page}
    return render(request, "safeguarding/child_viewed.html", context)


def _where(row: ReadLog) -> tuple[str, str]:
    name = row.view_name
    return PAGES.get(name, upper_first(name.replace("_", " "))), ReadKind(row.kind).label


@needs(Permission.READ_OWN_VIEWED, reads=ReadKind.LISTED)
@require_safe
def viewed_by_me(request: HttpRequest) -> HttpResponse:
    """The records one has viewed oneself, newest first."""
    user = person_of(request)
    page = stretch(log.rows_of_person(user), request.GET.get("page"), A_PAGE)
    rows = [
        [uk_moment(record.row.read_at), _record(record), *_where(record.row)]
        for record in log.with_children(user, page)
    ]
    columns = [Column(words) for words in ("When", "Record", "Page", "How")]
    table = Table(
        "Records you have viewed",
        columns,
        rows,
        "You have not viewed any records yet.",
        caption_hidden=True,
        stack=True,
    )
    return render(request, "safeguarding/viewed_by_me.html", {"table": table, "page": page})


def _record(record: log.ViewedRecord) -> Cell:
    if record.child is None:
        return Cell("A record you may not see")
    try:
        href = reverse("child", args=[record.child.ref])
    except NoReverseMatch:
        href = ""
    return Cell(record.child.display_name, href=href, note=record.child.la_child_id)


@signed_in("Everyone may know who may do what.")
@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """The table of roles and rights, from the code that decides."""
    columns = [Column("What"), Column("Who")]
    rows = [[_right(right), _holders(right)] for right in Permission]
    table = Table("Who may do what", columns, rows, caption_hidden=True, row_heads=True, stack=True)
    own = [right.sentence for right in Permission if holds(person_of(request).role, right)]
    return render(request, "safeguarding/rights.html", {"table": table, "own": own})


def _holders(right: Permission) -> str:
    """The roles in words: nine columns of yes and no were wider than a screen."""
    roles = [role for role in Role if holds(role.value, right)]
    return "Everyone" if len(roles) == len(Role) else upper_first(joined([role.label for role in roles]))


def _right(right: Permission) -> Cell:
    return Cell(right.sentence, note=f"Waits for {right.waits_for}" if right.waits_for else "")
