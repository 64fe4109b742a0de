"""My work in words: what is due, about whom, how its day stands, and where it is done."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from django.urls import reverse

from conferences.queries.duties_lines import Line, Part, WorkList
from conferences.queries.duties_list import MyWork
from conferences.queries.duties_meetings import Ahead
from conferences.rules.deadlines import Code
from conferences.views.presenters.duties import work_page, work_table
from safeguarding.bankholidays import england
from safeguarding.rights import Permission
from tests.factories import ThinkingActionFactory
from tests.presenters.made import cells, made

ON = dt.date(2018, 4, 24)
REF = str(uuid.UUID(int=3))
NAMES = {"given_names": "Amber", "family_name": "Testington", "family": "Fablethorpe", "number": "FB1"}
COUNTS = {"part": "", "total": 0, "late": 0}


def line(kind=Code.SEND_LETTERS, due=ON, subject=1, children=(1,), owner=None, put_off=None, done_at=None):
    """A line as it is read, of the letters of one child unless said otherwise."""
    known = {"subject": subject, "children": children, "child_ref": uuid.UUID(int=1), "birth_date": ON}
    role = {"owner_role": "CHAIR", "owner_name": owner}
    known |= {"ref": uuid.UUID(int=2), "put_off_until": put_off, "done_at": done_at}
    return Line(kind=kind.value, due_date=due, **COUNTS, **NAMES, **known, **role)


def work_of(refs=None, meetings=(), ahead=None, rights=(), days=None, **lists):
    """My work with lists by their parts' names, each whole unless it is a WorkList."""
    found = {
        Part(name.replace("_", "-")): lines if isinstance(lines, WorkList) else WorkList(lines, len(lines))
        for name, lines in lists.items()
    }
    return MyWork(
        found, meetings, len(meetings) if ahead is None else ahead, refs or {}, days or {}, frozenset(rights)
    )


OF_A_CHAIR = [Part.TODAY, Part.WEEK, Part.LATER, Part.STAND_IN, Part.CONFERENCES, Part.WAITING, Part.DONE]


def page_of(**work):
    return work_page(work_of(**work), OF_A_CHAIR, ON, england())


def table(part, **work):
    return work_table(Part(part), work_of(**work), ON, england())


def test_nothing_to_do_is_said_and_empty_lists_are_left_out():
    page = page_of()
    assert [one.table.empty for one in page] == [
        "Nothing of yours is due today or late.",
        "No conference is in the diary for the next seven days.",
        "You are not waiting for anyone.",
    ]
    assert [one.table.caption for one in page][0] == "Do today"


def test_an_empty_list_that_is_narrowed_does_not_say_that_nothing_is_due():
    page = work_page(replace(work_of(), is_narrowed=True), OF_A_CHAIR, ON, england())
    assert [one.table.empty for one in page] == [
        "Nothing here is what the lists are narrowed to.",
        "No conference is in the diary for the next seven days.",
        "Nothing here is what the lists are narrowed to.",
    ]


def test_what_was_agreed_in_thinking_time_is_told_with_whose_it_is_where_that_is_another():
    own, other = (
        made(ThinkingActionFactory, what=what, owner_words=who)
        for what, who in (("Ask the school", "Amber Chair"), ("Ask the nurse.", "The nurse"))
    )
    due = line(Code.DO_ACTION, owner="Amber Chair", subject=7)
    work = replace(work_of(today=[due]), agreed={(7, ON): [own, other]})
    (row,) = cells(work_table(Part.TODAY, work, ON, england()))
    assert row[0] == "Do what was agreed in thinking time Ask the school. The nurse: Ask the nurse."
    none = replace(work, agreed={(7, dt.date(2018, 4, 25)): [own]})
    assert cells(work_table(Part.TODAY, none, ON, england()))[0][0] == "Do what was agreed in thinking time"


def test_each_line_says_what_about_whom_and_how_its_day_stands():
    late = line(Code.HOLD_REVIEW, dt.date(2018, 4, 20))
    assert [row[:3] for row in cells(table("today", today=[late, line()]))] == [
        [
            "Hold the review conference Set by law. Not booked",
            "Amber Testington",
            "2 working days late 20 April 2018",
        ],
        ["Send the decision letters", "Amber Testington", "Due today 24 April 2018"],
    ]


