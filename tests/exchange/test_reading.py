"""What other systems write for a date, a number, a name or an end of line: read where it is clear, else said
by name and place.
"""

import datetime as dt
import re

import pytest

from conferences.exchange.census.file_checks import check_head
from conferences.exchange.census.values import as_date, whole
from safeguarding.refusals import Refused
from tests.exchange.census import (
    ORDINARY,
    census,
    child,
    episode,
    header,
    judged,
    plan,
    s47,
    taken,
)

MAY = dt.date(2023, 5, 30)
MARK = b"\xef\xbb\xbf"


def of(xml: str):
    """The only child of a file, and its faults."""
    children, faults = judged(census(xml))
    return children[0], faults


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023-05-30", MAY),
        ("2023-05-30Z", MAY),
        ("2023-05-30+01:00", MAY),
        ("2023-05-30-11:00", MAY),
        ("2023-05-30T09:00:00", MAY),
        ("2023-05-30 23:59:59.999", MAY),
        # A moment told in UTC is a day of London's: an hour later in summer, the same in winter.
        ("2023-05-29T23:00:00Z", MAY),
        ("2023-05-30T22:59:59Z", MAY),
        ("2023-01-10T23:30:00Z", dt.date(2023, 1, 10)),
        ("2023-05-30T00:30:00+01:00", MAY),
        ("2023-05-30T01:30:00+0300", dt.date(2023, 5, 29)),
        ("30/05/2023", MAY),
        ("30/5/2023 00:00", MAY),
        ("30/05/2023 00:00:00", MAY),
        ("30/05/2023T12:30:00", MAY),
        ("30/05/2023 12:00:00 AM", MAY),
        ("30-05-2023", MAY),
        ("30.05.2023", MAY),
        ("30 May 2023", MAY),
        ("30-MAY-2023", MAY),
        ("05/30/2023", None),
        ("30/05-2023", None),
        ("30/05/23", None),
        ("30 Mai 2023", None),
        ("2023-02-30", None),
        ("2023-02-30T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("2023-05-30T25:00:00Z", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("2023-05-30X", None),
        ("45076", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_each_clear_form(text, day):
    assert as_date(text)[0] == day


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("1.0", 1),
        ("01", 1),
        ("+2", 2),
        ("3.", 3),
        ("1.5", None),
        ("-1", None),
        ("", None),
        ("²", None),
    ],
)
def test_a_whole_number_is_read_in_each_clear_form(text, number):
    assert whole(text) == number


def test_what_a_spreadsheet_made_of_numbers_is_read_and_said():
    xml = census(
        child(
            episode(s47(ICPCnotRequired="0.0"), plan(NumberOfPreviousCPP="1.0"), ReferralSource="6.0"),
            Sex=None,
            GenderCurrent="1.0",
        ),
        Year="2024.0",
        LEA="358.0",
    )
    children, faults = judged(xml)
    found = children[0].episodes[0]
    assert (found.plans[0].previous, found.source, children[0].sex) == (1, "6", "M")
    assert {(f.rule, f.kind) for f in faults} == {
        ("NUMBER", "BENT"),
        ("CODE", "BENT"),
        ("YES-NO", "BENT"),
        ("2887Q", "NOTED"),
    }


@pytest.mark.parametrize(
    ("empty", "filled"),
    [
        ("<CPPendDate/>", "<CPPendDate>2023-12-01</CPPendDate>"),
        ("<CPPendDate></CPPendDate>", "<CPPendDate>2023-12-01</CPPendDate>"),
    ],
)
def test_a_filled_element_is_taken_before_or_after_an_empty_one(empty, filled):
    for fields in (empty + filled, filled + empty):
        found, faults = of(child(episode(plan().replace("<Initial", fields + "<Initial"))))
        assert found.episodes[0].plans[0].end == dt.date(2023, 12, 1)
        assert "REPEATED" in {f.rule for f in faults}


def test_of_two_filled_elements_the_first_is_taken():
    twice = "<CPPendDate>2023-12-01</CPPendDate><CPPendDate>2024-01-01</CPPendDate>"
    found, _ = of(child(episode(plan().replace("<Initial", twice + "<Initial"))))
    assert found.episodes[0].plans[0].end == dt.date(2023, 12, 1)


def test_a_filled_group_is_taken_after_an_empty_one():
    xml = child(episode(s47())).replace("<ChildIdentifiers>", "<ChildIdentifiers/>\n<ChildIdentifiers>")
    assert of(xml)[0].number == "FB001"
    head = header().replace("<Source>", "<Source/><Source>").replace("<Coll", "<CollectionDetails/><Coll", 1)
    children, faults = judged(f"<Message>{head}<Children>{child()}</Children></Message>".encode())
    assert children and not {"LEA", "HEADER", "100"} & {f.rule for f in faults}


