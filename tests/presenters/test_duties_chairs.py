"""How much each chair has, a line a chair."""

from conferences.queries.duties_chairs import Load
from conferences.views.presenters.duties_chairs import chairs_table, more_chairs


def test_each_chair_has_a_line_and_nobody_says_so():
    table = chairs_table([Load("Sample Chair", 1, 4, 2)])
    assert [list(row) for row in table.rows] == [["Sample Chair", 1, 4, 2]]
    assert chairs_table([]).empty == "No chair is in use."


def test_of_many_chairs_those_with_most_are_shown_and_the_others_counted():
    many = [Load(f"Sample Chair{at}", 1, 4, 2) for at in range(23)]
    assert len(chairs_table(many).rows) == 20
    assert more_chairs(many) == "3 more chairs with less are not shown here."
    assert more_chairs(many[:21]) == "1 more chair with less is not shown here."
    assert more_chairs(many[:20]) == ""
