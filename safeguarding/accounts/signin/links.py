"""The link by which somebody sets their password: made when it is shown or sent, kept nowhere, opens once."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.http import HttpRequest
from django.urls import reverse

from safeguarding.models import User


def password_path(user: User) -> str:
    """The address, without the host, at which this person sets a password within a day."""
    key = default_token_generator.make_token(user)
    return reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])


def send_welcome(request: HttpRequest, user: User) -> bool:
    """Send the link; False where the mail server did not take it."""
    url = request.build_absolute_uri(password_path(user))
    return _sent(request, "account/email/welcome", user.email, {"password_reset_url": url})


def send_reset_notice(request: HttpRequest, user: User) -> bool:
    """Tell somebody that an administrator took off their second check."""
    return _sent(request, "account/email/second_check_reset", user.email, {})


def send_address_notice(request: HttpRequest, address: str) -> bool:
    """Tell somebody, at the old or the new address, that they sign in with another one now."""
    return _sent(request, "account/email/address_changed", address, {})


def _sent(request: HttpRequest, template: str, address: str, context: dict[str, str]) -> bool:
    return bool(get_adapter(request).send_mail(template, address, context))
