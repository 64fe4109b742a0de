"""The catalogue of local limits: whole sentences, defaults that obey their rules, refusals in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.policy.keys import Kind, PolicyKey
from safeguarding.policy.limits import CATALOGUE, LIMITS
from safeguarding.refusals import Refused


def limit(key: str) -> PolicyKey:
    return CATALOGUE[key]


@pytest.mark.parametrize("key", LIMITS, ids=lambda key: key.key)
def test_each_limit_is_whole(key: PolicyKey) -> None:
    example = key.parse(key.like)
    assert key.default in (example, None)
    assert key.sentence.count("{}") == 1 and key.sentence.endswith(".")
    assert key.source and key.heading and key.hint()
    assert key.key.isupper() and len(key.key) <= 60


def test_keys_are_named_once() -> None:
    assert len(CATALOGUE) == len(LIMITS)


def test_no_limit_of_statute_is_a_setting() -> None:
    assert not {key for key in CATALOGUE if "FIRST_CORE_GROUP" in key or "TRANSFER_IN" in key}


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        (
            "DECISION_LETTER_WORKING_DAYS",
            1,
            "The decision letter and outline plan are sent within 1 working day of the conference.",
        ),
        ("RECORD_WORKING_DAYS", 15, "The record of the conference is sent within 15 working days of it."),
        (
            "LONG_PLAN_MILESTONES_MONTHS",
            (9, 12),
            "A plan that stays open is looked at again after 9, 12 months.",
        ),
        (
            "BAND_WIDTH_PERCENT",
            Decimal("4.50"),
            "A month is flagged when open plans are more than 4.5% above or below the centre.",
        ),
        ("BAND_CENTRE", 250, "The number of open plans is expected to be about 250 plans."),
    ],
)
def test_a_value_reads_as_a_sentence(key: str, value: int, sentence: str) -> None:
    assert limit(key).says(value) == sentence


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("RECORD_WORKING_DAYS", " 20 ", 20),
        ("BAND_WIDTH_PERCENT", "4.5", Decimal("4.5")),
        ("LONG_PLAN_MILESTONES_MONTHS", "9,15, 21", (9, 15, 21)),
        ("BENCHMARK_AUTHORITY", "356", "356"),
        ("REPORT_TO_UNIT_INITIAL_WORKING_DAYS", "0", 0),
    ],
)
def test_a_value_is_read_as_it_is_typed(key: str, text: str, value: object) -> None:
    assert limit(key).parse(text) == value


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("RECORD_WORKING_DAYS", "", "must be a whole number, like 15"),
        ("RECORD_WORKING_DAYS", "-1", "must be a whole number"),
        ("RECORD_WORKING_DAYS", "1.5", "must be a whole number"),
        ("RECORD_WORKING_DAYS", "\u0661\u0662", "must be a whole number"),
        ("RECORD_WORKING_DAYS", "0", "must be between 1 and 40"),
        ("RECORD_WORKING_DAYS", "41", "must be between 1 and 40"),
        ("BAND_WIDTH_PERCENT", "4.555", "at most two decimals"),
        ("BAND_WIDTH_PERCENT", "100.01", "must be between 0 and 100"),
        ("LONG_PLAN_MILESTONES_MONTHS", "9;12", "commas between"),
        ("LONG_PLAN_MILESTONES_MONTHS", "12, 9", "must rise"),
        ("LONG_PLAN_MILESTONES_MONTHS", "9, 9", "must rise"),
        ("LONG_PLAN_MILESTONES_MONTHS", "9, 61", "between 1 and 60"),
        ("BENCHMARK_AUTHORITY", "Trafford", "three digits"),
    ],
)
def test_a_wrong_value_is_refused_in_a_sentence(key: str, text: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        limit(key).parse(text)


@given(st.sampled_from(LIMITS), st.text(max_size=20))
def test_any_text_is_a_value_in_range_or_a_sentence(key: PolicyKey, text: str) -> None:
    try:
        value = key.parse(text)
    except Refused as refusal:
        assert str(refusal).startswith(key.name) and str(refusal).endswith(".")
    else:
        assert key.parse(key.text(value)) == value


def test_a_value_once_set_is_read_after_its_range_narrowed() -> None:
    assert limit("RECORD_WORKING_DAYS").read("41") == 41


def test_a_hint_says_what_may_be_entered() -> None:
    assert limit("RECORD_WORKING_DAYS").hint() == "A whole number, 1 to 40"
    assert limit("BENCHMARK_AUTHORITY").kind is Kind.AUTHORITY
