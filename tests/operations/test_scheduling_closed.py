"""Closed days keep meetings out and move no limit; a bank holiday proclaimed for one day moves them all."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conferences.models import Closure, Room
from conferences.queries.clocks import clocks
from conferences.queries.duties_meetings import first
from conferences.queries.scheduling import choices
from conferences.rules.deadlines import Code
from safeguarding import bankholidays, kept
from safeguarding.bankholidays import england
from safeguarding.models import OneOffHoliday, User
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import ClosureFactory, OneOffHolidayFactory, RoomFactory
from tests.scheduling import DUE, IN_TIME, NOW, booked, open_request

pytestmark = pytest.mark.django_db
# A working day between the enquiry of the tests and its fifteenth working day.
PARTS = ("day", "month", "year")
FUNERAL = dt.date(2018, 11, 21)


@pytest.fixture
def administrator(client):
    client.force_login(person("SYSTEM_ADMINISTRATOR"))
    return client


@pytest.fixture
def read_at_once():
    """This process asks for the added holidays each time, as after some seconds; then nobody added any."""
    bankholidays.added.forget()
    yield bankholidays.added.forget
    bankholidays.added.keep({}, 365 * 24 * 3600)


def add(client, slug, **told):
    days = {}
    for name in [name for name in told if isinstance(told[name], dt.date)]:
        day = told.pop(name)
        days |= {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
    answer = client.post(reverse("directory_add", args=[slug]), told | days, follow=True)
    return answer.content.decode()


def must_be_moved(day):
    """Of each meeting of a day, as the list on My work has it."""
    viewer = User.objects.filter(role="BUSINESS_SUPPORT").first()
    return [one.must_be_moved for one in first(viewer, day, day, 5)[0]]


@pytest.mark.parametrize("whole", [True, False])
def test_no_meeting_is_booked_or_offered_on_a_closed_day(whole):
    room = RoomFactory(name="Beech")
    ClosureFactory(room=None if whole else room, from_date=IN_TIME, to_date=IN_TIME)
    with pytest.raises(Refused, match=r"Beech is closed on Monday 26 November 2018 \(New floor\)") as refused:
        booked(open_request(), room=room)
    assert refused.value.field == "room"
    person("CHAIR")
    offered = choices(open_request(), person("BUSINESS_SUPPORT"), on=NOW.date(), at=NOW, calendar=england())
    assert IN_TIME not in {slot.starts_at.date() for slot in offered.slots} and offered.slots
    assert offered.window.last == DUE


def test_another_room_and_a_closure_out_of_use_are_no_hindrance():
    room = RoomFactory()
    ClosureFactory(from_date=IN_TIME, to_date=IN_TIME)
    ClosureFactory(room=room, from_date=IN_TIME, to_date=IN_TIME, is_active=False)
    assert booked(open_request(), room=room).room == room


def test_a_room_closed_under_a_booking_says_so_on_both_pages(client):
    booking = booked(open_request())
    client.force_login(person("BUSINESS_SUPPORT"))
    page = add(client, "closures", reason="Flood", room=booking.room.name, from_date=IN_TIME, to_date=IN_TIME)
    assert "The closure has been added." in page and Closure.objects.exists()
    assert "1 meeting. Move what cannot be held there." in page
    shown = client.get(reverse("booking", args=[booking.ref])).content.decode()
    assert f"{booking.room.name} is closed on Monday 26 November 2018 (Flood). Move it." in shown
    assert must_be_moved(IN_TIME) == [True]
    Closure.objects.update(is_active=False)
    assert must_be_moved(IN_TIME) == [False]


def test_a_closure_keeps_its_room_when_the_room_goes_out_of_use(client):
    """It would close every room."""
    client.force_login(person("BUSINESS_SUPPORT"))
    room = RoomFactory(name="Beech")
    closure = ClosureFactory(room=room, from_date=IN_TIME, to_date=IN_TIME, reason="New floor")
    Room.objects.update(is_active=False)
    change = reverse("directory_change", args=["closures", closure.pk])
    assert '<option value="Beech" selected>' in client.get(change).content.decode()
    days = {f"{name}_date_{part}": getattr(IN_TIME, part) for name in ("from", "to") for part in PARTS}
    client.post(change, {"reason": "New roof", "room": "Beech"} | days)
    closure.refresh_from_db()
    assert (closure.reason, closure.room) == ("New roof", room)
    listed = client.get(reverse("directory", args=["closures"])).content.decode()
    assert "Beech" in listed and "Every room" not in listed


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"to_date": dt.date(2018, 11, 20)}, "The last day must be the first day or later"),
        ({"to_date": dt.date(2028, 11, 21)}, "The last day must be within a year of the first"),
        ({"reason": ""}, "Enter the reason"),
    ],
)
def test_a_closure_that_cannot_be_is_refused_beside_its_field(client, told, sentence):
    client.force_login(person("BUSINESS_SUPPORT"))
    RoomFactory()
    whole = {"reason": "Flood", "room": "", "from_date": FUNERAL, "to_date": FUNERAL}
    assert sentence in add(client, "closures", **whole | told)
    assert not Closure.objects.exists()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (dt.date(2018, 12, 25), "is a bank holiday already: Christmas Day"),
        (dt.date(2018, 11, 24), "is a Saturday, which is no working day"),
        (dt.date(2050, 11, 24), "The day must be from 1 January 2005 to 31 December 2030"),
    ],
)
def test_a_holiday_that_cannot_be_is_refused_beside_its_field(administrator, day, sentence):
    assert sentence in add(administrator, "bank-holidays", name="Invented day", day=day)
    assert not OneOffHoliday.objects.exists()


def test_only_an_administrator_adds_a_holiday(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    assert client.get(reverse("directory_add", args=["bank-holidays"])).status_code == 404


def test_a_holiday_added_moves_every_limit_at_once_and_taken_out_moves_it_back(
    administrator, read_at_once, django_capture_on_commit_callbacks
):
    open_request(enquiry__started_date=NOW.date())
    before = due()
    assert before == england().add(NOW.date(), 15).due
    with django_capture_on_commit_callbacks(execute=True):
        assert "has been added" in add(administrator, "bank-holidays", name="Invented funeral", day=FUNERAL)
    assert bankholidays.names()[FUNERAL] == "Invented funeral"
    assert due() == england().add(NOW.date(), 15).due > before
    use = reverse("directory_use", args=["bank-holidays", OneOffHoliday.objects.get().pk])
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(use)
    assert due() == before


def due():
    [clock] = clocks([Code.HOLD_CONFERENCE])
    return clock.due


def test_a_meeting_on_a_new_holiday_says_so(client, read_at_once):
    booking = booked(open_request(), day=FUNERAL)
    OneOffHolidayFactory(day=FUNERAL, name="Invented funeral")
    read_at_once()
    client.force_login(person("BUSINESS_SUPPORT"))
    shown = client.get(reverse("booking", args=[booking.ref])).content.decode()
    assert "Wednesday 21 November 2018 is a bank holiday (Invented funeral)" in shown
    assert must_be_moved(FUNERAL) == [True]
    with pytest.raises(Refused, match="is a bank holiday"):
        booked(open_request(), day=FUNERAL)


def test_another_process_reads_a_new_holiday_within_seconds(monkeypatch, read_at_once):
    clock = [1000.0]
    monkeypatch.setattr(kept, "monotonic", lambda: clock[0])
    assert england().is_working_day(FUNERAL)
    OneOffHolidayFactory(day=FUNERAL)
    assert england().is_working_day(FUNERAL)
    clock[0] += kept.KEPT_SECONDS + 1
    assert not england().is_working_day(FUNERAL)


def test_holidays_are_taken_in_from_a_file(administrator, read_at_once):

    rows = "Name,Day\nInvented funeral,21/11/2018\nInvented crown,2018-13-40\nAnother,sometime\n"
    file = SimpleUploadedFile("days.csv", rows.encode())
    answer = administrator.post(
        reverse("directory_file", args=["bank-holidays"]), {"file": file}, follow=True
    )
    page = answer.content.decode()
    assert page.count("Day must be a day like 20/4/2018") == 2 and "Invented funeral" in page
