"""Recording a follow-up from the child's page, which leads to it while one is missing."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import FollowUp
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildPartFactory,
    ConferenceChildFactory,
    FollowUpFactory,
    PlanFactory,
    RequestedChildFactory,
    TeamFactory,
)
from tests.views.pages import text

pytestmark = pytest.mark.django_db
SENT = {"held_date_day": "1", "held_date_month": "10", "held_date_year": "2018"}


@pytest.fixture
def plan(client):
    """Ended by a record that was signed here."""
    team = TeamFactory()
    client.force_login(person("SOCIAL_WORKER", team=team))
    plan = PlanFactory(start_date=dt.date(2018, 3, 1), end_date=dt.date(2018, 7, 2), end_reason="DIED")
    AllocationFactory(child=plan.child, team=team)
    asked = RequestedChildFactory(child=plan.child, kind="REVIEW", enquiry=None, plan=plan)
    at = ConferenceChildFactory(child=plan.child, kind="REVIEW", plan=plan, held_date=plan.end_date)
    ends = {"outcome": "PLAN_ENDS", "end_reason": "RISK_REDUCED"}
    ChildPartFactory(
        record__booking__request=asked.request, requested_child=asked, conference_child=at, **ends
    )
    return plan


def page(plan):
    return reverse("follow_up_new", args=[plan.ref])


def test_the_child_s_page_leads_to_it_and_the_form_says_by_when_each_is_due(client, plan):
    assert page(plan) in client.get(reverse("child", args=[plan.child.ref])).content.decode()
    shown = text(client.get(page(plan)))
    assert "The plan ended on 2 July 2018" in shown
    assert "Due by Tuesday 2 October 2018: 3 months from Monday 2 July 2018" in shown


def test_what_is_recorded_shows_in_the_story_and_is_offered_no_more(client, plan):
    words = {"which": "FIRST", "how_child_is": "Amber sleeps well.", "help_now": "The aunt helps."}
    assert "The follow-up is recorded" in text(client.post(page(plan), SENT | words, follow=True))
    told = text(client.get(reverse("child_timeline", args=[plan.child.ref])))
    for said in ("First follow-up after the plan", "Amber sleeps well.", "The aunt helps."):
        assert said in told
    assert "First follow-up" not in text(client.get(page(plan)))


def test_a_mistake_is_said_beside_its_field_and_nothing_typed_is_lost(client, plan):
    shown = text(client.post(page(plan), SENT | {"help_now": "The aunt helps."}))
    for words in ("Select which follow-up it is", "Enter how the child is", "The aunt helps."):
        assert words in shown
    assert not FollowUp.objects.unscoped("test").exists()


def test_a_plan_that_runs_has_nothing_to_follow_up(client, plan):
    later = PlanFactory(child=plan.child, start_date=plan.end_date + dt.timedelta(30))
    assert "nothing to follow up yet" in text(client.get(page(later)))


def test_nothing_leads_to_it_once_all_are_recorded_or_for_those_who_may_not(client, plan):
    address = reverse("child", args=[plan.child.ref])
    client.force_login(person("BUSINESS_SUPPORT"))
    assert page(plan) not in client.get(address).content.decode()
    assert client.get(page(plan)).status_code == 403
    for which in ("FIRST", "SECOND", "THIRD"):
        FollowUpFactory(plan=plan, which=which)
    client.force_login(person("CHAIR"))
    assert page(plan) not in client.get(address).content.decode()
