"""The reader of clocks against the second count after every step of random lives, and examples by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest
from django.db import transaction

from conferences.models import Request
from conferences.queries.clocks import Clock, clocks, reader
from conferences.queries.duties_ledger import ledger as daily_ledger
from conferences.rules.deadlines import Code
from safeguarding.bankholidays import england
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ConferenceChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    CoreGroupFactory,
    EnquiryFactory,
    LetterFactory,
    MeetingRecordFactory,
    PlanFactory,
    PolicySettingFactory,
    RequestedChildFactory,
    RequestFactory,
    ReviewFactory,
    ThinkingTimeFactory,
    TransferInFactory,
    UserFactory,
)
from tests.queries.clocks_ledger import Key, Standing, ledger
from tests.queries.clocks_steps import STEPS, life
from tests.queries.measures_world import day, reviewed

pytestmark = pytest.mark.django_db
STEPS_OF_A_LIFE = 6
LIVES = [36, pytest.param(300, marks=pytest.mark.bench)]
# What each deadline was once seen to be: else the lives that agree may have been empty ones.
FORMS = ("met", "gone", "open")


def as_read() -> dict[Key, Standing]:
    found = clocks()
    by_key = {
        (c.code, c.subject, c.started, c.due): Standing(c.due, c.met, c.gone, c.owner, c.is_ready)
        for c in found
    }
    assert len(by_key) == len(found)
    return by_key


def differences(read: dict[Key, Standing], counted: dict[Key, Standing]) -> dict[Key, object]:
    keys = read.keys() | counted.keys()
    return {key: (read.get(key), counted.get(key)) for key in keys if read.get(key) != counted.get(key)}


def daily(calendar) -> set[tuple[object, ...]]:
    """As the service's own ledger has them, which its reconciliation counts by each day."""
    return {(*one[:2], tuple(sorted(one.children)), *one[3:]) for one in daily_ledger(calendar)}


def read_daily() -> set[tuple[object, ...]]:
    return {(*c[:2], tuple(sorted(c.children)), *c[3:7], c.is_ready) for c in clocks()}