@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        ("ChildProtectionPlans", "ChildProtectionPlan", "Child[1]/CINdetails[1]/ChildProtectionPlan[1]"),
        ("ChildProtectionPlans", "childprotectionplans", "Child[1]/CINdetails[1]/childprotectionplans[1]"),
        ("Section47", "section47", "Child[1]/CINdetails[1]/section47[1]"),
        ("Section47", "Sektion47", "Child[1]/CINdetails[1]/Sektion47[1]"),
        ("CINdetails", "CINDetails", "Child[1]/CINDetails[1]"),
        ("Reviews", "Review", "Child[1]/CINdetails[1]/ChildProtectionPlans[1]/Review[1]"),
        ("CPPstartDate", "CPPStartDate", "Child[1]/CINdetails[1]/ChildProtectionPlans[1]"),
        ("PersonBirthDate", "PersonBirthdate", "Child[1]/ChildIdentifiers[1]"),
    ],
)
def test_an_element_of_another_name_is_refused_by_name_and_place(right, wrong, path):
    whole = child(episode(s47(), plan("2023-09-01")))
    _, faults = of(re.sub(rf"(</?){right}\b", rf"\1{wrong}", whole))
    found = [f for f in faults if f.rule == "ELEMENT"]
    assert [(f.kind, f.child, f.path) for f in found] == [("REFUSED", "FB001", path)]
    assert wrong in found[0].sentence and f"the census has {right}." in found[0].sentence


def test_a_record_in_a_place_where_none_is_read_is_refused():
    _, faults = of(child(episode()).replace("</Child>", s47() + "</Child>"))
    assert [(f.kind, f.path) for f in faults if f.rule == "ELEMENT"] == [("REFUSED", "Child[1]/Section47[1]")]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("Children", "children"), ("Child", "child"), ("Header", "header"), ("Child", "CHILD")],
)
def test_a_file_whose_children_stand_under_another_name_is_refused(right, wrong):
    xml = re.sub(rb"(</?)%b>" % right.encode(), rb"\1%b>" % wrong.encode(), census(ORDINARY))
    with pytest.raises(Refused, match=f"“{wrong}”, where a census has {right}"):
        judged(xml)


ONE_LINE = census(child(), ORDINARY.replace("FB001", "FB002"), child(LAchildID="FB002")).replace(b"\n", b"")


def test_one_long_line_breaks_the_rules_that_many_lines_break():
    lines = census(child(), ORDINARY.replace("FB001", "FB002"), child(LAchildID="FB002"))
    assert [f.rule for f in judged(ONE_LINE)[1]] == [f.rule for f in judged(lines)[1]]
    assert {"1520", "8510"} <= {f.rule for f in judged(ONE_LINE)[1]}


def test_in_one_long_line_a_place_is_told_by_path_and_column():
    second = ONE_LINE.index(b"<Child>", ONE_LINE.index(b"<Child>") + 1) + 1
    placed = [(f.line, f.column, f.path) for f in judged(ONE_LINE)[1] if f.rule == "1520"]
    assert (1, second, "Child[2]") in placed


@pytest.mark.django_db
def test_a_file_of_one_line_is_taken_whole():
    two = s47(), s47(S47ActualStartDate="2023-07-03", DateOfInitialCPC="2023-07-10")
    file = taken(census(child(episode(*two))).replace(b"\n", b""))
    assert [file.counts[what]["added"] for what in ("section_47", "conferences")] == [2, 2]
    renumbered = census(child(episode(s47()), LAchildID="FB777", PersonBirthDate="2010-01-02")).replace(
        b"\n", b""
    )
    places = {(f.line, f.col > 100, f.path) for f in taken(renumbered).faults.filter(rule="1520")}
    assert places


@pytest.mark.parametrize(
    "xml",
    [
        MARK + b'<?xml version="1.0" encoding="utf-16"?>' + census(ORDINARY),
        b'<?xml version="1.0" encoding="utf-16"?>' + census(ORDINARY),
        MARK + MARK + b'<?xml version="1.0" encoding="utf-8"?>' + census(ORDINARY),
        MARK + b'\r\n <?xml version="1.0"?>' + census(ORDINARY),
        b'\n\n<?xml version="1.0"?>' + census(ORDINARY),
        ('<?xml version="1.0" encoding="utf-8"?>' + census(ORDINARY).decode()).encode("utf-16"),
        ('<?xml version="1.0"?>' + census(ORDINARY).decode()).encode("utf-16-le"),
        ('<?xml version="1.0"?>' + census(ORDINARY).decode()).encode("utf-16-be"),
    ],
    ids=[
        "mark over word",
        "word over none",
        "two marks",
        "mark and blanks",
        "blanks",
        "utf-16 over word",
        "le",
        "be",
    ],
)
def test_how_the_bytes_are_written_decides_over_what_the_first_line_says(xml):
    check_head(xml)
    assert judged(xml)[0][0].number == "FB001"


def test_lines_before_the_first_element_are_counted():
    without, after = (judged(blanks + census(child(Sex=None)))[1] for blanks in (b"", b"\n\n"))
    assert [f.line for f in after] == [f.line + 2 for f in without]
