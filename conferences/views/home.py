"""The start page after signing in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.forms.children import FindChildForm
from conferences.queries.children import named_children
from conferences.views.presenters.home import tasks
from conferences.views.presenters.search import matches
from safeguarding.access import Permission, can, signed_in
from safeguarding.clock import today
from safeguarding.models import ReadKind


@signed_in("Everybody starts here; each sees only what the role may do.", reads=ReadKind.LISTED)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Find a child, and what else this person may do. A reviewer, who may not search, is shown the sample."""
    finds = can(request.user, Permission.FIND_CHILD)
    sample = can(request.user, Permission.READ_CHILD) and not finds
    values = {
        "form": FindChildForm(on=today(), action=reverse("find_child"), short=True) if finds else None,
        "sample": matches(named_children(request.user, on=today()), today(), "Records you were named for")
        if sample
        else None,
        "tasks": tasks(request.user),
        "today": today(),
    }
    return render(request, "conferences/home.html", values)
