"""What the conference of a request asks of its time: notice, time in hand, school hours, a chair it knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from conferences.models import Booking, Request
from conferences.queries.scheduling_days import Births, births_before
from conferences.queries.scheduling_fit import Told, fit_of, told_fit
from conferences.queries.scheduling_people import away_days, minute_takers
from conferences.queries.scheduling_room import room_wishes
from conferences.queries.thinking_time import is_thinking_owed
from conferences.rules.scheduling import LENGTHS, USUAL_LENGTH, ChairOffer, Window
from conferences.rules.scheduling_fit import least_length
from conferences.rules.scheduling_room import RoomWish
from conferences.rules.slots_taken import Taker, Wish
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import Child
from safeguarding.models.user import in_roles
from safeguarding.policy.values import values
from safeguarding.rights import Role
from safeguarding.workingdays import Calendar, age

NOTICE, SLACK = "SCHEDULE_NOTICE_WORKING_DAYS", "SCHEDULE_SLACK_WORKING_DAYS"
TRAVEL, A_DAY = "CHAIR_TRAVEL_MINUTES", "CHAIR_CONFERENCES_A_DAY"
SCHOOL = "SCHOOL_HOURS_FROM", "SCHOOL_HOURS_TO"
INTERPRETER = "INTERPRETER_NOTICE_WORKING_DAYS", "INTERPRETER_EXTRA_MINUTES"
REPORTS = "REPORT_TO_UNIT_INITIAL_WORKING_DAYS", "REPORT_TO_UNIT_REVIEW_WORKING_DAYS"
# The ages, both included, at which a child may be taken to school and fetched (I).
SCHOOL_AGES = range(4, 12)


@dataclass(frozen=True)
class Facts:
    """What is known of a request beside its days: by when births ask for it, what its day must fit, whether
    thinking time is owed, who could take its minutes or is chosen to, and what its people need of the room.
    """

    births: Births
    told: Told
    is_thinking_owed: bool = False
    takers: tuple[Taker, ...] = ()
    minutes_by: Taker | None = None
    room: RoomWish = RoomWish()


def wish_limits(on: dt.date) -> Mapping[str, int]:
    """The limits of a day that a wish is made of: one query, for as many wishes as there are."""
    found = values((NOTICE, SLACK, TRAVEL, A_DAY, *SCHOOL, *INTERPRETER, *REPORTS), on)
    return {key: number if isinstance(number, int) else 0 for key, number in found.items()}


def wish_of(
    request: Request,
    span: Window,
    days: Sequence[dt.date],
    chairs: Sequence[ChairOffer],
    facts: Facts,
    *,
    on: dt.date,
    calendar: Calendar,
    limits: Mapping[str, int] | None = None,
    minutes: int | None = None,
) -> Wish:
    """The wish of a request whose children are loaded, by the limits of the day `on`. `minutes`: how long it
    takes, where that is chosen; else the usual length, with an interpreter more.
    """
    limits = limits or wish_limits(on)
    extra = limits[INTERPRETER[1]] if facts.told.interpreter else 0
    notice = 0 if span.is_past else limits[NOTICE]
    children = [asked.child for asked in request.children.all()]
    return Wish(
        room=facts.room,
        minutes=minutes or least_length(USUAL_LENGTH, extra, LENGTHS),
        last=span.last,
        # Of every day on which it lacks, for whoever chooses one that is not offered: today, or a late one.
        lacks_notice={calendar.add(on, number).due: notice - number for number in range(notice)},
        lacks_slack=_later(days)
        if span.is_past
        else _lacking([on, *days], limits[SLACK], lambda day: calendar.between(day, span.last)),
        lacks_reports={} if span.is_past else _for_reports(request, limits, on, calendar),
        is_past=span.is_past,
        birth_to=min((one.day for one in facts.births.until), default=None),
        birth_from=facts.births.first,
        school=(dt.time(limits[SCHOOL[0]]), dt.time(limits[SCHOOL[1]])) if _at_school(children, on) else None,
        travel=dt.timedelta(minutes=limits[TRAVEL]),
        a_day=limits[A_DAY],
        known=frozenset(chair.pk for chair in chairs if chair.knows and not chair.works_the_case),
        fit=fit_of(facts.told, limits[INTERPRETER[0]], on, calendar),
        thought_from=calendar.add(on, 2).due if facts.is_thinking_owed else None,
        takers=facts.takers,
        minutes_by=facts.minutes_by,
    )


def _for_reports(
    request: Request, limits: Mapping[str, int], on: dt.date, calendar: Calendar
) -> dict[dt.date, int]:
    """R12 (L): {day: working days that agencies lack} where their reports would be due before a whole working
    day is over.
    """
    kinds = {asked.kind == ConferenceKind.REVIEW for asked in request.children.all()}
    wanted = 1 + max((limits[REPORTS[is_review]] for is_review in kinds), default=-1)
    return {calendar.add(on, number).due: wanted - number for number in range(wanted)}


def _lacking(days: Sequence[dt.date], wanted: int, there: Callable[[dt.date], int]) -> dict[dt.date, int]:
    """{day: how many working days it lacks of those wanted}, of the days that lack any."""
    return {day: wanted - there(day) for day in days if there(day) < wanted}


def _later(days: Sequence[dt.date]) -> dict[dt.date, int]:
    """{day: how many of these working days stand before it}."""
    return {day: number for number, day in enumerate(days) if number}


def _at_school(children: Sequence[Child], on: dt.date) -> bool:
    return any(child.birth_date and age(child.birth_date, on) in SCHOOL_AGES for child in children)


def facts_of(
    request: Request,
    children: Sequence[Child],
    span: Window,
    on: dt.date,
    at: dt.datetime,
    besides: Booking | None = None,
) -> Facts:
    """What is known of a request in scope beside its days. A meeting that is to move keeps who is chosen for
    its minutes; else it is asked whether anybody whose work they are, and no chair's, is free.
    """
    chosen = besides.minute_taker if besides else None
    takers = [chosen] if chosen else list(minute_takers(children, at).exclude(in_roles(Role.CHAIR)))
    away = away_days([one.pk for one in takers], span.first, span.to)
    told = tuple(Taker(one.pk, one.full_name, tuple(away.get(one.pk, ()))) for one in takers)
    owed = is_thinking_owed(request)
    births, fit = births_before(request, on), told_fit(request)
    room = room_wishes([request], len(children))[request.pk]
    return Facts(births, fit, owed, () if chosen else told, told[0] if chosen else None, room)
