"""The letters of a record in words: to whom, the file, and whether each was sent."""

import datetime as dt
import uuid

from conferences.queries.days import Day
from conferences.rules.days import Told
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.views.presenters.letters import LetterShown, letters_table
from safeguarding.bankholidays import england
from tests.factories import DocumentFactory, LetterFactory, PersonFactory
from tests.presenters.made import cells, made, person

REF = uuid.UUID(int=5)
SENT = dt.date(2018, 5, 1)


def letter(**fields):
    return made(LetterFactory, person=made(PersonFactory, full_name="Parent Samplewood"), **fields)


def shown(one=None, **fields):
    return LetterShown(one or letter(), **fields)


def kept(number=1, **fields):
    by = person("BUSINESS_SUPPORT")
    return made(
        DocumentFactory,
        version=number,
        made_by=by,
        made_at=dt.datetime(2018, 5, number, 12, tzinfo=dt.UTC),
        **fields,
    )


def test_a_letter_to_be_sent_leads_to_its_files_and_to_where_its_day_is_entered():
    one = shown(versions=[kept()])
    (row,) = letters_table([one], REF).rows
    assert [cell.text for cell in row[2:4]] == ["Word", "PDF"]
    assert [cell.about for cell in row[2:4]] == ["of version 1 to Parent Samplewood"] * 2
    assert row[2].href.endswith(f"{one.versions[0].pk}.docx") and row[3].href.endswith(".pdf")
    assert row[5].text == "Enter the day the letter to Parent Samplewood was sent"
    assert row[1].note == "Version 1. Made on 1 May 2018 by Sample Business support."
    assert str(one.letter.pk) in row[1].href and str(one.letter.pk) in row[5].href


def test_a_letter_of_which_no_file_was_kept_says_so():
    (row,) = letters_table([shown()], REF).rows
    assert (
        row[1].note
        == "Made on 9 April 2018. No file was kept then. It is made and kept when you first open it."
    )
    assert row[2].text == "Open the letter to Parent Samplewood (Word)" and row[3].text == "Not made yet"


def test_a_version_that_was_replaced_is_marked_and_leads_to_no_other():
    first, second = kept(sent_date=SENT, sent_by=person("BUSINESS_SUPPORT")), kept(2, changed="Your address.")
    (new, old) = letters_table([shown(versions=[second, first])], REF).rows
    assert (old[1].text, old[1].href, old[1].tag.text) == ("1", "", "Replaced")
    assert "Replaced by version 2 on 2 May 2018. Do not send it." in old[1].note
    assert (
        "Version 2. Made on 2 May 2018 by Sample Business support. Other than before: Your address."
        in new[1].note
    )
    assert (old[5].text, new[5].text) == (
        "1 May 2018",
        "Enter the day the letter to Parent Samplewood was sent",
    )


def test_a_version_that_was_replaced_before_it_went_was_never_sent():
    rows = letters_table([shown(versions=[kept(2), kept()])], REF).rows
    assert [row[5].text for row in rows][1] == "Never sent"


def test_what_is_other_since_is_said_of_the_newest_version():
    (new, old) = letters_table([shown(versions=[kept(2), kept()], since=["Moved."])], REF).rows
    assert "Moved." in new[1].note and "Moved." not in old[1].note


def test_a_missing_pdf_says_why():
    (row,) = letters_table([shown(versions=[kept(left_out="A sign is missing.")])], REF).rows
    assert (row[3].text, row[3].href, row[3].note) == ("None", "", "A sign is missing.")


def test_two_of_one_name_are_told_apart_by_what_they_are_to_the_child():
    mother = shown(ties="Mother of Amber Samplewood")
    father = shown(ties="Father of Amber Samplewood")
    (row, other) = letters_table([mother, father], REF).rows
    assert (row[0].text, row[0].note) == ("Parent Samplewood", "Mother of Amber Samplewood")
    assert row[2].text == "Open the letter to Parent Samplewood, mother of Amber Samplewood (Word)"
    assert "Parent Samplewood, father of Amber Samplewood was sent" in other[5].text
    (alone,) = letters_table([mother], REF).rows
    assert alone[2].text == "Open the letter to Parent Samplewood (Word)"


def test_a_letter_that_was_sent_says_when_and_by_whom():
    one = shown(letter(sent_date=SENT, sent_by=person("BUSINESS_SUPPORT")))
    (row,) = letters_table([one], REF).rows
    assert (row[5].text, row[5].note, row[5].href) == ("1 May 2018", "by Sample Business support", "")


def test_a_day_that_it_told_and_that_moved_is_said_once_for_siblings():
    one = letter(sent_date=SENT, sent_by=person("BUSINESS_SUPPORT"))
    now = due_by(Code.HOLD_FIRST_CORE_GROUP, dt.date(2018, 4, 24), england())
    day = Day(Told(dt.date(2018, 5, 8), ""), now, "New bank holiday.")
    (row,) = letters_table([shown(one, moved=[day, day])], REF).rows
    assert row[5].note == (
        "by Sample Business support. Hold the first core group: by Wednesday 9 May 2018."
        " It was told as Tuesday 8 May 2018. New bank holiday."
    )


def test_a_confidential_address_is_warned_of():
    one = letter()
    one.person.address_is_confidential = True
    assert cells(letters_table([shown(one)], REF))[0][0] == "Parent Samplewood Confidential address"
    assert cells(letters_table([shown()], REF))[0][0] == "Parent Samplewood"


def test_no_letter_is_said():
    assert letters_table([], REF).empty == "No letter has been made yet."


def test_a_letter_that_was_released_says_by_whom_and_why():
    at, by = dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC), person("CHAIR")
    released = {"needs_release": True, "released_by": by, "released_at": at, "release_words": "He fetches it"}
    said = "Released by Sample Independent chair, 1 May 2018 at 1pm. He fetches it."
    (row,) = letters_table([shown(versions=[kept(**released)])], REF).rows
    assert row[5].note == said and row[5].href
    sent = {"sent_date": SENT, "sent_by": person("BUSINESS_SUPPORT")}
    (row,) = letters_table([shown(versions=[kept(**released, **sent)])], REF).rows
    assert row[5].note == f"by Sample Business support. {said}"
