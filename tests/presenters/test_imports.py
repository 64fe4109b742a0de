"""A census file in words: where it stands, what it held, and which rules it broke about whom."""

import datetime as dt

import pytest
from django.core.paginator import Paginator

from conferences.exchange.census.rulebook import TITLES, TOUCHES
from conferences.queries.imports import FaultPage, FaultRow, RuleCount
from conferences.views.presenters import imports
from tests.factories import ChildFactory, ImportedFileFactory, ImportFaultFactory
from tests.presenters.made import cells, made, said

RULES = [RuleCount("8925", "REFUSED", 1200), RuleCount("8940", "NOTED", 3), RuleCount("8925", "NOTED", 1)]


def found(rules=(), rows=()):
    return FaultPage(list(rules), list(rows), Paginator([], 1).get_page(1))


@pytest.mark.parametrize(
    ("status", "page", "colour", "words"),
    [
        ("WAITING", "import_progress", "blue", "Waiting to be read"),
        ("READING", "import_progress", "blue", "Being read"),
        ("READ", "import_report", "green", "Kept"),
        ("REFUSED", "import_report", "red", "Refused"),
    ],
)
def test_a_file_leads_to_its_progress_and_later_to_its_report(status, page, colour, words):
    file = made(ImportedFileFactory, status=status)
    (row,) = imports.files_table([file]).rows
    assert row[0].href == imports.reverse(page, args=[file.ref])
    assert row[1] == "Not known" and row[4].tag.colour == colour
    assert row[4].tag.text == words


def test_no_file_yet_says_what_to_begin_with():
    assert imports.files_table([]).empty.endswith("Start with the latest census. Earlier years can follow.")


def test_a_file_that_was_read_tells_its_council_and_year():
    facts = {"authority": "358", "collection_year": 2018, "reference_date": dt.date(2018, 3, 31)}
    rows = said(imports.summary(made(ImportedFileFactory, **facts)))
    assert rows["Local authority"] == "Trafford (358)" and rows["Reference date"] == "31 March 2018"
    unnamed = said(imports.summary(made(ImportedFileFactory)))
    assert (unnamed["Local authority"], unnamed["Census year"]) == ("Not named", "Not named")


def test_a_file_that_was_not_read_tells_only_who_uploaded_it():
    rows = said(imports.summary(made(ImportedFileFactory, status="REFUSED")))
    assert list(rows) == ["File", "Uploaded"]
    assert rows["Uploaded"].startswith("9 April 2018 at 1pm by ")


def test_the_counts_stand_in_their_order_whatever_the_file_s():
    counts = {
        "plans": {"read": 1234, "added": 30, "changed": 0, "moved": 1, "taken_away": 4},
        "children": {"read": 2000, "added": 1, "changed": 2},
    }
    table = imports.counts_table(made(ImportedFileFactory, counts=counts))
    heads = ["Record", "Read", "Added", "Changed", "Moved", "Taken away"]
    assert [column.label for column in table.columns] == heads
    assert table.rows == [
        ["Children", "2,000", "1", "2", "0", "0"],
        ["Child protection plans", "1,234", "30", "0", "1", "4"],
    ]


def test_the_figures_of_a_file_are_those_of_its_year():
    file = made(ImportedFileFactory, reference_date=dt.date(2018, 3, 31))
    assert imports.figures_href(file).endswith(f"?file={file.ref}&from=2017-04-01&to=2018-03-31")
    undated = made(ImportedFileFactory)
    assert imports.figures_href(undated).endswith(f"?file={undated.ref}")


def test_each_kind_of_fault_that_there_is_can_be_chosen_with_its_count():
    links = imports.kinds(made(ImportedFileFactory), found(RULES), "NOTED")
    assert [link.text for link in links] == ["All (1,204)", "Not taken (1,200)", "To check (4)"]
    assert [link.current for link in links] == [False, False, True]
    assert links[2].href.endswith("?kind=NOTED#faults")


def test_the_rules_are_those_of_the_kind_chosen_each_leading_to_its_records():
    file = made(ImportedFileFactory)
    table = imports.rules_table(file, found(RULES), "NOTED")
    assert [row[0].text for row in table.rows] == ["8940", "8925"]
    assert table.rows[1][0].href.endswith("?kind=NOTED&rule=8925#faults")
    assert cells(table)[1][1:] == [TITLES["8925"], TOUCHES["8925"], "To check", "1"]
    assert imports.rules_table(file, found(), "").empty == "No rule was broken."


def test_of_a_child_out_of_sight_no_more_is_said_than_the_rule():
    secret = {"la_child_id": "FB1", "sentence": "The plan of FB1 ends before it starts."}
    child = made(ChildFactory, la_child_id="FB1")
    seen, hidden, nobody = (
        FaultRow(made(ImportFaultFactory, **secret), child),
        FaultRow(made(ImportFaultFactory, **secret), None),
        FaultRow(made(ImportFaultFactory, sentence="The heading lacks a year."), None),
    )
    table = imports.faults_table(found(rows=[seen, hidden, nobody]), "8925")
    assert [row[1] for row in cells(table)] == ["FB1", "Not shown", ""]
    assert table.rows[0][1].href.endswith(str(child.ref)) and table.rows[1][1].href == ""
    assert [row[3] for row in cells(table)] == [
        secret["sentence"],
        TITLES["8925"],
        "The heading lacks a year.",
    ]


def test_the_faults_are_headed_by_the_rule_that_was_chosen():
    assert imports.faults_table(found(), "8925").caption == f"Rule 8925: {TITLES['8925']}"
    assert imports.faults_table(found(), "").caption == "Line by line"


def test_what_touches_a_figure_is_the_first_to_mend():
    rules = [
        RuleCount("8770Q", "NOTED", 90),
        RuleCount("8815", "NOTED", 80),
        RuleCount("8930", "NOTED", 5),
        RuleCount("8940", "REFUSED", 1),
    ]
    table = imports.rules_table(made(ImportedFileFactory), found(rules), "")
    assert [row[0].text for row in table.rows] == ["8940", "8930", "8815", "8770Q"]
    assert [row[2] for row in table.rows][1:] == ["Plans open, started and ended", "No figure", "No figure"]


def test_a_place_is_told_by_line_column_and_path_and_of_nobody_by_its_line():
    placed = {"la_child_id": "FB1", "line": 1, "col": 1204, "path": "Child[3]/CINdetails[1]"}
    rows = [FaultRow(made(ImportFaultFactory, **placed), child) for child in (made(ChildFactory), None)]
    places = [row[0] for row in imports.faults_table(found(rows=rows), "").rows]
    assert places == ["Line 1, column 1,204, Child[3]/CINdetails[1]", "Line 1"]
