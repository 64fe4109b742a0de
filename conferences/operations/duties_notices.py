"""Sending the e-mails that were made, each once, whatever is killed in between and whoever cannot be reached.

Each e-mail is a row. It is claimed and counted before it is sent, tried by itself, and tried again in growing
steps for days: one address that refuses, or a mail server that is away, costs no other e-mail anything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from enum import Enum
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q, QuerySet

from conferences.models import Message
from conferences.operations.notices_messages import Hours, still_tells
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.heartbeats import marks
from safeguarding.models import Part

AT_ONCE = 50
# A try ends within it: a dozen exchanges with a mail server, each as long as EMAIL_TIMEOUT lets it wait.
LEASE = dt.timedelta(minutes=3)
# How long after each attempt the next one comes.
STEPS = [dt.timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30, 60, 120, 240)]
# Four days by the clock: a long weekend without a mail server is survived; after that somebody must look.
TRIED_FOR = dt.timedelta(hours=96)
REFUSED = "The mail server refuses this e-mail for good"
NEVER_TAKEN = "No mail server took it for four days"
PERMANENT = range(500, 600)
# So many failures in a row are the server's and not theirs: each may hang for as long as a mail server may.
ENOUGH = 3


class Outcome(Enum):
    """What came of trying to send one."""

    SENT = "it went out"
    FAILED = "it did not go out, and is tried again later"
    LEFT = "it is not to be tried again here"


def send_due(*, clock: Callable[[], dt.datetime]) -> int:
    """Send the e-mails that are owed, a handful at a time in the hours of the day; returns how many went out.

    None before the service is live.
    One that is refused for good is parked with the reason; one that cannot be sent now is tried again later.
    The clock is read anew for each, as each may wait for the mail server.
    """
    begun = clock()
    if live_since(day_of(begun)) is None:
        return 0
    hours = Hours.of(begun)
    return _send_all(_claim(begun), hours, clock) if begun in hours else 0


def _send_all(claimed: Sequence[Message], hours: Hours, clock: Callable[[], dt.datetime]) -> int:
    sent, fails = 0, 0
    mail = get_connection()
    try:
        for number, message in enumerate(claimed):
            if fails == ENOUGH or clock() not in hours:
                _release(claimed[number:])
                break
            outcome = _try(message, mail, clock)
            sent += outcome is Outcome.SENT
            fails = fails + 1 if outcome is Outcome.FAILED else 0
    finally:
        mail.close()
    return sent


def _claim(at: dt.datetime) -> list[Message]:
    """Take a handful that nobody tries at present, those at once first, each counted before it is sent.

    None to somebody switched off since.
    """
    free = Q(lease_until_at__isnull=True) | Q(lease_until_at__lte=at)
    with transaction.atomic():
        owed = Message.objects.filter(
            free, sent_at__isnull=True, parked_at__isnull=True, recipient__is_active=True
        )
        unclaimed = owed.select_for_update(skip_locked=True, of=("self",)).order_by("kind", "made_at", "pk")
        claimed = list(unclaimed.select_related("recipient")[:AT_ONCE])
        for message in claimed:
            message.attempts += 1
            message.lease_until_at = at + max(LEASE, _step(message))
        Message.objects.bulk_update(claimed, ["attempts", "lease_until_at"])
    return claimed


def _release(untried: Sequence[Message]) -> None:
    """Give back what was claimed and not tried, as it was; what somebody else has claimed since is theirs."""
    for attempts in {message.attempts for message in untried}:
        claimed = [message.pk for message in untried if message.attempts == attempts]
        own = Message.objects.filter(pk__in=claimed, attempts=attempts, sent_at__isnull=True)
        own.update(lease_until_at=None, attempts=attempts - 1)


def _step(message: Message) -> dt.timedelta:
    """How long after the attempt that is under way the next one comes."""
    return STEPS[min(message.attempts, len(STEPS)) - 1]


def _try(message: Message, mail: BaseEmailBackend, clock: Callable[[], dt.datetime]) -> Outcome:
    """Send one by itself. What is wrong with one is never raised: the others go on."""
    if not _renew(message, at := clock()) or not still_tells(message, at=at):
        return Outcome.LEFT
    try:
        _email(message, mail).send()
    except (OSError, SMTPException, ValueError) as error:
        # The next one is tried on a connection of its own.
        mail.close()
        return _fails(message, error, clock())
    _unsent(message).update(sent_at=clock())
    return Outcome.SENT


def _unsent(message: Message) -> QuerySet[Message]:
    return Message.objects.filter(pk=message.pk, sent_at__isnull=True)


def _renew(message: Message, at: dt.datetime) -> bool:
    """Hold it for a whole lease from now, as those before it may have taken long.

    False where somebody else has claimed it since its lease ran out: then it is theirs.
    """
    own = _unsent(message).filter(attempts=message.attempts, parked_at__isnull=True)
    return bool(own.update(lease_until_at=at + max(LEASE, _step(message))))


def _fails(message: Message, error: Exception, at: dt.datetime) -> Outcome:
    """Note what was wrong: parked, where no further attempt would send it; else it waits for its turn."""
    why = _why_never(error, waited=at - (message.tried_from_at or message.made_at))
    if why:
        _unsent(message).update(parked_at=at, parked_because=why)
    else:
        own = _unsent(message).filter(attempts=message.attempts)
        own.update(lease_until_at=at + _step(message))
    if why == REFUSED:
        return Outcome.LEFT
    # A worker that waits for a server has no time to try it apart.
    marks.fails(Part.MAIL, error, at=at)
    return Outcome.LEFT if why else Outcome.FAILED


def _why_never(error: Exception, *, waited: dt.timedelta) -> str:
    """Why no further attempt would send it; "" where one may. A ValueError is an address that is none."""
    codes = []
    if isinstance(error, SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
    if isinstance(error, SMTPDataError):
        codes = [error.smtp_code]
    if isinstance(error, ValueError) or (codes and all(code in PERMANENT for code in codes)):
        return REFUSED
    return NEVER_TAKEN if waited > TRIED_FOR else ""


def _email(message: Message, mail: BaseEmailBackend) -> EmailMessage:
    return EmailMessage(
        subject=message.subject,
        body=message.body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.recipient.email],
        # One for each row, so that a repeat can be told from a second one.
        headers={"Message-ID": f"<{message.ref}@{settings.DEFAULT_FROM_EMAIL.partition('@')[2]}>"},
        connection=mail,
    )
