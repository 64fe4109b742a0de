"""What a family's children come to, by hand."""

import datetime as dt

import pytest

from conferences.rules.consultations import (
    AGREED_AS,
    AGREED_FOR_SOME,
    LEADS_TO,
    Answer,
    ConsultationState,
    FamilyState,
    Stands,
    agreed_words,
    family_standing,
    is_baby,
    is_unchanged,
    split_sets,
)
from safeguarding.workingdays import add_days, add_months


@pytest.mark.parametrize(
    ("states", "state", "decided", "number"),
    [
        ([], FamilyState.CLOSED, 0, 0),
        (["RAISED"], FamilyState.RAISED, 0, 1),
        (["ASKED", "RAISED"], FamilyState.RAISED, 0, 2),
        (["ASKED", "ASKED"], FamilyState.ASKED, 0, 2),
        (["ASKED", "MORE_INFORMATION"], FamilyState.MORE_INFORMATION, 0, 2),
        (["MORE_INFORMATION", "ESCALATED"], FamilyState.ESCALATED, 0, 2),
        (["AGREED", "ASKED", "ASKED"], FamilyState.PARTLY, 1, 3),
        (["AGREED", "ANOTHER_WAY", "ASKED"], FamilyState.PARTLY, 2, 3),
        (["AGREED", "AGREED"], FamilyState.AGREED, 2, 2),
        (["AGREED", "ANOTHER_WAY"], FamilyState.SPLIT, 2, 2),
        (["AGREED", "CLOSED"], FamilyState.AGREED, 1, 1),
        (["ANOTHER_WAY"], FamilyState.ANOTHER_WAY, 1, 1),
        (["CLOSED", "CLOSED"], FamilyState.CLOSED, 0, 0),
    ],
)
def test_a_family_stands_where_its_children_do(states, state, decided, number):
    found = family_standing(states)
    assert (found.state, found.decided, found.number) == (state, decided, number)


def test_who_goes_which_way_is_told_in_order():
    agreed, another = Stands("AGREED", "AGREE"), Stands("ANOTHER_WAY", "ANOTHER_WAY")
    sets = split_sets({"Amber": agreed, "Wren": another, "Rowan": agreed})
    assert sets == {"Conference agreed": ["Amber", "Rowan"], "Another way decided": ["Wren"]}


def test_every_answer_that_agrees_a_conference_is_told_in_words_of_its_own():
    assert set(AGREED_AS) == {answer for answer, state in LEADS_TO.items() if state == "AGREED"}
    assert len(set(AGREED_AS.values())) == len(AGREED_AS)
    assert set(AGREED_FOR_SOME) == set(AGREED_AS) - {Answer.AGREE}
    for answer, told in AGREED_AS.items():
        stands = Stands("AGREED", answer)
        assert stands.words == told and agreed_words([stands, Stands("CLOSED")]) == told


@pytest.mark.parametrize("answer", ["", *Answer])
@pytest.mark.parametrize("state", [state for state in ConsultationState if state != "AGREED"])
def test_what_is_not_agreed_is_told_by_its_state(state, answer):
    assert Stands(state, answer).words == ConsultationState(state).label


def test_every_answer_leads_somewhere():
    assert set(LEADS_TO) == set(Answer)


def test_the_last_reviews_left_the_plan_as_it_was():
    assert is_unchanged(["NEG", "NEG", "NEG"], 2) and is_unchanged(["PHY", "NEG", "NEG", "NEG"], 2)
    assert not is_unchanged(["NEG", "NEG"], 2) and not is_unchanged(["NEG", "NEG", "EMO"], 2)
    assert not is_unchanged(["", "", ""], 2) and not is_unchanged(["NEG", "NEG", "NEG"], 0)


@pytest.mark.parametrize("months", [1, 12])
def test_a_baby_is_unborn_or_younger_than_so_many_months(months):
    born = dt.date(2018, 1, 31)
    last = add_days(add_months(born, months), -1)
    assert is_baby(None, months, last) and is_baby(born, months, last)
    assert not is_baby(born, months, add_days(last, 1)) and not is_baby(None, 0, last)
