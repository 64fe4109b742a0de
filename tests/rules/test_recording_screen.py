"""Which lines may stand on the screen in the room."""

from conferences.rules.contributions import Contribution, Speaker
from conferences.rules.recording_screen import is_safe, safe_lines

ANN = Speaker("Ann Testcase", "", is_family=True)
HIDDEN = ["7 Motherlane", "ZZ91 1MM"]


def test_a_line_with_a_confidential_address_is_left_out_and_the_others_stay():
    lines = [Contribution("We are tired"), Contribution("He came to 7, motherlane", ANN)]
    assert safe_lines(lines, HIDDEN) == lines[:1]
    assert safe_lines(lines, []) == lines
    assert not is_safe("near zz911mm", HIDDEN)


def test_an_address_across_two_lines_leaves_them_all_out():
    assert safe_lines([Contribution("I live at 7"), Contribution("Motherlane")], HIDDEN) == []
