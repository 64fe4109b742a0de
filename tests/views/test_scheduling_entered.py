"""The pages on which a conference that was held already is entered."""

import uuid
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from conferences.models import Booking
from tests.cast import person
from tests.factories import RoomFactory, UserFactory, answered
from tests.scheduling import late_typed, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db
AT = datetime(2018, 11, 26, 12, tzinfo=UTC)
HELD = date(2018, 11, 16)


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    for module in ("scheduling", "scheduling_entered", "recording", "scheduling_people"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: AT)
    for module in ("scheduling", "scheduling_entered", "recording"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: AT.date())


@pytest.fixture
def support(client):
    client.force_login(person("BUSINESS_SUPPORT"))


def page_of(asked):
    return reverse("book_held", args=[asked.ref])


def typed(day=HELD, **fields):
    when = dict(zip(("date_day", "date_month", "date_year"), (day.day, day.month, day.year), strict=True))
    values = {"form_key": str(uuid.uuid4()), "start": "10am", "length": "120", "entered_reason": "DOWN"}
    return values | when | fields


def whole(**fields):
    return typed(**({"room": RoomFactory().pk, "chair": person("CHAIR").pk} | fields))


def test_it_is_typed_checked_and_entered_and_its_chair_can_record_it(client, support):
    asked = open_request()
    assert page_of(asked) in client.get(reverse("book", args=[asked.ref])).content.decode()
    sent = whole(entered_words="The network was down")
    check = text(client.post(page_of(asked), sent))
    assert "The conference is not entered yet" in check and "Friday 16 November 2018" in check
    assert "The service could not be reached then. The network was down" in check
    assert Booking.every.count() == 0
    done = client.post(page_of(asked), sent | {"step": "confirm"}, follow=True)
    one = Booking.every.get()
    assert f"Meeting {one.pk} is entered. Its chair can record it now." in text(done)
    assert "Held, not recorded yet" in text(done) and "In the diary" not in text(done)
    assert f"by {person('BUSINESS_SUPPORT').full_name}" in text(done)
    client.force_login(one.chair)
    assert client.get(reverse("record", args=[one.ref])).status_code == 200


def test_what_is_missing_is_said_once_beside_each_field_and_nothing_typed_is_lost(client, support):
    answer = client.post(page_of(open_request()), {"entered_words": "Snow", "start": "10am"})
    shown, form = text(answer), answer.context["form"]
    assert set(form.errors) == {"date", "length", "room", "chair", "entered_reason"}
    assert all(len(said) == 1 for said in form.errors.values())
    assert "Enter the day on which it was held" in shown and "Snow" in answer.content.decode()


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"day": date(2018, 11, 27)}, "date", "If it is still to come, schedule it instead"),
        ({"day": date(2018, 11, 18)}, "date", "is a Sunday"),
        ({"date_day": "31", "date_month": "2"}, "date", "must be a real date"),
        ({"start": "ten"}, "start", "must be a time"),
    ],
)
def test_a_wrong_day_or_time_is_said_beside_it(client, support, fields, field, words):
    day = fields.pop("day", HELD)
    answer = client.post(page_of(open_request()), whole(day=day) | fields)
    assert words in str(answer.context["form"].errors[field])


def test_one_of_long_ago_that_was_asked_for_later_is_warned_of_before_it_is_entered(client, support):
    asked = open_request(due=date(2018, 3, 2))
    shown = text(client.post(page_of(asked), whole(day=date(2018, 3, 6), **late_typed())))
    assert "more than 3 months ago. Check the day" in shown
    assert "The request was sent on Monday 12 November 2018, after this conference" in shown


def test_why_it_was_late_is_asked_only_where_the_last_day_has_passed(client, support):
    asked, passed = "give a reason and say who agreed", open_request(due=date(2018, 11, 23))
    assert asked in text(client.get(page_of(passed)))
    assert asked not in text(client.get(page_of(open_request(due=AT.date()))))


def test_a_room_that_is_out_of_use_and_no_chair_of_the_case_is_offered(client, support):
    asked, gone = open_request(), RoomFactory(is_active=False)
    form = client.get(page_of(asked)).context["form"]
    assert gone in form.fields["room"].queryset
    sent = whole(chair=asked.requested_by_id)
    assert "chair" in client.post(page_of(asked), sent).context["form"].errors


def test_where_another_way_was_decided_it_is_asked_why_there_was_a_conference(client, support):
    asked = open_request()
    answered("ANOTHER_WAY", requested_child=asked.children.get())
    answer = client.post(page_of(asked), whole())
    assert "Select why there is a conference" in str(answer.context["form"].errors["despite"])
    sent = whole() | {"despite": "PARTNER"}
    assert "despite" not in getattr(client.post(page_of(asked), sent).context.get("form"), "errors", {})


def test_entered_it_is_not_moved_and_a_second_is_not_entered(client, support):
    asked = open_request()
    client.post(page_of(asked), whole() | {"step": "confirm"})
    one = Booking.every.get()
    move = reverse("booking_move", args=[one.ref])
    assert move not in client.get(reverse("booking", args=[one.ref])).content.decode()
    assert "If it was not held, cancel it" in text(client.get(move, follow=True))
    again = client.post(page_of(asked), whole(start="2pm") | {"step": "confirm"}, follow=True)
    assert "This conference is scheduled" in text(again) and Booking.every.count() == 1


def test_only_whoever_schedules_enters_one_and_a_stranger_finds_no_request(client, support):
    assert client.get(reverse("book_held", args=[uuid.uuid4()])).status_code == 404
    client.force_login(UserFactory(role="SOCIAL_WORKER"))
    assert client.get(page_of(open_request())).status_code in (403, 404)
