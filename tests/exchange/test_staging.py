"""What is staged has addresses that nobody can guess, each another one."""

import uuid

import pytest

from conferences.exchange.census.staging import addresses
from conferences.models import Conference, Plan
from safeguarding.models import Child
from tests.exchange.census import census, child, taken
from tests.exchange.test_overlapping import FULL

WHY = "a test looks at what was written"


def test_addresses_are_random_ones_each_another():
    found = [uuid.UUID(one) for one in addresses(1_000)]
    assert len(set(found)) == len({str(one)[-17:] for one in found}) == 1_000
    assert {(one.version, one.variant) for one in found} == {(4, uuid.RFC_4122)}
    assert {str(one)[19] for one in found} == set("89ab")
    assert list(addresses(0)) == []


@pytest.mark.django_db
def test_what_a_file_brings_has_them():
    taken(census(child(FULL, LAchildID="FB001"), child(FULL, LAchildID="FB002", UPN=None)))
    for model in (Child, Plan, Conference):
        refs = [row.ref for row in model.objects.unscoped(WHY)]
        assert len(refs) >= 2 and all(ref.version == 4 for ref in refs)
