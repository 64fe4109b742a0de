"""Requesting a conference: the clock kept as counted, the history as found, a consultation raised by rule."""

import datetime as dt
import uuid

import pytest

from conferences.models import (
    ChildPair,
    Consultation,
    EarlierPlan,
    Request,
    RequestedChild,
    ThinkingTime,
    TransferIn,
)
from conferences.operations.pairs_scan import compare_child
from conferences.operations.requests import Arrival, ChildAsk, withdraw
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import AuditEntry
from safeguarding.refusals import CONFLICT, FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ChildFactory,
    ChildNameFactory,
    ConferenceChildFactory,
    EnquiryFactory,
    PlanElsewhereFactory,
    PlanFactory,
    RequestedChildFactory,
    ReviewFactory,
    TransferInFactory,
    answered,
    meet,
)
from tests.operations.asking import (
    AT,
    ON,
    STARTED,
    asker,
    asker_of,
    child_with_earlier_plan,
    initial,
    make,
)

pytestmark = pytest.mark.django_db
TOLD = dt.date(2018, 4, 6)
LATER = AT + dt.timedelta(hours=1)


def arriving(child, **dates):
    return ChildAsk(
        child, ConferenceKind.TRANSFER_IN, transfer_in=Arrival("352", **({"notified_date": TOLD} | dates))
    )


def review(plan):
    return ChildAsk(plan.child, ConferenceKind.REVIEW, plan=plan)


def of(request):
    return RequestedChild.objects.unscoped("test").get(request=request)


def earlier(request):
    return list(EarlierPlan.objects.unscoped("test").filter(requested_child__request=request))


def raised(request):
    return Consultation.objects.unscoped("test").filter(requested_child__request=request)


# ----- The clock -------------------------------------------------------------------------------------


def test_an_initial_conference_is_due_fifteen_working_days_after_its_discussion():
    asked = of(make(initial(ChildFactory())))
    assert (asked.due_date, asked.due_rule) == (dt.date(2018, 4, 30), "R1")
    assert asked.due_explanation == "15 working days from Monday 9 April 2018"


def test_a_transfer_in_is_due_from_the_day_we_were_told_and_keeps_its_four_dates():
    asked = of(make(arriving(ChildFactory(), moved_date=dt.date(2018, 4, 2), accepted_date=ON)))
    assert (asked.due_date, asked.due_rule) == (dt.date(2018, 4, 27), "R11")
    arrival = asked.transfer_in
    assert (arrival.from_authority, arrival.moved_date, arrival.accepted_date) == (
        "352",
        dt.date(2018, 4, 2),
        ON,
    )


def test_an_arrival_told_of_on_the_same_day_is_the_same():
    child = ChildFactory()
    first = make(arriving(child))
    withdraw(request=first, reason="Asked too early", by=asker_of(first), at=AT)
    assert of(make(arriving(child))).transfer_in == of(first).transfer_in
    assert TransferIn.objects.unscoped("test").count() == 1


def test_the_first_review_is_due_from_the_conference_that_began_the_plan():
    plan = PlanFactory(start_date=dt.date(2018, 2, 1))
    asked = of(make(review(plan)))
    assert (asked.due_date, asked.due_rule, asked.plan) == (dt.date(2018, 5, 1), "R7", plan)


def test_a_later_review_is_due_from_the_last_one_held():
    plan = PlanFactory(start_date=dt.date(2017, 10, 2))
    ReviewFactory(plan=plan, held_date=dt.date(2018, 1, 8))
    assert of(make(review(plan))).due_rule == "R8"


def test_one_request_may_hold_an_initial_and_a_review():
    plan = PlanFactory(start_date=dt.date(2018, 2, 1))
    sibling = ChildFactory(family=plan.child.family)
    request = make(review(plan), initial(sibling))
    assert {r.kind for r in request.children.all()} == {"REVIEW", "INITIAL"}


# ----- The history ----------------------------------------------------------------------------------


def test_a_child_without_an_earlier_plan_raises_nothing():
    request = make(initial(ChildFactory()))
    assert not raised(request).exists() and earlier(request) == []
    assert not ThinkingTime.objects.unscoped("test").exists()


