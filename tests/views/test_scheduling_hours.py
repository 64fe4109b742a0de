"""The pages of chairs' hours: read by who reads the diary, set by who leads, and offered as they are set."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import WorkingHours
from safeguarding.clock import today
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import BookingFactory, WorkingHoursFactory
from tests.views.pages import text

pytestmark = pytest.mark.django_db


def test_a_chair_s_hours_are_set_from_a_day_and_shown(client):
    chair, lead = person("CHAIR"), person("STRATEGIC_LEAD")
    client.force_login(lead)
    page = text(client.get(reverse("working_hours")))
    assert "Any hour at which conferences are offered" in page
    href = reverse("working_hours_of", args=[chair.ref])
    assert "No hours are set" in text(client.get(href))
    day = {"first_date_day": "1", "first_date_month": "1", "first_date_year": "2018"}
    sent = client.post(href, day | {"monday_from": "9am", "monday_to": "1:30pm"}, follow=True)
    assert "The hours are saved." in text(sent) and "Mondays 9am to 1:30pm" in text(sent)
    hours = WorkingHours.objects.get()
    assert (hours.monday_to, hours.tuesday_from) == (dt.time(13, 30), None)
    client.post(reverse("working_hours_end", args=[hours.pk]))
    assert "No hours are set" in text(client.get(href))


def test_what_is_wrong_is_said_and_nothing_is_lost(client):
    chair = person("CHAIR")
    client.force_login(person("STRATEGIC_LEAD"))
    href = reverse("working_hours_of", args=[chair.ref])
    page = text(client.post(href, {"monday_from": "nine", "tuesday_from": "9am"}))
    assert "Monday from must be a time, like 9:30am or 2pm" in page
    assert "Enter the day from which these hours hold" in page
    assert "Enter when Tuesday ends, or leave both empty" in page
    assert not WorkingHours.objects.exists()


def test_hours_that_leave_a_meeting_outside_say_so(client):
    chair = person("CHAIR")
    start = dt.datetime.combine(add_days(today(), 20), dt.time(10), tzinfo=dt.UTC)
    BookingFactory(chair=chair, starts_at=start, ends_at=start + dt.timedelta(hours=1))
    client.force_login(person("STRATEGIC_LEAD"))
    href = reverse("working_hours_of", args=[chair.ref])
    day = {"first_date_day": "1", "first_date_month": "1", "first_date_year": "2018"}
    other = ("monday", "tuesday")[start.weekday() == 0]
    page = text(client.post(href, day | {f"{other}_from": "9am", f"{other}_to": "5pm"}, follow=True))
    assert "1 meeting stands outside them" in page and "Meetings outside these hours" in page


def test_who_leads_no_chair_reads_and_sets_nothing(client):
    chair = WorkingHoursFactory().person
    href = reverse("working_hours_of", args=[chair.ref])
    client.force_login(person("BUSINESS_SUPPORT"))
    page = client.get(reverse("working_hours"))
    assert "Mondays 9am to 5pm" in text(page) and href not in page.content.decode()
    assert client.get(href).status_code == 403
    client.force_login(person("TEAM_MANAGER"))
    assert client.get(href).status_code == 404
