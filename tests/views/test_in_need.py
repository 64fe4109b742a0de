"""A child in need plan is seen with what follows before it is recorded, and before it ends."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from conferences.models import ChildInNeedPlan
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, ChildInNeedPlanFactory, TeamFactory
from tests.scheduling import NOW
from tests.views.meetings import BEGINS, CLINIC, NONE, fill, meeting
from tests.views.pages import text

pytestmark = pytest.mark.django_db
BEGAN = {"start_date_day": "1", "start_date_month": "10", "start_date_year": "2018"}
ENDED = {"end_date_day": "20", "end_date_month": "10", "end_date_year": "2018"}


def plans():
    return ChildInNeedPlan.objects.unscoped("test")


@pytest.fixture
def child(client):
    with time_machine.travel(NOW, tick=False):
        team = TeamFactory()
        client.force_login(person("SOCIAL_WORKER", team=team))
        child = ChildFactory(birth_date=dt.date(2012, 5, 1))
        AllocationFactory(child=child, team=team)
        yield child


def test_it_is_shown_first_then_recorded_and_ended(client, child):
    new = reverse("in_need_new", args=[child.ref])
    assert "A child in need plan is recorded from 1 October 2018." in text(client.post(new, BEGAN))
    assert not plans().exists()
    assert "is recorded" in text(client.post(new, BEGAN | {"step": "confirm"}, follow=True))
    end = reverse("in_need_end", args=[child.ref, plans().get().pk])
    assert "The child in need plan of 1 October 2018 ends on 20 October 2018." in text(
        client.post(end, ENDED)
    )
    assert plans().get().end_date is None
    client.post(end, ENDED | {"step": "confirm"})
    assert plans().get().end_date == dt.date(2018, 10, 20)


def test_who_signs_sees_which_plan_in_need_the_conference_ends(client):
    chair = person("CHAIR")
    client.force_login(chair)
    booking, amy, basil = meeting(chair)
    for part in (amy, basil):
        ChildInNeedPlanFactory(child=part.requested_child.child, start_date=dt.date(2018, 1, 8))
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))

    shown = text(client.get(reverse("record_check", args=[booking.ref])))

    assert shown.count("That of 8 January 2018 ends on the day of this conference") == 1
    assert "set right only by a new version" in shown
