"""What one person has to do: late, today, this week, later, and what they wait for; all in their scope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import Q, QuerySet

from conferences.models import Booking, Consultation, Duty, RequestedChild, ThinkingTime
from conferences.rules.duties import STATUTORY_ORDER, DutyKind
from conferences.rules.workflow import BookingState
from safeguarding.access import scope
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.rights import Role
from safeguarding.workingdays import add_days

WEEK = 7
# More would be no list of today's work; the page says how many there are.
MOST = 100


@dataclass(frozen=True)
class Item:
    """One thing to do, for one child or for several of a family at once."""

    kind: DutyKind
    due_date: dt.date
    duties: Sequence[Duty]
    owner: str = ""

    @property
    def subject(self) -> str:
        return self.duties[0].subject


@dataclass(frozen=True)
class MyWork:
    """The page's lists, by the statutory clock; `refs` lead from a duty's subject to its page."""

    late: Sequence[Item]
    today: Sequence[Item]
    week: Sequence[Item]
    later: Sequence[Item]
    waiting: Sequence[Item]
    meetings: Sequence[Booking]
    refs: dict[str, str] = field(default_factory=dict)
    left_out: int = 0


def my_work(user: User, *, on: dt.date) -> MyWork:
    """A person's work on a day, in a fixed number of queries."""
    mine = _open(user).filter(_mine(user))
    others = _open(user).filter(_waiting_for(user, on)).exclude(_mine(user))
    own, theirs = list(mine[: MOST + 1]), list(others[:MOST])
    items = _grouped(own[:MOST])
    end_of_week = add_days(on, WEEK)
    return MyWork(
        late=[i for i in items if i.due_date < on],
        today=[i for i in items if i.due_date == on],
        week=[i for i in items if on < i.due_date <= end_of_week],
        later=[i for i in items if i.due_date > end_of_week],
        waiting=_grouped(theirs),
        meetings=meetings(user, on, end_of_week),
        refs=_refs(user, [*own[:MOST], *theirs]),
        left_out=max(0, len(own) - MOST),
    )


def _open(user: User) -> QuerySet[Duty]:
    duties = scope(user, Duty).filter(closed_at__isnull=True)
    return duties.select_related("child__family", "owner").order_by("due_date", "id")


def _mine(user: User) -> Q:
    """What this person holds, and what their role holds where nobody does; a manager, the team's too."""
    own = Q(owner=user) | Q(owner__isnull=True, owner_role=user.role)
    if user.role == Role.TEAM_MANAGER:
        own |= Q(owner__team=user.team_id) | Q(owner__isnull=True, owner_role=Role.SOCIAL_WORKER)
    return own


def _waiting_for(user: User, on: dt.date) -> Q:
    """What others owe that this person's own work waits for."""
    if user.role in (Role.SOCIAL_WORKER, Role.TEAM_MANAGER):
        return Q(child__requested__request__requested_by=user)
    if user.role == Role.CHAIR:
        return Q(child__requested__request__bookings__chair=user) & ~Q(kind=DutyKind.HOLD_REVIEW.value)
    if user.role == Role.BUSINESS_SUPPORT:
        return Q(owner__isnull=False, due_date__lte=add_days(on, WEEK))
    if user.role == Role.STRATEGIC_LEAD:
        return Q(kind__in=[DutyKind.ASK_CONSULTATION.value, DutyKind.HOLD_THINKING_TIME.value])
    if user.role == Role.MANAGER:
        return Q(due_date__lt=on)
    return Q(pk__in=[])


def _grouped(duties: Iterable[Duty]) -> list[Item]:
    """Siblings whose same duty falls on the same day are one line, in the statutory order of the day."""
    seen: dict[int, Duty] = {duty.pk: duty for duty in duties}

    def key(duty: Duty) -> tuple[dt.date, int, int, int]:
        family = duty.child.family_id or -duty.child_id
        return duty.due_date, STATUTORY_ORDER[duty.kind], family, duty.owner_id or 0

    groups = [list(group) for _, group in groupby(sorted(seen.values(), key=key), key=key)]
    return [_item(group) for group in groups]


def _item(group: Sequence[Duty]) -> Item:
    first = group[0]
    kind = next(kind for kind in DutyKind if kind.value == first.kind)
    owner = first.owner.full_name if first.owner else Role(first.owner_role).label
    return Item(kind, first.due_date, group, owner)


def meetings(user: User, first: dt.date, last: dt.date) -> list[Booking]:
    """The conferences in the diary from a day to a day: a chair's own, else those in the person's scope."""
    booked = scope(user, Booking).filter(
        state=BookingState.BOOKED.value, starts_at__date__gte=first, starts_at__date__lte=last
    )
    if user.role == Role.CHAIR:
        booked = booked.filter(chair=user)
    related = booked.select_related("room", "chair", "request__family")
    return list(related.prefetch_related("request__thinking_time", "request__children__consultation"))


# What a subject's word stands for, and the reference that leads to its page.
SUBJECTS: dict[str, tuple[type[ChildRecord], str]] = {
    "requestedchild": (RequestedChild, "request__ref"),
    "consultation": (Consultation, "ref"),
    "thinkingtime": (ThinkingTime, "ref"),
    "booking": (Booking, "ref"),
}


def _refs(user: User, duties: Iterable[Duty]) -> dict[str, str]:
    """{"consultation:12": its reference}: one query a kind of subject."""
    wanted: dict[str, set[int]] = {name: set() for name in SUBJECTS}
    refs: dict[str, str] = {}
    for duty in duties:
        name, _, pk = duty.subject.partition(":")
        if name in wanted:
            wanted[name].add(int(pk))
        else:
            refs[duty.subject] = str(duty.child.ref)
    for name, (model, path) in SUBJECTS.items():
        rows = scope(user, model).filter(pk__in=wanted[name]).values_list("pk", path)
        refs |= {f"{name}:{pk}": str(ref) for pk, ref in rows}
    return refs
