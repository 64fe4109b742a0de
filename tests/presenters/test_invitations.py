"""The list of who is invited, in words: what is known of each, what is not, and what waits."""

import datetime as dt

import pytest

from conferences.queries.invitations import Invited
from conferences.queries.invitations_letters import Letters
from conferences.rules.local_days import LocalDay
from conferences.views.presenters import invitations as present
from tests.factories import (
    BookingFactory,
    InvitationFactory,
    RequestedChildFactory,
    RequestFactory,
)
from tests.presenters.made import made, person

ON = dt.date(2018, 11, 20)
DUE = LocalDay("Reports for the initial conference reach the safeguarding unit", ON, "2 working days before")


def one(needs=(), **facts):
    made_one = made(InvitationFactory, **facts)
    made_one.needs = list(needs)
    made_one.kind_name = "School or college" if made_one.agency_kind else None
    return made_one


def found(*people, state="REQUESTED", meeting=None, off=(), **more):
    asked = made(RequestedChildFactory, child__given_names="Amber", child__family_name="Fableton")
    request = made(RequestFactory, state=state, children=[asked])
    given = {"forecast": "", "report_days": [], "put_there_at": None} | more
    return Invited(request=request, meeting=meeting, people=people, taken_off=off, **given)


def page(*people, role="BUSINESS_SUPPORT", on=ON, **more):
    listed = found(*people, **more)
    letters = Letters(listed.request, listed.meeting, people, None, {}, {}, {})
    return present.page(listed, person(role), on, letters, {}, {})


def cells(table):
    return [[str(getattr(cell, "html", cell)) for cell in row] for row in table.rows]


def test_an_empty_list_has_no_tables_and_a_way_to_fill_it():
    shown = page()
    assert (shown.family, shown.agencies, shown.off) == (None, None, None)
    assert shown.put_on and shown.sent == "" and shown.title == "Amber Fableton"
    assert present.summary_rows(found())[0].value == present.NOBODY


def test_nothing_known_is_said_as_that_and_as_work():
    ((who, invited, _, answer, report, _, off),) = cells(page(one()).agencies)
    assert "Teacher Exemplar" in who and "Headteacher, School or college" in who
    assert "Not invited yet" in invited and "Record the answer" in answer
    assert "Needs" not in answer and "Asked for" in report and "Take off" in off
    ((_, _, _, _, needs, _),) = cells(page(one(agency_kind="")).family)
    assert needs == "Nothing recorded"


def test_all_that_is_known_is_said():
    told = {
        "channel": "EMAIL",
        "invited_date": dt.date(2018, 11, 13),
        "reply": "VIDEO",
        "needs": ["ACCESS", "OTHER"],
        "needs_words": "A quiet room",
        "received_date": dt.date(2018, 11, 16),
        "shared_date": dt.date(2018, 11, 19),
        "shared_way": "READ",
        "shared_by": "Nora Thermometer",
        "shared_language": "Welsh",
    }
    ((_, invited, _, answer, report, _, _),) = cells(page(one(**told)).agencies)
    assert "13 November 2018" in invited and "By email" in invited and "Takes part by video" in answer
    assert "Needs: access: the building, hearing, sight or reading and something else. A quiet room" in answer
    assert "A quiet room Not arranged: access" in answer and "Came on 16 November 2018" in report
    assert "Shown to the family on 19 November 2018 by Nora Thermometer" in report
    assert "in Welsh: it was read through with them" in report


@pytest.mark.parametrize(("there", "anew"), [(13, False), (14, True)])
def test_who_was_invited_before_the_meeting_was_moved_is_invited_anew(there, anew):
    moved = {"put_there_at": dt.datetime(2018, 11, there, 12, tzinfo=dt.UTC)}
    told = one(channel="EMAIL", invited_date=dt.date(2018, 11, 13))
    ((_, invited, *_),) = cells(page(told, **moved).agencies)
    assert "13 November 2018" in invited and ("Before it was moved" in invited) is anew
    assert f"invited: {0 if anew else 1};" in present.summary_rows(found(told, **moved))[0].value


def test_needs_in_words_alone_are_told():
    ((_, _, _, _, needs, *_),) = cells(page(one(needs_words="A quiet room", agency_kind="")).family)
    assert needs == "A quiet room"
    ((_, _, _, answer, *_),) = cells(page(one(needs_words="A quiet room")).agencies)
    assert "Needs: a quiet room." in answer


def test_a_child_stands_apart_with_what_they_chose():
    child = one(agency_kind="", role="Child", is_report_asked=False, takes_part="ADVOCATE", reply="DECLINED")
    child.requested_child_id = 7
    shown = page(child)
    ((who, _, _, answer, *_),) = cells(shown.children)
    assert "Child" in who and "An advocate speaks for them" in answer and shown.family is None


def test_the_family_has_no_reports():
    family = page(one(agency_kind="", role="", is_report_asked=False)).family
    assert [column.label for column in family.columns] == [
        "Who",
        "Invited",
        "Letter",
        "Answer",
        "Needs",
        "On the list",
    ]
    assert "Family" in cells(family)[0][0]


@pytest.mark.parametrize(("state", "word"), [("HELD", "held"), ("WITHDRAWN", "withdrawn")])
def test_of_a_conference_that_is_over_nobody_is_put_on_or_taken_off(state, word):
    shown = page(one(), state=state)
    assert shown.put_on == "" and word in shown.over and len(shown.agencies.columns) == 6
    # After it was held a report may still come, and what was answered be put right.
    assert ("/report" in cells(shown.agencies)[0][4]) is (state == "HELD")


def test_who_may_only_read_is_led_nowhere_to_write():
    ((_, _, _, answer, report, _),) = cells(page(one(is_report_asked=False), role="MANAGER").agencies)
    assert answer == "None yet" and report == "None asked for"


def test_who_was_taken_off_is_told_with_why_and_by_whom():
    at = dt.datetime(2018, 11, 14, 9, 30, tzinfo=dt.UTC)
    gone = one(off_reason="OTHER", off_words="Moved away", off_at=at, off_by=person("CHAIR"))
    ((who, why, when),) = cells(page(off=[gone]).off)
    assert who == "Teacher Exemplar" and "Another reason" in why and "Moved away" in why
    assert "14 November 2018" in when


def test_a_meeting_in_the_diary_is_told_and_led_back_to():
    meeting = made(BookingFactory)
    shown = page(meeting=meeting, report_days=[DUE])
    assert str(meeting.ref) in shown.back and "24 April 2018" in shown.rows[0].value
    assert "By Tuesday 20 November 2018, 2 working days before" in [row.value for row in shown.rows]


def test_the_line_for_other_pages_counts_them():
    invited = {"channel": "EMAIL", "invited_date": ON}
    told = found(one(), one(reply="COMING", **invited), forecast="Enough.")
    assert present.summary_rows(told)[0].value == "On the list: 2; invited: 1; answered: 1. Enough."
