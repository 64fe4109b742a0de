"""The addresses of sign-in: those of the library that are needed, each with its policy and its reason."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path

from safeguarding.access import public, signed_in
from safeguarding.accounts.signin.views import change_password, remove_passkey, session, sign_out

nobody_yet = public("Nobody is signed in here yet.")
forgotten = public("Someone who forgot the password cannot be signed in.")
own = signed_in("Everyone keeps their own password and second check.")

urlpatterns = [
    path("sign-in", nobody_yet(account.login), name="account_login"),
    path("sign-in/second-check", nobody_yet(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey", nobody_yet(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("sign-out", sign_out, name="account_logout"),
    path("session", session, name="session"),
    path("switched-off", nobody_yet(account.account_inactive), name="account_inactive"),
    path("password/forgotten", forgotten(account.password_reset), name="account_reset_password"),
    path(
        "password/forgotten/sent", forgotten(account.password_reset_done), name="account_reset_password_done"
    ),
    re_path(
        r"^password/link/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        forgotten(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/set",
        forgotten(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("password", change_password, name="account_change_password"),
    path("again", own(account.reauthenticate), name="account_reauthenticate"),
    path("again/code", own(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("again/passkey", own(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("", own(mfa.index), name="mfa_index"),
    path("app", own(totp.activate_totp), name="mfa_activate_totp"),
    path("app/remove", own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("codes", own(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("codes/new", own(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("codes/download", own(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("passkeys", own(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("passkeys/add", own(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/name", own(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove", remove_passkey, name="mfa_remove_webauthn"),
]
