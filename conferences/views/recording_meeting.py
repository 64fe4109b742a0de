"""The page of a conference on its day, for those who lead and record it."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.models import Request
from conferences.operations import recording as operations
from conferences.queries.readiness import board_of
from conferences.queries.recording_meeting import meeting_day as facts_of
from conferences.queries.scheduling_fit import told_fit
from conferences.rules.workflow import RecordState
from conferences.views.presenters import recording_meeting as present
from conferences.views.presenters.consultations_record import decided
from conferences.views.presenters.exclusions import excluded_rows
from conferences.views.presenters.preparation import day_rows, said_rows
from conferences.views.presenters.readiness import day_row
from conferences.views.presenters.recording import meeting_rows
from conferences.views.presenters.scheduling_fit import fit_row
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import today
from safeguarding.pagekit.components import SummaryRow


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
        "ready": day_row(board_of(day.booking, today()), day.booking),
        "to_do": present.to_do(day, user, today()),
        "family": present.family_rows(day),
        "needs": [*_fit(day.booking.request), *present.needs_rows(day)],
        "prepared": day_rows(day.prepared),
        "said_before": said_rows(day.prepared),
        "excluded": excluded_rows(day.listed.exclusions),
        "plans": present.plan_rows(day),
        "actions": present.actions_table(day),
        "people": present.people_table(day),
        "quorum": present.quorum(day),
        "decided": decided(day.consultations, user),
        "writes": operations.writes(day.booking, user),
        "is_begun": day.record is not None,
        "prints": can(user, Permission.PRINT_SLIPS),
        "sends_letters": is_signed and can(user, Permission.SEND_LETTERS),
    }
    return render(request, "conferences/scheduling/day.html", values)


def _fit(request: Request) -> list[SummaryRow]:
    """Of an interpreter, of parents who arrive apart and of who is not free: where anything was told."""
    told = told_fit(request)
    is_told = bool((told.fit and (told.fit.interpreter or told.fit.apart_minutes)) or told.busy or told.unmet)
    return [fit_row(request, told, may_change=False)] if is_told else []
