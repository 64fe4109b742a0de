"""A child put into an open request of the family, and one taken out of it: asked, shown, then done."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.requests_children import AddChildForm, TakeOutForm
from conferences.models import Request
from conferences.operations import requests_children as operations
from conferences.queries.requests import Askable, family_to_ask_for, request_for
from conferences.queries.what_follows import Watched, watched
from conferences.views.presenters.requests_left import first_answers
from conferences.views.presenters.what_follows import what_follows
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pages.drafts import typed


@needs(Permission.CHANGE_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def request_child_add(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A brother or sister comes into the request."""
    user, on = person_of(request), today()
    found = request_for(user, ref)
    family, children = family_to_ask_for(user, found.family.ref, on)
    inside = {one.child_id for one in found.children.all()}
    others = [one for one in children if one.child.pk not in inside]
    back = reverse("request", args=[ref])
    form = AddChildForm(
        typed(request), family=others, on=on, back=back, initial=first_answers(_named(request, others))
    )
    answers = check_answers(
        form,
        lambda: watched(
            lambda: operations.add_to_request(
                request=found, ask=form.ask, reason=form.answers["reason"], by=user, at=now()
            ),
            [*(one.child for one in others), *(one.child for one in found.children.all())],
            user,
            on,
        ),
    )
    if answers.done:
        messages.success(request, "The child is in the request.")
        return redirect(back)
    values = _values(found, "Put a brother or sister into this request", back)
    if answers.to_check:
        return _check(request, form, answers.to_check, values | {"text": "Put the child in"})
    values["any"] = any(one.kinds for one in others)
    values["enquiry_href"] = reverse("enquiry_new", args=[family.ref])
    return render(request, "conferences/requests/children.html", values | {"form": form})


@needs(Permission.CHANGE_REQUEST)
@require_http_methods(["GET", "HEAD", "POST"])
def request_child_out(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """One child leaves the request; the others stay."""
    user, on = person_of(request), today()
    found = request_for(user, ref)
    asked = list(found.children.all())
    back = reverse("request", args=[ref])
    form = TakeOutForm(typed(request), asked=asked, back=back)
    answers = check_answers(
        form,
        lambda: watched(
            lambda: operations.take_out(**form.given, by=user, at=now()),
            [one.child for one in asked],
            user,
            on,
        ),
    )
    if answers.done:
        messages.success(request, "The child is out of the request. The others stay in it.")
        return redirect(back)
    values = _values(found, "Take a child out of this request", back)
    if answers.to_check:
        return _check(request, form, answers.to_check, values | {"text": "Take the child out"})
    return render(request, "conferences/requests/children.html", values | {"form": form, "any": True})


def _named(request: HttpRequest, family: Sequence[Askable]) -> Child | None:
    """The child of the family whom the address names."""
    return next((one.child for one in family if str(one.child.ref) == request.GET.get("child")), None)


def _values(found: Request, heading: str, back: str) -> dict[str, object]:
    return {"number": found.pk, "heading": heading, "back": back}


def _check(
    request: HttpRequest, form: Refusable, seen: Watched[Any], values: dict[str, object]
) -> HttpResponse:
    values |= {"follows": what_follows(seen.before, seen.after, today()), "carried": carried(form)}
    return render(request, "conferences/requests/children_check.html", values)
