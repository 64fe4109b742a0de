"""Finding a child, and the child's record and timeline."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.children import FindChildForm
from conferences.queries.children import find
from conferences.queries.children_chronology import chronology
from conferences.queries.children_record import child_events, child_record, grant_of
from conferences.queries.days import days_moved_of
from conferences.queries.follow_ups import last_ended
from conferences.queries.imports_told import told_days
from conferences.queries.pairs import joins_of, pairs_of, record_that_stays
from conferences.queries.plans_days import days_of_child
from conferences.queries.plans_history import history
from conferences.queries.recording_next import planned_of
from conferences.views.presenters.children import child_page, frame
from conferences.views.presenters.children_changes import changes_href
from conferences.views.presenters.children_search import results
from conferences.views.presenters.children_timeline import timeline
from conferences.views.presenters.days import moved_lines
from conferences.views.presenters.life_events import waiting_line
from conferences.views.presenters.life_events_resumptions import waiting_line as runs_again_line
from conferences.views.presenters.pairs import joined_lines, match_lines
from conferences.views.presenters.plans import (
    consult_href,
    core_group_href,
    core_group_joins_href,
    elsewhere_href,
    follow_up_href,
)
from conferences.views.presenters.requests_left import way_back
from conferences.views.presenters.supports import new_href, supports_table
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.clock import now, today
from safeguarding.models import Child, ReadKind, User

SEARCHES = "searches"
SEARCHES_KEPT = 5
View = Callable[..., HttpResponse]


def or_record_that_stays(name: str) -> Callable[[View], View]:
    """A view of a child that leads to the record that stays, where this one was joined into it."""

    def decorate(view: View) -> View:
        @wraps(view)
        def show(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
            try:
                return view(request, ref)
            except Http404:
                if stays := record_that_stays(person_of(request), ref):
                    return redirect(name, ref=stays.ref)
                raise

        return show

    return decorate


@needs(Permission.FIND_CHILD, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def find_child(request: HttpRequest) -> HttpResponse:
    """The box. What was typed is kept in the session, so that no address and no log holds a name."""
    form = FindChildForm(request.POST or None, on=today(), heading=True)
    if request.method == "POST" and form.is_valid():
        return redirect("find_child_results", search=_keep(request, form.to_keep()))
    return render(request, "conferences/children/find.html", {"form": form})


@needs(Permission.FIND_CHILD, reads=ReadKind.LISTED)
@require_safe
def find_child_results(request: HttpRequest, search: uuid.UUID) -> HttpResponse:
    """What a kept search finds now: going back to it asks again, and sends nothing twice."""
    kept = request.session.get(SEARCHES, {}).get(str(search))
    form = FindChildForm(kept, on=today(), action=reverse("find_child"), label="Search again")
    if not form.is_valid():
        messages.info(request, "Search again: that search is no longer kept.")
        return redirect("find_child")
    found = find(person_of(request), form.search, on=today())
    adds = can(request.user, Permission.ADD_CHILD)
    values = {"form": form, "results": results(found, today()), "adds": adds}
    return render(request, "conferences/children/results.html", values)


def _keep(request: HttpRequest, typed: dict[str, str]) -> str:
    """Keep the last few searches of the session, and return the opaque key of this one."""
    kept: dict[str, Any] = request.session.get(SEARCHES, {})
    key = str(uuid.uuid4())
    request.session[SEARCHES] = dict([*kept.items(), (key, typed)][-SEARCHES_KEPT:])
    return key


@needs(Permission.READ_CHILD)
@require_safe
@or_record_that_stays("child")
def child(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The child's record."""
    found = child_record(person_of(request), ref)
    head = frame(found, person_of(request), "Record", grant_of(person_of(request), found, now()), today())
    told = told_days([found], today())
    plans, days = history(found, today(), told), days_of_child(found, today())
    open_plan = plans.present.plan if plans.present else None
    planned = planned_of(person_of(request), open_plan)
    moved = days_moved_of([found]) if can(request.user, Permission.READ_REQUEST) else []
    values = {
        "page": child_page(found, plans, days, head, today(), told, planned),
        "frame": head,
        "ref": ref,
        "moved": moved_lines(moved),
        **_other_records(person_of(request), found),
        "core_group_href": core_group_href(person_of(request), found, plans),
        "core_group_joins_href": core_group_joins_href(person_of(request), found, open_plan, planned),
        "elsewhere_href": elsewhere_href(person_of(request), found),
        "consult_href": consult_href(person_of(request), found),
        "changes_href": changes_href(person_of(request), found),
        "ending": waiting_line(open_plan, today()),
        "runs_again": runs_again_line(person_of(request), found, today()),
        "way_back": way_back(person_of(request), found),
        "supports": supports_table(person_of(request), found),
        "support_href": new_href(person_of(request), found),
        "follow_up_href": follow_up_href(person_of(request), found, last_ended(found)),
    }
    return render(request, "conferences/children/record.html", values)


def _other_records(user: User, child: Child) -> dict[str, object]:
    """What was joined into the record, and which others may be of the same child: for those who judge."""
    if not can(user, Permission.JOIN_RECORDS):
        return {}
    pairs = pairs_of(user, [child])[child.pk]
    return {
        "matches": match_lines(pairs, child.pk, judges=True),
        "joined": joined_lines(joins_of(user, child)),
        "another_record_href": reverse("pair_new", args=[child.ref]),
    }


@needs(Permission.READ_CHILD)
@require_safe
@or_record_that_stays("child_timeline")
def child_timeline(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """The child's story in the order in which it happened, or the latest first."""
    found = child_events(person_of(request), ref)
    values = {
        "frame": frame(
            found, person_of(request), "Timeline", grant_of(person_of(request), found, now()), today()
        ),
        "timeline": timeline(
            chronology(found, today()), order=request.GET.get("order", ""), page=request.GET.get("page")
        ),
    }
    return render(request, "conferences/children/timeline.html", values)
