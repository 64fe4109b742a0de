"""The versions of an exclusion's letter in words."""

import datetime as dt

from conferences.queries.exclusions import ExclusionFacts
from conferences.queries.exclusions_letters import letter_facts, source_of
from conferences.views.presenters.exclusions_letters import letters_table
from tests.factories import BookingFactory, ExclusionFactory, ExclusionLetterFactory, RequestFactory
from tests.presenters.made import cells, made, person

AT = dt.datetime(2018, 3, 6, 10, tzinfo=dt.UTC)
DECIDED = {
    "answer": "WHOLE",
    "instead": "WRITTEN",
    "letter_why": "So that all can speak",
    "teller": "Worker Exemplar",
}


def facts(**fields):
    booking = made(BookingFactory, request=made(RequestFactory, state="BOOKED"), chair=person("CHAIR"))
    return ExclusionFacts(made(ExclusionFactory, request=booking.request, **DECIDED | fields), booking)


def letter(found, version=1, **fields):
    told = source_of(letter_facts(found.exclusion, found.meeting, AT))
    return made(
        ExclusionLetterFactory,
        exclusion=found.exclusion,
        version=version,
        made_by=person("BUSINESS_SUPPORT"),
        made_at=AT,
        **{"told": told} | fields,
    )


def rows(found, *kept, role="BUSINESS_SUPPORT"):
    return cells(letters_table(found, kept, person(role), AT))


def test_the_newest_may_be_sent_and_those_before_are_replaced():
    found = facts()
    newest, before = rows(found, letter(found, 2, changed="The hour"), letter(found))
    assert newest[0] == "2" and "Other than before: The hour." in newest[1]
    assert newest[5] == "Record that it was sent" and before[0] == "1 Replaced" and before[5] == "Not sent"


def test_what_is_other_since_stands_beside_the_newest():
    found = facts()
    ((version, *_),) = rows(found, letter(found, told={}))
    assert "The decision was changed after this was made." in version


def test_it_says_how_it_went_and_why_there_is_no_pdf():
    found = facts()
    sent = {"sent_how": "POST", "sent_date": AT.date(), "sent_by": person("BUSINESS_SUPPORT")}
    ((_, _, word, pdf, large, went),) = rows(found, letter(found, left_out="No PDF: a character.", **sent))
    assert word == "Word" and pdf == "None No PDF: a character."
    assert went.startswith("6 March 2018, by post Recorded by")
    table = letters_table(found, [letter(found, **sent)], person("BUSINESS_SUPPORT"), AT)
    assert table.rows[0][5].href.endswith("/letters/1/sent") and "correct it" in table.rows[0][5].about
    assert letters_table(found, [letter(found, **sent)], person("SOCIAL_WORKER"), AT).rows[0][5].href == ""


def test_whoever_sends_no_letters_is_given_no_files():
    found = facts()
    ((_, _, word, pdf, large, went),) = rows(found, letter(found), role="SOCIAL_WORKER")
    assert (word, pdf, large, went) == ("", "", "", "Not sent")
