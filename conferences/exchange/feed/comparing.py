"""The lines of a file beside the record: what would be added, named and changed, and what is a question."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from django.db import connection

from conferences.exchange.feed import states
from conferences.models import ChildrenFeed
from conferences.rules.children import DAYS_IN_A_WEEK, OLDEST_YEARS, WEEKS_OF_PREGNANCY, WEEKS_OVERDUE
from conferences.rules.children_feed import Overlap, concerns
from safeguarding.rights import Role
from safeguarding.workingdays import add_days, add_months

HOLDERS = [Role.SOCIAL_WORKER.value, Role.TEAM_MANAGER.value]


def values_for(feed: ChildrenFeed, on: dt.date) -> dict[str, Any]:
    """What the statements of a file ask for."""
    return {
        "feed": feed.pk,
        "on": on,
        "holders": HOLDERS,
        "oldest": add_months(on, -OLDEST_YEARS * 12),
        "earliest": add_days(on, -WEEKS_OVERDUE * DAYS_IN_A_WEEK),
        "latest": add_days(on, (WEEKS_OF_PREGNANCY + 2) * DAYS_IN_A_WEEK),
    }


def compare(feed: ChildrenFeed, on: dt.date) -> tuple[dict[str, int], dict[str, int]]:
    """(counts, concerns), with what each line would do written beside it. Leaves the table feed_state, until
    forget() or the transaction ends.
    """
    known = values_for(feed, on)
    with connection.cursor() as cursor:
        cursor.execute(states.DROP)
        for statement in (*states.FIND, states.BESIDE, *states.STATE, states.MARK):
            cursor.execute(statement, known)
        cursor.execute(states.COUNTS, known)
        (counts,) = cursor.fetchone()
        cursor.execute(states.OVERLAP, known)
        overlap = Overlap(*cursor.fetchone())
    return json.loads(counts) if isinstance(counts, str) else counts, dict(concerns(overlap))


def forget() -> None:
    """Before the transaction ends, so that a second file may be compared in the same one."""
    with connection.cursor() as cursor:
        cursor.execute(states.DROP)
