"""Meetings as iCalendar, for Outlook and telephones: a number, a room and times in UTC; no name, no child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Calendar, Event

from conferences.models import Booking
from conferences.rules.workflow import BookingState

PRODUCT = "-//Child protection conferences//Diary//EN"


def diary_file(bookings: Iterable[Booking], *, at: dt.datetime) -> bytes:
    """The meetings as one calendar, made at a moment. Their rooms must be loaded."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for booking in bookings:
        calendar.add_component(_event(booking, at))
    return bytes(calendar.to_ical())


def _event(booking: Booking, at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{booking.ref}@meetings.invalid")
    event.add("dtstamp", at.astimezone(dt.UTC))
    event.add("dtstart", booking.starts_at.astimezone(dt.UTC))
    event.add("dtend", booking.ends_at.astimezone(dt.UTC))
    event.add("summary", f"Meeting {booking.pk}")
    event.add("location", booking.room.name)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if booking.state == BookingState.CANCELLED else "CONFIRMED")
    return event
