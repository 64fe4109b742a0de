"""The screen in the room: for those who write the record, and nothing on it that is not for everybody."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.operations.recording import Attendee, save_common
from conferences.operations.recording_signing import sign
from safeguarding.models import ReadLog
from tests.cast import person
from tests.factories import WithheldTextFactory
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, QUORUM, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db
SAID = {
    "what_happened": "Mother: I was ill\nFather: I live at the invented harbour\nWe all were tired",
    "must_change": "Amy eats breakfast",
}


@pytest.fixture
def written():
    booking, amy, basil = meeting(person("CHAIR"), minute_taker=person("BUSINESS_SUPPORT"))
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    people = [
        Attendee("Mother Samplewood", "Mother", "", "IN_PERSON"),
        Attendee("Father Samplewood", "Father", "", "ABSENT"),
        *QUORUM,
    ]
    given = {"by": booking.chair, "at": AFTER, "attendances": people}
    save_common(record=record, version=record.version, values=SAID, **given)
    WithheldTextFactory(record=record, saved_by=booking.chair, what="Kept apart")
    return booking, amy


def page(client, booking):
    return client.get(reverse("record_screen", args=[booking.ref]))


def test_what_is_agreed_stands_there_and_nothing_else(client, written):
    booking, amy = written
    client.force_login(booking.chair)
    shown = text(page(client, booking))
    for words in ("Mother Samplewood: I was ill", "We all were tired", "Amy eats breakfast"):
        assert words in shown
    assert "Amy A child protection plan begins, for neglect." in shown
    assert "See the invented nurse (Mother Samplewood, by 8 May 2018)" in shown
    kept = ["Kept apart", "harbour", "Motherlane", BEGINS["reasons"], BEGINS["voice"], "Testcase"]
    born = amy.requested_child.child.birth_date
    assert not [words for words in [*kept, str(born.year)] if words in shown.replace("8 May 2018", "")]


def test_it_is_for_those_who_write_the_record_and_logged(client, written):
    booking, amy = written
    client.force_login(booking.minute_taker)
    assert page(client, booking).status_code == 200
    assert ReadLog.objects.filter(view_name="record_screen", child=amy.requested_child.child).exists()
    client.force_login(person("CHAIR"))
    assert page(client, booking).status_code == 302
    client.force_login(person("SOCIAL_WORKER"))
    assert page(client, booking).status_code == 403


def test_it_stays_when_the_record_is_signed(client, written):
    booking, _ = written
    sign(record=booking.record, by=booking.chair, at=AFTER)
    client.force_login(booking.chair)
    assert "Amy eats breakfast" in text(page(client, booking))


def test_its_queries_do_not_grow_with_what_is_written(client, written):
    booking, _ = written
    client.force_login(booking.chair)
    page(client, booking)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        page(client, booking)
    assert len(asked) <= 18


def test_a_confidential_address_is_not_on_the_screen_and_the_page_of_the_record_says_so(client, written):
    booking, amy = written
    client.force_login(booking.chair)
    record = booking.record
    record.refresh_from_db()
    told = {"what_happened": "Mother: He came to 7, motherlane\nMother: I was ill"}
    save_common(record=record, version=record.version, values=told, by=booking.chair, at=AFTER)
    shown = text(page(client, booking))
    assert "I was ill" in shown and "motherlane" not in shown
    said = text(client.get(reverse("record", args=[booking.ref])))
    assert "Under “What has happened” something is not shown on the screen in the room" in said
    assert "motherlane" not in said
    common = client.get(reverse("record_common", args=[booking.ref])).content.decode()
    assert "7, motherlane" in common
