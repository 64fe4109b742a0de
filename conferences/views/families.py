"""The family's page, its timeline and history, and the button that shows a confidential address."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from conferences.operations import families
from conferences.queries import families_history as histories
from conferences.queries.children_chronology import chronology
from conferences.queries.children_record import family_events
from conferences.queries.families import confidential_place, whole_family
from conferences.queries.families_moves import moves_of
from conferences.queries.imports_told import told_days
from conferences.queries.plans_history import history
from conferences.queries.requests import requests_ahead
from conferences.views.presenters.children_timeline import timeline
from conferences.views.presenters.families import family_page, links
from conferences.views.presenters.families_history import home_tables, people_tables
from conferences.views.presenters.families_moves import moves_table
from conferences.views.presenters.requests import ahead
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today

SHOWN_ONCE = "address_shown_once"


@needs(Permission.READ_FAMILY)
@require_safe
def family(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Who is in the family, where they live, and how to reach them safely."""
    story = whole_family(person_of(request), ref)
    told = told_days(story.children, today())
    histories = {child.pk: history(child, today(), told) for child in story.children}
    shown = request.session.pop(SHOWN_ONCE, "")
    values = {
        "page": family_page(story, histories, shown, today()),
        "asks": can(request.user, Permission.ASK_CONFERENCE),
        "adds": can(request.user, Permission.ADD_CHILD),
        "moves": can(request.user, Permission.MOVE_FAMILY),
        "moved": moves_table(moves_of(person_of(request), story.children)),
        "ahead": ahead(requests_ahead(person_of(request), story.family)),
    }
    return render(request, "conferences/families/family.html", values)


@needs(Permission.READ_FAMILY)
@require_POST
def family_address(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Note who asks for a confidential address, then show it on the family's page this one time."""
    asked = {name: request.POST.get(name, "") for name in ("person", "household")}
    place = confidential_place(person_of(request), ref, **asked)
    if place is None:
        messages.error(request, "There is no such address.")
    else:
        request.session[SHOWN_ONCE] = families.show_address(place=place, by=person_of(request), at=now())
    return redirect("family", ref=ref)


@needs(Permission.READ_FAMILY)
@require_safe
def family_timeline(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The story of all the family's children in scope, told together."""
    found, children = family_events(person_of(request), ref)
    events = [event for child in children for event in chronology(child, today())]
    values = {
        "name": found.name,
        "links": links(found.ref, "Timeline"),
        "timeline": timeline(
            events, order=request.GET.get("order", ""), page=request.GET.get("page"), of_many=True
        ),
        "children": [child.display_name for child in children],
    }
    return render(request, "conferences/families/timeline.html", values)


@needs(Permission.READ_FAMILY)
@require_safe
def family_history(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """How the family's homes and grown-ups came to be recorded as they are."""
    found = histories.family_history(person_of(request), ref)
    values = {
        "name": found.story.family.name,
        "links": links(found.story.family.ref, "History"),
        "homes": home_tables(found),
        "people": people_tables(found),
    }
    return render(request, "conferences/families/history.html", values)
