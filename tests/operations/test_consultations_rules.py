"""What a rule raises a consultation for: a long plan, reviews that change nothing, a new baby; each once."""

import datetime as dt

import pytest
from django.db import connection

from conferences import tasks
from conferences.models import Consultation, FamilyConsultation, Plan, ThinkingTime
from conferences.operations import consultations_rules
from conferences.operations.consultations_rules import ByRule, raise_by_rule
from conferences.operations.requests_history import check_history
from safeguarding.models import AuditEntry, Child
from tests.factories import (
    ChildFactory,
    ChildPartFactory,
    ConsultationFactory,
    CoreGroupFactory,
    FamilyFactory,
    MeetingRecordFactory,
    PlanElsewhereFactory,
    PlanFactory,
    PolicySettingFactory,
    RequestedChildFactory,
    RequestFactory,
    ReviewFactory,
)
from tests.golive import live_from
from tests.operations.duties_stories import booking_of

pytestmark = pytest.mark.django_db
ON = dt.date(2019, 7, 9)
AT = dt.datetime(2019, 7, 9, 9, tzinfo=dt.UTC)
FIFTEEN_MONTHS = dt.date(2018, 4, 9)
YEARS_AGO = dt.date(2015, 4, 1)


def raised():
    rows = Consultation.objects.unscoped("test").order_by("child", "pk")
    return [(one.child, one.cause, one.state) for one in rows]


def long_plan(start=FIFTEEN_MONTHS, **fields):
    """A plan that is known here: a core group of it was recorded."""
    plan = PlanFactory(start_date=start, **fields)
    CoreGroupFactory(plan=plan, held_date=start + dt.timedelta(days=9))
    return plan


def limit(key, value):
    PolicySettingFactory(key=key, value=value, effective_date=YEARS_AGO)


def refused_by_the_database(monkeypatch, plan):
    """The database refuses what is raised for this plan."""
    ask = consultations_rules.raise_for_plan

    def refuse(one, *rest):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / %s", [int(one.pk != plan.pk)])
        return ask(one, *rest)

    monkeypatch.setattr(consultations_rules, "raise_for_plan", refuse)


def test_one_that_the_database_refuses_keeps_back_no_other(monkeypatch):
    first, second = long_plan(), long_plan()
    refused_by_the_database(monkeypatch, first)
    told = raise_by_rule(at=AT)
    assert (told.raised, told.failed) == (1, 1)
    assert [one.plan for one in Consultation.objects.unscoped("test")] == [second]
    monkeypatch.undo()
    assert raise_by_rule(at=AT).raised == 1


def test_the_task_says_that_some_were_left(monkeypatch):
    monkeypatch.setattr(consultations_rules, "raise_by_rule", lambda at: ByRule(failed=2))
    with pytest.raises(RuntimeError, match="2 consultations"):
        tasks.raise_consultations()


# ----- A plan that lasts long ------------------------------------------------------------------------------


def test_a_plan_of_15_months_is_consulted_on_once():
    plan = long_plan()
    assert (raise_by_rule(at=AT).raised, raise_by_rule(at=AT).raised) == (1, 0)
    (one,) = Consultation.objects.unscoped("test")
    assert (one.child, one.plan, one.cause, one.requested_child) == (plan.child, plan, "LONG_PLAN", None)
    assert (one.within.family, one.within.raised_why) == (plan.child.family, "LONG_PLAN")
    assert one.decide_by_date == dt.date(2019, 7, 12)
    assert AuditEntry.objects.filter(event="consultation.raised", subject_id=one.pk).count() == 1


def test_the_day_before_it_is_not():
    long_plan(FIFTEEN_MONTHS + dt.timedelta(days=1))
    assert raise_by_rule(at=AT).raised == 0


