"""The Strategic Lead sees how much each chair has, who has most first."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.queries.duties_chairs import Load, loads
from safeguarding.clock import now, today
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import BookingFactory, ConferenceFactory, UserFactory
from tests.scheduling import hours_on

pytestmark = pytest.mark.django_db


CANCELLED = {"cancelled_at": now(), "cancel_reason": "OTHER"}


def meeting(chair, days, **fields):
    return BookingFactory(chair=chair, **hours_on(add_days(today(), days)), **fields)


def test_meetings_ahead_and_records_that_wait_are_counted_for_each_chair():
    busy, free = (UserFactory(role="CHAIR", full_name=name) for name in ("Busy Chair", "Free Chair"))
    left = UserFactory(role="CHAIR", is_active=False, full_name="Left Chair")
    meeting(left, 2)
    for days in (2, 20, 40):
        meeting(busy, days)
    meeting(busy, -3)
    meeting(free, -3, state="HELD", conference=ConferenceFactory())
    meeting(free, 3, state="CANCELLED", **CANCELLED | {"cancelled_by": free})
    early = now().replace(hour=0, minute=0) + dt.timedelta(hours=1)
    BookingFactory(chair=free, starts_at=early, ends_at=early + dt.timedelta(minutes=30))
    found = [load for load in loads(now()) if load.name in ("Busy Chair", "Free Chair", "Left Chair")]
    assert found == [Load("Busy Chair", 1, 2, 1), Load("Free Chair", 1, 1, 0)]


def test_the_lead_reads_it_on_my_work_and_others_do_not(client):
    meeting(UserFactory(role="CHAIR", full_name="Busy Chair"), 2)
    client.force_login(person("STRATEGIC_LEAD"))
    page = client.get(reverse("my_work")).content.decode()
    assert "What each independent chair has" in page and "Busy Chair" in page
    client.force_login(person("CHAIR"))
    assert "What each independent chair has" not in client.get(reverse("my_work")).content.decode()
