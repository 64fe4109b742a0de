"""How allauth behaves here: nobody signs up, mail never fails a page, secrets are stored sealed."""

from __future__ import annotations

import logging
import smtplib
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse

from safeguarding import audit
from safeguarding.accounts.signin import sealing
from safeguarding.clock import now, today
from safeguarding.models import User
from safeguarding.policy.words import all_words

log = logging.getLogger(__name__)
SECOND_FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(user: User) -> bool:
    """Whether the person has an authenticator app or a passkey (recovery codes alone are none)."""
    return bool(Authenticator.objects.filter(user=user, type__in=SECOND_FACTORS).exists())


def recently_signed_in(request: HttpRequest, seconds: int) -> bool:
    """Whether this person gave a password or a second factor in this session within the last `seconds`."""
    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < seconds for record in records)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator; the rest follows from that."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is not right",
        "too_many_login_attempts": "Too many attempts. Wait 15 minutes, or sign in with a passkey",
        "incorrect_password": "The password is not right",
        "enter_current_password": "The current password is not right",
        "incorrect_code": "The code is not right. Enter the newest one",
        "rate_limited": "Too many attempts. Wait a minute and try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("mfa_index")

    def login(self, request: HttpRequest, user: User) -> None:
        super().login(request, user)
        with transaction.atomic():
            audit.record("user.signed_in", user, by=user, at=now())

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        log.warning("sign_in_failed")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """A password given a moment ago, at sign-in itself, is not asked for again."""
        return not recently_signed_in(self.request, settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> bool:
        """Whether the mail server took it. One that is down must not fail the page.

        Nor may it tell a known address from an unknown one.
        """
        try:
            more = {"council_name": settings.COUNCIL_NAME, "roles": all_words(today())}
            super().send_mail(template_prefix, email, context | more)
        except (smtplib.SMTPException, OSError) as error:
            log.error("mail_not_sent", extra={"template": template_prefix, "error": type(error).__name__})
            return False
        return True


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """The secrets of authenticator apps are sealed in the database; the last second factor cannot be
    taken off.
    """

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "The code is not right. Enter the newest one",
        "cannot_delete_authenticator": "Add another second check before you remove this one",
    }

    def encrypt(self, text: str) -> str:
        return sealing.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.unseal(encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=SECOND_FACTORS)
        return not settings.REQUIRE_SECOND_FACTOR or others.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        host: dict[str, str] = super().get_public_key_credential_rp_entity()
        return host | {"name": settings.COUNCIL_NAME}
