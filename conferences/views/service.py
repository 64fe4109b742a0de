"""The page on which those who look after the service see that it works, and what they can do where not."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from conferences.models import Message
from conferences.operations import service as operations
from conferences.queries import service as queries
from conferences.views.presenters import service as presenter
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.golive.day import day_set
from safeguarding.heartbeats.marks import seen
from safeguarding.heartbeats.verdict import verdicts
from safeguarding.pagekit.paging import stretch
from safeguarding.wording import counted

PARKED_A_PAGE = 20
AT_NIGHT = "or in the morning where it is night."


@needs(Permission.LOOK_AFTER_SERVICE)
@require_safe
def service(request: HttpRequest) -> HttpResponse:
    """Parts, emails, daily checks, and how far bank holidays are known."""
    row, on = day_set(), today()
    sets = can(request.user, Permission.SET_GO_LIVE)
    page = stretch(queries.parked(), request.GET.get("page"), PARKED_A_PAGE)
    values = {
        "live": [presenter.live_row(row, on, sets=sets)],
        "parts": presenter.parts_table(verdicts(seen(), at=now())),
        "mail": presenter.mail_rows(queries.mail(on)),
        "untellable": presenter.untellable_rows(queries.untellable(now()), on),
        "page": page,
        "parked": presenter.parked_lines(page.rows),
        "checks": presenter.checks_table(queries.checks(), is_live=row is not None and row.day <= on),
        "calendar": [presenter.horizon_row(england(), on)],
    }
    return render(request, "conferences/service/service.html", values)


@needs(Permission.LOOK_AFTER_SERVICE)
@require_POST
def message_again(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Send one email again that was given up."""
    message = get_object_or_404(Message, ref=ref)
    operations.send_again(message=message, by=person_of(request), at=now())
    messages.success(request, f"The email is sent again within a minute or two, {AT_NIGHT}")
    return redirect("service")


@needs(Permission.LOOK_AFTER_SERVICE)
@require_POST
def messages_again(request: HttpRequest) -> HttpResponse:
    """Send all emails again that were given up."""
    number = operations.send_all_again(by=person_of(request), at=now())
    said = f"{counted(number, 'email is', 'emails are')} sent again within a few minutes, {AT_NIGHT}"
    messages.success(request, said if number else "None is given up any more.")
    return redirect("service")
