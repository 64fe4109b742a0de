"""What is due is raised once, re-armed when its day moves, closed when it is met, and told of once."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection

from conferences.models import Duty, Notice
from conferences.operations.duties import LEASE, scan, send_due
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ConferenceChildFactory,
    ConsultationFactory,
    CoreGroupFactory,
    LetterFactory,
    MeetingRecordFactory,
    PlanFactory,
    RequestedChildFactory,
    ReviewFactory,
    ThinkingTimeFactory,
    UserFactory,
)

TODAY = dt.date(2018, 4, 25)
NOW = dt.datetime(2018, 4, 25, 7, tzinfo=dt.UTC)


def duties(**fields):
    return list(Duty.objects.unscoped("test").filter(**fields).order_by("id"))


def kinds(**fields) -> list[str]:
    return [duty.kind for duty in duties(closed_at__isnull=True, **fields)]


def look(on=TODAY):
    return scan(on=on, at=NOW)


def test_a_request_without_its_conference_is_due_by_its_statutory_day(db):
    asked = RequestedChildFactory()
    assert look().raised == 1
    (duty,) = duties()
    assert (duty.kind, duty.due_date, duty.owner_role) == (
        "SCHEDULE_CONFERENCE",
        asked.due_date,
        "BUSINESS_SUPPORT",
    )


def test_a_second_scan_changes_nothing(db):
    RequestedChildFactory()
    look()
    again = look()
    assert (again.raised, again.closed, len(duties()), Notice.objects.count()) == (
        0,
        0,
        1,
        Notice.objects.count(),
    )


def test_a_duty_passes_to_the_booked_chair_without_being_raised_again(db):
    asked = RequestedChildFactory()
    look()
    booking = BookingFactory(
        request=asked.request,
        starts_at=NOW + dt.timedelta(days=2),
        ends_at=NOW + dt.timedelta(days=2, hours=2),
    )
    look()
    (duty,) = duties(kind="SCHEDULE_CONFERENCE")
    assert duty.owner == booking.chair and duty.owner_role == "CHAIR"


def test_a_day_that_moves_closes_one_duty_and_arms_another(db):
    asked = RequestedChildFactory()
    look()
    type(asked).objects.filter(pk=asked.pk).update(due_date=dt.date(2018, 5, 3))
    look()
    first, second = duties()
    assert (first.closed_because, second.closed_at, second.due_date) == ("MOVED", None, dt.date(2018, 5, 3))


def test_a_day_that_moves_back_opens_its_duty_again(db):
    asked = RequestedChildFactory()
    look()
    for day in (dt.date(2018, 5, 3), asked.due_date):
        type(asked).objects.filter(pk=asked.pk).update(due_date=day)
        look()
    assert [d.due_date for d in duties(closed_at__isnull=True)] == [asked.due_date]


def test_what_is_not_done_stands_however_many_years_late(db):
    asked, met = RequestedChildFactory(), RequestedChildFactory(request__state="BOOKED")
    ConsultationFactory(requested_child=asked)
    ThinkingTimeFactory(request=asked.request)
    begun = NOW - dt.timedelta(days=60)
    BookingFactory(request=met.request, starts_at=begun, ends_at=begun + dt.timedelta(hours=2))
    look()
    before = kinds()
    assert {"SCHEDULE_CONFERENCE", "ASK_CONSULTATION", "HOLD_THINKING_TIME", "FINISH_RECORD"} <= set(before)
    assert look(on=dt.date(2021, 4, 26)).closed == 0
    assert kinds() == before


def test_what_is_done_years_late_is_closed_as_met(db):
    asked = RequestedChildFactory()
    look()
    type(asked.request).objects.filter(pk=asked.request_id).update(state="HELD")
    look(on=dt.date(2021, 4, 26))
    assert [d.closed_because for d in duties(kind="SCHEDULE_CONFERENCE")] == ["MET"]


@pytest.mark.parametrize(("state", "because"), [("HELD", "MET"), ("WITHDRAWN", "GONE")])
def test_a_duty_closes_when_it_is_met_or_gone(db, state, because):
    asked = RequestedChildFactory()
    look()
    fields = {"state": state}
    if state == "WITHDRAWN":
        fields |= {"withdrawn_by": UserFactory(), "withdrawn_at": NOW, "withdrawn_reason": "No longer needed"}
    type(asked.request).objects.filter(pk=asked.request_id).update(**fields)
    look()
    assert [d.closed_because for d in duties(kind="SCHEDULE_CONFERENCE")] == [because]


def test_a_review_is_due_by_both_clocks_from_the_last_conference_held(db):
    plan = PlanFactory(start_date=dt.date(2017, 8, 1))
    ReviewFactory(plan=plan, held_date=dt.date(2017, 10, 30))
    look()
    assert [d.due_date for d in duties(kind="HOLD_REVIEW")] == [dt.date(2018, 4, 30)]


def test_a_review_far_off_is_not_yet_a_duty(db):
    PlanFactory(start_date=dt.date(2018, 4, 20))
    look()
    assert kinds(kind="HOLD_REVIEW") == []


def test_the_asker_gives_the_account_and_then_the_lead_decides(db):
    one = ConsultationFactory()
    look()
    assert "ASK_CONSULTATION" in kinds() and "DECIDE_CONSULTATION" not in kinds()
    type(one).objects.filter(pk=one.pk).update(
        state="ASKED", asked_by=UserFactory(), asked_at=NOW, why_now="x", what_is_different="y"
    )
    look()
    assert "DECIDE_CONSULTATION" in kinds() and "ASK_CONSULTATION" not in kinds()


def test_required_thinking_time_is_due_before_the_meeting(db):
    asked = RequestedChildFactory()
    ThinkingTimeFactory(request=asked.request)
    look()
    (duty,) = duties(kind="HOLD_THINKING_TIME")
    assert duty.due_date == asked.due_date and duty.child_id == asked.child_id


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
    assert [d.due_date for d in duties(kind="HOLD_CORE_GROUP")] == [dt.date(2018, 5, 9)]
    CoreGroupFactory(plan=plan, held_date=dt.date(2018, 4, 25))
    look()
    assert kinds(kind="HOLD_CORE_GROUP") == []


def test_an_email_is_owed_once_and_names_nobody(db):
    child = ChildFactory(given_names="Tokenname", family_name="Tokenfamily")
    UserFactory(role="BUSINESS_SUPPORT")
    RequestedChildFactory(child=child)
    look()
    assert send_due(at=NOW) == 1 and send_due(at=NOW) == 0
    (message,) = mail.outbox
    assert "Token" not in message.subject + message.body and "30 April 2018" in message.body


def test_what_somebody_switched_off_would_owe_falls_to_the_role(db):
    asked = RequestedChildFactory()
    booking = BookingFactory(request=asked.request)
    look()
    type(booking.chair).objects.filter(pk=booking.chair_id).update(is_active=False)
    look()
    assert {(d.kind, d.owner, d.owner_role) for d in duties()} == {
        ("SCHEDULE_CONFERENCE", None, "BUSINESS_SUPPORT"),
        ("FINISH_RECORD", None, "CHAIR"),
    }


def test_no_email_goes_to_somebody_switched_off_meanwhile(db):
    support = UserFactory(role="BUSINESS_SUPPORT")
    RequestedChildFactory()
    look()
    type(support).objects.filter(pk=support.pk).update(is_active=False)
    assert send_due(at=NOW) == 0 and not mail.outbox


def test_no_email_tells_of_what_was_done_meanwhile(db):
    UserFactory(role="BUSINESS_SUPPORT")
    asked = RequestedChildFactory()
    look()
    type(asked.request).objects.filter(pk=asked.request_id).update(state="HELD")
    look()
    assert send_due(at=NOW) == 0


def test_a_notice_whose_worker_died_is_sent_when_its_lease_is_over(db):
    UserFactory(role="BUSINESS_SUPPORT")
    RequestedChildFactory()
    look()
    Notice.objects.update(attempts=1, lease_until_at=NOW + LEASE)
    assert send_due(at=NOW) == 0
    assert send_due(at=NOW + 2 * LEASE) == 1


def test_a_poisoned_notice_is_parked_after_its_last_attempt(db):
    UserFactory(role="BUSINESS_SUPPORT")
    RequestedChildFactory()
    look()
    Notice.objects.update(attempts=8)
    assert send_due(at=NOW) == 0


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
        assert sum(pool.map(beat, range(8))) == 20
    assert len(duties(kind="SCHEDULE_CONFERENCE")) == 20


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
