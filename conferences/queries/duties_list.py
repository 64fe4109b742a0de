"""What one person has to do: late, today, this week, later, and what they wait for; all in their scope.

A list of a hundred lines is read as columns: a record for each child, family and owner would cost ten times
as much.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet, Value

from conferences.models import Booking, Consultation, Duty, RequestedChild, ThinkingTime
from conferences.queries.scheduling import MIDNIGHT
from conferences.rules.duties import STATUTORY_ORDER, DutyKind
from conferences.rules.scheduling import moment
from conferences.rules.workflow import BookingState, ConsultationState, ThinkingTimeState
from safeguarding.access import in_sight, scope, sight_of
from safeguarding.models import User
from safeguarding.models.base import ChildRecord, ScopedQuerySet
from safeguarding.models.child import name_shown
from safeguarding.rights import Role
from safeguarding.workingdays import add_days

WEEK = 7
# More would be no list of today's work; the page says how many there are.
MOST = 100
UNDECIDED = (ConsultationState.RAISED, ConsultationState.ASKED, ConsultationState.MORE_INFORMATION)


class Line(NamedTuple):
    """One open duty as a list tells of it."""

    child_id: int
    pk: int
    kind: str
    subject: str
    due_date: dt.date
    owner_role: str
    owner_id: int | None
    owner_name: str | None
    child_ref: UUID
    given_names: str
    family_name: str
    number: str
    birth_date: dt.date | None
    family_id: int | None
    family: str | None

    @property
    def child(self) -> str:
        return name_shown(self.given_names, self.family_name, self.number, unborn=self.birth_date is None)


COLUMNS = (
    "pk",
    "kind",
    "subject",
    "due_date",
    "owner_role",
    "owner",
    "owner__full_name",
    "child__ref",
    "child__given_names",
    "child__family_name",
    "child__la_child_id",
    "child__birth_date",
    "child__family",
    "child__family__name",
)


@dataclass(frozen=True)
class Item:
    """One thing to do, for one child or for several of a family at once."""

    kind: DutyKind
    due_date: dt.date
    duties: Sequence[Line]
    owner: str = ""

    @property
    def subject(self) -> str:
        return self.duties[0].subject


@dataclass(frozen=True)
class Ahead:
    """A conference in the diary, with how many children it is about and what still stands before it."""

    number: int
    ref: UUID
    starts_at: dt.datetime
    request_id: int
    family: str
    room: str
    chair: str
    children: int = 0
    is_consulted_on: bool = False
    is_thought_about: bool = False


@dataclass(frozen=True)
class MyWork:
    """The page's lists, by the statutory clock; `refs` lead from a duty's subject to its page."""

    late: Sequence[Item]
    today: Sequence[Item]
    week: Sequence[Item]
    later: Sequence[Item]
    waiting: Sequence[Item]
    meetings: Sequence[Ahead]
    refs: dict[str, str] = field(default_factory=dict)
    left_out: int = 0


def my_work(user: User, *, on: dt.date) -> MyWork:
    """A person's work on a day, in a fixed number of queries."""
    mine = _open(user).filter(_mine(user))
    others = _open(user).filter(_owed_by_others(user, on)).exclude(_mine(user))
    own, theirs = _lines(mine, MOST + 1), _lines(others, MOST)
    items = _group(own[:MOST])
    end_of_week = add_days(on, WEEK)
    return MyWork(
        late=[i for i in items if i.due_date < on],
        today=[i for i in items if i.due_date == on],
        week=[i for i in items if on < i.due_date <= end_of_week],
        later=[i for i in items if i.due_date > end_of_week],
        waiting=_group(theirs),
        meetings=meetings(user, on, end_of_week),
        refs=_refs(user, [*own[:MOST], *theirs]),
        left_out=max(0, len(own) - MOST),
    )


def _open(user: User) -> ScopedQuerySet:
    return scope(user, Duty).filter(closed_at__isnull=True).order_by("due_date", "id")


def _lines(duties: ScopedQuerySet, most: int) -> list[Line]:
    return [Line(*row) for row in duties[:most].noted_rows("child", *COLUMNS)]


def _mine(user: User) -> Q:
    """What this person holds, and what their role holds where nobody does; a manager, the team's too."""
    own = Q(owner=user) | Q(owner__isnull=True, owner_role=user.role)
    if user.role == Role.TEAM_MANAGER:
        own |= Q(owner__team=user.team_id) | Q(owner__isnull=True, owner_role=Role.SOCIAL_WORKER)
    return own


