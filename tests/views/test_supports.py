"""Help that was tried, on its forms, on the child's page and beside a consultation."""

import pytest
import time_machine
from django.urls import reverse

from conferences.models import SupportTried
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, FamilyFactory, SupportTriedFactory, TeamFactory
from tests.scheduling import NOW
from tests.views.pages import text

pytestmark = pytest.mark.django_db
OFFERED = {"offered_date_day": "1", "offered_date_month": "10", "offered_date_year": "2018"}
DECLINED = {
    "kind": "LEGAL_GATEWAY",
    "aim": "That Amber is safe on school days",
    "uptake": "NEVER_STARTED",
    "why_not": "NOT_FOLLOWED_UP",
    "known_from": "OURS",
    **OFFERED,
}


def supports():
    return SupportTried.objects.unscoped("test")


@pytest.fixture
def family(client):
    with time_machine.travel(NOW, tick=False):
        team, home = TeamFactory(), FamilyFactory()
        client.force_login(person("SOCIAL_WORKER", team=team))
        children = [ChildFactory(family=home, given_names=name) for name in ("Amber", "Basil")]
        for child in children:
            AllocationFactory(child=child, team=team)
        # Of the family, and out of this worker's sight.
        ChildFactory(family=home, given_names="Hidden")
        yield children


def test_it_is_recorded_for_both_and_shown_on_each_page(client, family):
    path = reverse("support_new", args=[family[0].ref])
    page = text(client.get(path))
    assert "Basil" in page and "Hidden" not in page
    told = DECLINED | {"children": [str(child.ref) for child in family]}
    assert "It is recorded for 2 children." in text(client.post(path, told, follow=True))
    for child in family:
        page = text(client.get(reverse("child", args=[child.ref])))
        assert "Legal gateway meeting" in page and "It never started: we did not follow it up" in page
        assert "Legal gateway meeting offered" in text(
            client.get(reverse("child_timeline", args=[child.ref]))
        )


def test_a_page_without_any_says_that_none_is_recorded(client, family):
    page = text(client.get(reverse("child", args=[family[0].ref])))
    assert "No help beside plans is recorded. That does not say that none was tried." in page


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(client, family):
    path = reverse("support_new", args=[family[0].ref])
    bad = DECLINED | {"children": [str(family[0].ref)], "why_not": "", "offered_date_year": "2031"}
    page = client.post(path, bad)
    shown = text(page)
    assert "Select why it was not taken up" in shown and "must be today or earlier" in shown
    assert "That Amber is safe on school days" in page.content.decode() and not supports().exists()


def test_how_it_went_on_is_told_once_and_then_corrected(client, family):
    held = SupportTriedFactory(child=family[0])
    path = reverse("support_goes_on", args=[held.ref])
    assert path in client.get(reverse("child", args=[family[0].ref])).content.decode()
    client.post(path, {"uptake": "DECLINED", "why_not": "NOT_WANTED"})
    assert supports().get().uptake == "DECLINED"
    assert "Correct it, where it was otherwise" in text(client.get(path, follow=True))
    facts = text(client.get(reverse("child_facts", args=[family[0].ref])))
    assert "Help that was tried" in facts and "The family did not want it" in facts


def test_a_chair_reads_it_and_records_none(client, family):
    SupportTriedFactory(child=family[0])
    client.force_login(person("CHAIR"))
    page = client.get(reverse("child", args=[family[0].ref])).content.decode()
    assert "Family group conference" in page
    assert reverse("support_new", args=[family[0].ref]) not in page
    assert client.get(reverse("support_new", args=[family[0].ref])).status_code == 403
