"""Duties that change at once: whoever writes a fact that a deadline stands on compares its duties anew.

No writer waits for a scan that runs: what it would change is compared when the scan is through.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
from collections.abc import Collection
from typing import Any

from django.db import connection, transaction
from kombu.exceptions import OperationalError

from conferences.models.duties import SUBJECT_FIELDS
from conferences.operations.copies_settled import settle_records
from conferences.operations.documents_again import settle_again
from conferences.operations.duties import SCAN_LOCK, Compared, compare, held, running_of
from conferences.operations.thinking_time_raising import require_by_rule
from conferences.queries.clocks import clock_parameters, with_clocks
from conferences.queries.clocks.subjects import subjects_of
from conferences.rules.deadlines import DEADLINES, Code, Subject
from safeguarding.bankholidays import england
from safeguarding.celery import app
from safeguarding.clock import day_of
from safeguarding.golive.day import live_since
from safeguarding.models import Child, User
from safeguarding.models.base import ChildRecord
from safeguarding.policy.values import whole

log = logging.getLogger(__name__)
REFRESH_TASK = "conferences.tasks.refresh_duties"
# With a child's id: one at a time compares the duties of a child.
CHILD_LOCK = 4419
# What stands, as the statements of a scan read it.
WITH_STANDING = f"""
    WITH duty_standing AS (
        SELECT * FROM jsonb_to_recordset(%(standing)s::jsonb) AS standing (
            kind varchar, {", ".join(f"{field}_id bigint" for field in SUBJECT_FIELDS.values())},
            subject bigint, child_id bigint, due_date date, owner_id bigint, owner_role varchar
        )
    )
"""
# What runs, to ask who holds it.
WITH_RUNNING = f"""
    WITH running AS (
        SELECT * FROM jsonb_to_recordset(%(running)s::jsonb) AS running (
            kind varchar, {", ".join(f"{field}_id bigint" for field in SUBJECT_FIELDS.values())},
            subject bigint, child_id bigint, due_date date, owner bigint, met date, meeting date
        )
    )
"""
AMONG = f"AND ({' OR '.join(f'{field}_id = ANY(%(of_{field})s)' for field in SUBJECT_FIELDS.values())})"


def refresh(*records: ChildRecord, met_by: User | None, at: dt.datetime) -> None:
    """Compare the duties of all the children of these records anew, as the last of what an operation writes.

    In its transaction, so that both are seen or neither; what it meets is `met_by` whoever did it.
    """
    children = _children_of(records)
    require_by_rule(children, at=at)
    settle_records(children, writer=met_by, at=at)
    settle_again(children, writer=met_by, at=at)
    with connection.cursor() as cursor:
        # Not with a scan: whoever raised the same duty and has not ended would be waited for.
        cursor.execute("SELECT pg_try_advisory_xact_lock_shared(%s)", [SCAN_LOCK])
        is_free = bool(cursor.fetchone()[0])
    if is_free:
        _compare(children, met_by, at)
    else:
        transaction.on_commit(lambda: _ask(children))


def refresh_children(children: Collection[int], *, at: dt.datetime) -> None:
    """As refresh(), for a task: it waits while a scan runs."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock_shared(%s)", [SCAN_LOCK])
        _compare(sorted(children), None, at)


def _children_of(records: Collection[ChildRecord]) -> list[int]:
    found: set[int] = set()
    for record in records:
        path = type(record).CHILD_PATH
        if isinstance(record, Child):
            found.add(record.pk)
        elif path == "child":
            found.add(record.child_id)  # type: ignore[attr-defined]
        else:
            rows = type(record).objects.unscoped("whose duties stand on what was written")
            found |= set(rows.filter(pk=record.pk).values_list(path, flat=True))
    return sorted(found - {None})


def _ask(children: list[int]) -> None:
    """Have a worker do it when the scan is through. Where nobody can be asked, the next scan finds it."""
    try:
        app.send_task(REFRESH_TASK, [children], retry=False)
    except OperationalError:
        log.warning("No worker could be asked to refresh duties; the next scan does it.")


def _compare(children: list[int], by: User | None, at: dt.datetime) -> None:
    """Before the service is live nothing is raised, so nothing is compared."""
    if live_since(day_of(at)) is None:
        return
    subjects = _lock(children)
    if any(subjects.values()):
        standing = json.dumps(_standing(subjects, at), default=str)
        values = {"standing": standing, **{f"of_{SUBJECT_FIELDS[of]}": ids for of, ids in subjects.items()}}
        compare(Compared(WITH_STANDING, AMONG, values, by), on=day_of(at), at=at)


def _lock(children: list[int]) -> dict[Subject, list[int]]:
    """The subjects of these children's deadlines, when whoever compares the same ones is through."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, child::int) FROM unnest(%s::bigint[]) AS child",
            [CHILD_LOCK, children],
        )
    return subjects_of(children)


def _standing(subjects: dict[Subject, list[int]], at: dt.datetime) -> list[dict[str, object]]:
    """The duties that stand for these subjects at a moment, as rows by the names of their columns.

    Who holds what runs is asked for the few that run: with every deadline's own question in one statement the
    database took longer to plan it than to answer.
    """
    on = day_of(at)
    rows = {row.code: row for row in DEADLINES if subjects[row.subject]}
    selects = [
        f"{running_of(row)} AND subject = ANY(%(of_{SUBJECT_FIELDS[row.subject]})s)" for row in rows.values()
    ]
    statement = f"{with_clocks(rows)} {' UNION ALL '.join(selects)}"
    until = england().add(on, whole("REMINDER_NOTICE_WORKING_DAYS", on)).due
    values = {f"of_{SUBJECT_FIELDS[of]}": ids for of, ids in subjects.items()}
    running = _rows(statement, clock_parameters() | values | {"on": on, "at": at, "until": until})
    kinds = sorted({Code(str(row["kind"])) for row in running})
    if not kinds:
        return []
    each = [held(rows[kind], f"(SELECT * FROM running WHERE kind = '{kind}')") for kind in kinds]
    return _rows(
        WITH_RUNNING + " UNION ALL ".join(each), {"at": at, "running": json.dumps(running, default=str)}
    )


def _rows(statement: str, values: dict[str, Any]) -> list[dict[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
