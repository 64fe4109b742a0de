"""What is added to a family just as it is moved goes where the family went, or is refused."""

from datetime import date

import pytest
from django.db import connection

from conferences.operations.children_new import add_child
from conferences.operations.families_feed import hand_in_parents, take_in_parents
from conferences.operations.families_homes import add_home, move_in
from conferences.operations.families_moves import join_families, split_family
from conferences.operations.families_people import Contact, Tie, add_person
from safeguarding.models import Child, Household, HouseholdMember, Person
from safeguarding.operation import lock
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
)
from tests.operations.test_children_new import AMBER
from tests.operations.test_families_feed import HEADER
from tests.operations.test_families_homes import MOTHERS
from tests.rush import Hand, meanwhile
from tests.scheduling import NOW

pytestmark = pytest.mark.django_db(transaction=True)
SINCE = date(2018, 9, 3)


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


def test_nothing_is_left_behind_in_a_family_that_joins_another(support):
    child, other = ChildFactory(la_child_id="F1"), ChildFactory()
    left = child.family
    row = f"{HEADER}\nF1,Juniper Fableton,Mother,,,,".encode()
    file = hand_in_parents(name="p.csv", content=row, by=support, at=NOW)
    hands = [
        Hand(add_child, family=left, child=AMBER, by=support),
        Hand(add_person, family=left, contact=Contact("Ann Fable"), ties={child: Tie("MOTHER")}, by=support),
        Hand(add_home, family=left, home=MOTHERS, residents=[child], since=SINCE, by=support),
        Hand(take_in_parents, file=file, by=support),
    ]

    def act():
        join_families(family=left, into=other.family, reason="One family", by=support, at=NOW)

    assert meanwhile(hands, lambda: lock(left), act) == [Refused, Refused, Refused, None]
    for model in (Child, Person, Household):
        assert not model.every.filter(family=left).exists()


def test_two_families_are_joined_one_way_alone(support):
    left, other = ChildFactory().family, ChildFactory().family
    join = {"reason": "One family", "by": support}
    hands = [
        Hand(join_families, family=other, into=left, **join),
        Hand(join_families, family=left, into=ChildFactory().family, **join),
    ]

    def act():
        join_families(family=left, into=other, at=NOW, **join)

    assert meanwhile(hands, lambda: lock(left), act) == [Refused, Refused]
    assert Child.every.filter(family=other).count() == 2


def test_a_child_who_leaves_the_family_moves_into_no_home_of_it(support):
    child = ChildFactory()
    left = child.family
    HouseholdMemberFactory(household=(home := HouseholdFactory(family=left)), child=ChildFactory(family=left))
    hands = [Hand(move_in, household=home, who=child, since=SINCE, leaves=False, by=support)]

    def act():
        split_family(
            family=left,
            children=[child],
            people=[],
            is_new=True,
            name="New",
            into=None,
            reason="Moved",
            by=support,
            at=NOW,
        )

    assert meanwhile(hands, lambda: lock(left), act) == [Refused]
    assert not HouseholdMember.every.filter(child=child).exists()


def test_a_child_whom_a_file_brings_meanwhile_goes_with_the_family(support):
    """A file of children is taken in with the children locked, as here."""
    left, into = ChildFactory().family, ChildFactory().family
    hands = [Hand(join_families, family=left, into=into, reason="One family", by=support)]

    def hold():
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE safeguarding_child IN SHARE ROW EXCLUSIVE MODE")

    assert meanwhile(hands, hold, lambda: ChildFactory(family=left)) == [None]
    assert (left.children.count(), into.children.count()) == (0, 3)


def test_whose_worker_is_barred_meanwhile_joins_nobody(support):
    left, into = ChildFactory().family, AllocationFactory().child
    bar = BarFactory(family=left)
    hands = [Hand(join_families, family=left, into=into.family, reason="One family", by=support)]

    def act():
        into.allocations.update(worker=bar.user)

    assert meanwhile(hands, lambda: lock(into), act) == [Refused]
    assert left.children.exists()
