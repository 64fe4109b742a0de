"""The board of how ready the next conferences are, and the same on the pages of one."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.queries.readiness import board
from conferences.rules.readiness import Part
from conferences.rules.readiness_parts import State
from tests.cast import person
from tests.factories import (
    ExclusionFactory,
    FamilyContactFactory,
    InvitationFactory,
    InvitationLetterFactory,
    PersonFactory,
    ThinkingTimeFactory,
    ViewsBeforeFactory,
)
from tests.scheduling import NOW, booked, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db
DAY = NOW.date()
PAGE = reverse("readiness")


@pytest.fixture(autouse=True)
def _then():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def chair(client):
    user = person("CHAIR")
    client.force_login(user)
    client.user = user
    return client


def parts(user, own=True):
    return [{one.part: one.state for one in found.parts} for found in board(user, DAY, own=own)]


def test_each_part_follows_what_is_recorded(chair):
    request = open_request()
    meeting = booked(request, chair=chair.user)
    (before,) = parts(chair.user)
    assert (before[Part.FAMILY], before[Part.CONTACT]) == (State.UNKNOWN, State.UNKNOWN)
    assert before[Part.EXCLUSIONS] is before[Part.THINKING] is State.NOT_NEEDED
    told = {"invited_date": DAY, "told_at": NOW, "put_on_at": NOW}
    role = {"role": "Mother", "agency_kind": "", "is_report_asked": False, "reply": "COMING"}
    mother = InvitationFactory(request=request, name="Mother Exemplar", channel="LETTER", **role, **told)
    care = InvitationFactory(request=request, agency_kind="SOCIAL_CARE", channel="EMAIL", **told)
    FamilyContactFactory(invitation=mother, contact_date=DAY, told_at=NOW)
    ViewsBeforeFactory(asked=request.children.get(), gathered_date=DAY, told_at=NOW)
    ExclusionFactory(request=request, name="Jay Exemplar", put_at=NOW, asked_date=DAY)
    ThinkingTimeFactory(request=request, is_required=True, raised_at=NOW)
    (after,) = parts(chair.user)
    ready = {part for part, state in after.items() if state is State.READY}
    assert {Part.FAMILY, Part.AGENCIES, Part.VIEWS, Part.ROOM} <= ready
    waits = {part for part, state in after.items() if state is State.WAITING}
    assert {Part.QUORUM, Part.REPORTS, Part.EXCLUSIONS, Part.THINKING, Part.MINUTES} <= waits
    page = text(chair.get(PAGE))
    assert request.children.get().child.display_name in page and care.name not in page
    assert "Enough agencies come" in page and "Not ready" in page
    own = text(chair.get(reverse("preparation", args=[request.ref])))
    assert "How ready it is" in own and "Somebody takes the minutes" in own
    assert "parts ready" in text(chair.get(reverse("meeting_day", args=[meeting.ref])))
    assert "1 conference of yours in the next 5" not in text(chair.get(reverse("my_work")))


def test_moved_means_invited_anew(chair):
    request = open_request()
    meeting = booked(request, chair=chair.user)
    role = {"role": "Mother", "agency_kind": "", "is_report_asked": False, "channel": "LETTER"}
    InvitationFactory(request=request, name="M", invited_date=DAY, told_at=NOW, put_on_at=NOW, **role)
    assert parts(chair.user)[0][Part.FAMILY] is State.READY
    later = NOW + dt.timedelta(days=1)
    type(meeting).every.filter(pk=meeting.pk).update(booked_at=later)
    assert parts(chair.user)[0][Part.FAMILY] is State.WAITING


def test_a_letter_from_before_the_move_is_no_invitation_to_where_it_stands(chair):
    request = open_request()
    meeting = booked(request, chair=chair.user)
    role = {"role": "Mother", "agency_kind": "", "is_report_asked": False, "channel": "TELEPHONE"}
    mother = InvitationFactory(request=request, invited_date=DAY, told_at=NOW, put_on_at=NOW, **role)
    sent = {"sent_how": "POST", "sent_date": DAY, "sent_by": person("BUSINESS_SUPPORT"), "sent_at": NOW}
    InvitationLetterFactory(invitation=mother, made_at=NOW, **sent)
    assert parts(chair.user)[0][Part.FAMILY] is State.READY
    # Moved later on the same day, and told by telephone since.
    type(meeting).every.filter(pk=meeting.pk).update(booked_at=NOW + dt.timedelta(minutes=5))
    assert parts(chair.user)[0][Part.FAMILY] is State.WAITING


def test_whose_record_names_a_language_needs_an_interpreter(chair):
    request = open_request()
    booked(request, chair=chair.user)
    mother = PersonFactory(family=request.children.get().child.family, interpreter_language="Welsh")
    role = {"role": "Mother", "agency_kind": "", "is_report_asked": False, "reply": "COMING"}
    one = InvitationFactory(request=request, person=mother, name="M", put_on_at=NOW, **role)
    assert parts(chair.user)[0][Part.NEEDS] is State.WAITING
    arranged = {"needs": ["INTERPRETER"], "arranged": ["INTERPRETER"]}
    type(one).every.filter(pk=one.pk).update(**arranged)
    assert parts(chair.user)[0][Part.NEEDS] is State.READY


def test_mine_all_and_nothing(chair, client):
    other = open_request()
    booked(other, chair=person("CHAIR"))
    name = other.children.get().child.display_name
    assert "You lead, write down or asked for no conference" in text(chair.get(PAGE))
    assert name in text(chair.get(PAGE, {"show": "all"}))
    assert chair.get(PAGE, {"show": "none"}).status_code == 404
    client.force_login(person("BUSINESS_SUPPORT"))
    assert name in text(client.get(PAGE)) and "How ready the next" in text(client.get(reverse("my_work")))
    client.force_login(person("SOCIAL_WORKER"))
    assert name not in text(client.get(PAGE, {"show": "all"}))
    client.force_login(person("REVIEWER"))
    assert client.get(PAGE).status_code == 403


def test_the_board_asks_as_often_of_many_as_of_one(chair):
    def asks():
        with CaptureQueriesContext(connection) as found:
            board(chair.user, DAY, own=True)
        return len(found)

    booked(open_request(), chair=chair.user)
    once = asks()
    for after in (1, 2):
        request = open_request()
        booked(request, chair=chair.user, day=dt.date(2018, 11, 26) + dt.timedelta(days=after))
        InvitationFactory(request=request)
    assert asks() == once
