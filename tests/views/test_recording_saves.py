"""Each who writes a record sees who saved what, and is not signed in for longer by the page's own asking."""

import json

import pytest
from django.urls import reverse

from conferences.operations.recording import save_part
from safeguarding.models import ReadLog
from tests.cast import person
from tests.factories import UserFactory
from tests.views.meetings import AFTER, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def writing(client, monkeypatch):
    for module in ("recording", "recording_parts"):
        monkeypatch.setattr(f"conferences.views.{module}.now", lambda: AFTER)
    monkeypatch.setattr("conferences.views.recording.today", lambda: AFTER.date())
    typist = UserFactory(role="BUSINESS_SUPPORT", full_name="Bruno Minuteman")
    booking, amy, _ = meeting(person("CHAIR"), minute_taker=typist)
    client.force_login(booking.chair)
    save_part(part=amy, version=1, values={"voice": "I like Nan"}, by=typist, at=AFTER)
    return booking, amy


def saves(client, booking):
    answer = client.get(reverse("record_saves", args=[booking.ref]), headers={"X-Asks": "saves"})
    return answer.status_code, json.loads(answer.content)["saves"] if answer.status_code == 200 else {}


def test_the_pages_say_who_saved_which_part(client, writing):
    booking, amy = writing
    child = amy.requested_child.child
    pages = [reverse(name, args=[booking.ref]) for name in ("record", "record_common", "record_attendance")]
    for page in [*pages, reverse("record_child", args=[booking.ref, child.ref])]:
        shown = text(client.get(page))
        assert "saved by Bruno Minuteman at 1pm" in shown and child.display_name in shown


def test_the_script_is_told_by_key_and_no_child_by_name(client, writing):
    booking, amy = writing
    status, told = saves(client, booking)
    assert status == 200 and told[f"child-{amy.pk}"] == "saved by Bruno Minuteman at 1pm"
    assert told["common"] == "nothing saved yet"
    assert amy.requested_child.child.display_name not in json.dumps(told)


def test_nobody_else_is_told_anything(client, writing):
    booking, _ = writing
    client.force_login(person("CHAIR"))
    assert saves(client, booking) == (200, {})
    client.force_login(person("SOCIAL_WORKER"))
    assert saves(client, booking)[0] in (403, 404)


def test_asking_is_no_reading_and_no_use_of_the_session(client, writing):
    booking, _ = writing
    client.get(reverse("record", args=[booking.ref]))
    before, seen = ReadLog.objects.count(), client.session["seen"]
    session = client.session
    session["seen"] = seen - 600
    session.save()
    saves(client, booking)
    assert ReadLog.objects.count() == before and client.session["seen"] == seen - 600
    client.get(reverse("record", args=[booking.ref]))
    assert client.session["seen"] > seen - 600
