"""Which way e-mail leaves, by one address (EMAIL_URL): plain, STARTTLS or TLS to a server, or GOV.UK Notify.

Pure. What cannot be used is refused with a sentence that never shows the address: it may hold a password.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit
from uuid import UUID

SMTP = "django.core.mail.backends.smtp.EmailBackend"
NOTIFY = "safeguarding.mail.notify.EmailBackend"
# Scheme: its usual port.
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
FORMS = (
    "smtp+starttls://user:password@host:587, smtps://user:password@host, smtp://host, notify://template-id"
)
# A name, then the service's id, then the secret, with hyphens between: both ids are UUIDs.
UUID_FORM = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
API_KEY = re.compile(rf".*?-?({UUID_FORM})-({UUID_FORM})", re.IGNORECASE)


class NoTransport(ValueError):
    """The address says no way that e-mail can leave by; the text ends "EMAIL_URL must be ..."."""


@dataclass(frozen=True)
class Transport:
    """One way. A server is told by host, port and the rest; Notify by its template's id alone."""

    backend: str
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False
    template: str = ""


@dataclass(frozen=True)
class ApiKey:
    """The two ids in a key of GOV.UK Notify."""

    service: str
    secret: str


def transport(address: str) -> Transport:
    """The way that an address names; raises NoTransport."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise NoTransport(f"an address like {FORMS}") from error
    if parts.path.strip("/") or parts.query or parts.fragment or not parts.hostname:
        raise NoTransport(f"an address like {FORMS}")
    if parts.scheme == "notify":
        return _notify(parts)
    if parts.scheme not in PORTS:
        raise NoTransport(f"an address like {FORMS}")
    return _server(parts, port or PORTS[parts.scheme])


def _server(parts: SplitResult, port: int) -> Transport:
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if parts.scheme == "smtp" and (user or password):
        raise NoTransport("smtp+starttls:// or smtps:// where it holds a password, which smtp:// would show")
    if bool(user) != bool(password):
        raise NoTransport("given both a user and a password, or neither")
    return Transport(
        SMTP,
        parts.hostname or "",
        port,
        user,
        password,
        starttls=parts.scheme == "smtp+starttls",
        tls=parts.scheme == "smtps",
    )


def _notify(parts: SplitResult) -> Transport:
    try:
        template = UUID(parts.netloc)
    except ValueError as error:
        raise NoTransport("notify:// followed by the id of the template, a UUID") from error
    return Transport(NOTIFY, template=str(template))


def api_key(text: str) -> ApiKey | None:
    """The ids in a key of GOV.UK Notify; None where it is no such key."""
    found = API_KEY.fullmatch(text.strip())
    return ApiKey(*found.groups()) if found else None
