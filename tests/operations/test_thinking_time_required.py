"""Thinking time is required by rule: at the event or by the next scan, once, with why."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conferences.models import ThinkingRequirement, ThinkingTime
from conferences.operations.requests_children import take_out
from conferences.operations.thinking_time_raising import require_by_rule
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ConsultationAnswerFactory,
    ConsultationDissentFactory,
    ConsultationFactory,
    EnquiryFactory,
    PlanFactory,
    PolicySettingFactory,
    RequestedChildFactory,
    ReviewFactory,
    TeamFactory,
    ThinkingTimeEntryFactory,
    ThinkingTimeFactory,
    UserFactory,
)
from tests.golive import live_from
from tests.scheduling import NOW

pytestmark = pytest.mark.django_db
START = dt.date(2018, 3, 1)


def reviewed(held=dt.date(2018, 5, 24), due=dt.date(2018, 11, 20)):
    """A child of an open request for the review that comes at nine months of the plan."""
    plan = PlanFactory(start_date=START)
    ReviewFactory(plan=plan, held_date=held)
    return RequestedChildFactory(
        child=plan.child, kind="REVIEW", enquiry=None, plan=plan, due_date=due, due_rule="R8"
    )


def found(asked):
    rows = ThinkingRequirement.objects.unscoped("test").filter(requested_child=asked)
    return {row.trigger: row for row in rows}


def sessions(asked):
    return ThinkingTime.objects.unscoped("test").filter(request=asked.request)


def test_a_plan_that_comes_to_nine_months_requires_it_once_with_why():
    asked = reviewed()
    assert require_by_rule(None, at=NOW) == 1 and require_by_rule(None, at=NOW) == 0
    row = found(asked)["LONG_PLAN"]
    assert (row.plan, row.number, row.since_date) == (asked.plan, 9, dt.date(2018, 12, 1))
    assert row.why == "The plan that began on 1 March 2018 comes to 9 months."
    assert row.raised_by is None and row.session.is_required and row.session.state == "DUE"


def test_the_other_facts_of_a_plan_require_it_and_one_session_serves_them():
    asked = reviewed(due=dt.date(2018, 9, 1))
    for month in (4, 5, 6, 7):
        ended = dt.date(2018, month, 20)
        AllocationFactory(
            child=asked.child, worker=UserFactory(), start_date=dt.date(2018, month, 1), end_date=ended
        )
    EnquiryFactory(child=asked.child, started_date=dt.date(2018, 8, 1))
    assert require_by_rule([asked.child_id], at=NOW) == 2
    assert found(asked).keys() == {"WORKERS", "INCIDENT"}
    assert sessions(asked).count() == 1


def test_what_came_before_going_live_requires_nothing():
    live_from(dt.date(2018, 12, 2))
    asked = reviewed(due=dt.date(2018, 12, 20))
    EnquiryFactory(child=asked.child, started_date=dt.date(2018, 8, 1))
    assert require_by_rule(None, at=NOW) == 0 and not found(asked)


def test_a_disagreement_requires_it():
    consultation = ConsultationFactory()
    asked = consultation.requested_child
    require_by_rule(None, at=NOW)
    assert found(asked).keys() == {"REPLAN"}
    ConsultationDissentFactory(consultation=consultation)
    require_by_rule([asked.child_id], at=NOW)
    assert found(asked).keys() == {"REPLAN", "DISAGREEMENT"} and sessions(asked).count() == 1


def test_a_split_between_brothers_and_sisters_requires_it_of_each():
    one = ConsultationFactory()
    other = ConsultationFactory(requested_child__request=one.requested_child.request)
    way = {"way": "NAMED_SUPPORT", "lead_words": "The invented centre", "review_date": dt.date(2018, 9, 3)}
    ConsultationAnswerFactory(consultation=one, answer="AGREE")
    require_by_rule(None, at=NOW)
    assert "DISAGREEMENT" not in found(one.requested_child)
    ConsultationAnswerFactory(
        consultation=other, answer="ANOTHER_WAY", instead="A child in need plan.", **way
    )
    require_by_rule(None, at=NOW)
    for asked in (one.requested_child, other.requested_child):
        why = found(asked)["DISAGREEMENT"].why
        assert why.startswith("The brothers and sisters were decided on differently on ")
        assert "disputed" not in why


def test_a_reason_that_is_switched_off_requires_nothing_from_its_day_on():
    asked = reviewed()
    PolicySettingFactory(key="THINK_PLAN_MONTHS", value="0", effective_date=NOW.date())
    assert require_by_rule(None, at=NOW) == 0
    assert require_by_rule(None, at=NOW - dt.timedelta(days=1)) == 1 and found(asked)


def test_a_reason_found_after_it_was_held_asks_for_another():
    consultation = ConsultationFactory()
    asked = consultation.requested_child
    require_by_rule(None, at=NOW)
    first = sessions(asked).get()
    first.state, first.chair, first.held_date, first.minutes = "HELD", person("CHAIR"), NOW.date(), 45
    first.save()
    ConsultationDissentFactory(consultation=consultation)
    require_by_rule(None, at=NOW)
    assert {one.trigger: one.state for one in sessions(asked)} == {"REPLAN": "HELD", "DISAGREEMENT": "DUE"}


def test_what_the_release_before_wrote_gets_its_reasons_and_no_second_session():
    consultation = ConsultationFactory()
    asked = consultation.requested_child
    session = ThinkingTimeFactory(request=asked.request)
    ThinkingTimeEntryFactory(session=session, asked=asked)
    require_by_rule(None, at=NOW)
    assert found(asked)["REPLAN"].session == session and sessions(asked).count() == 1


def test_what_is_owed_for_the_child_who_leaves_alone_goes_along():
    consultation = ConsultationFactory()
    asked = consultation.requested_child
    RequestedChildFactory(request=asked.request)
    require_by_rule(None, at=NOW)
    worker = person("TEAM_MANAGER", team=TeamFactory())
    for one in asked.request.children.all():
        AllocationFactory(child=one.child, team=worker.team)
    ended = take_out(asked=asked, reason="Lives with an aunt now", by=worker, at=NOW)
    assert ThinkingTime.objects.unscoped("test").get(request=ended).state == "DUE"
    assert not sessions(asked).exists()


def test_it_asks_the_same_number_of_questions_for_many():
    reviewed()
    with CaptureQueriesContext(connection) as one:
        require_by_rule(None, at=NOW)
    with CaptureQueriesContext(connection) as again:
        require_by_rule(None, at=NOW)
    for _ in range(5):
        reviewed()
    require_by_rule(None, at=NOW)
    with CaptureQueriesContext(connection) as many:
        require_by_rule(None, at=NOW)
    assert len(many) == len(again) < len(one)
