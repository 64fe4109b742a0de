"""The staged records into the record: set by set, keyed on the census's natural keys, later facts winning.

Nothing known is erased by a file that leaves it out; nothing recorded here is changed by a file; an older
file fills what is missing and undoes nothing. Each difference that stands is said as a fault.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import connection

from conferences.exchange.census.statements import beside, conferences, enquiries, people, plans
from conferences.exchange.census.statements.step import Step

LOCKED = (
    "safeguarding_child",
    "conferences_needepisode",
    "conferences_enquiry",
    "conferences_conferencechild",
    "conferences_plan",
)
STEPS: tuple[Step, ...] = (
    *people.STEPS,
    *enquiries.EPISODES,
    *enquiries.ENQUIRIES,
    *conferences.INITIAL,
    *plans.STEPS,
    *conferences.REVIEWS,
    *plans.BEGUN_AT,
    *plans.IN_NEED,
    *beside.STEPS,
)
GROWN = (
    "safeguarding_child",
    "conferences_needepisode",
    "conferences_enquiry",
    "conferences_strategydiscussion",
    "conferences_conference",
    "conferences_conferencechild",
    "conferences_plan",
    "conferences_importedchild",
)
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class MergedFile:
    """What the steps must know of the file: its row, its reference date, the line of its header."""

    id: int
    reference: dt.date
    line: int


def merge(file: MergedFile) -> Counts:
    """Run every step; {"plans": {"added": n, "changed": n}, ...}. Within the import's transaction."""
    counts: Counts = defaultdict(lambda: {"added": 0, "changed": 0})
    with connection.cursor() as cursor:
        # Names no trigger to be ignored, on purpose: where the setting is absent, pgtrigger's function fails
        # and recovers for each row, and each recovery walks all deferred checks: hours, at scale.
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")
        # Nobody may add a child or a plan between our looking and our writing; reading goes on.
        cursor.execute(f"LOCK TABLE {', '.join(LOCKED)} IN SHARE ROW EXCLUSIVE MODE")
        for step in STEPS:
            known: dict[str, Any] = {"file": file.id, "reference": file.reference, "line": file.line}
            cursor.execute(step.sql, known)
            if step.counts:
                what, how = step.counts
                counts[what][how] += cursor.rowcount
        cursor.execute("SELECT count(DISTINCT id) FROM census_changed")
        counts["children"]["changed"] = cursor.fetchone()[0]
    return dict(counts)


def count_anew() -> None:
    """After many rows: the figures are asked for next, and a planner without counts plans them badly."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(GROWN)}")
