"""Code lists are the census's, complete, and every code has words."""

import csv

import pytest

from conferences.rules import codes as referral_codes
from conferences.rules import vocabulary
from safeguarding.labelled import Labelled, choices, label
from safeguarding.register import codes
from safeguarding.register.authorities import authorities, authority_codes, latest_authority
from tests.shared_data import shared_file

CENSUS_LISTS = {
    "unknownupntype": codes.UpnUnknown,
    "ethnicitytype": codes.Ethnicity,
    "disabilitytype": codes.Disability,
    "sextype": codes.Sex,
    "referralsourcetype": referral_codes.ReferralSource,
    "categoryofabusetype": vocabulary.Category,
    "primaryneedcodetype": referral_codes.PrimaryNeed,
    "reasonforclosuretype": referral_codes.ClosureReason,
}
ALL = [*CENSUS_LISTS.values(), vocabulary.ConferenceKind, vocabulary.DecisionOutcome, vocabulary.EndReason]


@pytest.mark.parametrize(("name", "enum"), CENSUS_LISTS.items())
def test_census_lists_hold_exactly_the_codes_of_the_schema(name: str, enum: type[Labelled]) -> None:
    with shared_file("cin/cin_code_lists_from_xsd.csv").open(encoding="utf-8") as file:
        expected = {row["code"] for row in csv.DictReader(file) if row["list"] == name}

    assert expected and {member.value for member in enum} == expected


def test_every_code_of_gender_before_2024_has_a_sex() -> None:
    assert codes.GENDER_TO_SEX == {"1": "M", "2": "F", "0": "U", "9": "U"}


@pytest.mark.parametrize("enum", ALL)
def test_choices_are_pairs_of_code_and_different_words(enum: type[Labelled]) -> None:
    pairs = choices(enum)

    assert len({words for _, words in pairs}) == len(pairs) == len(enum)
    assert all(code and words for code, words in pairs)


def test_a_code_equals_its_text_and_shows_its_words() -> None:
    assert vocabulary.Category.NEG == "NEG"
    assert label(vocabulary.Category, "EMO") == "Emotional abuse"
    assert label(vocabulary.Category, "XXX") == "XXX"


def test_each_kind_of_conference_has_its_own_two_outcomes() -> None:
    decided = {outcome for pair in vocabulary.OUTCOMES.values() for outcome in pair}

    assert set(vocabulary.OUTCOMES) == set(vocabulary.ConferenceKind)
    assert decided == set(vocabulary.DecisionOutcome)


def test_authorities_are_known_by_either_code() -> None:
    trafford = latest_authority("358")

    assert trafford is not None
    assert (trafford.name, trafford.ons, trafford.region) == ("Trafford", "E08000009", "North West")
    assert len(authorities()) == 161 and "000" not in authority_codes()
    assert latest_authority("000") is None


def test_a_reorganised_authority_is_found_by_its_latest_form() -> None:
    somerset = latest_authority("933")

    assert somerset is not None and somerset.ons == "E06000066"
