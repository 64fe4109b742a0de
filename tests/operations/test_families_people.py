"""Parents, carers and others are added to a family, and how to reach them is kept up to date."""

from dataclasses import replace
from datetime import date

import pytest

from conferences.operations.families_people import Contact, Tie, add_person, change_person
from safeguarding.clock import now
from safeguarding.models import AuditEntry, Relationship
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, PersonFactory, RelationshipFactory, TeamFactory

pytestmark = pytest.mark.django_db
MOTHER = Tie("MOTHER", "YES")
JUNIPER = Contact(" Juniper Fableton ", date(1990, 1, 1), "1 Story Lane", "FB1 1AA", safe_contact="Mornings")


@pytest.fixture
def worker():
    return person("SOCIAL_WORKER", team=TeamFactory())


@pytest.fixture
def child(worker):
    return AllocationFactory(team=worker.team).child


def add(by, child, contact=JUNIPER, ties=None):
    ties = {child: MOTHER} if ties is None else ties
    return add_person(family=child.family, contact=contact, ties=ties, by=by, at=now())


def refused(act, *args, **given):
    with pytest.raises(Refused) as caught:
        act(*args, **given)
    return [(problem.field, problem.sentence) for problem in caught.value.problems]


def test_a_person_is_added_with_what_they_are_to_each_child(worker, child):
    brother = AllocationFactory(team=worker.team, child=ChildFactory(family=child.family)).child
    made = add(worker, child, ties={child: MOTHER, brother: Tie("OTHER_RELATIVE")})
    ties = Relationship.objects.unscoped("test").filter(person=made)
    assert {(t.child, t.kind, t.parental_responsibility) for t in ties} == {
        (child, "MOTHER", "YES"),
        (brother, "OTHER_RELATIVE", "UNKNOWN"),
    }
    assert (made.full_name, made.family) == ("Juniper Fableton", child.family)
    assert AuditEntry.objects.get(event="person.added").subject_id == made.pk


def test_what_is_missing_or_cannot_be_is_told(worker, child):
    assert refused(add, worker, child, replace(JUNIPER, full_name=" "), {}) == [
        ("full_name", "Enter the name"),
        ("ties", "Select what this person is to at least one child"),
    ]
    young = replace(JUNIPER, birth_date=child.birth_date)
    ((field, sentence),) = refused(add, worker, child, young)
    assert field == "birth_date" and sentence.startswith("A parent must be born before the child")
    unborn = AllocationFactory(
        team=worker.team, child=ChildFactory(family=child.family, unborn=True, given_names="")
    ).child
    young = replace(JUNIPER, birth_date=unborn.expected_birth_date)
    ((_, sentence),) = refused(add, worker, child, young, {unborn: MOTHER})
    assert "is expected on 1 September 2018" in sentence
    nowhere = replace(JUNIPER, address="", postcode="", address_is_confidential=True)
    assert refused(add, worker, child, nowhere)[0][0] == "address"
    assert refused(add, worker, child, replace(JUNIPER, birth_date=date(2999, 1, 1)))[0][0] == "birth_date"


def test_a_child_of_another_family_has_no_tie_here(worker, child):
    other = AllocationFactory(team=worker.team).child
    with pytest.raises(Refused) as caught:
        add(worker, child, ties={other: MOTHER})
    assert caught.value.status == 404


def test_how_to_reach_somebody_changes_and_only_what_differs_is_written(worker, child):
    juniper = add(worker, child)
    change_person(person=juniper, contact=replace(JUNIPER, telephone="01632 960000"), by=worker, at=now())
    juniper.refresh_from_db()
    assert juniper.telephone == "01632 960000"
    assert AuditEntry.objects.get(event="person.changed").detail == {"items": ["telephone"]}


def test_a_confidential_address_stays_where_none_is_given(worker, child):
    hidden = RelationshipFactory(
        child=child,
        person=PersonFactory(family=child.family, address="9 Hidden Way", address_is_confidential=True),
    ).person
    told = Contact(hidden.full_name, address_is_confidential=True)
    change_person(person=hidden, contact=told, by=worker, at=now())
    hidden.refresh_from_db()
    assert hidden.address == "9 Hidden Way"
    change_person(person=hidden, contact=replace(told, address="2 Open Road"), by=worker, at=now())
    hidden.refresh_from_db()
    assert hidden.address == "2 Open Road"
