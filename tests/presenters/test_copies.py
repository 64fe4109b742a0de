"""The copies of a record in words: what each waits for, and when the record went."""

import datetime as dt
import uuid

import pytest

from conferences.views.presenters import copies as present
from tests.factories import NOON, DocumentFactory, MeetingRecordFactory, UserFactory
from tests.presenters.made import cells, made, person

REF = uuid.UUID(int=5)
AT = dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC)
SUPPORT = person("BUSINESS_SUPPORT")
DAY = dt.date(2018, 5, 2)


def kept(number=1, **fields):
    told = {"kind": "RECORD", "person": None, "agency_kind": "SCHOOL", "agency_name": "Teacher Exemplar"}
    return made(DocumentFactory, version=number, made_by=SUPPORT, made_at=AT, **(told | fields))


def row(*versions, reader=SUPPORT):
    one = present.CopyShown("Teacher Exemplar", "Head", list(versions))
    return cells(present.copies_table([one], REF, reader))[0]


@pytest.mark.parametrize(
    ("fields", "reader", "words"),
    [
        ({}, SUPPORT, "Record that it was sent"),
        ({"needs_release": True}, SUPPORT, "Somebody else releases it"),
        ({"needs_release": True}, None, "Look at it and release it"),
        (
            {"needs_release": True, "released_by": SUPPORT, "released_at": AT},
            SUPPORT,
            "Record that it was sent",
        ),
        ({"off_at": AT, "off_by": SUPPORT, "off_reason": "Not safe"}, SUPPORT, "It will not be sent"),
        ({"sent_date": DAY, "sent_by": SUPPORT, "sent_how": "BY_HAND"}, SUPPORT, "Nothing"),
    ],
)
def test_what_a_copy_waits_for_is_said(fields, reader, words):
    reader = reader or made_by_another()
    assert row(kept(**fields), reader=reader)[5].startswith(words)


def made_by_another():
    other = person("CHAIR")
    other.pk = (SUPPORT.pk or 0) + 1
    return other


def test_how_it_went_and_what_shows_it_are_said():
    sent = {"sent_date": DAY, "sent_by": SUPPORT, "sent_how": "BY_HAND", "sent_proof": "Given to her at home"}
    assert "By hand, by" in row(kept(**sent))[6] and "Given to her at home" in row(kept(**sent))[6]


def test_what_must_be_looked_at_is_said():
    assert "names a child whom it is not about" in row(kept(told={"cautions": ["CHILD"]}))[5]


def test_without_a_pdf_the_page_says_why_and_offers_the_other_file():
    bare = kept(left_out="No typeface has it.")
    assert "No typeface has it." in row(bare)[3]
    assert [suffix for suffix, _ in present.files_of(bare)] == ["docx"]
    assert [suffix for suffix, _ in present.files_of(kept())] == ["pdf", "docx"]


def test_when_the_record_went_is_said():
    record = made(MeetingRecordFactory, sent_date=None)
    key = (None, "SCHOOL", "teacher exemplar")
    assert present.record_line(record, {}, None).endswith("when the last of its copies has gone.")
    assert "1 copy still to send." in present.record_line(record, {key: [kept()]}, None)
    sent = made(MeetingRecordFactory, sent_date=DAY)
    assert "no document of it is kept" in present.record_line(sent, {}, None)
    assert present.record_line(sent, {key: [kept(sent_date=DAY)]}, dt.date(2018, 5, 17)) == (
        "The record was sent on 2 May 2018. Its accuracy may be challenged until Thursday 17 May 2018."
    )


def test_a_record_that_goes_to_nobody_says_why_and_how_it_goes_after_all():
    told = {"unsent_at": NOON, "unsent_by": UserFactory.build(full_name="Sam Example")}
    record = made(MeetingRecordFactory, sent_date=None, unsent_reason="It is not safe.", **told)
    said = present.record_line(record, {}, None)
    assert "goes to nobody" in said and "It is not safe. Sam Example," in said and "make a copy" in said
