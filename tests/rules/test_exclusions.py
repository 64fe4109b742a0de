"""Who is kept from a conference: what must be said of it, and whom it is held against."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.rules.exclusions import (
    Answer,
    AskedFor,
    DecidedOn,
    Extent,
    Ground,
    Instead,
    Kept,
    Way,
    What,
    asked_problems,
    attendance_problem,
    decided_problems,
    extent_words,
    instead_words,
    is_them,
    kept_from_all,
    outcome_sentence,
    telling_problems,
    way_problems,
)

ON = dt.date(2018, 11, 12)
ASKED = AskedFor(Ground.VIOLENCE, "He was heard to threaten", Extent.WHOLE, "", "The mother", ON)
DECIDED = DecidedOn(
    Answer.WHOLE, "", "Everybody’s safety", Instead.WRITTEN, "", "So that all can speak freely", "The worker"
)


def fields(problems):
    return [one.field for one in problems]


def test_what_is_asked_for_in_full_lacks_nothing_and_an_empty_form_everything():
    assert asked_problems(ASKED, ON) == []
    whole = ["ground", "facts", "extent", "asker", "asked_date"]
    assert fields(asked_problems(AskedFor(), ON)) == whole


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"extent": Extent.PART}, "part"),
        ({"asked_date": ON + dt.timedelta(days=1)}, "asked_date"),
        ({"facts": "  "}, "facts"),
    ],
)
def test_what_goes_with_an_answer_is_asked(other, field):
    assert fields(asked_problems(replace(ASKED, **other), ON)) == [field]


@pytest.mark.parametrize(
    ("other", "lacks"),
    [
        ({}, []),
        ({"answer": None}, ["answer"]),
        ({"answer": Answer.PART}, ["part"]),
        ({"reasons": ""}, ["reasons"]),
        ({"instead": None, "letter_why": "", "teller": ""}, ["instead", "letter_why", "teller"]),
        ({"instead": Instead.OTHER_PARTS}, ["instead"]),
        ({"answer": Answer.PART, "part": "The end", "instead": Instead.OTHER_PARTS}, []),
        ({"answer": Answer.NOT, "instead": None, "letter_why": "", "teller": ""}, []),
    ],
)
def test_whoever_is_excluded_takes_part_in_another_way_and_is_told_why(other, lacks):
    assert fields(decided_problems(replace(DECIDED, **other))) == lacks


@pytest.mark.parametrize(("day", "wrong"), [(None, True), (11, True), (12, False), (13, False), (14, True)])
def test_somebody_is_told_between_the_decision_and_today(day, wrong):
    told = dt.date(2018, 11, day) if day else None
    assert bool(telling_problems(told, ON, dt.date(2018, 11, 13), asked=ON)) is wrong


@pytest.mark.parametrize(("day", "wrong"), [(8, True), (9, False), (12, False), (14, True)])
def test_of_a_conference_that_was_held_first_they_were_told_before_it_is_recorded(day, wrong):
    told, asked = dt.date(2018, 11, day), dt.date(2018, 11, 9)
    found = telling_problems(told, ON, dt.date(2018, 11, 13), asked=asked, was_held_first=True)
    assert bool(found) is wrong


@pytest.mark.parametrize(
    ("way", "words", "lacks"),
    [
        (None, "", ["way"]),
        (Way.POST, " ", ["words"]),
        (Way.HAND, "", ["words"]),
        (Way.POST, "1 Sample Road", []),
        (Way.NONE, "", []),
    ],
)
def test_a_letter_comes_somewhere_or_by_somebody(way, words, lacks):
    assert fields(way_problems(way, words)) == lacks


@pytest.mark.parametrize(
    ("person", "name", "other", "same"),
    [
        (1, "Jay", 1, True),
        (1, "Jay", 2, False),
        (1, "JAY ", None, True),
        (None, "jay", 2, True),
        (None, "Kay", None, False),
    ],
)
def test_a_person_is_known_by_their_record_and_else_by_their_name(person, name, other, same):
    assert is_them(Kept("Jay", "WHOLE", person), name, other) is same


def test_only_who_is_excluded_from_all_of_it_cannot_have_attended():
    kept = [Kept("Jay", "WHOLE", 1), Kept("Kay", "PART", 2)]
    assert "excluded from the whole conference" in attendance_problem(kept, "Jay", 1, "VIDEO")
    for name, person, mode in (("Jay", 1, "ABSENT"), ("Jay", 1, "WRITTEN"), ("Kay", 2, "IN_PERSON")):
        assert attendance_problem(kept, name, person, mode) == ""
    assert kept_from_all(kept, "Jay", 1) and not kept_from_all(kept, "Kay", 2)


def test_nothing_is_given_until_the_chair_says_that_it_is():
    assert outcome_sentence("YES", What.LETTER) == ""
    assert "the chair decides first whether they get a copy of the record" in outcome_sentence(
        "", What.RECORD
    )
    assert "decided that they do not get the decision letter" in outcome_sentence("NO", What.LETTER)


def test_how_much_and_how_instead_are_said():
    assert extent_words("WHOLE", "") == "Excluded from the whole conference"
    assert extent_words("PART", "the end") == "Excluded from a part of the conference: the end"
    assert instead_words("WRITTEN", "By Friday") == "In writing. By Friday"
