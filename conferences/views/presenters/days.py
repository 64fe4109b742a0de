"""A deadline's day in words: what it is, how it is counted, and how it moved from what was told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import Booking, DayTold
from conferences.queries.days import Day, MovedDay
from conferences.rules.vocabulary import ConferenceKind
from conferences.rules.workflow import BookingState
from conferences.views.presenters import words
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import SummaryRow
from safeguarding.wording import sentence, uk_date, uk_day, uk_moment


@dataclass(frozen=True)
class MovedCard:
    """One day that moved: whose, what is to be told, and what its button sends."""

    name: str
    href: str
    rows: list[SummaryRow]
    outside: str
    fields: list[tuple[str, str]]


def moved_card(moved: MovedDay) -> MovedCard:
    """What business support tells, and the button that says that it was told."""
    asked, day = moved.asked, moved.day
    booking = next(iter(asked.request.bookings.all()), None)
    return MovedCard(
        name=asked.child.display_name,
        href=reverse("request", args=[asked.request.ref]),
        rows=[
            SummaryRow("What is due", _what(moved)),
            SummaryRow("By", uk_day(day.day)),
            SummaryRow("How it is counted", sentence(day.explanation)),
            *moved_rows(day),
            *([_meeting(booking)] if booking else []),
        ],
        outside=outside_limit(booking, moved.law) if booking else "",
        fields=_fields(moved),
    )


def _meeting(booking: Booking) -> SummaryRow:
    return SummaryRow("Meeting", uk_moment(booking.starts_at), words.address("booking", booking.ref), "Open")


def _fields(moved: MovedDay) -> list[tuple[str, str]]:
    seen = ("seen", moved.day.day.isoformat())
    if moved.consultation:
        return [("consultation", str(moved.consultation.ref)), seen]
    return [("asked", str(moved.asked.request.ref)), ("child", str(moved.asked.child.ref)), seen]


def day_rows(day: Day, tellings: Sequence[DayTold] = ()) -> list[SummaryRow]:
    """By when the conference is due, how that was counted, and what was told before it moved."""
    return [
        SummaryRow("Conference due", f"By {uk_day(day.day)}"),
        SummaryRow("How it was counted", sentence(day.explanation)),
        *moved_rows(day, tellings),
    ]


def moved_rows(day: Day, tellings: Sequence[DayTold] = ()) -> list[SummaryRow]:
    """What was told and why the day moved since; and each time that it was told anew."""
    again = [SummaryRow("Told again", retold(telling)) for telling in tellings if telling.because]
    if not day.has_moved:
        return again
    return [SummaryRow("What was told", told_line(day)), SummaryRow("Why it moved", day.because), *again]


def told_line(day: Day) -> str:
    """By Monday 30 April 2018, on 9 April 2018 by Sample Worker: 15 working days from Monday 9 April 2018."""
    who = f", on {uk_date(day.last.told_at)} by {day.last.told_by.full_name}" if day.last else ""
    counted = f": {day.told.explanation}" if day.told.explanation else ""
    return sentence(f"By {uk_day(day.told.day)}{who}{counted}")


def retold(telling: DayTold) -> str:
    """By Tuesday 1 May 2018, on 16 April 2018 by Sample Support. New bank holiday: ..."""
    by = f"By {uk_day(telling.due_date)}, on {uk_date(telling.told_at)} by {telling.told_by.full_name}."
    return sentence(by, telling.because)


def moved_note(day: Day) -> str:
    """The difference in a sentence, beside the day as it is now; "" where it did not move."""
    return sentence(f"It was told as {uk_day(day.told.day)}.", day.because) if day.has_moved else ""


def moved_lines(moved: Collection[MovedDay]) -> list[str]:
    """Review conference: by Tuesday 1 May 2018. It was told as Monday 30 April 2018. New bank holiday: ..."""
    return [sentence(f"{_what(one)}: by {uk_day(one.day.day)}.", moved_note(one.day)) for one in moved]


def _what(moved: MovedDay) -> str:
    return "A decision on the consultation" if moved.consultation else label(ConferenceKind, moved.asked.kind)


def law_day(days: Collection[Day]) -> date:
    """The earliest of the children's days: the last on which their conference is in time."""
    return min(day.day for day in days)


def outside_limit(booking: Booking, days: Mapping[int, Day]) -> str:
    """Why a meeting that was booked inside its limit lies outside it now; "" where it does not."""
    if booking.state != BookingState.BOOKED or booking.is_agreed_late or not days:
        return ""
    last = law_day(days.values())
    if day_of(booking.starts_at) <= last:
        return ""
    moved = next((day.because for day in days.values() if day.day == last and day.has_moved), "")
    words = f"This meeting no longer lies inside its limit: the last day by law is {uk_day(last)}."
    return sentence(words, moved, "Move it, or say in moving it why it is held late.")
