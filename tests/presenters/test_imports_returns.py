"""The check of a year's return in words: what touches a figure first, each rule leading to its records."""

import datetime as dt

from conferences.exchange.census.faults import Fault
from conferences.exchange.census.live import Return
from conferences.exchange.census.rulebook import TITLES
from conferences.models import ImportedFile
from conferences.views.presenters import imports_returns as returns
from tests.factories import ChildFactory
from tests.presenters.made import made


def broken(*pairs: tuple[str, str]) -> Return:
    faults = [Fault("NOTED", 0, 0, "", child, rule, "It is so.") for child, rule in pairs]
    return Return(2024, dt.date(2023, 4, 1), dt.date(2024, 3, 31), 3, faults)


FOUND = broken(("FB1", "8770Q"), ("FB2", "8815"), ("FB2", "8770Q"), ("FB1", "2885"), ("", "2883"))


def test_rules_are_in_the_order_to_mend_them_each_with_its_count():
    table = returns.rules_table(FOUND)
    assert [(row[0].text, *row[2:]) for row in table.rows] == [
        ("2883", "Plans open, started and ended", "1"),
        ("2885", "Plans open, started and ended", "1"),
        ("8815", "No figure", "1"),
        ("8770Q", "No figure", "2"),
    ]
    assert table.rows[3][0].href.endswith("?rule=8770Q#faults")
    assert returns.rules_table(broken()).empty == "No rule is broken."


def test_records_are_those_of_the_rule_chosen_or_all():
    assert [fault.child for fault in returns.faults(FOUND, "8770Q")] == ["FB1", "FB2"]
    assert [fault.rule for fault in returns.faults(FOUND, "")][:2] == ["2883", "2885"]


def test_a_record_leads_to_its_child():
    child = made(ChildFactory, la_child_id="FB1")
    table = returns.faults_table(returns.faults(FOUND, "")[:2], {"FB1": child}, "2885")
    assert [row[0].text for row in table.rows] == ["The whole return", "FB1"]
    assert table.rows[1][0].href.endswith(str(child.ref)) and table.rows[0][0].href == ""
    assert table.caption == f"Rule 2885: {TITLES['2885']}"


def test_two_years_can_be_chosen_and_those_of_the_files():
    links = returns.years(FOUND, 2025)
    assert [(link.text, link.current) for link in links] == [
        ("Year to 31 March 2025", False),
        ("Year to 31 March 2024", True),
    ]
    links = returns.years(FOUND, 2027, [2022, 2024])
    assert [link.text[-4:] for link in links] == ["2027", "2026", "2024", "2022"]


def test_what_cannot_be_asked_is_said_with_why_and_where_it_was():
    assert returns.not_asked(None) == (
        "17 rules on assessments cannot be asked of the record: assessments are not kept here. They are asked"
        " when a census is read."
    )
    file = ImportedFile()
    assert returns.not_asked(file).endswith("They were asked of the year’s census when it was read.")
    for one, says in ((file, "Rule 1103 in that file"), (None, "No census of the year is kept")):
        rows = returns.not_asked_table(one).rows
        assert len(rows) == 17 and rows[0][0] == "1103"
        assert getattr(rows[0][2], "text", rows[0][2]) == says


def test_a_fault_of_a_child_out_of_sight_is_in_no_list():
    child = made(ChildFactory, la_child_id="FB1")
    shown = returns.faults(FOUND, "")
    assert [row[0].text for row in returns.faults_table(shown, {"FB1": child}, "").rows] == [
        "The whole return",
        "FB1",
        "FB1",
    ]
    assert [row[0] for row in returns.csv_rows(shown, {"FB1": child})] == ["Child", "", "FB1", "FB1"]
    assert returns.csv_href(FOUND, "2885").endswith("/csv?rule=2885")
