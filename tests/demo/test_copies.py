"""Tests get a copy of the demo each, and may do with it what they like."""

import pytest
from django.urls import reverse

from conferences.models import Plan
from safeguarding.models import Child, User

WHY = "a test looks at the whole demo"


@pytest.mark.parametrize("time", ["first", "again"])
def test_what_one_test_commits_the_next_does_not_find(fresh_demo, transactional_db, time):
    assert not User.objects.filter(full_name="Left Behind").exists()

    User.objects.create_user("left@fableshire.example", full_name="Left Behind", role="CHAIR")

    assert Plan.objects.unscoped(WHY).filter(end_date__isnull=True).count() > 230


@pytest.mark.parametrize(
    ("name", "family"),
    [("chair", "Fablethorpe"), ("socialworker", "Samplewood"), ("support", "Testington")],
)
def test_the_families_shown_open_for_those_who_work_with_them(
    fresh_demo, transactional_db, client, settings, name, family
):
    settings.REQUIRE_SECOND_FACTOR = False
    client.force_login(User.objects.get(email=f"{name}@fableshire.example"))
    child = Child.objects.unscoped(WHY).filter(family_name=family)[0]

    for page, ref in (("child", child.ref), ("child_timeline", child.ref), ("family", child.family.ref)):
        assert client.get(reverse(page, args=[ref])).status_code == 200
