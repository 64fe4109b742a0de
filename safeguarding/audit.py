"""What was done, by whom: one function that writes it, and refuses somebody who is nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

import pghistory
from django.db import connection, models, transaction

from safeguarding.models import AuditEntry, User


class AnonymousActor(RuntimeError):
    """Something was to be done by nobody: a fault in the code that asked."""


def record(
    event: str, subject: models.Model, *, by: User, at: dt.datetime, detail: dict[str, Any] | None = None
) -> AuditEntry:
    """Write that `by` did `event` to `subject`, in the transaction of the deed itself.

    `event` is a dotted name ("child.restricted"); `detail` holds codes, ids and dates, never names or free
    text. Raises AnonymousActor without a saved user, TransactionManagementError outside a transaction.
    """
    return record_all(event, [subject], by=by, at=at, detail=detail)[0]


def record_all(
    event: str,
    subjects: Iterable[models.Model],
    *,
    by: User,
    at: dt.datetime,
    detail: dict[str, Any] | None = None,
) -> list[AuditEntry]:
    """As record(), of many subjects at once: an entry for each, in one statement."""
    if not isinstance(by, User) or by.pk is None:
        raise AnonymousActor(f"{event} needs the person who did it.")
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            f"{event} must be recorded in the transaction of the deed."
        )
    entries = [
        AuditEntry(
            event=event,
            subject_model=subject._meta.label_lower,
            subject_id=subject.pk,
            done_by=by,
            done_at=at,
            detail=detail or {},
        )
        for subject in subjects
    ]
    return AuditEntry.objects.bulk_create(entries)


# By hand: every page writes it, and a list may show a hundred children.
VIEWED = """
    INSERT INTO safeguarding_readlog (child_id, user_id, view_name, kind, read_at, request_id)
    SELECT child, %s, %s, %s, %s, %s FROM unnest(%s::bigint[]) AS child
"""


def note_viewed(
    children: Collection[int], *, by: User, view_name: str, kind: str, request_id: UUID, at: dt.datetime
) -> None:
    """Write a row for each child (by id) whom one answer shows; one statement, which needs no transaction."""
    with connection.cursor() as cursor:
        cursor.execute(VIEWED, [by.pk, view_name, kind, at, request_id, sorted(children)])


def acting_as(user: User, **what: Any) -> AbstractContextManager[Any]:
    """Within it every write stands in the history under `user`; `what` holds codes and ids, never names."""
    if user.pk is None:
        raise AnonymousActor("Writes need the person behind them.")
    context: AbstractContextManager[Any] = pghistory.context(user=user.pk, **what)
    return context


SYSTEM_EMAIL = "system@invalid.example"


def system_user() -> User:
    """The system as an actor: what commands and tasks do for nobody in particular. It cannot sign in."""
    user, made = User.objects.get_or_create(
        email=SYSTEM_EMAIL,
        defaults={
            "full_name": "The system",
            "role": "SYSTEM_ADMINISTRATOR",
            "is_active": False,
            "is_system": True,
        },
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user
