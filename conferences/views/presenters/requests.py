"""Requests for a conference in words: the list, the check before sending, and the request's own page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse

from conferences.models import (
    Booking,
    Consultation,
    DayTold,
    EarlierPlan,
    Enquiry,
    Request,
    RequestedChild,
    ThinkingTime,
)
from conferences.operations.requests import Arrival, ChildAsk
from conferences.queries.days import Day
from conferences.queries.replans import Found
from conferences.rules.deadlines_days import Due
from conferences.rules.replans import FoundIn
from conferences.rules.vocabulary import Category, ConferenceKind
from conferences.rules.workflow import OPEN_REQUESTS, REQUEST, Event, RequestState, ThinkingTimeState, may
from conferences.views.presenters import words
from conferences.views.presenters.consultations_state import (
    family_tag,
    split_line,
)
from conferences.views.presenters.days import day_rows, law_day, outside_limit
from conferences.views.presenters.due import due_tag
from conferences.views.presenters.thinking_time import is_waived, late_line, why_line
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table, Tag
from safeguarding.wording import counted, joined, lower_first, uk_date, uk_day, uk_moment, upper_first

TABS = (
    ("waiting", "Waiting", RequestState.REQUESTED),
    ("scheduled", "Scheduled", RequestState.BOOKED),
    ("held", "Held", RequestState.HELD),
)
OUTSIDE = "Outside England"
EMPTY = {
    "waiting": "No request is waiting to be scheduled. New requests appear here.",
    "scheduled": "No conference is scheduled.",
    "held": "No requested conference has been held yet.",
}
STATE_COLOURS = {
    RequestState.REQUESTED: "yellow",
    RequestState.BOOKED: "blue",
    RequestState.HELD: "green",
    RequestState.WITHDRAWN: "grey",
}
COLUMNS = [Column("Conference for"), Column("Due"), Column("Re-plan consultation"), Column("Requested")]


@dataclass(frozen=True)
class ChildCard:
    """One child of a request: what for, by when, and what the check of the history found."""

    name: str
    href: str
    tag: Tag | None
    rows: list[SummaryRow]
    found: list[str]
    matches: Sequence[Link] = ()


@dataclass(frozen=True)
class RequestPage:
    """The request's page, top to bottom. `book` and `withdraw` are empty where this person may not."""

    number: int
    family: Link
    tag: Tag
    cards: list[ChildCard]
    rows: list[SummaryRow]
    book: str
    withdraw: str
    withdrawn: str
    split: str
    outside: str
    put_in: str = ""
    take_out: str = ""


@dataclass(frozen=True)
class Checked:
    """One child on the page that is checked before sending."""

    name: str
    rows: list[SummaryRow]


def tabs(current: str) -> list[Link]:
    base = reverse("requests")
    return [Link(text, f"{base}?show={key}", key == current) for key, text, _ in TABS]


def moved_href(user: User) -> str:
    """Where the days that moved are listed, for those who tell them."""
    return reverse("days_moved") if can(user, Permission.SCHEDULE) else ""


def state_of(tab: str) -> RequestState | None:
    return next((state for key, _, state in TABS if key == tab), None)


def ahead(requests: Iterable[Request]) -> list[Link]:
    """Each request whose conference lies ahead, with its meeting where there is one (`meets_at`)."""
    return [Link(_ahead(one), reverse("request", args=[one.ref])) for one in requests]


def _ahead(request: Any) -> str:
    if request.meets_at:
        return f"Conference scheduled for {uk_moment(request.meets_at)}"
    return f"Conference requested on {uk_date(request.requested_at)}, waiting to be scheduled"


def listed(requests: Iterable[Request], days: Mapping[int, Day], tab: str, on: date) -> Table:
    rows = [_row(request, days, on) for request in requests]
    heading = next(text for key, text, _ in TABS if key == tab)
    return Table(heading, COLUMNS, rows, EMPTY[tab], row_heads=True, stack=True, caption_hidden=True)


def _row(request: Request, days: Mapping[int, Day], on: date) -> list[Cell]:
    asked = list(request.children.all())
    due = law_day([days[one.pk] for one in asked]) if asked else None
    live = request.state in OPEN_REQUESTS
    return [
        Cell(
            f"{request.family.name}, {counted(len(asked), 'child', 'children')}",
            reverse("request", args=[request.ref]),
            note=_kinds(asked),
        ),
        Cell(uk_date(due), tag=due_tag(due, on) if due and live else None, note=_booking_line(request)),
        _consultations(asked),
        Cell(uk_date(request.requested_at), note=f"By {request.requested_by.full_name}"),
    ]


def _kinds(asked: Sequence[RequestedChild]) -> str:
    """Initial for 2 children, review for 1."""
    kinds = [one.kind for one in asked]
    told = [f"{label(ConferenceKind, kind)} ({kinds.count(kind)})" for kind in dict.fromkeys(kinds)]
    return joined(told)


