"""Sessions end: after 30 idle minutes, after 12 hours, and at once when a person's rights change (C9)."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from safeguarding.clock import now
from tests.cast import person

pytestmark = pytest.mark.django_db
START = dt.datetime(2018, 10, 1, 9, tzinfo=dt.UTC)


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@pytest.fixture
def chair(client, clock):
    chair = person("CHAIR")
    client.force_login(chair)
    return chair


def served(client) -> bool:
    return client.get(reverse("mfa_index")).status_code == 200


def minutes(clock, count):
    clock.shift(dt.timedelta(minutes=count))


def test_a_session_lasts_while_it_is_used(client, clock, chair):
    for _ in range(20):
        minutes(clock, 28)
        assert served(client)


def test_a_session_ends_after_thirty_idle_minutes(client, clock, chair):
    assert served(client)
    minutes(clock, 30)
    assert not served(client)


def test_use_within_the_last_minute_counts_from_when_it_was_noted(client, clock, chair):
    clock.shift(dt.timedelta(seconds=59))
    assert served(client)
    minutes(clock, 30)
    assert not served(client)


def test_a_session_ends_after_twelve_hours_however_busy(client, clock, chair):
    for _ in range(28):
        minutes(clock, 25)
        assert served(client)
    minutes(clock, 25)
    assert not served(client)


def test_a_session_ends_at_once_when_the_person_is_switched_off(client, clock, chair):
    chair.is_active = False
    chair.save()
    assert not served(client)


def test_a_session_ends_at_once_when_rights_change(client, clock, chair):
    minutes(clock, 1)
    chair.sessions_valid_from = now()
    chair.save()
    assert not served(client)


def test_a_session_begun_after_the_change_lasts(client, clock, chair):
    chair.sessions_valid_from = now()
    chair.save()
    minutes(clock, 1)
    client.force_login(chair)
    assert served(client)


def test_a_session_without_stamps_is_over(client, clock, chair):
    session = client.session
    del session["began"]
    session.save()
    assert not served(client)


def test_the_end_says_why_and_leads_back(client, clock, chair):
    minutes(clock, 31)
    response = client.get(reverse("mfa_index"), follow=True)
    assert "Nothing was done here for 30 minutes" in response.content.decode()
    assert response.redirect_chain[0][0].endswith("?next=/account/")


def test_an_ended_session_cannot_be_used_again(client, clock, chair):
    cookie = client.cookies["session"].value
    minutes(clock, 31)
    assert not served(client)
    client.cookies["session"] = cookie
    clock.move_to(START)
    assert not served(client)


def test_the_stamp_is_written_at_most_once_a_minute(client, clock, chair):
    minutes(clock, 5)
    served(client)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        served(client)
    assert not [q for q in caught.captured_queries if q["sql"].startswith("UPDATE")]
