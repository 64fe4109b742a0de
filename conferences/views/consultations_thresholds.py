"""The local threshold statements, as they are in force and as they were, and a new version of one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.consultations_after import StatementForm
from conferences.operations import consultations_thresholds as operations
from conferences.queries.consultations_people import every_statement
from conferences.views.presenters.consultations_thresholds import statements_table
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed


@needs(Permission.READ_REQUEST)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Every version, the statements in the order of their numbers."""
    values = {
        "statements": statements_table(every_statement(), today()),
        "may_change": can(person_of(request), Permission.KEEP_THRESHOLDS),
    }
    return render(request, "conferences/consultations/thresholds.html", values)


@needs(Permission.KEEP_THRESHOLDS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A statement from a day on, in the place of the one of its number."""
    user = person_of(request)
    back = reverse("thresholds")
    form = StatementForm(typed(request), back=back, initial={"from_date": today()})
    if form.attempt(lambda: operations.save_statement(**form.answers, by=user, at=now())):
        messages.success(request, "The statement is saved. Decisions made before keep the version they had.")
        return redirect(back)
    values = {"form": form, "heading": "Write a threshold statement", "names": "", "about": ""}
    return render(request, "conferences/consultations/act.html", values)
