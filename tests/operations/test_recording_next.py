"""What a conference leaves for each child's plan: its core group and next dates, by whom, until when."""

import datetime as dt
import uuid
from dataclasses import replace

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import CoreGroupMember, Correction, NextDates
from conferences.operations.corrections import Change
from conferences.operations.corrections_decisions import Wish, agree_decision, ask_decision
from conferences.operations.corrections_next import Joins, add_member, correct_member, correct_next_dates
from conferences.operations.recording import open_record, save_part
from conferences.operations.recording_next import (
    save_next,
    standing,
)
from conferences.operations.recording_outcomes import adjourn
from conferences.operations.recording_signing import sign
from conferences.queries.corrections_decisions import Version
from conferences.queries.documents_corrected import mended_of
from conferences.queries.recording_next import candidates, limits_of, next_in_hand
from conferences.rules.recording_next import CHILD, NextTold
from conferences.rules.workflow import OutcomeReason
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests import factories as make
from tests.cast import person
from tests.scheduling import booked, place
from tests.views.meetings import AFTER, BEGINS, CLINIC, NONE, fill, meeting, review_meeting

pytestmark = pytest.mark.django_db
LATER = AFTER + dt.timedelta(minutes=5)
HELD = dt.date(2018, 4, 24)
WHOLE = NextTold(dt.date(2018, 5, 3), dt.time(10), dt.date(2018, 7, 12), dt.time(14))


@pytest.fixture
def drafted():
    booking, amy, basil = meeting(person("CHAIR"), minute_taker=person("BUSINESS_SUPPORT"))
    fill(booking)
    return booking, amy, basil


def decided(booking, amy, basil):
    by = booking.chair
    save_part(part=amy, version=1, values=BEGINS, actions=[CLINIC], by=by, at=AFTER)
    save_part(part=basil, version=1, values=NONE, by=by, at=AFTER)
    amy.refresh_from_db()
    basil.refresh_from_db()


def save(part, told=WHOLE, by=None, **given):
    return save_next(part=part, told=told, by=by or part.record.booking.chair, at=LATER, **given)


def keys(part):
    return {one.name: one.key for one in candidates(part, part.record.booking, HELD)}


def rows(part):
    return list(CoreGroupMember.objects.unscoped("test").filter(part=part, in_error=False))


def dates(part):
    return NextDates.objects.unscoped("test").filter(part=part).first()


def sentences(part, **other):
    with pytest.raises(Refused) as refusal:
        save(part, replace(WHOLE, **other))
    return [(one.field, one.sentence) for one in refusal.value.problems]


def test_people_are_chosen_from_the_list_and_the_child_may_be_one(drafted):
    booking, amy, _ = drafted
    known = keys(amy)
    chosen = {known["Mother Samplewood"], CHILD, known["Teacher Exemplar"]}
    lead = known["Worker Exemplar"]
    save(amy, replace(WHOLE, members=frozenset(chosen), lead=lead), by=booking.minute_taker)
    shown = next_in_hand([amy])[amy.pk]
    assert shown.members[0].is_lead and shown.members[0].name == "Worker Exemplar"
    assert {one.person_id for one in rows(amy)} == {
        None,
        amy.requested_child.child.relationships.get().person_id,
    }
    assert shown.told.members == chosen | {lead}
    with pytest.raises(Refused, match="of this list"):
        save(amy, replace(WHOLE, members=frozenset({"N:SCHOOL:somebody typed"})))
    with pytest.raises(Refused, match="of children’s social care"):
        save(amy, replace(WHOLE, lead=known["Teacher Exemplar"]))


def test_a_day_off_or_out_of_order_is_refused_beside_its_field(drafted):
    _, amy, _ = drafted
    assert sentences(amy, core_group_date=dt.date(2018, 5, 5)) == [
        ("core_group_date", "First core group cannot be on Saturday 5 May 2018: nobody works on that day")
    ]
    (field, said) = sentences(amy, core_group_date=dt.date(2018, 5, 7))[0]
    assert field == "core_group_date" and "bank holiday" in said
    assert sentences(amy, core_group_date=HELD)[0][0] == "core_group_date"
    assert sentences(amy, review_date=dt.date(2018, 5, 3)) == [
        ("review_date", "Next review conference must be after the core group of 3 May 2018")
    ]
    assert sentences(amy, core_group_time=None)[0][0] == "core_group_time"
    assert dates(amy) is None


