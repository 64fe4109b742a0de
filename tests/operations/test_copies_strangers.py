"""Words that are known of another family, pasted into a record: asked about before a copy goes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.operations.copies import make_copies, release_copy
from conferences.operations.letters import make_letters
from conferences.operations.recording_signing import sign
from conferences.queries.copies_strangers import strangers_in, strangers_of
from conferences.queries.recording import record_of
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    ChildFactory,
    ChildNameFactory,
    HouseholdFactory,
    PersonFactory,
    RelationshipFactory,
)
from tests.papers import WRITE, WRITE_COPY
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db
PASTED = "Amy goes hungry. Kit Marlowe sleeps at ZZ95 5XY"


def written(reasons):
    booking, amy, basil = meeting(person("CHAIR"))
    record = fill(booking, (amy, BEGINS | {"reasons": reasons}, [CLINIC]), (basil, NONE, []))
    return record_of(booking.chair, record.booking)


def stranger():
    """A child of another family whose record is restricted, and their home."""
    child = ChildFactory(given_names="Kit", family_name="Marlowe", restricted=True)
    HouseholdFactory(family=child.family, postcode="ZZ95 5XY")
    return child


def test_a_name_and_a_postcode_of_another_family_are_found_though_nobody_sees_it():
    stranger()
    found = strangers_of(written(PASTED))
    assert (found.names, found.postcodes) == (("Kit Marlowe",), ("ZZ95 5XY",))


def test_a_former_name_and_a_grown_up_of_another_family_are_found_too():
    record, child = written("Nothing"), stranger()
    ChildNameFactory(child=child, given_names="Kit", family_name="Dekker")
    RelationshipFactory(child=child, person__full_name="Moll Cutpurse")
    assert strangers_in(record, "Kit Dekker and Moll Cutpurse").names == ("Kit Dekker", "Moll Cutpurse")


def test_whoever_belongs_here_is_no_stranger_though_another_is_called_so():
    record = written("Nothing")
    for name in ("Amy Testcase", "Mother Samplewood", "Worker Exemplar", "Officer Exemplar"):
        given, family = name.split()
        ChildFactory(given_names=given, family_name=family)
    other = PersonFactory(full_name="Neighbour Elsewhere", postcode="ZZ92 2FF")
    RelationshipFactory(child=ChildFactory(), person=other)
    text = "Amy Testcase, Mother Samplewood, Worker Exemplar and Officer Exemplar met at ZZ92 2FF. Kit came."
    assert strangers_in(record, text).sentences == []


def test_it_costs_the_same_whatever_is_written_and_nothing_where_nothing_is_a_name():
    record = written("Nothing")
    for number in range(30):
        ChildFactory(given_names=f"Kit{'abcdefghij'[number % 10]}", family_name="Marlowe")
    with CaptureQueriesContext(
        connection,
    ) as none:
        strangers_in(record, "we were all tired, and then it was quiet")
    named = (f"Kit{letter} Marlowe at ZZ9{at} 9XY" for at, letter in enumerate("abcdefghij"))
    texts = " and ".join(named)
    with CaptureQueriesContext(connection) as many:
        assert len(strangers_in(record, texts).names) == 10
    assert (len(none), len(many)) == (0, 11)


def test_a_copy_and_a_letter_with_such_words_go_only_when_somebody_else_says_why():
    stranger()
    record = written(PASTED)
    sign(record=record, by=record.booking.chair, at=AFTER)
    support = person("BUSINESS_SUPPORT")
    copies = make_copies(record=record, write=WRITE_COPY, by=support, at=AFTER)
    letters = make_letters(record=record, write=WRITE, by=support, at=AFTER)
    assert letters
    (copy, *_) = (one for one in copies if one.agency_kind)
    assert "STRANGER" in copy.told["cautions"] and copy.needs_release
    with pytest.raises(Refused, match="why"):
        release_copy(document=copy, by=record.booking.chair, at=AFTER)
    words = "Kit is the family’s dog"
    assert release_copy(document=copy, by=record.booking.chair, at=AFTER, words=words).release_words == words
