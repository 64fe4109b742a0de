"""Recording a plan that a child had with another authority."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.plans_elsewhere import PlanElsewhereForm
from conferences.operations import plans_elsewhere as operations
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now
from safeguarding.models import Child
from safeguarding.pages.drafts import typed
from safeguarding.wording import counted, sentence


@needs(Permission.RECORD_PLAN_ELSEWHERE)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_elsewhere_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Whose plan it was, when, and how it is known; what waits on it is checked again."""
    user, at = person_of(request), now()
    child = get(user, Child, ref=ref)
    back = reverse("child", args=[ref])
    form = PlanElsewhereForm(typed(request), back=back)
    if done := form.attempt(
        lambda: operations.record_plan_elsewhere(child=child, told=form.told, by=user, at=at)
    ):
        raised = f"{counted(done[1], 're-plan consultation')} raised." if done[1] else ""
        messages.success(request, sentence("The plan is recorded.", raised))
        return redirect(back)
    values = {"form": form, "back": back, "name": child.display_name}
    return render(request, "conferences/children/plan_elsewhere.html", values)
