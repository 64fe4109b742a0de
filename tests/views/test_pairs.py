"""The pages of records that may be of one child: judged, joined, found by the old address, and undone."""

import pytest
from django.urls import reverse

from conferences.models import ChildPair, PairAnswer, RecordJoin
from safeguarding.models import Child
from tests.cast import person
from tests.factories import ChildFactory, ChildPairFactory, FamilyFactory, RequestedChildFactory
from tests.views.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("october_2018")]


@pytest.fixture
def support(client):
    user = person("BUSINESS_SUPPORT")
    client.force_login(user)
    return user


@pytest.fixture
def pair():
    family = FamilyFactory()
    one = ChildFactory(la_child_id="ONE1", family_name="Probe", family=family)
    other = ChildFactory(la_child_id="TWO2", family_name="Smyth-Probe", family=family)
    return ChildPairFactory(one=one, other=other)


def test_the_list_is_empty_and_says_so(client, support):
    assert "No two records look as if they were of one child" in text(client.get(reverse("pairs")))


def test_my_work_counts_the_pairs_that_wait(client, support, pair):
    assert "1 pair of records to look at" in text(client.get(reverse("my_work")))
    assert "ONE1" in text(client.get(reverse("pairs")))


def test_the_same_child_is_judged_checked_joined_and_found_by_the_old_address(client, support, pair):
    sent = {"answer": "SAME", "reason": "The mother says so"}
    assert client.post(reverse("pair", args=[pair.ref]), sent).url == reverse("pair_join", args=[pair.ref])
    join = {"stays": str(pair.one.ref), "reason": "The mother says so"}
    checked = text(client.post(reverse("pair_join", args=[pair.ref]), join))
    assert "What goes along" in checked and "TWO2 goes on finding the record" in checked
    assert not RecordJoin.every.exists()
    done = client.post(reverse("pair_join", args=[pair.ref]), join | {"step": "confirm"}, follow=True)
    assert "Record TWO2 was joined into this one" in text(done)
    moved = client.get(reverse("child", args=[pair.other.ref]))
    assert moved.url == reverse("child", args=[pair.one.ref])
    undo = reverse("join_undo", args=[RecordJoin.every.get().ref])
    again = text(client.post(undo, {"reason": "Two children after all"}, follow=True))
    assert "The joining is undone" in again and "Not sure" in again
    assert not Child.every.exclude(joined_into=None).exists()


def test_what_is_missing_is_said_beside_its_field(client, support, pair):
    page = text(client.post(reverse("pair", args=[pair.ref]), {"reason": "Kept words"}))
    assert "Select what you think" in page and "Kept words" in page
    page = text(client.post(reverse("pair_join", args=[pair.ref]), {"reason": ""}))
    assert "Select the number that stays" in page and "Enter why these are records of one child" in page


def test_a_pair_said_to_be_different_leaves_the_list(client, support, pair):
    client.post(reverse("pair", args=[pair.ref]), {"answer": "DIFFERENT", "reason": "Cousins"})
    assert "ONE1" not in text(client.get(reverse("pairs")))
    assert PairAnswer.every.get().answered_by == support


def test_another_record_is_named_by_its_number_and_never_the_same(client, support, pair):
    ChildPair.every.all().delete()
    address = reverse("pair_new", args=[pair.one.ref])
    assert "the same record" in text(client.post(address, {"number": "one1"}))
    assert "a record that you may see" in text(client.post(address, {"number": "NOSUCH"}))
    made = client.post(address, {"number": "two2"})
    assert made.url == reverse("pair", args=[ChildPair.every.get().ref])


def test_a_request_names_a_possible_match_and_only_those_who_judge_get_the_link(client, pair):
    asked = RequestedChildFactory(child=pair.one)
    for role, judges in (("BUSINESS_SUPPORT", True), ("CHAIR", False)):
        client.force_login(person(role))
        page = client.get(reverse("request", args=[asked.request.ref]))
        assert "Possible match, to be judged" in text(page)
        assert (reverse("pair", args=[pair.ref]) in page.content.decode()) is judges
