"""Views of the library with something added: signing out, changing one's password, taking off a passkey."""

from __future__ import annotations

from allauth.account.views import logout, password_change
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import remove_webauthn
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from safeguarding.access import person_of, public, signed_in
from safeguarding.accounts.signin import sessions
from safeguarding.clock import now


@public("Whoever is signed out already may press the button again.")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; the browser drops its cache and storage. The server forgets the cookie itself."""
    response: HttpResponse = logout(request)
    if request.method == "POST":
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@signed_in("Everyone keeps their own password.")
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password for the old one; who has none yet is sent a link."""
    if not person_of(request).has_usable_password():
        return redirect("account_reset_password")
    response: HttpResponse = password_change(request)
    return response


@signed_in("Everyone keeps their own passkeys.")
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a passkey off, unless it is the last second check."""
    passkey = Authenticator.objects.filter(user=request.user.pk, pk=pk).first()
    if passkey and not get_adapter().can_delete_authenticator(passkey):
        messages.error(request, get_adapter().error_messages["cannot_delete_authenticator"])
        return redirect("mfa_list_webauthn")
    response: HttpResponse = remove_webauthn(request, pk=pk)
    return response


@public("It tells a browser how long its own session lasts, and nothing where there is none.")
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> HttpResponse:
    """How many seconds the session still lasts: unused, and in any case. Asking is no use of it; a POST,
    "Stay signed in", is.
    """
    return JsonResponse({"left": sessions.seconds_left(request, now())})
