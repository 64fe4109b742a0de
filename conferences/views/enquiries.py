"""Recording an enquiry about the children of a family."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.enquiries import EnquiryForm, Further
from conferences.operations.enquiries import EnquiryRefused, record_enquiry
from conferences.queries.families import children_of
from conferences.views.presenters.requests import enquiry_recorded
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pagekit.rows import press_rows, quiet


@needs(Permission.ASK_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The strategy discussion, the further ones, and the children; then perhaps the request."""
    family, children = children_of(person_of(request), ref)
    back = reverse("family", args=[ref])
    data, pressed = press_rows(request.POST, "further") if request.method == "POST" else (None, False)
    further = Further(data, prefix="further")
    form = EnquiryForm(data, family=children, further=further, on=today(), back=back)
    if pressed:
        quiet(form, further)
    elif data is not None and form.is_valid() and further.is_valid() and _recorded(request, form):
        then = request.POST.get("then") == "request"
        return redirect("request_new" if then else "family", ref=ref)
    values = {"form": form, "family": family.name, "back": back}
    return render(request, "conferences/requests/enquiry.html", values)


def _recorded(request: HttpRequest, form: EnquiryForm) -> bool:
    """Whether the operation took it; a refusal goes back into the form."""
    try:
        made = record_enquiry(
            children=form.chosen(),
            held_date=form.cleaned_data["held_date"],
            further_discussions=form.further_dates(),
            notes=form.cleaned_data["notes"],
            by=person_of(request),
            at=now(),
        )
    except EnquiryRefused as refusal:
        if refusal.row is None:
            form.refuse(refusal.sentence, refusal.field)
        else:
            form.refuse_row(refusal.sentence, refusal.field, refusal.row)
        return False
    messages.success(request, enquiry_recorded(made, today()))
    return True
