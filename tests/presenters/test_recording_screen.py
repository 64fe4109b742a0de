"""What stands on the screen that everybody in the room reads."""

from conferences.rules.invitations import TakesPart
from conferences.views.presenters import recording_screen as screen
from safeguarding.labelled import values
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


def test_a_line_an_action_and_a_score_with_a_confidential_address_are_left_out_and_told():
    people = [family("Ann Testcase")]
    part = part_of(**WHOLE | {"scores": "Ann: 8, near 7 Motherlane"})
    for one in part.actions.all():
        one.what = "Go to 7, motherlane"
    given = {"what_happened": "Ann: I am tired\nAnn: He came to ZZ91 1MM"}
    record = made(MeetingRecordFactory, attendances=people, parts=[part], **given)
    hidden = ["7 Motherlane", "ZZ91 1MM"]
    ((heading,), (child,)) = screen.frame(record, hidden), screen.children(record, {}, hidden)
    assert [line.words for line in heading.lines] == ["I am tired"]
    assert (child.scores, child.actions) == ([], [])
    told = [one.sentence for one in screen.not_shown(record, hidden)]
    assert [words.partition(" something")[0] for words in told] == [
        "Under “What has happened”",
        "In the first actions of Amber Testcase",
        "In the scores of Amber Testcase",
    ]
    assert screen.not_shown(record, []) == []


def test_a_child_who_is_on_the_list_speaks_when_said_to_take_part_or_once_they_chose_to_come():
    told = ("PN1", "NONE", True), ("PN6", "ALL", False)
    unsaid = [("", chose, chose in ("ALL", "PART", "VIDEO")) for chose in ("", *values(TakesPart))]
    for participation, chose, seen in (*told, *unsaid):
        part = part_of(**WHOLE | {"participation": participation})
        part.is_listed, part.chose = True, chose
        given = {"family_view": "Amber: I like Nan’s"}
        record = made(MeetingRecordFactory, attendances=[family("Ann Testcase")], parts=[part], **given)
        lines = [(line.who, line.words) for one in screen.frame(record) for line in one.lines]
        assert lines == ([("Amber Testcase", "I like Nan’s")] if seen else [])
