"""A plan that runs again on its pages: asked for once, shown while it waits, settled once it runs."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import PlanResumption
from conferences.operations.life_events_resumptions import confirm_resumption
from tests.cast import person
from tests.factories import AllocationFactory, PlanEndingFactory, PlanFactory, TeamFactory
from tests.views.pages import text

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2018, 6, 11, 10, tzinfo=dt.UTC)
ENDED = dt.date(2018, 6, 4)
SENT = {"why": "OTHER_CHILD", "words": "It was told of another child"}


@pytest.fixture
def ended(client):
    """A plan that two people ended, for a child of the worker's team, as the worker who is signed in."""
    with time_machine.travel(NOW, tick=False):
        team = TeamFactory()
        plan = PlanFactory(start_date=dt.date(2018, 4, 20), end_date=ENDED, end_reason="LEFT_UK")
        AllocationFactory(child=plan.child, team=team)
        closed = {"outcome": "CONFIRMED", "closed_by": person("STRATEGIC_LEAD"), "closed_at": NOW}
        client.force_login(person("SOCIAL_WORKER", team=team))
        yield PlanEndingFactory(plan=plan, event__child=plan.child, **closed)


def page(ended):
    return reverse("plan_resumption_new", args=[ended.ref])


def test_what_waits_is_shown_on_the_record_and_asked_for_no_second_time(client, ended):
    record = reverse("child", args=[ended.plan.child.ref])
    assert "waits for a second person" not in text(client.get(record))
    client.post(page(ended), SENT | {"step": "confirm"})
    waiting = reverse("plan_resumption", args=[PlanResumption.objects.unscoped("test").get().ref])
    for shown in (client.get(record), client.get(page(ended))):
        assert "waits for a second person" in text(shown) and waiting in shown.content.decode()


def test_once_the_plan_runs_the_page_says_so_and_leads_back(client, ended):
    client.post(page(ended), SENT | {"step": "confirm"})
    waiting = PlanResumption.objects.unscoped("test").get()
    confirm_resumption(resumption=waiting, by=person("STRATEGIC_LEAD"), at=NOW)
    shown = client.get(page(ended))
    assert "This plan runs again already." in text(shown)
    assert reverse("child", args=[ended.plan.child.ref]) in shown.content.decode()
    assert "<form" not in shown.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    kept = client.post(page(ended), SENT)
    assert "It was told of another child" in kept.content.decode()


def test_it_leads_to_the_correction_of_what_happened(client, ended):
    href = f"{reverse('child_facts', args=[ended.plan.child.ref])}#life_event-{ended.event_id}"
    assert href in client.get(page(ended)).content.decode()
    assert f'id="life_event-{ended.event_id}"' in client.get(href).content.decode()
