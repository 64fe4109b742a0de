"""What the local limits ask around a meeting, as they stand on the days they are counted from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from conferences.models import Booking, Request
from conferences.rules.local_days import BEFORE, LocalDay, birth_window, days_before, new_date_until
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import UNDECIDED, BookingState, MoveReason
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.policy.values import Limits, limits_over_time
from safeguarding.wording import uk_date
from safeguarding.workingdays import OutsideCalendar

NEW_DATE = "INQUORATE_NEW_DATE_WORKING_DAYS"
BIRTHS = "PRE_BIRTH_CONFERENCE_MONTHS", "PRE_BIRTH_FROM_WEEK", "PRE_BIRTH_UNTIL_WEEK"


def days_around(booking: Booking) -> list[LocalDay]:
    """What must happen before a booking that stands, and by when it should itself be held: two queries."""
    if booking.state != BookingState.BOOKED:
        return []
    limits = limits_over_time([*(before.limit for before in BEFORE), *BIRTHS, NEW_DATE])
    try:
        return [*_local_days(booking.request, day_of(booking.starts_at), limits), *_new_date(booking, limits)]
    except OutsideCalendar:
        return []


def days_around_day(request: Request, meeting: dt.date) -> list[LocalDay]:
    """The same for a day on which a request in scope may be booked: two queries."""
    limits = limits_over_time([*(before.limit for before in BEFORE), *BIRTHS, NEW_DATE])
    try:
        return list(_local_days(request, meeting, limits))
    except OutsideCalendar:
        return []


def _local_days(request: Request, meeting: dt.date, limits: Limits) -> Iterator[LocalDay]:
    kinds = {ConferenceKind[asked.kind] for asked in request.children.all()}
    numbers = {before.limit: limits.whole(before.limit, meeting) for before in BEFORE}
    yield from days_before(meeting, kinds, numbers, england())
    yield from _births(request, meeting, limits)
    yield from _after_undecided(request, limits, meeting)


def new_date_of(request: Request) -> LocalDay | None:
    """By when a request in scope should meet again, where its last meeting ended without a decision."""
    try:
        return next(_after_undecided(request, limits_over_time([NEW_DATE])), None)
    except OutsideCalendar:
        return None


def _after_undecided(request: Request, limits: Limits, meets: dt.date | None = None) -> Iterator[LocalDay]:
    """R17: counted from the day of the last that ended so; `meets` is the day of the one that follows."""
    rows = Booking.objects.unscoped("the last meeting of a request in scope that ended without a decision")
    starts = rows.filter(request=request, state__in=UNDECIDED).order_by("starts_at").values_list("starts_at")
    if last := starts.last():
        was = day_of(last[0])
        count = new_date_until(was, limits.whole(NEW_DATE, was), england())
        late = meets is not None and meets > count.due
        yield LocalDay("A new date, as nothing was decided before", count.due, england().explain(count), late)


@dataclass(frozen=True)
class Births:
    """By when each unborn child of a request should have its initial conference, and from when on all may."""

    until: list[LocalDay]
    first: dt.date | None


def births_before(request: Request, on: dt.date, limits: Limits | None = None) -> Births:
    """Of a request in scope, by the limits of a day: one query, where those of BIRTHS are not handed in."""
    limits = limits or limits_over_time(BIRTHS)
    firsts = [_birth_window(expected, on, limits)[0] for _, expected in _expected(request)]
    from_week = limits.whole(BIRTHS[1], on)
    return Births(list(_births(request, on, limits)), max(firsts, default=None) if from_week else None)


def _expected(request: Request) -> Iterator[tuple[str, dt.date]]:
    """The unborn children who are to have their initial conference, each with its expected day."""
    for asked in request.children.all():
        expected = asked.child.expected_birth_date if asked.child.birth_date is None else None
        if expected is not None and asked.kind == ConferenceKind.INITIAL:
            yield asked.child.display_name, expected


def _birth_window(expected: dt.date, on: dt.date, limits: Limits) -> tuple[dt.date, dt.date, str]:
    months, first, last = (limits.whole(key, on) for key in BIRTHS)
    return birth_window(expected, months, first, last)


def _births(request: Request, meeting: dt.date, limits: Limits) -> Iterator[LocalDay]:
    for name, expected in _expected(request):
        _, until, explanation = _birth_window(expected, meeting, limits)
        what = f"The initial conference on {name}, expected on {uk_date(expected)}"
        yield LocalDay(what, until, explanation, meeting > until)


def _new_date(booking: Booking, limits: Limits) -> Iterator[LocalDay]:
    """The limit for a meeting whose last move was for want of a quorum."""
    moves = list(booking.moves.all())
    if moves and moves[-1].reason == MoveReason.INQUORATE:
        was = day_of(moves[-1].from_starts_at)
        count = new_date_until(was, limits.whole(NEW_DATE, was), england())
        late = day_of(booking.starts_at) > count.due
        yield LocalDay(
            "A new date, as too few agencies could come", count.due, england().explain(count), late
        )