def live(seed: int, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """One life, looked at after each of its steps; what its deadlines were seen to be."""
    world, steps, seen = life(seed), [], set()
    monkeypatch.setattr(reader, "england", lambda: world.calendar)
    for _ in range(STEPS_OF_A_LIFE):
        steps.append(world.step(STEPS))
        read = as_read()
        assert differences(read, ledger(world.calendar)) == {}, (seed, steps)
        assert daily(world.calendar) == read_daily(), (seed, steps)
        seen |= {f"{key[0]} {form}" for key, standing in read.items() for form in forms(standing)}
    return seen


def forms(standing: Standing) -> Iterable[str]:
    lasts = standing.gone is None or standing.due is None or standing.gone > standing.due
    found = {"met": standing.met, "gone": standing.gone, "open": not standing.met and lasts}
    return (form for form, is_so in found.items() if is_so)


@pytest.mark.parametrize("lives", LIVES)
def test_the_reader_and_the_ledger_agree_after_every_step_of_a_life(lives, monkeypatch):
    # More lives than were asked for, where they have not come to every form yet.
    missing, seed = {f"{code} {form}" for code in Code for form in FORMS}, 0
    while seed < lives or (missing and seed < 3 * lives):
        with transaction.atomic():
            missing -= live(seed, monkeypatch)
            transaction.set_rollback(True)
        reader.calendar_parameters.cache_clear()
        seed += 1
    assert sorted(missing) == []


# ----- By hand ---------------------------------------------------------------------------------------------


def clocks_of(code: Code, **narrowed: object) -> list[Clock]:
    return clocks([code], **narrowed)


def clock(code: Code, **narrowed: object) -> Clock:
    """The only clock of the code."""
    (found,) = clocks_of(code, **narrowed)
    return found


def test_day_15_passes_over_christmas():
    EnquiryFactory(started_date=day("20 Dec 2018"))

    assert clock(Code.HOLD_CONFERENCE).due == day("15 Jan 2019")


def test_a_new_bank_holiday_moves_day_15(monkeypatch):
    EnquiryFactory(started_date=day("9 Apr 2018"))
    assert clock(Code.HOLD_CONFERENCE).due == day("30 Apr 2018")
    known = england()
    added = known.holidays | {day("20 Apr 2018")}
    monkeypatch.setattr(reader, "england", lambda: type(known)(added, known.first, known.last))

    assert clock(Code.HOLD_CONFERENCE).due == day("1 May 2018")


def test_an_enquiry_about_a_child_on_a_plan_is_owed_no_conference():
    plan = PlanFactory(start_date=day("8 Jan 2018"))
    EnquiryFactory(child=plan.child, started_date=day("9 Apr 2018"))

    assert clock(Code.HOLD_CONFERENCE).gone == day("9 Apr 2018")
    assert not clock(Code.REQUEST_CONFERENCE).is_open(day("9 Apr 2018"))


def test_an_enquiry_on_the_day_a_plan_ended_is_owed_a_conference():
    plan = PlanFactory(start_date=day("8 Jan 2018"), end_date=day("9 Apr 2018"))
    EnquiryFactory(child=plan.child, started_date=day("9 Apr 2018"))

    assert clock(Code.HOLD_CONFERENCE).is_open(day("30 Apr 2018"))


def test_a_review_is_no_initial_conference():
    enquiry = EnquiryFactory(started_date=day("9 Apr 2018"))
    plan = PlanFactory(child=enquiry.child, start_date=day("20 Apr 2018"))
    ReviewFactory(plan=plan, held_date=day("1 Jun 2018"))
    assert clock(Code.HOLD_CONFERENCE).met is None
    ConferenceChildFactory(child=enquiry.child, held_date=day("20 Apr 2018"))

    assert clock(Code.HOLD_CONFERENCE).met == day("20 Apr 2018")


def test_three_months_from_the_end_of_november_is_the_end_of_february():
    reviewed("30 Nov 2018")

    assert clock(Code.HOLD_REVIEW).due == day("28 Feb 2019")


def test_the_review_that_ends_the_plan_starts_no_clock():
    reviewed("5 Mar 2018", "4 Jun 2018", end="4 Jun 2018")

    found = clock(Code.HOLD_REVIEW)
    assert (found.started, found.due, found.met) == (day("5 Mar 2018"), day("4 Jun 2018"), day("4 Jun 2018"))


def test_an_early_review_starts_the_six_months_anew_and_two_on_one_day_are_one():
    reviewed("5 Mar 2018", "1 May 2018", "1 May 2018")

    found = [(c.started, c.due, c.met) for c in clocks_of(Code.HOLD_REVIEW)]
    first = day("5 Mar 2018"), day("4 Jun 2018"), day("1 May 2018")
    assert found == [first, (day("1 May 2018"), day("31 Oct 2018"), None)]


def test_a_review_on_the_day_the_plan_began_counts_for_nothing():
    reviewed("5 Mar 2018", "5 Mar 2018")

    assert [(c.due, c.met) for c in clocks_of(Code.HOLD_REVIEW)] == [(day("4 Jun 2018"), None)]


def test_a_request_that_was_withdrawn_was_none():
    plan = PlanFactory(start_date=day("9 Apr 2018"))
    request = booked_review(plan, day("1 May 2018")).request
    over = {"cancelled_by": request.requested_by, "cancelled_at": request.requested_at}
    request.bookings.update(state="CANCELLED", cancel_reason="OTHER", **over)
    request.state, request.withdrawn_by = "WITHDRAWN", request.requested_by
    request.withdrawn_at, request.withdrawn_reason = request.requested_at, "Over"
    request.save()

    assert clock(Code.REQUEST_REVIEW).met is None
    assert not clock(Code.HOLD_REVIEW).is_ready


def test_a_local_limit_that_changed_between_holds_from_its_day_on():
    PolicySettingFactory(key="CORE_GROUP_INTERVAL_WEEKS", value="4", effective_date=day("1 Jun 2018"))
    plan = PlanFactory(start_date=day("9 Apr 2018"))
    for held in ("31 May 2018", "1 Jun 2018"):
        CoreGroupFactory(plan=plan, held_date=day(held))

    assert [c.due for c in clocks_of(Code.HOLD_CORE_GROUP)] == [day("12 Jul 2018"), day("29 Jun 2018")]


def test_half_past_eleven_in_the_evening_in_utc_is_the_next_day_in_summer():
    late = dt.datetime(2018, 6, 20, 23, 30, tzinfo=dt.UTC)
    RequestedChildFactory(request__requested_at=late)

    found = clock(Code.SCHEDULE_REQUEST)
    assert (found.started, found.due) == (day("21 Jun 2018"), day("25 Jun 2018"))


def test_the_account_is_wanted_again_by_the_day_that_was_set():
    asked_at = dt.datetime(2018, 4, 10, 9, tzinfo=dt.UTC)
    words = {"why_now": "It came back.", "what_is_different": "Nothing."}
    asked = RequestedChildFactory()
    words |= {"asked_by": asked.request.requested_by, "asked_at": asked_at}
    one = ConsultationFactory(requested_child=asked, state="MORE_INFORMATION", **words)
    ConsultationAnswerFactory(
        consultation=one,
        answer="MORE_INFORMATION",
        instead="The school's view",
        wanted_by_date=day("20 Apr 2018"),
        answered_at=asked_at + dt.timedelta(days=1),
    )
    found = clock(Code.GIVE_ACCOUNT)
    assert (found.due, found.met) == (day("20 Apr 2018"), None)
    one.state, one.asked_at = "ASKED", asked_at + dt.timedelta(days=7)
    one.save()

    found = clock(Code.GIVE_ACCOUNT)
    assert (found.due, found.met) == (day("20 Apr 2018"), day("17 Apr 2018"))


def noon(text: str) -> dt.datetime:
    return dt.datetime.combine(day(text), dt.time(12), dt.UTC)


def booked_review(plan, requested: dt.date) -> BookingFactory:
    at = dt.datetime.combine(requested, dt.time(12), dt.UTC)
    request = RequestFactory(family=plan.child.family, requested_at=at)
    about = {"kind": "REVIEW", "enquiry": None, "plan": plan}
    RequestedChildFactory(request=request, child=plan.child, **about)
    return BookingFactory(request=request)


def test_a_review_booked_before_the_birth_is_the_review_after_it():
    child = ChildFactory(birth_date=day("14 May 2018"))
    plan = PlanFactory(child=child, start_date=day("9 Apr 2018"))
    booking = booked_review(plan, day("1 May 2018"))

    found = clock(Code.REVIEW_AFTER_BIRTH)
    assert (found.due, found.owner, found.is_ready) == (day("12 Jun 2018"), booking.chair_id, True)


def test_a_birth_on_the_day_the_plan_began_starts_no_clock():
    PlanFactory(child__birth_date=day("9 Apr 2018"), start_date=day("9 Apr 2018"))

    assert clocks_of(Code.REVIEW_AFTER_BIRTH) == []


def test_a_review_on_the_day_of_the_birth_is_not_the_one_after_it():
    plan = reviewed("9 Apr 2018", "14 May 2018", child__birth_date=day("14 May 2018"))
    assert clock(Code.REVIEW_AFTER_BIRTH).met is None
    ReviewFactory(plan=plan, held_date=day("15 May 2018"))

    assert clock(Code.REVIEW_AFTER_BIRTH).met == day("15 May 2018")


def test_a_request_that_is_open_still_is_the_request_for_the_next_review():
    plan = PlanFactory(start_date=day("9 Apr 2018"))
    booking = booked_review(plan, day("1 May 2018"))
    ReviewFactory(plan=plan, held_date=day("9 May 2018"))

    assert [c.met for c in clocks_of(Code.REQUEST_REVIEW)] == [day("1 May 2018")] * 2
    assert clocks_of(Code.HOLD_REVIEW)[-1].owner == booking.chair_id


def test_a_child_put_in_later_was_asked_for_then_and_not_when_its_sibling_was():
    first = RequestedChildFactory(request__requested_at=noon("12 Apr 2018"))
    later = RequestedChildFactory(
        request=first.request,
        child__family=first.child.family,
        history_checked_at=noon("23 Apr 2018"),
    )

    asked = {c.subject: c.met for c in clocks_of(Code.REQUEST_CONFERENCE)}
    assert asked == {first.enquiry_id: day("12 Apr 2018"), later.enquiry_id: day("23 Apr 2018")}


def test_a_review_of_a_child_put_in_later_was_asked_for_after_the_one_before():
    plan = PlanFactory(start_date=day("9 Apr 2018"))
    ReviewFactory(plan=plan, held_date=day("9 May 2018"))
    request = booked_review(plan, day("1 May 2018")).request
    request.children.update(history_checked_at=noon("14 May 2018"))

    assert [c.met for c in clocks_of(Code.REQUEST_REVIEW)] == [day("9 May 2018"), day("14 May 2018")]


def test_thinking_time_is_due_before_the_meeting_and_a_late_one_puts_it_off_no_further():
    asked = RequestedChildFactory(due_date=day("30 Apr 2018"))
    ThinkingTimeFactory(request=asked.request)
    assert clock(Code.HOLD_THINKING_TIME).due == day("30 Apr 2018")
    booking = BookingFactory(request=asked.request)
    found = clock(Code.HOLD_THINKING_TIME)
    assert (found.due, found.owner, found.is_ready) == (day("24 Apr 2018"), booking.chair_id, True)
    booking.starts_at += dt.timedelta(days=20)
    booking.ends_at += dt.timedelta(days=20)
    booking.save()

    assert clock(Code.HOLD_THINKING_TIME).due == day("30 Apr 2018")


def test_a_request_for_two_children_names_both():
    first = RequestedChildFactory()
    second = RequestedChildFactory(request=first.request, child__family=first.child.family)
    RequestedChildFactory()
    both = [first.child_id, second.child_id]

    assert clock(Code.SCHEDULE_REQUEST, subjects=[first.request_id]).children == both
    assert len(clocks_of(Code.SCHEDULE_REQUEST)) == Request.objects.unscoped("test").count() == 2


def test_letters_are_sent_when_there_are_some_and_each_was_sent():
    record = MeetingRecordFactory(
        state="SIGNED", signed_by=UserFactory(), signed_at=dt.datetime(2018, 4, 24, 12, tzinfo=dt.UTC)
    )
    assert clock(Code.SEND_LETTERS).met is None
    sent = {"record": record, "sent_by": record.saved_by}
    LetterFactory(sent_date=day("25 Apr 2018"), **sent)
    late = LetterFactory(record=record)
    assert clock(Code.SEND_LETTERS).met is None
    late.sent_date, late.sent_by = day("27 Apr 2018"), record.saved_by
    late.save()

    assert clock(Code.SEND_LETTERS).met == day("27 Apr 2018")


def test_a_cancelled_meeting_leaves_no_record_to_finish():
    BookingFactory(
        state="CANCELLED",
        cancelled_at=dt.datetime(2018, 4, 20, 12, tzinfo=dt.UTC),
        cancelled_by=UserFactory(),
        cancel_reason="NOT_NEEDED",
    )
    for code in (Code.SEND_LETTERS, Code.FINISH_RECORD, Code.SEND_RECORD):
        assert clock(code).gone == day("20 Apr 2018")


def test_a_start_outside_the_known_bank_holidays_has_no_due_day():
    EnquiryFactory(started_date=england().last)

    assert (clock(Code.HOLD_CONFERENCE).due, clock(Code.HOLD_CONFERENCE).met) == (None, None)


# ----- What ends a conference that was never held ----------------------------------------------------------


PLAN_CLOCKS = (Code.HOLD_REVIEW, Code.REQUEST_REVIEW, Code.HOLD_CORE_GROUP)


def test_nothing_is_owed_on_a_plan_from_the_18th_birthday_and_what_was_missed_stays_missed():
    plan = reviewed("15 Jan 2018", child__birth_date=day("25 May 2000"))
    CoreGroupFactory(plan=plan, held_date=day("26 Jan 2018"))
    for found in (clock(code) for code in PLAN_CLOCKS):
        assert found.due < found.gone == day("25 May 2018")
        assert found.is_open(day("24 May 2018")) and not found.is_open(day("25 May 2018"))
    end = clock(Code.END_PLAN)
    assert (end.started, end.due, end.met) == (day("25 May 2018"), day("11 Jun 2018"), None)


def test_what_would_be_due_on_the_18th_birthday_or_later_is_never_owed():
    plan = reviewed("15 Jan 2018", "9 Apr 2018", child__birth_date=day("25 May 2000"))
    CoreGroupFactory(plan=plan, held_date=day("13 Apr 2018"))  # The next is due on 25 May.
    assert not any(clocks_of(code)[-1].was_owed for code in PLAN_CLOCKS)
    type(plan.child).every.filter(pk=plan.child_id).update(birth_date=day("26 May 2000"))
    assert clocks_of(Code.HOLD_CORE_GROUP)[-1].was_owed


def test_a_plan_that_a_review_ended_is_ended_by_nobody_else():
    plan = reviewed("15 Jan 2018", "1 Jun 2018", end="1 Jun 2018", child__birth_date=day("25 May 2000"))
    found = clock(Code.END_PLAN, subjects=[plan.pk])
    assert (found.met, found.gone) == (None, day("1 Jun 2018"))


@pytest.mark.parametrize("code", [Code.HOLD_CONFERENCE, Code.REQUEST_CONFERENCE])
def test_an_enquiry_is_over_once_a_plan_began_since(code):
    enquiry = EnquiryFactory(started_date=day("9 Apr 2018"))
    PlanFactory(child=enquiry.child, start_date=day("2 May 2018"))
    assert clock(code, subjects=[enquiry.pk]).gone == day("2 May 2018")


def test_an_enquiry_is_over_with_the_child_s_death():
    enquiry = EnquiryFactory(started_date=day("9 Apr 2018"), child__death_date=day("1 May 2018"))
    assert clock(Code.HOLD_CONFERENCE, subjects=[enquiry.pk]).gone == day("1 May 2018")


@pytest.mark.parametrize(
    ("born", "over"),
    [("4 May 2000", "4 May 2018"), ("29 Feb 2000", "9 Apr 2018"), ("29 Feb 2004", "1 Mar 2022")],
)
def test_an_enquiry_is_over_on_the_18th_birthday_and_never_before_it_began(born, over):
    enquiry = EnquiryFactory(started_date=day("9 Apr 2018"), child__birth_date=day(born))
    assert clock(Code.HOLD_CONFERENCE, subjects=[enquiry.pk]).gone == day(over)


def test_a_conference_that_was_held_is_what_ended_it():
    enquiry = EnquiryFactory(started_date=day("9 Apr 2018"), child__death_date=day("1 May 2018"))
    ConferenceChildFactory(child=enquiry.child, enquiry=enquiry, held_date=day("30 Apr 2018"))
    found = clock(Code.HOLD_CONFERENCE, subjects=[enquiry.pk])
    assert (found.met, found.gone) == (day("30 Apr 2018"), None)


def test_a_move_here_is_over_by_the_same():
    came = TransferInFactory(notified_date=day("9 Apr 2018"), child__death_date=day("1 May 2018"))
    assert clock(Code.HOLD_TRANSFER_IN, subjects=[came.pk]).gone == day("1 May 2018")
