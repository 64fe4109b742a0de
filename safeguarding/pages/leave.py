"""The pages of leave: one's own, that of the people whose work one leads, and who stands in."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import leave_operations as operations
from safeguarding.accounts.leave import others, set_by, stand_ins
from safeguarding.clock import now, today
from safeguarding.models import Leave, User
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.pages.leave_forms import LeaveForm
from safeguarding.wording import uk_day


@needs(Permission.MY_WORK)
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Who is away or will be, with who stands in; and the way to set it."""
    user = person_of(request)
    people = list(others(user))
    values = {
        "table": _table(set_by(user, today())),
        "people": [(one, reverse("leave_add_for", args=[one.ref])) for one in people],
        "own": reverse("leave_add"),
    }
    return render(request, "safeguarding/leave.html", values)


def _table(rows: Iterable[Leave]) -> Table:
    return Table(
        "Leave from today on",
        [Column("Who"), Column("From"), Column("To"), Column("Who stands in"), Column("Take back")],
        [_row(one) for one in rows],
        empty="No leave is set.",
        row_heads=True,
        stack=True,
    )


def _row(one: Leave) -> list[Cell]:
    end = Cell("Take back", href=reverse("leave_end", args=[one.pk]))
    days = [Cell(uk_day(day)) for day in (one.first_date, one.last_date)]
    return [Cell(one.person.full_name), *days, Cell(one.deputy.full_name), end]


@needs(Permission.MY_WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def leave_add(request: HttpRequest) -> HttpResponse:
    """Set one's own leave."""
    return _add(request, person_of(request))


@needs(Permission.SET_LEAVE)
@require_http_methods(["GET", "HEAD", "POST"])
def leave_add_for(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Set the leave of somebody whose work one leads."""
    return _add(request, get_object_or_404(others(person_of(request)), ref=ref))


def _add(request: HttpRequest, person: User) -> HttpResponse:
    user, back = person_of(request), reverse("leave")
    people = list(stand_ins(person))
    form = LeaveForm(request.POST or None, people=people, back=back)
    if form.attempt(lambda: operations.set_leave(person=person, **form.given, by=user, at=now())):
        messages.success(request, "The leave is set. Whoever stands in sees the work meanwhile.")
        return redirect(back)
    values = {"form": form, "back": back, "person": person, "has_people": bool(people)}
    return render(request, "safeguarding/leave_form.html", values)


@needs(Permission.MY_WORK)
@require_http_methods(["GET", "HEAD", "POST"])
def leave_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take leave back."""
    user = person_of(request)
    found = get_object_or_404(set_by(user, today()), pk=pk)
    if request.method == "POST":
        operations.end_leave(leave=found, by=user, at=now())
        messages.success(request, "The leave is taken back.")
        return redirect("leave")
    return render(request, "safeguarding/leave_end.html", {"leave": found, "back": reverse("leave")})