def test_a_day_is_red_when_late_yellow_today_and_plain_before():
    late, week = line(due=dt.date(2018, 4, 23)), line(due=dt.date(2018, 4, 26))
    today = table("today", today=[late, line()])
    assert [row[2].tag.colour for row in today.rows] == ["red", "yellow"]
    this_week = table("week", week=[week])
    assert this_week.rows[0][2].tag is None and this_week.caption == "This week (1)"
    assert this_week.rows[0][2].text == "2 working days left"


@pytest.mark.parametrize(
    ("kind", "day", "words", "colour"),
    [
        (Code.HOLD_REVIEW, None, "Set by law. Not booked", "yellow"),
        (Code.HOLD_REVIEW, ON, "Set by law. Booked for 24 April 2018", ""),
        (
            Code.HOLD_CONFERENCE,
            dt.date(2018, 4, 26),
            "Set by law. Booked for 26 April 2018, 2 working days after its limit",
            "yellow",
        ),
        (Code.FINISH_RECORD, dt.date(2018, 4, 20), "Held on 20 April 2018, not signed", "yellow"),
        (Code.FINISH_RECORD, ON, "In the diary for today, not signed", "yellow"),
        (Code.FINISH_RECORD, None, "", "yellow"),
        (Code.INVITE, ON, "The conference is on 24 April 2018", "yellow"),
        (Code.INVITE, dt.date(2018, 4, 26), "The conference is on 26 April 2018", "yellow"),
        (Code.SEND_LETTERS, None, "", "yellow"),
    ],
)
def test_unbooked_booked_late_and_held_unsigned_are_three_sentences(kind, day, words, colour):
    days = {(kind, 1): day} if day else {}
    what, _, due, _ = table("today", today=[line(kind)], days=days).rows[0]
    assert (what.note, due.tag.colour if due.tag else "") == (words, colour)


def test_a_meeting_whose_chair_has_left_says_so():
    booked = line(Code.HOLD_REVIEW)._replace(owner_role="BUSINESS_SUPPORT")
    what = table("today", today=[booked], days={(Code.HOLD_REVIEW, 1): ON}).rows[0][0]
    assert what.note == "Set by law. Booked for 24 April 2018. It needs another chair"


def test_what_is_put_off_says_until_when():
    later = line(put_off=dt.date(2018, 4, 26))
    assert table("later", later=[later]).rows[0][2].note == "24 April 2018. Put off until 26 April 2018"


def test_what_is_done_says_when_and_counts_nothing_as_late():
    done = line(done_at=dt.datetime(2018, 4, 23, 9, tzinfo=dt.UTC))
    shown = table("done", done=WorkList([done], 1, 1))
    assert shown.caption == "Done lately (1)"
    assert cells(shown)[0][:3] == ["Send the decision letters", "Amber Testington", "Monday 23 April 2018"]


@pytest.mark.parametrize("kind", [Code.HOLD_CORE_GROUP, Code.FIRST_FOLLOW_UP, Code.HOLD_REVIEW])
def test_what_is_done_leads_to_the_child_and_to_no_form_that_records_it_again(kind):
    done = line(kind, done_at=dt.datetime(2018, 4, 23, 9, tzinfo=dt.UTC))
    shown = table("done", done=[done], refs={(kind, 1): REF}, rights=set(Permission))
    assert shown.rows[0][0].href == reverse("child", args=[uuid.UUID(int=1)])


def test_what_was_asked_for_leads_to_its_request():
    done = line(Code.REQUEST_CONFERENCE, done_at=dt.datetime(2018, 4, 23, 9, tzinfo=dt.UTC))
    shown = table("done", done=[done], refs={(Code.HOLD_CONFERENCE, 1): REF}, rights=set(Permission))
    assert shown.rows[0][0].href == reverse("request", args=[REF])


def test_each_line_leads_to_its_own_page_too():
    more = table("today", today=[line()]).rows[0][-1]
    assert more.href == reverse("duty", args=[uuid.UUID(int=2)])
    assert "Details" in more.text and "send the decision letters, Amber Testington" in more.text


