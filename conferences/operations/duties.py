"""Raising what is due, once, whatever is killed in between.

The scan compares the duties that stand with those that were raised: a second scan, or a second beat, finds
nothing left to do. What people are owed to be told is a row of the same transaction (duties_ladder).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from conferences.models import Duty
from conferences.models.duties import SUBJECT_FIELDS
from conferences.operations.consultations_second_reader import ask_others
from conferences.operations.copies_settled import settle_records
from conferences.operations.documents_again import settle_again
from conferences.operations.duties_golive import begin
from conferences.operations.duties_holders import HELD, held_as, may_decide, may_hold, sees
from conferences.operations.duties_ladder import owe_notices
from conferences.operations.thinking_time_raising import require_by_rule
from conferences.queries.clocks import CLOCKS, Clock, clock_name, clock_parameters, clocks, with_clocks
from conferences.queries.clocks.sql import local_day
from conferences.rules.deadlines import (
    DEADLINES,
    Code,
    Deadline,
)
from conferences.rules.deadlines_steps import ACTS, BEFORE_CONFERENCE, CONFERENCES
from safeguarding import audit
from safeguarding.accounts.leave import deputies
from safeguarding.bankholidays import england
from safeguarding.golive.day import live_since
from safeguarding.models import User
from safeguarding.policy.values import whole
from safeguarding.rights import Role

# One scan at a time; the number is only a name for the lock.
SCAN_LOCK = 4417
SUBJECTS = ", ".join(f"{field}_id" for field in SUBJECT_FIELDS.values())
SAME = f"""
    s.kind = d.kind AND s.child_id = d.child_id AND s.due_date = d.due_date AND s.subject = coalesce({
    ", ".join(f"d.{field}_id" for field in SUBJECT_FIELDS.values())
})
"""
# The booked conference that a consultation is about.
MEETING = f"""(
    SELECT min({local_day("b.starts_at")}) FROM conferences_consultation c
        JOIN conferences_requestedchild rc ON rc.id = c.requested_child_id
        JOIN conferences_booking b ON b.request_id = rc.request_id AND b.state = 'BOOKED'
    WHERE c.id = subject
)"""
STANDS_NO_LONGER = f"""
    SELECT id, kind, coalesce({SUBJECTS}), due_date FROM conferences_duty d
    WHERE closed_at IS NULL {{among}} AND NOT EXISTS (SELECT FROM duty_standing s WHERE {SAME})
"""
# What was given to somebody by name stays theirs, until a meeting has a chair: nobody else may do what is.
# What one put off, the next has not.
HAND_OVER = f"""
    UPDATE conferences_duty d
    SET owner_id = s.owner_id, owner_role = s.owner_role, given_to_id = NULL, put_off_until_date = NULL
    FROM duty_standing s
    WHERE {SAME} AND closed_at IS NULL AND (given_to_id IS NULL OR s.owner_role = '{Role.CHAIR}')
        AND (d.owner_id, d.owner_role) IS DISTINCT FROM (s.owner_id, s.owner_role)
"""
# A day that moved away and came back opens its duty again.
RAISE = f"""
    INSERT INTO conferences_duty
        (kind, {SUBJECTS}, child_id, due_date, owner_id, owner_role, raised_at, closed_because)
    SELECT kind, {SUBJECTS}, child_id, due_date, owner_id, owner_role, %(at)s, '' FROM duty_standing s
    WHERE NOT EXISTS (SELECT FROM conferences_duty d WHERE closed_at IS NULL AND {SAME})
    ON CONFLICT (kind, child_id, due_date, {SUBJECTS}) DO UPDATE SET raised_at = excluded.raised_at,
        closed_at = NULL, closed_because = '', owner_id = excluded.owner_id, owner_role = excluded.owner_role,
        met_by_id = NULL, given_to_id = NULL, put_off_until_date = NULL
    RETURNING id
