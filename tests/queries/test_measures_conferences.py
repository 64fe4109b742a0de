"""The figures about initial conferences, by worked examples of every edge."""

import pytest

from conferences.rules.figures import LeftOut
from tests.factories import (
    ConferenceChildFactory,
    DecisionFactory,
    EnquiryFactory,
    PlanFactory,
    TransferInFactory,
)
from tests.queries.measures_world import at, child, count, day, initial, transfer

pytestmark = pytest.mark.django_db

# 20 December 2018 is a Thursday; 25 and 26 December and 1 January are not counted:
# day 15 is Tuesday 15 January.
STARTED = "20 Dec 2018"


def conferences(code="icpc_in_15_days"):
    return count(code, "1 Dec 2018", "28 Feb 2019")


@pytest.mark.parametrize(
    ("held", "band", "in_time"),
    [
        ("20 Dec 2018", "0-10", True),
        ("8 Jan 2019", "0-10", True),
        ("9 Jan 2019", "11-15", True),
        ("15 Jan 2019", "11-15", True),
        ("16 Jan 2019", "16-20", False),
        ("22 Jan 2019", "16-20", False),
        ("23 Jan 2019", "21+", False),
    ],
)
def test_working_days_from_the_strategy_discussion_fall_into_their_bands(held, band, in_time):
    initial(STARTED, held)
    figure = conferences()
    assert {key for key, number in figure.breakdown[""].items() if number} == {band}
    assert (figure.numerator, figure.denominator) == (int(in_time), 1)


def test_a_transfer_in_counts_from_the_notification():
    transfer(STARTED, "15 Jan 2019")
    transfer(STARTED, "16 Jan 2019")
    assert conferences().as_text() == "1 of 2 (50.0%)"


def test_a_conference_before_its_start_is_not_measured_and_is_listed():
    initial(STARTED, "19 Dec 2018")
    figure = conferences()
    assert figure.denominator == 0
    assert figure.left_out == {LeftOut.BEFORE_START: 1}


def test_a_conference_without_an_enquiry_has_no_start():
    ConferenceChildFactory(held_date=day("14 Jan 2019"))
    assert conferences().left_out == {LeftOut.NO_START: 1}


def test_a_start_before_the_bank_holidays_known_is_listed_not_guessed():
    initial("20 Dec 2004", "14 Jan 2005")
    figure = count("icpc_in_15_days", "1 Jan 2005", "31 Jan 2005")
    assert (figure.denominator, figure.left_out) == (0, {LeftOut.OUTSIDE_CALENDAR: 1})


def test_each_child_of_a_meeting_is_counted():
    first = initial(STARTED, "14 Jan 2019")
    enquiry = EnquiryFactory(started_date=day("10 Dec 2018"))
    ConferenceChildFactory(conference=first.conference, child=enquiry.child, enquiry=enquiry)
    assert conferences().as_text() == "1 of 2 (50.0%)"


def test_a_conference_counts_in_the_period_it_was_held_in():
    initial(STARTED, "14 Jan 2019")
    assert count("icpc_in_15_days", "1 Dec 2018", "13 Jan 2019").denominator == 0
    assert count("icpc_in_15_days", "14 Jan 2019", "14 Jan 2019").denominator == 1


@pytest.mark.parametrize(("on", "overdue"), [("15 Jan 2019", 0), ("16 Jan 2019", 1)])
def test_a_child_is_overdue_from_the_day_after_day_15(on, overdue):
    EnquiryFactory(started_date=day(STARTED))
    assert at("icpc_overdue", on).numerator == overdue


@pytest.mark.parametrize(("on", "overdue"), [("19 Oct 2018", 0), ("20 Oct 2018", 1)])
def test_a_child_whose_day_15_is_a_friday_is_overdue_on_the_saturday(on, overdue):
    EnquiryFactory(started_date=day("28 Sep 2018"))
    assert at("icpc_overdue", on).numerator == overdue


@pytest.mark.parametrize("need", ["UNDECIDED", "NEEDED"])
def test_a_child_is_overdue_until_somebody_says_no_conference_is_needed(need):
    EnquiryFactory(started_date=day(STARTED), conference_need=need)
    EnquiryFactory(started_date=day(STARTED), conference_need="NOT_NEEDED")
    assert at("icpc_overdue", "31 Jan 2019").numerator == 1


def test_a_conference_held_late_ends_the_waiting_from_that_day():
    initial(STARTED, "30 Jan 2019")
    assert at("icpc_overdue", "29 Jan 2019").numerator == 1
    assert at("icpc_overdue", "30 Jan 2019").numerator == 0


def test_a_conference_not_linked_to_the_enquiry_ends_the_waiting_too():
    enquiry = EnquiryFactory(started_date=day(STARTED))
    ConferenceChildFactory(child=enquiry.child, held_date=day("14 Jan 2019"))
    assert at("icpc_overdue", "31 Jan 2019").numerator == 0


def test_a_child_who_came_here_on_a_plan_is_overdue_as_well():
    TransferInFactory(notified_date=day(STARTED))
    assert at("icpc_overdue", "31 Jan 2019").numerator == 1


def test_an_enquiry_about_a_child_on_a_plan_is_no_overdue_conference():
    plan = PlanFactory(start_date=day("1 Nov 2018"))
    EnquiryFactory(child=plan.child, started_date=day(STARTED))
    TransferInFactory(child=plan.child, notified_date=day(STARTED))
    assert at("icpc_overdue", "31 Jan 2019").numerator == 0


def test_an_enquiry_on_the_day_a_plan_ended_is_overdue_as_any():
    plan = PlanFactory(start_date=day("1 Nov 2018"), end_date=day(STARTED))
    EnquiryFactory(child=plan.child, started_date=day(STARTED))
    assert at("icpc_overdue", "31 Jan 2019").numerator == 1


def test_a_child_of_two_late_enquiries_is_one_child():
    waiting = child()
    EnquiryFactory(child=waiting, started_date=day("1 Nov 2018"))
    EnquiryFactory(child=waiting, started_date=day(STARTED))
    assert at("icpc_overdue", "31 Jan 2019").numerator == 1


def test_a_conference_made_a_plan_by_its_decision_or_by_the_plan_begun_at_it():
    decided, begun, neither = (initial(STARTED, "14 Jan 2019") for _ in range(3))
    DecisionFactory(conference_child=decided)
    PlanFactory(child=begun.child, begun_at=begun, start_date=day("14 Jan 2019"))
    DecisionFactory(conference_child=neither, outcome="NO_PLAN", category="")
    assert conferences("icpc_to_plan").as_text() == "2 of 3 (66.7%)"


def test_a_plan_begun_for_another_authority_is_not_one_that_was_made_here():
    held = transfer(STARTED, "14 Jan 2019")
    PlanFactory(child=held.child, begun_at=held, start_date=day("14 Jan 2019"), held_for_other_authority=True)
    assert conferences("icpc_to_plan").numerator == 0
