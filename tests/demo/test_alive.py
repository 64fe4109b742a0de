"""The demo is alive: the rule raised every consultation, and today everybody has something to do."""

import datetime as dt
from collections import Counter

import pytest

from conferences.demo.past_requests import known_plans
from conferences.demo.past_rows import SINCE
from conferences.demo.present import Present
from conferences.models import (
    Booking,
    Consultation,
    ConsultationAnswer,
    ConsultationCondition,
    ConsultationDissent,
    ConsultationFirstView,
    Duty,
    EarlierPlan,
    Exclusion,
    InvitationLetter,
    Plan,
    Request,
    RequestedChild,
    ThresholdStatement,
)
from conferences.operations.consultations_rules import raise_by_rule
from conferences.queries.consultations_due import babies_where_there_was_a_plan
from conferences.queries.duties_lines import Part
from conferences.queries.duties_list import my_work
from conferences.rules.consultations import Answer
from conferences.rules.replans import check, raises_consultation
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.bankholidays import england
from safeguarding.clock import day_of
from safeguarding.labelled import values
from safeguarding.models import User
from tests.factories import ConsultationAnswerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def asked():
    rows = RequestedChild.objects.unscoped("test").select_related("request", "consultation", "transfer_in")
    return rows.exclude(kind="REVIEW")


def work(name: str, day):
    return my_work(User.objects.get(email=f"{name}@fableshire.example"), on=day)


def test_every_repeat_plan_since_april_2018_had_its_consultation():
    plans = Plan.objects.unscoped("test").filter(
        start_date__gte=SINCE, begun_at__isnull=False, held_for_other_authority=False
    )
    earlier = known_plans()
    repeats = [
        p
        for p in plans
        if any(e.start and e.start < p.start_date and not e.is_anothers for e in earlier[p.child_id])
    ]
    consulted = set(Consultation.objects.unscoped("test").values_list("requested_child__child", flat=True))
    assert len(repeats) > 400 and {p.child_id for p in repeats} <= consulted


@pytest.mark.parametrize(("consulted", "recorded"), [("ASKED", "DRAFT"), ("AGREED", "SIGNED")])
def test_no_plan_begins_while_its_consultation_waits(demo, consulted, recorded):
    at = dt.datetime.combine(demo, dt.time(10), dt.UTC) - dt.timedelta(days=30)
    waiting = Request.objects.unscoped("test").filter(state="REQUESTED", children__kind="INITIAL")
    waiting.update(requested_at=at)
    request = waiting.order_by("pk").first()
    for one in request.children.all():
        account = {
            "asked_by": request.requested_by,
            "asked_at": at,
            "why_now": "Why",
            "what_is_different": "What",
        }
        defaults = {"state": "ASKED", "raised_at": at, "decide_by_date": demo, **account}
        rows = Consultation.objects.unscoped("test")
        told, _ = rows.update_or_create(requested_child=one, defaults=defaults)
        if consulted == "AGREED":
            told.refresh_from_db()
            ConsultationAnswerFactory(consultation=told)

    present = Present(demo, england())
    present.has_adjourned = True  # Or the first that is not signed would be.
    booking = present._book(request, 0)

    assert booking.record.state == recorded


def test_the_rule_and_nothing_else_raised_them(demo):
    plans, every = known_plans(), list(asked().select_related("child"))
    babies = {one.pk for one in babies_where_there_was_a_plan(every, demo)}
    assert len(babies) > 100
    for one in every:
        moved_from = one.transfer_in.from_authority if one.transfer_in else None
        found = check(
            ConferenceKind[one.kind],
            plans[one.child_id],
            day_of(one.history_checked_at),
            moved_from=moved_from,
        )
        by_rule = raises_consultation(ConferenceKind[one.kind], found) or one.pk in babies
        assert hasattr(one, "consultation") == by_rule


def test_nobody_answered_their_own_request():
    answers = ConsultationAnswer.objects.unscoped("test").select_related("consultation", "account")
    assert not [a for a in answers if a.answered_by_id in (a.consultation.asked_by_id, a.account.given_by_id)]


def test_meetings_were_held_lately_and_more_are_in_the_diary(demo):
    days = [day_of(starts) for starts in Booking.objects.unscoped("test").values_list("starts_at", flat=True)]
    assert min(days) < demo < max(days)


def test_one_meeting_was_not_quorate_one_went_on_and_one_was_entered_later():
    """What nobody plans, for whoever tries it."""
    meetings = Booking.objects.unscoped("test")
    few = meetings.get(state="INQUORATE")
    assert few.request.state == "REQUESTED" and few.record.attendances.count() == 1
    assert meetings.filter(state="ADJOURNED").exists()
    assert meetings.filter(state="BOOKED").exclude(entered_reason="").exists()


