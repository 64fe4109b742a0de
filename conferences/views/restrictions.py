"""The pages on which a second person opens a restricted record again. They show a child's number only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from conferences.operations import restrictions as operations
from conferences.queries.restrictions import waits_for_names
from conferences.views.presenters import restrictions as present
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.access import operations as access
from safeguarding.access.operations import Undone
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now, today
from safeguarding.labelled import label
from safeguarding.models import Outcome, ReadKind, RestrictionRemoval
from safeguarding.pagekit.components import Cell, Column, SummaryRow, Table
from safeguarding.pages.drafts import typed
from safeguarding.pages.people_forms import TurnDownForm
from safeguarding.second_person.removals import removals, still_to_confirm, to_confirm
from safeguarding.wording import uk_date, uk_moment


@needs(Permission.RESTRICT_CHILD, reads=ReadKind.LISTED)
@require_safe
def restricted_waiting(request: HttpRequest) -> HttpResponse:
    """The restricted records that are somebody's work who is not named for them."""
    table = present.waiting_table(waits_for_names(person_of(request), now()))
    return render(request, "conferences/restrictions/waiting.html", {"table": table})


@needs(Permission.CONFIRM_REMOVAL, reads=ReadKind.LISTED)
@require_safe
def restriction_removals(request: HttpRequest) -> HttpResponse:
    """The restricted records of which one person asked that they are opened again."""
    user = person_of(request)
    values = {
        "table": _table(still_to_confirm(user, today())),
        "restricts": can(user, Permission.RESTRICT_CHILD),
    }
    return render(request, "conferences/restrictions/list.html", values)


def _table(rows: Iterable[RestrictionRemoval]) -> Table:
    columns = [Column(words) for words in ("Child’s number", "Why", "Asked for by", "Lapses after")]
    return Table(
        "Waiting for a second person",
        columns,
        [_row(one) for one in rows],
        "Nothing waits.",
        row_heads=True,
        stack=True,
    )


def _row(one: RestrictionRemoval) -> list[Any]:
    link = Cell(one.child.la_child_id, href=reverse("restriction_removal", args=[one.ref]))
    return [link, label(Undone, one.why), f"{one.asked_by}, {uk_date(one.asked_at)}", uk_date(one.last_date)]


@needs(Permission.CONFIRM_REMOVAL)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def restriction_removal(request: HttpRequest, ref: UUID) -> HttpResponse:
    """One of them, with the button that opens the record."""
    user, on = person_of(request), today()
    found = get_object_or_404(removals(user), ref=ref)
    if request.method == "POST":
        operations.remove_restriction(removal=found, by=user, at=now())
        messages.success(request, "The record is open again. The people named for it are told.")
        return redirect("restriction_removals")
    waits = still_to_confirm(user, on).filter(pk=found.pk).exists()
    values = {
        "removal": found,
        "rows": _summary(found),
        "may_confirm": waits and to_confirm(user, on).filter(pk=found.pk).exists(),
        "is_own": waits and found.asked_by_id == user.pk,
    }
    return render(request, "conferences/restrictions/removal.html", values)


def _summary(one: RestrictionRemoval) -> list[SummaryRow]:
    child, rows = one.child, [SummaryRow("Child’s number", one.child.la_child_id)]
    if child.is_restricted:
        rows.append(SummaryRow("Restricted", f"{uk_date(child.restricted_at)}, by {child.restricted_by}"))
        rows.append(SummaryRow("Why it is restricted", child.restricted_reason))
    rows.append(SummaryRow("Why it is to be open again", label(Undone, one.why)))
    rows.append(SummaryRow("Asked for by", f"{one.asked_by}, {uk_moment(one.asked_at)}"))
    if not one.closed_at:
        return [*rows, SummaryRow("Lapses after", uk_date(one.last_date))]
    ending = f"{Outcome(one.outcome).label} by {one.closed_by}, {uk_moment(one.closed_at)}"
    why = [SummaryRow("Why", one.closed_reason)] if one.closed_reason else []
    return [*rows, SummaryRow("How it ended", ending), *why]


@needs(Permission.CONFIRM_REMOVAL)
@require_http_methods(["GET", "HEAD", "POST"])
def restriction_removal_end(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Withdraw what one asked for, or refuse what another did."""
    user, back = person_of(request), reverse("restriction_removal", args=[ref])
    found = get_object_or_404(removals(user), ref=ref)
    verb = "Withdraw" if found.asked_by_id == user.pk else "Refuse"
    form = TurnDownForm(typed(request, governing=True), button=verb, back=back)
    if form.attempt(lambda: access.end_removal(removal=found, **form.answers, by=user, at=now())):
        messages.success(request, "The record stays restricted.")
        return redirect("restriction_removals")
    heading = f"{verb} that this record is opened again?"
    values = {"form": form, "back": back, "heading": heading, "number": found.child.la_child_id}
    return render(request, "safeguarding/access_form.html", values)
