"""Asking for thinking time by hand, and the waiver of it: asked for, granted or refused by another."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.thinking_time import GrantForm, RequireForm, TurnDownForm, WaiverForm
from conferences.operations import thinking_time_required
from conferences.operations import thinking_time_waivers as operations
from conferences.queries.scheduling import request_in_scope
from conferences.queries.thinking_time import (
    is_owed,
    not_the_holder,
    session_in_scope,
    waivers,
    waivers_to_decide,
)
from conferences.views.presenters import thinking_time as present
from conferences.views.presenters import words
from conferences.views.thinking_time import turned_away
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now, today
from safeguarding.operation import refuse_without
from safeguarding.pages.drafts import typed

PAGE = "conferences/thinking_time/form.html"
WAIVER = (
    "Whoever leads the unit decides it, and nobody who chairs this conference. "
    "What you write here can be read by everyone who can read the request."
)


@needs(Permission.REQUIRE_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_time_require(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask that the chair takes time to think before a conference."""
    user = person_of(request)
    asked = request_in_scope(user, ref)
    back = words.address("request", ref) or reverse("my_work")
    form = RequireForm(typed(request), back=back)
    session = form.attempt(
        lambda: thinking_time_required.require(request=asked, **form.answers, by=user, at=now())
    )
    if session:
        messages.success(request, "Thinking time is required before this conference.")
        return redirect("thinking_time", ref=session.ref)
    values = {"form": form, "back": back, "heading": "Ask for thinking time before a conference"}
    return render(request, PAGE, values)


@needs(Permission.HOLD_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_waiver_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask that a conference goes on without the thinking time it needs."""
    user = person_of(request)
    session = session_in_scope(user, ref)
    back = reverse("thinking_time", args=[ref])
    form = WaiverForm(typed(request), back=back)
    if not form.is_bound:
        # What cannot be asked for is said before anything is typed.
        if waits := next((one for one in session.waivers.all() if present.waits(one, today())), None):
            return redirect("thinking_waiver", ref=waits.ref)
        if sentence := not_the_holder(session, user) or ("" if is_owed(session) else operations.NOT_OWED):
            return turned_away(request, session, sentence)
    asked = form.attempt(lambda: operations.ask_waiver(session=session, **form.answers, by=user, at=now()))
    if asked:
        messages.success(request, "A waiver is asked for. Until it is granted, thinking time stays required.")
        return redirect("thinking_waiver", ref=asked.ref)
    values = {"form": form, "back": back, "heading": "Ask for a waiver of thinking time", "words": WAIVER}
    return render(request, PAGE, values)


@needs(Permission.READ_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_waiver(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One of them; whoever manages the chairs grants it here, with the reason."""
    user, on = person_of(request), today()
    if request.method == "POST":
        # Before anything is read: whoever lacks the right learns nothing of what is there.
        refuse_without(user, Permission.WAIVE_THINKING_TIME)
    found = get(user, waivers(user), ref=ref)
    form = GrantForm(typed(request))
    if form.attempt(lambda: operations.grant_waiver(waiver=found, **form.answers, by=user, at=now())):
        messages.success(request, "The conference can go on without its thinking time.")
        return redirect("thinking_waiver", ref=ref)
    waits = found.closed_at is None and found.last_date >= on
    decides = waits and waivers_to_decide(user, on).filter(pk=found.pk).exists()
    values = {
        "waiver": found,
        "rows": present.waiver_rows(found, on),
        "waits": waits,
        "is_own": found.asked_by_id == user.pk,
        "form": form if decides or form.is_bound else None,
        "back": reverse("thinking_time", args=[found.session.ref]),
    }
    return render(request, "conferences/thinking_time/waiver.html", values)


@needs(Permission.READ_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_waiver_end(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Withdraw what one asked for, or refuse what another did."""
    user, back = person_of(request), reverse("thinking_waiver", args=[ref])
    found = get(user, waivers(user), ref=ref)
    verb = "Withdraw" if found.asked_by_id == user.pk else "Refuse"
    form = TurnDownForm(typed(request), button=verb, back=back)
    if form.attempt(lambda: operations.turn_down_waiver(waiver=found, **form.answers, by=user, at=now())):
        messages.success(request, "Thinking time stays required before this conference.")
        return redirect("thinking_waiver", ref=ref)
    values = {"form": form, "back": back, "heading": f"{verb} the waiver?"}
    return render(request, PAGE, values)
