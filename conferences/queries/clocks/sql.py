"""What the clocks' SQL is put together from: days as safeguarding.workingdays counted them.

SQL counts no days itself: it looks them up. `numbers` holds, for each day from the first, how many working
days there are up to it; `worked` holds the working days in order. A day outside the calendar gives NULL.
"""

from functools import singledispatch

from conferences.rules.deadlines_limits import (
    DAYS_IN_A_WEEK,
    BothClocks,
    Limit,
    LocalMonths,
    LocalWeeks,
    LocalWorkingDays,
    ThatDay,
    WorkingDays,
)
from conferences.rules.requests import GROWN_UP

NUMBERS = "(SELECT numbers FROM calendar)"
WORKED = "(SELECT worked FROM calendar)"

# Named queries that a clock may read, before the clocks themselves.
SHARED = {
    "calendar": "SELECT %(numbers)s::int[] AS numbers, %(worked)s::date[] AS worked",
    "limits": """
        SELECT * FROM unnest(%(limit_keys)s::text[], %(limit_days)s::date[], %(limit_values)s::int[])
            AS set_for(key, from_day, value)
    """,
}


def number_of(day: str) -> str:
    """SQL for how many working days there are up to a day."""
    return f"{NUMBERS}[({day}) - %(first_day)s::date + 1]"


def working_day_after(day: str, n: str) -> str:
    """SQL for the nth working day after a day (n of 1 or more), as Calendar.add counts it."""
    return f"{WORKED}[{number_of(day)} + {n}]"


def working_day_before(day: str, n: str) -> str:
    """SQL for the nth working day before a day: one that is not worked stands for the one after it."""
    at = number_of(day)
    return f"{WORKED}[{at} + CASE WHEN {WORKED}[{at}] = ({day}) THEN 0 ELSE 1 END - {n}]"


def setting(key: str, day: str) -> str:
    """SQL for the number of a local limit as it stands on a day."""
    latest = "ORDER BY from_day DESC LIMIT 1"
    return f"(SELECT value FROM limits WHERE key = '{key}' AND from_day <= ({day}) {latest})"


def local_day(moment: str) -> str:
    """SQL for the day of a moment as the council's clocks show it."""
    return f"({moment} AT TIME ZONE %(zone)s)::date"


# The day on which a child rc came into its request: one put in later was not asked for when the others were.
# A conference that was held before anybody typed its request was asked for by then.
PUT_IN = local_day("""least(rc.history_checked_at, (
        SELECT min(e.starts_at) FROM conferences_booking e
        WHERE e.request_id = rc.request_id AND e.entered_reason <> '' AND e.state <> 'CANCELLED'))""")
# When a meeting was put into the diary: one that is entered afterwards, by the day on which it was held.
ARRANGED = "least({0}.booked_at, {0}.starts_at)".format


def birthday(born: str) -> str:
    """SQL for the 18th birthday of somebody; of 29 February it is 1 March."""
    leaps = f"extract(day FROM {born}) = 29 AND extract(month FROM {born}) = 2"
    return f"(({born} + make_interval(years => {GROWN_UP}))::date + ({leaps})::int)"


@singledispatch
def due(limit: Limit, start: str) -> str:
    """SQL for the day on which a limit that runs from `start` is due: the day that its `counted` gives."""
    raise TypeError(f"{limit} has no SQL.")


@due.register
def _(limit: WorkingDays, start: str) -> str:
    return working_day_after(start, str(limit.n))


@due.register
def _(limit: LocalWorkingDays, start: str) -> str:
    n = setting(limit.key, start)
    return working_day_before(start, n) if limit.is_before else working_day_after(start, n)


@due.register
def _(limit: LocalWeeks, start: str) -> str:
    return f"({start}) + {setting(limit.key, start)} * {DAYS_IN_A_WEEK}"


@due.register
def _(limit: LocalMonths, start: str) -> str:
    return f"(({start}) + make_interval(months => {setting(limit.key, start)}))::date"


@due.register
def _(limit: BothClocks, start: str) -> str:
    """`start` runs from a review where is_first is false."""
    first, later = (
        f"least((({start}) + make_interval(months => {clock.months}))::date, ({start}) + {clock.days})"
        for clock in (limit.first, limit.later)
    )
    return f"CASE WHEN is_first THEN {first} ELSE {later} END"


@due.register
def _(limit: ThatDay, start: str) -> str:
    return f"({start})"
