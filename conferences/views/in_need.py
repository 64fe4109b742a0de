"""Recording a child in need plan, and its end."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.in_need import InNeedEndForm, InNeedForm
from conferences.operations import in_need as operations
from conferences.queries.in_need import in_need_plan
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now
from safeguarding.models import Child

BEGUN_BY_CONFERENCE = (
    "A child in need plan and a child protection plan never run together. A conference that begins a child"
    " protection plan ends the child in need plan on that day."
)


@needs(Permission.RECORD_IN_NEED_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """When the plan began."""
    user, at = person_of(request), now()
    child = get(user, Child, ref=ref)
    back = reverse("child_changes", args=[ref])
    form = InNeedForm(request.POST or None, back=back)
    if form.attempt(lambda: operations.record_in_need_plan(child=child, **form.answers, by=user, at=at)):
        messages.success(request, "The child in need plan is recorded.")
        return redirect("child", ref=ref)
    return _form(request, child, form, "Record a child in need plan", back)


@needs(Permission.RECORD_IN_NEED_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, ref: uuid.UUID, plan: int) -> HttpResponse:
    """When the plan ended."""
    user, at = person_of(request), now()
    child = get(user, Child, ref=ref)
    found = in_need_plan(user, child, plan)
    back = reverse("child_changes", args=[ref])
    form = InNeedEndForm(request.POST or None, back=back)
    if form.attempt(lambda: operations.end_in_need_plan(plan=found, **form.answers, by=user, at=at)):
        messages.success(request, "The child in need plan has ended.")
        return redirect("child", ref=ref)
    return _form(request, child, form, "End the child in need plan", back)


def _form(request: HttpRequest, child: Child, form: object, heading: str, back: str) -> HttpResponse:
    values = {
        "form": form,
        "back": back,
        "name": child.display_name,
        "heading": heading,
        "words": BEGUN_BY_CONFERENCE,
    }
    return render(request, "conferences/life_events/form.html", values)
