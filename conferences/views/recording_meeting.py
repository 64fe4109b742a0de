"""The page of a conference on its day, for those who lead and record it."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.operations import recording as operations
from conferences.queries.recording_meeting import meeting_day as facts_of
from conferences.rules.workflow import RecordState
from conferences.views.presenters import recording_meeting as present
from conferences.views.presenters.consultations_record import decided
from conferences.views.presenters.exclusions import excluded_rows
from conferences.views.presenters.recording import meeting_rows
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import today


@needs(Permission.WRITE_RECORD)
@require_safe
def meeting_day(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What everybody needs, why we are here, who is here and what is missing, on one page."""
    user = person_of(request)
    day = facts_of(user, ref)
    is_signed = day.record is not None and day.record.state == RecordState.SIGNED
    values = {
        "booking": day.booking,
        "title": present.title(day),
        "when": present.when(day),
        "meeting": meeting_rows(day.booking),
        "to_do": present.to_do(day, user, today()),
        "family": present.family_rows(day),
        "needs": present.needs_rows(day),
        "excluded": excluded_rows(day.listed.exclusions),
        "plans": present.plan_rows(day),
        "actions": present.actions_table(day),
        "people": present.people_table(day),
        "quorum": present.quorum(day),
        "decided": decided(day.consultations, user),
        "writes": operations.writes(day.booking, user),
        "is_begun": day.record is not None,
        "sends_letters": is_signed and can(user, Permission.SEND_LETTERS),
    }
    return render(request, "conferences/scheduling/day.html", values)