def _owed_by_others(user: User, on: dt.date) -> Q:
    """What others owe that this person's own work waits for."""
    if user.role in (Role.SOCIAL_WORKER, Role.TEAM_MANAGER):
        return Q(child__in=_children_asked_for(request__requested_by=user))
    if user.role == Role.CHAIR:
        booked = _children_asked_for(request__bookings__chair=user)
        return Q(child__in=booked) & ~Q(kind=DutyKind.HOLD_REVIEW.value)
    if user.role == Role.BUSINESS_SUPPORT:
        return Q(owner__isnull=False, due_date__lte=add_days(on, WEEK))
    if user.role == Role.STRATEGIC_LEAD:
        return Q(kind__in=[DutyKind.ASK_CONSULTATION.value, DutyKind.HOLD_THINKING_TIME.value])
    if user.role == Role.MANAGER:
        return Q(due_date__lt=on)
    return Q(pk__in=[])


def _children_asked_for(**whose: User) -> QuerySet[RequestedChild, dict[str, int]]:
    asked = RequestedChild.objects.unscoped("whose duties are waited for; the duties are in scope")
    return asked.filter(**whose).values("child")


def _group(duties: Iterable[Line]) -> list[Item]:
    """Siblings whose same duty falls on the same day are one line, in the statutory order of the day."""

    def key(duty: Line) -> tuple[dt.date, int, int, int]:
        family = duty.family_id or -duty.child_id
        return duty.due_date, STATUTORY_ORDER[duty.kind], family, duty.owner_id or 0

    groups = [list(group) for _, group in groupby(sorted(duties, key=key), key=key)]
    return [_item(group) for group in groups]


def _item(group: Sequence[Line]) -> Item:
    first = group[0]
    kind = next(kind for kind in DutyKind if kind.value == first.kind)
    return Item(kind, first.due_date, group, first.owner_name or Role(first.owner_role).label)


def meetings(user: User, first: dt.date, last: dt.date) -> list[Ahead]:
    """The conferences in the diary from a day to a day: a chair's own, else those in the person's scope."""
    booked = scope(user, Booking).filter(
        state=BookingState.BOOKED.value,
        starts_at__gte=moment(first, MIDNIGHT),
        starts_at__lt=moment(add_days(last, 1), MIDNIGHT),
    )
    if user.role == Role.CHAIR:
        booked = booked.filter(chair=user)
    rows = booked.values_list(
        "pk", "ref", "starts_at", "request", "request__family__name", "room__name", "chair__full_name"
    )
    return _with_readiness([Ahead(*row) for row in rows])


def _with_readiness(ahead: list[Ahead]) -> list[Ahead]:
    """The meetings with their children, each noted as read, and what stands before them."""
    if not ahead:
        return []
    requests = [one.request_id for one in ahead]
    asked = RequestedChild.objects.unscoped("the children of meetings in scope").filter(request__in=requests)
    rows = asked.noted_rows("child", "request", "consultation__state")
    thinking = ThinkingTime.objects.unscoped("what stands before meetings in scope").filter(
        request__in=requests, is_required=True, state=ThinkingTimeState.DUE.value
    )
    due = set(thinking.values_list("request", flat=True))
    consulted = {request for _, request, state in rows if state in UNDECIDED}
    return [
        replace(
            one,
            children=sum(request == one.request_id for _, request, _ in rows),
            is_consulted_on=one.request_id in consulted,
            is_thought_about=one.request_id in due,
        )
        for one in ahead
    ]


# What a subject's word stands for, and the reference that leads to its page.
SUBJECTS: dict[str, tuple[type[ChildRecord], str]] = {
    "requestedchild": (RequestedChild, "request__ref"),
    "consultation": (Consultation, "ref"),
    "thinkingtime": (ThinkingTime, "ref"),
    "booking": (Booking, "ref"),
}


def _refs(user: User, duties: Iterable[Line]) -> dict[str, str]:
    """{"consultation:12": its reference}: one query for all kinds of subject."""
    wanted: dict[str, set[int]] = {}
    refs: dict[str, str] = {}
    for duty in duties:
        name, _, pk = duty.subject.partition(":")
        if name in SUBJECTS:
            wanted.setdefault(name, set()).add(int(pk))
        else:
            refs[duty.subject] = str(duty.child_ref)
    sight = sight_of(user)
    parts = [
        in_sight(sight, SUBJECTS[name][0])
        .filter(pk__in=ids)
        .order_by()
        .values_list(Value(name), "pk", SUBJECTS[name][1])
        for name, ids in wanted.items()
    ]
    rows = parts[0].union(*parts[1:], all=True) if parts else []
    return refs | {f"{name}:{pk}": str(ref) for name, pk, ref in rows}
