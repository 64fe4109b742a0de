"""Two records of one child: what suggests it, by hand, and that a name alone never does."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.same_child import Identity, suggestion
from conferences.rules.same_child_names import Name, one_letter_apart
from conferences.rules.search import plain
from safeguarding.register.identifiers import upn_letter
from tests.same_child import BORN, PAIRS, person

UPN, FORMER = (f"{upn_letter(rest)}{rest}" for rest in ("801200001001", "801200001002"))
AMBER = person("Amber Rose", "Smyth-Probe")


@pytest.mark.parametrize(("one", "other"), PAIRS.values(), ids=PAIRS)
def test_an_earlier_record_under_another_spelling_is_suggested_and_never_certain(one, other):
    for found in (suggestion(one, other), suggestion(other, one)):
        assert found and found.speaks_for and not found.is_certain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"upn": UPN}, {"upn": UPN}),
        ({"upn": UPN}, {"upn": f" {UPN.lower()} "}),
        ({"upn": UPN}, {"former_upn": UPN}),
        ({"former_upn": UPN}, {"upn": FORMER, "former_upn": UPN}),
        ({"nhs_number": "9434765919"}, {"nhs_number": "943 476 5919"}),
        ({"council_number": "ab12"}, {"council_number": "AB12"}),
    ],
)
def test_a_number_of_both_is_certain(one, other):
    found = suggestion(replace(person("Amber", "Probe"), **one), replace(person("Basil", "Trial"), **other))
    assert found and found.is_certain and "Names and dates are not alike." in found.speaks_against


@pytest.mark.parametrize(
    "number",
    [
        "UNKNOWN",
        "Unknown",
        "NULL",
        "N/A",
        "n/a",
        "NONE",
        "TBC",
        "A000000000000",
        "A00000000000",
        "1234567890123",
        "B801200001001",
        "H80120000100",
        "",
    ],
)
def test_a_placeholder_or_a_malformed_pupil_number_matches_nobody(number):
    assert suggestion(Identity(upn=number), Identity(upn=number, former_upn=number)) is None


@pytest.mark.parametrize("number", ["0000000000", "1111111111", "9434765918", "943476591", "NULL", "TBC"])
def test_a_placeholder_or_a_malformed_nhs_number_matches_nobody(number):
    assert suggestion(Identity(nhs_number=number), Identity(nhs_number=number)) is None


@pytest.mark.parametrize("number", ["0000", "UNKNOWN", "null", "TBC", "N/A"])
def test_a_placeholder_for_the_councils_number_matches_nobody(number):
    assert suggestion(Identity(council_number=number), Identity(council_number=number.lower())) is None


@pytest.mark.parametrize(
    ("given", "family"),
    [
        ("Unknown", "Unknown"),
        ("NULL", "NULL"),
        ("N/A", "N/A"),
        ("Amber", "Unknown"),
        ("TBC", "Probe"),
        ("", "Probe"),
    ],
)
def test_a_placeholder_of_a_name_matches_nobody(given, family):
    assert suggestion(person(given, family), person(given, family)) is None


@pytest.mark.parametrize(
    "other",
    [
        person("Amber Rose", "Smyth-Probe", date(2014, 6, 9)),
        replace(AMBER, birth_date=None),
        replace(AMBER, birth_date=None, expected_date=date(2014, 8, 30)),
        person("Basil", "Smyth-Probe"),
        person("Amber Rose", "Trial"),
        person("Lily", "Smyth-Probe"),
        replace(AMBER, names=()),
    ],
)
def test_neither_a_name_nor_a_date_alone_suggests_anything(other):
    assert suggestion(AMBER, other) is None
    assert suggestion(other, AMBER) is None


def test_more_than_two_differences_are_two_children():
    assert suggestion(person("Tom", "Smyth"), person("Thomas James", "Smith", date(2014, 4, 6))) is None


def test_twins_are_told_apart_by_short_names_and_by_sex():
    assert suggestion(person("Tia", "Probe"), person("Mia", "Probe")) is None
    assert suggestion(person("Elsie", "Probe"), person("Lily", "Probe")) is None
    boy, girl = replace(person("Frances", "Probe"), sex="F"), replace(person("Francis", "Probes"), sex="M")
    assert suggestion(boy, girl) is None


def test_two_nhs_numbers_are_two_children_whatever_their_names():
    one, other = replace(AMBER, nhs_number="9434765919"), replace(AMBER, nhs_number="9000000009")
    assert suggestion(one, other) is None
    found = suggestion(replace(one, upn=UPN), replace(other, upn=UPN))
    assert found and not found.is_certain
    assert "They have two different NHS numbers." in found.speaks_against


def test_what_speaks_against_is_said_too():
    one, other = replace(AMBER, upn=UPN, sex="F", family=1), replace(AMBER, upn=FORMER, sex="M", family=2)
    found = suggestion(one, other)
    assert found and found.speaks_against == (
        "They have two different pupil numbers.",
        "One is recorded as a boy, the other as a girl.",
        "They are in two families.",
    )


def test_a_child_not_named_yet_is_suggested_under_the_same_mother_alone():
    baby, named = person("Baby", "Probe"), person("Amber", "Probe")
    assert suggestion(baby, named) is None
    found = suggestion(replace(baby, mothers=frozenset({7})), replace(named, mothers=frozenset({7})))
    assert found and "They have the same mother." in found.speaks_for


@given(st.text(alphabet="abcdef", min_size=4, max_size=9), st.data())
def test_a_changed_letter_is_near_whichever_it_is(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    kind = data.draw(st.sampled_from(["change", "drop", "add", "swap"]))
    rest = word[place + 1 :]
    other = {
        "change": f"{word[:place]}z{rest}",
        "drop": word[:place] + rest,
        "add": f"{word[:place]}z{word[place:]}",
        "swap": word[:place] + rest[:1] + word[place] + rest[1:],
    }[kind]
    assert one_letter_apart(word, other) is (word != other)


def test_names_are_compared_as_the_search_compares_them():
    assert person("Zoë", "O’Probe").names == (Name("zoe", plain("O'Probe")),)
    assert AMBER.birth_date == BORN