def test_an_earlier_plan_is_frozen_and_raises_a_consultation_and_thinking_time():
    request = make(initial(child_with_earlier_plan(PlanFactory)))
    (found,) = earlier(request)
    assert (found.found_in, found.end_date, found.gap_days) == ("FILE", dt.date(2016, 2, 1), 800)
    assert (found.category, found.how_ended) == ("NEG", "Risk reduced: decided at a review conference")
    assert raised(request).get().decide_by_date == dt.date(2018, 4, 16)
    thinking = ThinkingTime.objects.unscoped("test").get(request=request)
    assert (thinking.trigger, thinking.is_required, thinking.state) == ("REPLAN", True, "DUE")


def test_what_was_found_stays_as_it_was_found():
    child = child_with_earlier_plan(PlanFactory)
    request = make(initial(child))
    child.plans.update(latest_category="EMO", end_reason="DIED")
    assert earlier(request)[0].category == "NEG"


def test_two_siblings_raise_two_consultations_and_one_thinking_time():
    amber = child_with_earlier_plan(PlanFactory)
    basil = child_with_earlier_plan(PlanFactory, family=amber.family)
    request = make(initial(amber), initial(basil))
    assert raised(request).count() == 2
    assert ThinkingTime.objects.unscoped("test").filter(request=request).count() == 1


def test_a_review_raises_no_consultation():
    child = child_with_earlier_plan(PlanFactory)
    assert not raised(make(review(PlanFactory(child=child, start_date=dt.date(2018, 2, 1))))).exists()


def test_a_plan_elsewhere_raises_a_consultation():
    told = PlanElsewhereFactory(start_date=dt.date(2012, 1, 9), category="PHY")
    (found,) = earlier(make(initial(told.child)))
    assert (found.found_in, found.authority_name, found.category) == (
        "ELSEWHERE",
        "Neighbourshire Council",
        "PHY",
    )


def test_a_plan_of_a_census_says_so_and_its_count_is_kept():
    child = ChildFactory()
    PlanFactory(
        child=child,
        source="CENSUS",
        start_date=dt.date(2015, 1, 5),
        end_date=dt.date(2015, 9, 7),
        end_reason="",
        previous_plans_recorded=2,
    )
    request = make(initial(child))
    assert earlier(request)[0].found_in == "FILE" and of(request).recorded_previous_plans == 2