"""
# Put off until a day that was early enough, before the conference's own day moved to an earlier one.
BRING_BACK = """
    UPDATE conferences_duty d SET put_off_until_date = NULL
    WHERE d.closed_at IS NULL AND d.put_off_until_date > %(on)s AND d.kind = ANY(%(before)s) AND EXISTS (
        SELECT FROM duty_standing s
        WHERE s.child_id = d.child_id AND s.kind = ANY(%(conferences)s) AND s.due_date < d.put_off_until_date
    )
"""
# Given to somebody who may no longer do it, who left, who sees the child no longer, or asked for it since.
TAKE_BACK = f"""
    UPDATE conferences_duty d SET given_to_id = NULL FROM safeguarding_user u
    WHERE u.id = d.given_to_id AND d.closed_at IS NULL AND NOT (
        u.is_active AND EXISTS (
            SELECT FROM unnest({HELD}) AS held (role) WHERE d.kind || ' ' || held.role = ANY(%(acts)s)
        ) AND {sees("d.child_id")}
        AND {may_decide("d")}
    )
"""
# What was given stays given where its day moves.
GIVE_ON = f"""
    UPDATE conferences_duty d SET given_to_id = u.id, owner_id = u.id, owner_role = o.owner_role
    FROM conferences_duty o JOIN safeguarding_user u ON u.id = o.given_to_id
    WHERE d.id = ANY(%(raised)s) AND d.owner_role <> '{Role.CHAIR}'
        AND o.closed_at = %(at)s AND o.closed_because = 'MOVED'
        AND o.kind = d.kind AND o.child_id = d.child_id
        AND ({", ".join(f"o.{field}_id" for field in SUBJECT_FIELDS.values())})
            IS NOT DISTINCT FROM ({", ".join(f"d.{field}_id" for field in SUBJECT_FIELDS.values())})
