"""How long before a consultation was raised the child's last plan had ended, as the bands of the figures."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import connection

from conferences.queries.clocks.sql import local_day
from conferences.rules.measures_became import NO_PLAN, RUNS
from conferences.rules.replans import BANDS, GapBand

# How long before it was asked the last plan ended, as conferences.rules.replans.gap_band counts it.
GAP = f"""CASE WHEN c.plan_id IS NOT NULL OR last.runs THEN '{RUNS}'
            {
    " ".join(
        f"WHEN raised.day < (last.day + make_interval(months => {months}))::date THEN '{band.value}'"
        for months, band in BANDS
    )
}
            WHEN last.day IS NOT NULL THEN '{GapBand.FROM_24.value}'
            WHEN last.plans > 0 OR rc.recorded_previous_plans > 0 THEN '{GapBand.UNKNOWN.value}'
            ELSE '{NO_PLAN}' END"""
# The plans before it: as they were found when the history was checked, else as they stand under the record.
BEFORE = """
    SELECT max(found.end_date) FILTER (WHERE found.end_date <= raised.day) AS day, count(*) AS plans,
        coalesce(bool_or(found.is_own AND coalesce(found.end_date, 'infinity') > raised.day), FALSE) AS runs
    FROM (
        SELECT e.end_date, FALSE AS is_own FROM conferences_earlierplan e
        WHERE e.requested_child_id = c.requested_child_id
        UNION ALL
        SELECT p.end_date, TRUE FROM conferences_plan p
        WHERE c.requested_child_id IS NULL AND p.child_id = c.child_id AND p.start_date <= raised.day
            AND NOT p.held_for_other_authority
        UNION ALL
        SELECT o.end_date, FALSE FROM conferences_planelsewhere o
        WHERE c.requested_child_id IS NULL AND o.child_id = c.child_id AND NOT o.in_error
            AND coalesce(o.start_date, '-infinity') <= raised.day
    ) AS found
"""
GAPS_OF = f"""
    SELECT c.id, {GAP}
    FROM conferences_consultation c
        LEFT JOIN conferences_requestedchild rc ON rc.id = c.requested_child_id
        CROSS JOIN LATERAL (SELECT {local_day("c.raised_at")} AS day) AS raised
        CROSS JOIN LATERAL ({BEFORE}) AS last
    WHERE c.id = ANY(%(consultations)s)
"""


def gaps_of(consultations: Collection[int]) -> dict[int, str]:
    """{consultation: the band}, of children in scope: one query."""
    with connection.cursor() as cursor:
        cursor.execute(GAPS_OF, {"zone": settings.TIME_ZONE, "consultations": list(consultations)})
        return dict(cursor.fetchall())
