"""The census's rules asked of what is recorded here, for a year, of the children whom the reader may see."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.exchange.census.live_kept import KeptReturn, kept_return
from conferences.queries.imports import A_PAGE, children_seen
from conferences.queries.imports_files import census_years, file_of_year
from conferences.views.presenters import imports_returns as presenter
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind
from safeguarding.pagekit.wholefile import WholeFile, csv_file
from safeguarding.workingdays import year_ending

EARLIEST = 2009


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def return_check(request: HttpRequest, year: int) -> HttpResponse:
    """Every rule that the record breaks, what touches a figure first, and a page of its records."""
    kept = _check_of(request, year)
    user, found, rule = person_of(request), kept.found, request.GET.get("rule", "")
    page = Paginator(presenter.faults(found, rule), A_PAGE).get_page(request.GET.get("page", ""))
    seen = children_seen(user, {fault.child for fault in page.object_list})
    file = file_of_year(found.year)
    values = {
        "found": found,
        "at": kept.at,
        "years": presenter.years(found, year_ending(today()), census_years()),
        "rules": presenter.rules_table(found),
        "faults": presenter.faults_table(list(page.object_list), seen, rule),
        "rule": rule,
        "page": page,
        "not_asked": presenter.not_asked(file),
        "not_asked_rules": presenter.not_asked_table(file),
        "csv": presenter.csv_href(found, rule),
    }
    return render(request, "conferences/imports/return.html", values)


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def return_check_csv(request: HttpRequest, year: int) -> WholeFile:
    """What breaks a rule, or all of them, as a file in the order to mend it in."""
    found = presenter.faults(_check_of(request, year).found, request.GET.get("rule", ""))
    seen = children_seen(person_of(request), {fault.child for fault in found})
    return csv_file("return-to-check.csv", presenter.csv_rows(found, seen))


def _check_of(request: HttpRequest, year: int) -> KeptReturn:
    if not EARLIEST <= year <= year_ending(today()):
        raise Http404
    return kept_return(person_of(request), year, at=now(), again="again" in request.GET)