def test_a_day_after_the_last_needs_a_reason_or_is_refused_as_the_council_says(drafted):
    _, amy, _ = drafted
    late = {"core_group_date": dt.date(2018, 5, 10), "review_date": dt.date(2018, 7, 25)}
    assert sentences(amy, **late) == [
        (
            "late_words",
            "Say why the first core group is later than 9 May 2018, the last day by law and the next review "
            "conference is later than 24 July 2018, the last day by law and for the published figures",
        )
    ]
    save(amy, replace(WHOLE, **late, late_words="The invented hall is shut"))
    assert dates(amy).late_words == "The invented hall is shut"
    make.PolicySettingFactory(key="NEXT_DATE_AFTER_LAST_DAY", value="forbidden", effective_date=HELD)
    assert [field for field, _ in sentences(amy, **late, late_words="Why")] == [
        "core_group_date",
        "review_date",
    ]


def test_the_last_day_is_three_calendar_months_and_six_after_a_review():
    chair = person("CHAIR")
    _, part = review_meeting(chair)
    late = replace(WHOLE, core_group_date=None, core_group_time=None, review_date=dt.date(2018, 10, 25))
    with pytest.raises(Refused, match="24 October 2018"):
        save(part, late)
    save(part, replace(late, review_date=dt.date(2018, 10, 24)))


def test_a_core_group_that_is_overdue_is_told_late_with_a_reason_also_where_that_is_forbidden():
    _, part = review_meeting(person("CHAIR"))
    make.CoreGroupFactory(plan=part.requested_child.plan, held_date=dt.date(2018, 2, 1))
    make.PolicySettingFactory(key="NEXT_DATE_AFTER_LAST_DAY", value="forbidden", effective_date=HELD)
    group, review = limits_of([part], HELD).days(part)
    assert (group.day < HELD, group.is_past, review.is_past) == (True, True, False)
    assert [field for field, _ in sentences(part)] == ["late_words"]
    save(part, replace(WHOLE, late_words="The worker left"))


def test_two_at_once_do_not_lose_and_the_same_twice_is_one(drafted):
    booking, amy, _ = drafted
    seen = standing(amy).seen
    save(amy, replace(WHOLE, review_date=None, review_time=None), seen=seen)
    other = NextTold(review_date=dt.date(2018, 7, 13), review_time=dt.time(9))
    save(amy, other, seen=seen, by=booking.minute_taker)
    assert (dates(amy).core_group_date, dates(amy).review_date) == (WHOLE.core_group_date, other.review_date)
    with pytest.raises(StaleVersion):
        save(amy, replace(WHOLE, review_date=dt.date(2018, 7, 16)), seen=seen)
    before = dates(amy).saved_by
    save(amy, next_in_hand([amy])[amy.pk].told, seen=standing(amy).seen)
    assert dates(amy).saved_by == before


def test_the_same_for_all_leaves_out_who_is_not_theirs_and_each_child_themself(drafted):
    _, amy, basil = drafted
    known = keys(amy)
    mother = known["Mother Samplewood"]
    told = replace(WHOLE, members=frozenset({mother, CHILD, known["Teacher Exemplar"]}))
    for _ in range(2):
        save(amy, told, for_all=True)
        assert dates(basil).review_date == WHOLE.review_date
        has_mother = mother in keys(basil).values()
        assert len(rows(basil)) == (2 if has_mother else 1) and len(rows(amy)) == 3


def test_the_same_for_all_overwrites_nothing_that_was_saved_of_another_child(drafted):
    _, amy, basil = drafted
    own = replace(
        WHOLE, review_date=dt.date(2018, 7, 11), members=frozenset({keys(basil)["Teacher Exemplar"]})
    )
    save(basil, own)
    save(amy, replace(WHOLE, members=frozenset({keys(amy)["Mother Samplewood"]})), for_all=True)
    assert dates(basil).review_date == own.review_date and [one.name for one in rows(basil)] == [
        "Teacher Exemplar"
    ]


