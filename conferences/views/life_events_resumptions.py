"""Plans that run again, because what ended them was never this child's: asked, confirmed by another."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.life_events import ResumeForm, TurnDownEndForm
from conferences.operations import life_events_resumptions as operations
from conferences.queries.life_events_resumptions import (
    confirmed_ending,
    resumptions,
    resumptions_to_confirm,
)
from conferences.queries.requests_left import in_need_ended, left_by
from conferences.queries.what_follows import watched
from conferences.views.presenters import life_events_resumptions as presenter
from conferences.views.presenters.requests_left import stays_away
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child
from safeguarding.operation import refuse_without
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pages.drafts import typed


@needs(Permission.RECORD_LIFE_EVENT)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_resumption_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Ask that a plan runs again; what would follow is shown first."""
    user, on = person_of(request), today()
    ending = confirmed_ending(user, ref)
    back = reverse("child_changes", args=[ending.plan.child.ref])
    values: dict[str, Any] = {"name": ending.plan.child.display_name, "heading": presenter.ASK, "back": back}
    # What was typed is kept beside the refusal; who comes here anew is told at once.
    if request.method != "POST" and (settled := presenter.settled(ending, on)):
        return render(request, "conferences/life_events/settled.html", values | {"settled": settled})
    form = ResumeForm(typed(request), back=back)
    wants = request.method == "POST" and request.POST.get("step") == "confirm"
    act: Any = operations.ask_resumption if wants else operations.foresee_resumption
    answers = check_answers(form, lambda: act(ending=ending, **form.answers, by=user, at=now()))
    if answers.done:
        messages.success(request, "Asked for. The plan runs again once a second person has confirmed it.")
        return redirect(back)
    if answers.to_check:
        seen = answers.to_check
        values |= {
            "rows": presenter.asked_rows(ending, form.answers),
            "follows": what_follows(seen.before, seen.after, on),
            "stays_away": _stays_away(ending.plan.child, ending.plan.end_date),
            "text": "Ask a second person",
            "carried": carried(form),
        }
        return render(request, "conferences/life_events/check.html", values)
    values |= {
        "form": form,
        "words": presenter.told(ending),
        "instead": "If it did happen, and only a day or a name is wrong, correct that instead",
        "instead_href": presenter.correct_href(ending),
    }
    return render(request, "conferences/life_events/form.html", values)


@needs(Permission.RECORD_LIFE_EVENT)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_resumption(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One of them; a second person sees what follows, and then has the plan run again."""
    user, on = person_of(request), today()
    if request.method == "POST":
        # Before anything is read: whoever lacks the right learns nothing of what is there.
        refuse_without(user, Permission.CONFIRM_PLAN_END)
    found = get(user, resumptions(user), ref=ref)
    form = Refusable(request.POST if request.method == "POST" else None)
    answers = check_answers(
        form,
        lambda: watched(
            lambda: operations.confirm_resumption(resumption=found, by=user, at=now()),
            [found.plan.child],
            user,
            on,
        ),
    )
    if answers.done:
        messages.success(request, "The plan runs again.")
        return redirect("child", ref=found.plan.child.ref)
    waits = found.closed_at is None and found.last_date >= on
    seen = answers.to_check
    values = {
        "resumption": found,
        "child": found.plan.child,
        "rows": presenter.rows(found),
        "waits": waits,
        "is_own": found.asked_by_id == user.pk,
        "may_confirm": waits and resumptions_to_confirm(user, on).filter(pk=found.pk).exists(),
        "hindered": " ".join(str(one) for one in form.non_field_errors()),
        "follows": what_follows(seen.before, seen.after, on) if seen else None,
    }
    if seen:
        values["stays_away"] = _stays_away(found.plan.child, found.was_end_date)
    return render(request, "conferences/life_events/resumption.html", values)


@needs(Permission.RECORD_LIFE_EVENT)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_resumption_end(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Withdraw what one asked for, or refuse what another did."""
    user, back = person_of(request), reverse("plan_resumption", args=[ref])
    found = get(user, resumptions(user), ref=ref)
    verb = "Withdraw" if found.asked_by_id == user.pk else "Refuse"
    form = TurnDownEndForm(typed(request), button=verb, back=back)
    if form.attempt(
        lambda: operations.turn_down_resumption(resumption=found, **form.answers, by=user, at=now())
    ):
        messages.success(request, "The plan stays ended.")
        return redirect("plan_endings")
    values = {
        "form": form,
        "back": back,
        "name": found.plan.child.display_name,
        "heading": f"{verb} that this plan runs again?",
        "words": "",
    }
    return render(request, "conferences/life_events/form.html", values)


def _stays_away(child: Child, ended: dt.date | None) -> list[str]:
    return stays_away(left_by(child), in_need_ended(child, ended))
