"""The first steps of a council: what is missing before the first conference can be held."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.queries.start import first_steps
from conferences.views.presenters.start import summary, tasks
from safeguarding.access import Permission, needs
from safeguarding.clock import today


@needs(Permission.MANAGE_USERS)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Each step with how it stands, and the way to where it is done."""
    steps = first_steps(on=today())
    context = {"tasks": tasks(steps, today()), "summary": summary(steps)}
    return render(request, "conferences/start.html", context)
