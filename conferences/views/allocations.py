"""A team's children: given to a worker, handed over, taken on; and what was taken on, looked at by others."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.forms.allocations import GiveForm, HandOverForm, IdentityForm, ReviewedForm, TakeOnForm
from conferences.models import TakenOn
from conferences.operations import allocations as operations
from conferences.queries import allocations as queries
from conferences.views.presenters import allocations as presenter
from safeguarding.access import Permission, get, needs, person_of
from safeguarding.accounts.teams import teams_that_hold
from safeguarding.clock import now, today
from safeguarding.models import Child, ReadKind
from safeguarding.pages.posted import posted
from safeguarding.wording import number

A_PAGE = 50


@needs(Permission.ALLOCATE, reads=ReadKind.LISTED)
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """The children of one's own team, those without a worker first; ?worker= one worker's, or "none"."""
    user, worker = person_of(request), request.GET.get("worker", "")
    page = Paginator(queries.team_children(user, worker), A_PAGE).get_page(request.GET.get("page"))
    workers = [(str(one.pk), one.full_name) for one in queries.workers_of(user.team)]
    context = {
        "team": user.team,
        "table": presenter.team_table(page, page.paginator.count, worker),
        "page": page,
        "workers": [("", "Everybody"), ("none", "Nobody yet"), *workers],
        "worker": worker,
    }
    return render(request, "conferences/allocations/team.html", context)


@needs(Permission.ALLOCATE)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Give a child of the team to a worker."""
    user, at = person_of(request), now()
    child = get(user, Child, ref=ref)
    held, back = queries.holding(child), reverse("allocations")
    workers = queries.workers_for(child, user.team, at)
    form = GiveForm(
        posted(request),
        workers=workers,
        on=today(),
        back=back,
        initial={"worker": held and held.worker_id},
    )
    given = form.attempt(lambda: operations.give(child=child, **form.answers, by=user, at=at))
    if given and given.worker:
        messages.success(request, f"{child.display_name} has been given to {given.worker.full_name}.")
        return redirect(back)
    context = {"form": form, "child": child, "held": held, "back": back}
    return render(request, "conferences/allocations/give.html", context)


@needs(Permission.ALLOCATE)
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Hand a child of the team over to another team."""
    user = person_of(request)
    child = get(user, Child, ref=ref)
    back, name = reverse("allocation", args=[ref]), child.display_name
    form = HandOverForm(
        posted(request),
        teams=teams_that_hold(besides=user.team),
        back=back,
    )
    handed = form.attempt(lambda: operations.hand_over(child=child, **form.answers, by=user, at=now()))
    if handed:
        messages.success(request, f"{name} has been handed over to {handed.team.name}.")
        return redirect("allocations")
    context = {"form": form, "child": child, "back": back}
    return render(request, "conferences/allocations/hand_over.html", context)


@needs(Permission.ALLOCATE, reads=ReadKind.LISTED)
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Find a child of the whole council by who it is, to take it on."""
    form = IdentityForm(posted(request), back=reverse("allocations"))
    table = None
    if form.is_valid():
        user = person_of(request)
        found = queries.find_by_identity(user, **form.cleaned_data)
        table = presenter.found_table(found, today(), user.team.name if user.team else "")
    return render(request, "conferences/allocations/find.html", {"form": form, "table": table})


@needs(Permission.ALLOCATE)
@require_http_methods(["GET", "HEAD", "POST"])
def take_on(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Take a child on whom nobody holds, with the reason."""
    user = person_of(request)
    child = get_object_or_404(queries.by_identity(user, Child), ref=ref)
    back = reverse("allocation_find")
    form = TakeOnForm(posted(request), back=back)
    if form.attempt(lambda: operations.take_on(child=child, **form.answers, by=user, at=now())):
        messages.success(request, f"Your team holds {child.display_name} now. Give the child to a worker.")
        return redirect("allocation", ref=ref)
    context = {"form": form, "rows": presenter.identity_rows(child), "back": back}
    return render(request, "conferences/allocations/take_on.html", context)


@needs(Permission.READ_VIEWED)
@require_safe
def taken_on(request: HttpRequest) -> HttpResponse:
    """The children whom teams took on, by number: to look at, and looked at."""
    user = person_of(request)
    waiting, done = (queries.taken_on(user, is_reviewed=is_reviewed) for is_reviewed in (False, True))
    page = Paginator(done, A_PAGE).get_page(request.GET.get("page"))
    open_rows = list(waiting)
    caption = f"To look at ({number(len(open_rows))})" if open_rows else "To look at"
    tables = [
        presenter.taken_on_table(caption, open_rows, "Nothing waits.", to_review=True),
        presenter.taken_on_table("Looked at", page, "Nothing yet.", to_review=False),
    ]
    return render(request, "conferences/allocations/taken_on.html", {"tables": tables, "page": page})


@needs(Permission.READ_VIEWED)
@require_http_methods(["GET", "HEAD", "POST"])
def taken_on_review(request: HttpRequest, ref: uuid.UUID) -> HttpResponse:
    """Say that one of them was looked at."""
    user = person_of(request)
    row = get_object_or_404(queries.governed_taken_on(user, TakenOn).select_related("child", "team"), ref=ref)
    back = reverse("taken_on")
    form = ReviewedForm(posted(request), back=back)
    if form.attempt(lambda: operations.review(taken_on=row, by=user, at=now())):
        messages.success(request, "Noted.")
        return redirect(back)
    table = presenter.taken_on_table("What was taken on", [row], "", to_review=True)
    return render(
        request, "conferences/allocations/review.html", {"form": form, "table": table, "back": back}
    )
