"""The page of one duty, and what may be done with it besides doing it."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.duties import AcknowledgeForm, GiveForm, PutOffForm
from conferences.models import Duty
from conferences.operations import duties_steps as operations
from conferences.queries.duties_duty import (
    chain_of,
    duty_in_scope,
    is_chairs,
    is_ones_own,
    line_of,
    may_be_given,
    moved_of_duty,
    put_off_limit,
    stands_above,
    takers,
    why_due,
)
from conferences.queries.duties_list import place_of
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_steps import put_off_refused
from conferences.views.presenters import duties_duty as present
from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts.leave import on_day
from safeguarding.clock import now, today
from safeguarding.golive.day import live_since
from safeguarding.models import User
from safeguarding.pages.drafts import typed
from safeguarding.rights import rights_of

TEMPLATE = "conferences/duties/step.html"


@needs(Permission.MY_WORK)
@require_safe
def duty(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """What, about whom, why that day, whose, what happened so far, and the button to where it is done."""
    user, on = person_of(request), today()
    found = duty_in_scope(user, ref)
    line = line_of(user, found)
    values = {
        "title": CATALOGUE[Code(found.kind)].words_for(found.owner_role),
        "about": present.about(line),
        "tag": present.stands(found, on),
        "rows": present.rows(line, why_due(found), moved_of_duty(found, line), on, live_since(on)),
        "button": present.button(found, *place_of(user, found), rights_of(user.roles)),
        "entries": present.entries(chain_of(user, found)),
        "ref": ref,
        "may": _may(user, found, line),
    }
    return render(request, "conferences/duties/duty.html", values)


def _may(user: User, found: Duty, line: list[Duty]) -> dict[str, bool]:
    """What this person may do with it."""
    if found.closed_at:
        return {}
    is_own, above = is_ones_own(user, found, today()), bool(stands_above(user, line))
    limit = put_off_limit(line, today()) if is_own else None
    return {
        "acknowledge": is_own or above,
        "is_above": above,
        # What the law wants by today, or what it leads to, is refused: no way leads there.
        "put_off": limit is not None and not limit.is_over(today()),
        "give": may_be_given(user, found),
        "is_chairs": is_chairs(found),
    }


def _values(user: User, found: Duty, title: str, form: Any) -> dict[str, Any]:
    """What the page of a step shows."""
    return {
        "title": title,
        "what": CATALOGUE[Code(found.kind)].words_for(found.owner_role),
        "about": present.about(line_of(user, found)),
        "back": reverse("duty", args=[found.ref]),
        "form": form,
    }


@needs(Permission.MY_WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def duty_acknowledge(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say that it was seen, and what is done about it."""
    user, back = person_of(request), reverse("duty", args=[ref])
    found = duty_in_scope(user, ref)
    form = AcknowledgeForm(typed(request), back=back)
    if form.attempt(lambda: operations.acknowledge(duty=found, **form.answers, by=user, at=now())):
        messages.success(request, "You have acknowledged this.")
        return redirect(back)
    return render(request, TEMPLATE, _values(user, found, "Acknowledge", form))


@needs(Permission.MY_WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def duty_put_off(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Take it off the list until a day, with the reason."""
    user, back = person_of(request), reverse("duty", args=[ref])
    found = duty_in_scope(user, ref)
    limit = put_off_limit(line_of(user, found), today())
    is_over = limit.is_over(today())
    if is_over and request.method != "POST":
        # No form is offered whose every answer is refused; what was typed before the day came is kept.
        messages.error(request, f"{put_off_refused(None, today(), limit)}.")
        return redirect(back)
    form = PutOffForm(typed(request), back=back, limit=None if is_over else limit)
    if form.attempt(lambda: operations.put_off(duty=found, **form.answers, by=user, at=now())):
        messages.success(request, "It is put off, and comes back on its day.")
        return redirect(back)
    return render(request, TEMPLATE, _values(user, found, "Put it off", form))


@needs(Permission.REASSIGN_DUTY)
@require_http_methods(["GET", "HEAD", "POST"])
def duty_give(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Give it to somebody else, with the reason."""
    user, back = person_of(request), reverse("duty", args=[ref])
    found = duty_in_scope(user, ref)
    line = line_of(user, found)
    able = takers(user, line, now()) if may_be_given(user, found) else ()
    people = [one for one in able if one != found.owner]
    away = set(on_day(today()).values_list("person", flat=True))
    form = GiveForm(typed(request), back=back, people=people, away=away, on=today())
    if form.attempt(lambda: operations.give(duty=found, **form.given, by=user, at=now())):
        messages.success(request, "It is theirs now, and stands on their list.")
        return redirect(back)
    return render(request, TEMPLATE, _values(user, found, "Give it to somebody else", form))
