"""My work in words: what is due, about whom, how its day stands, and where it is done."""

import datetime as dt
import uuid

from conferences.queries.duties_list import Ahead, Item, Line, MyWork
from conferences.rules.duties import DutyKind
from conferences.views.presenters.duties import work_page
from safeguarding.bankholidays import england
from tests.presenters.made import cells

ON = dt.date(2018, 4, 24)
REF = str(uuid.UUID(int=3))


def duty(subject="booking:1", given="Amber"):
    ids = {"pk": 1, "child_id": 1, "child_ref": uuid.UUID(int=1), "family_id": 1}
    names = {"given_names": given, "family_name": "Testington", "family": "Fablethorpe", "number": "FB1"}
    role = {"owner_role": "CHAIR", "owner_id": None, "owner_name": None}
    return Line(kind="", subject=subject, due_date=ON, birth_date=ON, **ids, **names, **role)


def item(kind=DutyKind.SEND_LETTERS, due=ON, duties=None, owner=""):
    return Item(kind, due, duties or [duty()], owner)


def page_of(refs=None, left_out=0, **lists):
    work = MyWork(
        **({"late": [], "today": [], "week": [], "later": [], "waiting": [], "meetings": []} | lists),
        refs=refs or {},
        left_out=left_out,
    )
    return work_page(work, ON, england())


def test_nothing_to_do_is_said_and_empty_lists_are_left_out():
    page = page_of()
    assert page.lists == [] and page.today.empty == "Nothing is due today, and nothing is late."
    assert page.waiting.empty == "You are not waiting for anyone."
    assert page.meetings.empty == "No conference is in the diary for the next seven days."


def test_what_is_late_stands_before_what_is_due_today():
    late = item(DutyKind.HOLD_REVIEW, dt.date(2018, 4, 20))
    assert cells(page_of(late=[late], today=[item()]).today) == [
        ["Hold the review conference Set by law", "Amber Testington", "2 working days late 20 April 2018"],
        ["Send the decision letters", "Amber Testington", "Due today 24 April 2018"],
    ]


def test_a_day_is_red_when_late_yellow_today_and_plain_before():
    late, week = item(due=dt.date(2018, 4, 23)), item(due=dt.date(2018, 4, 26))
    page = page_of(late=[late], today=[item()], week=[week])
    assert [row[2].tag.colour for row in page.today.rows] == ["red", "yellow"]
    (this_week,) = page.lists
    assert this_week.rows[0][2].tag is None and this_week.caption == "This week"
    assert this_week.rows[0][2].text == "2 working days left"


def test_a_line_leads_to_where_it_is_done_or_nowhere():
    known, unknown = item(duties=[duty("plan:5")]), item(duties=[duty("plan:6")])
    page = page_of(today=[known, unknown], refs={"plan:5": REF})
    assert [row[0].href for row in page.today.rows] == [f"/children/{REF}", ""]


def test_several_children_of_a_family_are_one_line():
    both = item(duties=[duty(), duty(given="Bryn")])
    assert cells(page_of(later=[both]).lists[0])[0][1] == "Fablethorpe 2 children"


def test_what_waits_for_others_says_for_whom():
    assert cells(page_of(waiting=[item(owner="Sample Chair")]).waiting)[0][2] == "Sample Chair"


def ahead(**facts):
    at = dt.datetime(2018, 4, 26, 8, 30, tzinfo=dt.UTC)
    return Ahead(12, uuid.UUID(REF), at, 1, "Fablethorpe", "Oak", "Sample Chair", 2, **facts)


def test_a_meeting_ahead_says_what_still_stands_before_it():
    both = {"is_consulted_on": True, "is_thought_about": True}
    meetings = [ahead(), ahead(is_thought_about=True), ahead(**both)]
    table = page_of(meetings=meetings).meetings
    assert cells(table)[0] == [
        "Thursday 26 April 2018, 9:30am Meeting 12",
        "Fablethorpe 2 children",
        "Oak Sample Chair",
        "Ready",
    ]
    assert [row[3] for row in cells(table)][1:] == ["Thinking time due", "Consultation open"]
    assert table.rows[0][0].href == f"/meetings/{REF}"


def test_the_number_of_lines_left_out_is_told():
    assert page_of(left_out=7).left_out == 7
