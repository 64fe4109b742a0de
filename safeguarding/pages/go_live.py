"""The page of the go-live day: what waits for it, which day it is, and another while it lies ahead."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from safeguarding import clock
from safeguarding.access import Permission, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.golive import operations
from safeguarding.golive.day import BEFORE_ALL, day_set
from safeguarding.models import GoLive
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field
from safeguarding.pages.drafts import typed
from safeguarding.wording import uk_date, uk_day, uk_moment
from safeguarding.workingdays import Calendar

COLUMNS = (Column("Day"), Column("Set by"), Column("Why"))
NOT_LIVE, LIVE = Tag("Not live yet", "yellow"), Tag("Live", "green")
ALWAYS = "Since before a go-live day was kept"


class GoLiveForm(KeepsDraft):
    """The day, and why; what is wrong with them is the operation's to say."""

    draft_title = "The go-live day"

    day = DateField(
        label="On which day does the service go live?",
        subject="Go-live day",
        help_text="Today or later. Choose a working day on which people are there to ask.",
        required=False,
    )
    is_today_meant = forms.BooleanField(
        label="If that is today: go live now. It cannot be taken back", required=False
    )
    reason = words_field(
        "Why this day?",
        hint="Needed when the day is moved. Do not name a child or a family.",
        subject="Reason",
        longest=1000,
    )

    def __init__(self, *args: Any, is_set: bool, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        button = Button("Move the day" if is_set else "Set the day")
        reason = GovField("reason", characters=1000)
        self.helper = Helper("day", "is_today_meant", reason, Buttons(button, CancelLink(back)))


@needs(Permission.SET_GO_LIVE)
@require_http_methods(["GET", "POST"])
def go_live(request: HttpRequest) -> HttpResponse:
    """What waits for the day, and the form of it until it has come."""
    row, on, at, by = day_set(), clock.today(), clock.now(), person_of(request)
    form = GoLiveForm(typed(request), is_set=row is not None, back=reverse("start"))
    done = form.attempt(lambda: operations.set_go_live(**form.answers, by=by, at=at))
    if done:
        messages.success(request, _confirmation(done.day, on, england()))
        return redirect("go_live")
    has_come = row is not None and row.day <= on
    context = {
        "form": form if not has_come or form.errors else None,
        "tag": LIVE if has_come else NOT_LIVE,
        "day": _day(row),
        "history": _history(row) if row and row.set_by else None,
        "has_come": has_come,
    }
    return render(request, "safeguarding/go_live.html", context)


def _confirmation(day: dt.date, on: dt.date, calendar: Calendar) -> str:
    """That it is set, and when the first lists go out."""
    if day == on:
        lists = f"the first lists go out by email on {uk_day(calendar.add(on, 1).due)}"
        return f"The service goes live now: duties are raised within minutes, and {lists} at the latest."
    first = day if calendar.is_working_day(day) else calendar.add(day, 1).due
    return f"The service goes live on {uk_day(day)}. The first lists go out by email on {uk_day(first)}."


def _day(row: GoLive | None) -> str:
    if row is None:
        return "Not set"
    return ALWAYS if row.day == BEFORE_ALL else uk_day(row.day)


def _history(row: GoLive) -> Table:
    """Each day that was set, the latest first."""
    settings = row.history.filter(begun_at=None).select_related("set_by").order_by("-pgh_id")  # type: ignore[attr-defined]
    lines = [
        [uk_date(one.day), Cell(one.set_by.full_name, note=uk_moment(one.set_at)), one.reason or "Not said"]
        for one in settings
    ]
    return Table("Days that were set", COLUMNS, lines, row_heads=True, stack=True)
