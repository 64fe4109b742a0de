"""My work in words: late first, siblings together, and whether each meeting is ready."""

import datetime as dt

from conferences.queries.duties_list import Item, MyWork
from conferences.rules.duties import DutyKind
from conferences.views.presenters.duties import WorkPage, work_page
from safeguarding.bankholidays import england
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ConsultationFactory,
    DutyFactory,
    FamilyFactory,
    RequestedChildFactory,
    RequestFactory,
    ThinkingTimeFactory,
)
from tests.presenters.made import cells, made

ON = dt.date(2018, 11, 30)
NONE = {"late": [], "today": [], "week": [], "later": [], "waiting": [], "meetings": []}
REF = "7b0b6f0c-5f0e-4b52-9d67-0d1c1a1b2c3d"


def item(kind: DutyKind = DutyKind.SCHEDULE_CONFERENCE, due: dt.date = ON, children: int = 1) -> Item:
    family = made(FamilyFactory, name="Samplewood")
    several = [
        made(ChildFactory, given_names="Amber", family_name="Testcase", family=family)
        for _ in range(children)
    ]
    return Item(kind, due, [made(DutyFactory, child=c, subject="requestedchild:7") for c in several], "Pat")


def page(**lists: object) -> WorkPage:
    return work_page(MyWork(**NONE | {"refs": {"requestedchild:7": REF}} | lists), ON, england())


def test_what_is_late_stands_with_what_is_due_today_and_says_how_late() -> None:
    shown = cells(page(late=[item(due=dt.date(2018, 11, 28))], today=[item()]).today)
    assert [row[2] for row in shown] == ["2 working days late 28 November 2018", "Due today 30 November 2018"]


def test_what_the_law_sets_says_so_and_what_is_local_does_not() -> None:
    shown = cells(page(today=[item(), item(DutyKind.SEND_LETTERS)]).today)
    assert [row[0] for row in shown] == ["Hold the conference Set by law", "Send the decision letters"]


def test_one_child_is_named_and_siblings_are_counted_under_their_family() -> None:
    shown = cells(page(today=[item(), item(children=3)]).today)
    assert [row[1] for row in shown] == ["Amber Testcase", "Samplewood 3 children"]


def test_a_line_leads_to_its_page_and_nowhere_where_it_may_not_be_seen() -> None:
    assert REF in page(today=[item()]).today.rows[0][0].href
    assert page(today=[item()], refs={}).today.rows[0][0].href == ""


def test_lists_of_nothing_are_left_out_but_today_says_that_all_is_done() -> None:
    nothing, some = page(), page(later=[item(due=dt.date(2018, 12, 20))])
    assert nothing.lists == [] and nothing.today.empty == "Nothing is due today, and nothing is late."
    assert [table.caption for table in some.lists] == ["Later"]


def test_what_others_owe_says_who() -> None:
    assert cells(page(waiting=[item()]).waiting)[0][2] == "Pat"


def readiness(*, consultation: str = "", thinking: str = "", is_required: bool = True) -> str:
    asked = made(RequestedChildFactory)
    if consultation:
        made(ConsultationFactory, requested_child=asked, state=consultation)
    sessions = [made(ThinkingTimeFactory, state=thinking, is_required=is_required)] if thinking else []
    request = made(RequestFactory, children=[asked], thinking_time=sessions)
    return cells(page(meetings=[made(BookingFactory, request=request)]).meetings)[0][3]


def test_a_meeting_is_ready_unless_something_required_is_open() -> None:
    assert readiness() == readiness(consultation="AGREED", thinking="HELD") == "Ready"
    assert readiness(consultation="ASKED", thinking="DUE") == "Consultation open"
    assert readiness(thinking="DUE") == "Thinking time due"
    assert readiness(thinking="DUE", is_required=False) == "Ready"
