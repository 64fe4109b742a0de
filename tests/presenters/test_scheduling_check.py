"""What is said before a conference is put into the diary: each limit that it passes, in a sentence."""

import datetime as dt

import pytest

from conferences.rules.local_days import LocalDay
from conferences.rules.scheduling import Window
from conferences.views.presenters.scheduling_check import NOT_THOUGHT, check_lines
from tests.factories import (
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    FamilyConsultationFactory,
    RequestedChildFactory,
    ThinkingTimeFactory,
)
from tests.presenters.made import made

D = dt.date
FIRST, LAST, ON = D(2018, 4, 11), D(2018, 4, 30), D(2018, 4, 10)
IN_TIME = D(2018, 4, 24)
WINDOW = Window(FIRST, LAST, "15 working days from Monday 9 April 2018", (), D(2018, 5, 14))


def consulted(name, state, *answers):
    child = made(ChildFactory, given_names=name, family_name="Testcase")
    asked, within = made(RequestedChildFactory, child=child), made(FamilyConsultationFactory)
    given = [made(ConsultationAnswerFactory, answer=answer) for answer in answers]
    of = {"child": child, "requested_child": asked, "within": within, "answers": given}
    return made(ConsultationFactory, state=state, **of)


def lines(meets=IN_TIME, children=(), owed=(), around=()):
    return check_lines(meets, WINDOW, children, owed, around, ON)


def test_nothing_is_said_where_no_limit_is_passed():
    agreed = consulted("Amber", "AGREED", "AGREE")
    reports = LocalDay("Reports reach the unit", ON, "2 working days before")
    assert lines(children=[agreed], around=[reports]) == []


@pytest.mark.parametrize(
    ("meets", "words"),
    [
        (D(2018, 5, 2), "The conference is 2 working days after the last day by law, Monday 30 April 2018."),
        (ON, "The conference is before the first day of its time, Wednesday 11 April 2018."),
    ],
)
def test_a_conference_outside_its_window_is_said_to_be(meets, words):
    assert lines(meets) == [words]


def test_where_each_child_s_consultation_stands_is_said_with_the_names():
    children = [
        consulted("Amber", "ASKED"),
        consulted("Bryn", "MORE_INFORMATION", "MORE_INFORMATION"),
        consulted("Cleo", "ANOTHER_WAY", "ANOTHER_WAY"),
        consulted("Dee", "AGREED", "AGREE_LEGAL"),
        consulted("Eve", "AGREED", "AGREE"),
    ]
    assert lines(children=children) == [
        "The re-plan consultation is not decided yet for Amber Testcase and Bryn Testcase.",
        "Another way than a conference was decided for Cleo Testcase.",
        "A legal planning meeting was asked for beside the conference, for Dee Testcase.",
    ]


def test_thinking_time_that_is_owed_is_said_with_why():
    (told,) = lines(owed=[made(ThinkingTimeFactory)])
    assert told == f"{NOT_THOUGHT} The child was on a plan before."


def test_local_limits_that_are_missed_or_past_are_said():
    around = [
        LocalDay("Reports reach the unit", D(2018, 4, 9), "2 working days before"),
        LocalDay("The initial conference on Amber, expected on 3 May 2018", D(2018, 4, 20), "", True),
    ]
    assert lines(around=around) == [
        "Reports reach the unit by Monday 9 April 2018 (a local limit): that day has passed.",
        "The initial conference on Amber, expected on 3 May 2018, should be held by Friday 20 April 2018"
        " (a local limit): the conference is later.",
    ]
