"""What one person has to do: late, today, this week, later, and what they wait for; all in their scope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from conferences.models import (
    Booking,
    Consultation,
    Duty,
    Enquiry,
    Plan,
    Request,
    RequestedChild,
    ThinkingTime,
    TransferIn,
)
from conferences.models.duties import SUBJECT_FIELDS
from conferences.queries import duties_meetings
from conferences.queries.duties_lines import Line, Lines, Part, WorkList, first_lines
from conferences.queries.duties_meetings import Ahead
from conferences.rules.deadlines import DEADLINES, Code
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.access import Permission, can, in_sight, scope, sight_of
from safeguarding.models import User
from safeguarding.models.base import ChildRecord, ScopedQuerySet
from safeguarding.rights import CAN, Role
from safeguarding.workingdays import add_days

WEEK = 7
# How many lines of each list stand on My work, and how many on a page of the whole list.
FIRST, A_PAGE = 20, 50
ALL = "all"


STATUTORY = [row.code for row in DEADLINES if row.is_statutory]
# For those whose work is conferences.
OF_CONFERENCES = (Part.CONFERENCES, Part.WAITING)


@dataclass(frozen=True)
class MyWork:
    """The lists of a person's duties, and their meetings.

    `refs` lead from a duty's kind and subject to its page; `rights` are the person's.
    """

    lists: Mapping[Part, WorkList]
    meetings: Sequence[Ahead] = ()
    meetings_count: int = 0
    refs: Mapping[tuple[str, int], str] = field(default_factory=dict)
    rights: frozenset[Permission] = frozenset()


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
    rights = CAN[Role(user.role)]
    refs = _refs(user, (line for one in lists.values() for line in one.lines))
    if not has_conferences:
        return MyWork(lists, refs=refs, rights=rights)
    ahead, count = duties_meetings.first(user, on, add_days(on, WEEK), FIRST)
    return MyWork(lists, ahead, count, refs, rights)


def work_list(user: User, part: Part, *, on: dt.date, page: str | None) -> tuple[MyWork, Page[Any]]:
    """A page of one list: by its number, the first where it is none, or all of it where it is "all"."""
    if part is Part.CONFERENCES:
        shown = _page(duties_meetings.rows(user, on, add_days(on, WEEK)), page)
        return MyWork({}, duties_meetings.with_readiness(shown.object_list), shown.paginator.count), shown
    shown = _page(Lines(part, _duties(user, part, on), on), page)
    lines = list(shown.object_list)
    return MyWork({part: WorkList.of(lines)}, refs=_refs(user, lines), rights=CAN[Role(user.role)]), shown


def _page(rows: Any, page: str | None) -> Page[Any]:
    """One statement counts, another reads the rows of the page."""
    pages = Paginator(rows, A_PAGE)
    if page == ALL:
        pages.per_page = max(pages.count, 1)
    return pages.get_page(page)


def _duties(user: User, part: Part | None, on: dt.date) -> ScopedQuerySet:
    """The open duties of one list, or of all those that are the person's own."""
    subject = Coalesce(*SUBJECT_FIELDS.values(), output_field=BigIntegerField())
    duties: ScopedQuerySet = scope(user, Duty).filter(closed_at__isnull=True).annotate(subject=subject)
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
        return Q(child__in=booked)
    if user.role == Role.BUSINESS_SUPPORT:
        return Q(owner__isnull=False, due_date__lte=add_days(on, WEEK))
    if user.role == Role.STRATEGIC_LEAD:
        return Q(kind__in=[Code.GIVE_ACCOUNT, Code.HOLD_THINKING_TIME]) | Q(
            due_date__lt=on, kind__in=STATUTORY
        )
    if user.role == Role.MANAGER:
        return Q(due_date__lt=on)
    return Q(pk__isnull=True)


def _children_asked_for(**whose: User) -> QuerySet[RequestedChild, dict[str, int]]:
    asked = RequestedChild.objects.unscoped("whose duties are waited for; the duties are in scope")
    return asked.filter(**whose).values("child")


@dataclass(frozen=True)
class Place:
    """Where what a duty stands on is found: its table, the path to the subject, the path to the reference."""

    of: type[ChildRecord]
    subject: str
    ref: str
    conditions: Mapping[str, Any] = field(default_factory=dict)


def _of_open_request(subject: str) -> Place:
    """The page of a whole request, which opens only to who may see each of its children."""
    return Place(Request, f"children__{subject}", "ref", {"state__in": OPEN_REQUESTS})


FAMILY = "child__family__ref"
PLAN, BOOKING = Place(Plan, "pk", "ref"), Place(Booking, "pk", "ref")
CONSULTATION, REVIEWED = Place(Consultation, "pk", "ref"), _of_open_request("plan")
PLACES: Mapping[str, Place] = {
    Code.HOLD_CONFERENCE: _of_open_request("enquiry"),
    Code.HOLD_TRANSFER_IN: _of_open_request("transfer_in"),
    Code.HOLD_REVIEW: REVIEWED,
    Code.REVIEW_AFTER_BIRTH: REVIEWED,
    Code.REQUEST_CONFERENCE: Place(Enquiry, "pk", FAMILY),
    Code.REQUEST_TRANSFER_IN: Place(TransferIn, "pk", FAMILY),
    Code.REQUEST_REVIEW: Place(Plan, "pk", FAMILY),
    Code.HOLD_FIRST_CORE_GROUP: PLAN,
    Code.HOLD_CORE_GROUP: PLAN,
    Code.SCHEDULE_REQUEST: Place(Request, "pk", "ref"),
    Code.GIVE_ACCOUNT: CONSULTATION,
    Code.DECIDE_CONSULTATION: CONSULTATION,
    Code.HOLD_THINKING_TIME: Place(ThinkingTime, "pk", "ref"),
    Code.SEND_LETTERS: BOOKING,
    Code.FINISH_RECORD: BOOKING,
    Code.SEND_RECORD: BOOKING,
}


def _refs(user: User, lines: Iterable[Line]) -> dict[tuple[str, int], str]:
    """{(kind, subject): the reference of the page where it is done}: one query, each place asked once."""
    shown = {(line.kind, line.subject) for line in lines}
    places = list({id(PLACES[kind]): PLACES[kind] for kind, _ in shown}.values())
    sight = sight_of(user)
    asked = [
        in_sight(sight, place.of)
        .filter(
            **{f"{place.subject}__in": {subject for kind, subject in shown if PLACES[kind] is place}},
            **place.conditions,
        )
        .order_by()
        .values_list(Value(number), place.subject, place.ref)
        for number, place in enumerate(places)
    ]
    rows = asked[0].union(*asked[1:], all=True) if asked else []
    found = {(id(places[number]), subject): ref for number, subject, ref in rows if ref}
    by_kind = {(kind, subject): found.get((id(PLACES[kind]), subject)) for kind, subject in shown}
    return {key: str(ref) for key, ref in by_kind.items() if ref}
