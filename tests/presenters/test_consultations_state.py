"""Where a family stands, in words."""

import datetime as dt

import pytest

from conferences.queries.days import Day
from conferences.rules.days import Told
from conferences.views.presenters.consultations_state import (
    another_way_line,
    consulted_rows,
    family_tag,
    split_line,
)
from tests.factories import (
    ChildFactory,
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
    assert family_tag(states).text == words


def test_who_goes_which_way_is_told_of_a_split_alone():
    states = {"Amber": "AGREED", "Rowan": "AGREED", "Wren": "ANOTHER_WAY", "Ash": "CLOSED"}
    assert split_line(states) == "Conference agreed for Amber and Rowan; Another way decided for Wren."
    assert split_line({"Amber": "AGREED", "Ash": "CLOSED"}) == ""


ON = dt.date(2018, 4, 10)


def asked(name, state):
    child = made(ChildFactory, given_names=name, family_name="Testcase")
    within, requested = made(FamilyConsultationFactory), made(RequestedChildFactory, child=child)
    return made(ConsultationFactory, child=child, within=within, requested_child=requested, state=state)


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
