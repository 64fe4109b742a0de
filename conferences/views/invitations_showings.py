"""Who of the family was shown the reports of agencies: recorded of several at once, told otherwise."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.invitations_showings import ReportsShownForm, ShowingForm
from conferences.models import ReportShowing
from conferences.operations import invitations as lists
from conferences.operations import invitations_showings as operations
from conferences.queries.invitations import invited_in_scope
from conferences.queries.invitations_links import reports_of
from conferences.queries.invitations_showings import is_to_show, may_be_shown, showing_in_scope
from conferences.queries.recording import family_of
from conferences.views.invitations import METHODS, form_page, list_of, tell
from conferences.views.presenters import invitations as present
from conferences.views.presenters.invitations_showings import reader_hint, report_hint, unchanged
from conferences.views.presenters.preparation import cautions
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pages.drafts import typed
from safeguarding.wording import counted

NO_REPORT = "No report is asked for, and none came that the family may be shown."
NOBODY = "Nobody of the family who may be shown a report is on the list."


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def reports_shown(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """People of the family were shown reports: several people and several reports at once."""
    user = person_of(request)
    found, back = invited_in_scope(user, ref, today()), reverse("invited", args=[ref])
    if present.is_gone(found.request):
        return tell(request, back, lists.GONE)
    reports = [one for one in found.people if is_to_show(one)]
    readers = may_be_shown(found.people, found.request, found.exclusions, today())
    if not reports or not readers:
        return tell(request, back, NOBODY if reports else NO_REPORT)
    sent, open_ones = reports_of(user, reports), found.unshown_reports
    ties = family_of(user, found.request)
    form = ReportsShownForm(
        typed(request),
        reports={one: report_hint(one, sent.get(one.pk)) for one in reports},
        readers={one: reader_hint(one, found, ties, cautions(one, found.exclusions)) for one in readers},
        ticked=open_ones if len(open_ones) == 1 else (),
        on=today(),
        back=back,
    )
    act = partial(operations.show, by=user, at=now())
    if told := form.attempt(lambda: act(**form.told)):
        said = counted(len(told), "showing of a report", "showings of reports")
        chosen = form.told
        messages.success(request, f"Recorded: {said}.{unchanged(told, chosen['reports'], chosen['readers'])}")
        return redirect(back)
    return form_page(request, form, back, "Record who was shown the reports", found)


@needs(Permission.INVITE)
@require_http_methods(METHODS)
def showing_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Tell otherwise how somebody was shown a report, or take it back."""
    user = person_of(request)
    # Sent twice, it is taken back once.
    found = showing_in_scope(user, ref, back_too=request.method == "POST")
    back = list_of(found.invitation)
    if present.is_gone(found.invitation.request):
        return tell(request, back, lists.GONE)
    form = ShowingForm(typed(request), stands=found, back=back)
    if told := form.attempt(lambda: _change(form, found, user)):
        messages.success(request, "Taken back." if told.taken_back_at else "What was told is changed.")
        return redirect(back)
    heading = f"The report of {found.invitation.name}, shown to {found.reader.name}"
    return form_page(request, form, back, heading, found.invitation)


def _change(form: ShowingForm, found: ReportShowing, user: User) -> ReportShowing:
    if form.answers["is_taken_back"]:
        why = form.answers["taken_back_why"]
        return operations.take_back_showing(showing=found, why=why, by=user, at=now())
    return operations.tell_showing(showing=found, told=form.showing, by=user, at=now())
