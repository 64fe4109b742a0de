"""The pages of life events: who finds which line, what is shown before it is done, and the second person."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import LifeEvent, PlanEnding
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConferenceChildFactory,
    HouseholdFactory,
    PlanFactory,
    TeamFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
AT = dt.datetime(2018, 6, 4, 10, tzinfo=dt.UTC)
ON = AT.date()
START = dt.date(2018, 3, 5)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def team():
    return TeamFactory()


@pytest.fixture
def plan(team):
    child = ChildFactory(birth_date=dt.date(2012, 2, 1), given_names="Amber", family_name="Reed")
    at = ConferenceChildFactory(child=child, held_date=START)
    found = PlanFactory(child=child, start_date=START, begun_at=at)
    AllocationFactory(child=child, team=team)
    return found


def day(name: str, on: dt.date = ON) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def test_each_finds_what_they_may_do(client, plan, team):
    address = reverse("child_changes", args=[plan.child.ref])
    client.force_login(person("SOCIAL_WORKER", team=team))
    assert address in client.get(reverse("child", args=[plan.child.ref])).content.decode()
    mine = text(client.get(address))
    assert "Died" in mine and "Add a brother or sister" in mine and "Is 18" not in mine
    # What its form would always refuse: there is no other home, and the child is on a plan here.
    assert "Moved to another home" not in mine and "transfer-in" not in mine
    client.force_login(person("CHAIR"))
    theirs = text(client.get(address))
    assert "Died" not in theirs and "Record an earlier plan" in theirs
    assert client.get(reverse("life_event_new", args=[plan.child.ref, "died"])).status_code == 403


def test_what_follows_is_shown_first_and_then_done(client, plan, team):
    client.force_login(person("SOCIAL_WORKER", team=team))
    address = reverse("life_event_new", args=[plan.child.ref, "died"])
    sent = day("day") | {"evidence": "The hospital rang"}
    shown = text(client.post(address, sent))
    assert "The plan ends on 4 June 2018, without a review, once a second person confirms it" in shown
    assert "No plan, request or meeting changes." not in shown
    assert "no longer owed from 4 June 2018" in shown
    assert not LifeEvent.objects.unscoped("test").exists()

    done = client.post(address, sent | {"step": "confirm"}, follow=True)
    assert "This is recorded. The plan ends on 4 June 2018 once a second person confirms it." in text(done)
    assert "waits for a second person to confirm it: died" in text(done)
    told = text(client.get(reverse("child_timeline", args=[plan.child.ref])))
    assert "The hospital rang. Recorded by Sample Social worker on 4 June 2018." in told


def test_a_mistake_stands_beside_its_field_and_no_word_is_lost(client, plan, team):
    client.force_login(person("SOCIAL_WORKER", team=team))
    address = reverse("life_event_new", args=[plan.child.ref, "moved-away"])
    page = client.post(address, day("day", dt.date(2018, 6, 5)) | {"evidence": "Their letter"})
    shown = page.content.decode()
    assert "The day must be today or in the past" in shown
    assert "Select the authority" in shown
    assert "Their letter" in shown


def test_a_second_person_ends_the_plan_from_my_work(client, plan, team):
    worker, manager = person("SOCIAL_WORKER", team=team), person("TEAM_MANAGER", team=team)
    client.force_login(worker)
    address = reverse("life_event_new", args=[plan.child.ref, "left-uk"])
    client.post(address, day("day") | {"evidence": "The aunt wrote", "step": "confirm"})
    ending = PlanEnding.objects.unscoped("test").get()
    page = reverse("plan_ending", args=[ending.ref])
    assert "You asked for this" in text(client.get(page))
    assert client.post(page, {"step": "confirm"}).status_code == 403

    client.force_login(manager)
    assert "1 plan ends without a review: confirm it" in text(client.get(reverse("my_work")))
    assert "Amber Reed" in text(client.get(reverse("plan_endings")))
    shown = text(client.post(page, {"step": "check"}))
    assert "The child protection plan of 5 March 2018 ends on 4 June 2018: left the United Kingdom" in shown
    done = client.post(page, {"step": "confirm"}, follow=True)
    assert "The plan has ended on 4 June 2018" in text(done)
    told = text(client.get(reverse("child_timeline", args=[plan.child.ref])))
    assert "Asked for by Sample Social worker, confirmed by Sample Team manager." in told
    assert "Confirmed by Sample Team manager" in text(client.get(page))


def test_it_is_refused_with_a_reason_and_asked_again(client, plan, team):
    client.force_login(person("SOCIAL_WORKER", team=team))
    address = reverse("life_event_new", args=[plan.child.ref, "died"])
    client.post(address, day("day") | {"evidence": "The hospital rang", "step": "confirm"})
    ending = PlanEnding.objects.unscoped("test").get()
    manager = person("TEAM_MANAGER", team=team)
    client.force_login(manager)
    end = reverse("plan_ending_end", args=[ending.ref])
    assert "Enter why you refuse it" in client.post(end, {"reason": ""}).content.decode()
    client.post(end, {"reason": "Which child?"})
    work = text(client.get(reverse("my_work")))
    assert "1 plan has no end recorded, though something ends it" in work
    again = reverse("plan_ending_new", args=[ending.event.ref])
    assert again in client.get(reverse("plan_endings")).content.decode()
    assert again in client.get(reverse("child_changes", args=[plan.child.ref])).content.decode()
    client.post(again, day("ends") | {"evidence": "It is this one"})
    client.force_login(person("STRATEGIC_LEAD"))
    newer = PlanEnding.objects.unscoped("test").exclude(pk=ending.pk).get()
    assert (
        client.post(reverse("plan_ending", args=[newer.ref]), {"step": "confirm"}, follow=True).status_code
        == 200
    )
    plan.refresh_from_db()
    assert plan.end_reason == "DIED"


def test_a_birth_is_typed_once_and_a_far_one_is_told(client, team):
    child = ChildFactory(unborn=True, expected_birth_date=dt.date(2018, 9, 1), family_name="Reed")
    AllocationFactory(child=child, team=team)
    client.force_login(person("SOCIAL_WORKER", team=team))
    address = reverse("life_event_new", args=[child.ref, "born"])
    sent = day("day") | {"sex": "F", "given_names": "Ivy", "evidence": "The midwife rang"}
    assert "89 days before the day expected, 1 September 2018" in text(client.post(address, sent))
    client.post(address, sent | {"step": "confirm"})
    child.refresh_from_db()
    assert (child.given_names, child.birth_date) == ("Ivy", AT.date())
    assert client.get(address).status_code == 302


def test_a_move_within_the_area_takes_a_home_of_the_family(client, plan, team):
    home = HouseholdFactory(family=plan.child.family, name="The aunt’s home")
    client.force_login(person("TEAM_MANAGER", team=team))
    address = reverse("life_event_new", args=[plan.child.ref, "moved-within"])
    assert "The aunt’s home" in text(client.get(address))
    sent = day("day") | {"home": str(home.pk), "evidence": "The visit"}
    client.post(address, sent | {"step": "confirm"})
    assert LifeEvent.objects.unscoped("test").get().stay.household == home


@pytest.mark.parametrize("kind", ["nosuch", "BORN"])
def test_an_address_of_no_kind_is_not_there(client, plan, team, kind):
    client.force_login(person("SOCIAL_WORKER", team=team))
    assert client.get(f"/children/{plan.child.ref}/happened/{kind}").status_code == 404
