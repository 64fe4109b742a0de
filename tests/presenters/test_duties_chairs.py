"""How much each chair has, a line a chair."""

import datetime as dt

from conferences.queries.duties_chairs import Load
from conferences.views.presenters.duties_chairs import chairs_table, more_chairs

ON = dt.date(2018, 4, 23)


def test_each_chair_has_a_line_and_nobody_says_so():
    table = chairs_table([Load("Sample Chair", 1, 4, 2)], ON)
    assert [list(row) for row in table.rows] == [["Sample Chair", 1, 4, 2]]
    assert chairs_table([], ON).empty == "No independent chair is in use."


def test_of_many_chairs_those_with_most_are_shown_and_the_others_counted():
    many = [Load(f"Sample Chair{at}", 1, 4, 2) for at in range(23)]
    assert len(chairs_table(many, ON).rows) == 20
    assert more_chairs(many, ON) == "3 more independent chairs with less are not shown here."
    assert more_chairs(many[:21], ON) == "1 more independent chair with less is not shown here."
    assert more_chairs(many[:20], ON) == ""
