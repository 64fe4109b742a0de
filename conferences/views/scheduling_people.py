"""Who is at a meeting beside the family: who takes its minutes, and who takes over the chair on the day."""

from __future__ import annotations

import uuid
from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.scheduling_people import MinutesForm, TakeOverForm
from conferences.operations import scheduling_minutes, scheduling_takeover
from conferences.queries.days import days_asked
from conferences.queries.scheduling import booking_in_scope, busy_people, chairs_for
from conferences.queries.scheduling_people import away_days, minute_takers
from conferences.views.presenters import scheduling as present
from conferences.views.scheduling import tell_gone
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import day_of, now
from safeguarding.pages.drafts import typed
from safeguarding.pages.posted import posted


@needs(Permission.SCHEDULE)
@require_http_methods(["GET", "HEAD", "POST"])
def booking_minutes(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Choose who takes the minutes of a meeting in the diary."""
    found = booking_in_scope(person_of(request), ref)
    if not present.may_choose_minutes(person_of(request), found):
        return tell_gone(request, found)
    asked, back = list(found.request.children.all()), reverse("booking", args=[ref])
    takers = minute_takers([one.child for one in asked], now()).exclude(pk=found.chair_id)
    before = {"minute_taker": found.minute_taker_id, "seen": found.minute_taker_id}
    form = MinutesForm(posted(request), initial=before, back=back, minute_takers=takers)
    act = partial(scheduling_minutes.choose_minute_taker, booking=found, by=person_of(request), at=now())
    if form.attempt(lambda: act(**form.answers)):
        who = form.answers["minute_taker"]
        nobody = "Nobody is chosen to take the minutes."
        messages.success(request, present.takes_minutes(who) if who else nobody)
        return redirect(back)
    rows = present.booking_rows(found, days_asked(asked))
    values = {"form": form, "booking": found, "rows": rows, "back": back}
    return render(request, "conferences/scheduling/minutes.html", values)


@needs(Permission.SCHEDULE)
@require_http_methods(["GET", "HEAD", "POST"])
def booking_take_over(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Another chair takes over, from the working day before the meeting to the end of its day."""
    found = booking_in_scope(person_of(request), ref)
    if not present.may_take_over(person_of(request), found, now()):
        return tell_gone(request, found, present.no_take_over(found, now()))
    asked, back = list(found.request.children.all()), reverse("booking", args=[ref])
    chairs = chairs_for(found, [one.child for one in asked], now())
    busy = busy_people(found.starts_at, found.ends_at, found)
    day = day_of(found.starts_at)
    away = away_days([one.pk for one in chairs], day, day)
    form = TakeOverForm(
        typed(request), initial={"seen": found.chair_id}, back=back, chairs=chairs, busy=busy, away=away
    )
    act = partial(scheduling_takeover.take_over, booking=found, by=person_of(request), at=now())
    if form.attempt(lambda: act(**form.answers)):
        messages.success(request, f"{form.answers['chair'].full_name} chairs this meeting now.")
        return redirect(back)
    rows = present.booking_rows(found, days_asked(asked))
    values = {"form": form, "booking": found, "rows": rows, "back": back, "chairs": chairs}
    return render(request, "conferences/scheduling/take_over.html", values)
