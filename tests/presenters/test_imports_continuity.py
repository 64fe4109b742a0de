"""Who is missing from a census, in words: how many, of which census, what was open, and none where none."""

import datetime as dt

from conferences.models import ImportedChild, ImportedFile
from conferences.queries.imports_continuity import Continuity, Missing
from conferences.views.presenters import imports_continuity as presenter
from safeguarding.workingdays import Period
from tests.factories import ChildFactory
from tests.presenters.made import made

BEFORE = ImportedFile(reference_date=dt.date(2023, 3, 31))
NOBODY = ImportedChild.objects.none()
YEAR = Period.year(2024)
NONE = {"plans": (), "section_47": (), "in_need_plans": (), "need_episodes": ()}


def found(total, before=BEFORE, **counts):
    return Continuity(before, total, counts, NOBODY)


def test_how_many_are_missing_is_said_with_the_census_that_told_of_them():
    then = "an open case in the census of 31 March 2023"
    assert presenter.sentence(found(2), YEAR) == f"2 children who had {then} are not in this file."
    assert presenter.sentence(found(1), YEAR) == f"1 child who had {then} is not in this file."
    assert presenter.sentence(found(0), YEAR) == f"No child who had {then} is missing from this file."
    assert "nobody can be missing" in presenter.sentence(found(0, None), YEAR)


def test_days_between_two_censuses_are_said_to_be_where_it_may_have_ended():
    words = presenter.sentence(found(2), Period.year(2025))
    assert words.endswith(
        "No census of 1 April 2023 to 31 March 2024 is kept here: what was open may have ended in those days."
    )
    assert "No census" not in presenter.sentence(found(2), YEAR)


def test_children_are_counted_by_what_was_open():
    rows = presenter.counts_table(found(1200, plans=1200, need_episodes=3)).rows
    assert [row[1] for row in rows] == ["1,200", "0", "0", "3"]


def test_each_child_is_led_to_with_what_was_open_and_since_when():
    child = made(ChildFactory, la_child_id="FB1")
    days = (dt.date(2022, 9, 1), dt.date(2022, 5, 2))
    one = Missing(child, NONE | {"plans": days[:1], "section_47": days})
    row = presenter.rows_table([one]).rows[0]
    assert row[0].href.endswith(str(child.ref)) and row[1] == "FB1"
    assert row[2] == "plan since 1 September 2022; section 47 of 2 May 2022 and 1 September 2022"
    assert presenter.rows_table([]).empty == "No child with an open case is missing."
    lines = list(presenter.csv_rows([one]))
    assert len(lines[0]) == 5 and lines[1] == ["FB1", "2022-09-01", "2022-05-02 2022-09-01", "", ""]
