"""Another main role or team for somebody, and what they can do no more with it, which is handed on."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.handovers import HandoverForm
from conferences.operations import handovers as operations
from conferences.queries import handovers as queries
from conferences.queries.handovers import OpenWork
from conferences.views.handovers import people_for, say_passed
from conferences.views.presenters.handovers import work_rows
from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import people, teams
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now, today
from safeguarding.models import AccountChange, ChangeKind, Team, User
from safeguarding.pages.account_changes import DONE, WAITS, confirm_change, show_change
from safeguarding.pages.drafts import typed
from safeguarding.pages.people_forms import RoleForm, account_of
from safeguarding.rights import Held
from safeguarding.second_person import accounts as changes

CHANGED = "Changed. They have been signed out and will have the new rights when they sign in again."
AT_ONCE = "It is changed at once, and they are signed out. What they can do no more passes in the same step."


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def user_role(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Another role or team; where work would be left behind, the same page asks to whom it passes."""
    user, by, at = get_object_or_404(people.people(), ref=ref), person_of(request), now()
    back = reverse("user", args=[ref])
    choices: dict[str, Any] = {"teams": teams.teams(), "on": today(), "back": back}
    chosen = RoleForm(request.GET, **choices) if request.GET else None
    if chosen and chosen.is_valid() and chosen.answers["role"]:
        return _hand_on(request, user, **chosen.answers, back=back)
    form = RoleForm(request.POST or None, **choices, initial=account_of(user))
    done = form.attempt(
        lambda: operations.change_role_where_nothing_is_left(user=user, **form.answers, by=by, at=at)
    )
    if isinstance(done, OpenWork):
        wanted = {name: request.POST.get(name, "") for name in ("role", "team")}
        return redirect(f"{reverse('user_role', args=[ref])}?{urlencode(wanted)}")
    if done:
        asked = f"Asked for, as it gives more than they had. {WAITS}"
        messages.success(request, asked if isinstance(done, AccountChange) else CHANGED)
        return redirect(back)
    heading = f"Role and team of {user.full_name}"
    return render(request, "safeguarding/user_form.html", {"form": form, "heading": heading})


def _hand_on(request: HttpRequest, user: User, role: str, team: Team | None, back: str) -> HttpResponse:
    """The second step: what is open that they can do no more, and to whom it passes."""
    by, at, after = person_of(request), now(), queries.with_other(user, role, team)
    work = queries.open_work(user, at, after)
    if not work.passes:
        return redirect("user_role", ref=user.ref)
    asked = people_for(user, work, after)
    form = HandoverForm(typed(request), people=asked, button="Change and hand on", back=back)
    done = form.attempt(
        lambda: operations.change_role_and_pass_on(
            user=user, role=role, team=team, **form.given, by=by, at=at
        )
    )
    if done:
        say_passed(request, done, CHANGED)
        return redirect(back)
    values = {
        "heading": f"Change the role or team of {user.full_name} and hand on their work",
        "follows": AT_ONCE,
        "form": form,
        "back": back,
        "rows": work_rows(work),
        "passes": True,
        "last": [],
    }
    return render(request, "conferences/handovers/off.html", values)


@needs(Permission.CONFIRM_ACCOUNT)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def account_change(request: HttpRequest, ref: UUID) -> HttpResponse:
    """One change: what it is, what it gives, and the button that confirms it; of another role or team also to
    whom passes what they can do no more.
    """
    by, at = person_of(request), now()
    change = get_object_or_404(changes.seen(by), ref=ref)
    after = _after(change, by, at)
    work = queries.open_work(change.account, at, after) if change.account and after else None
    if not (change.account and after and work and work.passes):
        return confirm_change(request, change) if request.method == "POST" else show_change(request, change)
    asked, back = people_for(change.account, work, after), reverse("account_changes")
    form = HandoverForm(typed(request), people=asked, button="Confirm and hand on", back=back)
    done = form.attempt(
        lambda: operations.confirm_role_and_pass_on(change=change, **form.given, by=by, at=at)
    )
    if done:
        say_passed(request, done, DONE[ChangeKind.ROLE])
        return redirect(back)
    return show_change(request, change, form=form, work=work_rows(work))


def _after(change: AccountChange, by: User, at: dt.datetime) -> Held | None:
    """The roles and team that the person would confirm; None where it is not another role, nor theirs."""
    if change.kind != ChangeKind.ROLE or change.account is None:
        return None
    may = changes.to_confirm(by, today()).filter(pk=change.pk).exists()
    return queries.with_other(change.account, change.role, change.team) if may else None
