"""A social worker adds a child, a sibling and their mother, and changes how to reach her."""

import pytest
from django.urls import reverse

from conferences.operations.families_people import Contact, change_person
from safeguarding.clock import now
from safeguarding.models import Child, Person
from tests.cast import person
from tests.factories import AllocationFactory, PersonFactory, RelationshipFactory, TeamFactory

pytestmark = pytest.mark.django_db
BORN = {"birth_date_day": "4", "birth_date_month": "5", "birth_date_year": "2015"}
AMBER = {"la_child_id": "FAB1", "given_names": "Amber", "family_name": "Fableton", "sex": "F", **BORN}


@pytest.fixture
def worker(client):
    user = person("SOCIAL_WORKER", team=TeamFactory())
    client.force_login(user)
    return user


def words(answer):
    return answer.content.decode()


def children():
    return Child.objects.unscoped("test")


def test_a_child_a_sibling_and_their_mother_are_added(client, worker):
    page = words(client.post(reverse("child_new"), AMBER, follow=True))
    assert "Amber Fableton has been added." in page
    family = children().get().family
    sibling = reverse("family_child_new", args=[family.ref])
    assert sibling in page and 'value="Fableton"' in words(client.get(sibling))
    client.post(sibling, AMBER | {"la_child_id": "FAB2", "given_names": "Basil"})
    assert children().filter(family=family).count() == 2
    new, amber = reverse("person_new", args=[family.ref]), children().get(la_child_id="FAB1")
    page = words(client.post(new, {"full_name": "Juniper Fableton"}))
    assert "Select what this person is to at least one child" in page and "Juniper" in page
    sent = {"full_name": "Juniper Fableton", f"kind_{amber.ref}": "MOTHER", f"pr_{amber.ref}": "YES"}
    assert "Juniper Fableton has been added." in words(client.post(new, sent, follow=True))


def test_the_same_child_again_is_asked_about(client, worker):
    client.post(reverse("child_new"), AMBER)
    again = AMBER | {"la_child_id": "FAB2"}
    page = words(client.post(reverse("child_new"), again))
    assert "Recorded already with this name and day" in page and "FAB1" in page
    client.post(reverse("child_new"), again | {"is_another": "on"})
    assert children().count() == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"birth_date_day": "1234567890"}, "Date of birth must be a real date"),
        ({"birth_date_day": "9" * 5000}, "Date of birth must be a real date"),
        ({"la_child_id": "FAB-1"}, "The number must be 1 to 20 letters and numbers"),
        ({"sex": ""}, "Select the sex"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_lost(client, worker, changes, sentence):
    page = words(client.post(reverse("child_new"), AMBER | changes))
    assert sentence in page and 'value="Fableton"' in page and not children().exists()


def test_business_support_chooses_the_team(client):
    team = TeamFactory(name="East Team")
    client.force_login(person("BUSINESS_SUPPORT"))
    assert "East Team" in words(client.get(reverse("child_new")))
    client.post(reverse("child_new"), AMBER | {"team": team.pk})
    assert children().get().allocations.get().team == team


def test_a_confidential_address_is_not_shown_for_changing(client, worker):
    child = AllocationFactory(team=worker.team).child
    hidden = PersonFactory(family=child.family, address="9 Hidden Way", address_is_confidential=True)
    RelationshipFactory(child=child, person=hidden)
    change = reverse("person_change", args=[hidden.ref])
    page = words(client.get(change))
    assert "Hidden Way" not in page and "Confidential, so not shown here" in page
    sent = {"full_name": "Juniper Fableton", "address_is_confidential": "on", "telephone": "01632 960000"}
    client.post(change, sent)
    kept = Person.objects.unscoped("test").get(pk=hidden.pk)
    assert (kept.address, kept.telephone) == ("9 Hidden Way", "01632 960000")


def test_what_somebody_else_made_confidential_is_not_opened_by_a_page_from_before(client, worker):
    child = AllocationFactory(team=worker.team).child
    known = PersonFactory(family=child.family, address="9 Open Way", safe_contact="Any time")
    RelationshipFactory(child=child, person=known)
    change = reverse("person_change", args=[known.ref])
    form = client.get(change).context["form"]
    opened = {name: form.initial[name] or "" for name in ("full_name", "address", "safe_contact", "seen")}
    other = Contact(
        known.full_name, known.birth_date, "3 Hidden Lane", address_is_confidential=True, safe_contact="Never"
    )
    change_person(person=known, contact=other, by=worker, at=now())
    sent = opened | {"telephone": "01632 960000"}
    answer = client.post(change, sent)
    page = words(answer)
    assert answer.status_code == 409 and f"Saved by {worker.full_name}" in page and "Hidden Lane" not in page
    assert "It is confidential." in page and "Never" in page and "01632 960000" in page
    again = answer.context["form"].data
    assert (again["address_is_confidential"], again["seen"] != opened["seen"]) == ("on", True)
    kept = Person.objects.unscoped("test").get(pk=known.pk)
    assert (kept.address, kept.safe_contact, kept.address_is_confidential) == ("3 Hidden Lane", "Never", True)
    client.post(change, sent | {"seen": again["seen"], "address": "", "address_is_confidential": "on"})
    kept.refresh_from_db()
    assert (kept.address, kept.telephone, kept.safe_contact) == ("3 Hidden Lane", "01632 960000", "Any time")


def test_nobody_found_leads_to_adding_a_child(client, worker):
    page = words(client.post(reverse("find_child"), {"typed": "Nosuchname"}, follow=True))
    assert reverse("child_new") in page
    client.force_login(person("CHAIR"))
    page = words(client.post(reverse("find_child"), {"typed": "Nosuchname"}, follow=True))
    assert reverse("child_new") not in page


def test_other_families_are_out_of_reach(client, worker):
    other = AllocationFactory(team=TeamFactory()).child.family
    for name in ("family_child_new", "person_new"):
        assert client.get(reverse(name, args=[other.ref])).status_code == 404
