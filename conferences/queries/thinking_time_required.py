"""What the rules of thinking time are asked of: a row for each child of a request that is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from conferences.queries.clocks.sql import local_day
from conferences.rules.thinking_time_required import Facts
from safeguarding.wording import LONDON

# Where children of a family are decided on differently, it counts as a difference since the later decision.
SPLIT = f"""
    SELECT max({local_day("a.answered_at")}) AS day FROM conferences_consultation c
        JOIN conferences_requestedchild s ON s.id = c.requested_child_id
        JOIN conferences_consultationanswer a ON a.consultation_id = c.id
    WHERE s.request_id = asked.request_id AND c.state IN ('AGREED', 'ANOTHER_WAY')
    HAVING count(DISTINCT c.state) = 2
        AND bool_or(c.requested_child_id = asked.id)
"""
# Beside the row of `split`.
DIFFERENCES = f"""
    SELECT array_agg(day ORDER BY day) AS days FROM (
        SELECT {local_day("d.recorded_at")} AS day FROM conferences_consultationdissent d
            JOIN conferences_consultation c ON c.id = d.consultation_id
        WHERE c.requested_child_id = asked.id
        UNION ALL
        SELECT {local_day("a.answered_at")} FROM conferences_consultationanswer a
            JOIN conferences_consultation c ON c.id = a.consultation_id
        WHERE c.requested_child_id = asked.id AND a.answer = 'ESCALATE'
        UNION ALL
        SELECT split.day WHERE split.day IS NOT NULL
    ) AS each
"""
MOVES = """
    SELECT array_agg(start_date ORDER BY start_date) AS days FROM (
        SELECT w.start_date, w.worker_id, lag(w.worker_id) OVER (ORDER BY w.start_date, w.id) AS before
        FROM safeguarding_allocation w
        WHERE w.child_id = asked.child_id AND w.worker_id IS NOT NULL AND NOT w.in_error
    ) AS each WHERE worker_id <> before AND start_date > p.start_date
"""
INCIDENTS = """
    SELECT array_agg(e.started_date ORDER BY e.started_date) AS days FROM conferences_enquiry e
    WHERE e.child_id = asked.child_id AND e.voided_at IS NULL AND e.started_date > p.start_date
"""
HELD = """
    SELECT max(m.held_date) AS day FROM conferences_conferencechild at
        JOIN conferences_conference m ON m.id = at.conference_id
    WHERE at.plan_id = p.id
"""
OPEN = f"""
    SELECT asked.id, asked.request_id, asked.plan_id,
        coalesce({local_day("b.starts_at")}, asked.due_date) AS meets,
        CASE WHEN replan.day IS NOT NULL
            THEN greatest(earlier.number, coalesce(asked.recorded_previous_plans, 0), 1) END AS plans,
        replan.day AS plans_on, p.start_date, greatest(held.day, p.start_date) AS last_held, moves.days,
        (SELECT count(*) FROM conferences_thinkingrequirement t
            WHERE t.plan_id = p.id AND t.trigger = 'WORKERS' AND t.requested_child_id <> asked.id),
        differences.days, split.day, incidents.days
    FROM conferences_requestedchild asked JOIN conferences_request r ON r.id = asked.request_id
        LEFT JOIN conferences_booking b ON b.request_id = r.id AND b.state IN ('BOOKED', 'HELD')
        LEFT JOIN conferences_plan p ON p.id = asked.plan_id AND p.end_date IS NULL
        LEFT JOIN LATERAL (
            SELECT min({local_day("c.raised_at")}) AS day FROM conferences_consultation c
            WHERE c.requested_child_id = asked.id AND c.cause = 'REPLAN'
        ) AS replan ON TRUE
        LEFT JOIN LATERAL (
            SELECT count(*) AS number FROM conferences_earlierplan e WHERE e.requested_child_id = asked.id
        ) AS earlier ON TRUE
        LEFT JOIN LATERAL ({HELD}) AS held ON TRUE
        LEFT JOIN LATERAL ({MOVES}) AS moves ON TRUE
        LEFT JOIN LATERAL ({SPLIT}) AS split ON TRUE
        LEFT JOIN LATERAL ({DIFFERENCES}) AS differences ON TRUE
        LEFT JOIN LATERAL ({INCIDENTS}) AS incidents ON TRUE
    WHERE r.state IN ('REQUESTED', 'BOOKED') AND (%(children)s::bigint[] IS NULL OR asked.request_id IN (
        SELECT request_id FROM conferences_requestedchild WHERE child_id = ANY(%(children)s)))
    ORDER BY asked.request_id, asked.id
"""


@dataclass(frozen=True)
class Asked:
    """A child of an open request, by ids, with the facts that the rules look at."""

    requested_child: int
    request: int
    plan: int | None
    facts: Facts


def open_asks(children: Collection[int] | None) -> list[Asked]:
    """The children of the open requests that are about these children, or (None) of all; in one query."""
    wanted = None if children is None else list(children)
    with connection.cursor() as cursor:
        cursor.execute(OPEN, {"zone": str(LONDON), "children": wanted})
        return [_ask_of(*row) for row in cursor.fetchall()]


def _ask_of(
    requested_child: int,
    request: int,
    plan: int | None,
    meets: dt.date,
    plans: int | None,
    plans_on: dt.date | None,
    start: dt.date | None,
    last_held: dt.date | None,
    moves: list[dt.date] | None,
    before: int,
    differences: list[dt.date] | None,
    split: dt.date | None,
    incidents: list[dt.date] | None,
) -> Asked:
    facts = Facts(
        meets=meets,
        plans=plans,
        plans_on=plans_on,
        plan_start=start,
        last_held=last_held,
        worker_days=tuple(moves or ()),
        workers_before=before,
        difference_days=tuple(differences or ()),
        split_day=split,
        incident_days=tuple(incidents or ()),
    )
    return Asked(requested_child, request, plan, facts)
