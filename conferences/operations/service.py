"""Sending emails again that were given up, once what was wrong is put right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from conferences.models import Message
from safeguarding.audit import record
from safeguarding.models import User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission

NOT_PARKED = "This email is not among those given up: it was sent meanwhile, or waits to be."


@operation(needs=Permission.LOOK_AFTER_SERVICE)
def send_again(*, message: Message, by: User, at: dt.datetime) -> None:
    """Let one be tried again for four days more. Raises Refused where it was not given up."""
    found = lock(message)
    if found.parked_at is None:
        raise Refused(NOT_PARKED)
    _release([found], by, at)


@operation(needs=Permission.LOOK_AFTER_SERVICE)
def send_all_again(*, by: User, at: dt.datetime) -> int:
    """Let all be tried again; returns how many."""
    found = lock_rows(Message.objects.filter(parked_at__isnull=False))
    _release(found, by, at)
    return len(found)


def _release(messages: Sequence[Message], by: User, at: dt.datetime) -> None:
    for message in messages:
        message.parked_at, message.parked_because = None, ""
        message.attempts, message.lease_until_at, message.tried_from_at = 0, None, at
        record("message.sent_again", message, by=by, at=at)
    fields = ["parked_at", "parked_because", "attempts", "lease_until_at", "tried_from_at"]
    Message.objects.bulk_update(messages, fields)
