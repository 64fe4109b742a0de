"""Recording a follow-up of a plan that ended."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.follow_ups import FollowUpForm
from conferences.operations import follow_ups as operations
from conferences.queries.follow_ups import ended_plan, recorded, to_come
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.pages.drafts import typed


@needs(Permission.RECORD_FOLLOW_UP)
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Which of the three it is, the day, and how the child is."""
    user, at = person_of(request), now()
    plan = ended_plan(user, ref)
    back = reverse("child", args=[plan.child.ref])
    form = FollowUpForm(typed(request), due=to_come(plan), recorded=recorded(plan), back=back)
    if form.attempt(lambda: operations.record_follow_up(plan=plan, **form.answers, by=user, at=at)):
        messages.success(request, "The follow-up is recorded.")
        return redirect(back)
    values = {"form": form, "back": back, "name": plan.child.display_name, "ended": plan.end_date}
    return render(request, "conferences/follow_ups/new.html", values)
