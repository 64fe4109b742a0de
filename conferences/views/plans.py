"""A plan by itself, the open plans of a family together, and what comes into a plan between conferences."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.plans import AddActionForm
from conferences.operations import plans as operations
from conferences.queries.core_groups import plan_in_scope
from conferences.queries.plans import family_plans as plans_of_family
from conferences.queries.plans import needs_that_stand
from conferences.queries.plans import plan_page as load_plan
from conferences.views.presenters.families import links
from conferences.views.presenters.plans_page import LATER, ONLY_OUTLINE, plan_page
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.pages.drafts import typed

WORDS = {"only_outline": ONLY_OUTLINE, "later": LATER}


@needs(Permission.READ_CHILD)
@require_safe
def plan(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One plan, open or ended: its needs, who does what, how it is known, and who carries it out."""
    user = person_of(request)
    shown = load_plan(user, ref)
    values = {
        "page": plan_page(shown, today(), changes=can(user, Permission.CHANGE_PLAN)),
        "back": reverse("child", args=[shown.plan.child.ref]),
        **WORDS,
    }
    return render(request, "conferences/plans/plan.html", values)


@needs(Permission.READ_FAMILY)
@require_safe
def family_plans(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The open plans of a family's children, one under another."""
    user = person_of(request)
    family, shown = plans_of_family(user, ref)
    changes = can(user, Permission.CHANGE_PLAN)
    values = {
        "name": family.name,
        "links": links(family.ref, "Plans"),
        "pages": [plan_page(one, today(), changes=changes) for one in shown],
        **WORDS,
    }
    return render(request, "conferences/plans/family.html", values)


@needs(Permission.CHANGE_PLAN)
@require_http_methods(["GET", "HEAD", "POST"])
def plan_action_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """An action that was agreed between two conferences."""
    user = person_of(request)
    found = plan_in_scope(user, ref)
    back = reverse("plan", args=[ref])
    known = needs_that_stand(user, found)
    form = AddActionForm(typed(request), initial={"added_date": today()}, needs=known, back=back)
    if form.attempt(lambda: operations.add_action(plan=found, told=form.told, by=user, at=now())):
        messages.success(request, "The action is in the plan. Copies that were made before do not tell it.")
        return redirect(back)
    values = {
        "form": form,
        "back": back,
        "heading": "Add an action to the plan",
        "name": found.child.display_name,
        "words": "",
    }
    return render(request, "conferences/life_events/form.html", values)
