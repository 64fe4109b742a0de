"""How a file of children is shown: counts, lists, lines by number, questions in words."""

import datetime as dt

from conferences.models import ChildrenFeed, FeedLine, FeedOutcome, FeedStatus
from conferences.queries.children_feed import FeedRow, Question
from conferences.views.presenters.children_feed import (
    HIDDEN,
    NOT_SHOWN,
    choices,
    legends,
    lines_table,
    lists,
    status_tag,
)
from safeguarding.models import Child, Team, User

COUNTS = {"rows": 4, "added": 1, "refused": 2, "unchanged": 1}


def feed(status: FeedStatus) -> ChildrenFeed:
    return ChildrenFeed(status=status, counts=COUNTS, file_name="children.csv")


def line(**fields) -> FeedRow:
    values = {
        "line": 2,
        "number": "FB001",
        "outcome": "CHANGED",
        "name": "",
        "writes": ["NAME", "HOLDER"],
        "team": "North",
        "worker": "Sample Worker",
        "problem": "",
        "remark": "",
        "finding": "",
        "child": None,
        "is_new": False,
        "is_barred": False,
    }
    return FeedRow(**values | fields)


def cells(row: FeedRow, kind: str) -> list[str]:
    return [getattr(cell, "text", cell) for cell in lines_table([row], kind).rows[0]]


def test_a_file_that_is_shown_lists_every_kind_of_line_that_there_is():
    assert [link.text for link in lists(feed(FeedStatus.SHOWN), "ADDED")] == [
        "Refused (2)",
        "Added (1)",
        "Unchanged (1)",
    ]


def test_of_a_file_taken_in_only_what_was_refused_is_left():
    assert [link.text for link in lists(feed(FeedStatus.TAKEN_IN), "")] == ["Refused (2)"]
    assert status_tag(feed(FeedStatus.TAKEN_IN)).colour == "green"


def test_a_child_whom_the_reader_may_not_see_is_a_number():
    assert cells(line(), "CHANGED") == ["FB001", "2", NOT_SHOWN, "Name, to North, Sample Worker"]
    assert cells(line(number="", is_barred=True), "CHANGED")[:3:2] == [NOT_SHOWN, NOT_SHOWN]


def test_what_a_record_has_against_a_line_is_not_said_of_a_hidden_child():
    finding = line(outcome=FeedOutcome.REFUSED, finding="Born before a parent.")
    assert cells(finding, "REFUSED")[3] == HIDDEN
    assert cells(line(is_barred=True, problem="A day that is none."), "REFUSED")[3] == HIDDEN
    assert cells(line(is_new=True, outcome="REFUSED", finding="No name."), "REFUSED")[3] == "No name."


def test_a_question_says_ours_and_the_file_s():
    born = dt.date(2012, 5, 4)
    child = Child(la_child_id="FB001", given_names="Amber", family_name="Typed", birth_date=born)
    asked = FeedLine(
        pk=7,
        line=3,
        child=child,
        given_names="Amber",
        family_name="Oakley",
        birth_date=dt.date(2012, 5, 5),
        address="1 Fable Street\nFableton",
        team=Team(name="North"),
        worker=User(full_name="Sample Worker"),
        asks=["NAME", "BIRTH", "ADDRESS", "HOLDER"],
    )
    question = Question(asked, None, None)
    found = {one.item: (one.ours, one.theirs) for one in choices([question])}
    assert found == {
        "NAME": ("Amber Typed", "Amber Oakley"),
        "BIRTH": ("4 May 2012", "5 May 2012"),
        "ADDRESS": ("nothing", "1 Fable Street, Fableton"),
        "HOLDER": ("nothing", "North, Sample Worker"),
    }
    assert legends([question]) == {7: "Line 3: Amber Typed, FB001"}