def test_brothers_and_sisters_are_asked_about_together():
    family = FamilyFactory()
    for _ in range(2):
        long_plan(child__family=family)
    assert raise_by_rule(at=AT).raised == 2
    assert FamilyConsultation.objects.unscoped("test").count() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"end_date": dt.date(2019, 7, 1)},
        {"held_for_other_authority": True},
        {"child__death_date": dt.date(2019, 7, 1)},
        {"child__birth_date": dt.date(2001, 7, 9)},
    ],
    ids=["ended", "another's", "died", "grown up"],
)
def test_nobody_is_asked_about_a_plan_that_is_over(fields):
    long_plan(**fields)
    assert raise_by_rule(at=AT).raised == 0


def test_a_plan_that_files_alone_tell_of_is_left_out_until_somebody_works_on_it_here():
    plan = PlanFactory(start_date=FIFTEEN_MONTHS)
    assert raise_by_rule(at=AT).raised == 0
    CoreGroupFactory(plan=plan, held_date=ON)
    assert raise_by_rule(at=AT).raised == 1


@pytest.mark.parametrize(("day", "number"), [(None, 0), (dt.date(2019, 7, 10), 0), (ON, 1)])
def test_what_came_to_its_day_before_go_live_raises_none(day, number):
    long_plan()
    live_from(day)
    assert raise_by_rule(at=AT).raised == number
    live_from(dt.date(2019, 7, 10))
    assert raise_by_rule(at=AT + dt.timedelta(days=1)).raised == 0


@pytest.mark.parametrize(("months", "number"), [("0", 0), ("16", 0), ("12", 1)])
def test_the_council_sets_after_how_many_months_and_may_switch_it_off(months, number):
    long_plan()
    limit("LONG_PLAN_CONSULTATION_MONTHS", months)
    assert raise_by_rule(at=AT).raised == number


# ----- Reviews that change nothing -------------------------------------------------------------------------


def review(plan, day, category="NEG"):
    """A review recorded here, which went on with the plan."""
    asked = RequestedChildFactory(child=plan.child, kind="REVIEW", enquiry=None, plan=plan, due_rule="R7")
    booking = booking_of(asked.request, day)
    signed = {"state": "SIGNED", "signed_by": booking.chair, "signed_at": AT}
    record = MeetingRecordFactory(booking=booking, **signed)
    held = ReviewFactory(plan=plan, conference=booking.conference)
    decided = {"outcome": "PLAN_CONTINUES", "category": category}
    ChildPartFactory(record=record, requested_child=asked, conference_child=held, **decided)


def reviewed(*categories):
    """A plan of half a year, known here, whose reviews decided this."""
    plan = long_plan(dt.date(2019, 1, 7))
    for number, category in enumerate(categories):
        day = dt.date(2019, 4, 1 + number)
        if category is None:
            ReviewFactory(plan=plan, held_date=day)
        else:
            review(plan, day, category)
    return plan


def test_two_reviews_that_change_nothing_are_asked_about_once():
    plan = reviewed("NEG", "NEG")
    assert (raise_by_rule(at=AT).raised, raise_by_rule(at=AT).raised) == (1, 0)
    assert raised() == [(plan.child, "TWO_REVIEWS", "RAISED")]


@pytest.mark.parametrize(
    "categories",
    [("NEG",), ("NEG", "EMO"), ("EMO", "NEG"), ("NEG", None), ("EMO", "EMO")],
    ids=["one", "changed at the last", "changed twice", "not known here", "changed at the first"],
)
def test_a_change_or_what_is_not_known_is_no_two_without_change(categories):
    reviewed(*categories)
    assert raise_by_rule(at=AT).raised == 0


def test_the_council_sets_how_many_reviews_and_may_switch_it_off():
    reviewed("NEG", "NEG")
    limit("UNCHANGED_REVIEWS_CONSULTATION", "0")
    assert raise_by_rule(at=AT).raised == 0


def test_a_plan_is_asked_about_for_one_thing_at_a_time():
    plan = long_plan()
    for number in range(2):
        review(plan, dt.date(2019, 6, 3 + number))
    assert (raise_by_rule(at=AT).raised, raise_by_rule(at=AT).raised) == (1, 0)
    assert [cause for _, cause, _ in raised()] == ["LONG_PLAN"]


