"""My work for those without casework: each finds what it may do, and nothing else."""

import pytest
from django.urls import reverse

from safeguarding.models import ReadLog
from tests.cast import person
from tests.factories import ChildFactory, RestrictedGrantFactory
from tests.views.pages import text

pytestmark = pytest.mark.django_db


def start(client, role, **fields):
    user = person(role, **fields)
    client.force_login(user)
    return user, client.get(reverse("my_work"))


@pytest.mark.parametrize(
    ("role", "finds"),
    [("CHAIR", True), ("SOCIAL_WORKER", True), ("REVIEWER", False), ("SYSTEM_ADMINISTRATOR", False)],
)
def test_the_box_is_for_those_who_may_search(client, role, finds):
    _, response = start(client, role)
    assert (reverse("find_child") in response.content.decode()) is finds


@pytest.mark.parametrize(
    ("role", "shown", "absent"),
    [
        ("INFORMATION_GOVERNANCE", "What you can do here", "Import a census file"),
        ("SYSTEM_ADMINISTRATOR", "Add people, and change what they may do", "Restrict a record"),
        ("CHAIR", "Do today", "What you can do here"),
    ],
)
def test_who_has_no_casework_is_shown_what_else_there_is(client, role, shown, absent):
    _, response = start(client, role)
    assert shown in text(response)
    assert absent not in text(response)


def test_a_reviewer_is_shown_the_sample_and_the_look_is_written_down(client):
    user = person("REVIEWER")
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    ChildFactory(given_names="Jade", family_name="Zymurgy")
    RestrictedGrantFactory(child=child, user=user)
    client.force_login(user)
    response = client.get(reverse("my_work"))
    assert "Amber Fablethorpe" in text(response)
    assert "Zymurgy" not in text(response)
    assert list(ReadLog.objects.values_list("child_id", "kind")) == [(child.pk, "LISTED")]


def test_a_reviewer_named_for_nobody_is_told_whom_to_ask(client):
    _, response = start(client, "REVIEWER")
    assert "Ask the Strategic Lead" in text(response)


def test_a_search_from_my_work_arrives_at_the_results(client):
    start(client, "CHAIR")
    ChildFactory(given_names="Amber", family_name="Fablethorpe")
    response = client.post(reverse("find_child"), {"typed": "Amber Fablethorpe"}, follow=True)
    assert "1 child found" in text(response)
