"""How the secrets of authenticator apps are sealed in the database, and sealed anew when the key changes."""

from __future__ import annotations

import base64
import logging
import secrets
from typing import Any

from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

log = logging.getLogger(__name__)
# Where an authenticator keeps what is sealed.
SEALED = ("secret", "seed", "migrated_codes")


def seal(text: str) -> str:
    """Seal with the present key."""
    return _seal().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Open what the present or an earlier key sealed (SECRET_KEY_FALLBACKS).

    What neither opens gives words that nobody knows: then no code is right, and the log says why.
    """
    try:
        return _seal().decrypt(sealed.encode()).decode()
    except InvalidToken:
        log.error("second_factor_sealed_by_a_key_that_is_gone")
        return base64.b32encode(secrets.token_bytes(20)).decode()


def seal_anew() -> tuple[int, int]:
    """Seal everything with the present key: how many were, and how many no key opens."""
    done = closed = 0
    for one in Authenticator.objects.order_by("pk"):
        before = {key: one.data[key] for key in SEALED if key in one.data}
        try:
            after = one.data | {key: _rotated(value) for key, value in before.items()}
        except InvalidToken:
            closed += 1
            continue
        # Not where its owner changed it meanwhile: that was sealed with the present key.
        Authenticator.objects.filter(pk=one.pk, data=one.data).update(data=after)
        done += bool(before)
    return done, closed


def _rotated(value: Any) -> Any:
    if isinstance(value, list):
        return [_rotated(one) for one in value]
    return _seal().rotate(value.encode()).decode()


def _seal() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str | bytes) -> bytes:
    secret = key.encode() if isinstance(key, str) else key
    derived = HKDF(SHA256(), 32, salt=None, info=b"safeguarding.accounts.signin.second-factor").derive(secret)
    return base64.urlsafe_b64encode(derived)
