"""A confidential address is found before the signature: from then on what is recorded stands in copies."""

from dataclasses import replace

import pytest

from conferences.operations.recording import save_common
from conferences.operations.recording_signing import sign
from conferences.queries.addresses import addresses_of
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import HouseholdFactory, HouseholdMemberFactory
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
    assert found.hidden == {"9 Refuge Road", "Flat 3", "ZZ93 3RR", "7 Motherlane", "ZZ91 1MM"}


def test_an_address_that_is_not_confidential_is_no_reason_not_to_sign():
    booking, amy, basil = meeting(person("CHAIR"))
    told = NONE | {"reasons": "He lives at 8 Fatherlane."}
    sign(record=fill(booking, (amy, BEGINS, [CLINIC]), (basil, told, [])), by=booking.chair, at=AFTER)
