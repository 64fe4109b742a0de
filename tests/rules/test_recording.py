"""What a child's part must hold before it is signed, and what may not stand together."""

from dataclasses import replace

import pytest

from conferences.rules.recording import (
    Endings,
    PartFacts,
    contradictions,
    ending_problems,
    missing,
    outcomes_for,
    warnings,
)

WHOLE = PartFacts(
    "Amy", "INITIAL", "I want to stay with Nan", "PLAN_BEGINS", "NEG", "Because", "", 1, participation="PN1"
)
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
        (replace(WHOLE, ending_rationale="All agreed"), "ending_rationale"),
        (replace(WHOLE, participation="PN0", is_four=True), "participation"),
        (replace(ENDED, outcome="PLAN_BEGINS", category="NEG", end_reason=""), "outcome"),
    ],
)
def test_what_contradicts_itself_is_refused_beside_its_field(part, field):
    assert field in [problem.field for problem in contradictions(part)]


@pytest.mark.parametrize(
    ("part", "field"),
    [
        (replace(WHOLE, voice=""), "voice"),
        (replace(WHOLE, participation=""), "participation"),
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


def test_ending_early_or_without_a_quorum_warns():
    assert len(warnings(ENDED, quorate=False, is_first_review=True)) == 2
    assert warnings(WHOLE, quorate=False, is_first_review=True) == []


@pytest.mark.parametrize(
    ("quorate", "is_first", "words"),
    [
        (False, True, "Say why the plan of Amy may end without a quorum and at its first review"),
        (False, False, "Say why the plan of Amy may end without a quorum"),
        (True, True, "Say why the plan of Amy may end at its first review"),
    ],
)
def test_ending_early_or_without_a_quorum_needs_its_reason(quorate, is_first, words):
    given = {"quorate": quorate, "is_first_review": is_first, "endings": Endings()}
    (problem,) = ending_problems(ENDED, **given)
    assert (problem.sentence, problem.field) == (words, "ending_rationale")
    assert ending_problems(replace(ENDED, ending_rationale="All of it is seen"), **given) == []


@pytest.mark.parametrize(
    ("endings", "where"),
    [(Endings(True, False), "without a quorum"), (Endings(False, True), "at its first review")],
)
def test_a_council_may_forbid_it_whatever_the_reason(endings, where):
    ended = replace(ENDED, ending_rationale="All of it is seen")
    (problem,) = ending_problems(ended, quorate=False, is_first_review=True, endings=endings)
    assert problem.field == "outcome" and where in problem.sentence


def test_what_ends_a_plan_by_itself_waits_for_no_quorum():
    grown = replace(ENDED, end_reason="EIGHTEEN")
    forbidden = {"quorate": False, "is_first_review": True, "endings": Endings(True, True)}
    assert ending_problems(grown, **forbidden) == []
    assert ending_problems(ENDED, **forbidden | {"quorate": True, "is_first_review": False}) == []
