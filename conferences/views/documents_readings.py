"""Who told somebody in their language what stands in a letter or a copy of a record."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.documents_readings import ReadingForm
from conferences.operations import documents_readings as operations
from conferences.queries.documents import document_in_scope
from conferences.rules.documents import DocumentKind
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed

PAGES = {DocumentKind.RECORD.value: "record_copies", DocumentKind.CLOSING.value: "closing_letters"}
HEADING = "Record that it was read to them in their language"
CORRECT = "Correct how it was read to them in their language"


@needs(Permission.SEND_LETTERS)
@require_http_methods(["GET", "HEAD", "POST"])
def document_read(request: HttpRequest, ref: uuid.UUID, document: int) -> HttpResponse:
    """How, in which language, by whom and when; and that it was not done after all."""
    user, found = person_of(request), document_in_scope(person_of(request), ref, document)
    if found.person is None:
        raise Http404
    is_copy = found.kind == DocumentKind.RECORD
    back = reverse(PAGES.get(found.kind, "letters"), args=[ref])
    form = ReadingForm(typed(request), document=found, on=today(), back=back)

    def act() -> object:
        if form.is_not_done:
            return operations.take_reading_back(document=found, by=user, at=now())
        return operations.tell_reading(document=found, **form.told, by=user, at=now())

    if form.attempt(act):
        messages.success(request, "It is recorded.")
        return redirect(back)
    what = "Copy for" if is_copy else "Letter to"
    values = {
        "form": form,
        "back": back,
        "heading": CORRECT if found.read_how else HEADING,
        "name": f"{what} {found.person.full_name}, version {found.version}",
    }
    return render(request, "conferences/life_events/form.html", values)