def _booking_line(request: Request) -> str:
    booking = next(iter(request.bookings.all()), None)
    return f"Scheduled for {uk_moment(booking.starts_at)}" if booking else ""


def _consultations(asked: Sequence[RequestedChild]) -> Cell:
    consulted = _consulted(asked)
    if not consulted:
        return Cell("None needed")
    more = counted(len(consulted), "child", "children") if len(consulted) > 1 else ""
    return Cell(tag=family_tag(consulted), note=split_line(consulted) or more)


def _consulted(asked: Iterable[RequestedChild]) -> list[Consultation]:
    """The consultations of these children, of those who have one."""
    return [one.consultation for one in asked if getattr(one, "consultation", None)]


def enquiry_recorded(enquiries: Sequence[Enquiry], due: Due | None) -> str:
    """What was recorded, and by when a conference is due if one is needed."""
    number = counted(len(enquiries), "enquiry", "enquiries")
    told = f"{upper_first(number)} recorded."
    if due is None:
        return told
    return f"{told} An initial conference, if one is needed, is due by {uk_day(due.date)}: {due.explanation}."


def words_checked(cleaned: dict[str, Any]) -> list[SummaryRow]:
    return [
        SummaryRow("Why a conference is needed", words.typed(cleaned["reason"])),
        SummaryRow("Safety until then", words.typed(cleaned["interim_safety"]) or "Nothing entered"),
    ]


def checked(asks: Iterable[tuple[ChildAsk, Due | None]], on: date) -> list[Checked]:
    """Each child with the due date and how it was counted, before anything is stored."""
    return [Checked(ask.child.display_name, _checked_rows(ask, due, on)) for ask, due in asks]


def _checked_rows(ask: ChildAsk, due: Due | None, on: date) -> list[SummaryRow]:
    rows = [SummaryRow("Kind", ask.kind.label)] if ask.kind else []
    if ask.enquiry is not None:
        rows.append(SummaryRow("Enquiry", f"Started {uk_day(ask.enquiry.started_date)}"))
    if isinstance(ask.transfer_in, Arrival):
        rows += _arrival_rows(ask.transfer_in)
    if ask.plan is not None:
        rows.append(SummaryRow("Plan", f"{words.categories(ask.plan)}, since {uk_date(ask.plan.start_date)}"))
    return rows + due_rows(due.date, due.explanation, on) if due else rows


def _arrival_rows(arrival: Arrival) -> list[SummaryRow]:
    told = [
        ("Comes from", words.authority("", arrival.from_authority) if arrival.from_authority else OUTSIDE),
        ("Told of the move", uk_date(arrival.notified_date)),
        ("Moved", uk_date(arrival.moved_date)),
        ("Papers received", uk_date(arrival.papers_received_date)),
        ("Accepted", uk_date(arrival.accepted_date)),
    ]
    return [SummaryRow(key, value) for key, value in told if value]


def due_rows(due: date, explanation: str, on: date) -> list[SummaryRow]:
    """By when, how that stands, and how it was counted."""
    tag = due_tag(due, on)
    stands = f" ({lower_first(tag.text)})" if tag else ""
    return [
        SummaryRow("Conference due", f"By {uk_day(due)}{stands}"),
        SummaryRow("How it is counted", f"{explanation}."),
    ]


def request_page(
    request: Request,
    found: dict[int, Found],
    days: Mapping[int, Day],
    tellings: Mapping[int, Sequence[DayTold]],
    user: User,
    on: date,
    matches: Mapping[int, Sequence[Link]] | None = None,
) -> RequestPage:
    """Everything that the request's template places. `matches`: by child, other records that may be of it."""
    state = RequestState[request.state]
    withdraws = may(REQUEST, state, Event.WITHDRAW, *user.roles)
    books = may(REQUEST, state, Event.BOOK, *user.roles)
    changes = state in OPEN_REQUESTS and can(user, Permission.CHANGE_REQUEST)
    family = reverse("family", args=[request.family.ref])
    booking = next(iter(request.bookings.all()), None)
    return RequestPage(
        number=request.pk,
        family=Link(request.family.name, family),
        tag=Tag(state.label, STATE_COLOURS[state]),
        cards=[
            replace(
                _card(one, found[one.pk], days[one.pk], tellings[one.pk], state, on),
                matches=(matches or {}).get(one.child_id, ()),
            )
            for one in request.children.all()
        ],
        rows=_rows(request),
        book=words.address("book", request.ref) if books else "",
        withdraw=reverse("request_withdraw", args=[request.ref]) if withdraws else "",
        withdrawn=_withdrawal(request),
        split=split_line(_consulted(request.children.all())),
        outside=outside_limit(booking, days) if booking else "",
        put_in=reverse("request_child_add", args=[request.ref]) if changes else "",
        take_out=reverse("request_child_out", args=[request.ref]) if changes and len(days) > 1 else "",
    )


