"""The words of open work and of its handing on."""

from conferences.queries.handovers import OpenWork
from conferences.views.presenters.handovers import handover_rows, passed_words, work_rows
from tests.factories import UserFactory, WorkHandoverFactory


def handover(**facts):
    people = {"person": UserFactory.build(), "done_by": UserFactory.build(full_name="Amber Admin")}
    return WorkHandoverFactory.build(**people, **facts)


def test_each_kind_of_open_work_is_counted() -> None:
    rows = work_rows(OpenWork(ahead=1, unsigned=2, children=3, duties=0, consultations=1))
    assert [str(row.value) for row in rows[:3]] == ["1 meeting", "2 records", "3 children"]
    assert "pass with the children" in rows[-1].value
    assert work_rows(OpenWork(0, 0, 0, 0, consultations=1))[-1].value == "1 consultation"
    assert work_rows(OpenWork(0, 0, 0, 0, 0))[-1].value == "None"


def test_what_passed_is_one_sentence() -> None:
    words = passed_words(handover(meetings=1, children=2, duties=1))
    assert words == "Handed on: 1 meeting, 2 children and 1 other thing that is due."


def test_the_last_handing_on_says_to_whom_and_what_did_not_pass() -> None:
    rows = handover_rows(handover(chair=UserFactory.build(full_name="Basil Chair"), left="Meeting 7: taken."))
    assert [row.value for row in rows][-2:] == ["meetings to Basil Chair", "Meeting 7: taken."]
    assert handover_rows(None) == []
