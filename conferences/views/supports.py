"""Recording what help was tried for a child and its brothers and sisters, and how it went on."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.supports import GoesOnForm, SupportForm
from conferences.operations import supports as operations
from conferences.queries.supports import siblings_of, support_in_scope
from conferences.rules.supports import goes_on
from conferences.views.presenters.supports import kind_words, recorded_words
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now
from safeguarding.models import Child
from safeguarding.pages.drafts import typed

ABOUT = (
    "What is recorded here stands on each child’s page and on the page of every consultation, so that nobody"
    " is asked for it again. A child in need plan is recorded apart."
)


@needs(Permission.RECORD_SUPPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def support_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What was tried, for whom, and how far it came."""
    user = person_of(request)
    child = get(user, Child, ref=ref)
    back = reverse("child", args=[ref])
    first = {"children": [str(child.ref)]}
    form = SupportForm(typed(request), siblings=siblings_of(user, child), back=back, initial=first)
    if made := form.attempt(lambda: operations.record_support(**form.given, by=user, at=now())):
        messages.success(request, recorded_words(made))
        return redirect(back)
    values = {"form": form, "back": back, "name": child.display_name, "words": ABOUT}
    return render(
        request, "conferences/life_events/form.html", values | {"heading": "Record help that was tried"}
    )


@needs(Permission.RECORD_SUPPORT)
@require_http_methods(["GET", "HEAD", "POST"])
def support_goes_on(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What happened since: that it started, ended or came to nothing, and whether it changed anything."""
    user = person_of(request)
    support = support_in_scope(user, ref)
    back = reverse("child", args=[support.child.ref])
    if not goes_on(support.uptake, support.ended_date, support.did_change):
        messages.info(request, operations.OVER)
        return redirect(back)
    form = GoesOnForm(typed(request), support=support, back=back)
    if form.attempt(lambda: operations.tell_support(support=support, **form.given, by=user, at=now())):
        messages.success(request, "How it went on is recorded.")
        return redirect(back)
    values = {"form": form, "back": back, "name": support.child.display_name, "words": support.aim}
    heading = f"How it went on: {kind_words(support)}"
    return render(request, "conferences/life_events/form.html", values | {"heading": heading})
