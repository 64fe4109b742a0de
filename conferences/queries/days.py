"""The days that were told of requests and consultations, beside those that the reader gives now, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch

from conferences.models import (
    Booking,
    Consultation,
    DayTold,
    Request,
    RequestedChild,
    StrategyDiscussion,
)
from conferences.queries.clocks import clock_days, law_days
from conferences.rules.consultations import UNANSWERED
from conferences.rules.days import Told, why_moved
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due
from conferences.rules.local_days import ahead_refused
from conferences.rules.workflow import OPEN_REQUESTS, STANDING, BookingState
from safeguarding.access import get, scope
from safeguarding.bankholidays import england, names
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.models.base import ScopedQuerySet
from safeguarding.policy.values import whole


@dataclass(frozen=True)
class Day:
    """A deadline's day as it was told, and as it is `now`: None where what was told stands.

    `because` says why they differ, "" where they do not; `last` is the telling, where one was kept.
    """

    told: Told
    now: Due | None = None
    because: str = ""
    last: DayTold | None = None

    @property
    def day(self) -> dt.date:
        return self.now.date if self.now else self.told.day

    @property
    def explanation(self) -> str:
        return self.now.explanation if self.now else self.told.explanation

    @property
    def has_moved(self) -> bool:
        return bool(self.because)


@dataclass(frozen=True)
class MovedDay:
    """One day that moved and that nobody has told of yet: of a conference, or of a consultation's decision.

    `law` are the days of all the children of the request.
    """

    asked: RequestedChild
    consultation: Consultation | None
    day: Day
    law: Mapping[int, Day]


def days_asked(asked: Collection[RequestedChild]) -> dict[int, Day]:
    """{requested child: the day of its conference}: one query, and two more where a day moved.

    What was told stands for a request that is over, and outside the known bank holidays.
    """
    now = law_days([one.pk for one in asked if one.request.state in OPEN_REQUESTS])
    moved = [one for one in asked if one.pk in now and now[one.pk].date != one.due_date]
    tellings = _last_tellings("requested_child", [one.pk for one in moved])
    discussed = _discussions([one.enquiry_id for one in moved if one.enquiry_id])
    return {
        one.pk: _day(
            now.get(one.pk),
            one.due_date,
            one.due_explanation,
            tellings.get(one.pk),
            discussed.get(one.enquiry_id or 0, ()),
        )
        for one in asked
    }


def days_to_decide(consultations: Collection[Consultation]) -> dict[int, Day]:
    """{consultation: the day by which it is decided}: two queries, and one more where a day moved."""
    waiting = [one.pk for one in consultations if one.state in UNANSWERED]
    now = {clock.subject: due for clock, due in clock_days([Code.DECIDE_CONSULTATION], subjects=waiting)}
    moved = [one.pk for one in consultations if one.pk in now and now[one.pk].date != one.decide_by_date]
    tellings = _last_tellings("consultation", moved)
    return {
        one.pk: _day(now.get(one.pk), one.decide_by_date, "", tellings.get(one.pk)) for one in consultations
    }


def days_moved(user: User) -> list[MovedDay]:
    """The days that moved since they were told, of open requests and undecided consultations in scope, in
    the order of the days as they are now: a fixed number of queries.
    """
    children = list(_requested(user))
    return _moved(children, _raised(user).filter(requested_child__in=children))


def days_moved_of(children: Collection[Child]) -> list[MovedDay]:
    """The same of children in scope, whoever else is in their requests: one query where nothing is asked for.

    The meetings in the diary are not read.
    """
    rows = RequestedChild.objects.unscoped("what was told of a child in scope")
    asked = list(rows.filter(child__in=children, request__state__in=OPEN_REQUESTS).select_related("request"))
    if not asked:
        return []
    raised = Consultation.objects.unscoped("what was told of a child in scope")
    undecided = raised.filter(requested_child__in=asked, state__in=UNANSWERED)
    return _moved(asked, undecided.select_related("requested_child"))


def _moved(children: Collection[RequestedChild], raised: Iterable[Consultation]) -> list[MovedDay]:
    consultations = list(raised)
    held, decided = days_asked(children), days_to_decide(consultations)
    found = [
        *((one, None, held[one.pk]) for one in children),
        *((one.requested_child, one, decided[one.pk]) for one in consultations if one.requested_child),
    ]
    moved = sorted((one for one in found if one[2].has_moved), key=lambda one: one[2].day)
    return [MovedDay(*one, _of_request(one[0].request_id, children, held)) for one in moved]


def requested_to_tell(user: User, request: UUID | None, child: UUID | None) -> RequestedChild:
    """The child of an open request whose day is told. Http404 where it is not in the person's scope."""
    found: RequestedChild = get(user, _requested(user), request__ref=request, child__ref=child)
    return found


