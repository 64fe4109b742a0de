"""Recording a plan with another authority: what it raises, what is refused, and who may."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import Consultation, EarlierPlan, PlanElsewhere, ThinkingTime
from conferences.operations.requests_history import check_history
from tests.cast import person
from tests.factories import AllocationFactory, PlanFactory, RequestedChildFactory, TeamFactory, meet
from tests.scheduling import NOW
from tests.views.pages import text

pytestmark = pytest.mark.django_db
TOLD = {
    "authority": "350",
    "authority_name": "",
    "end_date_day": "1",
    "end_date_month": "6",
    "end_date_year": "2016",
    "category": "NEG",
    "how_known": "Told by the duty worker of Invented Borough on 9 November",
}


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def asked(client):
    """A child for whom an initial conference is asked, whose history was checked: nothing was known."""
    team = TeamFactory()
    client.force_login(person("SOCIAL_WORKER", team=team))
    asked = RequestedChildFactory(child__birth_date=dt.date(2012, 5, 1))
    AllocationFactory(child=asked.child, team=team)
    assert not check_history(asked, NOW)
    return asked


def page(asked):
    return reverse("plan_elsewhere_new", args=[asked.child.ref])


def send(client, asked, step="confirm", **told):
    return client.post(page(asked), TOLD | told | {"step": step}, follow=True)


def consultations():
    return Consultation.objects.unscoped("test")


def test_it_stands_on_the_child_s_page_which_leads_to_it(client, asked):
    assert page(asked) in client.get(reverse("child", args=[asked.child.ref])).content.decode()
    shown = text(send(client, asked))
    assert "Bolton" in shown and "Start not known to 1 June 2016" in shown
    assert "Told by the duty worker of Invented Borough" in shown


def test_a_request_that_waits_is_checked_again_and_its_consultation_raised(client, asked):
    assert "1 re-plan consultation raised" in text(send(client, asked))
    raised = consultations().get()
    assert (raised.requested_child, raised.decide_by_date) == (asked, dt.date(2018, 11, 15))
    assert ThinkingTime.objects.unscoped("test").get().is_required
    found = EarlierPlan.objects.unscoped("test").get()
    assert (found.found_in, found.authority_name, found.end_date) == (
        "ELSEWHERE",
        "Bolton",
        dt.date(2016, 6, 1),
    )


def test_what_follows_is_shown_first_and_nothing_is_recorded(client, asked):
    shown = text(send(client, asked, step=""))
    assert "How is it known?" in shown and "(optional)" not in shown
    assert "1 re-plan consultation is raised on the request that waits" in shown
    assert "Give the account" in shown and not PlanElsewhere.objects.unscoped("test").exists()


def test_a_second_plan_raises_no_second_consultation_and_is_found_too(client, asked):
    send(client, asked)
    assert "raised" not in text(send(client, asked, end_date_year="2014"))
    assert consultations().count() == 1 and ThinkingTime.objects.unscoped("test").count() == 1
    assert EarlierPlan.objects.unscoped("test").count() == 2


def test_a_review_and_a_request_that_is_over_are_left_alone(client, asked):
    plan = PlanFactory(child=asked.child)
    RequestedChildFactory(child=asked.child, kind="REVIEW", enquiry=None, plan=plan, due_rule="R7")
    asked.request.state = "HELD"
    asked.request.save()
    meet(asked.request)
    send(client, asked)
    assert PlanElsewhere.objects.unscoped("test").count() == 1 and not consultations().exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"authority": ""}, "Select the authority"),
        ({"how_known": " "}, "Enter how the plan is known"),
        ({"authority": "OUTSIDE"}, "Enter the name of the authority or country"),
        ({"end_date_year": "2031"}, "The day it ended must be today or earlier"),
        ({"end_date_year": "2002"}, "The day it ended is long before the child’s birth, 1 May 2012"),
        ({"end_date_day": "2000000000"}, "must be a real date"),
        (
            {"start_date_day": "1", "start_date_month": "7", "start_date_year": "2016"},
            "The day it ended must be the day it began or later",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field_and_nothing_is_lost(client, asked, told, sentence):
    shown = send(client, asked, **told).content.decode()
    assert sentence in shown and not PlanElsewhere.objects.unscoped("test").exists()
    assert "how_known" in told or "Told by the duty worker" in shown


def test_the_same_plan_is_recorded_once(client, asked):
    send(client, asked)
    assert "This plan is recorded already" in text(send(client, asked))
    assert PlanElsewhere.objects.unscoped("test").count() == 1


def test_it_is_out_of_reach_for_another_team_and_for_who_may_not(client, asked):
    client.force_login(person("SOCIAL_WORKER", team=TeamFactory()))
    assert send(client, asked).status_code == 404
    client.force_login(person("MANAGER"))
    assert send(client, asked).status_code == 403
