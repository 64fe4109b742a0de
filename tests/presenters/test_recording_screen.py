"""What stands on the screen that everybody in the room reads."""

from conferences.views.presenters import recording_screen as screen
from tests.factories import AttendanceFactory, MeetingRecordFactory
from tests.presenters.made import made
from tests.presenters.test_recording import WHOLE, came, part_of, record_of


def family(name, mode="IN_PERSON"):
    return made(AttendanceFactory, name=name, role="", agency_kind="", is_family=True, mode=mode)


def shown(*people, **texts):
    record = made(MeetingRecordFactory, attendances=list(people), parts=[], **texts)
    return [(one.heading, [(line.who, line.words) for line in one.lines]) for one in screen.frame(record)]


def test_only_headings_with_words_stand_there_in_the_order_of_the_meeting():
    told = shown(support_asked="One worker", what_happened="The police came\nThey went")
    assert told == [
        ("What has happened", [("", "The police came"), ("", "They went")]),
        ("The support they ask for", [("", "One worker")]),
    ]


def test_the_family_stands_first_and_who_is_not_here_not_at_all():
    people = [
        came("SCHOOL", name="Edith Chalkdust"),
        family("Ann Testcase"),
        family("Bob Testcase", "ABSENT"),
    ]
    ((_, lines),) = shown(*people, family_view="Edith: Tired\nBob: I am at work\nAnn: I try")
    assert lines == [("Ann Testcase", "I try"), ("Edith Chalkdust", "Tired")]


def test_of_a_child_the_given_name_the_decision_and_the_actions_are_shown_and_no_reasons():
    whole, empty = screen.children(record_of(part_of(**WHOLE), part_of(actions=0)), {})
    assert (whole.name, whole.decision) == ("Amber", "A child protection plan begins, for neglect")
    assert len(whole.actions) == 1 and (empty.decision, empty.actions) == ("Nothing decided yet", [])
    assert WHOLE["reasons"] not in str(whole) and WHOLE["voice"] not in str(whole)


def test_scores_are_shown_once_everybody_who_is_here_has_one():
    people = [
        came("SCHOOL", name="Edith Chalkdust"),
        family("Ann Testcase"),
        family("Bob Testcase", "ABSENT"),
    ]
    for text, seen in (
        ("Ann: 8, warm", []),
        ("Edith: 3, cold\nAnn: 8, warm", [("Ann Testcase", 8, "warm"), ("Edith Chalkdust", 3, "cold")]),
    ):
        part = part_of(**WHOLE | {"scores": text})
        record = made(MeetingRecordFactory, attendances=people, parts=[part])
        assert screen.children(record, {})[0].scores == seen