"""


@dataclass(frozen=True)
class Scanned:
    """What a scan did."""

    raised: int
    closed: int


@dataclass(frozen=True)
class Compared:
    """With which of the raised duties those that stand are compared, and where these are read from.

    For a scan all of them, and a table of its own; else `with_standing` stands before each statement, `among`
    among the conditions on the raised ones, and both have their `values`.
    """

    with_standing: str = ""
    among: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    by: User | None = None


def scan(*, on: dt.date, at: dt.datetime) -> Scanned:
    """Raise each duty that stands, close each that stands no longer; doing it again changes nothing.

    A duty stands while its clock runs, its act is possible, and its day lies within the notice that is given.
    Before the service is live none is raised.
    """
    live = live_since(on)
    if live is None:
        return Scanned(0, 0)
    notice = whole("REMINDER_NOTICE_WORKING_DAYS", on)
    with audit.acting_as(audit.system_user(), scan=on.isoformat()), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SCAN_LOCK])
            require_by_rule(None, at=at)
            settle_records(None, writer=None, at=at)
            settle_again(None, writer=None, at=at)
            ask_others(at=at)
            cursor.execute(
                _standing(), clock_parameters() | {"on": on, "at": at, "until": england().add(on, notice).due}
            )
            cursor.execute("ANALYZE duty_standing")
            cursor.execute(TAKE_BACK, {"acts": ACTS, "at": at})
            cursor.execute(
                BRING_BACK, {"on": on, "before": [*BEFORE_CONFERENCE], "conferences": [*CONFERENCES]}
            )
        scanned = compare(Compared(), on=on, at=at)
        begin(at=at)
        owe_notices(SAME, live=live, on=on, at=at, deputies=deputies(on))
        return scanned


def compare(compared: Compared, *, on: dt.date, at: dt.datetime) -> Scanned:
    """Close what stands no longer and raise what is not raised yet, in a transaction."""
    closed = _close(compared, on, at)
    return Scanned(_raise(compared, at), closed)


def _standing() -> str:
    """The duties that stand, a row for each child, in a table of their own until the commit."""
    selects = [standing_of(row) for row in DEADLINES]
    return (
        "DROP TABLE IF EXISTS duty_standing; CREATE TEMPORARY TABLE duty_standing ON COMMIT DROP AS "
        f"{with_clocks(CLOCKS)} {' UNION ALL '.join(selects)}"
    )


def standing_of(row: Deadline) -> str:
    """SELECT of the duties of a deadline that stand on the day %(on)s, due by %(until)s."""
    return held(row, f"({running_of(row)})")


def running_of(row: Deadline) -> str:
    """As standing_of(), of what runs, whoever may hold it: `owner` is whose the clock says it is."""
    subjects = ", ".join(
        f"{'subject' if of is row.subject else 'NULL::bigint'} AS {field}_id"
        for of, field in SUBJECT_FIELDS.items()
    )
    meeting = MEETING if row.is_question else "NULL::date"
    return f"""
        SELECT '{row.code}' AS kind, {subjects}, subject, child_id, due AS due_date, owner, met,
            {meeting} AS meeting
        FROM {clock_name(row.code)} CROSS JOIN unnest(children) AS child_id
        WHERE started <= %(on)s AND due <= %(until)s AND is_ready
            AND (met IS NULL OR met > %(on)s) AND (gone IS NULL OR gone > %(on)s)
    """


def held(row: Deadline, running: str) -> str:
    """SELECT of what runs of a deadline (a query with the columns of running_of) and of who holds it.

    Whose it is holds it while they may do it and see the child (at %(at)s); else those of its role do.
    """
    return f"""
        SELECT kind, {SUBJECTS}, subject, child_id, due_date, u.id AS owner_id,
            coalesce({held_as(row)}, '{row.role}') AS owner_role, met, meeting
        FROM {running} AS running
            LEFT JOIN safeguarding_user u ON u.id = owner AND {may_hold(row, "child_id")}
    """


def _close(compared: Compared, on: dt.date, at: dt.datetime) -> int:
    """Close what stands no longer, each with why; returns how many."""
    no_longer = STANDS_NO_LONGER.format(among=compared.among)
    with connection.cursor() as cursor:
        cursor.execute(compared.with_standing + no_longer, compared.values)
        over = cursor.fetchall()
    by_kind: dict[str, list[int]] = {}
    for _, kind, subject, _ in over:
        by_kind.setdefault(kind, []).append(subject)
    known: dict[tuple[str, int], list[Clock]] = {}
    for kind, subjects in by_kind.items():
        for clock in clocks([Code(kind)], subjects=subjects):
            known.setdefault((kind, clock.subject), []).append(clock)
    closing: dict[str, list[int]] = {}
    for pk, kind, subject, due in over:
        closing.setdefault(closed_because(known.get((kind, subject), ()), due, on), []).append(pk)
    for because, ids in closing.items():
        met_by = compared.by if because == "MET" else None
        Duty.objects.filter(pk__in=ids).update(closed_at=at, closed_because=because, met_by=met_by)
    return len(over)


def closed_because(of_subject: Sequence[Clock], due: dt.date, on: dt.date) -> str:
    """Why a duty with this day is over, by the clocks of its subject: met, moved to another day, or gone."""
    own = [clock for clock in of_subject if clock.due == due]
    if any(clock.met is not None for clock in own):
        return "MET"
    if not own and any(clock.is_open(on) for clock in of_subject):
        return "MOVED"
    return "MET" if not own and of_subject and of_subject[-1].met is not None else "GONE"


def _raise(compared: Compared, at: dt.datetime) -> int:
    """Raise what is not raised yet, and hand over what has passed to somebody else, as the same duty."""
    with connection.cursor() as cursor:
        cursor.execute(compared.with_standing + HAND_OVER, compared.values)
        cursor.execute(compared.with_standing + RAISE, {**compared.values, "at": at})
        ids = [pk for (pk,) in cursor.fetchall()]
        if ids:
            cursor.execute(GIVE_ON, {"raised": ids, "at": at})
    return len(ids)