# ----- A new baby where there was a plan -------------------------------------------------------------------


def baby(family, **born):
    request = RequestFactory(family=family, requested_at=AT)
    born = born or {"unborn": True, "expected_birth_date": dt.date(2019, 9, 2)}
    return RequestedChildFactory(request=request, child=ChildFactory(family=family, **born))


@pytest.fixture
def before():
    """A family whose eldest was on a plan."""
    return PlanFactory(start_date=YEARS_AGO, end_date=dt.date(2016, 4, 1)).child.family


@pytest.mark.parametrize(
    ("born", "number"),
    [
        ({}, 1),
        ({"birth_date": dt.date(2018, 7, 10)}, 1),
        ({"birth_date": dt.date(2018, 7, 9)}, 0),
    ],
    ids=["unborn", "under a year", "a year old"],
)
def test_a_baby_for_whom_a_conference_is_asked_is_consulted_on_where_there_was_a_plan(before, born, number):
    asked = baby(before, **born)
    assert (raise_by_rule(at=AT).raised, raise_by_rule(at=AT).raised) == (number, 0)
    assert [child for child, cause, _ in raised() if cause == "NEW_BABY"] == [asked.child] * number


def test_a_baby_put_in_later_is_one_whose_brother_or_sister_was_on_a_plan_by_then():
    family = PlanFactory(start_date=ON - dt.timedelta(days=1)).child.family
    request = RequestFactory(family=family, requested_at=AT - dt.timedelta(days=5))
    unborn = ChildFactory(family=family, unborn=True, expected_birth_date=dt.date(2019, 9, 2))
    RequestedChildFactory(request=request, child=unborn, history_checked_at=AT)
    assert raise_by_rule(at=AT).raised == 1


def test_it_is_raised_at_once_with_the_request_and_asks_for_no_thinking_time(before):
    asked = baby(before)
    assert check_history(asked, AT)
    assert not ThinkingTime.objects.unscoped("test").exists()
    assert raised() == [(asked.child, "NEW_BABY", "RAISED")]
    assert raise_by_rule(at=AT).raised == 0


def test_a_plan_with_another_authority_counts_and_none_at_all_does_not():
    assert baby(FamilyFactory()) and raise_by_rule(at=AT).raised == 0
    family = FamilyFactory()
    PlanElsewhereFactory(child__family=family, start_date=YEARS_AGO)
    baby(family)
    assert raise_by_rule(at=AT).raised == 1


def test_no_baby_is_asked_about_where_it_is_switched_off_or_the_request_is_over(before):
    request = baby(before).request
    limit("NEW_BABY_CONSULTATION_MONTHS", "0")
    assert raise_by_rule(at=AT).raised == 0
    over = {"state": "WITHDRAWN", "withdrawn_by": request.requested_by, "withdrawn_reason": "Over"}
    type(request).every.filter(pk=request.pk).update(**over, withdrawn_at=AT)
    PolicySettingFactory(key="NEW_BABY_CONSULTATION_MONTHS", value="12", effective_date=ON)
    assert raise_by_rule(at=AT).raised == 0


# ----- What is asked no more -------------------------------------------------------------------------------


def test_what_waits_is_closed_once_the_plan_ended_and_its_duty_goes():
    plan = long_plan()
    raise_by_rule(at=AT)
    Plan.every.filter(pk=plan.pk).update(end_date=ON, end_reason="RISK_REDUCED")
    assert raise_by_rule(at=AT + dt.timedelta(days=1)).closed == 1
    assert raised() == [(plan.child, "LONG_PLAN", "CLOSED")]
    assert FamilyConsultation.objects.unscoped("test").get().is_over


def test_what_was_asked_with_a_request_is_closed_with_it_alone():
    one = ConsultationFactory()
    Child.every.filter(pk=one.child.pk).update(death_date=ON)
    assert raise_by_rule(at=AT).closed == 0
