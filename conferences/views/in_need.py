"""Recording a child in need plan, and its end."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.in_need import InNeedEndForm, InNeedForm
from conferences.models import ChildInNeedPlan
from conferences.operations import in_need as operations
from conferences.queries.in_need import in_need_plan
from conferences.queries.what_follows import watched
from conferences.views.presenters.enquiries import answer_rows
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pagekit.refusals import Refusable

BEGUN_BY_CONFERENCE = (
    "A child in need plan and a child protection plan never run together. A conference that begins a child"
    " protection plan ends the child in need plan on that day."
)


@dataclass(frozen=True)
class Words:
    """What heads the form, what is said when it is done, and where Cancel leads."""

    heading: str
    done: str
    back: str


@needs(Permission.RECORD_IN_NEED_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """When the plan began."""
    user, at = person_of(request), now()
    child = get(user, Child, ref=ref)
    back = reverse("child_changes", args=[ref])
    form = InNeedForm(request.POST or None, back=back)
    return _answer(
        request,
        child,
        form,
        lambda: operations.record_in_need_plan(child=child, **form.answers, by=user, at=at),
        Words("Record a child in need plan", "The child in need plan is recorded.", back),
    )


@needs(Permission.RECORD_IN_NEED_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, ref: uuid.UUID, plan: int) -> HttpResponse:
    """When the plan ended."""
    user, at = person_of(request), now()
    child = get(user, Child, ref=ref)
    found = in_need_plan(user, child, plan)
    back = reverse("child_changes", args=[ref])
    form = InNeedEndForm(request.POST or None, back=back)
    return _answer(
        request,
        child,
        form,
        lambda: operations.end_in_need_plan(plan=found, **form.answers, by=user, at=at),
        Words("End the child in need plan", "The child in need plan has ended.", back),
    )


def _answer(
    request: HttpRequest, child: Child, form: Refusable, act: Callable[[], ChildInNeedPlan], words: Words
) -> HttpResponse:
    """The form, then what follows from it, then the child's page with what was done."""
    user, on = person_of(request), today()
    answers = check_answers(form, lambda: watched(act, [child], user, on))
    if answers.done:
        messages.success(request, words.done)
        return redirect("child", ref=child.ref)
    values: dict[str, object] = {"name": child.display_name, "heading": words.heading, "back": words.back}
    if seen := answers.to_check:
        values |= {
            "rows": answer_rows(form),
            "follows": what_follows(seen.before, seen.after, on),
            "carried": carried(form),
        }
        return render(request, "conferences/life_events/check.html", values)
    values |= {"form": form, "words": BEGUN_BY_CONFERENCE}
    return render(request, "conferences/life_events/form.html", values)
