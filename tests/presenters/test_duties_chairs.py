"""How much each chair has, a line a chair."""

from conferences.queries.duties_chairs import Load
from conferences.views.presenters.duties_chairs import chairs_table


def test_each_chair_has_a_line_and_nobody_says_so():
    table = chairs_table([Load("Sample Chair", 1, 4, 2)])
    assert [list(row) for row in table.rows] == [["Sample Chair", 1, 4, 2]]
    assert chairs_table([]).empty == "No chair is in use."
