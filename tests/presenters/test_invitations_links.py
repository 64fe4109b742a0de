"""The link of an agency and the report that came by it, in words."""

import datetime as dt

import pytest

from conferences.rules.invitations_links import Door, LinkState
from conferences.views.presenters import invitations_links as present
from tests.factories import AgencyReportFactory, InvitationFactory, ReportLinkFactory
from tests.presenters.made import made, person

ON = dt.date(2018, 11, 20)


def rows(found):
    return {row.key: row.value for row in found}


def test_a_link_is_told_with_its_last_day_and_what_was_begun_but_no_word_of_it():
    link = made(ReportLinkFactory, ends_date=ON, tries=2)
    page = present.link_page(link.invitation, [link], None, ON)
    said = rows(page.rows)
    assert said["Link"] == "Taken until Tuesday 20 November 2018" and page.is_taken and not page.door
    assert said["Wrong codes since the last right one"] == "2 wrong codes"
    assert "Begun and not sent" not in str(said)


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"tries": 5}, "too many wrong codes"), ({"ends_date": dt.date(2018, 11, 19)}, "Not taken since")],
)
def test_a_link_that_is_taken_no_more_says_why(fields, words):
    link = made(ReportLinkFactory, **fields)
    assert words in rows(present.link_page(link.invitation, [link], None, ON).rows)["Link"]


def test_a_new_link_stands_on_its_page_with_its_code_in_fives():
    door = Door("https://unit.example/report/x", "BCDFGHJKMN", ON)
    page = present.link_page(made(InvitationFactory), [], door, ON)
    assert rows(page.door)["Code"] == "BCDFG HJKMN" and rows(page.rows)["Link"] == "There is none"


def test_a_report_says_that_the_sharing_is_as_the_agency_tells_it():
    report = made(AgencyReportFactory)
    page = present.report_page(report, [(1, report.sent_at)], person("CHAIR"), is_chair=True)
    said = rows(page.rows)
    assert said["Shared with the family"].endswith("As the agency tells it.")
    assert said["Read by the chair"] == "Not yet" and page.sheet and page.read
    assert not present.report_page(report, [], person("CHAIR"), is_chair=False).read
    assert [title for title, _ in page.texts][1] == "What goes well" and not page.versions
    assert "must not hear" not in str(page.rows) + str(page.texts)


def test_who_does_not_write_the_record_is_led_to_no_sheet():
    report = made(AgencyReportFactory)
    page = present.report_page(report, [], person("MANAGER"), is_chair=True)
    assert not page.sheet and not page.read


def test_a_report_about_a_child_who_is_not_seen_is_led_to_by_nothing():
    report = made(AgencyReportFactory)
    report.is_seen = False
    cell = present.report_by_link(report.invitation, {report.invitation.pk: report}, makes=True)
    assert cell.text == present.NOT_SHOWN and not cell.href and cell.tag is None


def test_a_locked_link_is_marked_on_the_list():
    link = made(ReportLinkFactory, tries=5)
    cell = present.report_by_link(link.invitation, {}, makes=True, link=LinkState.LOCKED)
    assert cell.tag.text == "Link closed: wrong codes" and not present.may_have_code([link])


def test_a_link_whose_code_nobody_told_is_marked_on_the_list():
    link = made(ReportLinkFactory)
    cell = present.report_by_link(link.invitation, {}, makes=True, link=LinkState.NO_CODE)
    assert (cell.text, cell.tag.text) == ("Its link", "Code not told yet")
    assert present.report_by_link(link.invitation, {}, makes=True, link=LinkState.OPEN).tag is None