def test_signed_it_stays_but_for_a_correction_with_why(drafted):
    booking, amy, basil = drafted
    decided(booking, amy, basil)
    known = keys(amy)
    save(amy, replace(WHOLE, members=frozenset({known["Teacher Exemplar"]}), lead=known["Worker Exemplar"]))
    sign(record=booking.record, by=booking.chair, at=LATER)
    with pytest.raises(Refused, match="signed"):
        save(amy)
    assert dates(basil) is None
    change = Change({"core_group_date": dt.date(2018, 5, 5)}, "TYPED", "")
    with pytest.raises(Refused):
        correct_next_dates(row=dates(amy), change=change, by=booking.chair, at=LATER)
    right = Change({"core_group_date": dt.date(2018, 5, 4)}, "TYPED", "")
    (made,) = correct_next_dates(row=dates(amy), change=right, by=booking.chair, at=LATER)
    assert (made.was, dates(amy).core_group_date) == ("2018-05-03", dt.date(2018, 5, 4))
    teacher = next(one for one in rows(amy) if not one.is_lead)
    lead = Change({"is_lead": True}, "TYPED", "")
    with pytest.raises(Refused, match="children’s social care"):
        correct_member(row=teacher, change=lead, by=booking.chair, at=LATER)
    gone = Change({"in_error": True}, "TOLD", "Another teacher")
    correct_member(row=teacher, change=gone, by=booking.chair, at=LATER)
    assert [one.is_lead for one in rows(amy)] == [True]


@pytest.fixture
def signed(drafted):
    """A signed record with the teacher in Amy's core group, whom the worker leads; Basil has no plan."""
    booking, amy, basil = drafted
    decided(booking, amy, basil)
    known = keys(amy)
    save(amy, replace(WHOLE, members=frozenset({known["Teacher Exemplar"]}), lead=known["Worker Exemplar"]))
    sign(record=booking.record, by=booking.chair, at=LATER)
    # Signed in a transaction before this one: the database finds it closed.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE conferences_meetingrecordevent SET pgh_created_at = '2018-01-01'")
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    with pytest.raises(IntegrityError, match="coregroupmember_signed_stays"), transaction.atomic():
        CoreGroupMember.objects.create(part=amy, name="Typed Exemplar")
    return booking, amy, basil


def joins(amy, by, at=LATER, **told):
    told = Joins(**{"joined_date": at.date(), "words": "The school changed"} | told)
    return add_member(row=dates(amy), told=told, by=by, at=at)


def test_somebody_joins_the_core_group_once_it_is_signed_and_another_leaves_it(signed):
    booking, amy, _ = signed
    chair, record = booking.chair, booking.record
    late = LATER + dt.timedelta(days=9)
    mother = keys(amy)["Mother Samplewood"]
    made = joins(amy, chair, late, key=mother)
    joins(amy, booking.minute_taker, late, name="Nurse Exemplar", role="Health visitor", agency_kind="SCHOOL")
    assert [one.name for one in rows(amy)][2:] == ["Mother Samplewood", "Nurse Exemplar"]
    told = Correction.objects.unscoped("test").filter(row=made.pk, kind="CORE_GROUP_MEMBER").get()
    assert (told.field, told.now, told.words) == (
        "joined_date",
        late.date().isoformat(),
        "The school changed",
    )
    # What was made before says so.
    assert mended_of(record).since(late - dt.timedelta(days=1), [amy.requested_child.child_id])
    with pytest.raises(Refused, match="of the core group already"):
        joins(amy, chair, late, key=mother)
    leaves = Change({"ended_date": late.date()}, "OTHER", "Another school")
    correct_member(row=made, change=leaves, by=chair, at=late)
    shown = next_in_hand([amy])[amy.pk].members
    assert [one.name for one in shown] == ["Worker Exemplar", "Teacher Exemplar", "Nurse Exemplar"]
    # Whoever left may be of it again.
    joins(amy, chair, late + dt.timedelta(days=1), key=mother)


def test_who_joins_needs_a_day_that_can_be_and_a_reason(signed):
    booking, amy, _ = signed
    with pytest.raises(Refused, match="Enter why they are of the core group now"):
        joins(amy, booking.chair, key=CHILD, words=" ")
    with pytest.raises(Refused, match="today or earlier"):
        joins(amy, booking.chair, key=CHILD, joined_date=dt.date(2018, 6, 1))
    with pytest.raises(Refused, match="conference of 24 April 2018"):
        joins(amy, booking.chair, key=CHILD, joined_date=dt.date(2018, 4, 23))
    with pytest.raises(Refused, match="Enter who joins"):
        joins(amy, booking.chair)
    with pytest.raises(Refused, match="of this list"):
        joins(amy, booking.chair, key="P0")