def test_one_is_excluded_and_told_by_letter_and_a_chair_is_asked_to_exclude_another():
    told = Exclusion.objects.unscoped("test").get(answer="WHOLE")
    letter = told.letters.get()
    assert told.told_date == letter.sent_date
    assert {file.format for file in letter.files.all()} == {"WORD", "PDF", "BIG"}
    assert Exclusion.objects.unscoped("test").filter(answer="").count() == 1
    owed = Duty.objects.unscoped("test").filter(kind="TELL_EXCLUDED", closed_at=None)
    assert len(set(owed.values_list("booking", flat=True))) == 1


def test_everybody_of_one_list_has_a_letter_and_is_invited_by_it():
    letters = InvitationLetter.objects.unscoped("test").select_related("invitation")
    assert {one.invitation.request_id for one in letters} and len(letters) > 1
    assert all(one.sent_date == one.invitation.invited_date for one in letters)
    assert {one.sent_how for one in letters} == {"POST", "SECURE_EMAIL"}


@pytest.mark.parametrize("name", ["chair", "support", "lead", "socialworker10"])
def test_those_who_do_the_work_have_some_today(demo, name):
    lists = work(name, demo).lists
    assert lists.keys() & {Part.TODAY, Part.WEEK, Part.LATER}


def test_something_is_late_and_something_is_done():
    rows = Duty.objects.unscoped("test").filter(closed_at__isnull=True)
    assert rows.filter(kind="SEND_LETTERS").exists() and rows.filter(kind="HOLD_CONFERENCE").exists()


def test_the_manager_sees_what_is_late_anywhere(demo):
    assert work("manager", demo).lists[Part.WAITING].lines


def test_the_asker_waits_for_others(demo):
    assert work("socialworker10", demo).lists[Part.WAITING].lines


def test_what_a_rule_asks_for_was_raised_once_and_nothing_without_a_plan_before(demo):
    at = dt.datetime.combine(demo, dt.time(12), tzinfo=dt.UTC)
    lately, again = raise_by_rule(at=at), raise_by_rule(at=at)
    assert lately.raised < 6 and again.raised == 0
    rows = Consultation.objects.unscoped("test").select_related("requested_child", "plan")
    found = Counter(one.cause for one in rows)
    assert found["REPLAN"] > 400 and found["LONG_PLAN"] > 10 and found["TWO_REVIEWS"] > 0
    earlier = set(EarlierPlan.objects.unscoped("test").values_list("requested_child", flat=True))
    for one in rows:
        asked = one.requested_child
        by_hand = one.cause == "BY_HAND" and one.child.plans.exists()
        known = one.plan or one.cause == "NEW_BABY" or by_hand
        assert known or asked.pk in earlier or asked.recorded_previous_plans


def test_some_were_raised_by_hand_and_did_not_end_with_the_first_answer(demo):
    answers = ConsultationAnswer.objects.unscoped("test").filter(consultation__cause="BY_HAND")
    told = set(answers.values_list("answer", "supersedes__answer", "consultation__state"))
    assert told == {
        ("MORE_INFORMATION", None, "MORE_INFORMATION"),
        ("ESCALATE", None, "ESCALATED"),
        ("ANOTHER_WAY", None, "AGREED"),
        ("AGREE_LEGAL", "ANOTHER_WAY", "AGREED"),
        ("PARTNER_RIGHT", "ANOTHER_WAY", "AGREED"),
    }
    right = answers.filter(answer="PARTNER_RIGHT").values("consultation")
    dissents = ConsultationDissent.objects.unscoped("test").filter(consultation__in=right)
    assert dissents.exists() and not dissents.filter(agency=None).exists()


def test_the_consultations_of_the_demo_went_every_way(demo):
    rows = Consultation.objects.unscoped("test").values_list("within", "state")
    states = {}
    for within, state in rows:
        states.setdefault(within, set()).add(state)
    assert any(len(state) > 1 for state in states.values())
    answers = set(ConsultationAnswer.objects.unscoped("test").values_list("answer", flat=True))
    assert answers == set(values(Answer))
    conditions = ConsultationCondition.objects.unscoped("test")
    assert conditions.filter(closed_at=None).exists() and conditions.exclude(met_date=None).count() > 50
    views = ConsultationFirstView.objects.unscoped("test").select_related("consultation")
    decided = {one.consultation_id: one.answer for one in ConsultationAnswer.objects.unscoped("test")}
    alike = [view.leans == decided[view.consultation_id] for view in views]
    assert 10 < alike.count(False) < alike.count(True)
    assert ConsultationDissent.objects.unscoped("test").exists()
    assert ThresholdStatement.objects.filter(key="4.2").count() == 2
