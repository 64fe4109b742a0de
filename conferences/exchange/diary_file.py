"""Meetings as iCalendar, for Outlook and telephones: a number, a room and times in UTC; no name, no child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from conferences.models import Booking, ThinkingSlot
from conferences.queries.diary import Version, versions_of
from conferences.rules.workflow import UNDECIDED, BookingState
from safeguarding.wording import lower_first

PRODUCT = "-//Child protection conferences//Diary//EN"


def diary_file(
    bookings: Iterable[Booking], slots: Iterable[ThinkingSlot] = (), *, at: dt.datetime, is_feed: bool = False
) -> bytes:
    """The meetings, and protected time, as one calendar, made at a moment. Their rooms must be loaded.

    A calendar that holds a meeting already takes a later version of it alone, and takes it out where the file
    says that all of it is cancelled (RFC 5546). A feed is read again and again, and each meeting says itself
    that it is cancelled.
    """
    told = list(bookings)
    versions = versions_of(told)
    cancels = bool(told) and not is_feed and all(_is_off(booking) for booking in told)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancels else "PUBLISH")
    for booking in told:
        calendar.add_component(_event(booking, versions[booking.pk], at))
    for slot in slots:
        calendar.add_component(_protected(slot, at))
    return bytes(calendar.to_ical())


def _protected(slot: ThinkingSlot, at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{slot.ref}@thinking.invalid")
    event.add("dtstamp", at.astimezone(dt.UTC))
    event.add("dtstart", slot.starts_at.astimezone(dt.UTC))
    event.add("dtend", slot.ends_at.astimezone(dt.UTC))
    event.add("summary", "Thinking time")
    event.add("class", "PRIVATE")
    event.add("status", "CONFIRMED")
    return event


def _is_off(booking: Booking) -> bool:
    """Whether nobody comes at its time: it was cancelled, or ended before it began."""
    return booking.state == BookingState.CANCELLED or booking.never_began


def _summary(booking: Booking) -> str:
    """Meeting 12 (adjourned)."""
    ended = f" ({lower_first(BookingState[booking.state].label)})" if booking.state in UNDECIDED else ""
    return f"Meeting {booking.pk}{ended}"


def _event(booking: Booking, version: Version, at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{booking.ref}@meetings.invalid")
    event.add("dtstamp", at.astimezone(dt.UTC))
    event.add("sequence", version.number)
    event.add("last-modified", version.at.astimezone(dt.UTC))
    event.add("dtstart", booking.starts_at.astimezone(dt.UTC))
    event.add("dtend", booking.ends_at.astimezone(dt.UTC))
    event.add("summary", _summary(booking))
    event.add("location", booking.room.name)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if _is_off(booking) else "CONFIRMED")
    return event