def consultation_to_tell(user: User, ref: UUID) -> Consultation:
    """The undecided consultation whose day is told. Http404 where it is not in the person's scope."""
    found: Consultation = get(user, _raised(user), ref=ref)
    return found


def _requested(user: User) -> ScopedQuerySet:
    """The children of the open requests that this person sees whole, each with the meeting in the diary."""
    booked = Booking.objects.unscoped("the booking of a request in scope")
    standing = Prefetch("request__bookings", booked.filter(state__in=STANDING))
    asked = scope(user, RequestedChild).filter(
        request__state__in=OPEN_REQUESTS, request__in=scope(user, Request)
    )
    return asked.select_related("request", "child").prefetch_related(standing)


def _raised(user: User) -> ScopedQuerySet:
    raised = scope(user, Consultation).filter(state__in=UNANSWERED)
    return raised.select_related("requested_child__request", "requested_child__child")


def _of_request(request: int, children: Iterable[RequestedChild], days: Mapping[int, Day]) -> dict[int, Day]:
    return {one.pk: days[one.pk] for one in children if one.request_id == request}


def outside_limit(bookings: Collection[Booking]) -> set[int]:
    """Ids of those in the diary that were booked inside their limit and lie outside it now, of meetings in
    scope: two queries, and two more where a day moved.
    """
    waiting = {b.request_id: b for b in bookings if b.state == BookingState.BOOKED and not b.is_agreed_late}
    rows = RequestedChild.objects.unscoped("the statutory days of meetings in scope")
    asked = list(rows.filter(request__in=waiting).select_related("request"))
    days = days_asked(asked)
    late = {one.request_id for one in asked if days[one.pk].day < day_of(waiting[one.request_id].starts_at)}
    return {waiting[request].pk for request in late}


def day_told(told: DayTold, now: Due | None) -> Day:
    """A day that was told, beside the day as it is now: None where nobody can know it any more."""
    return _day(now, told.due_date, told.explanation, told)


def tellings_of(asked: Sequence[RequestedChild]) -> dict[int, list[DayTold]]:
    """{requested child: every telling of its conference's day, the first first}, of children in scope."""
    told = DayTold.objects.unscoped("what was told of a requested child in scope")
    found: dict[int, list[DayTold]] = {one.pk: [] for one in asked}
    for telling in told.filter(requested_child__in=found).select_related("told_by"):
        found[telling.requested_child_id].append(telling)
    return found


def _day(
    now: Due | None, day: dt.date, explanation: str, last: DayTold | None, discussed: Iterable[dt.date] = ()
) -> Day:
    told = _told_day(day, explanation, last)
    if now is None:
        return Day(told, last=last)
    because = why_moved(told, now, holidays=names(), discussions=tuple(discussed))
    return Day(told, now, because, last)


def _told_day(day: dt.date, explanation: str, last: DayTold | None) -> Told:
    """The last telling, where it tells of this very day."""
    if last is None or last.due_date != day:
        return Told(day, explanation)
    return Told(day, last.explanation, last.started_date, tuple(last.not_counted), last.number)


def _last_tellings(field: str, subjects: Sequence[int]) -> dict[int, DayTold]:
    if not subjects:
        return {}
    told = DayTold.objects.unscoped("what was told of what stands in scope")
    rows = told.filter(**{f"{field}__in": subjects}).select_related("told_by").order_by("pk")
    return {getattr(row, f"{field}_id"): row for row in rows}


def _discussions(enquiries: Sequence[int]) -> dict[int, list[dt.date]]:
    """{enquiry: the days of its strategy discussions that are not marked as the start}."""
    found: dict[int, list[dt.date]] = {}
    if enquiries:
        rows = StrategyDiscussion.objects.unscoped("discussions of an enquiry in scope")
        others = rows.filter(enquiry__in=enquiries, started_enquiry=False)
        for enquiry, day in others.values_list("enquiry", "held_date"):
            found.setdefault(enquiry, []).append(day)
    return found


def far_day_refused(key: str, day: dt.date, on: dt.date) -> str:
    """Why nothing is set to a day, by the months of a local limit: as ahead_refused() says."""
    return ahead_refused(day, on, whole(key, on), england())
