"""A page of a meeting, to somebody who may see some of its children and not all: their part of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from conferences.queries.consultations_record import consultations_of
from conferences.queries.scheduling_parts import MeetingPart
from conferences.views.presenters import scheduling
from conferences.views.presenters import scheduling_parts as present
from conferences.views.presenters.consultations_record import decided
from safeguarding.access import person_of
from safeguarding.clock import today
from safeguarding.models import User

View = Callable[..., HttpResponse]


def or_part(find: Callable[[User, UUID], MeetingPart]) -> Callable[[View], View]:
    """Decorator of a page that shows a joint meeting whole: whom it answers 404 is shown what `find` finds
    of it, or 404 where that is nothing. Only for reading.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def run(request: HttpRequest, *args: Any, ref: UUID, **more: Any) -> HttpResponse:
            try:
                return view(request, *args, ref=ref, **more)
            except Http404:
                if request.method not in ("GET", "HEAD"):
                    raise
            return _part_page(request, find(person_of(request), ref))

        return run

    return decorate


def _part_page(request: HttpRequest, part: MeetingPart) -> HttpResponse:
    values = {
        "title": present.title(part),
        "tag": scheduling.state_tag(part.booking) if part.booking else None,
        "sentences": present.sentences(part, person_of(request), today()),
        "rows": present.place_rows(part),
        "children": present.children_table(part),
        "decided": present.decided(part),
        "consulted": decided(consultations_of(person_of(request), part.request), person_of(request)),
    }
    return render(request, "conferences/scheduling/part.html", values)
