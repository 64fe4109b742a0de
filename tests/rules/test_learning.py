"""What may be told of ideas, trials, decisions and what was heard; and which months are compared."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.rules.learning import (
    Evidence,
    Heard,
    Idea,
    IdeaFrom,
    IdeaState,
    TrialPlan,
    after,
    before,
    decision_problems,
    heard_problems,
    idea_problems,
    moved_problems,
    review_problems,
    state_of,
    trial_problems,
)
from conferences.rules.learning_names import by_word, name_in, pairs_in, whole_name, words_in

ON = date(2018, 11, 12)
VISIT = Idea(
    "Letters that are read",
    IdeaFrom.VISIT,
    date(2018, 11, 1),
    "One page, large print",
    Evidence.SEEN,
    where_words="Fablehaven",
    who_went="Two chairs",
)
PLAN = TrialPlan("One team tries it", "plans_started", "DOWN", 6, date(2018, 5, 1), date(2018, 11, 12))
SAID = Heard("PARENTS", "The letter was long", date(2018, 10, 1), "A survey")
DONE = replace(SAID, did="One page", did_date=date(2018, 10, 8))


def said(problems):
    return [(one.field, one.sentence) for one in problems]


def test_what_is_whole_is_refused_nothing():
    assert (
        idea_problems(VISIT, ON) == trial_problems(PLAN, ON, has_owner=True) == heard_problems(SAID, ON) == []
    )
    told = replace(DONE, told_back="All parents, by leaflet", told_back_date=ON)
    assert heard_problems(told, ON) == []


@pytest.mark.parametrize(
    ("idea", "field"),
    [
        (replace(VISIT, title=" "), "title"),
        (replace(VISIT, learned=""), "learned"),
        (replace(VISIT, evidence=""), "evidence"),
        (replace(VISIT, where_words=""), "where_words"),
        (replace(VISIT, came_from=IdeaFrom.TALK, who_went=""), "who_went"),
        (replace(VISIT, day=None), "day"),
        (replace(VISIT, day=date(2018, 11, 13)), "day"),
    ],
)
def test_what_an_idea_misses_is_said_beside_its_field(idea, field):
    assert [name for name, _ in said(idea_problems(idea, ON))] == [field]


def test_our_own_idea_needs_no_place():
    assert idea_problems(replace(VISIT, came_from=IdeaFrom.OWN, where_words="", who_went=""), ON) == []


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (
            replace(PLAN, review_date=date(2018, 10, 31)),
            "The first review must be on 1 November 2018 or later: 6 months are compared with 6 months",
        ),
        (replace(PLAN, start_date=date(2018, 11, 13), review_date=date(2019, 6, 1)), "today or earlier"),
        (replace(PLAN, measure=""), "Select the figure that it is to move"),
        (replace(PLAN, months=None), "Select how many months are compared"),
    ],
)
def test_a_trial_compares_as_many_months_after_as_before(plan, told):
    ((_, sentence),) = said(trial_problems(plan, ON, has_owner=True))
    assert told in sentence


def test_a_trial_is_somebodys():
    ((field, sentence),) = said(trial_problems(PLAN, ON, has_owner=False))
    assert field == "" and "owner first" in sentence


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.sampled_from([3, 6, 12]))
def test_the_months_before_and_after_touch_the_day_and_are_as_many(day, months):
    first, last = before(day, months), after(day, months)
    assert first == last and (day - first.to).days == 1
    assert (first.from_.year * 12 + first.from_.month) == (day.year * 12 + day.month) - months


def test_a_review_says_what_is_seen_and_when_the_next_is():
    whole = {"words": "Fewer", "goes_on": True, "next_review": date(2018, 12, 3), "due": ON, "on": ON}
    assert review_problems(**whole) == []
    assert review_problems(**whole | {"goes_on": False, "next_review": None}) == []
    wrong = review_problems(words="", goes_on=True, next_review=ON, due=date(2018, 11, 13), on=ON)
    assert [field for field, _ in said(wrong)] == ["words", "", "next_review_date"]
    assert said(review_problems(**whole | {"next_review": None})) == [
        ("next_review_date", "Enter the day of the next review")
    ]


def test_a_review_is_not_moved_into_the_past_nor_before_as_many_months():
    assert "today or later" in moved_problems(date(2018, 11, 11), date(2018, 1, 1), 3, ON)[0].sentence
    assert "1 February 2019" in moved_problems(date(2018, 12, 1), date(2018, 8, 1), 6, ON)[0].sentence
    assert moved_problems(date(2019, 2, 1), date(2018, 8, 1), 6, ON) == []


def test_a_later_decision_says_why_it_takes_the_place_of_the_last():
    whole = {"outcome": "ADOPTED", "why": "BETTER", "words": "Heard", "replaces": "", "has_decision": False}
    assert decision_problems(**whole) == []
    assert [one.field for one in decision_problems(**whole | {"has_decision": True})] == ["replaces_reason"]


@pytest.mark.parametrize(
    ("heard", "fields"),
    [
        (replace(SAID, did="One page"), ["did_date"]),
        (replace(SAID, told_back="Parents", told_back_date=ON), ["did"]),
        (replace(DONE, did_date=date(2018, 9, 30)), ["did_date"]),
        (replace(SAID, heard_date=date(2018, 11, 13)), ["heard_date"]),
        (replace(DONE, told_back="Parents", told_back_date=date(2018, 10, 7)), ["told_back_date"]),
    ],
)
def test_what_was_done_and_told_has_its_day_in_order(heard, fields):
    assert [one.field for one in heard_problems(heard, ON)] == fields


def test_a_trial_that_runs_goes_before_what_was_decided():
    assert state_of(is_on_trial=True, outcome="ADOPTED") is IdeaState.TRYING
    assert state_of(is_on_trial=False, outcome="NOT_ADOPTED") is IdeaState.NOT_ADOPTED
    assert state_of(is_on_trial=False, outcome="") is IdeaState.NEW


@pytest.mark.parametrize(
    ("names", "text", "found"),
    [
        (["Amber Fablethorpe"], "What amber said helped", "amber"),
        (["Amber Fablethorpe"], "In Fablethorpe’s case", "Fablethorpe"),
        (["Jonah Sample"], "What is Jonah's is his", "Jonah"),
        (["Will Sample"], "It will help", ""),
        (["Will Sample"], "What Will said", "Will"),
        (["Anne-Marie Sample"], "Marie was heard", "Marie"),
        (["Zoë O’Fable"], "Zoe said so", "Zoe"),
        (["Zoe Ofable"], "What O’Fable said", "O’Fable"),
        (["Jo Li"], "To jo it was", ""),
        (["Rose"], "Prose helps", ""),
        ([], "Nobody", ""),
    ],
)
def test_a_name_is_found_as_a_whole_word_whatever_its_capitals(names, text, found):
    assert name_in(names, text) == found


@pytest.mark.parametrize(
    ("plain_name", "text", "found"),
    [
        ("amber sample", "What AMBER Sample’s aunt said", "AMBER Sample"),
        ("amber sample", "The Sample Amber gave", "Sample Amber"),
        ("amber sample", "The file of Sample, Amber was read", "Sample, Amber"),
        ("ann fable", "What Fable Ann's mother said", "Fable Ann"),
        ("amber rose sample", "For Rose Sample alone", "Rose Sample"),
        ("anne marie ofable", "Marie O’Fable was heard", "Marie O’Fable"),
        ("anne marie ofable", "Anne-Marie was heard", ""),
        ("amber sample jones", "Amber Sample-Jones", "Amber Sample-Jones"),
        ("amber sample", "Amber, Sample and others", ""),
        ("amber sample", "a sample, amber and others", ""),
        ("amber sample", "A sample of amber", ""),
        ("amber rose sample", "Amber Rose helped", ""),
        ("jo li", "Jo Li came", "Jo Li"),
        ("jo li", "jo li came", ""),
        ("to sample", "to sample it", ""),
        ("will young", "what they will young or old", ""),
        ("will young", "What Will Young said", "Will Young"),
        ("will sample", "what Will sample said", "Will sample"),
        ("", "Amber Sample", ""),
    ],
)
def test_a_whole_name_is_two_words_side_by_side_with_the_family_name(plain_name, text, found):
    assert whole_name(by_word(pairs_in(text)), plain_name) == found


# Words that begin a sentence, and that nobody is called.
OTHERS = ("what", "they")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We asked Ruby first.", {"ruby": "Ruby"}),
        ("Ruby’s aunt came.", {"ruby": "Ruby"}),
        ("ask ruby earlier", {}),
        ("Will they come? Grace was given.", {}),
        ("What Will and Grace said", {"will": "Will", "grace": "Grace"}),
        ("We met in May. April was better.", {}),
        ("the talk with Anne-Marie", {"anne": "Anne-Marie", "marie": "Anne-Marie"}),
        ("so Jo came", {}),
    ],
)
def test_a_given_name_alone_has_a_capital_that_nothing_else_calls_for(text, found):
    assert {word: written for word, written in words_in(text).items() if word not in OTHERS} == found
