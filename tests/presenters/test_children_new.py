"""Who may be the child that is about to be added."""

import datetime as dt

from conferences.views.presenters.children_new import namesake_table
from tests.factories import ChildFactory
from tests.presenters.made import cells, made


def test_each_is_told_with_its_day_and_number():
    born = made(ChildFactory, given_names="Amber", birth_date=dt.date(2012, 5, 4))
    unborn = made(ChildFactory, unborn=True)
    first, second = cells(namesake_table([born, unborn]))
    assert first[1:] == ["4 May 2012", born.la_child_id] and "Amber" in first[0]
    assert second[1] == "1 September 2018" and "Unborn" in second[0]
