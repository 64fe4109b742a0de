"""The hours in which chairs work: everybody's who reads the diary, and set by who leads their work."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.scheduling_hours import HoursForm
from conferences.operations import scheduling_hours as operations
from conferences.queries.scheduling_hours import (
    chairs_in_use,
    chairs_led,
    hours_that_hold,
    meetings_outside,
    pattern_of,
    patterns_of,
)
from conferences.rules.scheduling_hours import pattern_on
from conferences.views.presenters import scheduling_hours as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today


@needs(Permission.READ_DIARY)
@require_safe
def working_hours(request: HttpRequest) -> HttpResponse:
    """Which chair works when."""
    chairs = list(chairs_in_use())
    led = set(chairs_led(person_of(request)).values_list("pk", flat=True))
    patterns = patterns_of([chair.pk for chair in chairs])
    table = present.chairs_table(chairs, patterns, led, today())
    values = {"table": table, "may_set": bool(led)}
    return render(request, "conferences/scheduling/working_hours.html", values)


@needs(Permission.SET_LEAVE)
@require_http_methods(["GET", "HEAD", "POST"])
def working_hours_of(request: HttpRequest, ref: UUID) -> HttpResponse:
    """The hours of one chair: those that are set, what stands outside them, and new ones."""
    user = person_of(request)
    chair, back = get_object_or_404(chairs_led(user), ref=ref), reverse("working_hours")
    told = list(hours_that_hold().filter(person=chair).select_related("set_by"))
    holds = pattern_on([pattern_of(row) for row in told], today())
    form = HoursForm(request.POST or None, back=back, initial=present.initial_hours(holds))
    if form.attempt(lambda: operations.set_hours(person=chair, **form.told, by=user, at=now())):
        messages.success(request, present.saved_words(meetings_outside(user, chair, now())))
        return redirect("working_hours_of", ref=ref)
    values = {
        "form": form,
        "chair": chair,
        "back": back,
        "table": present.told_table(told),
        "outside": present.outside_table(meetings_outside(user, chair, now())),
    }
    return render(request, "conferences/scheduling/working_hours_of.html", values)


@needs(Permission.SET_LEAVE)
@require_http_methods(["GET", "HEAD", "POST"])
def working_hours_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take hours back that were set by mistake."""
    user = person_of(request)
    rows = hours_that_hold().filter(person__in=chairs_led(user).values("pk"))
    found = get_object_or_404(rows.select_related("person"), pk=pk)
    back = reverse("working_hours_of", args=[found.person.ref])
    if request.method == "POST":
        operations.end_hours(hours=found, by=user, at=now())
        messages.success(request, "The hours are taken back.")
        return redirect(back)
    values = {"hours": found, "words": present.pattern_words(pattern_of(found)), "back": back}
    return render(request, "conferences/scheduling/working_hours_end.html", values)
