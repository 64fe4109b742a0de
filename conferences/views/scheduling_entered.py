"""Entering a conference that was held already."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from conferences.forms.scheduling_entered import EnterForm
from conferences.operations import scheduling_entered as operations
from conferences.queries.consultations import another_way_in, consulted_in
from conferences.queries.days import days_asked
from conferences.queries.scheduling import request_in_scope
from conferences.queries.scheduling_people import chairs_who_see, managers_who_see, minute_takers
from conferences.rules.workflow import REQUEST, Event, may
from conferences.views.presenters import scheduling as present
from conferences.views.presenters import scheduling_entered as present_entered
from conferences.views.presenters.days import law_day
from conferences.views.scheduling import request_href, tell_scheduled
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed


@needs(Permission.SCHEDULE)
@require_http_methods(["GET", "HEAD", "POST"])
def book_held(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say when it was held; check the answers; enter it. Its chair then records it."""
    user = person_of(request)
    asked = request_in_scope(user, ref)
    if not may(REQUEST, asked.state, Event.BOOK, *user.roles):
        return tell_scheduled(request, asked)
    children = [one.child for one in asked.children.all()]
    law, back = days_asked(list(asked.children.all())), request_href(asked)
    last = law_day(law.values())
    form = EnterForm(
        typed(request),
        back=back,
        chairs=chairs_who_see(children, now()),
        managers=managers_who_see(children, now()),
        minute_takers=minute_takers(children, now()),
        last=last,
        on=today(),
        another_way=another_way_in(asked),
    )
    act = partial(operations.enter_held, request=asked, by=user, at=now())
    answers = check_answers(form, lambda: act(**form.told))
    if answers.done:
        messages.success(request, f"Meeting {answers.done.pk} is entered. Its chair can record it now.")
        return redirect("booking", ref=answers.done.ref)
    page = {"children": present.children_table(asked, law, consulted_in(asked)), "back": back}
    if entered := answers.to_check:
        checked = {
            "rows": [*present.place_rows(entered, last), *present_entered.entered_rows(entered)],
            "warnings": present_entered.warnings(entered, today()),
            "carried": carried(form),
        }
        return render(request, "conferences/scheduling/held_check.html", page | checked)
    return render(request, "conferences/scheduling/held.html", page | {"form": form})
