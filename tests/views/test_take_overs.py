"""The page on which another chair takes a meeting over."""

from datetime import time

import pytest
from django.urls import reverse

from conferences.models import Booking
from tests.cast import person
from tests.factories import LeaveFactory, UserFactory
from tests.scheduling import NOW, booked
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november_2018(monkeypatch):
    for module in ("scheduling", "scheduling_people", "recording"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: NOW)
    for module in ("scheduling", "recording"):
        monkeypatch.setattr(f"conferences.views.{module}.today", lambda: NOW.date())


@pytest.fixture
def today():
    return booked(day=NOW.date(), start=time(14), chair=UserFactory(full_name="Clara Chairwell"))


def test_a_chair_takes_over_in_one_step_and_the_pages_say_from_whom(client, today):
    me = UserFactory(full_name="Conrad Steady")
    client.force_login(me)
    page = reverse("booking_take_over", args=[today.ref])
    for name in ("booking", "record"):
        assert f'href="{page}"' in client.get(reverse(name, args=[today.ref])).content.decode()
    client.post(page, {"chair": me.pk, "reason": "ILL", "note": "", "seen": today.chair_id})
    assert Booking.every.get(pk=today.pk).chair == me
    meeting = text(client.get(reverse("booking", args=[today.ref])))
    assert "Another chair took over: the chair is ill" in meeting and "chaired by Clara Chairwell" in meeting
    assert "Clara Chairwell, until" in text(client.get(reverse("record", args=[today.ref])))


def test_who_is_away_that_day_is_said_to_be(client, today):
    LeaveFactory(person=person("CHAIR"), first_date=NOW.date(), last_date=NOW.date())
    client.force_login(person("BUSINESS_SUPPORT"))
    page = text(client.get(reverse("booking_take_over", args=[today.ref])))
    assert "Is away that day" in page


def test_what_is_missing_is_said_beside_its_field_and_the_note_stays(client, today):
    client.force_login(person("BUSINESS_SUPPORT"))
    person("CHAIR")
    page = reverse("booking_take_over", args=[today.ref])
    answer = client.post(page, {"note": "A fever.", "seen": today.chair_id})
    shown = text(answer)
    assert "Select who takes over" in shown and "Select why the chair cannot chair it" in shown
    assert "A fever." in answer.content.decode()


def test_too_early_the_page_says_when_and_the_meeting_offers_no_link(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    one = booked()
    page = reverse("booking_take_over", args=[one.ref])
    assert page not in client.get(reverse("booking", args=[one.ref])).content.decode()
    assert "from Friday 23 November 2018 on" in text(client.get(page, follow=True))


def test_where_no_other_chair_can_the_page_says_so(client, today):
    client.force_login(person("BUSINESS_SUPPORT"))
    assert "No other chair may see" in text(client.get(reverse("booking_take_over", args=[today.ref])))
