"""A decision set right on its pages: asked for, told on My work, agreed by another, told in the timeline."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Conference, DecisionChange, Plan
from tests.cast import person
from tests.scheduling import NOW
from tests.views.meetings import signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
SENT = {
    "outcome": "NO_PLAN",
    "category": "NEG",
    "reasons": "The harm is not likely to go on",
    "why": "TYPED",
    "words": "The wrong box was ticked",
}


@pytest.fixture
def amy(client):
    with time_machine.travel(NOW, tick=False):
        chair = person("CHAIR")
        signed(chair)
        client.force_login(chair)
        yield Conference.objects.unscoped("test").get().children.order_by("child").first()


def test_the_form_asks_the_database_a_fixed_number_of_times(client, amy, django_assert_max_num_queries):
    page = reverse("decision_change_new", args=[amy.child.ref, amy.pk])
    client.get(page)
    with django_assert_max_num_queries(9):
        assert client.get(page).status_code == 200


def test_it_is_asked_for_told_and_agreed_to_by_a_second_person(client, amy):
    facts = reverse("child_facts", args=[amy.child.ref])
    page = reverse("decision_change_new", args=[amy.child.ref, amy.pk])
    assert page in client.get(facts).content.decode()
    check = text(client.post(page, SENT))
    assert "Replaces: A child protection plan begins" in check and "is no longer on record" in check
    asked = text(client.post(page, SENT | {"step": "confirm"}, follow=True))
    assert "You asked for this" in asked and Plan.objects.unscoped("test").exists()
    assert "to set right" not in text(client.get(reverse("my_work")))
    client.force_login(person("STRATEGIC_LEAD"))
    assert "1 decision to set right" in text(client.get(reverse("my_work")))
    waiting = text(client.get(reverse("decision_changes")))
    assert "Amy Testcase" in waiting and "agrees: an independent chair or the Strategic Lead" in waiting
    change = reverse("decision_change", args=[DecisionChange.objects.unscoped("test").get().ref])
    assert "is no longer on record" in text(client.post(change, {"step": "check"}))
    assert "Agreed." in text(client.post(change, {"step": "confirm"}, follow=True))
    assert not Plan.objects.unscoped("test").exists()
    story = text(client.get(reverse("child_timeline", args=[amy.child.ref])))
    assert "Decision set right: Initial conference, 24 April 2018" in story
    assert "Version 2, agreed by" in story and "replaces: a child protection plan begins (neglect)" in story


def test_it_is_refused_to_business_support_and_beside_its_field_without_loss(client, amy):
    page = reverse("decision_change_new", args=[amy.child.ref, amy.pk])
    shown = text(client.post(page, SENT | {"words": ""}))
    assert "Enter how it came to be signed wrongly" in shown and "The harm is not likely to go on" in shown
    for role in ("BUSINESS_SUPPORT", "MANAGER"):
        client.force_login(person(role))
        assert client.get(page).status_code == client.get(reverse("decision_changes")).status_code == 403


def test_who_asked_withdraws_it_with_a_reason(client, amy):
    client.post(reverse("decision_change_new", args=[amy.child.ref, amy.pk]), SENT | {"step": "confirm"})
    asked = DecisionChange.objects.unscoped("test").get()
    client.post(reverse("decision_change_end", args=[asked.ref]), {"reason": "It was right"})
    asked.refresh_from_db()
    assert asked.outcome == "WITHDRAWN" and asked.closed_at.date() == dt.date(2018, 11, 12)
