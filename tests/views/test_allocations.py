"""A team manager gives children to workers in a few clicks; governance looks at what was taken on."""

from datetime import date

import pytest
from django.urls import reverse

from safeguarding.models import Allocation, ReadLog
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, TakenOnFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    user = person("TEAM_MANAGER", team=TeamFactory(name="East Team"))
    client.force_login(user)
    return user


def words(answer):
    return answer.content.decode()


def test_an_empty_team_says_so(client, manager):
    assert "The team holds no children." in words(client.get(reverse("allocations")))


def test_a_child_is_given_from_the_teams_list(client, manager):
    child = AllocationFactory(team=manager.team, worker=None).child
    worker = person("SOCIAL_WORKER", team=manager.team)
    page = words(client.get(reverse("allocations")))
    assert "Nobody yet" in page and child.display_name in page
    give = reverse("allocation", args=[child.ref])
    assert "Nobody has this child yet." in words(client.get(give))
    assert "Select who the child is given to" in words(client.post(give, {}))
    page = words(client.post(give, {"worker": worker.pk}, follow=True))
    assert f"has been given to {worker.full_name}" in page


def test_a_child_is_handed_over(client, manager):
    child = AllocationFactory(team=manager.team).child
    west = TeamFactory(name="West Team")
    person("TEAM_MANAGER", team=west, email="west@fableshire.example")
    page = client.post(reverse("allocation_hand_over", args=[child.ref]), {"team": west.pk}, follow=True)
    assert "has been handed over to West Team" in words(page)
    assert client.get(reverse("allocation", args=[child.ref])).status_code == 404


def test_a_closed_case_is_taken_on_and_given(client, manager):
    child = ChildFactory(family_name="Lostford", birth_date=date(2012, 5, 1))
    find = reverse("allocation_find")
    page = words(client.post(find, {"number": ""}))
    assert "Enter the number, or the family name with the date of birth" in page
    assert "Enter the date of birth as well" in words(client.post(find, {"family_name": "Lostford"}))
    born = {"born_day": "1", "born_month": "5", "born_year": "2012"}
    page = words(client.post(find, {"family_name": "LOSTFORD", **born}))
    take = reverse("allocation_take", args=[child.ref])
    assert take in page and reverse("child", args=[child.ref]) not in page
    assert ReadLog.objects.filter(child=child, user=manager, kind="LISTED").exists()
    assert "Enter why your team takes this child on" in words(client.post(take, {"reason": ""}))
    page = client.post(take, {"reason": "A new referral"}, follow=True)
    assert "Your team holds" in words(page)
    assert Allocation.objects.unscoped("test").get(child=child).team == manager.team


def test_nobody_found_says_what_to_do(client, manager):
    assert "No child fits exactly." in words(client.post(reverse("allocation_find"), {"number": "NOSUCH"}))


def test_what_was_taken_on_is_looked_at_by_number_alone(client):
    governance = person("INFORMATION_GOVERNANCE")
    client.force_login(governance)
    assert "Nothing waits." in words(client.get(reverse("taken_on")))
    taken = TakenOnFactory(child=ChildFactory(given_names="Amberlin", family_name="Lostford"))
    page = words(client.get(reverse("taken_on")))
    assert taken.child.la_child_id in page and "Lostford" not in page
    page = words(client.post(reverse("taken_on_review", args=[taken.ref]), follow=True))
    assert "Noted." in page and governance.full_name in page
    assert "taken-on" in words(client.get(reverse("viewed")))


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "CHAIR", "MANAGER", "SYSTEM_ADMINISTRATOR"])
def test_others_have_no_such_pages(client, role):
    client.force_login(person(role))
    assert client.get(reverse("allocations")).status_code == 403
    assert reverse("allocations") not in words(client.get(reverse("my_work")))
