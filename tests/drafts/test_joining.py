"""Two who write one thing: each is told of the other, the slower sees both texts, and none is lost."""

import datetime as dt

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from conferences.models import MeetingRecord
from conferences.operations.recording import save_common, save_part
from tests.cast import person
from tests.drafts.browser import Window
from tests.scheduling import NOW
from tests.views.meetings import QUORUM, meeting

pytestmark = pytest.mark.django_db
MINE, THEIRS = "What I wrote, in my words.", "What they wrote, in theirs."


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


# ----- The record ----------------------------------------------------------------------------------------


@pytest.fixture
def chair():
    return person("CHAIR")


@pytest.fixture
def record(chair):
    booking, _, _ = meeting(chair)
    return MeetingRecord.objects.unscoped("test").get(booking=booking)


def stands(record):
    return MeetingRecord.objects.unscoped("test").get(pk=record.pk)


def common(record):
    return Window(signed_in(record.booking.chair), reverse("record_common", args=[record.booking.ref]))


def save(record, **values):
    version = stands(record).version
    save_common(record=record, version=version, values=values, by=record.booking.chair, at=NOW)


def test_the_slower_sees_both_texts_and_joins_them(record):
    window = common(record)
    save(record, working_well=THEIRS)
    window.type(working_well=MINE).send()
    assert window.answer.status_code == 409 and THEIRS in window.text
    assert window.fields["working_well"] == MINE
    window.type(working_well=f"{THEIRS} {MINE}").send()
    assert window.answer.status_code == 302
    assert stands(record).working_well == f"{THEIRS} {MINE}"


def test_a_draft_older_than_what_was_saved_since_shows_both(record):
    window = common(record)
    window.type(working_well=MINE).autosave()
    save(record, working_well=THEIRS)
    fresh = common(record)
    assert fresh.answer.status_code == 200 and fresh.fields["working_well"] == MINE
    assert THEIRS in fresh.text and "Both texts are shown" in fresh.text
    fresh.type(working_well=f"{THEIRS} {MINE}").send()
    assert stands(record).working_well == f"{THEIRS} {MINE}"


def test_what_was_saved_of_another_page_is_no_clash(record):
    window = common(record)
    window.type(working_well=MINE).autosave()
    save_common(record=record, version=1, values={}, attendances=QUORUM, by=record.booking.chair, at=NOW)
    fresh = common(record)
    assert "Both texts are shown" not in fresh.text
    fresh.send()
    assert fresh.answer.status_code == 302 and stands(record).working_well == MINE
    assert stands(record).attendances.count() == len(QUORUM)


def test_while_one_writes_the_page_tells_who_saved(record, clock):
    window = common(record)
    assert window.type(working_well=MINE).autosave().json()["saved"] == ""
    save(record, working_well=THEIRS)
    clock.shift(dt.timedelta(minutes=1))
    told = window.type(working_well=f"{MINE} More.").autosave(2).json()["saved"]
    assert told == "You saved this part in another window at 10am. When you save, both texts are shown."


def test_the_attendance_of_two_windows_is_joined(record):
    path = reverse("record_attendance", args=[record.booking.ref])
    window = Window(signed_in(record.booking.chair), path)
    save_common(record=record, version=1, values={}, attendances=QUORUM, by=record.booking.chair, at=NOW)
    modes = {name: "VIDEO" for name in window.fields if name.endswith("-mode")}
    window.type(inquorate_reason=MINE, **modes).send()
    assert window.answer.status_code == 409
    assert "Teacher Exemplar" in window.text and window.fields["inquorate_reason"] == MINE


def test_one_child_s_part_shows_both_texts_and_its_actions(record):
    part = record.parts.order_by("requested_child").first()
    child = part.requested_child.child
    path = reverse("record_child", args=[record.booking.ref, child.ref])
    window = Window(signed_in(record.booking.chair), path)
    window.type(voice=MINE).autosave()
    save_part(part=part, version=1, values={"voice": THEIRS}, by=record.booking.chair, at=NOW)
    fresh = Window(window.client, path)
    assert THEIRS in fresh.text and fresh.fields["voice"] == MINE
    fresh.type(voice=f"{THEIRS} {MINE}").send()
    assert record.parts.get(pk=part.pk).voice == f"{THEIRS} {MINE}"
