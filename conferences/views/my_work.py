"""My work: what is due, in words and in statutory order, for whoever asks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.forms.children import FindChildForm
from conferences.queries.my_work import my_work as work_of
from conferences.views.presenters.home import tasks
from conferences.views.presenters.my_work import work_page
from safeguarding.access import Permission, can, needs
from safeguarding.bankholidays import england
from safeguarding.clock import today
from safeguarding.models import ReadKind


@needs(Permission.MY_WORK, reads=ReadKind.LISTED)
@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    """Late, today, this week, waiting; and the way to find a child."""
    on = today()
    finds = can(request.user, Permission.FIND_CHILD)
    values = {
        "form": FindChildForm(on=on, action=reverse("find_child"), short=True) if finds else None,
        "page": work_page(work_of(request.user, on=on), on, england()),
        "shows_meetings": can(request.user, Permission.READ_REQUEST),
        "tasks": tasks(request.user),
        "today": on,
    }
    return render(request, "conferences/my_work/my_work.html", values)
