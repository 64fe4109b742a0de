"""Recording a plan that a child had with another authority."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.plans_elsewhere import PlanElsewhereForm
from conferences.models import PlanElsewhere
from conferences.operations import plans_elsewhere as operations
from conferences.queries.what_follows import Watched, watched
from conferences.views.presenters.enquiries import answer_rows
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed
from safeguarding.wording import counted, sentence


@needs(Permission.RECORD_PLAN_ELSEWHERE)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_elsewhere_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Whose plan it was, when, and how it is known; what waits on it is checked again."""
    user, at, on = person_of(request), now(), today()
    child = get(user, Child, ref=ref)
    back = reverse("child", args=[ref])
    form = PlanElsewhereForm(typed(request), back=back)

    def act() -> Watched[tuple[PlanElsewhere, int]]:
        return watched(
            lambda: operations.record_plan_elsewhere(child=child, told=form.told, by=user, at=at),
            [child],
            user,
            on,
        )

    answers = check_answers(form, act)
    if answers.done:
        messages.success(request, sentence("The plan is recorded.", _raised(answers.done.done[1], "raised")))
        return redirect(back)
    if seen := answers.to_check:
        values = {
            "name": child.display_name,
            "back": back,
            "rows": answer_rows(form),
            "waits": sentence(_raised(seen.done[1], "is raised on the request that waits")),
            "follows": what_follows(seen.before, seen.after, on),
            "carried": carried(form),
        }
        return render(request, "conferences/life_events/check.html", values)
    values = {"form": form, "back": back, "name": child.display_name}
    return render(request, "conferences/children/plan_elsewhere.html", values)


def _raised(consultations: int, how: str) -> str:
    return f"{counted(consultations, 're-plan consultation')} {how}." if consultations else ""
