"""Which figures count records that are closed to their reader, and which bands would tell of one."""

import datetime as dt
from decimal import Decimal

import pytest

from conferences.rules.closed_records import bands_with_closed, counts_closed
from conferences.rules.figures import Figure, Unit
from conferences.rules.publishing import hidden_cells, public_breakdown
from safeguarding.workingdays import Period

YEAR = Period.year(2019)


@pytest.mark.parametrize(
    ("period", "of_file", "counted"),
    [
        (YEAR, False, True),
        (YEAR, True, False),
        (Period(dt.date(2018, 4, 1), dt.date(2019, 3, 30)), False, False),
        (Period(dt.date(2018, 3, 31), dt.date(2019, 3, 31)), False, False),
        (Period(dt.date(2019, 3, 31), dt.date(2019, 3, 31)), False, False),
        (Period.year_to(dt.date(2019, 3, 31)), False, True),
    ],
)
def test_only_a_whole_year_of_the_council_counts_closed_records(period, of_file, counted):
    assert counts_closed(period, of_file=of_file) is counted


def started(**bands: int) -> dict[str, Figure]:
    count = 60
    return {
        "started_by_category": Figure(
            "started_by_category", count, None, Decimal(count), Unit.COUNT, YEAR, "", {"initial": bands}
        )
    }


def test_a_band_that_differs_tells_and_is_hidden_with_a_second():
    whole = started(NEG=30, EMO=21, PHY=9, SAB=0)
    telling = bands_with_closed(whole, started(NEG=29, EMO=21, PHY=9, SAB=0))
    assert telling == {"started_by_category:initial.NEG"}
    shown = public_breakdown(whole["started_by_category"], hidden_cells(whole, telling))
    assert shown == {"initial": {"NEG": "c", "EMO": "21", "PHY": "c", "SAB": "0"}}


def test_where_nothing_is_closed_nothing_more_is_hidden():
    whole = started(NEG=30, EMO=21, PHY=9, SAB=0)
    assert bands_with_closed(whole, whole) == set() == hidden_cells(whole)
