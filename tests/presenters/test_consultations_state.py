"""Where a family stands, in words."""

import pytest

from conferences.views.presenters.consultations_state import family_tag, split_line


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
