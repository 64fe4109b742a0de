"""What to look at again before a record is signed."""

from conferences.rules.copies_strangers import Strangers
from conferences.views.presenters.recording_before import unsure
from tests.factories import ChildFactory, ChildPartFactory, MeetingRecordFactory, RequestedChildFactory
from tests.presenters.made import made
from tests.presenters.test_recording import came
from tests.presenters.test_recording_screen import family

NOTHING = Strangers()


def said(strangers=NOTHING, parts=(), **texts):
    record = made(
        MeetingRecordFactory, attendances=[family("Ann Testcase"), came("SCHOOL")], parts=list(parts), **texts
    )
    return [one.sentence for one in unsure(record, strangers)]


def test_lines_of_nobody_are_told_under_their_heading_and_no_others():
    told = said(what_happened="Ann: I was ill\nHe went\nThey came", must_change="Ann: Sleep", family_view="")
    assert told == ["“What has happened”: 2 lines without who said it: “He went”"]


def test_a_long_line_is_told_by_its_beginning():
    assert said(must_change="word " * 40)[0].endswith("word…”")


def test_a_child_who_is_on_the_list_may_be_who_said_it():
    child = made(ChildFactory, given_names="Amber", family_name="Testcase")
    part = made(ChildPartFactory, requested_child=made(RequestedChildFactory, child=child))
    text = {"family_view": "Amber: I like Nan’s"}
    assert len(said(parts=[part], **text)) == 1
    part.is_listed = True
    assert said(parts=[part], **text) == []


def test_what_is_known_of_another_family_stands_first():
    found = said(Strangers(("Kit Marlowe",)), what_happened="He went")
    assert "another family: “Kit Marlowe”" in found[0] and len(found) == 2
