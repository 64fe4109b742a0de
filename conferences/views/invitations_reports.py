"""The reports of agencies: come and shown to the family, chased; and why a meeting goes on with too few."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.invitations_reports import ChaseForm, GoOnForm, ReportForm, ReportsChasedForm
from conferences.operations import invitations as lists
from conferences.operations import invitations_reports as operations
from conferences.queries.invitations import invitation_in_scope, invited_in_scope, invited_of
from conferences.queries.invitations_reports import chase_in_scope
from conferences.queries.invitations_showings import is_told_of_each
from conferences.queries.scheduling import booking_in_scope
from conferences.rules.workflow import BookingState
from conferences.views.invitations import METHODS, form_of_one, form_page, list_of, record_of_one, tell
from conferences.views.presenters import invitations as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed
from safeguarding.wording import counted

NOTHING_LATE = "No report that is asked for is still to come."


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def invitation_report(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """When the report of one agency came, and when the family was shown it."""
    found = invitation_in_scope(person_of(request), ref)
    if not found.agency_kind:
        return tell(request, list_of(found), operations.OF_AGENCY)
    form = form_of_one(ReportForm, request, found, operations.REPORT)
    if is_told_of_each(found):
        form.without_showing()
    return record_of_one(request, found, form, operations.tell_report, "Their report")


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def reports_chased(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Reports that have not come were asked for once more."""
    user = person_of(request)
    found, back = invited_in_scope(user, ref, today()), reverse("invited", args=[ref])
    if present.is_gone(found.request):
        return tell(request, back, lists.GONE)
    if not found.late_reports:
        return tell(request, back, NOTHING_LATE)
    form = ReportsChasedForm(typed(request), people=found.late_reports, on=today(), back=back)
    act = partial(operations.chase, by=user, at=now())
    if told := form.attempt(lambda: act(**form.told)):
        messages.success(request, f"Recorded: {counted(len(told), 'report')} chased.")
        return redirect(back)
    return form_page(request, form, back, "Record that reports were chased", found)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def chase_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Tell otherwise how a report was chased, or take it back."""
    user, found = person_of(request), chase_in_scope(person_of(request), ref)
    back = list_of(found.invitation)
    if present.is_gone(found.invitation.request):
        return tell(request, back, lists.GONE)
    form = ChaseForm(typed(request), stands=found, back=back)
    act = partial(operations.tell_chase, chase=found, by=user, at=now())
    if told := form.attempt(lambda: act(**form.told)):
        messages.success(request, "Taken back." if told.taken_back_at else "The chase is changed.")
        return redirect(back)
    return form_page(request, form, back, "A report that was chased", found.invitation)


@needs(Permission.RECORD_CONFERENCE)
@require_http_methods(METHODS)
def booking_quorum(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Too few agencies say that they come: move the meeting, or say why it goes on."""
    user, booking = person_of(request), booking_in_scope(person_of(request), ref)
    back = reverse("booking", args=[ref])
    if booking.chair_id != user.pk:
        return tell(request, back, operations.OTHERS)
    if booking.state != BookingState.BOOKED:
        return tell(request, back, operations.IN_DIARY)
    found = invited_of(user, booking.request, today())
    form = GoOnForm(typed(request), back=back)
    act = partial(operations.go_on, booking=booking, by=user, at=now())
    if form.attempt(lambda: act(reason=form.answers["reason"])):
        messages.success(request, "Recorded: the meeting goes on, with your reason.")
        return redirect(back)
    values = {"form": form, "back": back, "page": present.quorum_page(found, booking)}
    return render(request, "conferences/invitations/quorum.html", values)
