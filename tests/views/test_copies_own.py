"""The pages of a child's own version: the chair's line, that none is given, how it was given, the story."""

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Document, OwnVersion
from conferences.operations.copies import make_copies, release_copy
from conferences.queries.copies import offers
from tests.cast import person
from tests.drafts.cases import day
from tests.papers import WRITE_COPY
from tests.views.meetings import AFTER, signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(AFTER, tick=False):
        yield


@pytest.fixture
def record():
    return signed(person("CHAIR"))[1]


@pytest.fixture
def support(client):
    one = person("BUSINESS_SUPPORT")
    client.force_login(one)
    return one


def page(record, name="record_copies", *more):
    return reverse(name, args=[record.booking.ref, *more])


def child(record, name):
    return record.parts.get(requested_child__child__given_names=name).requested_child.child


def test_the_page_of_copies_says_how_each_child_s_stands_and_none_is_recorded_and_taken_back(
    client, record, support
):
    assert text(client.get(page(record))).count("Due by Wednesday 23 May 2018") == 2
    none = page(record, "own_none", child(record, "Amy").ref)
    assert "Select why none will be given" in text(client.post(none, {"reason": "", "words": ""}))
    shown = text(client.post(none, {"reason": "HARM", "words": "He watches her"}, follow=True))
    assert "It would harm them. He watches her." in shown and shown.count("Due by") == 1
    story = text(client.get(reverse("child_timeline", args=[child(record, "Amy").ref])))
    assert "No version of the record of their own" in story and "He watches her" in story
    assert "He watches her" in text(client.get(none))
    assert "to be given their own version" in text(client.post(none, {"take_back": "1"}, follow=True))
    assert not OwnVersion.objects.unscoped("test").exclude(none_reason="").exists()


def test_it_is_given_with_who_sat_there_and_told_otherwise_and_the_story_tells_it(
    client, record, support, django_assert_max_num_queries
):
    key = next(one.key for one in offers(support, record) if one.recipient.lines[0] == "Amy")
    (made,) = make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER, keys=[key])
    release_copy(document=made, by=record.booking.chair, at=AFTER, words="Read again")
    assert "Made, and not given yet" in text(client.get(page(record)))
    told = page(record, "own_told", made.pk)
    assert client.get(told).status_code == 404
    sent = page(record, "record_copy_sent", made.pk)
    values = {"how": "BY_HAND", **day("sent_date", AFTER.date()), "child_said": "When do I see Nan?"}
    assert "Say who sat with the child" in text(client.post(sent, values)).replace("Enter", "Say")
    shown = text(client.post(sent, values | {"sat_with": "Wes Worker"}, follow=True))
    assert "Wes Worker sat with them. The child said: When do I see Nan?" in shown
    with django_assert_max_num_queries(9):
        assert client.get(told).status_code == 200
    client.post(told, {"sat_with": "Ada Sample", "child_said": "When do I see Nan?"})
    assert Document.objects.unscoped("test").get(pk=made.pk).sat_with == "Ada Sample"
    story = text(client.get(reverse("child_timeline", args=[child(record, "Amy").ref])))
    assert "Given their own version of the record" in story and "Ada Sample sat with them" in story
    brothers = text(client.get(reverse("child_timeline", args=[child(record, "Basil").ref])))
    assert "When do I see Nan?" not in brothers


def test_only_the_chair_is_led_to_the_line(client, record, support):
    amy = child(record, "Amy")
    assert "Say something" not in text(client.get(page(record)))
    assert client.get(page(record, "own_line", amy.ref)).status_code in (403, 404)
    client.force_login(record.booking.chair)
    assert "Say something" in text(client.get(page(record)))
    line = page(record, "own_line", amy.ref)
    shown = text(client.post(line, {"line": "I liked your drawing."}, follow=True))
    assert "I liked your drawing." in shown and "Reading age" in shown