def test_nobody_joins_before_it_is_signed(drafted):
    booking, amy, _ = drafted
    save(amy)
    with pytest.raises(Refused, match="not signed"):
        joins(amy, booking.chair, key=CHILD)


def test_a_decision_put_right_to_a_plan_has_days_to_choose(signed):
    booking, _, basil = signed
    assert dates(basil) is None
    basil.refresh_from_db()
    version = Version("PLAN_BEGINS", "NEG", "He was forgotten.", "", "")
    wish = Wish(version, "TYPED", "The two were mixed up")
    manager = person("STRATEGIC_LEAD")
    asked = ask_decision(at_conference=basil.conference_child, wish=wish, by=manager, at=LATER)
    agree_decision(change=asked, by=booking.chair, at=LATER)
    assert dates(basil).core_group_date is None
    facts = {"core_group_date": dt.date(2018, 5, 3), "core_group_time": dt.time(10)}
    correct_next_dates(row=dates(basil), change=Change(facts, "TOLD", ""), by=booking.chair, at=LATER)
    assert dates(basil).core_group_time == dt.time(10)


def test_a_record_signed_without_dates_can_be_told_them_later(drafted):
    booking, amy, basil = drafted
    decided(booking, amy, basil)
    sign(record=booking.record, by=booking.chair, at=LATER)
    facts = {"core_group_date": dt.date(2018, 5, 3), "core_group_time": dt.time(10)}
    correct_next_dates(row=dates(amy), change=Change(facts, "TOLD", ""), by=booking.chair, at=LATER)
    assert dates(amy).core_group_time == dt.time(10)


def test_adjourned_it_goes_along_without_a_day_that_is_over_by_then():
    at = dt.datetime(2018, 11, 26, 10, 40, tzinfo=dt.UTC)
    one = booked()
    record = open_record(booking=one, by=one.chair, at=at)
    part = record.parts.first()
    told = NextTold(
        dt.date(2018, 11, 29), dt.time(10), dt.date(2019, 2, 12), dt.time(14), members=frozenset({CHILD})
    )
    save_next(part=part, told=told, by=one.chair, at=at)
    where = place(room=one.room, chair=one.chair, day=dt.date(2018, 11, 29), start=dt.time(14))
    given = {"form_key": uuid.uuid4(), "reason": OutcomeReason.TIME, "words": "Nan stays until then."}
    # Somebody whom the chair excluded since goes along no more; who is excluded from a part does.
    for name, answer in (("Jay Exemplar", "WHOLE"), ("May Exemplar", "PART")):
        whom = make.RelationshipFactory(child=part.requested_child.child, person__full_name=name).person
        CoreGroupMember.objects.create(part=part, name=name, person=whom)
        make.excluded(one, answer, person=whom, name=name)
    again = adjourn(booking=one, **given, **where, by=one.chair, at=at)
    open_record(booking=again, by=one.chair, at=dt.datetime(2018, 11, 29, 14, 5, tzinfo=dt.UTC))
    carried = again.record.parts.get(requested_child=part.requested_child)
    assert (dates(carried).core_group_date, dates(carried).review_date) == (None, told.review_date)
    assert [(one.name, one.is_child) for one in rows(carried)][1:] == [("May Exemplar", False)]
    assert [one.is_child for one in rows(carried)] == [True, False]


def test_a_date_that_cannot_stand_any_more_keeps_the_record_from_being_signed(drafted):
    booking, amy, basil = drafted
    decided(booking, amy, basil)
    late = replace(WHOLE, core_group_date=dt.date(2018, 5, 10), late_words="Why")
    save(amy, late)
    make.PolicySettingFactory(key="NEXT_DATE_AFTER_LAST_DAY", value="forbidden", effective_date=HELD)
    with pytest.raises(Refused) as refusal:
        sign(record=booking.record, by=booking.chair, at=LATER)
    assert [one.field for one in refusal.value.problems] == ["next"]


def test_without_a_plan_nothing_comes_next(drafted):
    _, amy, _ = drafted
    save_part(part=amy, version=1, values=NONE, by=amy.record.booking.chair, at=AFTER)
    amy.refresh_from_db()
    with pytest.raises(Refused, match="no plan"):
        save(amy)
