"""Of which children agencies read, in an invitation and in a copy of the record alike; and which agency took
part, so that a copy is proposed to it. Pure.

Sussex (2025, L): share by default, and hold back what could put a child at risk. A record is restricted so
that few know where the child is or what is written of them: an agency that works with a brother or sister
reads nothing of that child, unless the chair says otherwise for this conference, with why.
"""

from __future__ import annotations

import datetime as dt

from conferences.rules.quoracy import PRESENT
from conferences.rules.workflow import AttendanceMode
from safeguarding.labelled import Labelled

NOT_THERE = (
    "They did not take part in the conference and sent no report: whoever releases it says why they read it."
)


def agencies_read_of(restricted_at: dt.datetime | None, said_at: dt.datetime | None) -> bool:
    """Whether agencies read of a child (Sussex, L). `restricted_at` is when the record was restricted, None
    where it is not; `said_at` when the chair said that they do all the same, None where nobody says so. A
    restriction that came later is of something else: the chair is asked anew.
    """
    return restricted_at is None or (said_at is not None and said_at >= restricted_at)


def took_part(mode: str) -> bool:
    """Whether somebody of an agency took part, in the room, from elsewhere or by a report (Sussex, L)."""
    return mode in PRESENT or mode == AttendanceMode.WRITTEN


class ForAgencies(Labelled):
    """What the chair says of a child whose record is restricted."""

    YES = "YES", "Yes, agencies read of this child"
    NO = "NO", "No, agencies read nothing of this child"
