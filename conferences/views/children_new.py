"""Adding a child: to a family, or with a new one."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.children_new import NewChildForm
from conferences.operations import children_new as operations
from conferences.queries.children_namesakes import namesakes
from conferences.views.presenters.children_new import namesake_table
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.accounts.teams import teams_that_hold
from safeguarding.clock import now
from safeguarding.models import Child, Family, User
from safeguarding.pages.posted import posted
from safeguarding.rights import adds_for_own_team


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def child_new(request: HttpRequest) -> HttpResponse:
    """A child of a family that is not recorded yet."""
    return _add(request, None, reverse("my_work"))


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def family_child_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A further child of a family."""
    return _add(request, get(person_of(request), Family, ref=ref), reverse("family", args=[ref]))


def _add(request: HttpRequest, family: Family | None, back: str) -> HttpResponse:
    user, sent = person_of(request), posted(request)
    found = _namesakes(user, sent)
    form = NewChildForm(
        sent,
        teams=None if adds_for_own_team(user.roles) else teams_that_hold(besides=None),
        asks_again=bool(found),
        back=back,
        initial={"family_name": family.name if family else ""},
    )
    made = form.attempt(lambda: operations.add_child(family=family, **form.given, by=user, at=now()))
    if made and made.family:
        messages.success(request, f"{made.display_name} has been added.")
        return redirect("family", ref=made.family.ref)
    context = {"form": form, "family": family, "back": back, "namesakes": found and namesake_table(found)}
    return render(request, "conferences/children/new.html", context)


def _namesakes(user: User, sent: object) -> list[Child]:
    form = NewChildForm(sent, teams=None, asks_again=False, back="")
    if not form.is_bound:
        return []
    form.is_valid()
    child = form.given["child"]
    day = child.birth_date or child.expected_birth_date
    return namesakes(user, child.given_names, child.family_name, day)
