"""Switching an account off, or ending a further role, with what is open of it, and handing that on."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from conferences.forms.handovers import HandoverForm
from conferences.models import WorkHandover
from conferences.operations import handovers as operations
from conferences.queries import handovers as queries
from conferences.queries.handovers import OpenWork
from conferences.views.presenters.handovers import handover_rows, passed_words, still_open, work_rows
from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import operations as accounts
from safeguarding.accounts import people
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.pages.drafts import typed
from safeguarding.policy.words import role_words
from safeguarding.rights import Held

ROLE_ENDED = "Ended. They have been signed out."
TO_GIVE = "To give it again needs a second person."
OFF = "The account has been switched off."
OFF_AT_ONCE = (
    "They will be signed out at once and will not be able to sign in. Their open work passes in the same"
    " step."
)
ENDS_AT_ONCE = (
    "It ends at once. They are signed out and keep their other roles. What only this role may do passes in"
    " the same step."
)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def user_off(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Switch an account off and hand on its open work; of one that is off, what is still open."""
    user, by, at = get_object_or_404(people.people(), ref=ref), person_of(request), now()
    work, back = queries.open_work(user, at), reverse("user", args=[ref])
    if user.is_active and not work.passes:
        return _switch_off(request, user, work)
    button = "Switch off and hand on" if user.is_active else "Hand on"
    form = HandoverForm(typed(request), people=people_for(user, work), button=button, back=back)
    done = form.attempt(lambda: operations.pass_work_on(user=user, **form.given, by=by, at=at))
    if done:
        say_passed(request, done, OFF if user.is_active else "")
        return redirect(back)
    values = {
        "heading": f"Switch off the account of {user.full_name} and hand on their work"
        if user.is_active
        else f"Open work of {user.full_name}",
        "follows": OFF_AT_ONCE if user.is_active else "",
        "form": form,
        "back": back,
        "rows": work_rows(work),
        "is_any": work.is_any,
        "passes": work.passes,
        "last": handover_rows(queries.last_handover(user)),
    }
    return render(request, "conferences/handovers/off.html", values)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in_again
def user_further_end(request: HttpRequest, ref: UUID, role: str) -> HttpResponse:
    """End a further role at once, and hand on what is open of it."""
    user, by, at = get_object_or_404(people.people(), ref=ref), person_of(request), now()
    if role not in user.further_roles:
        raise Http404
    after, back = queries.without(user, role), reverse("user", args=[ref])
    work = queries.open_work(user, at, after)
    if not work.passes:
        return _end_role(request, user, role)
    asked = people_for(user, work, after)
    form = HandoverForm(typed(request), people=asked, button="End this role and hand on", back=back)
    done = form.attempt(lambda: operations.pass_work_on(user=user, role=role, **form.given, by=by, at=at))
    if done:
        say_passed(request, done, ROLE_ENDED)
        return redirect(back)
    values = {
        "heading": f"End the role {role_words(role, today())} of {user.full_name} and hand on its work",
        "follows": ENDS_AT_ONCE,
        "form": form,
        "back": back,
        "rows": work_rows(work),
        "passes": True,
        "last": [],
    }
    return render(request, "conferences/handovers/off.html", values)


def _end_role(request: HttpRequest, user: User, role: str) -> HttpResponse:
    """Nothing is open that only the holders of this role may do: it is only asked whether."""
    if request.method == "POST":
        accounts.end_further_role(user=user, role=role, by=person_of(request), at=now())
        messages.success(request, ROLE_ENDED)
        return redirect("user", ref=user.ref)
    values = {
        "account": user,
        "heading": f"End the role {role_words(role, today())} of {user.full_name}?",
        "follows": f"It ends at once. They are signed out and keep their other roles. {TO_GIVE}",
        "button": "End this role",
    }
    return render(request, "safeguarding/user_confirm.html", values)


def _switch_off(request: HttpRequest, user: User, work: OpenWork) -> HttpResponse:
    """Nothing of theirs passes to others: it is only asked whether."""
    if request.method == "POST":
        accounts.switch_off(user=user, by=person_of(request), at=now())
        messages.success(request, OFF)
        return redirect("user", ref=user.ref)
    values = {
        "account": user,
        "heading": f"Switch off the account of {user.full_name}?",
        "follows": f"They will be signed out at once and cannot sign in. {still_open(work)}",
        "button": "Switch off",
    }
    return render(request, "safeguarding/user_confirm.html", values)


def people_for(user: User, work: OpenWork, after: Held = queries.NOTHING) -> dict[str, Iterable[User]]:
    """Whom each kind of which there is some may pass to."""
    found: dict[str, Iterable[User]] = {}
    if work.ahead or work.unsigned:
        found["chair"] = queries.chairs(user)
    if work.children:
        found["worker"] = queries.workers(user)
    if work.duties or work.ideas:
        found["duties_to"] = queries.takers_of_duties(user, after)
    return found


def say_passed(request: HttpRequest, done: WorkHandover, ended: str) -> None:
    """What did not pass of a role stands nowhere else: whoever holds the account keeps it."""
    messages.success(request, f"{ended} {passed_words(done)}".strip())
    if done.left and done.person.is_active:
        messages.warning(request, f"Not all of it passed. {done.left}")
    elif done.left:
        messages.warning(request, "Not all of it passed. What did not stands on the page of the open work.")
