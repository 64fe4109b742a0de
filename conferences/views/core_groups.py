"""Recording that a plan's core group met."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.letters import CoreGroupForm
from conferences.forms.recording_next import JoinsForm
from conferences.models import Plan
from conferences.operations import core_groups as operations
from conferences.operations import corrections_next
from conferences.queries.core_groups import next_due, plan_in_scope, planned_day
from conferences.queries.invitations import kinds_in_use
from conferences.queries.recording_next import joinable, members_of, planned_of
from conferences.views.presenters.recording_next import core_group_words, group_words
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed
from safeguarding.wording import uk_day

NONE_LEFT = "No conference that was recorded here left a core group for this plan."


@needs(Permission.RECORD_CORE_GROUP)
@require_http_methods(["GET", "HEAD", "POST"])
def core_group_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The day it met and what was agreed."""
    user = person_of(request)
    plan = plan_in_scope(user, ref)
    back = reverse("child", args=[plan.child.ref])
    planned = planned_of(user, plan)
    form = CoreGroupForm(
        typed(request), initial={"held_date": planned_day(plan, planned, today())}, back=back
    )
    if (
        form.is_valid()
        and form.attempt(
            lambda: operations.record_core_group(plan=plan, **form.cleaned_data, by=user, at=now())
        )
        is not None
    ):
        messages.success(request, f"The core group is recorded.{_next(plan)}")
        return redirect(back)
    values = {
        "form": form,
        "back": back,
        "name": plan.child.display_name,
        "next": _next(plan).strip(),
        "planned": core_group_words(planned),
        "members": group_words(members_of(user, planned)) if planned else "",
    }
    return render(request, "conferences/core_groups/new.html", values)


@needs(Permission.WRITE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def core_group_joins(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Somebody joins the core group that the last conference about a plan left."""
    user = person_of(request)
    plan = plan_in_scope(user, ref)
    back = reverse("child", args=[plan.child.ref])
    planned = planned_of(user, plan)
    if planned is None:
        messages.info(request, NONE_LEFT)
        return redirect(back)
    known = joinable(planned, today())
    form = JoinsForm(
        typed(request), initial={"joined_date": today()}, known=known, kinds=kinds_in_use(), back=back
    )
    if form.attempt(lambda: corrections_next.add_member(row=planned, told=form.told, by=user, at=now())):
        messages.success(request, "They are of the core group. Make letters and copies anew that tell it.")
        return redirect(back)
    values = {
        "form": form,
        "back": back,
        "heading": "Add somebody to the core group",
        "name": plan.child.display_name,
        "words": "",
    }
    return render(request, "conferences/life_events/form.html", values)


def _next(plan: Plan) -> str:
    """By when it meets next, as a sentence; nothing where that is not known."""
    due = next_due(plan, today())
    return f" The next core group is due by {uk_day(due)}." if due else ""
