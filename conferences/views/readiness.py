"""The board of the next conferences: how ready each is, what is open, and whose it is."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.queries.readiness import board, is_own_first
from conferences.views.presenters import readiness as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import today
from safeguarding.models import ReadKind

A_PAGE = 10


@needs(Permission.READ_REQUEST, reads=ReadKind.LISTED)
@require_safe
def readiness(request: HttpRequest) -> HttpResponse:
    """The most urgent first. Who leads conferences or asks for them is shown their own, until they ask for
    all.
    """
    user, on = person_of(request), today()
    shown = request.GET.get("show", present.MINE if is_own_first(user) else present.ALL)
    if shown not in (present.MINE, present.ALL):
        raise Http404
    found = board(user, on, own=shown == present.MINE)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    values = {
        "tabs": present.tabs(shown),
        "cards": [present.card(one, user, on) for one in page.object_list],
        "empty": present.empty(shown),
        "page_obj": page,
    }
    return render(request, "conferences/preparation/board.html", values)
