"""What the unit learned, for the committee: a page to print, and the same as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.forms.measures import PeriodForm
from conferences.queries.learning import for_committee
from conferences.views.presenters.learning_committee import csv_lines, paper
from safeguarding.access import Permission, needs
from safeguarding.clock import today
from safeguarding.pagekit.wholefile import WholeFile, csv_file
from safeguarding.workingdays import Period


def _period_of(request: HttpRequest) -> tuple[PeriodForm, Period]:
    """The period of the address, or the year to date; one with a mistake keeps its form and words."""
    on = today()
    standard = Period.year_to(on)
    typed = request.GET if any(key.startswith(("from", "to")) for key in request.GET) else None
    first = {"from": standard.from_, "to": standard.to}
    form = PeriodForm(typed, today=on, initial=first)
    if typed is None or not form.is_valid():
        return form, standard
    period = form.period()
    return PeriodForm(today=on, initial={"from": period.from_, "to": period.to}), period


@needs(Permission.READ_LEARNING)
@require_safe
def committee(request: HttpRequest) -> HttpResponse:
    """Ideas, trials, decisions and what was said, of a period, without a name or a small number."""
    form, period = _period_of(request)
    query = f"?from={period.from_.isoformat()}&to={period.to.isoformat()}"
    values = {
        "form": form,
        "period": period,
        "paper": paper(for_committee(period)),
        "csv": reverse("learning_committee_csv") + query,
    }
    return render(request, "conferences/learning/committee.html", values)


@needs(Permission.READ_LEARNING)
@require_safe
def committee_csv(request: HttpRequest) -> WholeFile:
    """The same as a file."""
    _, period = _period_of(request)
    name = f"learning-{period.from_.isoformat()}-to-{period.to.isoformat()}.csv"
    return csv_file(name, csv_lines(for_committee(period), period))
