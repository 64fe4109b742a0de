"""How ready a conference is, in words: each part with whose it is, by when, and where it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import Booking
from conferences.queries.readiness import Board
from conferences.rules.readiness import Part, Ready
from conferences.rules.readiness_parts import State
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table, Tag
from safeguarding.policy.words import role_words
from safeguarding.wording import counted, joined, sentence, uk_date, uk_meeting

COLOURS = {
    State.LATE: "red",
    State.WAITING: "blue",
    State.UNKNOWN: "yellow",
    State.READY: "green",
    State.NOT_NEEDED: "grey",
}
MINE, ALL = "mine", "all"
# Where each is done: the name of an address, the right that it asks for, and whether it is of the meeting.
LIST = ("invited", Permission.READ_REQUEST, False)
MEETING = ("booking", Permission.READ_REQUEST, True)
PLACES: dict[Part, tuple[str, Permission, bool]] = {
    Part.CONTACT: ("contact_new", Permission.INVITE, False),
    Part.VIEWS: ("views_new", Permission.INVITE, False),
    Part.ROOM: MEETING,
    Part.MINUTES: ("booking_minutes", Permission.SCHEDULE, True),
    Part.THINKING: ("request", Permission.READ_REQUEST, False),
}


@dataclass(frozen=True)
class Line:
    """One part that is open."""

    tag: Tag
    what: str
    words: str
    whose: str
    href: str


@dataclass(frozen=True)
class Card:
    """One conference of the board."""

    title: str
    href: str
    when: str
    summary: str
    lines: Sequence[Line]


def tabs(shown: str) -> list[Link]:
    """One’s own conferences, or all that one may see."""
    base = reverse("readiness")
    named = ((MINE, "Mine"), (ALL, "All that I may see"))
    return [Link(words, f"{base}?show={name}", name == shown) for name, words in named]


def empty(shown: str) -> str:
    if shown == MINE:
        return "You lead, write down or asked for no conference that is in the diary ahead."
    return "No conference whose children you may all see is in the diary ahead."


def card(one: Board, user: User, on: date) -> Card:
    """What is open of a conference, the first day first."""
    booking = one.booking
    return Card(
        title=joined([asked.child.display_name for asked in booking.request.children.all()]),
        href=reverse("preparation", args=[booking.request.ref]),
        when=f"{uk_meeting(booking.starts_at, booking.ends_at)}, {booking.room.name},"
        f" {booking.chair.full_name}",
        summary=summary(one),
        lines=[_line(part, booking, user, on) for part in one.open],
    )


def _line(part: Ready, booking: Booking, user: User, on: date) -> Line:
    whose = f"{role_words(part.owner, on).first}, {by_when(part)}"
    return Line(_tag(part), label(Part, part.part), part.words, whose, _href(part, booking, user))


def summary(one: Board) -> str:
    """In 3 working days. 9 of 12 parts ready, 1 late, 1 not needed."""
    if one.left is None:
        return "Its day lies beyond the bank holidays that are known, so nothing is counted."
    when = f"In {counted(one.left, 'working day', none='0')}"
    if one.is_past:
        when = f"Its day was {uk_date(one.booking.starts_at)}, and how it went is not recorded"
    asked = [part for part in one.parts if part.state is not State.NOT_NEEDED]
    done = sum(part.state is State.READY for part in asked)
    late = sum(part.state is State.LATE for part in asked)
    said = [f"{done} of {len(asked)} parts ready"]
    said += [f"{late} late"] if late else []
    said += [f"{not_needed} not needed"] if (not_needed := len(one.parts) - len(asked)) else []
    return sentence(f"{when}. {', '.join(said)}")


def by_when(part: Ready) -> str:
    """By 3 April 2018 (2 working days left)."""
    left = f"{counted(abs(part.left), 'working day')} {'ago' if part.left < 0 else 'left'}"
    return f"by {uk_date(part.due)} ({left})"


def table(one: Board, user: User, on: date) -> Table:
    """Every part of one conference, for the page of its preparation."""
    rows = [
        [
            Cell(label(Part, part.part), href=_href(part, one.booking, user)),
            Cell(part.words, tag=_tag(part)),
            role_words(part.owner, on).first,
            "" if part.state in (State.READY, State.NOT_NEEDED) else by_when(part).removeprefix("by "),
        ]
        for part in one.parts
    ]
    columns = [Column("What"), Column("How it stands"), Column("Whose"), Column("By")]
    return Table("How ready it is", columns, rows, summary(one), row_heads=True, stack=True)


def day_row(one: Board | None, booking: Booking) -> list[SummaryRow]:
    """A line for the day’s page: how much is ready, and what is late."""
    if one is None:
        return []
    late = [label(Part, part.part) for part in one.parts if part.state is State.LATE]
    said = " ".join([summary(one), *([sentence(f"Late: {'; '.join(late)}")] if late else [])])
    href = reverse("preparation", args=[booking.request.ref])
    return [SummaryRow("How ready it is", said, href, "See each part", "of this conference")]


def near_link(count: int, days: int, own: bool) -> Link:
    """For My work: how many conferences are near."""
    whose = "of yours " if own else ""
    said = f"{counted(count, 'conference')} {whose}in the next {counted(days, 'working day')}"
    return Link(f"How ready the next conferences are: {said}", reverse("readiness"))


def _tag(part: Ready) -> Tag:
    return Tag(label(State, part.state), COLOURS[part.state])


def _href(part: Ready, booking: Booking, user: User) -> str:
    """Where it is done; where the reader may not do it, where it stands."""
    name, right, is_of_meeting = PLACES.get(part.part, LIST)
    if not can(user, right):
        name, is_of_meeting = ("booking", True) if is_of_meeting else ("preparation", False)
    return reverse(name, args=[booking.ref if is_of_meeting else booking.request.ref])
