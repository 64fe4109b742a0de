"""Two corrections or life events of one child at once: each fits alone, and the second finds the first."""

from datetime import date as day

import pytest

from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_child, correct_in_need_plan
from conferences.operations.corrections_conferences import correct_plan
from conferences.operations.corrections_plans import correct_core_group, correct_plan_elsewhere
from conferences.operations.corrections_work import correct_allocation
from conferences.operations.enquiries_void import void
from conferences.operations.in_need import record_in_need_plan
from conferences.operations.life_events import record_life_event
from conferences.operations.life_events_endings import confirm_plan_end
from conferences.operations.requests import request_conference
from conferences.operations.requests_guards import ChildAsk
from conferences.rules.life_events import Happening, LifeKind
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import Child
from safeguarding.refusals import Refused
from safeguarding.versions import StaleVersion
from tests import factories as make
from tests.cast import person
from tests.rush import Hand, meanwhile
from tests.scheduling import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def told(**facts):
    return Change(facts, "TYPED")


@pytest.fixture
def worker():
    return person("SOCIAL_WORKER", team=make.TeamFactory())


@pytest.fixture
def child(worker):
    found = make.ChildFactory(birth_date=day(2012, 5, 4))
    make.AllocationFactory(child=found, team=worker.team, worker=worker)
    return found


def said_of(first, second):
    """What the second act was told, begun while the first was done and not yet kept."""
    (said,) = meanwhile([second], lambda: first.act(**first.given, at=NOW), lambda: None)
    return said


@pytest.mark.parametrize("number", [{"upn": "J823432012345"}, {"nhs_number": "943 476 5919"}], ids=str)
def test_no_two_children_are_given_one_number(number):
    by = person("BUSINESS_SUPPORT")
    one, other = (
        Hand(correct_child, row=make.ChildFactory(), change=told(**number), by=by) for _ in range(2)
    )
    assert said_of(one, other) is Refused


def test_the_same_fact_is_corrected_by_one_of_two(child):
    by = person("BUSINESS_SUPPORT")
    first = Hand(correct_child, row=child, change=told(birth_date=day(2012, 5, 5)), by=by)
    late = Change({"birth_date": day(2012, 5, 6)}, "TYPED", seen="what stood there before")
    assert said_of(first, Hand(correct_child, row=child, change=late, by=by)) is StaleVersion
    assert Child.every.get(pk=child.pk).birth_date == day(2012, 5, 5)


def test_two_plans_do_not_come_to_overlap(child):
    lead, ended = person("STRATEGIC_LEAD"), {"child": child, "end_reason": "MOVED"}
    one = make.PlanFactory(start_date=day(2017, 3, 1), end_date=day(2017, 5, 1), **ended)
    two = make.PlanFactory(start_date=day(2017, 9, 1), end_date=day(2017, 11, 1), **ended)
    later = Hand(correct_plan, row=one, change=told(end_date=day(2017, 7, 3)), by=lead)
    earlier = Hand(correct_plan, row=two, change=told(start_date=day(2017, 7, 3)), by=lead)
    assert said_of(later, earlier) is Refused


def test_two_child_in_need_plans_do_not_come_to_overlap(child, worker):
    one = make.ChildInNeedPlanFactory(child=child, start_date=day(2017, 3, 1), end_date=day(2017, 5, 1))
    two = make.ChildInNeedPlanFactory(child=child, start_date=day(2017, 9, 1), end_date=day(2017, 11, 1))
    later = Hand(correct_in_need_plan, row=one, change=told(end_date=day(2017, 7, 3)), by=worker)
    earlier = Hand(correct_in_need_plan, row=two, change=told(start_date=day(2017, 6, 1)), by=worker)
    assert said_of(later, earlier) is Refused
    new = {"child": child, "start_date": day(2017, 6, 1), "end_date": day(2017, 8, 1)}
    one.end_date = day(2017, 7, 3)
    again = Hand(correct_in_need_plan, row=one, change=told(end_date=day(2017, 6, 5)), by=worker)
    assert said_of(again, Hand(record_in_need_plan, **new, by=worker)) is Refused


def test_one_plan_elsewhere_is_not_told_twice(child, worker):
    plans = {"child": child, "authority": "352", "authority_name": "Manchester", "how_known": "A letter"}
    one = make.PlanElsewhereFactory(start_date=day(2014, 2, 3), end_date=day(2014, 9, 1), **plans)
    two = make.PlanElsewhereFactory(start_date=day(2014, 2, 5), end_date=day(2014, 9, 1), **plans)
    same = told(start_date=day(2014, 2, 4))
    hands = [Hand(correct_plan_elsewhere, row=row, change=same, by=worker) for row in (one, two)]
    assert said_of(*hands) is Refused


def test_two_teams_do_not_come_to_hold_a_child_on_one_day(child, worker):
    manager = person("TEAM_MANAGER", team=worker.team)
    spans = ((day(2017, 1, 2), day(2017, 3, 1)), (day(2017, 6, 1), day(2017, 9, 1)))
    one, two = (
        make.AllocationFactory(child=child, team=worker.team, start_date=start, end_date=end)
        for start, end in spans
    )
    later = Hand(correct_allocation, row=one, change=told(end_date=day(2017, 5, 1)), by=manager)
    earlier = Hand(correct_allocation, row=two, change=told(start_date=day(2017, 4, 3)), by=manager)
    assert said_of(later, earlier) is Refused


def test_a_child_is_born_and_dies_once(child, worker):
    died = Happening(LifeKind.DIED, day(2018, 11, 1), "The hospital rang")
    hands = [Hand(record_life_event, child=child, told=died, by=worker) for _ in range(2)]
    assert said_of(*hands) is Refused
    unborn = make.ChildFactory(unborn=True, expected_birth_date=day(2018, 11, 5), family=child.family)
    make.AllocationFactory(child=unborn, team=worker.team, worker=worker)
    births = [
        Happening(LifeKind.BORN, day(2018, 11, number), "The midwife rang", sex="F") for number in (4, 5)
    ]
    hands = [Hand(record_life_event, child=unborn, told=birth, by=worker) for birth in births]
    assert said_of(*hands) is Refused


def test_an_enquiry_is_not_void_while_a_conference_is_asked_for_on_it(child, worker):
    enquiry = make.EnquiryFactory(child=child, started_date=day(2018, 11, 5))
    ask = ChildAsk(child, ConferenceKind.INITIAL, enquiry=enquiry)
    asking = {"family": child.family, "children": [ask], "reason": "Harm", "interim_safety": ""}
    asked = Hand(request_conference, form_key=make.uuid.uuid4(), **asking, by=worker)
    manager = person("TEAM_MANAGER", team=worker.team)
    gone = {"reason": "TWICE", "words": "Twice", "number": "", "right_child": None}
    assert said_of(asked, Hand(void, enquiry=enquiry, **gone, by=manager)) is Refused


def test_no_core_group_comes_to_lie_after_the_end_of_its_plan(child, worker):
    plan = make.PlanFactory(child=child, start_date=day(2018, 3, 1))
    group = make.CoreGroupFactory(plan=plan, held_date=day(2018, 3, 9))
    event = make.LifeEventFactory(child=child, kind="LEFT_UK", day=day(2018, 6, 4))
    ending = make.PlanEndingFactory(plan=plan, event=event, asked_by=worker, last_date=day(2018, 12, 1))
    end = Hand(confirm_plan_end, ending=ending, by=person("TEAM_MANAGER", team=worker.team))
    later = told(held_date=day(2018, 7, 2))
    assert said_of(end, Hand(correct_core_group, row=group, change=later, by=worker)) is Refused
