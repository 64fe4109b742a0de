"""A decision on a family as it is checked: each child with what its answer needs."""

import datetime as dt

import pytest

from conferences.operations.consultations_deciding import ChildAnswer, Condition
from conferences.rules.consultations import Answer, Way
from conferences.views.presenters import consultations_check as check
from tests.factories import ConsultationAnswerFactory
from tests.presenters.made import made, said
from tests.presenters.test_consultations import child

ON = dt.date(2018, 4, 11)


def answered(answer):
    return made(ConsultationAnswerFactory, answer=answer)


def test_a_decision_is_checked_child_by_child_with_what_it_needs():
    amber, wren = child(), child("Wren")
    way = ChildAnswer(Answer.ANOTHER_WAY, "b", "a", Way.NAMED_SUPPORT, lead_words="c", review_date=ON)
    cards = check.checked(
        [amber, wren],
        answers={amber.pk: way},
        conditions=[Condition("Offer it.", None, "Mx Sample", ON)],
        because="",
        for_another=None,
        act=None,
    )
    assert [row.key for row in cards[0]["rows"]] == [
        "Decision",
        "Which way",
        "Support",
        "Led by",
        "Reviewed",
        "Reasons",
    ]
    assert said(cards[1]["rows"]) == {"Decision": "None now"}
    assert said(cards[2]["rows"]) == {"Condition": "Offer it. Mx Sample, by 11 April 2018"}


def test_a_decision_that_is_not_replaced_is_said_to_stay():
    amber, wren = child(), child("Wren", state="AGREED", answers=[answered("AGREE_LEGAL")])
    cards = check.checked(
        [amber, wren],
        answers={amber.pk: ChildAnswer(Answer.AGREE)},
        conditions=[],
        because="",
        for_another=None,
        act=None,
    )
    assert said(cards[1]["rows"]) == {"Decision": "Not changed: Agree, with a legal planning meeting"}


def test_a_split_and_who_is_left_are_told_before_it_is_confirmed():
    amber, wren = child(), child("Wren")
    both = {one.pk: one for one in (amber, wren)}
    agree, other = ChildAnswer(Answer.AGREE), ChildAnswer(Answer.ANOTHER_WAY)
    assert "go different ways" in check.split_words(both, {amber.pk: agree, wren.pk: other})
    assert check.split_words(both, {amber.pk: agree}) == "Wren Testcase is left without a decision for now."
    assert check.split_words(both, {amber.pk: agree, wren.pk: agree}) == ""


def test_what_the_pages_show_as_one_way_is_promised_as_no_split():
    amber, wren = child(), child("Wren")
    answers = {amber.pk: ChildAnswer(Answer.AGREE), wren.pk: ChildAnswer(Answer.AGREE_LEGAL)}
    told = check.split_words({one.pk: one for one in (amber, wren)}, answers)
    assert told == "The children do not all have the same answer."


@pytest.mark.parametrize(
    ("state", "answer", "told"),
    [
        ("AGREED", Answer.AGREE, ""),
        ("AGREED", Answer.ANOTHER_WAY, "go different ways"),
        ("ANOTHER_WAY", Answer.AGREE, "go different ways"),
    ],
)
def test_a_decision_that_stays_counts_in_a_split_and_is_not_left_out(state, answer, told):
    amber, wren = child(), child("Wren", state=state)
    words = check.split_words({one.pk: one for one in (amber, wren)}, {amber.pk: ChildAnswer(answer)})
    assert told in words and bool(words) == bool(told)
