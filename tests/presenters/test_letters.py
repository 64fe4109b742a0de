"""The letters of a record in words: to whom, the file, and whether each was sent."""

import datetime as dt
import uuid

import pytest

from conferences.queries.days import Day
from conferences.rules.days import Told
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.views.presenters.letters import letters_table, record_sent_line
from safeguarding.bankholidays import england
from tests.factories import LetterFactory, MeetingRecordFactory, PersonFactory
from tests.presenters.made import cells, made, person

REF = uuid.UUID(int=5)
SENT = dt.date(2018, 5, 1)


def letter(**fields):
    return made(LetterFactory, person=made(PersonFactory, full_name="Parent Samplewood"), **fields)


def test_a_letter_to_be_sent_leads_to_its_file_and_to_where_its_day_is_entered():
    one = letter()
    (row,) = letters_table([one], REF, {}, {}).rows
    assert row[1].text == "Download the letter to Parent Samplewood (Word)"
    assert row[2].text == "Enter the day the letter to Parent Samplewood was sent"
    assert str(REF) in row[1].href and str(one.pk) in row[1].href and row[2].href != row[1].href


def test_two_of_one_name_are_told_apart_by_what_they_are_to_the_child():
    mother, father = letter(), letter()
    ties = {mother.person_id: "Mother of Amber Samplewood", father.person_id: "Father of Amber Samplewood"}
    (row, other) = letters_table([mother, father], REF, {}, ties).rows
    assert (row[0].text, row[0].note) == ("Parent Samplewood", "Mother of Amber Samplewood")
    assert row[1].text == "Download the letter to Parent Samplewood, mother of Amber Samplewood (Word)"
    assert "Parent Samplewood, father of Amber Samplewood was sent" in other[2].text
    (alone,) = letters_table([mother], REF, {}, ties).rows
    assert alone[1].text == "Download the letter to Parent Samplewood (Word)"


def test_a_letter_that_was_sent_says_when_and_by_whom():
    (row,) = letters_table([letter(sent_date=SENT, sent_by=person("BUSINESS_SUPPORT"))], REF, {}, {}).rows
    assert (row[2].text, row[2].note, row[2].href) == ("1 May 2018", "by Sample Business support", "")


def test_a_day_that_it_told_and_that_moved_is_said_once_for_siblings():
    one = letter(sent_date=SENT, sent_by=person("BUSINESS_SUPPORT"))
    now = due_by(Code.HOLD_FIRST_CORE_GROUP, dt.date(2018, 4, 24), england())
    day = Day(Told(dt.date(2018, 5, 8), ""), now, "New bank holiday.")
    (row,) = letters_table([one], REF, {one.pk: [day, day]}, {}).rows
    assert row[2].note == (
        "by Sample Business support. Hold the first core group: by Wednesday 9 May 2018."
        " It was told as Tuesday 8 May 2018. New bank holiday."
    )


def test_a_confidential_address_is_warned_of():
    one = letter()
    one.person.address_is_confidential = True
    assert (
        cells(letters_table([one, letter()], REF, {}, {}))[0][0] == "Parent Samplewood Confidential address"
    )
    assert cells(letters_table([letter()], REF, {}, {}))[0][0] == "Parent Samplewood"


def test_no_letter_is_said():
    assert letters_table([], REF, {}, {}).empty == "No letter has been made yet."


@pytest.mark.parametrize(
    ("sent", "until", "words"),
    [
        (None, SENT, "The record is not marked as sent."),
        (SENT, None, "The record was sent on 1 May 2018."),
        (
            SENT,
            dt.date(2018, 5, 29),
            "The record was sent on 1 May 2018. Its accuracy may be challenged until Tuesday 29 May 2018.",
        ),
    ],
)
def test_the_record_says_when_it_went_out_and_until_when_it_may_be_challenged(sent, until, words):
    assert record_sent_line(made(MeetingRecordFactory, sent_date=sent), until) == words
