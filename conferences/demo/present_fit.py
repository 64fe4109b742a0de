"""What the days of the demo's conferences must fit: a part-time chair, an interpreter, contact, two homes."""

from __future__ import annotations

import datetime as dt

from conferences.demo.present import Cast, Present
from conferences.models import Request
from conferences.operations.scheduling_fit import add_busy, tell_fit
from conferences.operations.scheduling_hours import set_hours
from conferences.rules.scheduling_fit import BusyKind
from conferences.rules.workflow import RequestState
from safeguarding.access import scope
from safeguarding.workingdays import Calendar, add_days

SHORT_DAY = (dt.time(9), dt.time(15))
OFF = (None, None)


def tell_fit_of_days(on: dt.date, calendar: Calendar) -> None:
    """To be called within the demo's transaction, once requests wait to be scheduled."""
    present = Present(on, calendar)
    at = present.moment(on, 8)
    lead, chair = present.cast.lead, present.cast.chairs[-1]
    days = [SHORT_DAY, SHORT_DAY, SHORT_DAY, OFF, OFF]
    set_hours(person=chair, first_date=add_days(on, -60), days=days, by=lead, at=at)
    rows = scope(present.cast.support, Request).filter(state=RequestState.REQUESTED).order_by("pk")
    for waits in rows[:1]:
        _family(waits, present.cast, at)


def _family(request: Request, cast: Cast, at: dt.datetime) -> None:
    tell_fit(
        request=request,
        interpreter="Polish",
        interpreter_for="The children’s grandmother",
        apart_minutes=30,
        by=cast.support,
        at=at,
    )
    add_busy(
        request=request,
        kind=BusyKind.CONTACT,
        who="The children’s father",
        weekday=2,
        day=None,
        begins=dt.time(13),
        ends=dt.time(16),
        by=cast.support,
        at=at,
    )
