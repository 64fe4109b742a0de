"""Who is to be sent again what was put right, in words: what they have, what is other, and what is next."""

import datetime as dt
import uuid

import pytest

from conferences.queries.documents_again import Former
from conferences.views.presenters import documents_again as present
from tests.factories import DocumentFactory
from tests.presenters.made import cells, made, person

REF = uuid.UUID(int=5)
AT = dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC)
SUPPORT, WHO = person("BUSINESS_SUPPORT"), "Teacher Exemplar"
DAY, SINCE = dt.date(2018, 5, 3), dt.date(2018, 5, 9)


def kept(version=1, **fields):
    told = {"kind": "RECORD", "person": None, "agency_kind": "SCHOOL", "agency_name": WHO}
    one = made(DocumentFactory, version=version, made_by=SUPPORT, made_at=AT, **(told | fields))
    one.pk = version
    return one


def former(newest=None, what=("The decision for Amy",), **fields):
    sent = kept()
    return Former(sent, DAY, SINCE, what, newest or sent, **fields)


def next_of(one, reader=None):
    (row,) = cells(present.again_table([(WHO, one)], REF, reader, {}))
    return row[3]


def test_beside_the_name_stands_what_they_have_and_what_to_do():
    has = "They have the version sent on 3 May 2018, which was put right on 9 May 2018: "
    assert present.former_line(former()) == has + "make a new one and send it."
    assert present.former_line(former(kept(2), is_ready=True)) == has + "send them the new one."
    replaced = former(kept(2, changed="Their name"), what=(), is_ready=True)
    assert "which was replaced on 9 May 2018: send them" in present.former_line(replaced)


def test_who_is_not_told_again_is_said_with_why_and_is_no_row():
    one = former(why_not="They were excluded.")
    assert present.former_line(one).endswith("put right on 9 May 2018. They were excluded.")
    assert present.again_table([(WHO, one)], REF, None, {}) is None
    assert present.again_table([], REF, None, {}) is None


def test_a_row_says_what_they_have_and_all_that_is_other():
    what = "The decision for Amy", "Who Basil is"
    (row,) = cells(present.again_table([(WHO, former(what=what))], REF, None, {}))
    assert row[0] == WHO
    assert "Copy of the record, version 1" in row[1] and "Sent on 3 May 2018" in row[1]
    assert "The decision for Amy and who Basil is." in row[2] and "Put right on 9 May 2018" in row[2]


@pytest.mark.parametrize(
    ("newest", "is_ready", "reader", "words"),
    [
        (None, False, None, "Make a new version"),
        (kept(2), True, None, "Record that it was sent"),
        (kept(2, needs_release=True), True, None, "Look at it and release it"),
        (kept(2, needs_release=True), True, SUPPORT.pk, "Somebody else looks at it"),
        (kept(2), False, None, "Version 2 does not tell it either."),
    ],
)
def test_what_is_next_is_said_of_the_newest_version(newest, is_ready, reader, words):
    assert words in next_of(former(newest, is_ready=is_ready), reader)


def test_a_letter_leads_to_its_own_pages():
    letter = made(DocumentFactory, kind="DECISION_LETTER", version=1, made_by=SUPPORT, made_at=AT)
    letter.person_id = 4
    table = present.again_table([(WHO, Former(letter, DAY, SINCE, ("x",), letter))], REF, None, {4: 9})
    assert table.rows[0][3].href.endswith("/letters/9/again")
    assert "Decision letter, version 1" in cells(table)[0][1]