def test_a_line_leads_to_where_it_is_done_or_to_the_child():
    lines = [line(subject=5), line(subject=6), line(Code.FINISH_RECORD, subject=5)]
    refs = {(Code.SEND_LETTERS, 5): REF, (Code.FINISH_RECORD, 5): REF}
    child = f"/children/{uuid.UUID(int=1)}"
    may = table("today", today=lines, refs=refs, rights={Permission.SEND_LETTERS})
    assert [row[0].href for row in may.rows] == [
        f"/meetings/{REF}/letters",
        child,
        f"/meetings/{REF}/record",
    ]
    may_not = table("today", today=lines, refs=refs)
    assert [row[0].href for row in may_not.rows] == [child, child, f"/meetings/{REF}/record"]


@pytest.mark.parametrize(
    ("children", "words"), [((1, 2), "Fablethorpe 2 children"), ((1, 1), "Amber Testington")]
)
def test_several_children_of_a_family_are_one_line(children, words):
    assert cells(table("later", later=[line(children=children)]))[0][1] == words


@pytest.mark.parametrize(("owner", "words"), [("Sample Chair", "Sample Chair"), (None, "Independent chair")])
@pytest.mark.parametrize("part", ["waiting", "team", "not-booked", "not-signed", "standing-in"])
def test_what_others_owe_says_who(part, owner, words):
    assert cells(table(part, **{part: [line(owner=owner)]}))[0][2] == words


@pytest.mark.parametrize(
    ("count", "late", "words"),
    [(3, 0, "Do today (3)"), (3, 1, "Do today (3, 1 late)"), (1347, 1012, "Do today (1,347, 1,012 late)")],
)
def test_the_name_of_a_list_counts_all_its_lines(count, late, words):
    assert table("today", today=WorkList([line()], count, late)).caption == words


def test_a_list_that_is_cut_says_so_and_leads_to_the_whole():
    today, conferences, _ = page_of(today=WorkList([line(), line()], 1347, 0), meetings=[ahead()], ahead=21)
    assert today.cut == "2 of 1,347, the most pressing first."
    assert (today.whole.text, today.whole.href) == (
        "See all 1,347 to do today",
        reverse("my_work_list", args=["today"]),
    )
    assert conferences.cut == "1 of 21, the soonest first."
    assert conferences.whole.text == "See all 21 conferences"


def test_a_list_that_is_shown_whole_leads_nowhere():
    assert [(one.cut, one.whole) for one in page_of(today=[line()])] == [("", None)] * 3


def ahead(at=dt.datetime(2018, 4, 26, 8, 30, tzinfo=dt.UTC), **facts):
    facts = {"chair_role": "CHAIR", "is_chair_active": True, "children": 2} | facts
    return Ahead(12, uuid.UUID(REF), at, 1, "Fablethorpe", "Oak", "Sample Chair", **facts)


def test_a_meeting_ahead_says_what_still_stands_before_it():
    both = {"is_consulted_on": True, "is_thought_about": True}
    closed = [ahead(**both, is_room_closed=True), ahead(is_on_no_working_day=True)]
    gone = [ahead(**both, is_chair_active=False), ahead(chair_role="MANAGER")]
    asked = [ahead(is_thought_about=True, is_to_invite=True), ahead(**both, is_to_invite=True)]
    meetings = [ahead(), *asked, *closed, *gone, ahead(is_to_invite=True)]
    shown = table("conferences", meetings=meetings)
    assert cells(shown)[0] == [
        "Thursday 26 April 2018, 9:30am Meeting 12",
        "Fablethorpe 2 children",
        "Oak Sample Chair",
        "Nothing",
    ]
    assert [row[3] for row in cells(shown)][1:3] == ["Thinking time due", "Consultation open"]
    assert [row[3] for row in cells(shown)][3:7] == ["Must be moved"] * 2 + ["Needs another chair"] * 2
    assert cells(shown)[7][3] == "People to invite"
    assert shown.rows[0][0].href == f"/meetings/{REF}"


def test_a_meeting_of_today_leads_whoever_records_to_its_day():
    today = ahead(at=dt.datetime(2018, 4, 24, 8, 30, tzinfo=dt.UTC))
    for rights, href in (({Permission.WRITE_RECORD}, "/day"), (set(), "")):
        shown = table("conferences", meetings=[today], rights=rights)
        assert shown.rows[0][0].href == f"/meetings/{REF}{href}"
