"""The reports of a list, in words: asked for, late, come, shown or not, chased; and why a meeting goes on."""

import datetime as dt

import pytest

from conferences.rules.local_days import LocalDay
from conferences.views.presenters import invitations as present
from conferences.views.presenters.invitations_reports import choice_words
from tests.factories import BookingFactory, QuorumChoiceFactory, ReportChaseFactory
from tests.presenters.made import made
from tests.presenters.test_invitations import DUE, ON, cells, found, one, page

TO_FAMILY = "Reports for the initial conference are shared with the family"
SHOW = LocalDay(TO_FAMILY, ON, "3 working days before")


@pytest.mark.parametrize(("on", "word"), [(ON, "Asked for"), (ON + dt.timedelta(days=1), "Late")])
def test_a_report_is_late_from_the_day_after_its_own(on, word):
    ((*_, report, _, _),) = cells(page(one(), report_days=[DUE], on=on).agencies)
    assert word in report and "Due by 20 November 2018" in report


def test_a_report_that_came_and_is_shown_to_nobody_is_late_too():
    came = {"received_date": dt.date(2018, 11, 16)}
    for on, is_late in ((ON, False), (ON + dt.timedelta(days=1), True)):
        ((*_, report, _, _),) = cells(page(one(**came), report_days=[SHOW], on=on).agencies)
        assert "Not shown to the family yet" in report and ("Late" in report) is is_late


def test_a_report_that_nobody_asked_for_is_not_owed():
    ((*_, report, _, _),) = cells(page(one(is_report_asked=False), report_days=[DUE]).agencies)
    assert "Record a report" in report and "Due" not in report


def test_why_no_report_comes_or_the_family_is_not_shown_it_is_told_and_is_late_no_more():
    late = {"report_days": [DUE, SHOW], "on": ON + dt.timedelta(days=1)}
    ((*_, report, _, _),) = cells(page(one(none_why="They do not know the family"), **late).agencies)
    assert "No report comes" in report and "They do not know the family" in report and "Late" not in report
    never = {
        "received_date": dt.date(2018, 11, 16),
        "shared_way": "NEVER",
        "unshared_why": "The police ask so",
    }
    ((*_, report, _, _),) = cells(page(one(**never), **late).agencies)
    assert "Not to be shown to the family: The police ask so" in report and "Late" not in report


def test_chases_are_told_and_counted_where_the_report_is_late():
    late = one()
    made_chase = made(ReportChaseFactory, invitation=late, is_to_manager=True, whom="Una Ledgerly")
    made_chase.invitation_id = late.pk
    shown = page(late, chases=[made_chase])
    assert shown.chase and "Chased once, last on 6 March 2018" in cells(shown.agencies)[0][4]
    ((who, when, whom, words, change),) = cells(shown.chases)
    assert who == "Teacher Exemplar" and "By telephone" in when and "Their manager" in whom
    assert "Una Ledgerly" in whom and "Nothing recorded" in words and "/chases/" in change
    read = page(late, chases=[made_chase], role="MANAGER")
    assert read.chase == "" and len(read.chases.columns) == 4 and page(one(is_report_asked=False)).chase == ""


def test_why_a_meeting_goes_on_with_too_few_is_told_and_the_chair_is_shown_each_answer():
    choice = made(QuorumChoiceFactory)
    shown = page(meeting=made(BookingFactory), choice=choice)
    assert choice_words(choice) in next(row.value for row in shown.rows if "too few" in row.key)
    asked = present.quorum_page(found(one(reply="DECLINED"), meeting=choice.booking), choice.booking)
    assert asked.forecast == present.NO_AGENCY and asked.rows[-1].key == "Teacher Exemplar"
    assert "Does not take part" in asked.rows[-1].value
