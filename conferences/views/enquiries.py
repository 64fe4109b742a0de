"""Recording an enquiry about the children of a family."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.enquiries import EnquiryForm, Further
from conferences.operations import enquiries as operations
from conferences.queries.children_record import children_of
from conferences.queries.enquiries import still_open
from conferences.queries.plans_days import conference_due
from conferences.views.presenters.enquiries import open_lines
from conferences.views.presenters.requests import enquiry_recorded
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pagekit.rows import press_rows, quiet
from safeguarding.pages.drafts import typed


@needs(Permission.ASK_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The strategy discussion, the further ones, and the children; then perhaps the request."""
    user = person_of(request)
    family, children = children_of(user, ref)
    back = reverse("family", args=[ref])
    data, pressed = press_rows(typed(request), "further")
    further = Further(data, prefix="further")
    waiting = open_lines(still_open([child.pk for child in children], today()), children)
    form = EnquiryForm(data, family=children, further=further, on=today(), back=back, waiting=waiting)
    if pressed:
        quiet(form)
    if made := form.attempt(lambda: operations.record_enquiry(**form.given, by=user, at=now())):
        messages.success(request, enquiry_recorded(made, conference_due(made[0])))
        then = request.POST.get("then") == "request"
        return redirect("request_new" if then else "family", ref=ref)
    values = {"form": form, "family": family.name, "back": back}
    return render(request, "conferences/requests/enquiry.html", values)
