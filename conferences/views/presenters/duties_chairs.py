"""How much each chair has, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from conferences.queries.duties_chairs import DAYS_AHEAD, Load
from safeguarding.pagekit.components import Column, Table
from safeguarding.policy.words import role_words
from safeguarding.rights import Role
from safeguarding.wording import counted

# More are a list to be searched, and have less than these.
MOST_CHAIRS = 20


def more_chairs(loads: Sequence[Load], on: dt.date) -> str:
    """That the table leaves some out; "" where it does not."""
    more = len(loads) - MOST_CHAIRS
    is_or_are = "is" if more == 1 else "are"
    words = role_words(Role.CHAIR, on)
    said = counted(more, f"more {words.one}", f"more {words.many}")
    return f"{said} with less {is_or_are} not shown here." if more > 0 else ""


def chairs_table(loads: Sequence[Load], on: dt.date) -> Table:
    """A line a chair: meetings in the next seven days and four weeks, and records that wait."""
    chair = role_words(Role.CHAIR, on)
    return Table(
        f"What each {chair} has",
        [
            Column(chair.first),
            Column("Meetings in the next 7 days", numeric=True),
            Column(f"Meetings in the next {DAYS_AHEAD} days", numeric=True),
            Column("Held and not signed", numeric=True),
        ],
        [list(load) for load in loads[:MOST_CHAIRS]],
        empty=f"No {chair} is in use.",
        row_heads=True,
        stack=True,
    )
