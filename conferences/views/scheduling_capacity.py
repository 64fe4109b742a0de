"""The year ahead: whether what falls due can be held, and the reviews of one week."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from conferences.queries.scheduling_capacity import reviews_of_week, year_ahead
from conferences.views.presenters import scheduling_capacity as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.clock import today
from safeguarding.models import ReadKind
from safeguarding.wording import uk_day
from safeguarding.workingdays import monday


@needs(Permission.READ_DIARY)
@require_safe
def capacity(request: HttpRequest) -> HttpResponse:
    """What falls due and what can be held, week by week for a year."""
    year = year_ahead(person_of(request), today(), england())
    values = {
        "first_break": present.first_break(year),
        "is_broken": bool(year.breaks),
        "lines": [present.rate_words(year.rate), present.full_words(year)],
        "months": present.months(year),
        "how": present.HOW,
        "empty": present.empty_words(year),
        "known_to": year.known_to,
    }
    return render(request, "conferences/scheduling/capacity.html", values)


@needs(Permission.READ_DIARY, reads=ReadKind.LISTED)
@require_safe
def capacity_due(request: HttpRequest) -> HttpResponse:
    """The reviews whose last day lies in a week; this week where the address names none."""
    on = today()
    try:
        first = monday(dt.date.fromisoformat(request.GET.get("week", "")))
    except (ValueError, OverflowError):
        first = monday(on)
    rows = reviews_of_week(person_of(request), first, on)
    values = {"table": present.due_table(rows, on), "week": uk_day(first)}
    return render(request, "conferences/scheduling/capacity_due.html", values)
