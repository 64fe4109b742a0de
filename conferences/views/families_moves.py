"""Children who leave a family, and two families that become one: asked, shown, then done."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.families_moves import JoinForm, SplitForm
from conferences.operations import families_moves as operations
from conferences.queries.families import FamilyStory, family_and_homes
from conferences.queries.families_moves import family_of_number, goes_with, namesakes_of
from conferences.queries.requests import requests_ahead
from conferences.views.presenters.families_moves import Going, follows
from conferences.views.presenters.requests import ahead
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Family, User
from safeguarding.pagekit.checking import carried, check_answers
from safeguarding.pages.drafts import typed


@needs(Permission.MOVE_FAMILY)
@require_http_methods(["GET", "HEAD", "POST"])
def family_split(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Children leave the family, with those who belong to them alone, to a new family or another."""
    user, story = person_of(request), family_and_homes(person_of(request), ref)
    own = [person for person in story.people if person.family_id == story.family.pk]
    form = SplitForm(
        typed(request),
        family=story.children,
        grown=own,
        find=lambda number: family_of_number(user, number),
        back=reverse("family", args=[ref]),
        initial={"name": story.family.name},
    )
    answers = check_answers(
        form, lambda: operations.split_family(family=story.family, **form.given, by=user, at=now())
    )
    values = _values(user, story, "Move children out of this family")
    if answers.done:
        messages.success(request, "The children have been moved. This is the family they belong to now.")
        return redirect("family", ref=answers.done.ref)
    if answers.to_check:
        given = form.given
        going = Going(given["children"], given["people"], given["into"], given["name"], is_all=False)
        values |= {"text": "Move the children", "carried": carried(form)}
        return _check(request, story, going, [], given["reason"], values)
    return render(request, "conferences/families/move.html", values | {"form": form})


@needs(Permission.MOVE_FAMILY)
@require_http_methods(["GET", "HEAD", "POST"])
def family_join(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """All of the family goes to another."""
    user, story = person_of(request), family_and_homes(person_of(request), ref)
    form = JoinForm(
        typed(request),
        find=lambda number: family_of_number(user, number),
        back=reverse("family", args=[ref]),
    )
    answers = check_answers(
        form, lambda: operations.join_families(family=story.family, **form.given, by=user, at=now())
    )
    values = _values(user, story, "Join this family with another")
    if answers.done:
        messages.success(request, "The two families have been joined.")
        return redirect("family", ref=answers.done.ref)
    if answers.to_check:
        into: Family = form.given["into"]
        other = family_and_homes(user, into.ref)
        going = Going(story.children, story.people, into, "", is_all=True)
        values |= {"text": "Join the families", "carried": carried(form)}
        twice = namesakes_of(story.people, other.people)
        return _check(request, story, going, twice, form.given["reason"], values, other)
    return render(request, "conferences/families/move.html", values | {"form": form})


def _values(user: User, story: FamilyStory, heading: str) -> dict[str, object]:
    return {
        "family": story.family,
        "heading": heading,
        "back": reverse("family", args=[story.family.ref]),
        "ahead": ahead(requests_ahead(user, story.family)),
    }


def _check(
    request: HttpRequest,
    story: FamilyStory,
    going: Going,
    twice: list[str],
    reason: str,
    values: dict[str, object],
    other: FamilyStory | None = None,
) -> HttpResponse:
    """What will follow, before anything does."""
    user = person_of(request)
    if going.into and other is None:
        other = family_and_homes(user, going.into.ref)
    children = [*story.children, *(other.children if other else ())]
    values["page"] = follows(story, other, going, goes_with(user, children, today()), twice, reason)
    return render(request, "conferences/families/move_check.html", values)
