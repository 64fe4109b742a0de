"""What the local limits ask around a meeting, as they stand on the days they are counted from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from conferences.models import Booking, Request
from conferences.rules.local_days import BEFORE, LocalDay, birth_conference_until, days_before, new_date_until
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import UNDECIDED, BookingState, MoveReason
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.policy.values import Limits, limits_over_time
from safeguarding.wording import counted, uk_date
from safeguarding.workingdays import OutsideCalendar

BIRTH, NEW_DATE = "PRE_BIRTH_CONFERENCE_MONTHS", "INQUORATE_NEW_DATE_WORKING_DAYS"


def days_around(booking: Booking) -> list[LocalDay]:
    """What must happen before a booking that stands, and by when it should itself be held: two queries."""
    if booking.state != BookingState.BOOKED:
        return []
    limits = limits_over_time([*(before.limit for before in BEFORE), BIRTH, NEW_DATE])
    try:
        return [*_local_days(booking.request, day_of(booking.starts_at), limits), *_new_date(booking, limits)]
    except OutsideCalendar:
        return []


def days_around_day(request: Request, meeting: dt.date) -> list[LocalDay]:
    """The same for a day on which a request in scope may be booked: two queries."""
    limits = limits_over_time([*(before.limit for before in BEFORE), BIRTH, NEW_DATE])
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


def births_before(request: Request, on: dt.date) -> list[LocalDay]:
    """By when each unborn child of a request in scope should have its initial conference: one query."""
    return list(_births(request, on, limits_over_time([BIRTH])))


def _births(request: Request, meeting: dt.date, limits: Limits) -> Iterator[LocalDay]:
    months = limits.whole(BIRTH, meeting)
    for asked in request.children.all():
        expected = asked.child.expected_birth_date if asked.child.birth_date is None else None
        if expected is not None and asked.kind == ConferenceKind.INITIAL:
            until = birth_conference_until(expected, months)
            what = f"The initial conference on {asked.child.display_name}, expected on {uk_date(expected)}"
            explanation = f"{counted(months, 'month')} before the birth" if months else "the expected day"
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
