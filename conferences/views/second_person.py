"""What waits for this person as the second, whatever it is, in one list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.queries.second_person import waiting_for
from conferences.views.presenters.second_person import waiting_table
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import today
from safeguarding.models import ReadKind


@needs(Permission.READ_CHILD, reads=ReadKind.LISTED)
@require_safe
def second_person(request: HttpRequest) -> HttpResponse:
    """Each with its page, where what follows is seen first."""
    on = today()
    table = waiting_table(waiting_for(person_of(request), on), on)
    return render(request, "conferences/second_person/list.html", {"table": table})
