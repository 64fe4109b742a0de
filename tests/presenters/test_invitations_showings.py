"""In words, whom of the family each report was shown to."""

import datetime as dt

import pytest

from conferences.views.presenters.invitations_showings import (
    missing,
    report_hint,
    showings_table,
    shown_words,
)
from tests.factories import AgencyReportFactory, ReportShowingFactory
from tests.presenters.made import made
from tests.presenters.test_invitations import cells, found, one

CAME = dt.date(2018, 11, 16)


def told(person, name, way="READ", day="2018-11-20"):
    return {"person": person, "name": name, "way": way, "day": day}


def family(*names):
    return [one(name=name, agency_kind="", is_report_asked=False) for name in names]


def report(*showings, **facts):
    made_one = one(received_date=CAME, **facts)
    made_one.told_showings = list(showings)
    return made_one


@pytest.mark.parametrize(
    ("showings", "words"),
    [
        ([], "Not shown to the family yet"),
        ([told(None, "IDA")], "Not shown yet to Tom"),
        ([told(None, "Ida"), told(None, "Tom", day="2018-11-21")], "the last on 21 November 2018"),
        ([told(None, "Ida", "NOT_THEIRS"), told(None, "Tom", "NOT_THEIRS")], "for none of the family"),
    ],
)
def test_how_a_report_stands_with_the_family(showings, words):
    assert words in shown_words(report(*showings), family("Ida", "Tom"))


def test_nobody_is_missing_where_it_did_not_come_or_was_told_of_all():
    readers = family("Ida")
    assert missing(report(), readers) == readers
    assert missing(one(), readers) == []
    assert missing(report(shared_date=CAME), readers) == [] == missing(report(shared_way="NEVER"), readers)


def test_each_report_stands_with_each_of_the_family():
    ida, tom = family("Ida", "Tom")
    came = report(told(None, "Ida"))
    showing = made(ReportShowingFactory, invitation=came, reader=ida, language="Welsh")
    showing.invitation_id = came.pk
    table = showings_table(found(came, ida, tom), [showing], {}, writes=True)
    first, second = cells(table)
    assert first[1] == "Ida" and "It was read through with them" in first[2] and "In Welsh" in first[3]
    assert "/showings/" in first[5]
    assert second[1] == "Tom" and "Not yet" in second[2] and "/invited/shown" in second[5]
    read = showings_table(found(came, ida, tom), [showing], {}, writes=False)
    assert len(read.columns) == 5 and all(len(row) == 5 for row in read.rows)
    assert showings_table(found(ida, tom), [], {}, writes=True) is None


def test_what_was_corrected_since_and_what_the_agency_says_is_told():
    ida, tom = family("Ida", "Tom")
    came = report(told(None, "Ida"))
    showing = made(ReportShowingFactory, invitation=came, reader=ida, shown_date=dt.date(2018, 4, 10))
    showing.invitation_id = came.pk
    sent = made(AgencyReportFactory, version=2, sent_at=dt.datetime(2018, 4, 12, 9, tzinfo=dt.UTC))
    first, second = cells(showings_table(found(came, ida, tom), [showing], {came.pk: sent}, writes=True))
    assert "Corrected since" in first[2]
    assert "The agency says: shown to The mother on 10 April 2018" in second[4]
    assert report_hint(came, sent).startswith("Came on 16 November 2018. The agency says")
    assert report_hint(one(), None) == "Has not come yet"
