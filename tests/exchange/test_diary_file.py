"""The calendar file: UTC, private, a number and a room, and nothing that names anybody."""

from datetime import UTC, datetime, time, timedelta

import icalendar
import pytest

from conferences.exchange.diary_file import diary_file
from conferences.operations import scheduling
from conferences.rules.workflow import CancelReason
from tests.cast import person
from tests.factories import BookingFactory, RoomFactory, ThinkingSlotFactory
from tests.scheduling import IN_TIME, NOW, booked

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def events(*bookings):
    return icalendar.Calendar.from_ical(diary_file(bookings, at=NOW)).walk("VEVENT")


def test_a_meeting_is_told_in_utc_by_its_number_and_room():
    booking = booked(start=time(10))
    (event,) = events(booking)
    assert event["summary"] == f"Meeting {booking.pk}"
    assert event.decoded("dtstart") == datetime(2018, 11, 26, 10, tzinfo=UTC)
    assert (event["class"], event["status"], event["location"]) == ("PRIVATE", "CONFIRMED", booking.room.name)
    assert f"DTSTART:{IN_TIME:%Y%m%d}T100000Z" in diary_file([booking], at=NOW).decode()


def test_ten_on_the_wall_in_summer_is_nine_in_utc():
    summer = BookingFactory(
        starts_at=datetime(2018, 6, 4, 9, tzinfo=UTC), ends_at=datetime(2018, 6, 4, 11, tzinfo=UTC)
    )
    assert b"DTSTART:20180604T090000Z" in diary_file([summer], at=NOW)


def test_no_name_stands_in_it():
    booking = booked()
    child = booking.request.children.get().child
    text = diary_file([booking], at=NOW).decode()
    names = (child.given_names, child.family_name, child.la_child_id, booking.chair.full_name)
    assert [name for name in names if name in text] == []


def test_a_cancelled_meeting_says_so_and_a_moved_one_keeps_its_identity():
    booking = booked()
    (before,) = events(booking)
    booking.state = "CANCELLED"
    (after,) = events(booking)
    assert after["status"] == "CANCELLED" and after["uid"] == before["uid"]


def test_each_change_is_a_later_version_and_a_cancelled_meeting_is_taken_out():
    booking = booked()
    (before,) = events(booking)
    booking.starts_at, booking.ends_at = booking.starts_at + HOUR, booking.ends_at + HOUR
    booking.save()
    (moved,) = events(booking)
    assert moved["sequence"] > before["sequence"] == 0
    assert moved.decoded("last-modified") >= before.decoded("last-modified")
    assert b"METHOD:PUBLISH" in diary_file([booking], at=NOW)
    scheduling.cancel(
        booking=booking, reason=CancelReason.BOOKED_WRONGLY, by=person("BUSINESS_SUPPORT"), at=NOW
    )
    booking.refresh_from_db()
    (cancelled,) = events(booking)
    assert cancelled["sequence"] > moved["sequence"]
    assert b"METHOD:CANCEL" in diary_file([booking], at=NOW)
    assert b"METHOD:PUBLISH" in diary_file([booking, booked(start=time(15))], at=NOW)


def test_a_room_s_commas_and_line_breaks_are_escaped():
    booking = BookingFactory(room=RoomFactory(name="Willow, first floor; left"))
    (event,) = events(booking)
    assert event["location"] == "Willow, first floor; left"


def test_protected_time_is_told_without_a_word_of_whom():
    slot = ThinkingSlotFactory()
    file = diary_file([], [slot], at=NOW)
    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert (event["summary"], event["class"]) == ("Thinking time", "PRIVATE")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (slot.starts_at, slot.ends_at)
    assert str(slot.session.ref) not in file.decode() and b"METHOD:PUBLISH" in file
