"""Large print and who read it to somebody, in the tables of copies and letters."""

import datetime as dt
import uuid

import pytest

from conferences.views.presenters import copies as present
from conferences.views.presenters.documents_readings import read_cell
from tests.factories import DocumentFactory, PersonFactory
from tests.presenters.made import cells, made, person

REF = uuid.UUID(int=5)
AT = dt.datetime(2018, 5, 1, 12, tzinfo=dt.UTC)
SUPPORT = person("BUSINESS_SUPPORT")
READ = {
    "read_how": "INTERPRETER",
    "read_language": "Polish",
    "read_who": "Iris Exemplar",
    "read_date": AT.date(),
    "read_by": SUPPORT,
}


def kept(language="Polish", **fields):
    theirs = made(PersonFactory, full_name="Parent Exemplar", interpreter_language=language)
    told = {"kind": "RECORD", "person": theirs, "made_by": SUPPORT, "made_at": AT}
    return made(DocumentFactory, **(told | fields))


def table(*versions):
    return present.copies_table([present.CopyShown("Parent Exemplar", "", list(versions))], REF, SUPPORT)


@pytest.mark.parametrize(
    ("fields", "newest", "text", "links"),
    [
        ({}, True, "Record that it was read to them", True),
        ({}, False, "Not read to them", False),
        ({"needs_release": True}, True, "Not yet", False),
        ({"language": ""}, True, "No interpreter is recorded", False),
        (READ, False, "Polish, 1 May 2018", True),
    ],
)
def test_whether_it_was_read_to_them_is_said(fields, newest, text, links):
    cell = read_cell(kept(**fields), REF, is_newest=newest)
    assert cell.text == text and bool(cell.href) is links


def test_who_read_it_and_who_recorded_it_are_said():
    note = read_cell(kept(**READ), REF, is_newest=True).note
    assert note == (
        "An interpreter read or signed it to them: Iris Exemplar. Recorded by Sample Business support."
    )


def test_the_column_stands_where_somebody_has_an_interpreter():
    assert [one.label for one in table(kept()).columns][-1] == "In their language"
    assert [one.label for one in table(kept(language="")).columns][-1] == "Sent"


def test_what_an_earlier_release_made_has_no_large_print_and_says_so():
    old, new = kept(), kept()
    new.has_large = True
    assert "Made before large print" in cells(table(old))[0][4]
    assert table(new).rows[0][4].href.endswith(".large-print")
