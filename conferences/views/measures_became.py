"""The page of what was decided and what became of it: tables, the children behind each number, and a file."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from conferences.figures.became import AnyGrid, grids, row_words
from conferences.figures.grids import csv_lines, grid_table, heading_of, list_table
from conferences.queries.measures.became import became_rows
from conferences.queries.measures_children import A_PAGE, children_shown, visible_ids
from conferences.rules.coverage import not_known
from conferences.rules.measures_catalogue import measure
from conferences.views.measures import Asked, asked, period_links
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import today
from safeguarding.models import ReadKind
from safeguarding.pagekit.wholefile import WholeFile, csv_file

CLOSED = (
    "Children whose records are closed to you are left out of every number of this page, whatever the days."
)
PARTS_OF_A_CELL = 3


@dataclass(frozen=True)
class Shown:
    """What is asked for, its tables, and why there is none where its days are not known."""

    asked: Asked
    tables: list[AnyGrid]
    unknown: str


def _shown(request: HttpRequest) -> Shown:
    given = asked(request)
    if given.file is not None:
        raise Http404  # The unit's own work is in no census file.
    unknown = not_known(measure("consultations_decided"), given.period, given.known)
    if unknown:
        return Shown(given, [], unknown)
    rows = became_rows(given.period, on=today(), known=given.known, closed=given.closed)
    return Shown(given, grids(rows), "")


@needs(Permission.READ_MEASURES)
@require_safe
def measures_became(request: HttpRequest) -> HttpResponse:
    """Every table of a period."""
    shown = _shown(request)
    base = reverse("measures_became_children") + shown.asked.query
    values = {
        "period": shown.asked.period,
        "tables": [
            (grid_table(grid, lambda cell: f"{base}&{urlencode({'cell': cell})}"), grid.about)
            for grid in shown.tables
        ],
        "unknown": shown.unknown,
        "form": shown.asked.form,
        "periods": period_links(shown.asked, today(), "measures_became"),
        "who_counts": CLOSED,
        "back": reverse("measures") + shown.asked.query,
        "csv": reverse("measures_became_csv") + shown.asked.query,
    }
    return render(request, "conferences/measures/became.html", values)


@needs(Permission.OPEN_MEASURE, reads=ReadKind.LISTED)
@require_safe
def measures_became_children(request: HttpRequest) -> HttpResponse:
    """The children behind one number, as far as the reader may see them."""
    shown = _shown(request)
    parts = request.GET.get("cell", "").split(".")
    if len(parts) != PARTS_OF_A_CELL:
        raise Http404
    key, line, column = parts
    grid = next((one for one in shown.tables if one.key == key), None)
    rows = grid.behind(line, column) if grid else None
    if grid is None or rows is None:
        raise Http404
    user = person_of(request)
    seen = visible_ids(user, {row.child for row in rows})
    page = Paginator([row for row in rows if row.child in seen], A_PAGE).get_page(request.GET.get("page"))
    children = children_shown(user, {row.child for row in page.object_list})
    values = {
        "period": shown.asked.period,
        "title": grid.title,
        "heading": heading_of(grid, line, column),
        "counted": len(rows),
        "seen": page.paginator.count,
        "page": page,
        "table": list_table(grid.title, page.object_list, children, row_words),
        "back": reverse("measures_became") + shown.asked.query,
    }
    return render(request, "conferences/measures/became_children.html", values)


@needs(Permission.READ_MEASURES)
@require_safe
def measures_became_csv(request: HttpRequest) -> WholeFile:
    """The numbers as a file: counts only, no child."""
    shown = _shown(request)
    period = shown.asked.period
    name = f"what-became-of-it-{period.from_.isoformat()}-to-{period.to.isoformat()}.csv"
    return csv_file(name, [[shown.unknown]] if shown.unknown else csv_lines(shown.tables))
