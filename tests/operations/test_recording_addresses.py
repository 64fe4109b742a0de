"""A confidential address is found before the signature: from then on what is recorded stands in copies."""

from dataclasses import replace

import pytest

from conferences.operations.recording import save_common
from conferences.operations.recording_signing import sign
from conferences.queries.addresses import addresses_of
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import ChildFactory, ExclusionFactory, HouseholdFactory, HouseholdMemberFactory
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting

pytestmark = pytest.mark.django_db


def refused(record):
    with pytest.raises(Refused) as refusal:
        sign(record=record, by=record.booking.chair, at=AFTER)
    return [
        (one.field, one.about) for one in refusal.value.problems if "confidential address" in one.sentence
    ]


@pytest.mark.parametrize("words", ["She went to 7 Motherlane.", "zz911mm", "7, MOTHER-LANE"])
def test_in_what_is_recorded_of_a_child(words):
    booking, amy, basil = meeting(person("CHAIR"))
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE | {"reasons": words}, []))
    assert refused(record) == [("reasons", basil.requested_child.child_id)]


def test_in_an_action_and_in_what_is_said_of_the_whole_family():
    booking, amy, basil = meeting(person("CHAIR"))
    record = fill(booking, (amy, BEGINS, [replace(CLINIC, who="Nan, ZZ91 1MM")]), (basil, NONE, []))
    told = {"family_will": "Meet at 7 Motherlane every week."}
    save_common(record=record, version=2, values=told, attendances=None, by=booking.chair, at=AFTER)
    record.refresh_from_db()
    assert refused(record) == [("reasons", amy.requested_child.child_id), ("family_view", None)]


def test_the_address_of_a_home_that_is_confidential_too_and_no_other_one():
    booking, amy, basil = meeting(person("CHAIR"))
    home = HouseholdFactory(
        family=booking.request.family,
        address="9 Refuge Road\nFlat 3",
        postcode="ZZ93 3RR",
        is_confidential=True,
    )
    HouseholdMemberFactory(household=home, child=amy.requested_child.child)
    told = NONE | {"reasons": "He lives at 8 Fatherlane and knows 9 Refuge Road."}
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, told, []))
    assert refused(record) == [("reasons", basil.requested_child.child_id)]
    found = addresses_of([amy.requested_child.child])
    assert found.hidden == {"9 Refuge Road", "ZZ93 3RR", "7 Motherlane", "ZZ91 1MM"}


def test_an_address_that_is_not_confidential_is_no_reason_not_to_sign():
    booking, amy, basil = meeting(person("CHAIR"))
    told = NONE | {"reasons": "He lives at 8 Fatherlane."}
    sign(record=fill(booking, (amy, BEGINS, [CLINIC]), (basil, told, [])), by=booking.chair, at=AFTER)


@pytest.mark.parametrize(
    ("address", "words", "is_found"),
    [
        ("12 Elm Road, Fableton", "She stays at 12 Elm Road.", True),
        ("12, Elm Road, Fableton", "She stays at 12 elm road now.", True),
        ("Flat 3, 12 Elm Road", "She stays at 12 Elm Road.", True),
        ("12 Elm Road, Fableton", "He walked through Fableton.", False),
        ("1 Elm Road, Fableton", "He lives at 21 Elm Road.", False),
        ("Refuge, Fableton", "They asked for a place in a refuge.", False),
        ("Flat 3", "The boy in flat 3 saw it.", False),
    ],
)
def test_addresses_as_they_are_typed(address, words, is_found):
    booking, amy, basil = meeting(person("CHAIR"))
    mother = amy.requested_child.child.relationships.get().person
    mother.address = address
    mother.save()
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE | {"reasons": words}, []))
    if is_found:
        assert refused(record) == [("reasons", basil.requested_child.child_id)]
    else:
        sign(record=record, by=booking.chair, at=AFTER)


def test_the_home_of_a_sister_who_is_not_there_is_looked_for_too():
    booking, amy, basil = meeting(person("CHAIR"))
    sister = ChildFactory(family=booking.request.family, given_names="Cleo")
    home = HouseholdFactory(
        family=booking.request.family, address="5 Carer Close, Fableton", is_confidential=True
    )
    HouseholdMemberFactory(household=home, child=sister)
    told = NONE | {"reasons": "His sister is at 5 Carer Close."}
    assert refused(fill(booking, (amy, BEGINS, [CLINIC]), (basil, told, []))) != []


def test_nothing_is_signed_while_an_exclusion_that_was_asked_for_is_undecided():
    booking, amy, basil = meeting(person("CHAIR"))
    ExclusionFactory(request=booking.request, name="Partner Samplewood")
    record = fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    with pytest.raises(Refused) as refusal:
        sign(record=record, by=booking.chair, at=AFTER)
    assert [one.field for one in refusal.value.problems] == ["exclusion"]
