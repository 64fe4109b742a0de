"""The list of consultations: a family a line, those that wait first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.queries.days import days_asked, days_to_decide
from conferences.queries.look_ups import unseen_count
from conferences.queries.replans import decided_lately, undecided
from conferences.views.presenters import replans as presenter
from conferences.views.presenters.look_ups import count_link
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import today
from safeguarding.models import ReadKind


@needs(Permission.READ_REQUEST, reads=ReadKind.LISTED)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Those that wait, in the order of days left, and those decided lately."""
    user = person_of(request)
    decides = can(user, Permission.DECIDE_CONSULTATION)
    families = undecided(user)
    waiting = [one for children in families for one in children]
    held = days_asked([one.requested_child for one in waiting if one.requested_child])
    values = {
        "undecided": presenter.undecided(families, days_to_decide(waiting), held, today()),
        "decided": presenter.decided(decided_lately(user)),
        "became": count_link(unseen_count(user)) if decides else None,
        "decides": decides,
        "links": presenter.comparing_links(user),
    }
    return render(request, "conferences/consultations/list.html", values)
