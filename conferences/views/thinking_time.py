"""The chair's thinking time: its page, taking it, and holding it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.thinking_time import HoldForm, TakeForm, held_before
from conferences.models import ThinkingTime
from conferences.operations import thinking_time as operations
from conferences.queries.scheduling import booking_of, request_in_scope
from conferences.queries.thinking_time import children_of, own_note, session_in_scope
from conferences.rules.thinking_time import PROMPTS
from conferences.views.presenters import thinking_time as present
from conferences.views.presenters import words
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion


@needs(Permission.READ_REQUEST)
@require_safe
def thinking_time(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The session: why, who can read what, the children's entries, and to its writer the note."""
    user = person_of(request)
    session = session_in_scope(user, ref)
    note = own_note(session, user)
    values = {
        "session": session,
        "tag": present.state_tag(session),
        "rows": present.session_page_rows(session),
        "children": children_of(session),
        "readers": present.READERS,
        "entries": present.entry_rows(session),
        "note": present.note_rows(note),
        "prompts": PROMPTS,
        "may_hold": present.may_hold(user, session),
        "back": _back(session),
    }
    return render(request, "conferences/thinking_time/session.html", values)


def _back(session: ThinkingTime) -> str:
    """The request's page, else the meeting's, else the diary's."""
    booking = booking_of(session.request)
    request_href = words.address("request", session.request.ref)
    return request_href or (reverse("booking", args=[booking.ref]) if booking else reverse("my_work"))


def held_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    return operations.standing(session_in_scope(user, ref), user)


@shows_saves(held_now)
@needs(Permission.HOLD_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_time_hold(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Record that it was held, or add to what oneself recorded."""
    user = person_of(request)
    session = session_in_scope(user, ref)
    children, back = children_of(session), reverse("thinking_time", args=[ref])
    mine = session.chair_id == user.pk
    standing = operations.standing(session, user)
    initial: dict[str, Any] = {"held_date": today(), "seen": standing.seen if standing else ""}
    initial |= held_before(session, own_note(session, user)) if mine else {}
    form = HoldForm(typed(request), children=children, back=back, initial=initial)
    form.join_if_put_back(standing)
    if form.attempt(lambda: operations.hold(session=session, **form.given, by=user, at=now())):
        messages.success(request, "Thinking time is recorded.")
        return redirect(back)
    values = {"form": form, "back": back, "readers": present.READERS}
    return render(request, "conferences/thinking_time/hold.html", values, status=form.status)


@needs(Permission.HOLD_THINKING_TIME)
@require_http_methods(["GET", "HEAD", "POST"])
def thinking_time_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A chair takes time to think before a conference."""
    user = person_of(request)
    asked = request_in_scope(user, ref)
    back = words.address("request", ref) or reverse("my_work")
    form = TakeForm(request.POST or None, back=back)
    if session := form.attempt(lambda: operations.take(request=asked, **form.answers, by=user, at=now())):
        return redirect("thinking_time", ref=session.ref)
    return render(request, "conferences/thinking_time/take.html", {"form": form, "back": back})
