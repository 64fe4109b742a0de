"""A meeting's record in words: what is done, what is missing and where, and what was decided."""

import datetime as dt

import pytest

from conferences.queries import recording as facts
from conferences.queries.plans_days import PlanDays
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import due_by
from conferences.views.presenters import recording
from safeguarding.bankholidays import england
from safeguarding.register.agencykinds import STARTING
from tests.factories import (
    AttendanceFactory,
    BookingFactory,
    ChildFactory,
    ChildPartFactory,
    MeetingRecordFactory,
    PlanActionFactory,
    RequestedChildFactory,
)
from tests.presenters.made import cells, made, moment, person, said

WHOLE = {
    "outcome": "PLAN_BEGINS",
    "category": "NEG",
    "reasons": "The invented harm <goes> on.",
    "voice": "I want it to stop.",
    "participation": "PN6",
    "version": 2,
}
QUORUM = ("SOCIAL_CARE", "SCHOOL", "POLICE")


@pytest.fixture(autouse=True)
def quorum(monkeypatch):
    """The local limit as it is when nobody set another, without asking the database for it."""
    monkeypatch.setattr(facts, "whole", lambda key, on: 2)


def part_of(*, kind="INITIAL", actions=1, reviewed=False, **fields):
    child = made(ChildFactory, given_names="Amber", family_name="Testcase")
    asked = made(RequestedChildFactory, child=child, kind=kind)
    first = [made(PlanActionFactory) for _ in range(actions)]
    part = made(ChildPartFactory, requested_child=asked, actions=first, **fields)
    part.reviewed_before = reviewed
    return part


def came(kind, **fields):
    """Somebody of a kind of agency, without the database."""
    one = made(AttendanceFactory, agency_kind=kind, counted_as=kind, **fields)
    one.kind_name = STARTING[kind]
    return one


def record_of(*parts, kinds=QUORUM, **fields):
    present = [came(kind) for kind in kinds]
    return made(MeetingRecordFactory, attendances=present, parts=list(parts), **fields)


def tags(record):
    return [task.tag.text for task in recording.tasks(record)]


def test_an_empty_record_says_of_each_task_that_nothing_is_recorded():
    assert tags(record_of(part_of(), kinds=())) == ["Nothing yet"] * 3


def test_a_task_begun_is_in_progress_and_a_whole_one_completed():
    texts = {"working_well": "a", "worried_about": "b"}
    begun = record_of(part_of(**WHOLE | {"reasons": ""}), kinds=("SCHOOL",), **texts)
    whole = record_of(part_of(**WHOLE), **texts, family_view="c")
    assert tags(begun) == ["In progress"] * 3 and tags(whole) == ["Completed"] * 3


def test_a_meeting_without_a_quorum_is_recorded_once_it_says_why():
    attendance = recording.tasks(record_of(kinds=("SCHOOL",), inquorate_reason="Nobody else came."))[0]
    assert attendance.tag.text == "Completed" and attendance.hint.startswith("Not quorate: ")


def test_each_task_leads_to_its_own_page():
    record = record_of(part_of(), part_of())
    hrefs = [task.href for task in recording.tasks(record)]
    assert len(set(hrefs)) == 4 and all(str(record.booking.ref) in href for href in hrefs)


def test_what_is_missing_leads_to_where_it_is_put_right():
    part = part_of(**WHOLE | {"voice": ""})
    record = record_of(part, kinds=())
    attendance, voice = recording.missing_of(record, [])
    assert attendance.sentence == "Record who attended" and attendance.href.endswith("/attendance")
    assert voice.sentence == "Record what Amber Testcase says, or why it could not be heard"
    assert str(part.requested_child.child.ref) in voice.href


def test_nothing_is_missing_of_a_whole_record():
    assert recording.missing_of(record_of(part_of(**WHOLE)), []) == []


