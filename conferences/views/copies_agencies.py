"""The chair says whether agencies read of a child whose record is restricted."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.copies_agencies import ForAgenciesForm
from conferences.operations import copies_agencies as operations
from conferences.operations import recording
from conferences.queries.copies_agencies import is_said, restricted_in_scope
from conferences.rules.copies_agencies import ForAgencies
from conferences.rules.workflow import BookingState
from conferences.views.presenters import copies_agencies as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.pages.drafts import typed

HEADING = "What agencies read of a child"
WORDS = (
    "The record of this child is restricted. Unless you say otherwise, no agency’s letter of invitation names"
    " this child, and no agency’s copy of the record has anything of them, or of what was said of the whole"
    " family. What you say counts for this conference, for all agencies that are invited, until the record is"
    " restricted anew."
)


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(["GET", "HEAD", "POST"])
def record_agencies(request: HttpRequest, ref: uuid.UUID, child: uuid.UUID) -> HttpResponse:
    """Yes or no, and why; what was said last stands in the form."""
    user = person_of(request)
    booking, asked = restricted_in_scope(user, ref, child)
    is_held = booking.state == BookingState.HELD
    back = reverse("record_copies", args=[ref]) if is_held else reverse("invited", args=[booking.request.ref])
    if not recording.decides(booking, user):
        return redirect(back)
    before = {}
    if is_said(asked):
        answer = ForAgencies.YES if asked.for_agencies else ForAgencies.NO
        before = {"answer": answer.value, "reason": asked.for_agencies_reason}
    form = ForAgenciesForm(typed(request), back=back, initial=before)
    act = partial(operations.say_for_agencies, booking=booking, asked=asked, by=user, at=now())
    if form.attempt(lambda: act(**form.told)):
        messages.success(request, f"Saved what agencies read of {asked.child.display_name}.")
        return redirect(back)
    values = {
        "form": form,
        "back": back,
        "heading": HEADING,
        "name": asked.child.display_name,
        "words": " ".join(filter(None, (WORDS, present.why(asked)))),
    }
    return render(request, "conferences/life_events/form.html", values)
