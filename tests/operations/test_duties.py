"""What is due is raised once, re-armed when its day moves, closed when it is met, and told of once."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from conferences.models import Duty, Notice
from conferences.operations.duties import scan
from tests.factories import (
    AllocationFactory,
    BookingFactory,
    ConferenceChildFactory,
    ConsultationFactory,
    CoreGroupFactory,
    EnquiryFactory,
    LetterFactory,
    MeetingRecordFactory,
    PlanFactory,
    RequestedChildFactory,
    ReviewFactory,
    TeamFactory,
    ThinkingTimeFactory,
    UserFactory,
)

TODAY = dt.date(2018, 4, 25)
NOW = dt.datetime(2018, 4, 25, 7, tzinfo=dt.UTC)
LONG_AFTER = dt.datetime(2030, 4, 24, 9, tzinfo=dt.UTC)


def duties(**fields):
    return list(Duty.objects.unscoped("test").filter(**fields).order_by("id"))


def kinds(**fields) -> list[str]:
    return [duty.kind for duty in duties(closed_at__isnull=True, **fields)]


def look(on=TODAY):
    return scan(on=on, at=NOW)


def test_a_request_without_its_conference_is_due_by_its_statutory_day(db):
    asked = RequestedChildFactory()
    look()
    (duty,) = duties(kind="HOLD_CONFERENCE")
    assert (duty.enquiry, duty.child_id) == (asked.enquiry, asked.child_id)
    assert (duty.due_date, duty.owner_role) == (asked.due_date, "BUSINESS_SUPPORT")
    assert duty.due_date == dt.date(2018, 4, 30)


def test_an_enquiry_that_nobody_asked_a_conference_for_is_its_workers_to_ask(db):
    worker = UserFactory(role="SOCIAL_WORKER", team=TeamFactory())
    enquiry = EnquiryFactory(started_date=dt.date(2018, 4, 9))
    AllocationFactory(child=enquiry.child, worker=worker, team=worker.team)
    look(on=dt.date(2018, 6, 1))
    (duty,) = duties()
    assert (duty.kind, duty.due_date, duty.owner) == ("REQUEST_CONFERENCE", dt.date(2018, 4, 18), worker)
    RequestedChildFactory(child=enquiry.child, enquiry=enquiry)
    look(on=dt.date(2018, 6, 1))
    assert duties(kind="REQUEST_CONFERENCE")[0].closed_because == "MET"
    assert {"HOLD_CONFERENCE", "SCHEDULE_REQUEST"} == set(kinds())


def test_an_enquiry_that_needs_no_conference_asks_for_none(db):
    EnquiryFactory(conference_need="NOT_NEEDED")
    plan = PlanFactory(start_date=dt.date(2017, 4, 10))
    EnquiryFactory(child=plan.child, started_date=dt.date(2018, 4, 9))
    look()
    assert {"REQUEST_CONFERENCE", "HOLD_CONFERENCE"} & set(kinds()) == set()


def test_a_second_scan_changes_nothing(db):
    UserFactory(role="BUSINESS_SUPPORT")
    RequestedChildFactory()
    look()
    before, told = [duty.pk for duty in duties()], Notice.objects.count()
    again = look()
    assert (again.raised, again.closed, [duty.pk for duty in duties()]) == (0, 0, before)
    assert Notice.objects.count() == told > 0


def test_a_duty_passes_to_the_booked_chair_without_being_raised_again(db):
    asked = RequestedChildFactory()
    look()
    booking = BookingFactory(
        request=asked.request,
        starts_at=NOW + dt.timedelta(days=2),
        ends_at=NOW + dt.timedelta(days=2, hours=2),
    )
    look()
    (duty,) = duties(kind="HOLD_CONFERENCE")
    assert duty.owner == booking.chair and duty.closed_at is None


def test_a_conference_in_the_diary_is_held_on_its_day_and_is_then_to_be_recorded(db):
    asked = RequestedChildFactory()
    BookingFactory(request=asked.request)
    look(on=dt.date(2018, 4, 23))
    assert "HOLD_CONFERENCE" in kinds() and "FINISH_RECORD" not in kinds()
    look(on=dt.date(2018, 4, 24))
    assert "HOLD_CONFERENCE" not in kinds() and "FINISH_RECORD" in kinds()
    assert duties(kind="HOLD_CONFERENCE")[0].closed_because == "MET"


def test_what_is_due_for_a_meeting_is_due_for_each_of_its_children(db):
    asked = RequestedChildFactory()
    sibling = RequestedChildFactory(request=asked.request, child__family=asked.child.family)
    booking = BookingFactory(request=asked.request)
    look()
    found = duties(kind="FINISH_RECORD")
    assert {duty.child_id for duty in found} == {asked.child_id, sibling.child_id}
    assert {duty.booking for duty in found} == {booking}


def start(asked, day):
    """The discussion that started the enquiry was on another day."""
    asked.enquiry.discussions.update(held_date=day)
    type(asked.enquiry).objects.filter(pk=asked.enquiry_id).update(started_date=day)


def test_a_day_that_moves_closes_one_duty_and_arms_another(db):
    asked = RequestedChildFactory()
    look()
    start(asked, dt.date(2018, 4, 12))
    look()
    first, second = duties(kind="HOLD_CONFERENCE")
    assert (first.closed_because, second.closed_at, second.due_date) == ("MOVED", None, dt.date(2018, 5, 3))


def test_a_day_that_moves_back_opens_its_duty_again(db):
    asked = RequestedChildFactory()
    look()
    for day in (dt.date(2018, 4, 12), dt.date(2018, 4, 9)):
        start(asked, day)
        look()
    assert [d.due_date for d in duties(kind="HOLD_CONFERENCE", closed_at__isnull=True)] == [asked.due_date]


def test_what_is_not_done_stands_however_many_years_late(db):
    asked, met = RequestedChildFactory(), RequestedChildFactory(request__state="BOOKED")
    BookingFactory(request=asked.request, starts_at=LONG_AFTER, ends_at=LONG_AFTER + dt.timedelta(hours=1))
    ConsultationFactory(requested_child=asked)
    ThinkingTimeFactory(request=asked.request)
    begun = NOW - dt.timedelta(days=60)
    BookingFactory(request=met.request, starts_at=begun, ends_at=begun + dt.timedelta(hours=2))
    look()
    before = kinds()
    assert {"HOLD_CONFERENCE", "GIVE_ACCOUNT", "HOLD_THINKING_TIME", "FINISH_RECORD"} <= set(before)
    assert look(on=dt.date(2021, 4, 26)).closed == 0
    assert kinds() == before


def test_what_is_done_years_late_is_closed_as_met(db):
    asked = RequestedChildFactory()
    look()
    ConferenceChildFactory(child=asked.child, enquiry=asked.enquiry, held_date=dt.date(2021, 4, 23))
    look(on=dt.date(2021, 4, 26))
    assert [d.closed_because for d in duties(kind="HOLD_CONFERENCE")] == ["MET"]


def test_a_duty_whose_request_is_withdrawn_is_gone_and_the_worker_is_to_ask_again(db):
    asked = RequestedChildFactory()
    look()
    withdraw(asked.request)
    look()
    closed = {duty.kind: duty.closed_because for duty in duties(closed_at__isnull=False)}
    assert closed == {"HOLD_CONFERENCE": "GONE", "SCHEDULE_REQUEST": "GONE"}
    assert kinds() == ["REQUEST_CONFERENCE"]


def withdraw(request):
    fields = {"withdrawn_by": UserFactory(), "withdrawn_at": NOW, "withdrawn_reason": "No longer needed"}
    type(request).objects.filter(pk=request.pk).update(state="WITHDRAWN", **fields)


def test_a_review_is_due_by_both_clocks_from_the_last_conference_held(db):
    plan = PlanFactory(start_date=dt.date(2017, 8, 1))
    ReviewFactory(plan=plan, held_date=dt.date(2017, 10, 30))
    look()
    assert kinds(kind="HOLD_REVIEW") == []
    (ask,) = duties(kind="REQUEST_REVIEW")
    assert (ask.plan, ask.due_date, ask.owner_role) == (plan, dt.date(2018, 3, 29), "SOCIAL_WORKER")
    asked = RequestedChildFactory(child=plan.child, kind="REVIEW", plan=plan, enquiry=None)
    look()
    assert [d.due_date for d in duties(kind="HOLD_REVIEW")] == [dt.date(2018, 4, 30)]
    assert [d.closed_because for d in duties(kind="REQUEST_REVIEW")] == ["MET"] and asked.plan == plan


def test_a_birth_on_a_plan_asks_for_a_review(db):
    plan = PlanFactory(child__birth_date=dt.date(2018, 4, 16), start_date=dt.date(2018, 3, 1))
    RequestedChildFactory(child=plan.child, kind="REVIEW", plan=plan, enquiry=None, request__requested_at=NOW)
    look()
    assert [d.due_date for d in duties(kind="REVIEW_AFTER_BIRTH")] == [dt.date(2018, 5, 15)]


def test_a_review_far_off_is_not_yet_a_duty(db):
    PlanFactory(start_date=dt.date(2018, 4, 20))
    look()
    assert kinds(kind="HOLD_REVIEW") == []


def test_the_asker_gives_the_account_and_then_the_lead_decides(db):
    one = ConsultationFactory()
    look()
    assert "GIVE_ACCOUNT" in kinds() and "DECIDE_CONSULTATION" not in kinds()
    type(one).objects.filter(pk=one.pk).update(
        state="ASKED", asked_by=UserFactory(), asked_at=NOW, why_now="x", what_is_different="y"
    )
    look()
    assert "DECIDE_CONSULTATION" in kinds() and "GIVE_ACCOUNT" not in kinds()


def test_required_thinking_time_is_due_before_the_meeting(db):
    asked = RequestedChildFactory()
    ThinkingTimeFactory(request=asked.request)
    look()
    assert kinds(kind="HOLD_THINKING_TIME") == []
    booking = BookingFactory(request=asked.request)
    look()
    (duty,) = duties(kind="HOLD_THINKING_TIME")
    assert (duty.due_date, duty.child_id, duty.owner) == (dt.date(2018, 4, 24), asked.child_id, booking.chair)


def test_a_meeting_whose_day_has_come_is_to_be_recorded_then_told(db):
    asked = RequestedChildFactory()
    booking = BookingFactory(request=asked.request)
    look()
    assert "FINISH_RECORD" in kinds() and "SEND_LETTERS" not in kinds()
    record = MeetingRecordFactory(booking=booking, state="SIGNED", signed_by=booking.chair, signed_at=NOW)
    look()
    assert {"SEND_LETTERS", "SEND_RECORD"} <= set(kinds()) and "FINISH_RECORD" not in kinds()
    LetterFactory(record=record, sent_by=booking.chair, sent_date=TODAY)
    look()
    assert "SEND_LETTERS" not in kinds()


def test_a_first_core_group_is_owed_by_the_childs_worker(db):
    begun = ConferenceChildFactory(held_date=dt.date(2018, 4, 24))
    plan = PlanFactory(child=begun.child, begun_at=begun, start_date=dt.date(2018, 4, 24))
    asked = RequestedChildFactory(child=begun.child)
    record = MeetingRecordFactory(booking__request=asked.request)
    record.parts.create(requested_child=asked, conference_child=begun, saved_by=UserFactory(), saved_at=NOW)
    look()
    assert [d.due_date for d in duties(kind="HOLD_FIRST_CORE_GROUP")] == [dt.date(2018, 5, 9)]
    CoreGroupFactory(plan=plan, held_date=dt.date(2018, 4, 25))
    look()
    assert kinds(kind="HOLD_FIRST_CORE_GROUP") == []
    assert [d.due_date for d in duties(kind="HOLD_CORE_GROUP")] == []
    look(on=dt.date(2018, 5, 20))
    assert [d.due_date for d in duties(kind="HOLD_CORE_GROUP")] == [dt.date(2018, 6, 6)]


def test_what_somebody_switched_off_would_owe_falls_to_the_role(db):
    asked = RequestedChildFactory()
    booking = BookingFactory(request=asked.request)
    look()
    type(booking.chair).objects.filter(pk=booking.chair_id).update(is_active=False)
    look()
    held = {d.kind: (d.owner, d.owner_role) for d in duties(closed_at__isnull=True)}
    assert held == {"FINISH_RECORD": (None, "CHAIR")}


@pytest.mark.django_db(transaction=True)
def test_two_beats_at_once_raise_each_duty_once():
    for _ in range(20):
        RequestedChildFactory()

    def beat(_: int) -> int:
        try:
            return look().raised
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(beat, range(8))) == 40
    assert len(duties(kind="HOLD_CONFERENCE")) == 20


def test_a_scan_makes_as_many_queries_for_many_as_for_few(db, django_assert_max_num_queries):
    RequestedChildFactory()
    look()
    with django_assert_max_num_queries(40) as few:
        look()
    for _ in range(10):
        RequestedChildFactory()
    look()
    with django_assert_max_num_queries(40) as many:
        look()
    assert len(few) == len(many)
