"""The census's rules asked of what is recorded here, for a year, of the children whom the reader may see."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.exchange.census.live import check_return
from conferences.queries.imports import A_PAGE, children_seen
from conferences.views.presenters import imports_returns as presenter
from safeguarding.access import Permission, needs, person_of, scope
from safeguarding.clock import today
from safeguarding.models import ReadKind
from safeguarding.workingdays import year_ending

EARLIEST = 2009


@needs(Permission.IMPORT_CENSUS, reads=ReadKind.LISTED)
@require_safe
def return_check(request: HttpRequest, year: int) -> HttpResponse:
    """Every rule that the record breaks, what touches a figure first, and a page of its records."""
    if not EARLIEST <= year <= year_ending(today()):
        raise Http404
    user = person_of(request)
    found = check_return(year, lambda model: scope(user, model), on=today())
    rule = request.GET.get("rule", "")
    page = Paginator(presenter.faults(found, rule), A_PAGE).get_page(request.GET.get("page", ""))
    seen = children_seen(user, {fault.child for fault in page.object_list})
    values = {
        "found": found,
        "years": presenter.years(found, year_ending(today())),
        "rules": presenter.rules_table(found),
        "faults": presenter.faults_table(list(page.object_list), seen, rule),
        "rule": rule,
        "page": page,
        "not_asked": presenter.not_asked(),
    }
    return render(request, "conferences/imports/return.html", values)
