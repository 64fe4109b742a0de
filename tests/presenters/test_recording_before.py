"""What to look at again before a record is signed."""

from conferences.rules.copies_strangers import Strangers
from conferences.views.presenters.recording_before import not_again, unsure
from tests.factories import (
    ChildFactory,
    ChildPartFactory,
    MeetingRecordFactory,
    PlanActionFactory,
    PlanFactory,
    PlanNeedFactory,
    RequestedChildFactory,
)
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


def left(needs, actions, before, outcome="PLAN_CONTINUES"):
    child = made(ChildFactory, given_names="Amy", family_name="Testcase")
    asked = made(RequestedChildFactory, child=child, plan=made(PlanFactory, child=child))
    lines = {
        "needs": [made(PlanNeedFactory) for _ in range(needs)],
        "actions": [made(PlanActionFactory) for _ in range(actions)],
    }
    part = made(ChildPartFactory, requested_child=asked, outcome=outcome, **lines)
    return [
        one.sentence for one in not_again(made(MeetingRecordFactory, parts=[part]), {asked.plan_id: before})
    ]


def test_what_a_review_does_not_write_again_is_told_before_it_goes():
    (told,) = left(0, 1, before=(5, 3))
    assert "The plan of Amy Testcase has 5 needs and 3 actions; this record writes no needs and 1" in told
    assert left(5, 3, before=(5, 3)) == left(6, 3, before=(5, 3)) == left(1, 1, before=(0, 0)) == []
    assert len(left(6, 2, before=(5, 3))) == 1
    # Nothing written leaves the plan as it is; a plan that ends is none that goes on.
    assert left(0, 0, before=(5, 3)) == left(0, 1, before=(5, 3), outcome="PLAN_ENDS") == []