def test_a_plan_under_a_former_number_is_found_though_the_record_is_restricted():
    hidden = ChildFactory(restricted=True, upn="H801200001001")
    PlanFactory(child=hidden, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    request = make(initial(ChildFactory(former_upn="H801200001001")))
    assert [found.found_in for found in earlier(request)] == ["OTHER_RECORD"]
    assert raised(request).exists()


def test_a_near_name_and_birth_date_is_a_question_to_a_person_and_no_answer():
    other = ChildFactory(given_names="Amber", family_name="Formerly", birth_date=dt.date(2012, 5, 4))
    PlanFactory(child=other, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    same = ChildNameFactory(given_names="Amber", family_name="Formerly").child
    request = make(initial(same))
    assert not raised(request).exists() and not earlier(request)
    pair = ChildPair.every.get()
    assert {pair.one, pair.other} == {same, other} and not pair.is_certain


def test_a_number_of_two_children_raises_nothing_once_a_person_said_so():
    other = ChildFactory(upn="H801200001001", birth_date=dt.date(2010, 5, 4))
    PlanFactory(child=other, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    same = ChildFactory(former_upn="H801200001001")
    assert compare_child(same, at=AT) == 1
    ChildPair.every.update(state="DIFFERENT")
    assert not raised(make(initial(same))).exists()


def test_a_past_request_knows_no_plan_that_began_after_it():
    child = ChildFactory()
    PlanFactory(child=child, start_date=dt.date(2018, 4, 24))
    assert not raised(make(initial(child))).exists()


# ----- Refusals -------------------------------------------------------------------------------------


def refused(sentence, *asks, **more):
    with pytest.raises(Refused, match=sentence) as refusal:
        make(*asks, **more)
    assert not Request.objects.unscoped("test").filter(reason="An invented worry.").exists()
    return refusal.value


def test_a_child_on_a_plan_gets_a_review_and_no_initial():
    plan = PlanFactory(start_date=dt.date(2018, 2, 1))
    assert refused("is on a plan, so only a review", initial(plan.child)).field == "kind"


def test_a_child_without_a_plan_gets_no_review():
    ended = PlanFactory(start_date=dt.date(2017, 2, 1), end_date=dt.date(2018, 2, 1))
    refused("no review can be requested", review(ended))


def test_an_enquiry_must_be_the_child_s_own_and_wait_for_its_conference():
    child, other = ChildFactory(), EnquiryFactory(started_date=STARTED)
    by = asker("SOCIAL_WORKER", child, other.child)
    refused("Select the enquiry", ChildAsk(child, ConferenceKind.INITIAL, enquiry=other), by=by)
    ask = initial(child)
    ConferenceChildFactory(child=child, enquiry=ask.enquiry, held_date=ON)
    refused("has already had its conference", ask)


def test_an_arrival_must_be_the_child_s_own():
    child, other = ChildFactory(), TransferInFactory(notified_date=TOLD)
    by = asker("SOCIAL_WORKER", child, other.child)
    refused("Select the arrival", ChildAsk(child, ConferenceKind.TRANSFER_IN, transfer_in=other), by=by)


def test_a_plan_must_be_the_child_s_own():
    mine, other = (PlanFactory(start_date=dt.date(2018, 2, 1)) for _ in range(2))
    by = asker("SOCIAL_WORKER", mine.child, other.child)
    refused("no longer on this plan", ChildAsk(mine.child, ConferenceKind.REVIEW, plan=other), by=by)


def test_an_enquiry_from_before_a_plan_starts_no_second_conference():
    plan = PlanFactory(start_date=dt.date(2017, 2, 1), end_date=dt.date(2018, 2, 1))
    old = EnquiryFactory(child=plan.child, started_date=dt.date(2017, 1, 9))
    refused("began after this enquiry", ChildAsk(plan.child, ConferenceKind.INITIAL, enquiry=old))


def test_an_enquiry_that_ended_without_a_conference_starts_none():
    enquiry = EnquiryFactory(started_date=STARTED, conference_need="NOT_NEEDED")
    refused("ended without", ChildAsk(enquiry.child, ConferenceKind.INITIAL, enquiry=enquiry))


@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ({"notified_date": dt.date(2018, 4, 12)}, "notified_date"),
        ({"moved_date": dt.date(2018, 4, 12)}, "moved_date"),
        ({"papers_received_date": dt.date(2018, 4, 5)}, "papers_received_date"),
        ({"accepted_date": dt.date(2018, 4, 5)}, "accepted_date"),
    ],
)
def test_dates_of_an_arrival_out_of_order_are_refused_beside_their_field(dates, field):
    assert refused("must be", arriving(ChildFactory(), **dates)).field == field


def test_a_child_is_asked_for_once_at_a_time():
    child = ChildFactory()
    make(initial(child), reason="The first.")
    refused("is in another request", arriving(child))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"death_date": dt.date(2018, 3, 5)}, "has died"),
        ({"birth_date": dt.date(2000, 4, 11)}, "is 18 or over"),
    ],
)
def test_some_children_can_have_no_conference(fields, words):
    refused(words, initial(ChildFactory(**fields)))


def test_a_stranger_to_the_family_twice_the_same_and_nobody_are_refused():
    ask = initial(ChildFactory())
    elsewhere = ChildFactory()
    by = asker("SOCIAL_WORKER", ask.child, elsewhere)
    refused("not in this family", ask, family=elsewhere.family, by=by)
    refused("only once", ask, ask)
    refused("at least one child", ask, children=[])
    refused("Enter why", ask, reason=" ")
    refused("Open this page again", ask, form_key=None)


