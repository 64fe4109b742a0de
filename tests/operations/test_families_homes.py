"""The homes of a family are recorded, changed and moved between, with days that can be."""

from dataclasses import replace
from datetime import date

import pytest

from conferences.operations.families_homes import (
    Home,
    add_home,
    change_home,
    change_stay,
    end_home,
    home_of,
    move_in,
    remove_stay,
)
from safeguarding.clock import now
from safeguarding.models import AuditEntry, HouseholdMember
from safeguarding.versions import seen_as
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    PersonFactory,
    RelationshipFactory,
    TeamFactory,
)
from tests.operations.test_families_people import refused

pytestmark = pytest.mark.django_db
MOTHERS = Home(" Mother’s home ", "1 Story Lane", "FB1 1AA")
ON = date(2018, 9, 3)


@pytest.fixture
def worker():
    return person("SOCIAL_WORKER", team=TeamFactory())


@pytest.fixture
def child(worker):
    return AllocationFactory(team=worker.team, child__birth_date=date(2012, 5, 4)).child


@pytest.fixture
def mother(child):
    person = PersonFactory(family=child.family, full_name="Juniper Fableton")
    return RelationshipFactory(child=child, person=person).person


def add(by, child, *, home=MOTHERS, residents=None, since=ON):
    residents = [child] if residents is None else residents
    return add_home(family=child.family, home=home, residents=residents, since=since, by=by, at=now())


def stays(home):
    found = HouseholdMember.objects.unscoped("test").filter(household=home)
    return {(stay.child or stay.person, stay.start_date, stay.end_date) for stay in found}


def test_a_home_is_added_with_who_lives_there(worker, child, mother):
    home = add(worker, child, residents=[child, mother])
    assert (home.name, home.family) == ("Mother’s home", child.family)
    assert stays(home) == {(child, ON, None), (mother, ON, None)}
    assert AuditEntry.objects.get(event="home.added").subject_id == home.pk


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"home": replace(MOTHERS, name=" ")}, "name"),
        ({"home": Home("Refuge", is_confidential=True)}, "address"),
        ({"residents": []}, "residents"),
        ({"since": date(2999, 1, 1)}, "since"),
        ({"since": date(2012, 5, 3)}, "since"),
    ],
)
def test_what_is_missing_or_cannot_be_is_told(worker, child, given, field):
    assert [where for where, _ in refused(add, worker, child, **given)] == [field]


def test_somebody_of_another_family_lives_in_no_home_of_this_one(worker, child):
    other = AllocationFactory(team=worker.team).child
    assert refused(add, worker, child, residents=[child, other])[0][1].startswith("This record is not there")
    home = add(worker, child)
    ((field, _),) = refused(move_in, household=home, who=other, since=ON, leaves=False, by=worker, at=now())
    assert field == "who"


def test_a_confidential_address_stays_where_none_is_given(worker, child):
    home = add(worker, child, home=replace(MOTHERS, is_confidential=True))
    changed = change_home(household=home, home=Home("Refuge", is_confidential=True), by=worker, at=now())
    assert (changed.name, changed.address) == ("Refuge", "1 Story Lane")
    assert AuditEntry.objects.get(event="home.changed").detail == {"items": ["name"]}


def test_a_home_that_changed_meanwhile_is_not_overwritten(worker, child):
    home = add(worker, child)
    seen = seen_as(home_of(home))
    change_home(household=home, home=replace(MOTHERS, postcode="FB2 2BB"), seen=seen, by=worker, at=now())
    late = {"home": replace(MOTHERS, name="Nan’s home"), "seen": seen, "by": worker, "at": now()}
    assert "Somebody changed this home" in refused(change_home, household=home, **late)[0][1]


def test_a_child_moves_and_leaves_the_other_home_that_day(worker, child):
    first, second = add(worker, child), HouseholdFactory(family=child.family)
    move = {"who": child, "by": worker, "at": now()}
    assert refused(move_in, household=second, since=None, leaves=True, **move)[0][0] == "since"
    move_in(household=second, since=date(2018, 10, 1), leaves=True, **move)
    assert stays(first) == {(child, ON, date(2018, 10, 1))}
    assert stays(second) == {(child, date(2018, 10, 1), None)}


def test_nobody_lives_in_one_home_twice_at_once(worker, child):
    home = add(worker, child)
    move = {"household": home, "who": child, "leaves": False, "by": worker, "at": now()}
    assert "lives here already" in refused(move_in, since=date(2018, 10, 1), **move)[0][1]
    stay = HouseholdMember.objects.unscoped("test").get(household=home)
    change_stay(stay=stay, since=ON, until=date(2018, 10, 1), by=worker, at=now())
    assert "lived here until 1 October 2018" in refused(move_in, since=date(2018, 9, 30), **move)[0][1]
    back = move_in(since=date(2018, 10, 1), **move)
    ((field, _),) = refused(change_stay, stay=back, since=ON, until=None, by=worker, at=now())
    assert field == "since"


def test_the_days_of_a_stay_are_put_right_and_a_mistake_goes(worker, child):
    stay = HouseholdMemberFactory(child=child)
    wrong = {"stay": stay, "since": ON, "until": date(2018, 9, 2), "by": worker, "at": now()}
    assert refused(change_stay, **wrong) == [("until", "The last day must be the first day or later")]
    remove_stay(stay=stay, by=worker, at=now())
    assert not stays(stay.household)
    assert AuditEntry.objects.get(event="home.stay_removed").subject_id == stay.pk


def test_everybody_leaves_but_whoever_is_out_of_sight(worker, child, mother):
    home = add(worker, child, residents=[child, mother])
    hidden = ChildFactory(family=child.family, restricted=True)
    HouseholdMemberFactory(child=hidden, household=home)
    given = {"household": home, "by": worker, "at": now()}
    assert refused(end_home, until=None, **given)[0][0] == "until"
    assert "Somebody moved in on 3 September 2018" in refused(end_home, until=date(2018, 9, 2), **given)[0][1]
    end_home(until=date(2018, 9, 4), **given)
    assert {who: end for who, _, end in stays(home)} == {
        child: date(2018, 9, 4),
        mother: date(2018, 9, 4),
        hidden: None,
    }
    assert "Nobody lives" in refused(end_home, until=date(2018, 9, 4), **given)[0][1]
