"""Restricted records with work that nobody who is named can do, for those who name people."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Value
from django.db.models.functions import Concat

from conferences.models import Booking, Duty, RequestedChild
from conferences.rules.deadlines_steps import TAKES
from conferences.rules.workflow import BookingState, RequestState
from safeguarding.access import restrictions
from safeguarding.models import Allocation, Bar, Child, RestrictedGrant, User

WHY = "whose work a restricted record is, for those who name people: times and colleagues, and no child"


@dataclass(frozen=True)
class Lacks:
    """Somebody whose work it is and who does not see the record. `meeting` is that which they chair or whose
    minutes they take; None for who asked for the conference or works with the child, as `what` says.
    """

    person: User
    what: str
    meeting: Booking | None
    is_barred: bool


@dataclass(frozen=True)
class Waits:
    """A restricted record by its child, with how many open duties nobody named can take, and who lacks."""

    child: Child
    duties: int
    people: list[Lacks]


CHAIRS, TYPES, ASKED, WORKS = (
    "chairs",
    "takes the minutes of",
    "asked for a conference",
    "works with the child",
)


def waits_for_names(user: User, at: dt.datetime) -> list[Waits]:
    """The restricted records this person governs of which somebody should be named, the longest restricted
    first: seven queries, whatever there is, or one where no record is restricted.
    """
    children = list(restrictions.restricted(user, at))
    if not children:
        return []
    ids = [child.pk for child in children]
    named = set(live_grants(at).filter(child__in=ids).values_list("child", "user"))
    barred = set(Bar.objects.filter(lifted_at=None).values_list("family", "user"))
    duties = Counter(untaken(at).filter(child__in=ids).values_list("child", flat=True))
    lacking: dict[int, list[Lacks]] = defaultdict(list)
    families = {child.pk: child.family_id for child in children}
    for child, person, what, meeting in _at_work(ids):
        is_barred = (families[child], person.pk) in barred
        if person.is_active and (is_barred or (child, person.pk) not in named):
            lacking[child].append(Lacks(person, what, meeting, is_barred))
    return [
        Waits(child, duties[child.pk], lacking[child.pk])
        for child in children
        if duties[child.pk] or lacking[child.pk]
    ]


def live_grants(at: dt.datetime) -> QuerySet[RestrictedGrant]:
    """By which somebody is named for a record at a moment."""
    return RestrictedGrant.objects.filter(ended_at=None, granted_at__lte=at, until_at__gt=at)


def untaken(at: dt.datetime) -> QuerySet[Duty]:
    """The open duties of restricted children that nobody who is named could take at a moment."""
    bars = Bar.objects.filter(user=OuterRef("user"), family=OuterRef("child__family"), lifted_at=None)
    live = live_grants(at).filter(child=OuterRef("child"), user__is_active=True, user__is_system=False)
    takers = live.filter(~Exists(bars)).alias(
        takes=Concat(OuterRef("kind"), Value(" "), F("user__role"), output_field=CharField())
    )
    duties = Duty.objects.unscoped("a number of duties, for those who name somebody")
    open_ones: QuerySet[Duty] = duties.filter(closed_at=None, child__is_restricted=True)
    return open_ones.filter(~Exists(takers.filter(takes__in=TAKES)))


def _at_work(children: Collection[int]) -> Iterable[tuple[int, User, str, Booking | None]]:
    """(child, whoever has to do with it, how, at which meeting): each once for each child and meeting."""
    asked = RequestedChild.objects.unscoped(WHY).filter(child__in=children)
    meetings = Booking.objects.unscoped(WHY).filter(
        state=BookingState.BOOKED, request__in=asked.values("request")
    )
    of_request = {one.request_id: one for one in meetings.select_related("chair", "minute_taker")}
    waiting = asked.filter(request__state__in=(RequestState.REQUESTED, RequestState.BOOKED))
    for row in waiting.select_related("request__requested_by").order_by("pk"):
        meeting = of_request.get(row.request_id)
        if meeting:
            yield row.child_id, meeting.chair, CHAIRS, meeting
        if meeting and meeting.minute_taker:
            yield row.child_id, meeting.minute_taker, TYPES, meeting
        yield row.child_id, row.request.requested_by, ASKED, None
    held = Allocation.objects.unscoped(WHY).filter(child__in=children, end_date=None, worker__isnull=False)
    for one in held.select_related("worker"):
        if one.worker:
            yield one.child_id, one.worker, WORKS, None
