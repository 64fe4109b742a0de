"""What can be told of a contact before a conference, and of a child’s words."""

import datetime as dt
from dataclasses import replace

import pytest

from conferences.rules.preparation import (
    Between,
    ContactFacts,
    ViewsFacts,
    contact_problems,
    views_problems,
)

D = dt.date
DAYS = Between(D(2018, 11, 12), D(2018, 11, 20), D(2018, 11, 26))
TALK = ContactFacts("MET", D(2018, 11, 19), "CHAIR", "Chair Exemplar", "TELEPHONE")
WORDS = ViewsFacts(D(2018, 11, 19), "Worker Exemplar", "I want quiet", "TALK", "YES")


def fields(problems):
    return [one.field for one in problems]


def test_a_talk_and_a_childs_words_that_can_be():
    assert contact_problems(TALK, DAYS) == [] and views_problems(WORDS, DAYS) == []


def test_what_is_missing_is_said_at_once():
    told = contact_problems(ContactFacts(), DAYS)
    assert fields(told) == ["outcome", "contact_date", "maker", "maker_name", "way"]
    assert fields(views_problems(ViewsFacts(), DAYS)) == ["gathered_date", "gatherer", "words"]


@pytest.mark.parametrize(
    ("day", "between", "sentence"),
    [
        (D(2018, 11, 21), DAYS, "today or earlier"),
        (D(2018, 11, 11), DAYS, "on or after 12 November 2018"),
        (D(2018, 11, 27), Between(DAYS.asked, D(2018, 12, 3), DAYS.meets), "on or before 26 November 2018"),
    ],
)
def test_a_day_is_between_the_request_and_the_telling_and_the_meeting(day, between, sentence):
    (one,) = contact_problems(replace(TALK, contact_date=day), between)
    assert sentence in one.sentence and one.field == "contact_date"
    (one,) = views_problems(replace(WORDS, gathered_date=day), between)
    assert sentence in one.sentence and one.field == "gathered_date"


def test_while_there_is_no_meeting_its_day_is_nothing_to_keep_to():
    assert Between(DAYS.asked, D(2019, 2, 1), None).problems("Day", "day", D(2019, 1, 31)) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"way": "MESSAGE"}, "way"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 601}, "minutes"),
        ({"outcome": "FAILED", "seating": "Near the door"}, "seating"),
        ({"outcome": "FAILED", "family_plan": "NONE"}, "family_plan"),
        ({"supporter": "Sam"}, "supporter_kind"),
        ({"supporter_kind": "FRIEND"}, "supporter"),
        ({"family_plan": ""}, "family_plan"),
        ({"family_plan": "HELD"}, "family_plan_date"),
        ({"family_plan_date": D(2018, 11, 1)}, "family_plan"),
        ({"family_plan": "HELD", "family_plan_date": D(2018, 11, 21)}, "family_plan_date"),
    ],
)
def test_what_cannot_be_of_a_contact(change, field):
    assert fields(contact_problems(replace(TALK, **change), DAYS)) == [field]


def test_who_was_not_reached_may_be_tried_by_letter():
    tried = replace(TALK, outcome="FAILED", way="MESSAGE", words="A letter was left")
    assert contact_problems(tried, DAYS) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"none_why": "TOO_YOUNG"}, "none_why"),
        ({"way": ""}, "way"),
        ({"aloud": ""}, "aloud"),
        ({"words": "", "none_why": "TOO_YOUNG"}, "words"),
        ({"words": "", "way": "", "aloud": "", "none_why": "OTHER"}, "none_words"),
        ({"none_words": "She slept"}, "none_why"),
    ],
)
def test_what_cannot_be_of_a_childs_words(change, field):
    assert fields(views_problems(replace(WORDS, **change), DAYS)) == [field]
