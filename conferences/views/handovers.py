"""Switching an account off, with what is open of its work, and handing that on."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.handovers import HandoverForm
from conferences.models import WorkHandover
from conferences.operations import handovers as operations
from conferences.queries import handovers as queries
from conferences.queries.handovers import OpenWork
from conferences.views.presenters.handovers import handover_rows, passed_words, work_rows
from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import operations as accounts
from safeguarding.accounts import people
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now
from safeguarding.models import User
from safeguarding.pages.drafts import typed

OFF = "The account has been switched off."


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def user_off(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Switch an account off and hand on its open work; of one that is off, what is still open."""
    user, by, at = get_object_or_404(people.people(), ref=ref), person_of(request), now()
    work, back = queries.open_work(user, at), reverse("user", args=[ref])
    if user.is_active and not work.is_any:
        return _switch_off(request, user)
    button = "Switch off and hand on" if user.is_active else "Hand on"
    form = HandoverForm(typed(request), people=_people(user, work), button=button, back=back)
    done = form.attempt(lambda: operations.pass_work_on(user=user, **form.given, by=by, at=at))
    if done:
        _say(request, done, was_on=user.is_active)
        return redirect(back)
    values = {
        "account": user,
        "form": form,
        "back": back,
        "rows": work_rows(work),
        "is_any": work.is_any,
        "last": handover_rows(queries.last_handover(user)),
    }
    return render(request, "conferences/handovers/off.html", values)


def _switch_off(request: HttpRequest, user: User) -> HttpResponse:
    """Nothing of theirs is open: it is only asked whether."""
    if request.method == "POST":
        accounts.switch_off(user=user, by=person_of(request), at=now())
        messages.success(request, OFF)
        return redirect("user", ref=user.ref)
    values = {
        "account": user,
        "heading": f"Switch off the account of {user.full_name}?",
        "follows": "They will be signed out at once and cannot sign in. None of their work is open.",
        "button": "Switch off",
    }
    return render(request, "safeguarding/user_confirm.html", values)


def _people(user: User, work: OpenWork) -> dict[str, Iterable[User]]:
    """Whom each kind of which there is some may pass to."""
    found: dict[str, Iterable[User]] = {}
    if work.ahead or work.unsigned:
        found["chair"] = queries.chairs(user)
    if work.children:
        found["worker"] = queries.workers(user)
    if work.duties:
        found["duties_to"] = queries.takers_of_duties(user)
    return found


def _say(request: HttpRequest, done: WorkHandover, *, was_on: bool) -> None:
    messages.success(request, f"{OFF if was_on else ''} {passed_words(done)}".strip())
    if done.left:
        messages.warning(request, "Not all of it passed. What did not stands on the page of the open work.")
