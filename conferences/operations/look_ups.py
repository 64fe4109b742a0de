"""What became of children is looked up by the service itself, and kept as it was found. Done again it changes
nothing.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db import DatabaseError, connection, transaction

from conferences.models import LookUp
from conferences.queries.look_ups_due import LookDueOf, due_look_ups
from conferences.queries.look_ups_facts import Record, record_of
from conferences.rules.look_ups import Subject
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.models import User
from safeguarding.operation import lock_all, operation
from safeguarding.rights import Permission

log = logging.getLogger(__name__)
# One at a time; the number is only a name for the lock.
LOOK_UPS_LOCK = 4422
AT_ONCE = 200


@dataclass(frozen=True)
class LookedUp:
    """What a turn did; `failed` are those left to the next turn."""

    made: int = 0
    failed: int = 0


def look_up(*, at: dt.datetime, made_at: Callable[[dt.date], dt.datetime] | None = None) -> LookedUp:
    """Look up what came to its day by the day of `at`, from the record as it stands. Before the service is
    live nothing is. One that the database refuses keeps back no other, and is tried at the next turn.

    `made_at`: the moment of each by the day on which it was due, for a past that is told at once; all are
    made at `at` without it.
    """
    on = day_of(at)
    live = live_since(on)
    if live is None:
        return LookedUp()
    system = audit.system_user()
    made = failed = 0
    with audit.acting_as(system, look_ups=on.isoformat()), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOOK_UPS_LOCK])
        due = due_look_ups(on, live)
        for first in range(0, len(due), AT_ONCE):
            some = due[first : first + AT_ONCE]
            record = record_of({one.child for one in some}, on)
            rows = [_row(one, record, made_at(one.due) if made_at else at) for one in some]
            kept = _keep_all(rows, system, at)
            made, failed = made + kept, failed + len(rows) - kept
    return LookedUp(made, failed)


def _row(one: LookDueOf, record: Record, at: dt.datetime) -> LookUp:
    became = record.became(one.child, one.since, one.due, one.after)
    return LookUp(
        child_id=one.child,
        answer_id=one.subject if one.after is Subject.DECISION else None,
        plan_id=one.subject if one.after is Subject.PLAN_END else None,
        months=one.months,
        since_date=one.since,
        due_date=one.due,
        found=became.gravest,
        told=[found.as_json() for found in became.found],
        not_known=became.not_known,
        looked_at=at,
    )


def _keep_all(rows: Sequence[LookUp], system: User, at: dt.datetime) -> int:
    """How many were kept: all together, or one by one where the database refuses any."""
    if _keep(rows, system, at):
        return len(rows)
    return sum(_keep([row], system, at) for row in rows)


def _keep(rows: Sequence[LookUp], system: User, at: dt.datetime) -> bool:
    try:
        with transaction.atomic():
            kept = LookUp.objects.bulk_create(rows)
            audit.record_all("look_up.made", kept, by=system, at=at)
    except DatabaseError:
        if len(rows) == 1:
            log.exception("look_up")
        return False
    return True


@operation(needs=Permission.DECIDE_CONSULTATION)
def mark_seen(*, look_ups: Sequence[LookUp], by: User, at: dt.datetime) -> int:
    """Note that somebody who decides consultations saw what was found: whoever says so first stands there.

    How many of them nobody had seen.
    """
    unseen = [one for one in lock_all(look_ups) if one.seen_at is None]
    LookUp.objects.filter(pk__in=[one.pk for one in unseen]).update(seen_by=by, seen_at=at)
    audit.record_all("look_up.seen", unseen, by=by, at=at)
    return len(unseen)
