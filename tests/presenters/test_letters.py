"""The letters of a record, and how long its accuracy may be challenged."""

import datetime as dt
import uuid

from conferences.views.presenters.letters import letters_table, record_sent_line
from tests.factories import LetterFactory, MeetingRecordFactory, PersonFactory
from tests.presenters.made import cells, made, person

REF = uuid.uuid4()
SENT = dt.date(2018, 4, 25)


def test_a_letter_not_sent_leads_to_where_its_day_is_entered() -> None:
    to = made(PersonFactory, full_name="Parent Samplewood", address_is_confidential=True)
    table = letters_table([made(LetterFactory, person=to)], REF)
    assert cells(table)[0][0] == "Parent Samplewood Confidential address"
    assert cells(table)[0][2] == "Enter the day the letter to Parent Samplewood was sent"
    assert f"/{REF}/" in table.rows[0][2].href


def test_a_letter_that_went_tells_when_and_by_whom() -> None:
    letter = made(LetterFactory, sent_date=SENT, sent_by=person("BUSINESS_SUPPORT"))
    assert cells(letters_table([letter], REF))[0][2] == "25 April 2018 by Sample Business support"


def test_a_record_says_until_when_it_may_be_challenged_once_it_was_sent() -> None:
    unsent, sent = made(MeetingRecordFactory), made(MeetingRecordFactory, sent_date=SENT)
    assert record_sent_line(unsent, None) == "The record is not marked as sent."
    assert record_sent_line(sent, None) == "The record was sent on 25 April 2018."
    assert record_sent_line(sent, dt.date(2018, 5, 10)).endswith("challenged until Thursday 10 May 2018.")
