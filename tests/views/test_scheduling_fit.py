"""The pages of what the day must fit; and it stands on the pages of request, scheduling and meeting."""

import pytest
from django.urls import reverse

from conferences.models import BusyTime
from tests.cast import person
from tests.factories import BusyTimeFactory, InvitationFactory, RequestFitFactory, RoomFactory
from tests.scheduling import booked, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def support(client):
    client.force_login(person("BUSINESS_SUPPORT"))
    return client


def test_it_is_entered_shown_and_taken_off(support):
    request = open_request()
    href = reverse("fit", args=[request.ref])
    page = text(support.get(href))
    assert "Nobody is known to have contact, or not to be able to come, at any time." in page
    facts = {"interpreter": "Polish", "interpreter_for": "The grandmother", "apart_minutes": "30"}
    assert "Saved." in text(support.post(href, facts, follow=True))
    time = {"kind": "CONTACT", "who": "Ash Example", "weekday": "0", "begins": "3pm", "ends": "5pm"}
    page = text(support.post(reverse("busy_add", args=[request.ref]), time, follow=True))
    assert "Each Monday" in page and "3pm to 5pm" in page
    said = text(support.get(reverse("request", args=[request.ref])))
    assert "An interpreter (Polish) for The grandmother." in said
    assert "Ash Example: contact with a child, Mondays, 3pm to 5pm." in said
    (one,) = BusyTime.objects.unscoped("what a test told")
    off = reverse("busy_off", args=[request.ref, one.pk])
    assert "Ash Example: contact with a child, Mondays, 3pm to 5pm." in text(support.get(off))
    page = text(support.post(off, follow=True))
    assert "The time is taken off." in page and "Each Monday" not in page


def test_what_is_wrong_is_said_and_what_was_typed_stays(support):
    request = open_request()
    page = support.post(reverse("fit", args=[request.ref]), {"interpreter": "Polish", "apart_minutes": "0"})
    assert "Enter who needs the interpreter" in text(page) and 'value="Polish"' in page.content.decode()
    page = text(support.post(reverse("busy_add", args=[request.ref]), {"who": "Ash", "begins": "teatime"}))
    assert "From must be a time, like 9:30am or 2pm" in page
    assert "Select a day of the week, or enter one date" in page


def test_two_who_tell_at_once_do_not_undo_each_other(support):
    request = open_request()
    RequestFitFactory(request=request)
    facts = {"interpreter": "", "interpreter_for": "", "apart_minutes": "30", "seen": ""}
    page = support.post(reverse("fit", args=[request.ref]), facts)
    assert "Somebody else told otherwise since you opened this page" in text(page)


def test_a_time_of_another_request_is_not_found(support):
    one = BusyTimeFactory(request=open_request())
    assert support.get(reverse("busy_off", args=[open_request().ref, one.pk])).status_code == 404


def test_nothing_is_changed_once_the_request_is_over(support):
    request = open_request()
    request.state = "WITHDRAWN"
    one = BusyTimeFactory(request=request)
    request.withdrawn_by, request.withdrawn_at = person("MANAGER"), one.told_at
    request.withdrawn_reason = "An invented reason"
    request.save()
    page = support.get(reverse("busy_off", args=[request.ref, one.pk]), follow=True)
    assert "so nothing more is told of its day" in text(page)
    assert "Add a time at which" not in text(page)


def test_scheduling_shows_it_and_an_interpreter_that_was_forgotten(support):
    RoomFactory(seats=20)
    person("CHAIR")
    request = open_request()
    InvitationFactory(request=request, name="Elm Example", needs=["INTERPRETER"])
    line = "By the list an interpreter is needed for Elm Example, and no language is entered here."
    assert line in text(support.get(reverse("book", args=[request.ref])))
    assert line in text(support.get(reverse("fit", args=[request.ref])))
    RequestFitFactory(request=request, apart_minutes=30)
    page = text(support.get(reverse("book", args=[request.ref])))
    assert "Two parents arrive apart, the first 30 minutes before the start." in page
    assert "and parents arrive apart" in page


def test_the_meeting_says_what_its_day_must_fit(support):
    meeting = booked()
    assert "Nothing is entered: no interpreter" in text(support.get(reverse("booking", args=[meeting.ref])))
    RequestFitFactory(request=meeting.request)
    page = text(support.get(reverse("booking", args=[meeting.ref])))
    assert "An interpreter (Polish) for The invented grandmother." in page
