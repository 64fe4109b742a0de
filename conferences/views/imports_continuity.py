"""Who had an open case in the census before and is not in a file: asked before it is kept, and after."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.models import FileStatus, ImportedFile
from conferences.queries import imports
from conferences.queries.imports_continuity import continuity
from conferences.rules.coverage import census_year
from conferences.views.presenters import imports_continuity as presenter
from safeguarding.access import Permission, needs, person_of
from safeguarding.models import ReadKind
from safeguarding.pagekit.wholefile import WholeFile, csv_file

TELLS = (FileStatus.PROPOSED, FileStatus.READ)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def import_missing(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The children, a page at a time, and how many had what open; only those whom the reader may see."""
    file = _file(ref)
    found = continuity(person_of(request), file)
    rows, page = found.page(_page(request))
    assert file.reference_date
    values = {
        "file": file,
        "is_open": file.status == FileStatus.PROPOSED,
        "sentence": presenter.sentence(found, census_year(file.reference_date)),
        "counts": presenter.counts_table(found) if found.total else None,
        "table": presenter.rows_table(rows) if found.before else None,
        "page": page,
    }
    return render(request, "conferences/imports/missing.html", values)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def import_missing_csv(request: HttpRequest, ref: uuid.UUID) -> WholeFile:
    """All of them as a file."""
    found = continuity(person_of(request), _file(ref))
    return csv_file("missing-from-the-census.csv", presenter.csv_rows(found.all()))


def _file(ref: uuid.UUID) -> ImportedFile:
    file = imports.file_handed_in(ref)
    if file is None or file.status not in TELLS or file.reference_date is None:
        raise Http404
    return file


def _page(request: HttpRequest) -> int:
    number = request.GET.get("page", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1
