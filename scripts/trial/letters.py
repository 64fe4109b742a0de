"""The mail server of the trial: takes every e-mail, and gives each person their link."""

from __future__ import annotations

import email
import email.policy
import re
import time

from scripts.trial.visitor import TrialError
from tests.running.postbox import Postbox

LINK = re.compile(r"https?://[^/\s]+(/account/password/link/\S+)")
SECONDS = 30


class Letters(Postbox):
    """A postbox whose e-mails may be read: (address, subject, text) in order."""

    def __init__(self) -> None:
        self.read: list[tuple[str, str, str]] = []
        super().__init__()

    def take(self, text: str) -> None:
        message = email.message_from_string(text, policy=email.policy.default)
        body = message.get_body(("plain",))
        words = body.get_content() if body else ""
        self.read.append((str(message["To"]), str(message["Subject"]), str(words)))

    def link(self, address: str) -> str:
        """The address, without its host, by which this person sets a password. Raises TrialError."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            texts = [text for to, _, text in self.read if address in to]
            if found := [match[1] for text in texts if (match := LINK.search(text))]:
                return found[-1]
            time.sleep(0.1)
        raise TrialError(f"No e-mail with a link came to {address}.")