def _withdrawal(request: Request) -> str:
    if request.withdrawn_by is None:
        return ""
    who = request.withdrawn_by.full_name
    return f"Withdrawn by {who} on {uk_moment(request.withdrawn_at)}: {request.withdrawn_reason}"


def _card(
    asked: RequestedChild,
    found: Found,
    day: Day,
    tellings: Sequence[DayTold],
    state: RequestState,
    on: date,
) -> ChildCard:
    live = state in OPEN_REQUESTS
    return ChildCard(
        name=asked.child.display_name,
        href=reverse("child", args=[asked.child.ref]),
        tag=due_tag(day.day, on) if live else None,
        rows=[
            SummaryRow("Kind", label(ConferenceKind, asked.kind)),
            *_put_in(asked),
            *day_rows(day, tellings),
            SummaryRow("Earlier plans", history_words(asked, found)),
        ],
        found=[earlier_line(plan) for plan in found.shown] + hidden_lines(found),
    )


def _put_in(asked: RequestedChild) -> list[SummaryRow]:
    """The day on which a child was asked for who came into the request after it was made."""
    day = day_of(asked.history_checked_at)
    return [SummaryRow("Put in later", uk_date(day))] if day > day_of(asked.request.requested_at) else []


def history_words(asked: RequestedChild, found: Found) -> str:
    """What the check found, and when it looked; a count of a file that tells of more is said."""
    again = asked.history_checked_again_at
    when = (
        f"checked again on {uk_date(again)}" if again else f"checked on {uk_date(asked.history_checked_at)}"
    )
    number = counted(found.number, "earlier plan")
    told = f"{upper_first(number)} found, {when}."
    if asked.recorded_previous_plans <= found.number:
        return told
    said = counted(asked.recorded_previous_plans, "earlier plan")
    return f"{told} A census counted {said}: ask where the others were."


def earlier_line(plan: EarlierPlan) -> str:
    """Neglect, 5 January 2015 to 1 February 2016. Our own record."""
    start = uk_date(plan.start_date) or "start not known"
    end = uk_date(plan.end_date) or "end not known"
    category = label(Category, plan.category) if plan.category else "Category not known"
    where = plan.authority_name or plan.get_found_in_display()
    return " ".join([f"{category}, {start} to {end}. {where}.", *told_since(plan)])


def told_since(found: EarlierPlan) -> list[str]:
    """What a later correction made of an earlier plan, which stays as it was found."""
    if found.plan is None and found.plan_elsewhere is None:
        return (
            ["It is no longer on record: its decision was set right since."]
            if found.found_in == FoundIn.OWN
            else []
        )
    if found.plan_elsewhere and found.plan_elsewhere.in_error:
        return ["It was said since to be recorded in error."]
    now = found.plan or found.plan_elsewhere
    if now is None or (now.start_date, now.end_date) == (found.start_date, found.end_date):
        return []
    first, last = uk_date(now.start_date) or "not known", uk_date(now.end_date) or "not known"
    return [f"Corrected since: from {first} to {last}."]


def hidden_lines(found: Found) -> list[str]:
    if not found.hidden:
        return []
    number = counted(found.hidden, "earlier plan")
    return [f"{upper_first(number)} in a record you may not open."]


def _rows(request: Request) -> list[SummaryRow]:
    return [
        SummaryRow("Why a conference is needed", words.typed(request.reason)),
        SummaryRow("Safety until then", words.typed(request.interim_safety) or "Nothing recorded"),
        SummaryRow("Requested", f"By {request.requested_by.full_name}, {uk_moment(request.requested_at)}"),
        *[_thinking(session, request) for session in request.thinking_time.all()],
        _booking_row(next(iter(request.bookings.all()), None), request),
    ]


def _thinking(session: ThinkingTime, request: Request) -> SummaryRow:
    held = session.state == ThinkingTimeState.HELD
    over = request.state == RequestState.WITHDRAWN
    owed = "Not held, and not needed any more" if over else "To be held before the conference"
    if is_waived(session):
        owed = "Waived"
    told = f"Held {uk_date(session.held_date)}" if held else owed
    if session.is_late:
        told += f". {late_line(session).rstrip('.')}"
    if session.in_error:
        told = "Recorded in error, and counts as none"
    href = words.address("thinking_time", session.ref)
    return SummaryRow(
        "Chair’s thinking time", f"{told}. {why_line(session)}", href, "Open", "the thinking time"
    )


def _booking_row(booking: Booking | None, request: Request) -> SummaryRow:
    if booking is None:
        return SummaryRow("Scheduled", "Not yet" if request.state == RequestState.REQUESTED else "No")
    when = f"{uk_moment(booking.starts_at)}, {booking.room.name}, chaired by {booking.chair.full_name}"
    return SummaryRow("Scheduled", when, words.address("booking", booking.ref), "Open", "the booking")
