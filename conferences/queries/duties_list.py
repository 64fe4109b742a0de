"""What one person has to do: late, today, this week, later, and what they wait for; all in their scope."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Value

from conferences.models import (
    Booking,
    Consultation,
    Duty,
    Enquiry,
    Plan,
    Request,
    SecondOpinion,
    ThinkingAction,
    ThinkingRequirement,
    ThinkingTime,
    TransferIn,
)
from conferences.models.duties import SUBJECT_FIELDS
from conferences.queries import duties_meetings
from conferences.queries.duties_lines import Line, Lines, Part, WorkList, first_lines
from conferences.queries.duties_meetings import Ahead, meeting_days
from conferences.queries.duties_parts import NO_FILTERS, Filters, duties_of, duties_of_part, live_on, parts
from conferences.queries.follow_ups import CODES as FOLLOW_UPS
from conferences.queries.plans_days import CORE_GROUPS
from conferences.queries.thinking_time import why_required
from conferences.queries.thinking_time_before import agreed_on
from conferences.rules.deadlines import CATALOGUE, Code
from conferences.rules.deadlines_steps import CONFERENCES
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.access import Permission, in_sight, sight_of
from safeguarding.golive.day import live_since
from safeguarding.models import User
from safeguarding.models.base import ChildRecord
from safeguarding.rights import rights_of
from safeguarding.workingdays import add_days, week_end

# The conferences of so many days are shown.
DAYS_AHEAD = 7
# How many lines of the first lists stand on My work, how many of each other, and on a page of a whole list.
FIRST, FEW, A_PAGE = 20, 8, 50
ALL = "all"


@dataclass(frozen=True)
class MyWork:
    """The lists of a person's duties, and their meetings.

    `whys` are the reasons of thinking time (by session), of children in scope, `agreed` what it led to and
    waits (by session and day). `refs` lead from a duty's kind and subject to its page, `days` to the day of
    its meeting in the diary; `rights` are the person's; `is_narrowed` where the lists hold only some of the
    duties.
    """

    lists: Mapping[Part, WorkList]
    meetings: Sequence[Ahead] = ()
    meetings_count: int = 0
    refs: Mapping[tuple[str, int], str] = field(default_factory=dict)
    days: Mapping[tuple[str, int], dt.date] = field(default_factory=dict)
    rights: frozenset[Permission] = frozenset()
    is_narrowed: bool = False
    whys: Mapping[int, Sequence[ThinkingRequirement]] = field(default_factory=dict)
    agreed: Mapping[tuple[int, dt.date], Sequence[ThinkingAction]] = field(default_factory=dict)


def my_work(user: User, *, on: dt.date, filters: Filters = NO_FILTERS) -> MyWork:
    """The first lines of each list of a person on a day, in a fixed number of queries."""
    duties = duties_of(user, on, filters, live_on(on))
    lists = first_lines(duties, on, week_end(on), FIRST, FEW)
    lines = [line for one in lists.values() for line in one.lines]
    rights, refs, days = rights_of(user.roles), places_of(user, _places(lines)), meeting_days(_keys(lines))
    told = MyWork(
        lists,
        refs=refs,
        days=days,
        rights=rights,
        is_narrowed=filters != NO_FILTERS,
        whys=why_required(user, _open_of(lines, Code.HOLD_THINKING_TIME)),
        agreed=agreed_on(user, _open_of(lines, Code.DO_ACTION)),
    )
    if Part.CONFERENCES not in parts(user):
        return told
    ahead, count = duties_meetings.first(user, on, add_days(on, DAYS_AHEAD), FEW)
    return replace(told, meetings=ahead, meetings_count=count)


def work_list(
    user: User, part: Part, *, on: dt.date, page: str | None, filters: Filters = NO_FILTERS
) -> tuple[MyWork, Page[Any]]:
    """A page of one list: by its number, the first where it is none, or all of it where it is "all"."""
    if part is Part.CONFERENCES:
        shown = _page(duties_meetings.rows(user, on, add_days(on, DAYS_AHEAD)), page)
        return MyWork({}, duties_meetings.with_readiness(shown.object_list), shown.paginator.count), shown
    duties = duties_of_part(user, part, on, filters, live_since(on))
    shown = _page(Lines(part, duties, on), page)
    lines = list(shown.object_list)
    rights, refs, days = rights_of(user.roles), places_of(user, _places(lines)), meeting_days(_keys(lines))
    work = MyWork(
        {part: WorkList.of(lines)},
        refs=refs,
        days=days,
        rights=rights,
        is_narrowed=filters != NO_FILTERS,
        whys=why_required(user, _open_of(lines, Code.HOLD_THINKING_TIME)),
        agreed=agreed_on(user, _open_of(lines, Code.DO_ACTION)),
    )
    return work, shown


def _keys(lines: Iterable[Line]) -> set[tuple[str, int]]:
    return {(line.kind, line.subject) for line in lines}


def _open_of(lines: Iterable[Line], kind: Code) -> set[int]:
    """Of what the lines of one kind are that are still to be done."""
    return {line.subject for line in lines if line.kind == kind and line.done_at is None}


def _places(lines: Iterable[Line]) -> set[tuple[str, int]]:
    kinds = ((place_kind(line.kind, is_done=line.done_at is not None), line.subject) for line in lines)
    return {(kind, subject) for kind, subject in kinds if kind}


def _page(rows: Any, page: str | None) -> Page[Any]:
    """One statement counts, another reads the rows of the page."""
    pages = Paginator(rows, A_PAGE)
    if page == ALL:
        pages.per_page = max(pages.count, 1)
    return pages.get_page(page)


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
THINKING_TIME = Place(ThinkingTime, "pk", "ref")
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
    Code.END_PLAN: Place(Plan, "pk", "child__ref"),
    Code.HOLD_CORE_GROUP: PLAN,
    Code.FIRST_FOLLOW_UP: PLAN,
    Code.SECOND_FOLLOW_UP: PLAN,
    Code.THIRD_FOLLOW_UP: PLAN,
    Code.SCHEDULE_REQUEST: Place(Request, "pk", "ref"),
    **dict.fromkeys(
        (Code.INVITE, Code.CHASE_REPORTS, Code.SHARE_REPORTS, Code.TELL_EXCLUDED, Code.SPEAK_BEFORE),
        Place(Booking, "pk", "request__ref"),
    ),
    Code.ANSWER_QUORUM: Place(Booking, "pk", "ref"),
    Code.BOOK_NEW_DATE: Place(Booking, "pk", "request__ref"),
    Code.GIVE_ACCOUNT: CONSULTATION,
    Code.DECIDE_CONSULTATION: CONSULTATION,
    Code.ASK_AGREED: CONSULTATION,
    Code.MEET_CONDITION: CONSULTATION,
    Code.REVIEW_SUPPORT: CONSULTATION,
    Code.SECOND_OPINION: Place(SecondOpinion, "answer__consultation", "ref"),
    Code.HOLD_THINKING_TIME: THINKING_TIME,
    Code.DO_ACTION: THINKING_TIME,
    Code.SEND_LETTERS: BOOKING,
    Code.FINISH_RECORD: BOOKING,
    Code.SEND_RECORD: BOOKING,
    Code.SEND_CLOSING: BOOKING,
    Code.SEND_AGAIN: BOOKING,
    Code.GIVE_OWN_VERSION: BOOKING,
}
# Where what is done is read, as a form would record it again: at the request, or on the child’s record ("").
READ_AT: Mapping[str, str] = {
    Code.REQUEST_CONFERENCE: Code.HOLD_CONFERENCE,
    Code.REQUEST_TRANSFER_IN: Code.HOLD_TRANSFER_IN,
    Code.REQUEST_REVIEW: Code.HOLD_REVIEW,
    **dict.fromkeys(
        (*CONFERENCES, Code.REVIEW_AFTER_BIRTH, Code.END_PLAN, *CORE_GROUPS, *FOLLOW_UPS.values()), ""
    ),
}


def place_kind(kind: str, *, is_done: bool) -> str:
    """The kind by whose place a duty is opened: "" for what is done and is read on the child's record."""
    return READ_AT.get(kind, kind) if is_done else kind


def places_of(user: User, shown: Collection[tuple[str, int]]) -> dict[tuple[str, int], str]:
    """{(kind, subject): the reference of the page where it is done}: one query, each place asked once."""
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


def place_of(user: User, duty: Duty) -> tuple[str, str]:
    """The kind by whose place a duty in scope is opened, and the reference of that page; "" where none is."""
    kind = place_kind(duty.kind, is_done=duty.closed_because == "MET")
    # None of a duty whose plan was none: what was done with it stays with the meeting.
    subject = getattr(duty, f"{SUBJECT_FIELDS[CATALOGUE[Code(duty.kind)].subject]}_id")
    return kind, places_of(user, [(kind, subject)]).get((kind, subject), "") if kind and subject else ""
