"""Pairs of records among 10,000 people made at random and 156,000 children of a census, who have no names."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from conferences.models import ChildPair
from conferences.operations.pairs_scan import find_pairs
from conferences.queries.pairs import suggestions_for
from conferences.rules.short_names import LINES
from safeguarding.models import Child
from tests import database
from tests.bench import limits
from tests.bench.copies import copy_of, copy_rows, run, untriggered
from tests.bench.processor import spent
from tests.bench.table import Row, hold
from tests.factories import NOON

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]
PEOPLE, NAMELESS = 10_000, 156_000
GIVEN = [name for line in LINES.strip().split("\n") for name in line.split(":")[0].split()]
STEMS = "hart ash black brook church dale east fair green hay kirk lang marsh north oak pen sand thorn"
ENDS = "well ford ley ton wood field worth combe den man stone croft land ridge bury gate more shaw"


def people() -> Iterator[Child]:
    """Born over 18 years; of family names some are common, some rare."""
    chance = random.Random(20181031)
    family = [f"{stem}{end}" for stem in STEMS.split() for end in ENDS.split()]
    weights = [1 / (place + 5) for place in range(len(family))]
    for number in range(PEOPLE):
        yield Child(
            la_child_id=f"RN{number:06d}",
            given_names=chance.choice(GIVEN),
            family_name=chance.choices(family, weights)[0],
            birth_date=date(2018, 10, 1) - timedelta(days=chance.randrange(6570)),
            sex=chance.choice("MF"),
        )


@pytest.fixture(scope="module")
def council(served: None) -> Iterator[None]:
    with copy_of(database.template()):
        born = "date '2001-01-01' + mod(abs(hashtext(n || 'b')), 6200)"
        Child.objects.create(la_child_id="CN", birth_date=date(2010, 1, 1))
        with untriggered():
            copy_rows("safeguarding_child", NAMELESS, values={"la_child_id": "'CN' || n", "birth_date": born})
            Child.objects.bulk_create(people(), 2000)
        run("VACUUM ANALYZE safeguarding_child, safeguarding_childname")
        yield


def test_people_at_random_are_seldom_suggested_and_soon_compared(council: None) -> None:
    first = spent(lambda: find_pairs(at=NOON))
    found = ChildPair.objects.unscoped("a bench").count()
    again = spent(lambda: find_pairs(at=NOON))
    some = list(Child.objects.unscoped("a bench").exclude(plain_name="")[:50])
    one = spent(lambda: [suggestions_for(child) for child in some]) / len(some)
    rows = [
        Row("false suggestions a child", found / PEOPLE, limits.PAIRS_A_CHILD, f"{found} pairs"),
        Row("seconds of the first scan", first.both, limits.PAIRS_SCAN, str(first)),
        Row("seconds of the next one", again.both, limits.PAIRS_SCAN, str(again)),
        Row("milliseconds of one child", one.both * 1000, limits.PAIRS_ONE_MS, str(one)),
    ]
    hold(f"Pairs of records among {PEOPLE:,} people at random and {NAMELESS:,} without names", rows)
