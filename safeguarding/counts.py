"""Counts that stand until what they were made of changes: a figure is counted once and read often.

The database says whether they still stand: each table they are made of notes the transactions that write to
it, and a count is kept with the snapshot it was made in. Nobody has to remember to let one go.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeVar

import pgtrigger
from django.db import connection, models

M = TypeVar("M", bound=type[models.Model])
Row = tuple[Any, ...]

NOTES_CHANGES = "notes_that_it_changed"
NOTE = """
INSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
RETURN NULL;
"""
# A change that the count's snapshot did not see puts the count out of date; so does another server, whose
# transactions are numbered anew. A count made amid one's own changes is never kept: those that follow it in
# the same transaction could not be told from those before it. Nor where keeping it could fail for another's
# sake: a stricter isolation refuses a row that somebody else kept meanwhile.
STANDING = """
SELECT
    (SELECT rows FROM safeguarding_keptcount AS kept
     WHERE key = %s AND server = (SELECT system_identifier FROM pg_control_system())
        AND NOT EXISTS (
            SELECT FROM safeguarding_tablechange
            WHERE transaction >= pg_snapshot_xmin(kept.snapshot::pg_snapshot)
                AND NOT pg_visible_in_snapshot(transaction, kept.snapshot::pg_snapshot)
        )),
    pg_current_snapshot()::text,
    pg_current_xact_id_if_assigned() IS NULL AND current_setting('transaction_read_only') = 'off'
        AND current_setting('transaction_isolation') = 'read committed'
"""
KEEP = """
INSERT INTO safeguarding_keptcount (key, rows, snapshot, server)
VALUES (%s, %s, %s, (SELECT system_identifier FROM pg_control_system()))
ON CONFLICT (key) DO UPDATE SET rows = excluded.rows, snapshot = excluded.snapshot,
    server = excluded.server, kept_at = excluded.kept_at
"""
# What every count that is still kept has seen, and what no count being made can have missed, need not be told
# any longer. A day is far more than the longest count takes.
SWEEP = """
DELETE FROM safeguarding_tablechange WHERE changed_at < now() - interval '1 day'
    AND transaction < least(
        pg_snapshot_xmin(pg_current_snapshot()),
        (SELECT min(pg_snapshot_xmin(snapshot::pg_snapshot)) FROM safeguarding_keptcount)
    )
"""
SWEEP_COUNTS = "DELETE FROM safeguarding_keptcount WHERE kept_at < now() - interval '7 days'"


def is_counted_from(model: M) -> M:
    """Class decorator of a model: whatever writes to its table puts the counts made of it out of date."""
    trigger = pgtrigger.Trigger(
        name=NOTES_CHANGES,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate,
        func=NOTE,
    )
    pgtrigger.register(trigger)(model)
    return model


def kept_rows(statement: str, parameters: Mapping[str, Any]) -> list[Row]:
    """The rows that a statement of counts gives now: as they were kept where nothing has changed, or anew.

    Every table it reads must be one that `is_counted_from`. Its rows hold numbers, codes and None alone: no
    name, and nothing that depends on who asks or when.
    """
    key = sha256(json.dumps([statement, parameters], default=str, sort_keys=True).encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [key])
        kept, snapshot, may_be_kept = cursor.fetchone()
        if kept is not None:
            return [tuple(row) for row in json.loads(kept)]
        cursor.execute(statement, parameters)
        rows = [tuple(row) for row in cursor.fetchall()]
        if may_be_kept:
            cursor.execute(KEEP, [key, json.dumps(rows), snapshot])
    return rows


def sweep() -> None:
    """Delete the counts of a week ago, and the changes that no count can have missed."""
    with connection.cursor() as cursor:
        cursor.execute(SWEEP_COUNTS)
        cursor.execute(SWEEP)
