"""The page of what if a chair were away: nothing changes until it is approved, in one step."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import BookingMove
from conferences.operations.scheduling import move, place_seen
from conferences.rules.workflow import MoveReason
from tests.cast import person
from tests.factories import RoomFactory
from tests.scheduling import DUE, IN_TIME, NOW, booked
from tests.views.pages import text

pytestmark = pytest.mark.django_db
MOVES = "what a test moved"


@pytest.fixture
def support(client):
    with time_machine.travel(NOW, tick=False):
        client.force_login(person("BUSINESS_SUPPORT"))
        yield client


def day(name, value):
    return {f"{name}_day": value.day, f"{name}_month": value.month, f"{name}_year": value.year}


def asked(chair):
    return {"chair": str(chair.ref)} | day("first", IN_TIME) | day("last", DUE)


def shown(client, chair):
    return client.get(reverse("chair_away"), asked(chair))


def test_it_asks_which_chair_and_days_and_says_what_is_wrong(support):
    href = reverse("chair_away")
    assert "Show what would fall" in text(support.get(href))
    page = text(support.get(href, {"chair": ""}))
    assert "Select a chair" in page and "Enter the first day on which they are away" in page


def test_a_chair_without_meetings_loses_none(support):
    chair = person("CHAIR")
    assert f"No meeting of {chair.full_name} that you see falls" in text(shown(support, chair))


def test_what_falls_is_proposed_and_moved_once_it_is_approved(support):
    meeting, other = booked(), person("CHAIR")
    page = shown(support, meeting.chair)
    assert "1 meeting falls" in text(page) and f"{other.full_name} chairs it" in text(page)
    assert not BookingMove.objects.unscoped(MOVES).exists()
    (key,) = page.context["form"].by_key
    sent = support.post(
        f"{reverse('chair_away')}?{page.request['QUERY_STRING']}", {"moves": key}, follow=True
    )
    assert "1 meeting is moved." in text(sent)
    meeting.refresh_from_db()
    assert meeting.chair == other
    assert BookingMove.objects.unscoped(MOVES).get().note.startswith("The chair is away from 26 November")


def test_nothing_ticked_and_what_is_proposed_no_more_are_refused(support):
    meeting = booked()
    person("CHAIR")
    page = shown(support, meeting.chair)
    href = f"{reverse('chair_away')}?{page.request['QUERY_STRING']}"
    assert "Select at least one meeting to move" in text(support.post(href, {"form": "1"}))
    stale = "00000000-0000-0000-0000-000000000000|x|y"
    assert "not on the list any more" in text(support.post(href, {"moves": stale}))
    assert not BookingMove.objects.unscoped(MOVES).exists()


def test_one_that_changed_meanwhile_is_named_and_the_others_are_moved(support):
    first = booked()
    start = first.starts_at.replace(hour=14).time()
    second, other = booked(chair=first.chair, room=RoomFactory(), start=start), person("CHAIR")
    page = shown(support, first.chair)
    keys = list(page.context["form"].by_key)
    assert len(keys) == 2
    was = place_seen(first)
    elsewhere = {"room": RoomFactory(), "chair": first.chair, "reason": MoveReason.ROOM}
    span = {"starts_at": first.starts_at, "ends_at": first.ends_at}
    move(booking=first, **elsewhere, **span, by=person("BUSINESS_SUPPORT"), at=NOW)
    href = f"{reverse('chair_away')}?{page.request['QUERY_STRING']}"
    sent = text(support.post(href, {"moves": keys}, follow=True))
    assert "1 meeting is moved." in sent
    assert f"Meeting {first.pk} is not moved. What was proposed for it changed" in sent
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.chair == other, second.chair == other) == (False, True) and was != place_seen(first)


def test_what_cannot_be_moved_is_named(support):
    meeting = booked()
    page = text(support.get(reverse("chair_away"), asked(meeting.chair) | day("first", NOW.date())))
    assert "Meetings that cannot be moved in time" in page and f"Meeting {meeting.pk}" in page


def test_it_asks_as_often_for_many_meetings_as_for_one(support):
    first = booked()
    person("CHAIR")
    shown(support, first.chair)
    with CaptureQueriesContext(connection) as one:
        shown(support, first.chair)
    for hour in (12, 14):
        start = first.starts_at.replace(hour=hour)
        booked(chair=first.chair, room=RoomFactory(), start=start.time())
    with CaptureQueriesContext(connection) as many:
        shown(support, first.chair)
    assert len(many) == len(one) <= 45


def test_who_may_not_schedule_does_not_ask(client):
    client.force_login(person("MANAGER"))
    assert client.get(reverse("chair_away")).status_code == 403
