"""The days that moved since they were told: listed for whoever tells those concerned, who says so here."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from conferences.forms.days import ToldForm
from conferences.operations import days as operations
from conferences.queries.days import consultation_to_tell, days_moved, requested_to_tell
from conferences.views.presenters import days as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import ReadKind, User

A_PAGE = 25


@needs(Permission.SCHEDULE, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def moved(request: HttpRequest) -> HttpResponse:
    """Each day that moved, with what was told, why it moved, and the meeting; POST keeps that it was told."""
    user = person_of(request)
    form = ToldForm(request.POST or None)
    if form.attempt(lambda: _tell(user, form)):
        messages.success(request, "It is kept that they were told.")
        return redirect("days_moved")
    found = days_moved(user)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    values = {
        "cards": [present.moved_card(one) for one in page.object_list],
        "page_obj": page,
        "refused": form.non_field_errors() if form.is_bound else [],
    }
    return render(request, "conferences/days/moved.html", values, status=409 if values["refused"] else 200)


def _tell(user: User, form: ToldForm) -> object:
    given, at = form.answers, now()
    if given["consultation"]:
        raised = consultation_to_tell(user, given["consultation"])
        return operations.tell_consultation_day(consultation=raised, seen=given["seen"], by=user, at=at)
    asked = requested_to_tell(user, given["asked"], given["child"])
    return operations.tell_conference_day(requested_child=asked, seen=given["seen"], by=user, at=at)
