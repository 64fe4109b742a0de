"""The local threshold statements, as they are in force and as they were, and a new version of one."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.consultations_after import EndStatementForm, StatementForm
from conferences.operations import consultations_thresholds as operations
from conferences.queries.consultations_people import (
    every_statement,
    statement_of,
    statements_in_force,
)
from conferences.views.presenters.consultations_thresholds import statements_table
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted
from safeguarding.wording import uk_date

HAS_END = "This version of statement {key} holds until {day}, so there is nothing left to end."


@needs(Permission.READ_REQUEST)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Every version, the statements in the order of their numbers."""
    may_change = can(person_of(request), Permission.KEEP_THRESHOLDS)
    values = {
        "statements": statements_table(every_statement(), today(), may_change=may_change),
        "may_change": may_change,
    }
    return render(request, "conferences/consultations/thresholds.html", values)


@needs(Permission.KEEP_THRESHOLDS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A statement from a day on, in the place of the one of its number; `of` names that one."""
    user = person_of(request)
    back = reverse("thresholds")
    form = StatementForm(typed(request), back=back, initial={"from_date": today(), **_words_of(request)})
    if form.attempt(lambda: operations.save_statement(**form.answers, by=user, at=now())):
        messages.success(request, "The statement is saved. Decisions made before keep the version they had.")
        return redirect(back)
    values = {"form": form, "heading": "Write a threshold statement", "names": "", "about": ""}
    return render(request, "conferences/consultations/act.html", values)


def _words_of(request: HttpRequest) -> dict[str, str]:
    """The number and the words of the statement that is changed, as they stand."""
    asked = request.GET.get("of", "")
    found = next((one for one in statements_in_force(today()) if str(one.ref) == asked), None)
    return {"key": found.key, "words": found.words} if found else {}


@needs(Permission.KEEP_THRESHOLDS)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A statement holds no more from a day, and none takes its place; of one that has its end, the list."""
    user, found, back = person_of(request), statement_of(ref), reverse("thresholds")
    if found.until_date is not None:
        messages.info(request, HAS_END.format(key=found.key, day=uk_date(found.until_date)))
        return redirect(back)
    form = EndStatementForm(posted(request), back=back)
    if form.attempt(lambda: operations.end_statement(key=found.key, **form.answers, by=user, at=now())):
        messages.success(request, "The statement is ended. Decisions made before keep it.")
        return redirect(back)
    words = f"{found.key} {found.words}"
    values = {"form": form, "heading": "End a threshold statement", "names": "", "about": words}
    return render(request, "conferences/consultations/act.html", values)
