"""The page that everybody in the room reads while the record is written."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from conferences.operations import recording as operations
from conferences.queries.recording import record_in_scope
from conferences.queries.recording_next import next_of
from conferences.rules.workflow import UNDECIDED
from conferences.views.presenters import recording_screen as screen
from conferences.views.recording import hidden_of
from safeguarding.access import Permission, needs, person_of


@needs(Permission.WRITE_RECORD)
@require_safe
def record_screen(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What is agreed so far, in large letters, to the meeting's chair and who takes its minutes."""
    user = person_of(request)
    booking, found = record_in_scope(user, ref)
    if found is None or booking.state in UNDECIDED or not operations.writes(booking, user):
        return redirect("record", ref=ref)
    hidden = hidden_of(found)
    values = {
        "booking": booking,
        "frame": screen.frame(found, hidden),
        "children": screen.children(found, next_of(user, found), hidden),
    }
    return render(request, "conferences/recording/screen.html", values)
