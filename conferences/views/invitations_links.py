"""The link by which an agency gives its report: made, shown once, ended; and the report that came by it."""

from __future__ import annotations

import uuid
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conferences.operations import invitations_links as operations
from conferences.queries.invitations import invitation_in_scope
from conferences.queries.invitations_links import (
    last_meeting_of,
    meeting_of,
    reads_as_chair,
    report_in_scope,
    standing_links,
    versions_of,
)
from conferences.views.presenters import invitations_links as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today

METHODS = ["GET", "HEAD", "POST"]
ENDED = "The link is ended, and what was begun on its page is deleted."
MAKE, CODE, END, TAKE_BACK = "make", "code", "end", "back"


def address_of(secret: str) -> str:
    """The address of a link, as people reach the service."""
    return f"{settings.SITE_URL.rstrip('/')}{reverse('report_give', args=[secret])}"


@needs(Permission.SEND_LETTERS)
@never_cache
@require_http_methods(METHODS)
def report_link(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The link of one agency. A new one is shown this once, and in no other place but its letter."""
    user, found = person_of(request), invitation_in_scope(person_of(request), ref)
    back = reverse("invited", args=[found.request.ref])
    door, code, act = None, "", request.POST.get("act", "")
    # Also where none is given any more: what was said of the children is then kept behind none.
    if act == END:
        ended = operations.end_link(invitation=found, by=user, at=now())
        messages.success(request, ENDED if ended else "There is no link that is taken.")
        return redirect("report_link", ref=ref)
    # While it waits for another day a link is taken all the same: its page ends it and makes its code.
    meeting = meeting_of if act == MAKE else last_meeting_of
    if refused := present.refused(found, meeting(found.request)):
        messages.info(request, refused)
        return redirect(back)
    if act == MAKE:
        make = partial(operations.make_link, invitation=found, by=user, at=now())
        door = make(address_of=partial(_address, request))
    if act == CODE and present.may_have_code(standing_links(user, found)):
        code = operations.make_code(invitation=found, by=user, at=now())
    page = present.link_page(found, standing_links(user, found), door, today(), code)
    return render(request, "conferences/invitations/link.html", {"page": page, "back": back})


def _address(request: HttpRequest, secret: str) -> str:
    """Where nobody has said how people reach the service, as this page was reached."""
    return address_of(secret) if settings.SITE_URL else request.build_absolute_uri(address_of(secret))


@needs(Permission.READ_CHILD)
@require_safe
def agency_report(request: HttpRequest, ref: uuid.UUID, version: int) -> HttpResponse:
    """One version of a report that an agency sent, without its confidential sheet."""
    user = person_of(request)
    found = report_in_scope(user, ref, version)
    is_chair = reads_as_chair(user, found, today())
    page = present.report_page(found, versions_of(user, found), user, is_chair=is_chair)
    return render(request, "conferences/invitations/agency_report.html", {"page": page})


@needs(Permission.WRITE_RECORD)
@require_safe
def agency_report_sheet(request: HttpRequest, ref: uuid.UUID, version: int) -> HttpResponse:
    """The confidential sheet of a report, apart."""
    found = report_in_scope(person_of(request), ref, version)
    if not found.sheet:
        raise Http404
    return render(request, "conferences/invitations/agency_sheet.html", {"page": present.sheet_page(found)})


@needs(Permission.RECORD_CONFERENCE)
@require_POST
def agency_report_read(request: HttpRequest, ref: uuid.UUID, version: int) -> HttpResponse:
    """The chair has read it, or says that this was said by mistake."""
    user = person_of(request)
    found = report_in_scope(user, ref, version)
    back = redirect("agency_report", ref, version)
    if not reads_as_chair(user, found, today()):
        messages.info(request, operations.NOT_CHAIR)
    elif request.POST.get("act") == TAKE_BACK:
        operations.take_back_report_read(report=found, by=user, at=now())
        messages.success(request, "Recorded: this report is not read.")
    else:
        operations.mark_report_read(report=found, by=user, at=now())
        messages.success(request, "Recorded: you have read this report.")
    return back
