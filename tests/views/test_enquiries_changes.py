"""An enquiry told otherwise on its pages: shown with what follows, done, refused beside its field, voided."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Enquiry
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    EnquiryFactory,
    RequestedChildFactory,
    TeamFactory,
)
from tests.scheduling import NOW
from tests.views.asking import parts
from tests.views.pages import text

pytestmark = pytest.mark.django_db
STARTED, DAY = dt.date(2018, 11, 5), dt.date(2018, 11, 7)
CONFIRM = {"step": "confirm"}


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture
def enquiry(team):
    found = EnquiryFactory(started_date=STARTED)
    AllocationFactory(child=found.child, team=team)
    return found


def page(name, enquiry):
    return reverse(name, args=[enquiry.child.ref, enquiry.pk])


def sign_in(client, role, team):
    user = person(role, team=team)
    client.force_login(user)
    return user


def send(client, name, enquiry, data, **more):
    return client.post(page(name, enquiry), data | more, follow=True)


def ended(**more):
    told = {"outcome": "SERVICES", "agreed_by": "", "words": "The school helps.", **parts("day", DAY)}
    return told | more


def test_a_worker_ends_an_enquiry_that_needs_no_conference(client, team, enquiry):
    worker = sign_in(client, "SOCIAL_WORKER", team)
    manager = person("TEAM_MANAGER", team=team)
    record = client.get(reverse("child", args=[enquiry.child.ref])).content.decode()
    assert page("enquiry", enquiry) in record
    changes = reverse("child_changes", args=[enquiry.child.ref])
    for where in (page("enquiry", enquiry), changes):
        assert page("enquiry_outcome", enquiry) in client.get(where).content.decode()
    assert "The section 47 enquiry of 5 November 2018" in text(client.get(changes))
    told = ended(agreed_by=str(manager.pk))
    checked = text(send(client, "enquiry_outcome", enquiry, told))
    assert "Due 26 November 2018, no longer owed from 7 November 2018" in checked
    assert "Services for a child in need (section 17)" in checked and manager.full_name in checked
    assert not Enquiry.objects.unscoped("test").get().outcome
    shown = text(send(client, "enquiry_outcome", enquiry, told, **CONFIRM))
    assert "The outcome is recorded." in shown and f"Agreed by {manager.full_name}." in shown
    assert f"By {worker.full_name}" in shown
    assert "Not needed" in text(client.get(reverse("child", args=[enquiry.child.ref])))


def test_what_is_missing_stands_beside_its_field_and_no_word_is_lost(client, team, enquiry):
    sign_in(client, "SOCIAL_WORKER", team)
    shown = send(client, "enquiry_outcome", enquiry, ended(words="These words stay."))
    assert "Select the manager who agreed" in text(shown)
    assert "These words stay." in shown.content.decode()


@pytest.mark.parametrize(
    ("name", "told", "both"),
    [
        ("enquiry_outcome", {"outcome": "CONFERENCE", **parts("day", DAY)}, ["Legal action", "The school"]),
        (
            "enquiry_start",
            {"reason": "WRONG_DATE", "words": "By the notes.", **parts("right_date", dt.date(2018, 10, 9))},
            ["has changed the start", "It is now 8 October 2018", "By the notes."],
        ),
    ],
)
def test_who_tells_an_outcome_or_a_start_second_is_told_both(client, team, enquiry, name, told, both):
    manager = sign_in(client, "TEAM_MANAGER", team)
    opened = client.get(page(name, enquiry)).context["form"]["seen"].value()
    if name == "enquiry_start":
        first = {
            "reason": "WRONG_DATE",
            "words": "By the diary.",
            **parts("right_date", dt.date(2018, 10, 8)),
        }
    else:
        first = ended(outcome="LEGAL_ACTION", agreed_by=str(person("TEAM_MANAGER", team=team).pk))
    send(client, name, enquiry, first, **CONFIRM)
    late = client.post(page(name, enquiry), told | {"seen": opened} | CONFIRM)
    shown = late.content.decode()
    assert late.status_code == 409 and all(words in shown for words in [manager.full_name, *both])
    fresh = late.context["form"]["seen"].value()
    again = send(client, name, enquiry, told | {"seen": fresh, "words": "Both read."}, **CONFIRM)
    assert again.redirect_chain


def test_a_team_manager_changes_the_start_and_sees_the_day_and_the_figures_move(client, team, enquiry):
    sign_in(client, "TEAM_MANAGER", team)
    told = {"reason": "WRONG_DATE", "words": "By the notes.", **parts("right_date", dt.date(2018, 10, 8))}
    checked = text(send(client, "enquiry_start", enquiry, told))
    assert "Due 26 November 2018" in checked and "Due 29 October 2018" in checked
    assert "Children past day 15 with no conference" in checked
    assert "The start is changed." in text(send(client, "enquiry_start", enquiry, told, **CONFIRM))
    events = text(client.get(reverse("child_timeline", args=[enquiry.child.ref])))
    assert "From 5 November 2018 to 8 October 2018." in events


def test_the_wrong_child_s_enquiry_is_void_and_stands_for_the_right_one(client, team, enquiry):
    sign_in(client, "TEAM_MANAGER", team)
    other = ChildFactory()
    AllocationFactory(child=other, team=team)
    told = {"reason": "WRONG_CHILD", "number": other.la_child_id, "words": "It was the cousin."}
    checked = text(send(client, "enquiry_void", enquiry, told))
    assert f"The right child {other.display_name}" in checked
    assert f"Hold the initial conference, {other.display_name} Not owed Due" in checked
    shown = text(send(client, "enquiry_void", enquiry, told, **CONFIRM))
    assert "This enquiry is void: it was recorded for the wrong child" in shown
    assert Enquiry.objects.unscoped("test").get(child=other).started_date == STARTED
    timeline = client.get(reverse("child_timeline", args=[enquiry.child.ref])).content.decode()
    assert "<s>Strategy discussion, recorded in error</s>" in timeline
    assert "Section 47 enquiry made void" in timeline
    back = send(client, "enquiry_restore", enquiry, {"words": "It was right."}, **CONFIRM)
    assert "The enquiry is put back." in text(back)


def test_what_stands_on_it_is_named_and_led_to(client, team, enquiry):
    sign_in(client, "TEAM_MANAGER", team)
    asked = RequestedChildFactory(child=enquiry.child, enquiry=enquiry, request__family=enquiry.child.family)
    assert (
        reverse("request", args=[asked.request.ref])
        in client.get(page("enquiry_void", enquiry)).content.decode()
    )
    shown = text(send(client, "enquiry_void", enquiry, {"reason": "TWICE", "words": "Twice."}))
    assert "stands on this enquiry. Withdraw it first" in shown


@pytest.mark.parametrize("name", ["enquiry_start", "enquiry_void", "enquiry_restore"])
def test_a_worker_is_offered_and_may_correct_nothing(client, team, enquiry, name):
    sign_in(client, "SOCIAL_WORKER", team)
    assert page(name, enquiry) not in client.get(page("enquiry", enquiry)).content.decode()
    assert client.get(page(name, enquiry)).status_code == 403


def test_another_team_s_enquiry_is_not_there(client, enquiry):
    sign_in(client, "TEAM_MANAGER", TeamFactory())
    assert client.get(page("enquiry_outcome", enquiry)).status_code == 404


def test_a_further_discussion_before_the_start_is_recorded(client, team, enquiry):
    sign_in(client, "SOCIAL_WORKER", team)
    told = {"notes": "Who came.", **parts("held_date", dt.date(2018, 11, 1))}
    assert "No day by which something is due changes" in text(
        send(client, "enquiry_discussion", enquiry, told)
    )
    shown = text(send(client, "enquiry_discussion", enquiry, told, **CONFIRM))
    assert "1 November 2018, 5 November 2018 (started the enquiry)" in shown
