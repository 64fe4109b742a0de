"""E-mail by GOV.UK Notify, which is asked by its own reference before anything is sent.

Three calls of a small interface, so by the standard library: Notify's client would bring three packages.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from typing import IO, Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from safeguarding.mail.transports import ApiKey, api_key

BAD_REQUEST = 400
# More than any answer of Notify's has; what is longer, or takes longer in all, is none of its answers.
MOST_BYTES = 1_000_000
A_PIECE = 4096
# It took the e-mail and will try no more: the address does not exist.
DEAD = "permanent-failure"
# It took the e-mail and could not deliver it: one more may be sent.
UNDELIVERED = frozenset(["temporary-failure", "technical-failure"])


class NotifyUnavailable(OSError):
    """Notify cannot be reached, or takes nothing from this service now: to be tried again."""


class ProxyUnavailable(NotifyUnavailable):
    """Notify is asked by way of a proxy, and no answer comes back."""


class NotifyRefuses(ValueError):
    """Notify refuses this e-mail or its address for good."""


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Notify redirects nobody: where something between does, it is sent neither the key nor an e-mail."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class EmailBackend(BaseEmailBackend):
    """Django's mail through GOV.UK Notify: the template holds ((subject)) and ((body)).

    The reference is the local part of the Message-ID that the sender set; an e-mail without one (a link to
    set a password) is sent unasked.
    """

    def __init__(self, fail_silently: bool = False, **_: Any) -> None:
        super().__init__(fail_silently=fail_silently)
        self.template: str = settings.NOTIFY_TEMPLATE
        self.key = api_key(settings.NOTIFY_API_KEY)

    def open(self) -> bool:
        """Ask whether the key and the template are good; raises NotifyUnavailable. Nothing stays open."""
        self._call(f"/v2/template/{self.template}")
        return False

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send each to each address; raises NotifyUnavailable or NotifyRefuses at the first that fails."""
        for message in email_messages:
            for address in message.recipients():
                self._send(message, address)
        return len(email_messages)

    def _send(self, message: EmailMessage, address: str) -> None:
        reference = reference_of(message)
        if reference and self._has(reference):
            return
        taken = self._call(
            "/v2/notifications/email",
            {
                "email_address": address,
                "template_id": self.template,
                "personalisation": {"subject": str(message.subject), "body": str(message.body)},
                "reference": reference,
            },
        )
        if not taken.get("id"):
            raise NotifyUnavailable("answered without an id")

    def _has(self, reference: str) -> bool:
        """Whether Notify took an e-mail of this reference and delivered it, or still tries to."""
        query = urllib.parse.urlencode({"reference": reference, "template_type": "email"})
        found = self._call(f"/v2/notifications?{query}").get("notifications")
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise NotifyUnavailable("answered without a list")
        states = [str(one.get("status")) for one in found]
        if DEAD in states:
            raise NotifyRefuses("The address does not exist.")
        return any(state not in UNDELIVERED for state in states)

    def _call(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        if self.key is None:
            raise NotifyUnavailable("no key")
        request = urllib.request.Request(
            settings.NOTIFY_ADDRESS + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {token(self.key, int(time.time()))}",
                "Content-Type": "application/json",
            },
        )
        try:
            with OPENER.open(request, timeout=settings.EMAIL_TIMEOUT) as answer:
                return _read(answer)
        except urllib.error.HTTPError as error:
            raise _meaning(error) from None
        except WRONG as error:
            raise _unreached(error) from None


OPENER = urllib.request.build_opener(NoRedirects)
# Whatever a server, or something between, may answer instead of what Notify does.
WRONG = (OSError, http.client.HTTPException, ValueError, RecursionError)


def _read(answer: IO[bytes]) -> dict[str, Any]:
    """The object that an answer holds. Raises OSError where it is too long or too slow, ValueError for what
    is no such object.
    """
    ends, content = time.monotonic() + settings.EMAIL_TIMEOUT, b""
    while piece := answer.read1(A_PIECE):  # type: ignore[attr-defined]
        content += piece
        if len(content) > MOST_BYTES or time.monotonic() > ends:
            raise TimeoutError
    found = json.loads(content)
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found


def _unreached(error: Exception) -> NotifyUnavailable:
    """Where a proxy stands between, nobody here can tell which of the two does not answer."""
    scheme, _, rest = settings.NOTIFY_ADDRESS.partition("://")
    is_by_proxy = scheme in urllib.request.getproxies() and not urllib.request.proxy_bypass(rest)
    kind = ProxyUnavailable if is_by_proxy and isinstance(error, urllib.error.URLError) else NotifyUnavailable
    return kind(type(error).__name__)


def _meaning(error: urllib.error.HTTPError) -> Exception:
    """What an answer other than "taken" means. A template that is wrong is no fault of the e-mail's."""
    try:
        faults = _read(error).get("errors")
    except WRONG:
        faults = None
    listed = [one for one in faults if isinstance(one, Mapping)] if isinstance(faults, list) else []
    is_about_address = any("email_address" in str(one.get("message")) for one in listed)
    if error.code == BAD_REQUEST and is_about_address:
        return NotifyRefuses("Notify refuses the address.")
    return NotifyUnavailable(f"answered {error.code}")


def reference_of(message: EmailMessage) -> str | None:
    """The local part of the Message-ID that the sender chose, or None."""
    identity = str(message.extra_headers.get("Message-ID", ""))
    return identity.strip("<>").partition("@")[0] or None


def token(key: ApiKey, at: int) -> str:
    """What Notify knows this service by (a JSON Web Token, HS256), made at a moment in Unix seconds."""
    parts = [{"typ": "JWT", "alg": "HS256"}, {"iss": key.service, "iat": at}]
    text = b".".join(_encoded(json.dumps(part).encode()) for part in parts)
    signature = hmac.new(key.secret.encode(), text, hashlib.sha256).digest()
    return (text + b"." + _encoded(signature)).decode()


def _encoded(content: bytes) -> bytes:
    return base64.urlsafe_b64encode(content).rstrip(b"=")
