"""The library's forms in this service's words and look. What they check is the library's."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.cache import cache
from django.core.validators import EmailValidator
from django.http import HttpRequest

from safeguarding.directory.naming import NO_ADDRESS
from safeguarding.pagekit.layout import GovField, Helper

# For each field: its label, its hint, and what to say when nothing was typed.
WORDS = {
    "login": ("Email address", "", "Enter your email address"),
    "email": ("Email address", "", "Enter your email address"),
    "password": ("Password", "", "Enter your password"),
    "oldpassword": ("Current password", "", "Enter your current password"),
    "password1": (
        "New password",
        "12 characters or more. Three words that have nothing to do with each other are easy to remember",
        "Enter a new password",
    ),
    "password2": ("New password again", "", "Enter the new password again"),
    "code": ("Code", "", "Enter the code"),
    "name": (
        "Name of the passkey",
        "So that you can tell it from others, for example “Work laptop”",
        "Enter a name",
    ),
    "passwordless": (
        "Let this passkey sign me in without my password",
        "It asks for your fingerprint, face or PIN each time",
        "",
    ),
}
CODE_KEPT_SECONDS = 3 * 60
WIDTHS = {"code": "10"}


class Worded:
    """A form whose fields get our words and whose helper draws them; for a library's form to inherit
    first.
    """

    hints: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, forms.Field] = self.fields  # type: ignore[attr-defined]
        for name, field in fields.items():
            _say(field, *WORDS.get(name, ("", "", "")), hint_here=self.hints.get(name, ""))
        shown = [GovField(name, width=WIDTHS.get(name, "two-thirds")) for name in fields]
        self.helper = Helper(*shown, tag=False)
        self.helper.disable_csrf = True


def _say(field: forms.Field, label: str, hint: str, missing: str, *, hint_here: str) -> None:
    field.widget.attrs.pop("placeholder", None)
    field.label = label or field.label
    field.help_text = hint_here or hint
    if missing:
        field.error_messages["required"] = missing
    if isinstance(field, forms.EmailField):
        field.error_messages["invalid"] = NO_ADDRESS
        field.validators = [EmailValidator(message=NO_ADDRESS)]


class LoginForm(Worded, account.LoginForm):  # type: ignore[misc]
    """Sign in with e-mail address and password."""


class ReauthenticateForm(Worded, account.ReauthenticateForm):  # type: ignore[misc]
    """The password again."""


class ChangePasswordForm(Worded, account.ChangePasswordForm):  # type: ignore[misc]
    """A new password for somebody who knows the old one."""


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password for somebody who came by a link."""


class ResetPasswordForm(Worded, account.ResetPasswordForm):  # type: ignore[misc]
    """Ask for a link. A known and an unknown address get the same answer here, and each gets a mail."""

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email = str(self.cleaned_data["email"])
        if self.users:
            return str(super().save(request, **kwargs))
        get_adapter(request).send_mail("account/email/unknown_account", email, {})
        return email


class OneUse:
    """A code opens once: it holds for a minute and a half, and the library remembers it for half a minute."""

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        used = f"signin.code.{self.user.pk}.{code.strip()}"  # type: ignore[attr-defined]
        if not cache.add(used, True, timeout=CODE_KEPT_SECONDS):
            raise get_adapter().validation_error("incorrect_code")
        return code


class AuthenticateForm(Worded, OneUse, mfa.AuthenticateForm):  # type: ignore[misc]
    """The second check at sign-in."""

    hints = {"code": "6 digits from your authenticator app, or one of your recovery codes"}


class ReauthenticateByCodeForm(Worded, OneUse, mfa.ReauthenticateForm):  # type: ignore[misc]
    """The second check again."""

    hints = {"code": "6 digits from your authenticator app, or one of your recovery codes"}


class ActivateTOTPForm(Worded, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of a new authenticator app."""

    hints = {"code": "The 6 digits that the app shows now"}


class AddWebAuthnForm(Worded, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey or security key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class EditWebAuthnForm(Worded, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name for a passkey."""
