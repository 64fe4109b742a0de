"""The staged facts into the record: set by set, keyed on the census's natural keys, until what files brought
is what the files in force tell.

What is missing is added, what differs is changed, one fact with another day is moved, and what no file tells
any longer is taken away; but nothing that a person wrote, and nothing from which somebody's work hangs. Each
difference is a change of the file; each that stands is said as a fault.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from conferences.exchange.census.guarded import Guarded
from conferences.exchange.census.statements import conferences, enquiries, file_facts, people, plans
from conferences.exchange.census.statements.step import Step

LOCKED = (
    "safeguarding_child",
    "conferences_needepisode",
    "conferences_enquiry",
    "conferences_conferencechild",
    "conferences_plan",
)
MEETINGS = ("conferences_conference", "conferences_conferencechild")
# The steps in their order, and the tables that they fill.
STAGES: tuple[tuple[tuple[Step, ...], tuple[str, ...]], ...] = (
    (people.STEPS, ("safeguarding_child",)),
    (enquiries.EPISODES, ("conferences_needepisode",)),
    (enquiries.ENQUIRIES, ("conferences_enquiry", "conferences_strategydiscussion")),
    (conferences.INITIAL, MEETINGS),
    (plans.STEPS, ("conferences_plan",)),
    (conferences.REVIEWS, MEETINGS),
    (conferences.GONE, ()),
    (plans.BEGUN_AT, ()),
    (plans.IN_NEED, ("conferences_childinneedplan",)),
    (enquiries.ENQUIRIES_GONE, ()),
    (enquiries.EPISODES_GONE, ()),
    (people.GONE, ()),
    (file_facts.STEPS, ()),
)
ALL_FILLED = tuple(dict.fromkeys(table for _, filled in STAGES for table in filled))
# From so many children on the planner is told what each stage added. Without it, one that last counted a
# nearly empty table reads the whole of it for every child.
MANY = 200
# So many rows are changed by one statement at most, about: its history is their square.
A_PART = 2_000
WAYS = ("added", "changed", "moved", "taken_away")
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class MergedFile:
    """What the steps must know of the file: its row, reference date, line of the header, and size; and
    whether the whole of it is looked at, so that what it leaves out is known.
    """

    id: int
    reference: dt.date
    line: int
    children: int
    whole: bool = True


@dataclass(frozen=True)
class Merged:
    """What a merge did: `counts` without the children whose records are closed to somebody, and the ids of
    those of them whose record it wrote into.
    """

    counts: Counts
    guarded: frozenset[int]


def _anybody_held(cursor: Any) -> bool:
    """Whether any child of whom the files tell is held already."""
    cursor.execute(
        """
        SELECT EXISTS (
            SELECT FROM census_child s JOIN safeguarding_child c ON c.la_child_id = s.number)
        """
    )
    return bool(cursor.fetchone()[0])


def lock() -> None:
    """Nobody may add a child or a plan between our looking and our writing; reading goes on."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(LOCKED)} IN SHARE ROW EXCLUSIVE MODE")


def analyze(tables: Sequence[str], children: int) -> None:
    """Tell the planner what these tables hold now, where many were merged. By a function of the owner's: the
    role that the service runs as owns no table.
    """
    if tables and children >= MANY:
        with connection.cursor() as cursor:
            cursor.execute("SELECT safeguarding_analyze(%s)", [list(tables)])


def merge(file: MergedFile, *, analyzed: bool = True) -> Merged:
    """Run every step; counts: {"plans": {"added": n, "changed": n, ...}, ...}. Within the import's
    transaction. `analyzed`: the planner is told what each stage added.
    """
    counts: Counts = defaultdict(lambda: dict.fromkeys(WAYS, 0))
    lock()
    with connection.cursor() as cursor:
        known: dict[str, Any] = {
            "file": file.id,
            "reference": file.reference,
            "line": file.line,
            "whole": file.whole,
        }
        parts = 1 + file.children // A_PART
        nobody_held = not _anybody_held(cursor)
        guarded = Guarded(cursor, file.id, anybody_held=not nobody_held)
        for steps, filled in STAGES:
            for step in steps:
                if step.of_held and nobody_held:
                    continue
                for part in range(parts if step.in_parts else 1):
                    cursor.execute(step.sql, known | {"part": part, "parts": parts})
                    if step.counts:
                        what, how = step.counts
                        counts[what][how] += cursor.rowcount
            if analyzed:
                analyze(filled, file.children)
        cursor.execute("SELECT count(DISTINCT id) FROM census_changed")
        counts["children"]["changed"] = cursor.fetchone()[0]
        cursor.execute("SELECT kind, count(*) FROM census_untold WHERE NOT stands GROUP BY kind")
        for what, gone in cursor.fetchall():
            counts[what]["taken_away"] += gone
        done = guarded.done(cursor)
    for (what, _, how), many in done.items():
        counts[what][how] -= many
    return Merged(dict(counts), frozenset(child for _, child, _ in done))
