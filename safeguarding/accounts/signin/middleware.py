"""What stands between a request and its page: is the session over, and is the second factor set up?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from safeguarding.access.views import policy_of
from safeguarding.accounts.signin import sessions
from safeguarding.accounts.signin.adapter import has_second_factor

GetResponse = Callable[[HttpRequest], HttpResponseBase]

# What somebody without a second factor may do, by the names of the addresses: set one up, or leave.
SETTING_UP = frozenset(
    [
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_logout",
    ]
)
# Whether the person has a second factor, once it is known in this session: the last one cannot be taken
# off, and an
# administrator who resets it ends the session.
SET_UP = "second_factor"


class SessionEndMiddleware:
    """Signs out whose session is over, before anything is read for them."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            if why := sessions.why_over(request):
                logout(request)
                messages.info(request, f"{why} Sign in to carry on where you were.")
            elif sessions.is_use(request):
                sessions.touch(request)
        return self.get_response(request)


class SecondFactorMiddleware:
    """Leads whoever has no second factor to set one up; until then nothing else opens."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        policy = policy_of(view)
        if (
            not settings.REQUIRE_SECOND_FACTOR
            or not request.user.is_authenticated
            or (policy and policy.public)
        ):
            return None
        if request.resolver_match and request.resolver_match.url_name in SETTING_UP:
            return None
        return None if _is_set_up(request) else HttpResponseRedirect(reverse("mfa_index"))


def _is_set_up(request: HttpRequest) -> bool:
    user = request.user
    if not request.session.get(SET_UP) and user.is_authenticated and has_second_factor(user):
        request.session[SET_UP] = True
    return bool(request.session.get(SET_UP))
