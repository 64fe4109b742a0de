"""What a child's part must hold before it is signed, and what may not stand together."""

from dataclasses import replace

import pytest

from conferences.rules.recording import PartFacts, contradictions, missing, outcomes_for, warnings

WHOLE = PartFacts("Amy", "INITIAL", "I want to stay with Nan", "PLAN_BEGINS", "NEG", "Because", "", 1)
ENDED = replace(WHOLE, kind="REVIEW", outcome="PLAN_ENDS", category="", end_reason="RISK_REDUCED")


def test_a_whole_part_misses_nothing():
    assert missing(WHOLE) == [] and missing(ENDED) == []


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (replace(WHOLE, category=""), "category"),
        (replace(WHOLE, outcome="NO_PLAN"), "category"),
        (replace(WHOLE, outcome="PLAN_ENDS", category="", end_reason="DIED"), "outcome"),
        (replace(ENDED, end_reason=""), "end_reason"),
        (replace(ENDED, end_reason="NOT_RECORDED"), "end_reason"),
        (replace(WHOLE, end_reason="MOVED"), "end_reason"),
        (replace(ENDED, outcome="PLAN_BEGINS", category="NEG", end_reason=""), "outcome"),
    ],
)
def test_what_contradicts_itself_is_refused_beside_its_field(part, field):
    assert field in [problem.field for problem in contradictions(part)]


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (replace(WHOLE, voice=""), "voice"),
        (replace(WHOLE, reasons=""), "reasons"),
        (replace(WHOLE, actions=0), "actions"),
        (replace(WHOLE, outcome="", category=""), "outcome"),
        (replace(WHOLE, is_grown=True), "outcome"),
    ],
)
def test_what_is_missing_is_named_with_the_child(part, field):
    (problem,) = missing(part)
    assert problem.field == field and "Amy" in problem.sentence


def test_whoever_is_18_on_the_day_of_the_meeting_comes_off_a_plan_or_onto_none():
    ends = replace(ENDED, is_grown=True, end_reason="EIGHTEEN")
    assert missing(ends) == missing(replace(WHOLE, is_grown=True, outcome="NO_PLAN", category="")) == []


def test_a_child_with_nothing_recorded_is_named():
    (problem,) = missing(PartFacts("Amy", "INITIAL", "", "", "", "", "", 0))
    assert problem.sentence == "Nothing is recorded yet about Amy"


@pytest.mark.parametrize(("kind", "other"), [("INITIAL", "PLAN_ENDS"), ("REVIEW", "NO_PLAN")])
def test_a_conference_offers_only_its_own_outcomes(kind, other):
    assert other not in [outcome.value for outcome in outcomes_for(kind)]


def test_ending_early_or_without_a_quorum_warns_and_forbids_nothing():
    assert len(warnings(ENDED, quorate=False, is_first_review=True)) == 2
    assert warnings(WHOLE, quorate=False, is_first_review=True) == []
