"""The pages of a meeting's record: tasks, parts, two people at once, checking, signing, reading."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.models import Attendance, ChildPart, Decision, MeetingRecord
from conferences.operations.recording import Attendee, save_common, save_part
from conferences.operations.recording_signing import sign
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    InvitationFactory,
    PolicySettingFactory,
    RelationshipFactory,
    RequestedChildFactory,
    ThinkingTimeFactory,
)
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, QUORUM, fill, meeting, review_meeting, signed
from tests.views.pages import text

pytestmark = pytest.mark.django_db
COMMON = {"version": 1, "working_well": "Nan helps", "worried_about": "Cold home", "family_view": "We try"}
ROWS = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 0}
ACTION = {
    "rows-0-what": "See the nurse",
    "rows-0-who": "Mother Samplewood",
    "rows-0-by_date_day": "8",
    "rows-0-by_date_month": "5",
    "rows-0-by_date_year": "2018",
}
PART = ROWS | {"version": 1, "outcome": "", "voice": "", "reasons": ""}
ATTENDED = ROWS | {
    "version": 1,
    "inquorate_reason": "",
    "rows-0-name": "Worker Exemplar",
    "rows-0-role": "Social worker",
    "rows-0-kind": "SOCIAL_CARE",
    "rows-0-mode": "IN_PERSON",
}


def get(client, name, booking, *more):
    return client.get(reverse(name, args=[booking.ref, *more]))


def post(client, name, booking, data, *more):
    return client.post(reverse(name, args=[booking.ref, *more]), data)


def child_of(part):
    return part.requested_child.child.ref


def now_of(part):
    return ChildPart.objects.unscoped("test").get(pk=part.pk)


def record_of(booking):
    return MeetingRecord.objects.unscoped("test").get(booking=booking)


# ----- The list of tasks --------------------------------------------------------------------------------


def test_a_meeting_is_begun_by_a_press_and_not_by_a_look(client, chair):
    booking = BookingFactory(chair=chair)
    RequestedChildFactory(request=booking.request)
    assert "Start the record" in text(get(client, "record", booking))
    assert not MeetingRecord.objects.unscoped("test").exists()
    post(client, "record", booking, {})
    post(client, "record", booking, {})
    assert record_of(booking).parts.count() == 1


def test_before_its_day_a_sentence_says_so_and_nothing_can_be_begun(client, chair):
    start = dt.datetime(2099, 4, 21, 9, tzinfo=dt.UTC)
    booking = BookingFactory(chair=chair, starts_at=start, ends_at=start + dt.timedelta(hours=2))
    RequestedChildFactory(request=booking.request)
    shown = text(get(client, "record", booking))
    assert "from the day it is held, Tuesday 21 April 2099" in shown and "Start the record" not in shown
    assert "from the day it is held" in text(post(client, "record", booking, {}))


@pytest.mark.parametrize("role", ["CHAIR", "BUSINESS_SUPPORT", "STRATEGIC_LEAD"])
def test_somebody_else_who_sends_the_button_is_told_whose_record_it_is(client, db, role):
    booking = BookingFactory()
    RequestedChildFactory(request=booking.request)
    client.force_login(person(role))
    answer = post(client, "record", booking, {})
    assert answer.status_code == 200 and "has not signed the record yet" in text(answer)
    assert not MeetingRecord.objects.unscoped("test").exists()


def test_a_child_with_nothing_recorded_is_named(client, chair):
    booking, amy, _ = meeting(chair)
    save_part(part=amy, version=1, values={"voice": "Hello"}, by=chair, at=AFTER)
    shown = text(get(client, "record", booking))
    assert "Amy Testcase Initial conference In progress" in shown
    assert "Basil Testcase Initial conference Nothing yet" in shown
    assert f"saved by {chair.full_name} at 1pm" in shown


def test_each_part_says_whether_it_is_in_progress_or_completed(client, chair):
    booking, amy, basil = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, {"voice": "Hello"}, []))
    shown = text(get(client, "record", booking))
    assert "Amy Testcase Initial conference Completed" in shown
    assert "Basil Testcase Initial conference In progress" in shown


def test_required_thinking_time_not_held_is_said_and_recording_goes_on(client, chair):
    booking, _, _ = meeting(chair)
    ThinkingTimeFactory(request=booking.request)
    shown = text(get(client, "record", booking))
    assert "Thinking time is required" in shown and "Check the answers" in shown


def test_another_chair_reads_nothing_of_a_draft(client, chair):
    booking, amy, _ = meeting(person("CHAIR"))
    save_part(part=amy, version=1, values={"voice": "Secret voice"}, by=booking.chair, at=AFTER)
    for name, more in (("record_common", []), ("record_check", []), ("record_child", [child_of(amy)])):
        answer = client.get(reverse(name, args=[booking.ref, *more]), follow=True)
        assert "has not signed the record yet" in text(answer) and "Secret voice" not in text(answer)


def test_a_cancelled_meeting_has_no_record(client, chair):
    booking = BookingFactory(
        chair=chair,
        state="CANCELLED",
        cancelled_by=chair,
        cancelled_at=AFTER,
        cancel_reason="OTHER",
    )
    RequestedChildFactory(request=booking.request)
    assert "was cancelled" in text(get(client, "record", booking))


# ----- Attendance ---------------------------------------------------------------------------------------


def test_attendance_opens_with_the_family_and_the_worker(client, chair):
    booking, _, _ = meeting(chair)
    body = get(client, "record_attendance", booking).content.decode()
    for words in ("Mother Samplewood", "Mother of Amy", "Father of Basil", "Worker Exemplar"):
        assert f'value="{words}"' in body


def test_quoracy_is_worked_out_after_saving(client, chair):
    booking, _, _ = meeting(chair)
    assert post(client, "record_attendance", booking, ATTENDED).status_code == 302
    assert "Not quorate: Children's social care attended" in text(get(client, "record_attendance", booking))


def test_a_family_member_keeps_the_tie_to_the_person(client, chair):
    booking, _, _ = meeting(chair)
    mother = booking.request.family.people.get(full_name="Mother Samplewood")
    row = {"rows-0-name": mother.full_name, "rows-0-kind": "FAMILY", "rows-0-person": mother.pk}
    post(client, "record_attendance", booking, ATTENDED | row)
    saved = Attendance.objects.unscoped("test").get()
    assert (saved.person, saved.is_family, saved.agency_kind) == (mother, True, "")


def test_a_person_of_another_family_is_not_taken_from_a_hidden_field(client, chair):
    booking, _, _ = meeting(chair)
    other, _, _ = meeting(chair, starts_at=AFTER, ends_at=AFTER + dt.timedelta(hours=1))
    stranger = other.request.family.people.first()
    row = {"rows-0-kind": "FAMILY", "rows-0-person": stranger.pk}
    post(client, "record_attendance", booking, ATTENDED | row)
    assert Attendance.objects.unscoped("test").get().person is None


def test_a_row_without_a_name_or_a_mode_is_told_and_what_was_typed_stays(client, chair):
    booking, _, _ = meeting(chair)
    answer = post(client, "record_attendance", booking, ATTENDED | {"rows-0-name": "", "rows-0-mode": ""})
    shown = text(answer)
    assert "Enter the name of the person" in shown and "Select how the person took part" in shown
    assert 'value="Social worker"' in answer.content.decode()


def test_another_row_is_added_without_a_word_about_mistakes(client, chair):
    booking, _, _ = meeting(chair)
    answer = post(client, "record_attendance", booking, ATTENDED | {"rows-add": "1", "rows-0-name": ""})
    assert "Person 2 of 2" in text(answer) and "There is a problem" not in text(answer)
    assert not Attendance.objects.unscoped("test").exists()


# ----- The common part ----------------------------------------------------------------------------------


def test_the_common_part_is_saved_and_says_when(client, chair):
    booking, _, _ = meeting(chair)
    answer = client.post(reverse("record_common", args=[booking.ref]), COMMON, follow=True)
    assert "Draft saved at" in text(answer)
    assert record_of(booking).family_view == "We try"


def test_the_second_to_save_sees_both_texts_and_loses_nothing(client, chair):
    booking, _, _ = meeting(chair)
    save_common(record=record_of(booking), version=1, values={"working_well": "Theirs"}, by=chair, at=AFTER)
    answer = post(client, "record_common", booking, COMMON)
    shown = text(answer)
    assert answer.status_code == 409 and "There is a problem" in shown
    assert "Theirs" in shown and "Nan helps" in shown
    assert record_of(booking).working_well == "Theirs"


def test_sending_it_again_after_a_clash_keeps_what_the_person_decided(client, chair):
    booking, _, _ = meeting(chair)
    save_common(record=record_of(booking), version=1, values={"working_well": "x"}, by=chair, at=AFTER)
    body = post(client, "record_common", booking, COMMON).content.decode()
    assert 'name="version" value="2"' in body
    post(client, "record_common", booking, COMMON | {"version": 2, "working_well": "Both"})
    assert record_of(booking).working_well == "Both"


def test_the_same_form_sent_twice_is_saved_once(client, chair):
    booking, _, _ = meeting(chair)
    first, second = (
        post(client, "record_common", booking, COMMON),
        post(client, "record_common", booking, COMMON),
    )
    assert (first.status_code, second.status_code) == (302, 302)
    assert record_of(booking).version == 2


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999"])
def test_a_form_without_its_version_says_so(client, chair, version):
    booking, _, _ = meeting(chair)
    answer = post(client, "record_common", booking, COMMON | {"version": version})
    assert answer.status_code in (200, 409) and "Nan helps" in text(answer)
    assert record_of(booking).working_well == ""


# ----- A child's part -----------------------------------------------------------------------------------


def test_a_part_is_saved_with_its_first_actions(client, chair):
    booking, amy, _ = meeting(chair)
    answer = post(client, "record_child", booking, PART | BEGINS | ACTION, child_of(amy))
    assert answer.status_code == 302
    saved = now_of(amy)
    assert (saved.outcome, saved.category) == ("PLAN_BEGINS", "NEG")
    assert saved.actions.get().by_date == dt.date(2018, 5, 8)


def test_nothing_is_copied_from_a_sibling(client, chair):
    booking, amy, basil = meeting(chair)
    post(client, "record_child", booking, PART | BEGINS | ACTION, child_of(amy))
    body = get(client, "record_child", booking, child_of(basil)).content.decode()
    assert "hungry" not in body and "checked" not in body and "nurse" not in body


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"outcome": "PLAN_BEGINS"}, "Select the category of the plan"),
        ({"outcome": "NO_PLAN", "category": "NEG"}, "Only a plan has a category"),
        ({"category": "NEG"}, "Only a plan has a category"),
        ({"outcome": "NO_PLAN", "end_reason": "MOVED"}, "Give a reason for ending only when a plan ends"),
        ({"outcome": "NO_PLAN", "step_down": "CLOSED"}, "Say where support goes only when a plan ends"),
        ({"outcome": "PLAN_ENDS", "end_reason": "DIED"}, "is not on the list any more"),
        ({"outcome": "NOSUCH"}, "is not on the list any more"),
    ],
)
def test_what_contradicts_itself_is_said_and_nothing_typed_is_lost(client, chair, sent, sentence):
    booking, amy, _ = meeting(chair)
    answer = post(
        client, "record_child", booking, PART | ACTION | {"voice": "My words"} | sent, child_of(amy)
    )
    assert answer.status_code == 200 and sentence in text(answer)
    assert "My words" in text(answer) and "See the nurse" in text(answer)
    assert now_of(amy).version == 1


def test_a_category_left_behind_can_be_taken_away(client, chair):
    booking, amy, _ = meeting(chair)
    wrong = PART | {"outcome": "NO_PLAN", "category": "NEG"}
    assert "No category" in text(post(client, "record_child", booking, wrong, child_of(amy)))
    assert post(client, "record_child", booking, wrong | {"category": ""}, child_of(amy)).status_code == 302


def test_a_review_offers_going_on_and_ending_alone(client, chair):
    booking, amy = review_meeting(chair)
    shown = text(get(client, "record_child", booking, child_of(amy)))
    assert "The child protection plan continues" in shown and "The category is now neglect." in shown
    assert "A child protection plan begins" not in shown and "No child protection plan" not in shown


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"rows-0-who": ""}, "Enter who will do it"),
        ({"rows-0-by_date_day": "31", "rows-0-by_date_month": "2"}, "must be a real date"),
        ({"rows-0-by_date_year": "2017"}, "Date of the action must be"),
    ],
)
def test_an_action_that_is_wrong_is_told_beside_its_box(client, chair, sent, sentence):
    booking, amy, _ = meeting(chair)
    answer = post(client, "record_child", booking, PART | ACTION | {"voice": "Mine"} | sent, child_of(amy))
    assert sentence in text(answer) and "Mine" in text(answer)
    assert now_of(amy).version == 1


def test_the_second_to_save_a_part_sees_both_texts_and_both_lists_of_actions(client, chair):
    booking, amy, _ = meeting(chair)
    save_part(part=amy, version=1, values=BEGINS, actions=[CLINIC], by=chair, at=AFTER)
    sent = PART | ACTION | {"voice": "My own words", "participation": "PN6", "outcome": "NO_PLAN"}
    answer = post(client, "record_child", booking, sent, child_of(amy))
    shown = text(answer)
    assert answer.status_code == 409
    for words in ("I like Nan’s", "My own words", "See the invented nurse", "See the nurse", "Neglect"):
        assert words in shown
    assert now_of(amy).voice == "I like Nan’s"


def test_a_child_of_another_meeting_is_not_found_here(client, chair):
    booking, _, _ = meeting(chair)
    _, stranger, _ = meeting(chair, starts_at=AFTER, ends_at=AFTER + dt.timedelta(hours=1))
    assert get(client, "record_child", booking, child_of(stranger)).status_code == 404


# ----- Checking and signing -----------------------------------------------------------------------------


def test_checking_names_what_is_missing_with_its_place_and_offers_no_signing(client, chair):
    booking, amy, basil = meeting(chair)
    fill(booking, (amy, BEGINS, []))
    answer = get(client, "record_check", booking)
    assert "Nothing is recorded yet about Basil Testcase" in text(answer)
    assert "Record at least one first action for Amy Testcase" in text(answer)
    assert reverse("record_child", args=[booking.ref, child_of(basil)]) in answer.content.decode()
    assert "Sign the record" not in text(answer)


def test_signing_what_is_not_ready_decides_nothing(client, chair):
    booking, amy, _ = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]))
    answer = post(client, "record_check", booking, {})
    assert answer.status_code == 409 and "Nothing was decided" in text(answer)
    assert not Decision.objects.unscoped("test").exists()


def test_ending_a_plan_at_its_first_review_warns_and_may_be_signed(client, chair):
    booking, amy = review_meeting(chair)
    ends = {
        "voice": "v",
        "participation": "PN6",
        "outcome": "PLAN_ENDS",
        "reasons": "r",
        "end_reason": "RISK_REDUCED",
    }
    fill(booking, (amy, ends, []))
    shown = text(get(client, "record_check", booking))
    assert "Say why the plan of Amy Testcase may end at its first review" in shown
    assert "Sign the record" not in shown
    why = {"ending_rationale": "Each outcome was seen for two months"}
    save_part(part=amy, version=2, values=why, by=chair, at=AFTER)
    shown = text(get(client, "record_check", booking))
    assert "ends at its first review" in shown and "Sign the record" in shown
    client.post(reverse("record_check", args=[booking.ref]))
    assert "Each outcome was seen for two months" in text(get(client, "record", booking))


def test_a_council_may_forbid_that_a_plan_ends_at_its_first_review(client, chair):
    booking, amy = review_meeting(chair)
    on = dt.date(2018, 4, 1)
    PolicySettingFactory(key="ENDING_AT_FIRST_REVIEW", value="forbidden", effective_date=on)
    ends = BEGINS | {"outcome": "PLAN_ENDS", "category": "", "end_reason": "RISK_REDUCED"}
    record = fill(booking, (amy, ends | {"ending_rationale": "It was seen"}, []))
    with pytest.raises(Refused) as refused:
        sign(record=record, by=chair, at=AFTER)
    (problem,) = refused.value.problems
    assert "cannot end at its first review" in problem.sentence


def test_who_said_what_is_shown_the_family_first_and_what_was_not_asked_is_left_out(client, chair):
    booking, amy, basil = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    record = record_of(booking)
    said = {"what_happened": "Teacher: He was <cold>\nMother Samplewood: I was ill"}
    people = [Attendee("Mother Samplewood", "Mother", "", "IN_PERSON"), *QUORUM]
    given = {"by": chair, "at": AFTER, "attendances": people}
    save_common(record=record, version=record.version, values=said, **given)
    shown = text(get(client, "record_check", booking))
    assert "Mother Samplewood, Mother: I was ill Teacher Exemplar, Head: He was &lt;cold&gt;" in shown
    assert "What must change" in shown and "Did not come: sent their views in another way" in shown
    client.post(reverse("record_check", args=[booking.ref]))
    shown = text(get(client, "record", booking))
    assert "Mother Samplewood, Mother: I was ill" in shown and "What must change" not in shown


def test_signing_twice_makes_one_conference_and_shows_what_happened(client, chair):
    booking, amy, basil = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    for _ in range(2):
        answer = client.post(reverse("record_check", args=[booking.ref]), follow=True)
    assert Decision.objects.unscoped("test").count() == 2
    shown = text(answer)
    assert "Amy Testcase: a child protection plan begins, under neglect" in shown
    assert "Basil Testcase: no child protection plan" in shown


def test_the_confirmation_counts_the_review_by_both_clocks_and_the_core_group(client, chair):
    booking, _ = signed(chair)
    shown = text(get(client, "record", booking))
    assert "Next review conference due By Tuesday 24 July 2018" in shown
    assert "3 months, which is 91 days, from the initial conference" in shown
    assert "First core group due By Wednesday 9 May 2018" in shown


def test_what_was_typed_is_shown_as_text_with_its_lines(client, chair):
    booking, amy, _ = meeting(chair)
    save_part(part=amy, version=1, values={"voice": "One\nTwo <b>"}, by=chair, at=AFTER)
    body = get(client, "record_check", booking).content.decode()
    assert "One<br>Two &lt;b&gt;" in body


def test_a_signed_record_is_read_by_those_who_see_its_children_and_changed_by_nobody(client, chair):
    booking, _ = signed(chair)
    assert get(client, "record_common", booking).status_code == 302
    client.force_login(person("STRATEGIC_LEAD"))
    shown = text(get(client, "record", booking))
    assert "I like Nan’s" in shown and "Signed by" in shown and "Decision letters" not in shown


# ----- The number of queries ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["record", "record_attendance", "record_check"])
def test_the_number_of_queries_does_not_grow_with_the_children(
    client, chair, name, django_assert_num_queries
):
    booking, amy, basil = meeting(chair)
    fill(booking, (amy, BEGINS, [CLINIC]), (basil, NONE, []))
    get(client, name, booking)
    with CaptureQueriesContext(connection) as asked:
        get(client, name, booking)
    for _ in range(4):
        more = RequestedChildFactory(request=booking.request, child__given_names="More")
        RelationshipFactory(child=more.child)
        ChildPart.objects.create(record=booking.record, requested_child=more, saved_by=chair, saved_at=AFTER)
    with django_assert_num_queries(len(asked)):
        get(client, name, booking)


# ----- Views, scores and dissent ----------------------------------------------------------------------------


def test_a_score_that_cannot_be_read_is_named_and_nothing_typed_is_lost(client, chair):
    booking, amy, _ = meeting(chair)
    save_common(record=booking.record, version=1, values={}, attendances=QUORUM, by=chair, at=AFTER)
    sent = PART | {
        "scores": "Teacher: quite safe",
        "dissent": "Nobody named: it is cold",
        "rows-TOTAL_FORMS": 0,
    }
    answer = post(client, "record_child", booking, sent, child_of(amy))
    shown = text(answer)
    assert "a number from 0 to 10 and why" in shown and "Begin each line with a name" in shown
    assert "Teacher: quite safe" in answer.content.decode() and now_of(amy).scores == ""


def test_a_dissent_stands_beside_the_decision_and_blocks_nothing(client, chair):
    booking, amy, basil = meeting(chair)
    told = {
        "dissent": "Officer: I do not agree, as nothing has changed",
        "scores": "Teacher: 3, she is tired\nOfficer: 2, the calls go on",
        "agency_views": "Teacher: a plan is needed",
    }
    fill(booking, (amy, BEGINS | told, [CLINIC]), (basil, NONE, []))
    client.post(reverse("record_check", args=[booking.ref]))
    shown = text(get(client, "record", booking))
    assert "Who does not agree Officer Exemplar, Officer: I do not agree, as nothing has changed" in shown
    assert "Teacher Exemplar, Head: 3, she is tired" in shown and "a plan is needed" in shown


def test_the_scale_has_the_council_s_own_words(client, chair):
    booking, amy, _ = meeting(chair)
    on = dt.date(2018, 4, 1)
    PolicySettingFactory(key="SCALE_LOWEST_WORDS", value="in danger", effective_date=on)
    shown = text(get(client, "record_child", booking, child_of(amy)))
    assert "0 is in danger, 10 is safe enough without us" in shown and "How safe is the child now?" in shown


def test_checking_says_what_is_of_another_family_and_what_nobody_said_and_it_can_be_signed(client, chair):
    booking, amy, basil = meeting(chair)
    ChildFactory(given_names="Kit", family_name="Marlowe", restricted=True)
    reasons = {"reasons": "As for Kit Marlowe, she goes hungry"}
    record = fill(booking, (amy, BEGINS | reasons, [CLINIC]), (basil, NONE, []))
    told = {"what_happened": "Worker: I came\nThey were tired"}
    save_common(record=record, version=record.version, values=told, by=chair, at=AFTER)
    shown = text(get(client, "record_check", booking))
    assert "It has a name that is known of another family: “Kit Marlowe”." in shown
    assert "“What has happened”: 1 line without who said it: “They were tired”" in shown
    assert "Sign the record" in shown


def test_a_child_on_the_list_scores_and_speaks_without_being_typed_as_family(client, chair):
    booking, amy, basil = meeting(chair)
    fill(booking)
    values = {"scores": "Amy: 4, it is loud"}
    act = {"part": amy, "version": 1, "actions": [], "by": chair, "at": AFTER}
    with pytest.raises(Refused, match="name of the attendance"):
        save_part(**act, values=values)
    told = {"name": "Amy Testcase", "role": "", "agency_kind": "", "is_report_asked": False}
    InvitationFactory(request=booking.request, requested_child=amy.requested_child, **told)
    assert save_part(**act, values=values).scores == values["scores"]
    assert "Amy Testcase: 4, it is loud" in text(get(client, "record_check", booking))
