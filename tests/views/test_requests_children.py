"""The pages by which a sibling comes into an open request and leaves it again."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, EnquiryFactory
from tests.scheduling import NOW, booked, open_request
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel(NOW, tick=False):
        yield


def test_a_sibling_found_later_is_put_in_and_the_meeting_is_told_to_be_late(client):
    request = open_request(due=dt.date(2018, 12, 3))
    booked(request)
    team = request.children.get().child.allocations.get().team
    child = ChildFactory(family=request.family, given_names="Ruby", family_name="Reed")
    AllocationFactory(child=child, team=team)
    enquiry = EnquiryFactory(child=child, started_date=dt.date(2018, 10, 29))
    client.force_login(person("SOCIAL_WORKER", team=team))
    page, add = reverse("request", args=[request.ref]), reverse("request_child_add", args=[request.ref])
    assert add in client.get(page).content.decode()
    sent = {"children": str(child.ref), f"kind_{child.ref.hex}": str(enquiry.pk), "reason": "Found"}

    shown = text(client.post(add, sent))
    assert "Ruby Reed: the child is in the request for a conference." in shown
    done = text(client.post(add, sent | {"step": "confirm"}, follow=True))
    assert "Ruby Reed" in done
    assert "19 November 2018" in done
    out = reverse("request_child_out", args=[request.ref])
    left = {"child": str(child.ref), "reason": "Lives elsewhere"}
    client.post(out, left | {"step": "confirm"})
    assert out not in client.get(page).content.decode()


def test_others_find_no_way_to_it(client):
    request = open_request()
    client.force_login(person("CHAIR"))
    page, add = reverse("request", args=[request.ref]), reverse("request_child_add", args=[request.ref])
    assert add not in client.get(page).content.decode()
    assert client.get(add).status_code == 403
