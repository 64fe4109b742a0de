"""The year ahead by week: which reviews fall due, how many initial conferences come, what can be held.
Of reviews, those of plans that the reader sees; of the diary, times and rooms and no child.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Min

from conferences.models import ConferenceChild, Plan, RequestedChild, Room
from conferences.queries.clocks import clocks
from conferences.queries.scheduling import MIDNIGHT, closed_days, standing_bookings
from conferences.queries.scheduling_hours import chairs_in_use, patterns_of
from conferences.queries.scheduling_people import away_days
from conferences.rules.deadlines import Code
from conferences.rules.scheduling import Away, Closed, closed_refused, moment
from conferences.rules.scheduling_capacity import (
    DAYS_A_WEEK,
    WEEKS,
    Demand,
    Late,
    Rate,
    Supply,
    expected,
    jobs_of,
    rate_of,
    sessions_of,
    week_of_chair,
    weeks_that_break,
)
from conferences.rules.scheduling_hours import Pattern, pattern_on
from conferences.rules.timelimits import LATER_REVIEW
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import RequestState
from safeguarding.access import scope
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.policy.values import values
from safeguarding.workingdays import Calendar, OutsideCalendar, add_days, add_months, days_between, monday

A_DAY, A_WEEK = "CHAIR_CONFERENCES_A_DAY", "CHAIR_CONFERENCES_A_WEEK"
BACK = 52
INITIALS = (ConferenceKind.INITIAL, ConferenceKind.TRANSFER_IN)


@dataclass(frozen=True)
class WeekAhead:
    """One week: what falls due in it, what there is to hold it, and how much was not held at its end."""

    first: dt.date
    demand: Demand
    supply: Supply
    late: int


@dataclass(frozen=True)
class YearAhead:
    """The weeks from this one on; the rate of initial conferences; and the weeks that break where as many
    come as in a full week. `known_to`: the last week, where the bank holidays end before the year does.
    """

    weeks: Sequence[WeekAhead]
    rate: Rate
    breaks_if_full: Sequence[Late]
    chairs: int
    rooms: int
    known_to: dt.date | None

    @property
    def breaks(self) -> list[WeekAhead]:
        return [week for week in self.weeks if week.late]


@dataclass(frozen=True)
class ReviewAhead:
    """The next review of a plan in sight, by when it must be, and its day in the diary (None: in none)."""

    plan: Plan
    due: dt.date
    booked: dt.date | None = None


@dataclass(frozen=True)
class InitialAsked:
    """An initial conference that waits to be scheduled: its last day, and when it was asked for."""

    due: dt.date
    asked: dt.date


def year_ahead(user: User, on: dt.date, calendar: Calendar) -> YearAhead:
    """In a fixed number of queries, however many plans, chairs and meetings there are."""
    firsts = list(_weeks(on, calendar))
    chairs, rooms = list(chairs_in_use()), list(Room.objects.filter(is_active=True))
    supplies = _supplies(firsts, chairs, rooms, on, calendar)
    reviews, rate = _every_review(user, on), _rate(user, on)
    if not firsts:
        return YearAhead([], rate, [], len(chairs), len(rooms), None)
    known = add_days(firsts[-1], DAYS_A_WEEK - 1) if len(firsts) < WEEKS else None
    asked = _initials_asked(user)
    usual = _demands(firsts, reviews, expected(rate.mean, len(firsts)), asked)
    full = _demands(firsts, reviews, [rate.full] * len(firsts), asked)
    free = [one.free for one in supplies]
    late = {one.week: one.number for one in weeks_that_break(free, jobs_of(usual))}
    weeks = [WeekAhead(first, usual[at], supplies[at], late.get(at, 0)) for at, first in enumerate(firsts)]
    return YearAhead(weeks, rate, weeks_that_break(free, jobs_of(full)), len(chairs), len(rooms), known)


def _every_review(user: User, on: dt.date) -> list[ReviewAhead]:
    plans = {plan.pk: plan for plan in scope(user, Plan).filter(end_date=None).select_related("child")}
    found = [
        ReviewAhead(plans[clock.subject], clock.due, clock.met)
        for clock in clocks([Code.HOLD_REVIEW], subjects=list(plans))
        if clock.is_open(on) and clock.due
    ]
    return sorted(found, key=lambda one: (one.due, one.plan.pk))


def _initials_asked(user: User) -> list[InitialAsked]:
    """The initial conferences that are asked for and in no diary yet: one query."""
    rows = scope(user, RequestedChild).filter(
        request__state=RequestState.REQUESTED, kind__in=[kind.value for kind in INITIALS]
    )
    each = rows.values_list("request", "request__requested_at").annotate(due=Min("due_date"))
    return [InitialAsked(due, day_of(asked)) for _, asked, due in each.order_by("request")]


def reviews_of_week(user: User, first: dt.date, on: dt.date) -> list[ReviewAhead]:
    """Those in no diary yet whose last day lies in a week; in this one, those too whose last day has passed:
    three queries.
    """
    found = [(one, max(one.due, on)) for one in _every_review(user, on) if one.booked is None]
    return [one for one, day in found if 0 <= days_between(first, day) < 7]


def _weeks(on: dt.date, calendar: Calendar) -> Iterator[dt.date]:
    """The Mondays of the year ahead, as far as the bank holidays are known."""
    for number in range(WEEKS):
        first = add_days(monday(on), 7 * number)
        try:
            calendar.is_working_day(add_days(first, DAYS_A_WEEK - 1))
        except OutsideCalendar:
            return
        yield first


def _demands(
    firsts: Sequence[dt.date],
    reviews: Sequence[ReviewAhead],
    initials: Sequence[int],
    asked: Sequence[InitialAsked],
) -> list[Demand]:
    """Brothers and sisters whose last days lie in one week are reviewed together. What was asked for in this
    week is among those that are expected in it, and counted once.
    """
    known, later = defaultdict(set), defaultdict(set)
    for one in reviews:
        family = one.plan.child.family_id or -one.plan.pk
        if one.booked is None:
            known[_place(firsts, one.due)].add(family)
        following = add_months(one.booked or max(one.due, firsts[0]), LATER_REVIEW.months)
        while _place(firsts, following) < len(firsts):
            later[_place(firsts, following)].add(family)
            following = add_months(following, LATER_REVIEW.months)
    waiting = Counter(_place(firsts, one.due) for one in asked)
    came = sum(one.asked >= firsts[0] for one in asked)
    still = [max(0, initials[0] - came), *initials[1:]]
    return [Demand(len(known[at]), len(later[at]), still[at], waiting[at]) for at in range(len(firsts))]


def _place(firsts: Sequence[dt.date], day: dt.date) -> int:
    """The place of a day's week; what is late is due in the first."""
    return max(0, days_between(firsts[0], day) // 7)


def _rate(user: User, on: dt.date) -> Rate:
    """By the full weeks of the past year, from the first conference on that is known."""
    to = monday(on)
    since = add_days(to, -7 * BACK)
    rows = scope(user, ConferenceChild).filter(
        kind__in=[kind.value for kind in INITIALS], conference__held_date__lt=to
    )
    days = rows.filter(conference__held_date__gte=since).values_list("conference_id", "conference__held_date")
    counts = Counter(monday(day) for _, day in set(days))
    if not counts:
        return rate_of([])
    known = monday(min(counts))
    weeks = days_between(known, to) // 7
    return rate_of([counts[add_days(known, 7 * number)] for number in range(weeks)])


def _supplies(
    firsts: Sequence[dt.date], chairs: Sequence[User], rooms: Sequence[Room], on: dt.date, calendar: Calendar
) -> list[Supply]:
    if not firsts:
        return []
    last = add_days(firsts[-1], 6)
    pks = [chair.pk for chair in chairs]
    hours, away = patterns_of(pks), away_days(pks, firsts[0], last)
    closed, booked = closed_days(firsts[0], last), _booked(max(firsts[0], on), last)
    limits = {key: int(str(number or 0)) for key, number in values((A_DAY, A_WEEK), on).items()}
    found = []
    for first in firsts:
        days = [day for n in range(DAYS_A_WEEK) if calendar.is_working_day(day := add_days(first, n))]
        ahead = [day for day in days if day >= on]
        by_chair = [_of_chair(ahead, hours.get(pk, ()), away.get(pk, ()), limits[A_DAY]) for pk in pks]
        found.append(
            Supply(
                chairs=sum(week_of_chair(one, limits[A_WEEK]) for one in by_chair),
                rooms=sum(_of_room(room, closed.get(room.pk, ()), day) for room in rooms for day in ahead),
                booked=booked[first],
                away=sum(_is_away(away.get(pk, ()), days) for pk in pks),
                days=len(days),
            )
        )
    return found


def _is_away(away: Sequence[Away], days: Sequence[dt.date]) -> bool:
    return any(one.first <= day <= one.last for one in away for day in days)


def _of_chair(
    days: Sequence[dt.date], patterns: Sequence[Pattern], away: Sequence[Away], a_day: int
) -> Mapping[dt.date, int]:
    found = {}
    for day in days:
        pattern = pattern_on(patterns, day)
        is_off = _is_away(away, [day])
        hours = pattern.on(day) if pattern else None
        works = not is_off and (pattern is None or hours is not None)
        found[day] = sessions_of(hours, a_day) if works else 0
    return found


def _of_room(room: Room, closed: Sequence[Closed], day: dt.date) -> int:
    if closed_refused(room.name, closed, day):
        return 0
    hours = (room.opens_time, room.closes_time) if room.opens_time and room.closes_time else None
    return sessions_of(hours, 0)


def _booked(first: dt.date, last: dt.date) -> Counter[dt.date]:
    """How many meetings stand in each week, whosever they are: times, and no child."""
    begins, ends = moment(first, MIDNIGHT), moment(add_days(last, 1), MIDNIGHT)
    rows = standing_bookings().filter(starts_at__gte=begins, starts_at__lt=ends)
    return Counter(monday(day_of(start)) for start in rows.values_list("starts_at", flat=True))
