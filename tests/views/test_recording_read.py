"""A signed record is reached from the children it is about, by whoever reads of them all."""

import pytest
from django.urls import reverse

from safeguarding.access.operations import restrict
from safeguarding.clock import now
from tests.cast import person
from tests.views.meetings import signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def record():
    booking, _ = signed(person("CHAIR"))
    return booking


def children_of(booking):
    return [one.child for one in booking.request.children.select_related("child")]


def pages(booking):
    amy, _ = children_of(booking)
    return [reverse(name, args=[amy.ref]) for name in ("child", "child_timeline")]


def test_the_child_s_page_and_timeline_lead_to_the_record(client, record):
    client.force_login(person("MANAGER"))
    address = reverse("record", args=[record.ref])
    for page in pages(record):
        assert f'href="{address}"' in client.get(page).content.decode()
    assert "Read the record" in text(client.get(reverse("booking", args=[record.ref])))
    assert client.get(address).status_code == 200


def test_who_may_not_see_a_brother_is_led_to_no_record(client, record):
    _, basil = children_of(record)
    restrict(child=basil, reason="A relative works here.", by=person("STRATEGIC_LEAD"), at=now())
    client.force_login(person("CHAIR"))
    for page in pages(record):
        shown = client.get(page)
        assert shown.status_code == 200 and reverse("record", args=[record.ref]) not in shown.content.decode()
