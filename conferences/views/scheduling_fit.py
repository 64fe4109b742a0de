"""What the day of a conference must fit: an interpreter, parents who arrive apart, who is not free when."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.scheduling_fit import BusyForm, FitForm
from conferences.models import Request
from conferences.operations import scheduling_fit as operations
from conferences.queries.scheduling import request_in_scope
from conferences.queries.scheduling_fit import busy_of, told_fit
from conferences.rules.workflow import OPEN_REQUESTS
from conferences.views.presenters import scheduling_fit as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.pages.drafts import typed


@needs(Permission.INVITE)
@require_http_methods(["GET", "HEAD", "POST"])
def fit(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What is told of the day, and the form that tells it otherwise."""
    user = person_of(request)
    asked = request_in_scope(user, ref)
    told, back = told_fit(asked), reverse("request", args=[ref])
    form = FitForm(typed(request), initial=present.fit_initial(told), back=back)
    if form.attempt(lambda: operations.tell_fit(request=asked, **form.answers, by=user, at=now())):
        messages.success(request, "Saved. The times that are offered fit it from now on.")
        return redirect("fit", ref=ref)
    may_change = asked.state in OPEN_REQUESTS
    values = {
        "form": form if may_change else None,
        "over": "" if may_change else operations.OVER,
        "unmet": present.unmet_lines(told),
        "table": present.busy_table(told.busy, may_change=may_change),
        "asked": asked,
        "back": back,
    }
    return render(request, "conferences/scheduling/fit.html", values)


@needs(Permission.INVITE)
@require_http_methods(["GET", "HEAD", "POST"])
def busy_add(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say when somebody of the family has contact or cannot come."""
    user = person_of(request)
    asked, back = request_in_scope(user, ref), reverse("fit", args=[ref])
    if asked.state not in OPEN_REQUESTS:
        return _tell_over(request, asked)
    form = BusyForm(typed(request), back=back)
    if form.attempt(lambda: operations.add_busy(request=asked, **form.answers, by=user, at=now())):
        messages.success(request, "Saved. Times that meet it are offered last.")
        return redirect(back)
    return render(request, "conferences/scheduling/busy_add.html", {"form": form, "back": back})


@needs(Permission.INVITE)
@require_http_methods(["GET", "HEAD", "POST"])
def busy_off(request: HttpRequest, ref: uuid.UUID, pk: int) -> HttpResponse:
    """Take a time off at which somebody was not free."""
    user = person_of(request)
    asked = request_in_scope(user, ref)
    found = get_object_or_404(busy_of(asked).select_related("request"), pk=pk)
    if asked.state not in OPEN_REQUESTS:
        return _tell_over(request, asked)
    back = reverse("fit", args=[ref])
    if request.method == "POST":
        operations.take_busy_off(busy=found, by=user, at=now())
        messages.success(request, "The time is taken off.")
        return redirect(back)
    values = {"words": present.when_words(found), "back": back}
    return render(request, "conferences/scheduling/busy_off.html", values)


def _tell_over(request: HttpRequest, asked: Request) -> HttpResponse:
    messages.info(request, operations.OVER)
    return redirect("fit", ref=asked.ref)
