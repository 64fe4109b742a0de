"""Who said what of a family: read from the lines, the family's first."""

import pytest

from conferences.rules.contributions import Speaker, contributions

ANN = Speaker("Ann Testcase", "Mother", is_family=True)
EDITH = Speaker("Edith Chalkdust", "Headteacher", is_family=False)
PETRA = Speaker("Petra Truncheon", "Police", is_family=False)
ALL = [EDITH, PETRA, ANN]


def told(text, speakers=ALL):
    return [(one.who and one.who.name, one.words) for one in contributions(text, speakers)]


def test_the_family_is_told_first_and_the_others_as_they_were_written():
    text = "Edith: They are tired\n\nAll of us are worried\nMother: I am tired too\nAnn Testcase: I try"
    assert told(text) == [
        ("Ann Testcase", "I am tired too"),
        ("Ann Testcase", "I try"),
        ("Edith Chalkdust", "They are tired"),
        (None, "All of us are worried"),
    ]


@pytest.mark.parametrize(
    "line",
    ["At 10:30 the police came", "Robin: Hello", ": Hello", "Ann:", "One thing is sure: it must stop"],
)
def test_a_line_that_names_nobody_who_took_part_stays_whole(line):
    assert told(line) == [(None, line)]


def test_a_name_that_two_have_is_nobodys():
    other = Speaker("Ann Other", "Mother", is_family=True)
    assert told("Ann: Hello", [*ALL, other]) == [(None, "Ann: Hello")]
    assert told("ann other: Hello", [*ALL, other]) == [("Ann Other", "Hello")]


def test_before_anybody_is_recorded_every_line_stays():
    assert told("Ann: Hello", []) == [(None, "Ann: Hello")] and told("") == []


def test_a_child_speaks_by_their_name_but_for_one_of_the_attendance_who_is_called_so():
    child = Speaker("Amber Testcase", "", is_family=True, is_child=True)
    grown_up = Speaker("Amber Worker", "Social worker", is_family=False)
    assert contributions("Amber: I like it", [child])[0].who == child
    assert contributions("Amber: I like it", [child, grown_up])[0].who == grown_up
    assert contributions("Amber Testcase: I like it", [child, grown_up])[0].who == child
