"""What the conference of a request asks of its time: notice, time in hand, school hours, a chair it knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from conferences.models import Request
from conferences.rules.local_days import LocalDay
from conferences.rules.scheduling import USUAL_LENGTH, USUAL_PEOPLE, ChairOffer, Window
from conferences.rules.slots_taken import Wish
from safeguarding.models import Child
from safeguarding.policy.values import values
from safeguarding.workingdays import Calendar, age

NOTICE, SLACK = "SCHEDULE_NOTICE_WORKING_DAYS", "SCHEDULE_SLACK_WORKING_DAYS"
TRAVEL, A_DAY = "CHAIR_TRAVEL_MINUTES", "CHAIR_CONFERENCES_A_DAY"
SCHOOL = "SCHOOL_HOURS_FROM", "SCHOOL_HOURS_TO"
# The ages, both included, at which a child may be taken to school and fetched (I).
SCHOOL_AGES = range(4, 12)


def wish_of(
    request: Request,
    span: Window,
    days: Sequence[dt.date],
    chairs: Sequence[ChairOffer],
    births: Sequence[LocalDay],
    *,
    on: dt.date,
    calendar: Calendar,
) -> Wish:
    """The wish of a request whose children are loaded, by the limits of the day `on`."""
    limits = {
        key: number if isinstance(number, int) else 0
        for key, number in values((NOTICE, SLACK, TRAVEL, A_DAY, *SCHOOL), on).items()
    }
    notice = 0 if span.is_past else limits[NOTICE]
    children = [asked.child for asked in request.children.all()]
    return Wish(
        seats=USUAL_PEOPLE + len(children),
        minutes=USUAL_LENGTH,
        last=span.last,
        # Of every day on which it lacks, for whoever chooses one that is not offered: today, or a late one.
        lacks_notice={calendar.add(on, number).due: notice - number for number in range(notice)},
        lacks_slack=_later(days)
        if span.is_past
        else _lacking([on, *days], limits[SLACK], lambda day: calendar.between(day, span.last)),
        is_past=span.is_past,
        birth_to=min((one.day for one in births), default=None),
        school=(dt.time(limits[SCHOOL[0]]), dt.time(limits[SCHOOL[1]])) if _at_school(children, on) else None,
        travel=dt.timedelta(minutes=limits[TRAVEL]),
        a_day=limits[A_DAY],
        known=frozenset(chair.pk for chair in chairs if chair.knows and not chair.works_the_case),
    )


def _lacking(days: Sequence[dt.date], wanted: int, there: Callable[[dt.date], int]) -> dict[dt.date, int]:
    """{day: how many working days it lacks of those wanted}, of the days that lack any."""
    return {day: wanted - there(day) for day in days if there(day) < wanted}


def _later(days: Sequence[dt.date]) -> dict[dt.date, int]:
    """{day: how many of these working days stand before it}."""
    return {day: number for number, day in enumerate(days) if number}


def _at_school(children: Sequence[Child], on: dt.date) -> bool:
    return any(child.birth_date and age(child.birth_date, on) in SCHOOL_AGES for child in children)
