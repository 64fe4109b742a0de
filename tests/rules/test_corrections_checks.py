"""Which numbers are none, and which days a corrected fact cannot have."""

from datetime import date

import pytest

from conferences.rules.children import Birth
from conferences.rules.corrections_checks import day_refused, number_problems

BLANK = {"la_child_id": "", "nhs_number": "", "upn": "", "former_upn": "", "upn_unknown": ""}


@pytest.mark.parametrize(
    ("name", "number", "is_told"),
    [
        ("nhs_number", "9434765919", False),
        ("nhs_number", "9434765918", True),
        ("nhs_number", "1111111111", True),
        ("nhs_number", "N/A", True),
        ("upn", "null", True),
        ("la_child_id", "7", False),
        ("la_child_id", "1111", False),
        ("la_child_id", "UNKNOWN", True),
    ],
)
def test_a_number_is_one_or_is_told_beside_its_field(name, number, is_told):
    found = number_problems(BLANK | {name: number}, [name])
    assert [one.field for one in found] == ([name] if is_told else [])
    assert number_problems(BLANK | {name: number}, []) == []


def test_a_pupil_number_and_why_there_is_none_do_not_stand_together():
    found = number_problems(BLANK | {"upn": "H801200001001", "upn_unknown": "UN1"}, ["upn_unknown"])
    assert [one.field for one in found] == ["upn_unknown"]


def test_a_day_is_neither_to_come_nor_long_before_the_birth():
    on, birth = date(2018, 6, 4), Birth(date(2018, 5, 4))
    assert day_refused(date(2018, 6, 5), on) and day_refused(date(2017, 1, 2), on, birth)
    assert not day_refused(date(2017, 9, 4), on, birth) and not day_refused(None, on)
