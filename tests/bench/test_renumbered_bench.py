"""A whole council under new numbers: 5,000 children, found by the next year's file without a hand."""

import io
from collections.abc import Iterator

import pytest

from conferences.exchange.census.importing import import_census
from conferences.exchange.census.same_child import number_told
from conferences.models import ChangeHow, ImportedFile
from safeguarding.audit import system_user
from safeguarding.clock import now
from tests import database
from tests.bench import limits
from tests.bench.copies import copy_of
from tests.bench.processor import spent
from tests.bench.table import Row, hold
from tests.exchange.renumbered import council

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]
CHILDREN = 5_000


@pytest.fixture(scope="module")
def empty(served: None) -> Iterator[None]:
    with copy_of(database.template()):
        yield


def imported(xml: bytes) -> ImportedFile:
    return import_census(
        file=io.BytesIO(xml), file_name="census.xml", by=system_user(), clock=now, anyway=True
    )


def test_a_council_under_new_numbers(empty):
    both = council(CHILDREN)
    first = spent(lambda: imported(both.first()))
    files: list[ImportedFile] = []
    second = spent(lambda: files.append(imported(both.second())))
    truth = both.truth()
    changes = files[0].changes.filter(how=ChangeHow.RENUMBERED)
    found = {number_told(change): change.number for change in changes}
    false = [number for number, record in found.items() if truth.get(number) != record]
    asked = set(files[0].questions.filter(kind="SAME_CHILD").values_list("other_number", flat=True))
    left = truth.keys() - found.keys()
    assert not false and left <= asked
    said = f"{len(found):,} of {len(truth):,} matched, {len(left)} asked, {len(false)} false"
    times = f"{second.both:.1f} s after {first.both:.1f} s"
    hold(
        f"{CHILDREN:,} children under new numbers",
        [
            Row("asked of a person, of 100", 100 * len(left) / len(truth), limits.RENUMBERED_ASKED, said),
            Row("in times the first file", second.both / first.both, limits.RENUMBERED, times),
        ],
    )
