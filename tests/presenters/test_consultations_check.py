"""A decision on a family as it is checked: each child with what its answer needs."""

import datetime as dt

from conferences.operations.consultations_deciding import ChildAnswer, Condition
from conferences.rules.consultations import Answer, Way
from conferences.views.presenters import consultations_check as check
from tests.presenters.made import said
from tests.presenters.test_consultations import child

ON = dt.date(2018, 4, 11)


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


def test_a_split_and_who_is_left_are_told_before_it_is_confirmed():
    amber, wren = child(), child("Wren")
    both = {one.pk: one for one in (amber, wren)}
    agree, legal = ChildAnswer(Answer.AGREE), ChildAnswer(Answer.AGREE_LEGAL)
    assert "go different ways" in check.split_words(both, {amber.pk: agree, wren.pk: legal})
    assert check.split_words(both, {amber.pk: agree}) == "Wren Testcase is left without a decision for now."
    assert check.split_words(both, {amber.pk: agree, wren.pk: agree}) == ""
