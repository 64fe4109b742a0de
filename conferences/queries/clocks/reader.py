"""How every deadline stands: the one reader of what started, is due, was met, or fell away.

Set-based, one SELECT a deadline, for nobody in particular: who may see the children of a clock is settled
where it is shown. Dates are derived from the facts each time; what somebody was told is kept beside them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection

from conferences.queries.clocks.copies import OWN_VERSIONS
from conferences.queries.clocks.decisions import DECISIONS
from conferences.queries.clocks.endings import ENDINGS
from conferences.queries.clocks.enquiries import ENQUIRIES, TRANSFERS
from conferences.queries.clocks.inviting import INVITING
from conferences.queries.clocks.meetings import CONSULTATIONS, MEETINGS, REQUESTS, THINKING
from conferences.queries.clocks.plans import PLANS
from conferences.queries.clocks.sql import SHARED
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_inviting import COUNTED_BY
from conferences.rules.deadlines_limits import Local
from safeguarding.bankholidays import england
from safeguarding.policy.limits import CATALOGUE as LIMITS
from safeguarding.policy.values import Limits, limits_over_time
from safeguarding.workingdays import Calendar

CLOCKS: Mapping[Code, str] = {
    **ENQUIRIES,
    **TRANSFERS,
    **PLANS,
    **ENDINGS,
    **REQUESTS,
    **CONSULTATIONS,
    **DECISIONS,
    **THINKING,
    **MEETINGS,
    **INVITING,
    **OWN_VERSIONS,
}
# The local limits that a day is counted by, and the one that the figures count agencies by.
KEYS = tuple(sorted({r.limit.key for r in CATALOGUE.values() if isinstance(r.limit, Local)} | {*COUNTED_BY}))


class Clock(NamedTuple):
    """One deadline of one subject. `subject` is the id of what the deadline's row names.

    `due` is None outside the known bank holidays. `met` and `gone` are the days on which it was, None while
    it was not; a meeting in the diary and an 18th birthday may lie ahead. `owner` is the person whose it is,
    None where it is theirs who hold the right. `is_ready` once the act is possible: no letter is sent before
    the record is signed.
    """

    code: Code
    subject: int
    children: list[int]
    started: dt.date
    due: dt.date | None
    met: dt.date | None
    gone: dt.date | None
    owner: int | None
    is_ready: bool

    @property
    def was_owed(self) -> bool:
        """Whether it ran on any day: what falls due once the child is 18 never does."""
        return self.gone is None or self.gone > self.started

    def is_open(self, on: dt.date) -> bool:
        """Whether it runs on a day: started, and neither met nor gone by then."""
        ended = [day for day in (self.met, self.gone) if day is not None]
        return self.started <= on and not (ended and min(ended) <= on)


def clocks(
    codes: Collection[Code] | None = None,
    *,
    subjects: Collection[int] | None = None,
    limits: Limits | None = None,
) -> list[Clock]:
    """The clocks of these deadlines (all), of these subjects (all), by start: one statement, and one for
    limits where those of KEYS are not handed in.
    """
    of = "" if subjects is None else "WHERE subject = ANY(%(subjects)s)"
    wanted = codes or CLOCKS
    selects = [f"SELECT '{code}' AS code, c.* FROM {clock_name(code)} AS c {of}" for code in wanted]
    statement = f"{with_clocks(wanted)} {' UNION ALL '.join(selects)} ORDER BY started, code, subject"
    with connection.cursor() as cursor:
        cursor.execute(statement, clock_parameters(limits) | {"subjects": list(subjects or ())})
        return [Clock(Code(code), *rest) for code, *rest in cursor.fetchall()]


def with_clocks(codes: Collection[Code]) -> str:
    """The named queries clock_<code> of these deadlines and what they read, to stand before a SELECT."""
    shared = [f"{name} AS MATERIALIZED ({text})" for name, text in SHARED.items()]
    named = [f"{clock_name(code)} AS NOT MATERIALIZED ({CLOCKS[code]})" for code in codes]
    return f"WITH {', '.join(shared + named)}"


def clock_name(code: Code) -> str:
    """What the rows of a deadline are called in SQL."""
    return f"clock_{code.lower()}"


def clock_parameters(limits: Limits | None = None) -> dict[str, Any]:
    """What the clocks' SQL is given: the calendar, the local limits over time, the council's time zone."""
    known = limits or limits_over_time(KEYS)
    rows = [(key, None, LIMITS[key].counted_as(LIMITS[key].default)) for key in KEYS] + [
        (key, day, LIMITS[key].counted_as(value)) for key in KEYS for day, value in known.settings[key]
    ]
    return calendar_parameters(england()) | {
        "limit_keys": [key for key, _, _ in rows],
        "limit_days": ["-infinity" if day is None else day.isoformat() for _, day, _ in rows],
        "limit_values": [value for _, _, value in rows],
        "zone": settings.TIME_ZONE,
    }


# One calendar, until a bank holiday is added.
@lru_cache(maxsize=2)
def calendar_parameters(calendar: Calendar) -> dict[str, Any]:
    """The days of the calendar as the SQL looks them up."""
    ordinals = calendar.ordinals(calendar.first, calendar.last)
    worked, reached = [], 0
    for day, number in ordinals:
        if number > reached:
            worked.append(day.isoformat())
        reached = number
    return {
        "first_day": calendar.first,
        "numbers": f"{{{','.join(str(number) for _, number in ordinals)}}}",
        "worked": f"{{{','.join(worked)}}}",
    }