def test_a_plan_that_ends_too_easily_is_warned_of_only_before_signing():
    ends = {"outcome": "PLAN_ENDS", "category": "", "end_reason": "RISK_REDUCED"}
    record = record_of(part_of(kind="REVIEW", **WHOLE | ends), kinds=("SCHOOL",))
    (warned,), (plain,) = recording.children(record, warned=True), recording.children(record)
    assert [warning.partition(" ends ")[2][:20] for warning in warned.warnings] == [
        "at a meeting that wa",
        "at its first review.",
    ]
    assert plain.warnings == ()
    later = record_of(part_of(kind="REVIEW", reviewed=True, **WHOLE | ends))
    assert list(recording.children(later, warned=True)[0].warnings) == []


def test_a_part_tells_the_decision_first_and_leaves_out_the_codes_that_do_not_fit():
    rows = said(recording.part_rows(part_of(**WHOLE)))
    assert list(rows)[:3] == ["Conference", "Decision", "Category"] and "Why the plan ends" not in rows
    assert rows["Decision"] == "A child protection plan begins"
    assert rows["Reasons"] == "The invented harm &lt;goes&gt; on."
    assert said(recording.part_rows(part_of()))["Decision"] == "Not recorded"


def test_a_decision_says_what_it_leads_to():
    held = dt.date(2018, 4, 24)
    codes = Code.HOLD_REVIEW, Code.HOLD_FIRST_CORE_GROUP
    review, group = (due_by(code, held, england()) for code in codes)
    rows = recording.decided_rows(PlanDays(review, group))
    assert [(row.key, row.value) for row in rows if row.key != "How it is counted"] == [
        ("Next review conference due", "By Tuesday 24 July 2018"),
        ("First core group due", "By Wednesday 9 May 2018"),
    ]
    assert recording.decided_rows(PlanDays()) == []


def test_the_headline_names_child_decision_and_category():
    words = recording.headline(part_of(**WHOLE))
    assert words == "Amber Testcase: a child protection plan begins, under neglect"
    assert recording.headline(part_of(outcome="NO_PLAN")) == "Amber Testcase: no child protection plan"


def test_why_it_went_ahead_is_told_only_where_there_was_no_quorum():
    reason = {"inquorate_reason": "Nobody else came."}
    assert list(said(recording.quoracy_rows(record_of(**reason)))) == ["Quorum"]
    rows = said(recording.quoracy_rows(record_of(kinds=("SCHOOL",), **reason)))
    assert rows["Why it went ahead"] == "Nobody else came."
    assert recording.quoracy_sentence(record_of(kinds=())) == ""


def test_who_attended_is_told_with_where_from_and_how():
    family = made(AttendanceFactory, name="Parent Samplewood", is_family=True, agency_kind="", mode="VIDEO")
    table = recording.attendance_table([family, came("SCHOOL", role="Head of year")])
    assert cells(table)[0] == ["Parent Samplewood", "Family", "By video"]
    assert cells(table)[1][::2] == ["Teacher Exemplar Head of year", "In person"]
    assert recording.attendance_table([]).empty == "Nobody is recorded yet."


def test_first_actions_are_told_with_who_and_by_when():
    assert cells(recording.actions_table(part_of())) == [
        ["Take the child to the invented clinic each week", "Parent Samplewood", "8 May 2018"]
    ]
    assert recording.actions_table(part_of(actions=0)).caption == "First actions for Amber Testcase"


def test_the_draft_tells_the_latest_save_of_any_part():
    at = moment(dt.date(2018, 4, 24), 9)
    later = part_of(saved_at=at, saved_by=person())
    words = recording.draft_line(record_of(later))
    assert words == "Draft saved at 10am on 24 April 2018 by Sample Independent chair."


def test_a_signed_record_says_by_whom_and_when():
    record = record_of(signed_by=person(), signed_at=moment(dt.date(2018, 4, 24), 9))
    words = recording.signed_line(record)
    assert words == "Signed by Sample Independent chair on 24 April 2018 at 10am."


def test_the_family_s_part_and_the_meeting_are_told_for_reading():
    rows = said(recording.common_rows(record_of(working_well="Grandparents <help>")))
    assert rows["What is working well"] == "Grandparents &lt;help&gt;"
    assert rows["What the family says"] == "Not recorded"
    meeting = said(recording.meeting_rows(made(BookingFactory, chair=person())))
    assert meeting["Meeting"] == "Tuesday 24 April 2018, 10am"
    assert meeting["Chair"] == "Sample Independent chair"
