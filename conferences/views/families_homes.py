"""The homes of a family: added, changed, moved into and out of, and left by everybody."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.families_homes import ChangeHomeForm, EndHomeForm, MoveInForm, NewHomeForm, StayForm
from conferences.operations import families_homes as operations
from conferences.queries.families import FamilyStory, family_and_homes
from conferences.views.presenters.families import member_words
from safeguarding.access import Permission, needs, person_of
from safeguarding.clock import now
from safeguarding.models import Child, Household, HouseholdMember, Person
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pages.posted import posted


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def home_new(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """A home of a family, with who lives there."""
    user, story = person_of(request), family_and_homes(person_of(request), ref)
    form = NewHomeForm(posted(request), family=[*story.children, *story.people], back=_back(ref))
    done = form.attempt(lambda: operations.add_home(family=story.family, **form.given, by=user, at=now()))
    return _page(request, story, form, done, "Add a home")


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def home_change(request: HttpRequest, ref: uuid.UUID, home: int) -> HttpResponse:
    """Whose home it is and where."""
    user, story = person_of(request), family_and_homes(person_of(request), ref)
    household = _home(story, home)
    form = ChangeHomeForm(posted(request), household=household, back=_back(ref))
    done = form.attempt(lambda: operations.change_home(household=household, **form.given, by=user, at=now()))
    return _page(request, story, form, done, f"Change {household.name}")


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def home_move_in(request: HttpRequest, ref: uuid.UUID, home: int) -> HttpResponse:
    """A child or a grown-up moves into a home."""
    user, story = person_of(request), family_and_homes(person_of(request), ref)
    household = _home(story, home)
    form = MoveInForm(posted(request), family=_elsewhere(story, household), back=_back(ref))
    done = form.attempt(lambda: operations.move_in(household=household, **form.given, by=user, at=now()))
    return _page(request, story, form, done, f"Somebody moves in: {household.name}")


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def home_stay(request: HttpRequest, ref: uuid.UUID, stay: int) -> HttpResponse:
    """From which day to which somebody lives in a home, or that they never did."""
    user, story = person_of(request), family_and_homes(person_of(request), ref)
    found = _stay(story, stay)
    form = StayForm(posted(request), stay=found, back=_back(ref))

    def save() -> HouseholdMember:
        days = {name: form.answers[name] for name in ("since", "until")}
        if form.answers["is_mistake"]:
            return operations.remove_stay(stay=found, by=user, at=now())
        return operations.change_stay(stay=found, **days, by=user, at=now())

    heading = f"{member_words(found)}: {found.household.name}"
    return _page(request, story, form, form.attempt(save), heading)


@needs(Permission.ADD_CHILD)
@require_http_methods(["GET", "HEAD", "POST"])
def home_end(request: HttpRequest, ref: uuid.UUID, home: int) -> HttpResponse:
    """Everybody in sight has left a home. That others may live there is said whether or not any do."""
    user, story = person_of(request), family_and_homes(person_of(request), ref)
    household = _home(story, home)
    form = EndHomeForm(posted(request), back=_back(ref))
    done = form.attempt(lambda: operations.end_home(household=household, **form.answers, by=user, at=now()))
    return _page(request, story, form, done, f"Everybody has left: {household.name}")


def _back(ref: uuid.UUID) -> str:
    return reverse("family", args=[ref])


def _home(story: FamilyStory, pk: int) -> Household:
    """The home with this number among those that are shown; Http404 where it is none of them."""
    found = next((home for home in story.households if home.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _elsewhere(story: FamilyStory, home: Household) -> list[Child | Person]:
    """Who of the family does not live in the home now."""
    here = [stay for stay in home.members.all() if stay.end_date is None]
    children, people = {stay.child_id for stay in here}, {stay.person_id for stay in here}
    return [
        *(child for child in story.children if child.pk not in children),
        *(one for one in story.people if one.pk not in people),
    ]


def _stay(story: FamilyStory, pk: int) -> HouseholdMember:
    stays = (stay for home in story.households for stay in home.members.all())
    found = next((stay for stay in stays if stay.pk == pk), None)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest, story: FamilyStory, form: Refusable, done: object, heading: str
) -> HttpResponse:
    """Back on the family's page once it is done; else the form."""
    if done:
        messages.success(request, "Saved.")
        return redirect(_back(story.family.ref))
    context = {
        "form": form,
        "family": story.family.name,
        "back": _back(story.family.ref),
        "heading": heading,
    }
    return render(request, "conferences/families/person.html", context)
