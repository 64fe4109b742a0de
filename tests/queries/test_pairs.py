"""Pairs of records that may be of one child: all found by index, and few of people made at random."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.models import ChildPair
from conferences.operations.pairs_scan import compare_child, find_pairs
from conferences.queries.pairs import suggestions_for
from safeguarding.models import Child
from tests.factories import NOON, ChildFactory, ChildNameFactory, PersonFactory, RelationshipFactory
from tests.same_child import PAIRS

pytestmark = pytest.mark.django_db
UPN = "H801200001001"


def recorded(identity, number):
    """A record of this identity, in a family of its own; ids of mothers are those of people made once."""
    name, *others = identity.names
    child = ChildFactory(
        la_child_id=f"PR{number}",
        given_names=name.given,
        family_name=name.family,
        birth_date=identity.birth_date,
        expected_birth_date=identity.expected_date,
        sex="U",
    )
    for other in others:
        ChildNameFactory(child=child, given_names=other.given, family_name=other.family)
    for mother in identity.mothers:
        person = PersonFactory._meta.model.every.filter(pk=mother).first() or PersonFactory(pk=mother)
        RelationshipFactory(child=child, person=person)
    return child


def pairs():
    return {(pair.one_id, pair.other_id) for pair in ChildPair.every.filter(is_suggested=True)}


@pytest.mark.parametrize(("one", "other"), PAIRS.values(), ids=PAIRS)
def test_each_earlier_record_is_found_from_either_side_and_by_the_scan(one, other):
    first, second = recorded(one, 1), recorded(other, 2)
    assert list(suggestions_for(first)) == [second.pk] and list(suggestions_for(second)) == [first.pk]
    find_pairs(at=NOON)
    assert pairs() == {(first.pk, second.pk)}
    assert not ChildPair.every.filter(is_certain=True).exists()
    assert not Child.every.exclude(joined_into=None).exists()


def test_numbers_are_found_whatever_their_letters():
    one, other = ChildFactory(upn=UPN, family_name="Probe"), ChildFactory(former_upn=UPN.lower())
    low = ChildFactory(la_child_id="ab12", family_name="Trial")
    high = ChildFactory(la_child_id="AB12", family_name="Sample")
    find_pairs(at=NOON)
    assert pairs() == {(one.pk, other.pk), (low.pk, high.pk)}
    assert ChildPair.every.filter(is_certain=True).count() == 2
    assert suggestions_for(other)[one.pk].is_certain and suggestions_for(high)[low.pk].is_certain


def test_a_number_that_many_have_and_placeholders_pair_nobody():
    for upn in ("UNKNOWN", "A000000000000", "NULL", "B801200001001"):
        ChildFactory.create_batch(3, upn=upn)
    ChildFactory.create_batch(3, given_names="Unknown", family_name="Unknown")
    ChildFactory.create_batch(3, given_names="N/A", family_name="NULL")
    assert find_pairs(at=NOON) == 0 and pairs() == set()


def test_one_record_is_compared_in_a_fixed_number_of_queries():
    child = ChildFactory(upn=UPN, given_names="Amber", family_name="Probe")
    ChildFactory.create_batch(30, given_names="Ambar", family_name="Probe")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert len(suggestions_for(child)) == 30
    assert len(asked) == 14
    compare_child(child, at=NOON)
    assert len(pairs()) == 30


def test_what_the_facts_no_longer_suggest_is_let_go():
    one, other = ChildFactory(family_name="Probe"), ChildFactory(family_name="Probe")
    find_pairs(at=NOON)
    Child.every.filter(pk=other.pk).update(birth_date=date(2011, 1, 1))
    assert find_pairs(at=NOON) == 0 and pairs() == set()
    Child.every.filter(pk=other.pk).update(birth_date=one.birth_date)
    assert compare_child(one, at=NOON) == 1 and pairs() == {(one.pk, other.pk)}
