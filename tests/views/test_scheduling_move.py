"""Moving a meeting without typing it anew: what stands is filled in, and one thing may be changed alone."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from conferences.models import Booking, BookingMove, Room
from tests.cast import person
from tests.factories import InvitationFactory, RoomFactory
from tests.scheduling import LATE, NOW, agreed_late, booked, open_request
from tests.views.pages import text
from tests.views.scheduling import own_time

pytestmark = pytest.mark.django_db
WHY = {"reason": "FAMILY", "note": "A funeral"}
HOURS = timedelta(hours=3)


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    monkeypatch.setattr("conferences.views.scheduling.today", lambda: NOW.date())
    monkeypatch.setattr("conferences.views.scheduling.now", lambda: NOW)


@pytest.fixture(autouse=True)
def support(client):
    client.force_login(person("BUSINESS_SUPPORT"))


def page_of(booking, **asked):
    return reverse("booking_move", args=[booking.ref], query=asked)


def fresh(booking):
    return Booking.every.get(pk=booking.pk)


def test_the_page_is_filled_with_where_the_meeting_stands_and_unchanged_it_is_refused(client):
    booking = booked(minutes=180)
    form = client.get(page_of(booking)).context["form"]
    stands = {name: form[name].value() for name in ("slot", "start", "length", "room", "chair")}
    assert stands == {
        "slot": "OTHER",
        "start": "10am",
        "length": 180,
        "room": booking.room_id,
        "chair": booking.chair_id,
    }
    assert form["date"].value() == date(2018, 11, 26)
    same = own_time(booking.room, booking.chair, length="180") | WHY
    assert "Nothing is changed: the meeting stands there already" in text(client.post(page_of(booking), same))
    assert not BookingMove.every.exists()


def test_a_meeting_of_three_hours_is_offered_three_hours_and_moves_as_long_as_it_was(client):
    booking = booked(minutes=180)
    page = client.get(page_of(booking))
    assert "are free for 3 hours" in text(page)
    key = page.context["form"].offered.slots[0].key
    client.post(page_of(booking), {"slot": key} | WHY)
    moved = fresh(booking)
    assert moved.ends_at - moved.starts_at == HOURS and BookingMove.every.exists()


def test_a_meeting_moves_with_the_length_that_was_chosen_for_it(client):
    booking = booked()
    where = page_of(booking, minutes=180)
    page = client.get(where)
    assert "are free for 3 hours" in text(page) and page.context["form"]["length"].value() == 180
    assert client.get(page_of(booking)).context["form"]["length"].value() == 120
    same = own_time(booking.room, booking.chair, length=page.context["form"]["length"].value())
    client.post(where, same | WHY)
    assert fresh(booking).ends_at - fresh(booking).starts_at == HOURS


def test_the_length_is_chosen_in_the_address_before_times_are_looked_for(client):
    asked, _, _ = open_request(), RoomFactory(), person("CHAIR")
    where = reverse("book", args=[asked.ref], query={"minutes": 180})
    page = client.get(where)
    assert "are free for 3 hours" in text(page)
    assert page.context["form"].offered.slots[0].key.split("/")[1] == "180"
    assert page.context["form"]["length"].value() == 180
    for wrong in ("7", "x", ""):
        shown = text(client.get(reverse("book", args=[asked.ref], query={"minutes": wrong})))
        assert "are free for 2 hours" in shown


def test_the_room_alone_is_changed_and_what_each_room_lacks_or_why_it_is_taken_is_said(client):
    booking, other = booked(), RoomFactory(name="Beech room", seats=20)
    booked(room=RoomFactory(name="Oak room"), chair=person("CHAIR"), day=date(2018, 11, 26))
    shown = text(client.get(page_of(booking, only="room")))
    assert "20 seats." in shown and "Oak room is taken." in shown and "Start time" not in shown
    client.post(page_of(booking, only="room"), {"room": other.pk} | WHY)
    moved = fresh(booking)
    assert (moved.room, moved.chair, moved.starts_at) == (other, booking.chair, booking.starts_at)


def test_the_chair_alone_is_changed_and_the_same_chair_is_no_change(client):
    booking, chair = booked(), person("CHAIR")
    same = client.post(page_of(booking, only="chair"), {"chair": booking.chair_id} | WHY)
    assert "Nothing is changed" in text(same)
    client.post(page_of(booking, only="chair"), {"chair": chair.pk} | WHY)
    moved = fresh(booking)
    assert (moved.chair, moved.room, moved.starts_at) == (chair, booking.room, booking.starts_at)
    assert "Select a chair" in text(client.post(page_of(booking, only="chair"), WHY))


def test_a_late_meeting_keeps_on_its_day_what_was_agreed_and_another_late_day_is_agreed_anew(client):
    booking, other = booked(day=LATE, late=agreed_late()), RoomFactory()
    page = client.get(page_of(booking))
    names = ("late_why", "late_reason", "late_manager", "late_chair")
    assert not any(page.context["form"][name].value() for name in names)
    assert "On the day on which it stands, what was agreed holds" in text(page)
    typed = own_time(booking.room, booking.chair, day=date(2018, 12, 5)) | WHY
    assert "Select why it is held after" in text(client.post(page_of(booking), typed))
    assert not BookingMove.every.exists()
    client.post(page_of(booking), own_time(booking.room, booking.chair, day=LATE, start="2pm") | WHY)
    client.post(page_of(booking, only="room"), {"room": other.pk} | WHY)
    moved = fresh(booking)
    assert (moved.room, moved.late_reason, BookingMove.every.count()) == (other, "Snow", 2)


def test_the_time_alone_is_changed_and_times_are_offered_for_its_own_room_and_chair(client):
    booking = booked()
    RoomFactory(name="Beech room", seats=9), person("CHAIR")
    page = client.get(page_of(booking, only="time"))
    offered = page.context["form"].offered.slots
    assert {(one.room.pk, one.chair.pk) for one in offered} == {(booking.room_id, booking.chair_id)}
    typed = own_time(booking.room, booking.chair, start="2pm") | WHY
    client.post(page_of(booking, only="time"), {k: v for k, v in typed.items() if k not in ("room", "chair")})
    moved = fresh(booking)
    assert moved.starts_at == booking.starts_at + timedelta(hours=4)
    assert (moved.room_id, moved.chair_id) == (booking.room_id, booking.chair_id)


def test_a_room_that_lacks_what_somebody_needs_is_told_of_before_the_move_and_asks_why(client):
    booking = booked()
    InvitationFactory(request=booking.request, reply="COMING", needs=["ACCESS"])
    steps = RoomFactory(name="Loft", seats=2, is_step_free=False)
    typed = own_time(steps, booking.chair) | WHY
    shown = text(client.post(page_of(booking), typed))
    assert "Loft has only 2 seats for 3 people. Loft has no way in without steps" in shown
    assert "Choose another room, or enter why this one all the same" in shown and "A funeral" in shown
    assert not BookingMove.every.exists()
    client.post(page_of(booking), typed | {"room_reason": "A ramp is brought"})
    moved = fresh(booking)
    assert moved.room == steps and moved.room_reason == "A ramp is brought"
    assert moved.room_lacks.startswith("Loft has only 2 seats")
    # In the same room the reason holds on; a room that lacks nothing needs none.
    client.post(page_of(booking, only="time"), {**own_time(steps, booking.chair, start="2pm"), **WHY})
    assert fresh(booking).room_reason == "A ramp is brought"
    assert "Loft has only 2 seats" in text(client.get(page_of(booking)))
    client.post(page_of(booking, only="room"), {"room": booking.room_id} | WHY)
    assert (fresh(booking).room_reason, fresh(booking).room_lacks) == ("", "")


def test_the_chair_alone_is_changed_though_the_room_lacks_what_somebody_asked_for_since(client):
    booking, chair = booked(), person("CHAIR")
    InvitationFactory(request=booking.request, reply="COMING", needs=["ACCESS"])
    Room.objects.update(is_step_free=False)
    assert "has no way in without steps" in text(client.get(page_of(booking, only="chair")))
    client.post(page_of(booking, only="chair"), {"chair": chair.pk} | WHY)
    assert fresh(booking).chair == chair


def test_why_one_room_was_chosen_is_not_filled_in_for_another(client):
    rooms = [RoomFactory(name=name, seats=2) for name in ("Loft", "Attic")]
    booking = booked(room=rooms[0], room_reason="Six come by telephone")
    for only in ({}, {"only": "room"}):
        assert not client.get(page_of(booking, **only)).context["form"]["room_reason"].value()
    client.post(page_of(booking), own_time(rooms[0], booking.chair, start="2pm") | WHY)
    assert fresh(booking).room_reason == "Six come by telephone"
    shown = text(client.post(page_of(booking, only="room"), {"room": rooms[1].pk} | WHY))
    assert "Attic has only 2 seats" in shown and fresh(booking).room == rooms[0]


def test_all_that_is_wrong_with_a_typed_time_is_told_at_once(client):
    booking = booked()
    chair, shut = (
        person("CHAIR"),
        RoomFactory(name="Loft", seats=2, opens_time=time(12), closes_time=time(15)),
    )
    booked(room=RoomFactory(), chair=chair, day=date(2018, 11, 27))
    shown = text(client.post(page_of(booking), own_time(shut, chair, day=date(2018, 11, 27)) | WHY))
    for words in (
        f"{chair.full_name} has just been taken",
        "Loft is open from midday",
        "Loft has only 2 seats",
    ):
        assert words in shown


def test_a_day_without_a_free_time_says_why(client):
    booking = booked()
    Room.objects.exclude(pk=booking.room_id).update(is_active=False)
    shown = text(client.get(page_of(booking_on_a_full_day(booking))))
    assert "is taken. None None" in shown or "has something else in the diary. None None" in shown


def booking_on_a_full_day(booking):
    for start in (time(9), time(12), time(14)):
        booked(room=booking.room, chair=booking.chair, day=date(2018, 11, 27), start=start, minutes=120)
    return booking


def test_the_page_asks_a_fixed_number_of_times(client, django_assert_num_queries):
    booking = booked()
    client.get(page_of(booking))
    with django_assert_num_queries(QUERIES):
        client.get(page_of(booking))
    for number in range(3):
        InvitationFactory(request=booking.request, name=f"Person {number} Exemplar")
        RoomFactory()
    with django_assert_num_queries(QUERIES):
        client.get(page_of(booking))


QUERIES = 36
