"""What the unit learned, for the committee: a page to print, and the same as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.queries.learning import for_committee
from conferences.queries.learning_names import names_found
from conferences.views.measures import asked_of_council
from conferences.views.presenters.learning_committee import csv_lines, paper
from conferences.views.presenters.learning_names import paper_line
from safeguarding.access import Permission, needs, person_of
from safeguarding.pagekit.wholefile import WholeFile, csv_file


@needs(Permission.READ_LEARNING)
@require_safe
def committee(request: HttpRequest) -> HttpResponse:
    """Ideas, trials, decisions and what was said, of a period, without a name or a small number."""
    given = asked_of_council(request)
    found = for_committee(given.period)
    words = [cell for line in csv_lines(found, given.period) for cell in line]
    values = {
        "form": given.form,
        "period": given.period,
        "paper": paper(found),
        "names": paper_line(names_found(person_of(request), *words).at_all),
        "csv": reverse("learning_committee_csv") + given.query,
    }
    return render(request, "conferences/learning/committee.html", values)


@needs(Permission.READ_LEARNING)
@require_safe
def committee_csv(request: HttpRequest) -> WholeFile:
    """The same as a file."""
    period = asked_of_council(request).period
    name = f"learning-{period.from_.isoformat()}-to-{period.to.isoformat()}.csv"
    return csv_file(name, csv_lines(for_committee(period), period))
