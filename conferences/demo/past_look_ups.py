"""What the service looked up in the last two years of the demo, by the operation that looks up, and when the
Strategic Lead read it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from conferences.demo.past_consultations import LEAD
from conferences.demo.past_rows import moment
from conferences.models import LookUp
from conferences.operations.look_ups import look_up, mark_seen
from safeguarding.access import scope
from safeguarding.models import User
from safeguarding.workingdays import MONTHS_IN_YEAR, Period, add_days, add_months, monday

YEARS = 2
# So long ago, and for so many days, the worker stood still.
STOOD_STILL, DAYS_STILL = 200, 10
# The Lead reads the list on Mondays, a fortnight later; what was looked up since she has not seen yet.
READS_AFTER = 14


def tell_look_ups(on: dt.date) -> None:
    """Year by year, for no look-up is made a year late. To be called when all the past is there."""
    still = Period(add_days(on, -STOOD_STILL), add_days(on, DAYS_STILL - STOOD_STILL))

    def made_at(due: dt.date) -> dt.datetime:
        return moment(still.to if due in still else due, 6)

    for years in reversed(range(YEARS)):
        look_up(at=moment(add_months(on, -MONTHS_IN_YEAR * years), 6), made_at=made_at)
    _seen(on)


def _seen(on: dt.date) -> None:
    """What the Lead read on the Monday after it was looked up."""
    lead = User.objects.get(email=LEAD)
    read: dict[dt.date, list[LookUp]] = defaultdict(list)
    for one in scope(lead, LookUp).order_by("due_date", "pk"):
        day = add_days(monday(max(one.due_date, one.looked_at.date())), READS_AFTER)
        if day < on:
            read[day].append(one)
    for day, look_ups in sorted(read.items()):
        mark_seen(look_ups=look_ups, by=lead, at=moment(day, 8))
