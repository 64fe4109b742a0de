"""What one person has to do: late, today, this week, later, and what they wait for; all in their scope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet, Value

from conferences.models import Booking, Consultation, Duty, Request, RequestedChild, ThinkingTime
from conferences.queries import duties_meetings
from conferences.queries.duties_lines import Line, Lines, Part, WorkList, first_lines
from conferences.queries.duties_meetings import Ahead
from conferences.rules.duties import DutyKind
from safeguarding.access import Permission, can, in_sight, scope, sight_of
from safeguarding.models import User
from safeguarding.models.base import ChildRecord, ScopedQuerySet
from safeguarding.rights import Role
from safeguarding.workingdays import add_days

WEEK = 7
# How many lines of each list stand on My work, and how many on a page of the whole list.
FIRST, A_PAGE = 20, 50
ALL = "all"


# For those whose work is conferences.
OF_CONFERENCES = (Part.CONFERENCES, Part.WAITING)


@dataclass(frozen=True)
class MyWork:
    """The lists of a person's duties, and their meetings; `refs` lead from a duty's subject to its page."""

    lists: Mapping[Part, WorkList]
    meetings: Sequence[Ahead] = ()
    meetings_count: int = 0
    refs: Mapping[str, str] = field(default_factory=dict)


def parts(user: User) -> list[Part]:
    """The lists that this person has."""
    has_conferences = can(user, Permission.READ_REQUEST)
    return [part for part in Part if has_conferences or part not in OF_CONFERENCES]


def my_work(user: User, *, on: dt.date) -> MyWork:
    """The first lines of each list of a person on a day, in a fixed number of queries."""
    has_conferences = Part.WAITING in parts(user)
    duties: dict[Part | None, ScopedQuerySet] = {None: _duties(user, None, on)}
    if has_conferences:
        duties[Part.WAITING] = _duties(user, Part.WAITING, on)
    lists = first_lines(duties, on, add_days(on, WEEK), FIRST)
    refs = _refs(user, (line for one in lists.values() for line in one.lines))
    if not has_conferences:
        return MyWork(lists, refs=refs)
    ahead, count = duties_meetings.first(user, on, add_days(on, WEEK), FIRST)
    return MyWork(lists, ahead, count, refs)


def work_list(user: User, part: Part, *, on: dt.date, page: str | None) -> tuple[MyWork, Page[Any]]:
    """A page of one list: by its number, the first where it is none, or all of it where it is "all"."""
    if part is Part.CONFERENCES:
        shown = _page(duties_meetings.rows(user, on, add_days(on, WEEK)), page)
        return MyWork({}, duties_meetings.with_readiness(shown.object_list), shown.paginator.count), shown
    shown = _page(Lines(part, _duties(user, part, on), on), page)
    lines = list(shown.object_list)
    return MyWork({part: WorkList.of(lines)}, refs=_refs(user, lines)), shown


def _page(rows: Any, page: str | None) -> Page[Any]:
    """One statement counts, another reads the rows of the page."""
    pages = Paginator(rows, A_PAGE)
    if page == ALL:
        pages.per_page = max(pages.count, 1)
    return pages.get_page(page)


def _duties(user: User, part: Part | None, on: dt.date) -> ScopedQuerySet:
    """The open duties of one list, or of all those that are the person's own."""
    duties = scope(user, Duty).filter(closed_at__isnull=True)
    week = add_days(on, WEEK)
    days = {
        Part.TODAY: Q(due_date__lte=on),
        Part.WEEK: Q(due_date__gt=on, due_date__lte=week),
        Part.LATER: Q(due_date__gt=week),
    }
    if part is Part.WAITING:
        return duties.filter(_owed_by_others(user, on)).exclude(_mine(user))
    return duties.filter(_mine(user), days[part] if part else Q())


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
    return Q(pk__isnull=True)


def _children_asked_for(**whose: User) -> QuerySet[RequestedChild, dict[str, int]]:
    asked = RequestedChild.objects.unscoped("whose duties are waited for; the duties are in scope")
    return asked.filter(**whose).values("child")


# The record whose page a subject's word leads to, and the way from it to the subject: a child that is asked
# for stands on the page of the whole request, which opens only to who may see each of its children.
SUBJECTS: dict[str, tuple[type[ChildRecord], str]] = {
    "requestedchild": (Request, "children__pk"),
    "consultation": (Consultation, "pk"),
    "thinkingtime": (ThinkingTime, "pk"),
    "booking": (Booking, "pk"),
}


def _refs(user: User, lines: Iterable[Line]) -> dict[str, str]:
    """{"consultation:12": its reference}: one query for all kinds of subject."""
    wanted: dict[str, set[int]] = {}
    refs: dict[str, str] = {}
    for line in lines:
        name, _, pk = line.subject.partition(":")
        if name in SUBJECTS:
            wanted.setdefault(name, set()).add(int(pk))
        else:
            refs[line.subject] = str(line.child_ref)
    sight = sight_of(user)
    kinds = [
        in_sight(sight, SUBJECTS[name][0])
        .filter(**{f"{SUBJECTS[name][1]}__in": ids})
        .order_by()
        .values_list(Value(name), SUBJECTS[name][1], "ref")
        for name, ids in wanted.items()
    ]
    rows = kinds[0].union(*kinds[1:], all=True) if kinds else []
    return refs | {f"{name}:{pk}": str(ref) for name, pk, ref in rows}
