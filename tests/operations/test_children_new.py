"""A child who is not recorded yet is added once, for the team of whoever adds it, in a family."""

from dataclasses import replace
from datetime import date

import pytest

from conferences.operations.children_new import NewChild, add_child
from safeguarding.access import scope
from safeguarding.clock import now
from safeguarding.models import Allocation, AuditEntry, Child, Family, Team
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import AllocationFactory, BarFactory, ChildFactory, FamilyFactory, TeamFactory

pytestmark = pytest.mark.django_db
AMBER = NewChild("FAB1", " Amber ", "Fableton", date(2015, 5, 4), None, "F")


@pytest.fixture
def worker():
    return person("SOCIAL_WORKER", team=TeamFactory())


def add(by, child=AMBER, family=None, **more):
    return add_child(family=family, child=child, by=by, at=now(), **more)


def refused(by, child=AMBER, **more):
    with pytest.raises(Refused) as caught:
        add(by, child, **more)
    return {problem.field: problem.sentence for problem in caught.value.problems}


def test_a_social_workers_child_is_theirs_in_a_family_of_its_own(worker):
    child = add(worker)
    held = Allocation.objects.unscoped("test").get(child=child)
    assert (held.team, held.worker) == (worker.team, worker)
    assert (child.given_names, child.family.name) == ("Amber", "Fableton")
    assert child in scope(worker, Child)
    assert AuditEntry.objects.get(event="child.added").subject_id == child.pk


def test_business_support_says_which_team_holds_the_child():
    team, support = TeamFactory(), person("BUSINESS_SUPPORT")
    held = Allocation.objects.unscoped("test")
    assert held.get(child=add(support, team=team)).worker is None
    assert not held.filter(child=add(support, replace(AMBER, la_child_id="FAB2"), is_another=True)).exists()


def test_a_sibling_joins_a_family_in_scope(worker):
    family = AllocationFactory(team=worker.team).child.family
    assert add(worker, family=family).family == family
    with pytest.raises(Refused) as caught:
        add(worker, replace(AMBER, la_child_id="FAB3"), family=FamilyFactory())
    assert caught.value.status == 404


def test_an_unborn_child_has_no_given_names(worker):
    unborn = NewChild("FAB4", "", "Fableton", None, date.fromordinal(now().date().toordinal() + 60), "U")
    assert add(worker, unborn).display_name == "Unborn Fableton"


def test_all_that_is_missing_is_told_at_once(worker):
    found = refused(worker, NewChild("", "", " ", None, None, ""))
    assert sorted(found) == ["birth_date", "family_name", "la_child_id", "sex"]
    assert not Family.objects.unscoped("test").exists()


def test_a_number_that_cannot_be_or_is_taken_is_refused(worker):
    assert "letters and numbers" in refused(worker, replace(AMBER, la_child_id="FAB 1"))["la_child_id"]
    ChildFactory(la_child_id="FAB1", restricted=True)
    assert "recorded already" in refused(worker)["la_child_id"]


def test_the_same_name_and_day_is_asked_about_once(worker):
    add(worker)
    again = replace(AMBER, la_child_id="FAB9", given_names="AMBER")
    assert "is_another" in refused(worker, again)
    assert add(worker, again, is_another=True).la_child_id == "FAB9"


def test_a_namesake_out_of_sight_is_not_told_of(worker):
    hidden = ChildFactory(given_names="Amber", family_name="Fableton", birth_date=date(2015, 5, 4))
    BarFactory(user=worker, family=hidden.family)
    assert add(worker).pk


@pytest.mark.parametrize("role", ["CHAIR", "STRATEGIC_LEAD", "MANAGER", "REVIEWER", "SYSTEM_ADMINISTRATOR"])
def test_others_add_no_child(role):
    with pytest.raises(Refused) as caught:
        add(person(role))
    assert caught.value.status == 403


def test_a_team_that_was_closed_meanwhile_holds_no_new_child():
    closed = TeamFactory()
    Team.objects.filter(pk=closed.pk).update(is_active=False)
    assert refused(person("BUSINESS_SUPPORT"), team=closed) == {
        "team": "Select another team: this one is out of use"
    }