def test_everything_that_is_missing_is_told_at_once_of_each_child():
    amber = ChildFactory()
    basil = ChildFactory(family=amber.family)
    nothing = ChildAsk(basil, ConferenceKind.TRANSFER_IN, transfer_in=Arrival(None, None))
    problems = refused("Select what", ChildAsk(amber, None), nothing, reason="").problems
    assert [(one.field, one.about) for one in problems] == [
        ("kind", amber.pk),
        ("from_authority", basil.pk),
        ("notified_date", basil.pk),
        ("reason", None),
    ]


def test_only_those_who_ask_and_see_every_record_named_may():
    ask = initial(ChildFactory())
    assert refused("Your role", ask, by=person("STRATEGIC_LEAD")).status == FORBIDDEN
    assert refused("not there", ask, by=asker()).status == NOT_FOUND
    sibling = initial(ChildFactory(family=ask.child.family))
    by = asker("SOCIAL_WORKER", ask.child)
    assert refused("not there", ask, sibling, by=by).status == NOT_FOUND


# ----- Once, and withdrawn --------------------------------------------------------------------------


def test_the_same_form_sent_twice_makes_one_request():
    ask, key = initial(child_with_earlier_plan(PlanFactory)), uuid.uuid4()
    by = asker("SOCIAL_WORKER", ask.child)
    first = make(ask, form_key=key, by=by)
    again = make(ask, form_key=key, by=by, at=LATER)
    assert first == again and again.requested_at == AT
    assert Consultation.objects.unscoped("test").count() == 1
    assert AuditEntry.objects.filter(event="request.made").count() == 1


def test_another_s_form_key_is_refused():
    made = make(initial(ChildFactory()), reason="The first.")
    refused("already been sent", initial(ChildFactory()), form_key=made.form_key)


def test_withdrawing_closes_what_was_not_answered():
    request = make(initial(child_with_earlier_plan(PlanFactory)))
    withdraw(request=request, reason="The family has moved ", by=asker_of(request, "TEAM_MANAGER"), at=AT)
    request.refresh_from_db()
    assert (request.state, request.withdrawn_reason) == ("WITHDRAWN", "The family has moved")
    assert raised(request).get().state == "CLOSED"


def test_an_answer_outlives_the_withdrawal():
    asked = answered("AGREED")
    request = asked.requested_child.request
    withdraw(request=request, reason="Moved", by=asker_of(request), at=AT)
    asked.refresh_from_db()
    assert asked.state == "AGREED"


@pytest.mark.parametrize(
    ("state", "role", "reason", "words", "status"),
    [
        ("REQUESTED", "SOCIAL_WORKER", " ", "Enter why", CONFLICT),
        ("BOOKED", "SOCIAL_WORKER", "Moved", "Cancel it before", CONFLICT),
        ("HELD", "SOCIAL_WORKER", "Moved", "can no longer do this", CONFLICT),
        ("REQUESTED", "CHAIR", "Moved", "Your role", FORBIDDEN),
    ],
)
def test_a_withdrawal_that_cannot_be_says_why(state, role, reason, words, status):
    request = RequestedChildFactory().request
    if state == "HELD":
        meet(request)
    elif state == "BOOKED":
        BookingFactory(request=request)
    with pytest.raises(Refused, match=words) as refusal:
        withdraw(request=request, reason=reason, by=asker_of(request, role), at=AT)
    assert refusal.value.status == status


@pytest.mark.parametrize("role", ["SOCIAL_WORKER", "TEAM_MANAGER", "STRATEGIC_LEAD"])
def test_a_request_is_the_team_s_so_a_colleague_or_the_lead_may_withdraw_it(role):
    request = RequestedChildFactory().request
    colleague = asker_of(request, role)
    withdraw(request=request, reason="Moved", by=colleague, at=AT)
    request.refresh_from_db()
    assert (request.withdrawn_by, request.state) == (colleague, "WITHDRAWN")
    assert request.requested_by != colleague


def test_a_request_with_a_child_out_of_sight_is_withdrawn_by_nobody():
    request = RequestedChildFactory().request
    RequestedChildFactory(request=request, child__restricted=True)
    with pytest.raises(Refused, match="not there"):
        withdraw(request=request, reason="Moved", by=asker_of(request), at=AT)
