"""Recording a core group from the child's page."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import CoreGroup, CoreGroupMember
from conferences.operations.recording_signing import sign
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    PlanFactory,
    RequestedChildFactory,
    TeamFactory,
)
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(client):
    team = TeamFactory()
    client.force_login(person("SOCIAL_WORKER", team=team))
    # Begun by a record that was signed here.
    begun = ConferenceChildFactory(held_date=dt.date(2018, 4, 9))
    asked = RequestedChildFactory(child=begun.child, enquiry__child=begun.child)
    ChildPartFactory(record__booking__request=asked.request, requested_child=asked, conference_child=begun)
    plan = PlanFactory(child=begun.child, begun_at=begun, start_date=dt.date(2018, 4, 9))
    AllocationFactory(child=plan.child, team=team)
    return plan


def sent(client, plan, day, month="4", year="2018"):
    data = {"held_date_day": day, "held_date_month": month, "held_date_year": year, "notes": "My notes"}
    return client.post(reverse("core_group_new", args=[plan.ref]), data, follow=True)


def test_a_core_group_is_recorded_and_shown_on_the_child_s_page(client, plan):
    shown = text(sent(client, plan, "20"))
    assert "The core group is recorded" in shown and "Core groups 20 April 2018" in shown
    assert CoreGroup.objects.unscoped("test").get().notes == "My notes"


def test_the_page_says_when_the_first_is_due_and_then_the_next(client, plan):
    address = reverse("core_group_new", args=[plan.ref])
    # 10 working days from Monday 9 April 2018, then 6 weeks from the day it met.
    assert "due by Monday 23 April 2018" in text(client.get(address))
    assert "The next core group is due by Friday 1 June 2018" in text(sent(client, plan, "20"))


def test_of_a_plan_begun_elsewhere_no_day_is_told_until_one_is_recorded(client, plan):
    census = PlanFactory(start_date=dt.date(2018, 4, 9))
    AllocationFactory(child=census.child, team=plan.child.allocations.get().team)
    assert "due by" not in text(client.get(reverse("core_group_new", args=[census.ref])))
    assert "The next core group is due by Friday 1 June 2018" in text(sent(client, census, "20"))


def test_a_plan_that_has_ended_is_asked_for_no_more_core_groups(client, plan):
    ended = {"end_date": dt.date(2018, 4, 30), "end_reason": "RISK_REDUCED"}
    type(plan).objects.unscoped("test").filter(pk=plan.pk).update(**ended)
    assert "is due by" not in text(sent(client, plan, "20"))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (("9",), "after the conference that began the plan"),
        (("1", "1", "2099"), "cannot be in the future"),
        (("31", "2"), "must be a real date"),
    ],
)
def test_a_day_that_cannot_be_is_told_and_the_notes_stay(client, plan, day, sentence):
    shown = text(sent(client, plan, *day))
    assert sentence in shown and "My notes" in shown
    assert not CoreGroup.objects.unscoped("test").exists()


def test_the_same_core_group_is_recorded_once(client, plan):
    sent(client, plan, "20")
    assert "already recorded" in text(sent(client, plan, "20"))
    assert CoreGroup.objects.unscoped("test").count() == 1


def test_the_child_s_page_leads_there_for_those_who_may(client, plan):
    address = reverse("core_group_new", args=[plan.ref])
    assert address in client.get(reverse("child", args=[plan.child.ref])).content.decode()
    client.force_login(person("CHAIR"))
    assert address not in client.get(reverse("child", args=[plan.child.ref])).content.decode()
    assert client.get(address).status_code == 403


def test_the_timeline_tells_of_it(client, plan):
    sent(client, plan, "20")
    shown = text(client.get(reverse("child_timeline", args=[plan.child.ref])))
    assert "Core group" in shown and "My notes" in shown


def test_somebody_joins_the_core_group_from_the_child_s_page(client, django_assert_max_num_queries):
    booking, amy, basil = meeting(person("CHAIR"))
    sign(record=fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, [])), by=booking.chair, at=AFTER)
    child = amy.requested_child.child
    plan = child.plans.get()
    address = reverse("core_group_joins", args=[plan.ref])
    client.force_login(booking.chair)
    assert address in client.get(reverse("child", args=[child.ref])).content.decode()
    assert "No day chosen yet" in text(client.get(reverse("child", args=[child.ref])))
    with django_assert_max_num_queries(30):
        assert "Mother Samplewood" in text(client.get(address))
    day = {"joined_date_day": 26, "joined_date_month": 4, "joined_date_year": 2018}
    told = {"who": "SOMEBODY", "name": "Nurse Exemplar", "words": "She visits now", **day}
    assert "Select the agency, or family" in text(client.post(address, told))
    nobody = {**day, "words": "She visits now"}
    assert "Enter who joins the core group" in text(client.post(address, nobody))
    client.post(address, told | {"agency_kind": "SCHOOL"})
    assert [one.name for one in CoreGroupMember.objects.unscoped("test")] == ["Nurse Exemplar"]
    client.force_login(person("SOCIAL_WORKER"))
    assert client.get(address).status_code == 403


def test_a_plan_of_which_no_conference_left_a_core_group_says_so(client, plan):
    client.force_login(person("CHAIR"))
    shown = text(client.get(reverse("core_group_joins", args=[plan.ref]), follow=True))
    assert "No conference that was recorded here left a core group" in shown
