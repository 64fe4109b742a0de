"""Adding a parent, carer or other to a family, and changing how to reach them."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.families_people import ChangePersonForm, NewPersonForm
from conferences.operations import families_people as operations
from conferences.queries.children_record import children_of
from conferences.queries.families import person_in_scope
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import User
from safeguarding.pages.drafts import shows_saves, typed
from safeguarding.versions import StaleVersion


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def person_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A parent, carer or other of a family."""
    user = person_of(request)
    family, children = children_of(user, ref)
    back = reverse("family", args=[ref])
    form = NewPersonForm(typed(request), children=children, back=back)
    made = form.attempt(
        lambda: operations.add_person(family=family, contact=form.contact, ties=form.ties, by=user, at=now())
    )
    if made:
        messages.success(request, f"{made.full_name} has been added.")
        return redirect(back)
    context = {"form": form, "family": family.name, "back": back, "heading": "Add a parent, carer or other"}
    return render(request, "conferences/families/person.html", context)


def person_now(user: User, ref: uuid.UUID) -> StaleVersion | None:
    return operations.standing(person_in_scope(user, ref))


@shows_saves(person_now)
@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def person_change(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """How to reach somebody of a family."""
    user = person_of(request)
    person = person_in_scope(user, ref)
    back = reverse("family", args=[person.family.ref])
    form = ChangePersonForm(typed(request), person=person, back=back)
    form.join_if_put_back(operations.standing(person) if form.quiet else None)
    changed = form.attempt(
        lambda: operations.change_person(
            person=person, contact=form.contact, **form.opened, by=user, at=now()
        )
    )
    if changed:
        messages.success(request, "Saved.")
        return redirect(back)
    context = {
        "form": form,
        "family": person.family.name,
        "back": back,
        "heading": "Change how to reach them",
    }
    return render(request, "conferences/families/person.html", context, status=form.status)
