"""What tests of sign-in do again and again: sign in for real, and give the newest code of an
authenticator app.
"""

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.account.internal.userkit import user_id_to_str
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from tests.factories import SECRET

PASSWORD = "three invented words"


def code(secret: str = SECRET, at: float | None = None) -> str:
    """The six digits that the app shows at a moment."""
    return format_hotp_value(hotp_value(secret, int(time.time() if at is None else at) // 30))


def with_password(user):
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return user


def give_password(client: Client, email: str, password: str = PASSWORD, **extra):
    return client.post(reverse("account_login"), {"login": email, "password": password, **extra})


def sign_in(client: Client, user):
    """Password and code, as at the door."""
    give_password(client, user.email)
    return client.post(reverse("mfa_authenticate"), {"code": code()})


def freshly(client: Client, user) -> Client:
    """Signed in without the door, as somebody who gave the password this minute."""
    client.force_login(user)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(user)
    session.save()
    return client
