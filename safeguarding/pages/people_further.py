"""Pages of the further roles of an account: which it has and had, one asked for."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import operations, people
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import day_of, now, today
from safeguarding.models import HeldRole, User
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.pages.account_changes import WAITS
from safeguarding.pages.people_forms import FurtherRoleForm
from safeguarding.policy.words import role_words
from safeguarding.wording import uk_date

COLUMNS = ("Role", "From", "Until", "Given and ended by", "What you can do")


def further_table(user: User, on: dt.date, *, may_end: bool) -> Table:
    """Each further role with its days, those held now first."""
    held = sorted(people.further_roles(user), key=lambda one: one.until_at is not None)
    rows = [_row(user, one, on, may_end=may_end) for one in held]
    return Table("Further roles", [Column(words) for words in COLUMNS], rows, "None.", stack=True)


def _row(user: User, one: HeldRole, on: dt.date, *, may_end: bool) -> list[Cell | str]:
    """In the words of today while it is held, and of its last day afterwards."""
    words = role_words(one.role, day_of(one.until_at) if one.until_at else on)
    by = f"{one.given_by} and {one.ended_by}" if one.ended_by else str(one.given_by)
    ends = may_end and not one.until_at
    end = Cell(f"End {words}", href=reverse("user_further_end", args=[user.ref, one.role])) if ends else "–"
    return [words.first, uk_date(one.from_at), uk_date(one.until_at) or "–", by, end]


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_further(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Ask that the person holds a role besides those they have."""
    user = get_object_or_404(people.people(), ref=ref)
    back = reverse("user", args=[ref])
    form = FurtherRoleForm(request.POST or None, held=user.roles, on=today(), back=back)
    by, at = person_of(request), now()
    if form.attempt(lambda: operations.ask_further_role(user=user, **form.answers, by=by, at=at)):
        messages.success(request, f"Asked for. {WAITS}")
        return redirect(back)
    heading = f"A further role for {user.full_name}"
    context = {"form": form, "heading": heading, "title": "A further role", "back": back}
    return render(request, "safeguarding/user_further.html", context)
