"""What became of it: what the service looked up, for whoever decides consultations to read."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from conferences.operations import look_ups as operations
from conferences.queries import look_ups as queries
from conferences.views.presenters import look_ups as presenter
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import ReadKind
from safeguarding.wording import counted


@needs(Permission.DECIDE_CONSULTATION, reads=ReadKind.LISTED)
@require_safe
def look_ups(request: HttpRequest) -> HttpResponse:
    """Those that nobody saw yet in parts, the gravest first; and those that were seen."""
    user, on = person_of(request), today()
    part = presenter.part_of(request.GET.get("part", ""))
    number = request.GET.get("page")
    page = (
        queries.seen_lately(user, number)
        if part is presenter.Part.SEEN
        else queries.unseen(user, presenter.KINDS[part], number)
    )
    looked = queries.beside_today(list(page.object_list), on)
    values = {
        "part": part,
        "about": presenter.ABOUT[part],
        "parts": presenter.part_links(queries.unseen_by_kind(user), part),
        "table": presenter.list_table(part.label, looked, with_seen=part is presenter.Part.SEEN),
        "refs": [] if part is presenter.Part.SEEN else [one.look_up.ref for one in looked],
        "page": page,
        "figures": reverse("measures_became") if can(user, Permission.READ_MEASURES) else "",
    }
    return render(request, "conferences/look_ups/list.html", values)


@needs(Permission.DECIDE_CONSULTATION)
@require_POST
def look_ups_seen(request: HttpRequest) -> HttpResponse:
    """Those that stood on the page were seen."""
    user = person_of(request)
    found = queries.named(user, _refs(request.POST.getlist("ref")))
    number = operations.mark_seen(look_ups=found, by=user, at=now())
    part = presenter.part_of(request.POST.get("part", ""))
    if number:
        messages.success(request, f"{counted(number, 'look-up')} marked as seen.")
    else:
        messages.info(request, "Somebody else had marked these as seen already.")
    return redirect(f"{reverse('look_ups')}?part={part}")


def _refs(typed: list[str]) -> list[uuid.UUID]:
    """Those that are references; what is none names nothing."""
    found = []
    for one in typed[: queries.A_PAGE]:
        try:
            found.append(uuid.UUID(one))
        except ValueError:
            continue
    return found
