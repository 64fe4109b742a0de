"""A conference that was agreed while no request is open: asked for, carried by the request, or taken back."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import Consultation, Duty
from conferences.operations import consultations_after as after
from conferences.operations import consultations_deciding as deciding
from conferences.operations.consultations_raising import raise_by_hand, raise_for_plan
from conferences.operations.consultations_taken_back import take_back
from conferences.operations.duties import scan
from conferences.operations.duties_reconciliation import should_stand, stand
from conferences.operations.requests import withdraw
from conferences.queries.consultations_agreed import asks_due, right_refused
from conferences.queries.consultations_first_views import decidable
from conferences.rules.consultations import SupportOutcome
from conferences.rules.deadlines import Code
from safeguarding.refusals import FORBIDDEN, Refused
from tests.cast import person
from tests.factories import (
    AgencyFactory,
    ChildFactory,
    PlanFactory,
)
from tests.operations.asking import AT, ON, STARTED, ask, asker, initial, make
from tests.operations.test_consultations import AGREE, WAY

pytestmark = pytest.mark.django_db
LATER = AT + dt.timedelta(days=1)
LATEST = AT + dt.timedelta(days=2)
# A working day after that of the partner's right and of the decision.
DUE = dt.date(2018, 4, 13)


def refusal_of(act, **more):
    with pytest.raises(Refused) as refused:
        act(**more)
    return refused.value


@pytest.fixture
def child():
    found = ChildFactory()
    PlanFactory(child=found, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    return found


@pytest.fixture
def worker(child):
    return asker("SOCIAL_WORKER", child)


def closed_for_another_way(child, worker):
    """Asked for on an enquiry, another way decided, and the request closed, all on 11 April."""
    asked = make(initial(child), by=worker).children.get()
    one = asked.consultation
    ask(consultation=one, why_now="It is back.", what_is_different="Nothing.", by=worker, at=AT)
    given = {one.pk: WAY}
    deciding.decide(consultations=[one], answers=given, by=person("STRATEGIC_LEAD"), at=AT)
    after.close_request(consultation=one, by=worker, at=AT + dt.timedelta(hours=1))
    return Consultation.objects.unscoped("test").get(pk=one.pk)


def use_right(one, role="BUSINESS_SUPPORT", at=LATER):
    partner = deciding.Partner(AgencyFactory(), "Dr Amber Invented", at.date())
    facts = {"partner": partner, "reasons": "The invented bruise.", "by": person(role), "at": at}
    return deciding.record_partner_right(consultations=[one], **facts)[0]


def by_hand(child, worker):
    within = raise_by_hand(children=[child], words="The school asked.", by=worker, at=AT)
    return within.children.get()


def agreed_by_hand(child, worker):
    one = by_hand(child, worker)
    ask(consultation=one, why_now="It is back.", what_is_different="Nothing.", by=worker, at=AT)
    deciding.decide(consultations=[one], answers={one.pk: AGREE}, by=person("STRATEGIC_LEAD"), at=LATER)
    return fresh(one)


def fresh(one):
    return Consultation.objects.unscoped("test").get(pk=one.pk)


def duties(child, **which):
    return Duty.objects.unscoped("test").filter(child=child, kind=Code.ASK_AGREED, **which)


# ----- A partner's right after the request was closed ------------------------------------------------------


@pytest.mark.parametrize("role", ["BUSINESS_SUPPORT", "STRATEGIC_LEAD"])
def test_a_partner_s_right_is_recorded_after_the_request_was_closed(child, worker, role):
    one = closed_for_another_way(child, worker)
    given = use_right(one, role)
    assert fresh(one).state == "AGREED" and given.supersedes.answer == "ANOTHER_WAY"
    duty = duties(child, closed_at=None).get()
    assert (duty.due_date, duty.owner) == (DUE, worker)


def test_the_conference_is_asked_for_anew_with_its_day_by_law_and_no_second_question(child, worker):
    one = closed_for_another_way(child, worker)
    before = one.requested_child
    use_right(one)
    request = make(initial_again(child), by=worker, at=LATEST)
    asked = request.children.get()
    assert (asked.due_date, asked.due_rule) == (before.due_date, before.due_rule)
    assert asked.enquiry.started_date == STARTED
    assert asked.consultation == one and Consultation.objects.unscoped("test").count() == 1
    assert duties(child).get().closed_because == "MET"


def initial_again(child):
    """On the enquiry that began it: its clock went on."""
    known = initial(ChildFactory())
    return type(known)(child, known.kind, enquiry=child.enquiries.get())


def test_it_is_refused_where_the_conference_was_held_or_another_is_asked_for(child, worker):
    one = closed_for_another_way(child, worker)
    make(initial_again(child), by=worker, at=LATER)
    assert "asked for" in refusal_of(use_right, one=one, at=LATEST).sentence
    one.requested_child.request.state = "HELD"
    assert "was held" in right_refused([one])[one.pk]


def test_what_was_withdrawn_before_any_answer_leads_to_a_new_request(child, worker):
    request = make(initial(child), by=worker)
    one = request.children.get().consultation
    withdraw(request=request, reason="An aunt has them.", by=worker, at=AT)
    assert "Ask for a conference, then" in refusal_of(use_right, one=fresh(one)).sentence


def test_a_right_that_was_used_is_not_used_again(child, worker):
    one = closed_for_another_way(child, worker)
    use_right(one)
    assert "agreed already" in refusal_of(use_right, one=one, at=LATEST).sentence


# ----- Support that failed ----------------------------------------------------------------------------------


def failed(child, worker):
    """Found by the Strategic Lead, who does not ask for conferences."""
    one = closed_for_another_way(child, worker)
    found = after.SupportFound(LATER.date(), SupportOutcome.FAILED, "It is loud again.")
    after.review_support(consultation=one, found=found, by=person("STRATEGIC_LEAD"), at=LATER)
    return fresh(one)


def test_support_that_failed_is_due_to_whoever_asked(child, worker):
    one = failed(child, worker)
    duty = duties(child, closed_at=None).get()
    assert (duty.due_date, duty.owner, duty.consultation) == (DUE, worker, one)
    assert stand() == should_stand(LATER.date())


def test_support_that_goes_on_or_was_enough_asks_for_nothing(child, worker):
    one = closed_for_another_way(child, worker)
    on = LATER.date()
    going = after.SupportFound(on, SupportOutcome.GOES_ON, "Better.", on + dt.timedelta(days=28))
    after.review_support(consultation=one, found=going, by=worker, at=LATER)
    enough = after.SupportFound(LATEST.date(), SupportOutcome.ENOUGH, "Well.")
    after.review_support(consultation=one, found=enough, by=worker, at=LATEST)
    assert not duties(child).exists()


def test_the_request_after_support_failed_ends_it_also_where_it_is_withdrawn(child, worker):
    failed(child, worker)
    request = make(initial_again(child), by=worker, at=LATEST)
    assert duties(child).get().closed_because == "MET"
    withdraw(request=request, reason="They moved.", by=worker, at=LATEST)
    assert not duties(child, closed_at=None).exists()
    assert Code.ASK_AGREED not in {kind for kind, *_ in should_stand(LATEST.date())}


def test_support_that_failed_while_its_request_is_open_waits_for_that(child, worker):
    asked = make(initial(child), by=worker).children.get()
    one = asked.consultation
    ask(consultation=one, why_now="It is back.", what_is_different="Nothing.", by=worker, at=AT)
    deciding.decide(consultations=[one], answers={one.pk: WAY}, by=person("STRATEGIC_LEAD"), at=AT)
    found = after.SupportFound(LATER.date(), SupportOutcome.FAILED, "It is loud again.")
    after.review_support(consultation=one, found=found, by=worker, at=LATER)
    assert not duties(child, closed_at=None).exists()
    after.close_request(consultation=fresh(one), by=worker, at=LATEST)
    assert duties(child, closed_at=None).get().due_date == DUE


# ----- What was raised by hand and agreed ------------------------------------------------------------------


def test_what_was_agreed_by_hand_is_to_be_asked_for_by_a_day(child, worker):
    one = agreed_by_hand(child, worker)
    duty = duties(child, closed_at=None).get()
    assert (duty.due_date, duty.owner, duty.consultation) == (DUE, worker, one)
    assert asks_due([one], ON + dt.timedelta(days=1)).keys() == {one.pk}


def test_an_asker_who_cannot_ask_leaves_it_to_the_team(child, worker):
    one = by_hand(child, person("CHAIR"))
    ask(consultation=one, why_now="It is back.", what_is_different="Nothing.", by=worker, at=AT)
    deciding.decide(consultations=[one], answers={one.pk: AGREE}, by=person("STRATEGIC_LEAD"), at=LATER)
    assert duties(child, closed_at=None).get().owner == worker


def test_the_request_carries_it_and_asks_nothing_again(child, worker):
    one = agreed_by_hand(child, worker)
    asked = make(initial(child), by=worker, at=LATEST).children.get()
    assert fresh(one).requested_child == asked
    assert Consultation.objects.unscoped("test").filter(child=child).count() == 1
    assert duties(child).get().closed_because == "MET"
    assert asks_due([fresh(one)], LATEST.date()) == {}


def test_the_request_after_that_is_another_question(child, worker):
    agreed_by_hand(child, worker)
    first = make(initial(child), by=worker, at=LATEST)
    withdraw(request=first, reason="They moved.", by=worker, at=LATEST)
    second = make(initial_again(child), by=worker, at=LATEST + dt.timedelta(days=1)).children.get()
    assert second.consultation.state == "RAISED"
    assert duties(child).get().closed_because != ""


def of_a_long_plan(child, worker):
    plan = PlanFactory(child=child, start_date=dt.date(2017, 1, 5))
    with transaction.atomic():
        return raise_for_plan(plan, "LONG_PLAN", worker, AT)


def test_a_partner_s_right_while_a_plan_lasts_is_asked_for_at_once():
    """Its review may be months away, and the agency wants it now."""
    child = ChildFactory()
    one = of_a_long_plan(child, asker("SOCIAL_WORKER", child))
    use_right(one)
    assert duties(child).get().closed_because == ""
    take_back(consultations=[one], reason="They saw it.", by=person("STRATEGIC_LEAD"), at=LATEST)
    assert duties(child).get().closed_because == "GONE"


def test_the_review_of_a_plan_that_lasts_has_a_clock_of_its_own():
    """Agreed on a plan of 15 months, nothing further falls due: its review does."""
    child = ChildFactory()
    worker = asker("SOCIAL_WORKER", child)
    one = of_a_long_plan(child, worker)
    ask(consultation=one, why_now="Fifteen months.", what_is_different="Nothing.", by=worker, at=AT)
    deciding.decide(consultations=[one], answers={one.pk: AGREE}, by=person("STRATEGIC_LEAD"), at=LATER)
    assert not duties(child).exists()


# ----- Taken back ------------------------------------------------------------------------------------------


def test_the_asker_takes_back_what_waits_with_a_reason(child, worker):
    one = by_hand(child, worker)
    held = take_back(consultations=[one], reason=" The aunt has them. ", by=worker, at=LATER)
    found = fresh(one)
    assert (found.state, found.withdrawn_by, found.withdrawn_reason) == (
        "CLOSED",
        worker,
        "The aunt has them.",
    )
    assert held == [one] and not Duty.objects.unscoped("test").filter(child=child, closed_at=None).exists()
    again = refusal_of(take_back, consultations=[one], reason="Again.", by=worker, at=LATER)
    assert "no longer do this" in again.sentence


def test_a_lead_who_asked_takes_it_back_and_one_who_did_not_decides_it(child, worker):
    lead, second = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    one = by_hand(child, lead)
    other = refusal_of(take_back, consultations=[one], reason="No.", by=second, at=LATER)
    assert other.status == FORBIDDEN and "decide it instead" in other.sentence
    assert take_back(consultations=[one], reason="Asked by mistake.", by=lead, at=LATER)


def test_what_a_request_or_a_rule_raised_is_not_taken_back(child, worker):
    one = make(initial(child), by=worker).children.get().consultation
    refused = refusal_of(take_back, consultations=[one], reason="No.", by=worker, at=LATER)
    assert "not raised by hand" in refused.sentence


def test_what_was_agreed_is_taken_back_until_it_is_asked_for(child, worker):
    one = agreed_by_hand(child, worker)
    take_back(consultations=[one], reason="He was taken in by his aunt.", by=worker, at=LATEST)
    assert fresh(one).state == "AGREED" and duties(child).get().closed_because == "GONE"
    asked = make(initial(child), by=worker, at=LATEST).children.get()
    assert asked.consultation != one
    refused = refusal_of(take_back, consultations=[one], reason="Again.", by=worker, at=LATEST)
    assert "asked for already" in refused.sentence


def test_what_was_taken_back_is_decided_no_more(child, worker):
    one = agreed_by_hand(child, worker)
    take_back(consultations=[one], reason="He was taken in by his aunt.", by=worker, at=LATEST)
    again = {"consultations": [one], "because": "It is worse.", "by": person("STRATEGIC_LEAD"), "at": LATEST}
    for answer in (AGREE, WAY):
        refused = refusal_of(deciding.decide, answers={one.pk: answer}, **again)
        assert "was withdrawn" in refused.sentence and "raise a new one" in refused.sentence
    assert decidable(again["by"], [fresh(one)]) == []


def test_a_partner_s_right_is_taken_back_by_whoever_decides_alone(child, worker):
    one = closed_for_another_way(child, worker)
    use_right(one)
    refused = refusal_of(take_back, consultations=[one], reason="We disagree.", by=worker, at=LATEST)
    assert refused.status == FORBIDDEN and "agency" in refused.sentence
    lead = person("STRATEGIC_LEAD")
    assert take_back(consultations=[one], reason="The agency wants it no more.", by=lead, at=LATEST)


def test_it_says_why(child, worker):
    one = by_hand(child, worker)
    refused = refusal_of(take_back, consultations=[one], reason=" ", by=worker, at=LATER)
    assert [problem.field for problem in refused.problems] == ["reason"]


def test_raw_sql_does_not_change_what_was_taken_back(child, worker):
    one = by_hand(child, worker)
    take_back(consultations=[one], reason="The aunt has them.", by=worker, at=LATER)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE conferences_consultation SET withdrawn_reason = 'Other' WHERE id = %s", [one.pk]
        )


def test_a_scan_finds_nothing_left_to_do(child, worker):
    agreed_by_hand(child, worker)
    assert scan(on=LATER.date(), at=LATER).raised == 0
