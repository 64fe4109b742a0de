"""My work, where everybody starts: what is due, in words and in statutory order."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.forms.children import FindChildForm
from conferences.queries.children import named_children
from conferences.queries.duties_list import my_work as work_of
from conferences.views.presenters.children_search import matches
from conferences.views.presenters.duties import work_page
from conferences.views.presenters.recording_tasks import tasks
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.clock import today
from safeguarding.models import ReadKind


@needs(Permission.MY_WORK, reads=ReadKind.LISTED)
@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    """Find a child; late, today, this week, waiting. A reviewer, who may not search, is shown the sample."""
    on = today()
    finds = can(request.user, Permission.FIND_CHILD)
    sample = can(request.user, Permission.READ_CHILD) and not finds
    values = {
        "form": FindChildForm(on=on, action=reverse("find_child"), short=True) if finds else None,
        "sample": matches(named_children(person_of(request), on=on), on, "Records you were named for")
        if sample
        else None,
        "page": work_page(work_of(person_of(request), on=on), on, england()),
        "shows_meetings": can(request.user, Permission.READ_REQUEST),
        # Who may find a child has work here; the others would see an empty page.
        "tasks": [] if finds else tasks(person_of(request)),
        "today": on,
    }
    return render(request, "conferences/duties/list.html", values)
