"""Pages by which the full name of an account is changed, and another e-mail address asked for."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from safeguarding.access import Permission, needs, person_of
from safeguarding.accounts import operations, people
from safeguarding.accounts.signin.fresh import signed_in_again
from safeguarding.clock import now
from safeguarding.pages.account_changes import WAITS, WILL_WAIT
from safeguarding.pages.people_forms import AddressForm, NameForm

NAME_FOLLOWS = (
    "It changes at once wherever the service shows who somebody is. What is written as words, such as who"
    " came to a conference, keeps the name that it has."
)
ADDRESS_FOLLOWS = (
    "Be sure that it is theirs: whoever reads it can set their password. Once it is confirmed they are signed"
    " out, are told at both addresses, and sign in with the new one. Their password and second check stay as"
    f" they are. {WILL_WAIT}"
)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_name(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Another full name: after a marriage, or where it was mistyped."""
    user = get_object_or_404(people.people(), ref=ref)
    back = reverse("user", args=[ref])
    form = NameForm(request.POST or None, name=user.full_name, back=back)
    by, at = person_of(request), now()
    if form.attempt(lambda: operations.change_name(user=user, **form.answers, by=by, at=at)):
        messages.success(request, "The name has been changed.")
        return redirect(back)
    context = {
        "form": form,
        "heading": f"Name of {user.full_name}",
        "title": "Name of a person",
        "follows": NAME_FOLLOWS,
        "back": back,
    }
    return render(request, "safeguarding/user_details.html", context)


@needs(Permission.MANAGE_USERS)
@require_http_methods(["GET", "POST"])
@signed_in_again
def user_address(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Ask that somebody signs in with another e-mail address."""
    user = get_object_or_404(people.people(), ref=ref)
    back = reverse("user", args=[ref])
    form = AddressForm(request.POST or None, back=back)
    by, at = person_of(request), now()
    if form.attempt(lambda: operations.ask_address(user=user, **form.answers, by=by, at=at)):
        messages.success(request, f"Asked for. {WAITS}")
        return redirect(back)
    context = {
        "form": form,
        "heading": f"Email address of {user.full_name}",
        "title": "Email address of a person",
        "now": user.email,
        "follows": ADDRESS_FOLLOWS,
        "back": back,
    }
    return render(request, "safeguarding/user_details.html", context)
