"""What a census file would change, in words: counts, lists, figures before and after, answers."""

import datetime as dt

from conferences.models import ImportChange, ImportQuestion
from conferences.queries.imports_changes import ChangeRow, QuestionRow
from conferences.rules.measures_catalogue import measure
from conferences.views.presenters import imports_changes
from tests.factories import ChildFactory, ImportedFileFactory
from tests.presenters.made import made

COUNTS = {("plans", "CHANGED"): 1200, ("plans", "MOVED"): 1, ("children", "CHANGED"): 3}


def test_the_counts_stand_by_record_and_way():
    file = made(ImportedFileFactory, counts={"children": {"added": 0}, "plans": {"added": 4}})
    rows = imports_changes.counts_table(file, COUNTS).rows
    assert rows == [
        ["Children", "0", "3", "0", "0", "0"],
        ["Child protection plans", "4", "1,200", "0", "1", "0"],
    ]


def test_each_list_that_has_rows_is_named_once():
    links = imports_changes.lists(made(ImportedFileFactory), COUNTS, {"BENT": 2}, 1, "MOVED")
    words = ["Questions (1)", "Changed (1,203)", "Moved (1)", "Taken with a change (2)"]
    assert [link.text for link in links] == words
    assert [link.current for link in links] == [False, False, True, False]


def test_a_change_says_what_was_and_is():
    change = ImportChange(kind="plans", how="CHANGED", number="FB1", day=dt.date(2023, 6, 14), now="ended")
    (row,) = imports_changes.changes_table([ChangeRow(change, None)], "CHANGED").rows
    assert (row[0].text, *row[1:]) == ("FB1", "Child protection plan of 14 June 2023", "Nothing", "ended")


def test_only_figures_that_change_are_shown_and_unknown_is_said():
    figures = {"before": {"plans_open": [None, None]}, "after": {"plans_open": [2, None]}}
    (row,) = imports_changes.figures_table(figures).rows
    assert row[1:] == ["Not known", "2"]
    assert imports_changes.figures_table({}).empty == "No figure would change."
    assert imports_changes.figure_words(measure("plans_open"), None) == "Not known"


def test_a_figure_says_of_how_many_it_is_not_known():
    repeats = measure("repeat_within_24_months")
    assert imports_changes.figure_words(repeats, [0, 60, 21, 21]) == "Not known for 21 of 21"
    assert imports_changes.figure_words(repeats, [4, 60, 3, 21]) == "4 of 60, not known for 3 of 21"


def test_what_a_file_does_not_tell_says_how_it_stood():
    stood = {("WITHDRAWN", "ended 3 May 2024"): "Ended 3 May 2024", ("STANDS", ""): "Recorded"}
    stood[("UNTOLD", "")] = "Open"
    for (how, was), words in stood.items():
        change = ImportChange(kind="plans", how=how, number="FB1", day=dt.date(2023, 6, 14), was=was)
        table = imports_changes.changes_table([ChangeRow(change, None)], how)
        assert ([column.label for column in table.columns][2:], table.rows[0][2:]) == (
            ["How it stood"],
            [words],
        )


def test_until_a_question_is_answered_the_first_answer_stands():
    choices = [["OPEN", "It is still open"], ["ENDED", "It ended on a day"]]
    question = ImportQuestion(pk=1, fact="plans", number="FB1", sentence="Asked.", choices=choices)
    file, child = made(ImportedFileFactory), made(ChildFactory)
    (row,) = imports_changes.questions_table(file, [QuestionRow(question, child)]).rows
    assert row[3] == "Not yet. Until then: it is still open"
    question.answer, question.answer_day = "ENDED", dt.date(2024, 5, 1)
    assert imports_changes.answer_words(question) == "It ended on a day: 1 May 2024"


def test_work_in_the_way_is_named_of_children_in_sight_alone():
    child = made(ChildFactory)
    lines = imports_changes.standing_lines([("FB1", "the record"), ("FB2", "the record")], {"FB1": child})
    assert [line["number"] for line in lines] == ["FB1"]


def test_of_what_moved_the_days_are_told():
    moved = ImportChange(
        kind="plans", how="MOVED", number="FB001", was="day 1 May 2023", now="day 2 May 2023"
    )
    assert imports_changes.changes_table([ChangeRow(moved, None)], "MOVED").rows[0][2:] == [
        "1 May 2023",
        "2 May 2023",
    ]
