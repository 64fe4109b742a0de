"""Raising what is due, once, and telling of it by e-mail, once, whatever is killed in between.

The scan compares the duties that stand with those that were raised: a second scan, or a second beat, finds
nothing left to do. The e-mail owed is a row written in the same transaction; it is claimed with a lease and
counted before it is sent, so that neither a killed worker nor a poisoned address can lose or double the rest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.db.models import F, Q

from conferences.models import Duty, Notice
from conferences.queries.duties import facts
from conferences.rules.duties import DueDuty, DutyKind, Fact, closed_because, standing_duties
from safeguarding import audit
from safeguarding.bankholidays import england
from safeguarding.models import User
from safeguarding.policy.values import whole
from safeguarding.wording import uk_day

LEASE = dt.timedelta(seconds=60)
MOST_ATTEMPTS = 8
AT_ONCE = 50
# One scan at a time; the number is only a name for the lock.
SCAN_LOCK = 4417


@dataclass(frozen=True)
class Scanned:
    """What a scan did."""

    raised: int
    closed: int


def scan(*, on: dt.date, at: dt.datetime) -> Scanned:
    """Raise each duty that stands, close each that stands no longer; doing it again changes nothing."""
    known = facts(on)
    notice = whole("REMINDER_NOTICE_WORKING_DAYS", on)
    standing = standing_duties(known, on=on, notice_working_days=notice, calendar=england())
    with audit.acting_as(audit.system_user(), scan=on.isoformat()), transaction.atomic():
        _one_scan_at_a_time()
        closed = _close(standing, known, at)
        return Scanned(_raise(standing, at), closed)


def _one_scan_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SCAN_LOCK])


def _close(standing: Sequence[DueDuty], known: Iterable[Fact], at: dt.datetime) -> int:
    due = {duty.key: duty.due_date for duty in standing}
    by_key = {(fact.kind.value, fact.subject): fact for fact in known}
    closing: dict[str, list[int]] = {}
    for duty in Duty.objects.unscoped("reminders are owed whoever looks").filter(closed_at__isnull=True):
        key = (duty.kind, duty.subject)
        fact = by_key.get(key)
        if key in due and due[key] == duty.due_date:
            continue
        moved = key in due or (fact is not None and not fact.is_met and not fact.is_gone)
        closing.setdefault("MOVED" if moved else closed_because(fact), []).append(duty.pk)
    for because, ids in closing.items():
        Duty.objects.filter(pk__in=ids).update(closed_at=at, closed_because=because)
    return sum(len(ids) for ids in closing.values())


def _raise(standing: Sequence[DueDuty], at: dt.datetime) -> int:
    rows = Duty.objects.unscoped("reminders are owed whoever looks").filter(closed_at__isnull=True)
    raised = {(duty.kind, duty.subject): duty for duty in rows}
    new = [duty for duty in standing if duty.key not in raised]
    _hand_over(standing, raised)
    fresh = Duty.objects.bulk_create(
        [_row(duty, at) for duty in new],
        update_conflicts=True,
        unique_fields=["kind", "subject", "due_date"],
        # A day that moved away and came back opens its duty again.
        update_fields=["raised_at", "closed_at", "closed_because", "owner", "owner_role"],
    )
    _owe_notices(fresh, at)
    return len(fresh)


def _row(duty: DueDuty, at: dt.datetime) -> Duty:
    return Duty(
        kind=duty.kind.value,
        subject=duty.subject,
        child_id=duty.child,
        due_date=duty.due_date,
        owner_id=duty.owner,
        owner_role=duty.role,
        raised_at=at,
    )


def _hand_over(standing: Sequence[DueDuty], raised: dict[tuple[str, str], Duty]) -> None:
    """A duty that has passed to somebody else stays the same duty."""
    passed = []
    for duty in standing:
        row = raised.get(duty.key)
        if row and (row.owner_id, row.owner_role) != (duty.owner, duty.role):
            row.owner_id, row.owner_role = duty.owner, duty.role
            passed.append(row)
    Duty.objects.bulk_update(passed, ["owner", "owner_role"])


def _owe_notices(fresh: Sequence[Duty], at: dt.datetime) -> None:
    by_role: dict[str, list[int]] = {}
    for pk, role in User.objects.filter(is_active=True, is_system=False).values_list("pk", "role"):
        by_role.setdefault(role, []).append(pk)
    owed = [
        Notice(duty=duty, recipient_id=recipient, owed_at=at)
        for duty in fresh
        for recipient in _recipients(duty, by_role)
    ]
    Notice.objects.bulk_create(owed, ignore_conflicts=True)


def _recipients(duty: Duty, by_role: dict[str, list[int]]) -> list[int]:
    """The owner; where a role holds it, the people of the unit's own roles (a team reads its lists)."""
    if duty.owner_id:
        return [duty.owner_id]
    return (
        by_role.get(duty.owner_role, []) if duty.owner_role in ("STRATEGIC_LEAD", "BUSINESS_SUPPORT") else []
    )


def send_due(*, at: dt.datetime) -> int:
    """Send the e-mails that are owed, a handful at a time; returns how many went out."""
    sent = 0
    for notice in _claim(at):
        _send(notice)
        sent += Notice.objects.filter(pk=notice.pk, sent_at__isnull=True).update(sent_at=at)
    return sent


def _claim(at: dt.datetime) -> list[Notice]:
    """Take a handful that nobody holds, counted before they are sent: that stops a poisoned one.

    None to somebody switched off since, and none about what is done.
    """
    free = Q(lease_until_at__isnull=True) | Q(lease_until_at__lt=at)
    with transaction.atomic():
        owed = Notice.objects.filter(
            free,
            sent_at__isnull=True,
            attempts__lt=MOST_ATTEMPTS,
            recipient__is_active=True,
            duty__closed_at__isnull=True,
        )
        unclaimed = owed.select_for_update(skip_locked=True, of=("self",))
        ids = list(unclaimed.values_list("pk", flat=True)[:AT_ONCE])
        Notice.objects.filter(pk__in=ids).update(attempts=F("attempts") + 1, lease_until_at=at + LEASE)
    return list(Notice.objects.filter(pk__in=ids).select_related("duty", "recipient"))


def _send(notice: Notice) -> None:
    kind = next(k for k in DutyKind if k.value == notice.duty.kind)
    day = notice.duty.due_date
    words = (
        f"{kind.label}: by {uk_day(day)}.\n\n"
        "Sign in and go to My work to see what it is about. No names are sent by email.\n"
    )
    EmailMessage(
        subject="Something is due in child protection conferences",
        body=words,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[notice.recipient.email],
        # One for each notice, so that a repeat can be told from a second one.
        headers={"Message-ID": f"<{notice.message_id}@{settings.DEFAULT_FROM_EMAIL.partition('@')[2]}>"},
    ).send()
