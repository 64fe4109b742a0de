"""Where a family stands, in words."""

import datetime as dt

import pytest

from conferences.queries.days import Day
from conferences.rules.days import Told
from conferences.views.presenters.consultations_state import (
    another_way_line,
    consultation_tag,
    consulted_rows,
    family_tag,
    split_line,
)
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    RequestedChildFactory,
)
from tests.presenters.made import made


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (["ASKED"], "Waiting for a decision"),
        (["AGREED", "ANOTHER_WAY"], "Split decision"),
        (["AGREED", "ASKED", "ASKED"], "Decided for 1 of 3"),
        (["ESCALATED"], "Escalated"),
    ],
)
def test_a_family_is_told_where_it_stands(states, words):
    assert family_tag([asked("Amber", state) for state in states]).text == words


def test_who_goes_which_way_is_told_of_a_split_alone():
    ways = [("Amber", "AGREED"), ("Rowan", "AGREED"), ("Wren", "ANOTHER_WAY"), ("Ash", "CLOSED")]
    assert split_line([asked(*one) for one in ways]) == (
        "Conference agreed for Amber Testcase and Rowan Testcase; Another way decided for Wren Testcase."
    )
    assert split_line([asked("Amber", "AGREED"), asked("Ash", "CLOSED")]) == ""


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (["AGREE"], "Conference agreed"),
        (["AGREE_LEGAL"], "Conference agreed, with a legal planning meeting"),
        (["AGREE_LEGAL", "AGREE"], "Conference agreed"),
        (["MORE_INFORMATION", "AGREE_LEGAL"], "Conference agreed, with a legal planning meeting"),
        (["PARTNER_RIGHT"], "Conference by a partner agency’s right"),
        ([], "Conference agreed"),
    ],
)
def test_what_a_conference_is_agreed_with_is_told_of_the_child_and_of_the_family(answers, words):
    one = asked("Amber", "AGREED", *answers)
    assert consultation_tag(one).text == family_tag([one, one]).text == words
    assert family_tag([one, asked("Ash", "CLOSED")]).text == words
    assert split_line([one, one]) == ""


def test_what_waits_is_told_as_waiting_whatever_was_answered_before():
    assert consultation_tag(asked("Amber", "ASKED", "AGREE_LEGAL")).text == "Waiting for the answer"


def test_a_legal_planning_meeting_for_some_is_no_split_and_is_told_with_their_names():
    children = [asked("Amber", "AGREED", "AGREE"), asked("Rowan", "AGREED", "AGREE_LEGAL")]
    assert family_tag(children).text == "Conference agreed, 1 with a legal planning meeting"
    assert family_tag(children).colour == "green"
    assert split_line(children) == (
        "Conference agreed for Amber Testcase;"
        " Conference agreed, with a legal planning meeting, for Rowan Testcase."
    )
    wren = asked("Wren", "AGREED", "PARTNER_RIGHT")
    assert family_tag([*children, wren]).text == (
        "Conference agreed, 1 with a legal planning meeting and 1 by a partner agency’s right"
    )
    split = [children[1], asked("Wren", "ANOTHER_WAY", "ANOTHER_WAY")]
    assert family_tag(split).text == "Split decision"
    assert split_line(split).startswith("Conference agreed, with a legal planning meeting, for Rowan")


ON = dt.date(2018, 4, 10)


def asked(name, state, *answers):
    child = made(ChildFactory, given_names=name, family_name="Testcase")
    within, requested = made(FamilyConsultationFactory), made(RequestedChildFactory, child=child)
    given = [made(ConsultationAnswerFactory, answer=answer) for answer in answers]
    return made(
        ConsultationFactory, child=child, within=within, requested_child=requested, state=state, answers=given
    )


def test_a_meeting_says_who_goes_which_way_and_how_many_days_are_left():
    children = [asked("Amber", "AGREED"), asked("Rowan", "AGREED"), asked("Wren", "ASKED")]
    decide = {children[2].pk: Day(Told(dt.date(2018, 4, 12), ""))}
    (row,) = consulted_rows(dict(enumerate(children)), decide, ON)
    assert row.value == (
        "Conference agreed for Amber Testcase and Rowan Testcase; Waiting for the answer for Wren Testcase."
        " Decide by Thursday 12 April 2018, 2 working days left."
    )
    assert consulted_rows({}, {}, ON) == []


def test_a_child_for_whom_another_way_was_decided_is_named_before_anything_is_recorded():
    assert another_way_line([asked("Amber", "AGREED")]) == ""
    told = another_way_line([asked("Amber", "AGREED"), asked("Wren", "ANOTHER_WAY")])
    assert "decided for Wren Testcase." in told and "Amber" not in told
